"""Exam sittings: who sits, whose answers are which paper, and what stands where."""

from __future__ import annotations

import json
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.exams import (
    MAY_SIT,
    Seeker,
    check_admission,
    check_part_one,
    obstacles,
    pass_mark,
)
from coordinator_app.domain.papers import Choose, Form, draw_code, read_code
from coordinator_app.domain.people import sort_name
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.views_exam import (
    CandidateRow,
    PaperRow,
    SeekerRow,
    SittingCard,
    SittingRow,
)
from coordinator_app.persistence import door, exams
from coordinator_app.persistence.columns import (
    Row,
    day,
    iso,
    maybe_day,
    number,
    or_none,
    text,
    when,
)
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.policies import Policies


@dataclass(frozen=True, slots=True)
class Exams:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def list(self) -> tuple[SittingRow, ...]:
        """Every sitting, the newest first."""
        with self.store.read() as reader:
            rows = reader.find("sitting", order="day")
            return tuple(self._row(reader, row) for row in reversed(rows))

    def open_count(self) -> int:
        """How many sittings are planned or being scored."""
        with self.store.read() as reader:
            return sum(len(reader.find("sitting", state=state)) for state in ("planned", "scoring"))

    def _row(self, reader: Reader, row: Row) -> SittingRow:
        return exams.sitting_row(reader, row, withdrawn_papers(reader, number(row, "id")))

    def card(self, id: int) -> SittingCard:
        """A sitting with its papers, by code. Raises NotFound."""
        with self.store.read() as reader:
            row = reader.get("sitting", id)
            form, policy = exams.form_of(row), self.policies.on(reader, day(row, "day"))
            papers = [
                exams.paper_row(reader, one, form, policy) for one in present_papers(reader, id)
            ]
            kept = reader.find("candidate", sitting_id=id)
            found = [_candidate(reader, one) for one in kept]
            return SittingCard(
                self._row(reader, row),
                form,
                None if row["seed"] is None else number(row, "seed"),
                tuple(sorted(found, key=lambda one: one.sort_name)),
                tuple(papers),
                len({seat.scorer_id for one in papers for seat in one.seats}),
                policy.amount("exam.tolerance") if policy else None,
                pass_mark(form, policy),
                policy.amount("exam.part_one_pass_percent") if policy else None,
            )

    def paper(self, id: int) -> PaperRow:
        """One paper by its number in the file. Raises NotFound."""
        with self.store.read() as reader:
            row = reader.get("paper", id)
            sitting = reader.get("sitting", number(row, "sitting_id"))
            policy = self.policies.on(reader, day(sitting, "day"))
            return exams.paper_row(reader, row, exams.form_of(sitting), policy)

    def find(self, typed: str) -> tuple[int, int] | None:
        """(sitting, paper) of a code as somebody typed it; None where it is no code of ours."""
        try:
            code = read_code(typed)
        except BadInput:
            return None
        with self.store.read() as reader:
            found = reader.find("paper", code=code)
            return (number(found[0], "sitting_id"), number(found[0], "id")) if found else None

    # Sittings and candidates

    def plan(self, on: date, title: str, form: Form) -> Changes:
        """Plan a sitting; `made` is its number. Raises BadInput."""
        if not title.strip():
            raise BadInput("sitting.title_missing")
        with self.store.write("Plan sitting", detail=title.strip()) as tx:
            tx.made = tx.insert(
                "sitting",
                {
                    "day": iso(on),
                    "title": title.strip(),
                    "state": "planned",
                    "form": exams.form_text(form),
                },
            )
        return tx.changes()

    def seekers(self, id: int) -> tuple[SeekerRow, ...]:
        """Cases that have been approved to sit and are in no open sitting, those free first."""
        with self.store.read() as reader:
            on = day(reader.get("sitting", id), "day")
            cases = [row for state in MAY_SIT for row in reader.find("application", state=state)]
            rows = [self._seeker(reader, one, on) for one in cases if not _is_seated(reader, one)]
            return tuple(sorted(rows, key=lambda one: (bool(one.obstacles), one.sort_name)))

    def _seeker(self, reader: Reader, row: Row, on: date) -> SeekerRow:
        who = reader.get("person", number(row, "person_id"))
        found = obstacles(_facts(reader, row), on, self.judging(reader, row))
        return SeekerRow(
            number(row, "id"),
            case_term(number(row, "case_year"), number(row, "case_running")),
            text(who, "name"),
            sort_name(text(who, "name"), text(who, "given"), text(who, "family")),
            text(row, "category"),
            found,
        )

    def judging(self, reader: Reader, row: Row) -> Policy:
        """The policy a case is judged by. Raises RuleBroken `policy.none_in_force`."""
        policy = self.policies.judging(reader, row, self.today())
        policy = policy or self.policies.on(reader, self.today())
        if policy is None:
            raise RuleBroken("policy.none_in_force", day=self.today())
        return policy

    def admit(
        self, id: int, application_id: int, on: date, *, override_reason: str = ""
    ) -> Changes:
        """Admit a case to a sitting; `made` is the candidate's number.

        Raises RuleBroken: `exam.barred`, `exam.not_yet` (an override helps), `exam.seated_already`,
        `sitting.over`.
        """
        with self.store.write("Admit candidate", reason=or_none(override_reason)) as tx:
            sitting = open_sitting(tx, id, "planned")
            row = tx.get("application", application_id)
            if _is_seated(tx, row):
                raise RuleBroken("exam.seated_already")
            found = obstacles(_facts(tx, row), day(sitting, "day"), self.judging(tx, row))
            check_admission(found, override_reason)
            told = {"state": "admitted", "admitted_on": iso(on)}
            reason = or_none(override_reason) if found else None
            tx.made = tx.insert(
                "candidate",
                {"sitting_id": id, "application_id": application_id, "override_reason": reason}
                | told,
            )
            who = tx.get("person", number(row, "person_id"))
            tx.detail = f"{text(sitting, 'title')}, {text(who, 'name')}"
        return tx.changes()

    def withdraw(self, candidate_id: int) -> Changes:
        """A candidate does not sit after all. The paper's own rows stay as they are, so that nothing
        in the journal joins the two; it is left out from then on."""
        with self.store.write("Withdraw candidate") as tx:
            row = tx.get("candidate", candidate_id)
            sitting = tx.get("sitting", number(row, "sitting_id"))
            if text(sitting, "state") == "released":
                raise RuleBroken("sitting.over", title=text(sitting, "title"))
            tx.update("candidate", candidate_id, {"state": "withdrawn"})
            tx.detail = text(sitting, "title")
        return tx.changes()

    def call_off(self, id: int, reason: str) -> Changes:
        """Call a sitting off before anything went out; its candidates may be admitted elsewhere."""
        if not reason.strip():
            raise BadInput("sitting.reason_missing")
        with self.store.write("Call off sitting", reason=reason.strip()) as tx:
            sitting = open_sitting(tx, id, "planned")
            tx.update("sitting", id, {"state": "called_off"})
            tx.detail = text(sitting, "title")
        return tx.changes()

    # Papers

    def code_papers(self, id: int, *, choose: Choose = secrets.choice) -> Changes:
        """Draw a code for each candidate who has none, in an order of chance.

        `choose` draws one letter; only a practice office draws in a way that can be repeated.
        Raises RuleBroken `paper.nobody`.
        """
        with self.store.write("Code papers") as tx:
            sitting = open_sitting(tx, id, "planned")
            waiting = [
                row
                for row in tx.find("candidate", sitting_id=id, state="admitted")
                if door.paper_of(tx, number(row, "id")) is None
            ]
            if not waiting:
                raise RuleBroken("paper.nobody")
            lots = {number(row, "id"): draw_code(choose) for row in waiting}
            for row in sorted(waiting, key=lambda one: lots[number(one, "id")]):
                self._code(tx, sitting, row, choose)
            tx.detail = f"{text(sitting, 'title')}: {len(waiting)}"
        return tx.changes()

    def _code(self, tx: Transaction, sitting: Row, row: Row, choose: Choose) -> None:
        code = draw_code(choose)
        while tx.find("paper", code=code):
            code = draw_code(choose)
        case = tx.get("application", number(row, "application_id"))
        category = self.judging(tx, case).categories[text(case, "category")]
        told = {"code": code, "family": category.family, "state": "coded"}
        form = exams.form_of(sitting)
        made = tx.insert(
            "paper", {"sitting_id": sitting["id"], "form_version": form.version} | told
        )
        door.seal(tx, made, number(row, "id"))

    def answers_of(self, candidate_id: int) -> tuple[tuple[str, ...], int | None]:
        """A candidate's answers as entered, and the items of Part One. The code is not told."""
        with self.store.read() as reader:
            row = reader.get("paper", _paper_of(reader, candidate_id))
            part_one = row["part_one"]
            return exams.answers_of(row), None if part_one is None else number(row, "part_one")

    def enter_answers(
        self, candidate_id: int, answers: Sequence[str], part_one: int | None = None
    ) -> Changes:
        """Enter what a candidate wrote, one text a task, and the items of Part One answered rightly.

        The journal tells the code alone. Raises RuleBroken `paper.not_coded`, `paper.out_already`,
        BadInput `paper.answers_missing`, `exam.part_one_wrong`.
        """
        with self.store.write("Enter answers") as tx:
            row = tx.get("paper", _paper_of(tx, candidate_id))
            form = exams.form_of(open_sitting(tx, number(row, "sitting_id"), "planned", "scoring"))
            if tx.find("packet", paper_id=row["id"]):
                raise RuleBroken("paper.out_already")
            check_part_one(part_one, form)
            said = _answers(answers, form)
            kept = {"answers": json.dumps(said, ensure_ascii=False), "part_one": part_one}
            tx.update("paper", number(row, "id"), kept | {"state": "answered"})
            tx.detail = text(row, "code")
        return tx.changes()

    def open_identity(self, paper_id: int, reason: str, on: date) -> Changes:
        """Open the door on one paper: `made` is the case. Journaled, and not to be undone.

        Raises BadInput `door.reason_missing`; RuleBroken `door.scores_not_in` before both are in.
        """
        if not reason.strip():
            raise BadInput("door.reason_missing")
        with self.store.write("Open identity", reason=reason.strip(), outside=True) as tx:
            row = tx.get("paper", paper_id)
            seats = tx.find("scoring", paper_id=paper_id)
            done = [one for one in seats if one["submitted_on"] is not None]
            if len(seats) < 2 or len(done) < len(seats):
                raise RuleBroken("door.scores_not_in", paper=text(row, "code"))
            tx.insert(
                "opening",
                {"paper_id": paper_id, "opened_on": iso(on), "reason": reason.strip()},
            )
            tx.made = number(tx.get("candidate", door.candidate_of(tx, paper_id)), "application_id")
            tx.detail = text(row, "code")
        return tx.changes()


# --- shared by the services of exams ----------------------------------------------------------


def open_sitting(reader: Reader, id: int, *states: str) -> Row:
    """A sitting in one of these states. Raises RuleBroken `sitting.over`."""
    row = reader.get("sitting", id)
    if text(row, "state") not in states:
        raise RuleBroken("sitting.over", title=text(row, "title"))
    return row


def present_papers(reader: Reader, id: int) -> list[dict[str, object]]:
    """The papers of a sitting whose candidates have not withdrawn, in the order of their codes."""
    gone = withdrawn_papers(reader, id)
    found = reader.find("paper", sitting_id=id, order="code")
    return [row for row in found if row["id"] not in gone]


def withdrawn_papers(reader: Reader, id: int) -> tuple[int, ...]:
    """Papers whose candidates have withdrawn."""
    gone = reader.find("candidate", sitting_id=id, state="withdrawn")
    papers = (door.paper_of(reader, number(row, "id")) for row in gone)
    return tuple(one for one in papers if one is not None)


def case_behind(reader: Reader, paper_id: int) -> dict[str, object]:
    """The case behind a paper, for what the program must know itself: conflicts, leaks, results."""
    candidate = reader.get("candidate", door.candidate_of(reader, paper_id))
    return reader.get("application", number(candidate, "application_id"))


def _paper_of(reader: Reader, candidate_id: int) -> int:
    found = door.paper_of(reader, number(reader.get("candidate", candidate_id), "id"))
    if found is None:
        raise RuleBroken("paper.not_coded")
    return found


def _is_seated(reader: Reader, row: Row) -> bool:
    """Whether a case is in a sitting that is neither over nor called off."""
    for one in reader.find("candidate", application_id=row["id"], state="admitted"):
        if text(reader.get("sitting", number(one, "sitting_id")), "state") in (
            "planned",
            "scoring",
        ):
            return True
    return False


def _facts(reader: Reader, row: Row) -> Seeker:
    approvals = reader.find("decision", application_id=row["id"], kind="approve_to_sit")
    results = reader.find("exam_result", application_id=row["id"], order="sat_on")
    return Seeker(
        number(row, "id"),
        text(row, "state"),
        when(row, "submitted"),
        maybe_day(approvals[-1], "valid_until") if approvals else None,
        maybe_day(results[-1], "retake_from") if results else None,
    )


def _candidate(reader: Reader, row: Row) -> CandidateRow:
    case = reader.get("application", number(row, "application_id"))
    who = reader.get("person", number(case, "person_id"))
    paper = door.paper_of(reader, number(row, "id"))
    answered = paper is not None and reader.get("paper", paper)["state"] == "answered"
    return CandidateRow(
        number(row, "id"),
        number(case, "id"),
        case_term(number(case, "case_year"), number(case, "case_running")),
        text(who, "name"),
        sort_name(text(who, "name"), text(who, "given"), text(who, "family")),
        text(case, "category"),
        text(row, "state"),
        answered,
    )


def _answers(answers: Sequence[str], form: Form) -> list[str]:
    if len(answers) != len(form.tasks) or not any(one.strip() for one in answers):
        raise BadInput("paper.answers_missing", count=len(form.tasks))
    plain = (one.replace("\r\n", "\n").replace("\r", "\n").strip() for one in answers)
    return [unicodedata.normalize("NFC", one) for one in plain]
