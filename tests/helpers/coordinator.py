"""Somebody who does anything at all, for tests that must hold whatever is done."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from coordinator_app.domain.applications import DECISIONS, EvidenceDraft
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.facts import EVIDENCE_KINDS, RATER_KINDS
from coordinator_app.domain.letters import LetterKind, letter_of
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.references import RatingDraft
from coordinator_app.domain.registry_moves import (
    ACTIVE_REASONS,
    RegistryEntry,
    RenewalDraft,
)
from coordinator_app.domain.registry_rules import INACTIVE_REASONS
from coordinator_app.domain.reviews import RECOMMENDATIONS
from coordinator_app.services.applications import Acceptance
from coordinator_app.services.desk import Desk
from coordinator_app.services.people import TIE_KINDS
from tests.helpers.builders import OFFICE, Clock

CATEGORIES = ("IFA", "IFS", "IMHS", "IMHM-C", "ECFA")
NAMES = ("Leilani", "Keoni", "Mele", "Kalaniʻōpuʻu", "Noa", "Pua", "José", "Anne-Marie")
FAMILIES = ("Kahananui", "Akana", "Souza", "Nakamura", "O'Neill", "Kamaka")
Action = Callable[[], Changes]


class Coordinator:
    """Somebody who does anything at all, on anything there is, on a day that only goes forward."""

    def __init__(self, desk: Desk, clock: Clock, draw: random.Random) -> None:
        self.desk, self.clock, self.draw = desk, clock, draw
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.ways: Counter[str] = Counter()
        self.undone = False
        self.last = desk.history.last()
        self.actions: tuple[tuple[int, Callable[[], Changes]], ...] = (
            (3, self.add_person), (2, self.change_person), (1, self.tie), (1, self.leave_agency),
            (1, self.remove_contact), (1, self.licence), (1, self.archive),
            (6, self.log), (6, self.accept), (8, self.evidence), (1, self.change_evidence),
            (2, self.judge_evidence), (6, self.submit), (2, self.pause), (2, self.resume),
            (1, self.end), (2, self.take_up), (8, self.name_rater), (8, self.rating),
            (1, self.replace_rater), (5, self.assign), (3, self.complete), (6, self.decide),
            (2, self.exam), (1, self.expire), (2, self.letter), (2, self.sent),
            (3, self.by_hand), (2, self.move), (3, self.renewal),
            (4, self.note), (1, self.change_note), (1, self.finish_note), (1, self.office),
            (9, self.undo), (3, self.undo_earlier), (1, self.redo),
        )  # fmt: skip

    def act(self) -> None:
        """One action, done or refused; what is refused leaves no trace."""
        if self.draw.random() < 0.05:
            self.clock.day += timedelta(days=self.draw.randrange(1, 40))
        weights = [weight for weight, _ in self.actions]
        action = self.draw.choices([one for _, one in self.actions], weights)[0]
        if self.undone and self.draw.random() < 0.4:  # else most of them would be given up at once
            action = self.redo
        before, changes = self.last, None
        try:
            changes = action()
        except Refusal as refusal:
            self.refused[refusal.code] += 1
        self.last = self.desk.history.last()
        written = self.last[0] - before[0]
        assert written == (1 if changes and changes.entry else 0), "one action, one entry"
        self.undone = action in (self.undo, self.undo_earlier)
        if changes and written:
            self.done[changes.action] += 1
            self.ways[action.__name__ if action in (self.undo, self.redo) else "do"] += 1

    # --- what there is ------------------------------------------------------------------------

    def one(self, record: str, **values: object) -> int:
        """The number of some row; 99 where there is none, which must be refused."""
        with self.desk.people.store.read() as reader:
            found = [row["id"] for row in reader.find_where(record, values)]
        number = self.draw.choice(found) if found else 99
        assert isinstance(number, int)
        return number

    def one_of(self, record: str, states: Sequence[str]) -> int:
        """The same among the rows in some states."""
        with self.desk.people.store.read() as reader:
            found = [row["id"] for row in reader.find(record) if row["state"] in states]
        number = self.draw.choice(found) if found else 99
        assert isinstance(number, int)
        return number

    def case(self, *states: str) -> int:
        """A case, mostly one in a state from which the step may be taken."""
        if self.draw.random() < 0.1 or not states:
            return self.one("application")
        return self.one_of("application", states)

    def day(self) -> date:
        return self.clock.day - timedelta(days=self.draw.choice((0, 0, 0, 1, 5, 40)))

    def words(self) -> str:
        return self.draw.choice(("", "because", "ʻāina", "<b>&", "'; DROP TABLE person; --", "😀"))

    def draft(self) -> PersonDraft:
        name = f"{self.draw.choice(NAMES)} {self.draw.choice(FAMILIES)}"
        return PersonDraft(
            name,
            emails=(f"{self.draw.choice(NAMES)}@example.org",) * self.draw.randrange(2),
            phones=("808 555 0142",) * self.draw.randrange(2),
            agency=self.draw.choice(("", "", "Keiki ʻOhana", "Kapiʻolani")),
            former_names=(self.draw.choice(NAMES),) * self.draw.randrange(2),
            island=self.draw.choice(("", "Oʻahu", "Maui")),
        )

    # --- people -------------------------------------------------------------------------------

    def add_person(self) -> Changes:
        return self.desk.people.add(self.draft())

    def change_person(self) -> Changes:
        return self.desk.people.change(self.one("person"), self.draft())

    def tie(self) -> Changes:
        kind = self.draw.choice(TIE_KINDS)
        return self.desk.people.declare_tie(self.one("person"), self.one("person"), kind)

    def leave_agency(self) -> Changes:
        return self.desk.people.leave_agency(self.one("affiliation"), self.day())

    def remove_contact(self) -> Changes:
        return self.desk.people.remove_contact(self.one("contact"))

    def licence(self) -> Changes:
        return self.desk.people.add_licence(self.one("person"), "LCSW", "1", "Board", self.day())

    def archive(self) -> Changes:
        return self.desk.people.archive(self.one("person"), "moved away")

    # --- cases --------------------------------------------------------------------------------

    def log(self) -> Changes:
        who = self.draft() if self.draw.random() < 0.6 else self.one("person")
        return self.desk.applications.log(who, self.draw.choice(CATEGORIES), self.day())

    def accept(self) -> Changes:
        until = self.draw.choice((None, self.clock.day + timedelta(days=300)))
        checked = Acceptance(
            "AIMH HI", until, self.draw.choice(("paid", "none", "")), "50", self.words()
        )
        return self.desk.applications.accept(self.case("registered"), checked, self.day())

    def shown(self) -> EvidenceDraft:
        kind = self.draw.choice(EVIDENCE_KINDS)
        provider = (
            self.one("person") if kind == "rsc_received" and self.draw.random() < 0.3 else None
        )
        return EvidenceDraft(
            kind,
            degree="master" if kind == "education" else "",
            on=PartialDate(2025, self.draw.randrange(1, 13)),
            started=PartialDate(2019, 1, 1) if kind == "work" else None,
            hours=Decimal(self.draw.choice(("30", "12.5", "0.25")))
            if kind in ("training", "rsc_received")
            else None,
            provider_id=provider,
            note=self.words(),
        )

    def evidence(self) -> Changes:
        case = self.case("accepted", "in_progress", "submitted", "deferred")
        return self.desk.applications.enter_evidence(case, self.shown())

    def change_evidence(self) -> Changes:
        return self.desk.applications.change_evidence(self.one("evidence"), self.shown())

    def judge_evidence(self) -> Changes:
        if self.draw.random() < 0.5:
            return self.desk.applications.verify_evidence(self.one("evidence"))
        return self.desk.applications.reject_evidence(self.one("evidence"), self.words())

    def submit(self) -> Changes:
        return self.desk.applications.submit(
            self.case("accepted", "in_progress"),
            self.clock.day,
            override_reason=self.draw.choice(("", "transcripts follow", "as agreed")),
            keep_policy=self.draw.random() < 0.2,
        )

    def pause(self) -> Changes:
        kind = self.draw.choice(("more_information", "on_hold", "nap"))
        case = self.case("accepted", "submitted", "in_review")
        return self.desk.applications.pause(case, kind, self.clock.day, self.words())

    def resume(self) -> Changes:
        return self.desk.applications.resume(
            self.case("more_information", "on_hold"), self.clock.day
        )

    def end(self) -> Changes:
        ending = self.draw.choice((self.desk.applications.withdraw, self.desk.applications.close))
        return ending(self.case(), self.clock.day, self.words())

    def take_up(self) -> Changes:
        return self.desk.applications.take_up_again(self.case("deferred"))

    def name_rater(self) -> Changes:
        who = self.draft() if self.draw.random() < 0.5 else self.one("person")
        case = self.case("accepted", "in_progress", "submitted")
        return self.desk.references.name_rater(case, who, self.draw.choice(RATER_KINDS), self.day())

    def rating(self) -> Changes:
        references, step = self.desk.references, self.draw.randrange(8)
        if step < 2:
            one = self.one_of("reference", ("named", "asked", "reminded"))
            rating = RatingDraft(
                self.day(), self.clock.day, blanks=self.draw.choice((None, 0, 5, 6))
            )
            return references.receive(one, rating)
        if step < 4:
            return references.accept(self.one("reference", state="received"), self.clock.day)
        if step == 4:
            return references.void(self.one("reference"), self.words())
        if step == 5:
            return references.remind(self.one("reference"), self.clock.day)
        one = self.one("reference", state="named")
        return references.ask(one, self.clock.day) if step == 6 else references.decline(one)

    def replace_rater(self) -> Changes:
        one = self.one("reference")
        return self.desk.references.replace(one, self.draft(), "colleague", self.clock.day)

    # --- review, decision, letter -------------------------------------------------------------

    def assign(self) -> Changes:
        case = self.case("submitted", "in_review")
        reviewer = self.one("endorsement")
        with self.desk.people.store.read() as reader:
            held = reader.find("endorsement", id=reviewer)
            person = held[0]["person_id"] if held else 99
        assert isinstance(person, int)
        return self.desk.reviews.assign(case, person, self.clock.day, override_reason=self.words())

    def complete(self) -> Changes:
        one = self.one("review", completed_on=None)
        said = self.draw.choice(RECOMMENDATIONS)
        return self.desk.reviews.complete(one, self.clock.day, said, self.words())

    def decide(self) -> Changes:
        kind = self.draw.choice(DECISIONS)
        reason = self.draw.choice(("", "the board's wish", "as agreed"))
        return self.desk.decisions.decide(
            self.case("submitted", "in_review"),
            kind,
            self.clock.day,
            reasons="so",
            override_reason=reason,
        )

    def exam(self) -> Changes:
        sat = self.clock.day - timedelta(days=self.draw.randrange(5))
        return self.desk.decisions.record_exam(
            self.case("to_sit", "not_passed"),
            sat,
            passed=self.draw.random() < 0.6,
            source="the Alliance's letter",
            on=self.clock.day,
        )

    def expire(self) -> Changes:
        return self.desk.decisions.let_approval_expire(self.case("to_sit"), self.clock.day)

    def letter(self) -> Changes:
        case = self.case("endorsed", "to_sit", "deferred", "denied")
        with self.desk.people.store.read() as reader:
            found = reader.find("decision", application_id=case)
        kind = letter_of(str(found[-1]["kind"])) if found else LetterKind.APPROVED
        return self.desk.letters.issue(kind, case)

    def sent(self) -> Changes:
        return self.desk.letters.mark_sent(self.one("letter", sent_on=None), "post", self.clock.day)

    # --- the registry, notes, the office ------------------------------------------------------

    def by_hand(self) -> Changes:
        who = self.draft() if self.draw.random() < 0.7 else self.one("person")
        entry = RegistryEntry(
            self.draw.choice(CATEGORIES), PartialDate(2024, self.draw.randrange(1, 13))
        )
        return self.desk.registry.add_by_hand(who, entry)

    def move(self) -> Changes:
        to = self.draw.choice(("active", "inactive"))
        reason = self.draw.choice(ACTIVE_REASONS if to == "active" else INACTIVE_REASONS)
        told = self.draw.choice(("", "letter of the board"))
        return self.desk.registry.move(self.one("endorsement"), to, reason, self.clock.day, told)

    def renewal(self) -> Changes:
        draft = RenewalDraft(date(2026, 12, 31), training_hours=Decimal(self.draw.randrange(20)))
        return self.desk.registry.record_renewal(self.one("endorsement"), draft)

    def note(self) -> Changes:
        due = self.draw.choice((None, self.clock.day))
        return self.desk.notes.add(self.words(), application_id=self.case(), due=due)

    def change_note(self) -> Changes:
        return self.desk.notes.change(self.one("note"), self.words(), None)

    def finish_note(self) -> Changes:
        return self.desk.notes.done(self.one("note"))

    def office(self) -> Changes:
        return self.desk.office.change(replace(OFFICE, phone=self.draw.choice(("", "808", "809"))))

    # --- back and forth -----------------------------------------------------------------------

    def undo(self) -> Changes:
        return self.desk.history.undo()

    def undo_earlier(self) -> Changes:
        newest = self.desk.history.last()[0]
        return self.desk.history.undo(self.draw.randrange(max(1, newest - 12), newest + 1))

    def redo(self) -> Changes:
        return self.desk.history.redo()

    # --- afterwards ---------------------------------------------------------------------------

    def is_whole(self) -> None:
        report = self.desk.checks.report(self.desk.history.last())
        assert report.faults == ()
        assert self.desk.history.verify() == []
        with self.desk.people.store.read() as reader:
            cases = reader.find("application")
            numbers = [(row["case_year"], row["case_running"]) for row in cases]
        assert len(set(numbers)) == len(numbers)
        for row in cases:
            assert isinstance(row["id"], int)
            self.desk.cases.card(row["id"])
        self.desk.due.list()
