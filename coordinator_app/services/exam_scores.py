"""Scores as they come in, what they make, and the results as they go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from coordinator_app.documents.hostile import read_workbook
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.exams import Verdict, check_part_one, retake_from, verdict
from coordinator_app.domain.papers import Form, Score, check_points
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.score_cells import read_scores
from coordinator_app.persistence import exams
from coordinator_app.persistence.columns import (
    Row,
    day,
    exact,
    iso,
    maybe_number,
    number,
    or_none,
    text,
)
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.exams import case_behind, open_sitting, present_papers
from coordinator_app.services.policies import Policies
from coordinator_app.services.registry import begin_endorsement


@dataclass(frozen=True, slots=True)
class Scores:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def enter(
        self, paper_id: int, seat: str, points: Sequence[Decimal], on: date, *, comment: str = ""
    ) -> Changes:
        """Record one scorer's points of one paper. Raises RuleBroken `score.in_already`,
        `score.not_released`; BadInput `score.points_wrong`."""
        with self.store.write("Record score") as tx:
            row = tx.get("paper", paper_id)
            form = exams.form_of(open_sitting(tx, number(row, "sitting_id"), "scoring"))
            score = Score(text(row, "code"), seat, tuple(points), comment)
            _record(tx, _seat(tx, row, seat), score, form, on)
            tx.detail = score.code
        return tx.changes()

    def take_in(self, path: Path, on: date) -> Changes:
        """Take in a returned score sheet, whole or not at all.

        Raises BadInput `sheet.refused` naming each cell and what to do, `sheet.nothing`, and what
        reading a workbook raises.
        """
        book = read_workbook(path)
        with self.store.write("Take in score sheet") as tx:
            seats = _open_seats(tx)
            read = read_scores(book, {key: form for key, (_, form) in seats.items()})
            new = [one for one in read.scores if not _same(seats[one.code, one.seat][0], one)]
            refused = (*read.refused, *_in_already(new, seats))
            if refused:
                raise BadInput("sheet.refused", file=path.name, problems=refused)
            if not new:
                raise BadInput("sheet.nothing", file=path.name)
            for one in new:
                row, form = seats[one.code, one.seat]
                _record(tx, row, one, form, on)
            tx.detail = ", ".join(sorted({one.code for one in new}))
        return tx.changes()

    def set_part_one(self, paper_id: int, right: int) -> Changes:
        """Correct the items of Part One answered rightly, before the paper's result is settled."""
        with self.store.write("Record Part One") as tx:
            row = tx.get("paper", paper_id)
            form = exams.form_of(open_sitting(tx, number(row, "sitting_id"), "planned", "scoring"))
            check_part_one(right, form)
            if tx.find("result", paper_id=paper_id):
                raise RuleBroken("result.settled_already", paper=text(row, "code"))
            tx.update("paper", paper_id, {"part_one": right})
            tx.detail = text(row, "code")
        return tx.changes()

    # Results

    def settle(self, id: int, on: date) -> Changes:
        """Settle every paper of a sitting whose scores agree, by the policy's pass marks.

        Raises RuleBroken `result.nothing` where the policy settles none, `result.part_one_missing`.
        """
        with self.store.write("Settle results") as tx:
            sitting = open_sitting(tx, id, "scoring")
            codes = [
                text(row, "code")
                for row in present_papers(tx, id)
                if not tx.find("result", paper_id=row["id"]) and self._settled(tx, sitting, row, on)
            ]
            if not codes:
                raise RuleBroken("result.nothing")
            tx.detail = ", ".join(codes)
        return tx.changes()

    def _settled(self, tx: Transaction, sitting: Row, row: Row, on: date) -> bool:
        form, policy = exams.form_of(sitting), self._policy(tx, sitting)
        stands = exams.paper_outcome(tx.find("scoring", paper_id=row["id"]), form, policy)
        if stands.state != "agree" or stands.points is None:
            return False
        if form.part_one is not None and row["part_one"] is None:
            raise RuleBroken("result.part_one_missing", paper=text(row, "code"))
        found = verdict(stands.points, maybe_number(row, "part_one"), form, policy)
        if found is None:
            return False
        _write_result(tx, row, found, stands.points, "agree", "", on)
        return True

    def _policy(self, reader: Reader, sitting: Row) -> Policy | None:
        return self.policies.on(reader, day(sitting, "day"))

    def decide(self, paper_id: int, found: Verdict, reason: str, on: date) -> Changes:
        """The coordinator decides a paper where the policy does not say: both scores in, a reason.

        Raises BadInput `result.reason_missing`; RuleBroken `result.scores_missing`,
        `result.settled_already`.
        """
        if not reason.strip():
            raise BadInput("result.reason_missing")
        with self.store.write("Decide result", reason=reason.strip()) as tx:
            row = tx.get("paper", paper_id)
            sitting = open_sitting(tx, number(row, "sitting_id"), "scoring")
            seats = tx.find("scoring", paper_id=paper_id)
            if len(seats) < 2 or any(one["submitted_on"] is None for one in seats):
                raise RuleBroken("result.scores_missing", paper=text(row, "code"))
            if tx.find("result", paper_id=paper_id):
                raise RuleBroken("result.settled_already", paper=text(row, "code"))
            stands = exams.paper_outcome(seats, exams.form_of(sitting), self._policy(tx, sitting))
            _write_result(tx, row, found, stands.points, "coordinator", reason.strip(), on)
            tx.detail = text(row, "code")
        return tx.changes()

    def release(self, id: int, on: date) -> Changes:
        """Release the results of a whole sitting at once: endorsed, or not passed with the retake day.

        It goes by the cases alone, in their order, so that nothing in the journal joins a case to
        a code. Raises RuleBroken `result.missing` naming the papers. Not to be undone.
        """
        with self.store.write("Release results", outside=True) as tx:
            sitting = open_sitting(tx, id, "scoring")
            papers = present_papers(tx, id)
            kept = {number(row, "id"): tx.find("result", paper_id=row["id"]) for row in papers}
            missing = tuple(text(row, "code") for row in papers if not kept[number(row, "id")])
            if missing or not papers:
                raise RuleBroken("result.missing", papers=missing)
            passed = {
                number(case_behind(tx, paper), "id"): bool(found[0]["passed"])
                for paper, found in kept.items()
            }
            for case in sorted(passed):
                self._tell(tx, sitting, case, on, passed=passed[case])
            tx.update("sitting", id, {"state": "released"})
            tx.detail = text(sitting, "title")
        return tx.changes()

    def _tell(self, tx: Transaction, sitting: Row, case: int, on: date, *, passed: bool) -> None:
        row = tx.get("application", case)
        policy = self.policies.judging(tx, row, self.today())
        if policy is None:
            raise RuleBroken("policy.none_in_force", day=self.today())
        sat = day(sitting, "day")
        again = None if passed else retake_from(sat, policy)
        told = {"sat_on": iso(sat), "passed": int(passed), "source": text(sitting, "title")}
        tx.insert("exam_result", {"application_id": case, "retake_from": iso(again)} | told)
        tx.update("application", case, {"state": "endorsed" if passed else "not_passed"})
        if passed:
            begin_endorsement(tx, case, policy, on)


Seats = dict[tuple[str, str], tuple[Row, Form]]


def _open_seats(reader: Reader) -> Seats:
    """(code, seat) → its row and form, of every sitting that is being scored."""
    found: Seats = {}
    for sitting in reader.find("sitting", state="scoring"):
        form = exams.form_of(sitting)
        for paper in present_papers(reader, number(sitting, "id")):
            for row in reader.find("scoring", paper_id=paper["id"]):
                found[text(paper, "code"), text(row, "seat")] = (row, form)
    return found


def _same(row: Row, score: Score) -> bool:
    """Whether a score is in already exactly so: a sheet may come back twice."""
    return exams.points_of(row) == score.points


def _in_already(scores: Sequence[Score], seats: Seats) -> list[Phrase]:
    return [
        phrase("sheet.in_already", paper=one.code, seat=one.seat)
        for one in scores
        if seats[one.code, one.seat][0]["submitted_on"] is not None
    ]


def _seat(reader: Reader, paper: Row, seat: str) -> Row:
    found = reader.find("scoring", paper_id=paper["id"], seat=seat)
    if not found:
        raise RuleBroken("score.no_seat", paper=text(paper, "code"), seat=seat)
    return found[0]


def _record(tx: Transaction, row: Row, score: Score, form: Form, on: date) -> None:
    if row["submitted_on"] is not None:
        raise RuleBroken("score.in_already", paper=score.code, seat=score.seat)
    if row["released_on"] is None:
        raise RuleBroken("score.not_released", paper=score.code, seat=score.seat)
    check_points(score.points, form)
    told = {"points": exams.points_text(score.points), "comment": or_none(score.comment)}
    tx.update("scoring", number(row, "id"), told | {"submitted_on": iso(on)})


def _write_result(
    tx: Transaction,
    row: Row,
    found: Verdict,
    points: Decimal | None,
    how: str,
    reason: str,
    on: date,
) -> None:
    part_one = None if found.part_one is None else int(found.part_one)
    told = {"how": how, "part_two": exact(points), "reason": or_none(reason)}
    parts = {"part_one_passed": part_one, "part_two_passed": int(found.part_two)}
    whole = {"passed": int(found.passed), "settled_on": iso(on)}
    tx.insert("result", {"paper_id": row["id"]} | told | parts | whole)
