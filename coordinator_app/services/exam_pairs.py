"""Scorers, and who of them scores which paper."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.exams import Outcome
from coordinator_app.domain.pairing import Answer, Available, Question, Wanted, drawn, pair
from coordinator_app.domain.papers import SEATS
from coordinator_app.domain.reviews import Reviewer, check_assignment, covers, in_order
from coordinator_app.domain.views_exam import ScorerRow
from coordinator_app.persistence import cases, conflicts, exams, people
from coordinator_app.persistence.columns import Row, day, iso, number, or_none, text
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.exams import case_behind, open_sitting, present_papers
from coordinator_app.services.policies import Policies


@dataclass(frozen=True, slots=True)
class Pairs:
    store: Store
    policies: Policies
    today: Callable[[], date]

    # Scorers

    def scorers(self, on: date) -> tuple[ScorerRow, ...]:
        """Everybody enrolled to score who is endorsed on a day, by name."""
        with self.store.read() as reader:
            return exams.scorers(reader, on)

    def enrol(self, person: int, on: date, most_papers: int | None = None) -> Changes:
        """Enrol an endorsed person to score; `most_papers` a sitting (None: any number).

        Enrolling again changes the number. Raises RuleBroken `scorer.not_endorsed`.
        """
        if most_papers is not None and most_papers < 1:
            raise BadInput("scorer.most_wrong", most=most_papers)
        with self.store.write("Enrol scorer") as tx:
            name = people.name_of(tx, person)
            if not cases.held_on(tx, person, on):
                raise RuleBroken("scorer.not_endorsed", name=name)
            told = {"most_papers": most_papers, "enrolled_on": iso(on), "ended_on": None}
            found = tx.find("scorer", person_id=person)
            if found:
                tx.made = number(found[0], "id")
                tx.update("scorer", tx.made, told)
            else:
                tx.made = tx.insert("scorer", {"person_id": person} | told)
            tx.detail = name
        return tx.changes()

    def end(self, person: int, on: date) -> Changes:
        """Somebody scores no more from a day on."""
        with self.store.write("End scoring") as tx:
            for row in tx.find("scorer", person_id=person):
                tx.update("scorer", number(row, "id"), {"ended_on": iso(on)})
            tx.detail = people.name_of(tx, person)
        return tx.changes()

    def set_apart(self, one: int, other: int, reason: str) -> Changes:
        """Two scorers do not score the same paper. Raises BadInput `scorer.apart_wrong`."""
        if one == other or not reason.strip():
            raise BadInput("scorer.apart_wrong")
        with self.store.write("Keep scorers apart", reason=reason.strip()) as tx:
            first, second = sorted((one, other))
            if not tx.find("scorer_apart", one_id=first, other_id=second):
                two = {"one_id": first, "other_id": second}
                tx.insert("scorer_apart", two | {"reason": reason.strip()})
        return tx.changes()

    # Pairs

    def propose(self, id: int, seed: int) -> Answer:
        """The pairs that `pair` would write with this seed, or why there are none."""
        with self.store.read() as reader:
            return pair(self._question(reader, id, seed))

    def pair(self, id: int, on: date, *, seed: int | None = None) -> Changes:
        """Give every paper that has none its two scorers. The seed is kept, so that the same comes
        out again.

        Raises RuleBroken `pairing.impossible` naming the papers and what is short,
        `pairing.done_already`.
        """
        chosen = secrets.randbelow(2**31) if seed is None else seed
        with self.store.write("Pair papers") as tx:
            sitting = open_sitting(tx, id, "planned", "scoring")
            question = self._question(tx, id, chosen)
            if not question.papers:
                raise RuleBroken("pairing.done_already")
            answer = pair(question)
            if answer.short:
                raise RuleBroken("pairing.impossible", why=answer.short)
            barred = {one.code: sorted(one.barred) for one in question.papers}
            for code, two in answer.pairs.items():
                self._seat_pair(tx, code, two, on, chosen, barred[code])
            tx.update("sitting", id, {"seed": chosen})
            tx.detail = f"{text(sitting, 'title')}: {len(answer.pairs)}"
        return tx.changes()

    def _seat_pair(
        self,
        tx: Transaction,
        code: str,
        two: tuple[int, int],
        on: date,
        seed: int,
        left_out: list[int],
    ) -> None:
        """Who is A and who is B is drawn as well."""
        paper = number(tx.find("paper", code=code)[0], "id")
        why = json.dumps({"seed": seed, "left_out": left_out})
        for seat, person in zip(
            "AB", sorted(two, key=lambda one: drawn(seed, code, one)), strict=True
        ):
            told = {"seat": seat, "assigned_on": iso(on), "why": why}
            tx.insert("scoring", {"paper_id": paper, "scorer_id": person} | told)

    def _question(self, reader: Reader, id: int, seed: int) -> Question:
        on = day(reader.get("sitting", id), "day")
        scorers = exams.scorers(reader, self.today())
        waiting = [
            row
            for row in present_papers(reader, id)
            if not reader.find("scoring", paper_id=row["id"])
        ]
        papers = tuple(
            Wanted(text(row, "code"), self._barred(reader, number(row, "id"), scorers))
            for row in waiting
        )
        return Question(
            papers,
            tuple(_available(reader, one, id) for one in scorers),
            seed,
            exams.apart(reader),
            _last_pairs(reader, on, id),
        )

    def _barred(self, reader: Reader, paper: int, scorers: tuple[ScorerRow, ...]) -> frozenset[int]:
        judged = self._judged(reader, paper, scorers)
        return frozenset(one.person for one in judged if not one.free)

    def _judged(
        self, reader: Reader, paper: int, scorers: tuple[ScorerRow, ...]
    ) -> tuple[Reviewer, ...]:
        """Scorers as they stand to the examinee of one paper: scope and conflicts."""
        case = case_behind(reader, paper)
        applicant, category = number(case, "person_id"), text(case, "category")
        policy = self.policies.judging(reader, case, self.today())
        if policy is None:
            raise RuleBroken("policy.none_in_force", day=self.today())
        return tuple(
            Reviewer(
                one.person_id,
                one.name,
                one.sort_name,
                one.papers,
                None,
                conflicts.conflicts(reader, applicant, one.person_id, self.today()),
                covers(one.held, category, policy),
            )
            for one in scorers
        )

    def choices(self, paper_id: int) -> tuple[Reviewer, ...]:
        """Everybody who might take a seat at a paper, the best first; who has one is left out."""
        with self.store.read() as reader:
            taken = {row["scorer_id"] for row in reader.find("scoring", paper_id=paper_id)}
            judged = self._judged(reader, paper_id, exams.scorers(reader, self.today()))
            return in_order([one for one in judged if one.person not in taken])

    def assign(
        self, paper_id: int, seat: str, person: int, on: date, *, override_reason: str = ""
    ) -> Changes:
        """Give a seat at a paper to somebody: in place of a scorer who dropped out, or as the third.

        Self, family and gave-the-RSC: never; other conflicts by an override with its reason. The
        third (C) only after two who disagree. Raises RuleBroken.
        """
        if seat not in SEATS:
            raise BadInput("scorer.no_such_seat", seat=seat)
        with self.store.write("Assign scorer", reason=or_none(override_reason)) as tx:
            row = tx.get("paper", paper_id)
            open_sitting(tx, number(row, "sitting_id"), "planned", "scoring")
            chosen = self._chosen(tx, paper_id, person)
            check_assignment(chosen, override_reason)
            if seat == "C":
                _check_third(self.outcome(tx, row), text(row, "code"))
            reason = or_none(override_reason) if chosen.conflicts else None
            told: dict[str, object] = {
                "scorer_id": person,
                "assigned_on": iso(on),
                "override_reason": reason,
            }
            _seat(tx, paper_id, seat, told)
            tx.detail = f"{text(row, 'code')}, {chosen.name}"
        return tx.changes()

    def _chosen(self, reader: Reader, paper_id: int, person: int) -> Reviewer:
        if reader.find("scoring", paper_id=paper_id, scorer_id=person):
            raise RuleBroken("scorer.seated_already")
        scorers = tuple(
            one for one in exams.scorers(reader, self.today()) if one.person_id == person
        )
        if not scorers:
            raise RuleBroken("scorer.not_endorsed", name=people.name_of(reader, person))
        return self._judged(reader, paper_id, scorers)[0]

    def outcome(self, reader: Reader, row: Row) -> Outcome:
        """Where a paper stands by the policy of its sitting's day."""
        sitting = reader.get("sitting", number(row, "sitting_id"))
        policy = self.policies.on(reader, day(sitting, "day"))
        kept = reader.find("scoring", paper_id=row["id"])
        return exams.paper_outcome(kept, exams.form_of(sitting), policy)


def _available(reader: Reader, one: ScorerRow, sitting_id: int) -> Available:
    most = one.most_papers
    if most is not None:
        most = max(0, most - exams.papers_in(reader, one.person_id, sitting_id))
    return Available(one.person_id, one.papers, most)


def _last_pairs(reader: Reader, on: date, id: int) -> frozenset[frozenset[int]]:
    """Who scored together at the sitting before this one."""
    before = [
        row
        for row in reader.find("sitting", order="day")
        if day(row, "day") < on and row["id"] != id and row["state"] != "called_off"
    ]
    return exams.pairs_of(reader, number(before[-1], "id")) if before else frozenset()


def _check_third(stands: Outcome, code: str) -> None:
    if stands.state not in ("disagree", "undecided", "third_waiting"):
        raise RuleBroken("scorer.no_third", paper=code)


def _seat(tx: Transaction, paper_id: int, seat: str, told: dict[str, object]) -> None:
    found = tx.find("scoring", paper_id=paper_id, seat=seat)
    if not found:
        others = tx.find("scoring", paper_id=paper_id)
        why = text(others[0], "why") if others else "{}"
        tx.made = tx.insert("scoring", {"paper_id": paper_id, "seat": seat, "why": why} | told)
        return
    if found[0]["submitted_on"] is not None:
        raise RuleBroken("scorer.in_already", seat=seat)
    tx.made = number(found[0], "id")
    tx.update("scoring", tx.made, told | {"released_on": None})
