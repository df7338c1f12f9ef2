"""Writing the rows of an import plan: imported history, marked so, which passes no gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from coordinator_app.domain import calendar
from coordinator_app.domain.applications import PAUSES
from coordinator_app.domain.applications import EvidenceDraft as Evidence
from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_drafts import (
    ApplicationDraft,
    EndorsementDraft,
    EvidenceDraft,
    ReferenceDraft,
    RowPlan,
)
from coordinator_app.domain.imports_drafts import PersonDraft as Found
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_rules import INACTIVE, SANCTIONED
from coordinator_app.persistence import cases, people
from coordinator_app.persistence.columns import exact, iso, number
from coordinator_app.persistence.phrases import kept_phrase
from coordinator_app.persistence.store import Transaction
from coordinator_app.services.applications import evidence_values, write_submission

PolicyOn = Callable[[date], tuple[int, Policy] | None]
_DECISIONS = {"to_sit": "approve_to_sit"}
_REASONS = {"moved": "moved_association", "": "not_told"}


@dataclass(slots=True)
class Writing:
    """One import under way: what has been written for the keys of the plan."""

    tx: Transaction
    today: date
    policy_on: PolicyOn
    people: dict[str, int] = field(default_factory=dict[str, int])
    raters: dict[str, int] = field(default_factory=dict[str, int])

    def row(self, row: RowPlan) -> tuple[int, int | None, int | None]:
        """Write one accepted or questioned row: (person, application, endorsement)."""
        assert row.person is not None
        owner = self.person(row.person)
        case = self.application(owner, row.application) if row.application else None
        held = self.endorsement(owner, row.endorsement) if row.endorsement else None
        links: dict[str, object] = {"person_id": owner, "application_id": case}
        self._notes(row, links)
        for asked in row.questions:
            place = f"{row.sheet}, {row.row}"
            said = {"place": place, "text": kept_phrase(asked), "asked_on": iso(self.today)}
            self.tx.insert("question", links | {"endorsement_id": held} | said)
        return owner, case, held

    def person(self, found: Found) -> int:
        """The person of a key: one already on file, one written for an earlier row, or a new one."""
        if found.key not in self.people:
            draft = PersonDraft(
                name=found.name,
                given=found.given,
                family=found.family,
                emails=found.emails,
                phones=found.phones,
                island=found.island,
            )
            known = found.existing
            self.people[found.key] = (
                people.add(self.tx, draft, imported=True) if known is None else known
            )
            self._parts(self.people[found.key], found)
        return self.people[found.key]

    def _parts(self, id: int, found: Found) -> None:
        for mail in found.emails:
            people.add_contact(self.tx, id, "email", mail)
        for agency in found.agencies:
            people.add_agency(self.tx, id, agency)

    def _notes(self, row: RowPlan, links: dict[str, object]) -> None:
        lines = [f"{one.header}: {one.text}" if one.header else one.text for one in row.notes]
        if lines:
            values = {"written_on": iso(self.today), "text": "\n".join(lines)}
            self.tx.insert("note", links | values)

    def application(self, owner: int, draft: ApplicationDraft) -> int:
        """A case as the sheet tells it; its number is of the year it was registered in."""
        known = draft.registered or draft.submitted
        year = known.year if known else self.today.year
        id = self.tx.insert(
            "application",
            {
                "case_year": year,
                "case_running": self.tx.next_number(f"case {year}"),
                "person_id": owner,
                "category": draft.category,
                "state": draft.state,
                "registered": iso(draft.registered),
                "submission": 0,
                "imported": 1,
            },
        )
        if draft.submitted and draft.submitted.month:
            self._submission(id, draft.submitted)
        self._outcome(id, draft)
        for one in draft.evidence:
            if one.shown:
                self._evidence(id, one)
        for one in draft.references:
            self._reference(id, one)
        return id

    def _submission(self, id: int, submitted: PartialDate) -> None:
        found = self.policy_on(submitted.first())
        due = calendar.reply_due(submitted, found[1]) if found else None
        write_submission(self.tx, id, submitted, due, found[0] if found else None)

    def _outcome(self, id: int, draft: ApplicationDraft) -> None:
        decision = _DECISIONS.get(draft.decision, draft.decision) or None
        decided = draft.decided_on.whole() if draft.decided_on else None
        sent = draft.letter_sent.whole() if draft.letter_sent else None
        answered = iso(sent) if decision else None
        told = {"decision": decision, "decided_on": iso(decided), "answered_on": answered}
        self.tx.update("application", id, {"state": draft.state} | told)
        for one in self.tx.find("submission", application_id=id):
            self.tx.update("submission", number(one, "id"), {"answered_on": answered})
        self._pause(id, draft)
        if decision:
            submission = number(self.tx.get("application", id), "submission")
            values = {"kind": decision, "decided_on": iso(decided), "findings": "[]", "imported": 1}
            self.tx.insert("decision", {"application_id": id, "submission": submission} | values)
        if draft.letter_sent and not answered:
            text = f"Letter sent: {draft.letter_sent.iso}"
            values = {"written_on": iso(self.today), "text": text}
            owner = self.tx.get("application", id)["person_id"]
            self.tx.insert("note", {"application_id": id, "person_id": owner} | values)

    def _pause(self, id: int, draft: ApplicationDraft) -> None:
        """A case on hold can be taken up again: where it was before, and since when, is not told."""
        if draft.state in PAUSES:
            submitted = self.tx.get("application", id)["submitted"] is not None
            before = "submitted" if submitted else "in_progress"
            told = {"kind": draft.state, "started": iso(self.today), "state_before": before}
            self.tx.insert("pause", {"application_id": id} | told)

    def _evidence(self, id: int, one: EvidenceDraft) -> None:
        kept = Evidence(
            kind=one.kind,
            on=one.on,
            hours=one.hours if one.hours and one.hours > 0 else None,
            mode=one.mode,
            provider_name=" ".join(
                part for part in (one.provider_name, one.provider_category) if part
            ),
            provider_vetted=one.provider_vetted,
            paid_state=one.paid_state,
            amount=exact(one.amount) or "",
            note=_evidence_note(one),
        )
        self.tx.insert("evidence", {"application_id": id} | evidence_values(kept))

    def _reference(self, id: int, one: ReferenceDraft) -> None:
        values = {
            "kind": "other",
            "state": one.state,
            "asked_on": _whole(one.asked_on),
            "received_on": _whole(one.received_on),
            "reminders": 0,
            "rater_vetted": 0,
            "rater_id": self._rater(one.rater) if one.rater else None,
        }
        self.tx.insert("reference", {"application_id": id} | values)

    def _rater(self, name: str) -> int:
        """A rater named by initial and family name is one person for the whole file."""
        key = fold(name)
        if key not in self.raters:
            same = self.tx.find("person", fold=key)
            known = number(same[0], "id") if same else None
            draft = PersonDraft(name)
            self.raters[key] = known or people.add(self.tx, draft, imported=True)
        return self.raters[key]

    def endorsement(self, owner: int, draft: EndorsementDraft) -> int:
        """An endorsement as the registry sheet tells it, on the registry it names."""
        values = {
            "category": draft.category,
            "credential": draft.credential,
            "since": iso(draft.since),
        }
        origin = {"person_id": owner, "source": "import", "imported": 1}
        barred = cases.sanctioned(self.tx, owner)
        id = self.tx.insert("endorsement", origin | values)
        moves = self._moves(draft)
        if barred and moves[-1][2] != SANCTIONED:
            moves = [(moves[0][0], INACTIVE, SANCTIONED)]
        for day, target, reason in moves:
            self._move(id, day, target, reason)
        if moves[-1][2] == SANCTIONED:
            self._sanction(owner, moves[-1][0])
        self._renewal(id, draft)
        return id

    def _move(self, id: int, day: date, target: str, reason: str) -> None:
        told = {"day": iso(day), "target": target, "reason": reason}
        self.tx.insert("move", {"endorsement_id": id} | told)

    def _sanction(self, owner: int, on: date) -> None:
        """A sanction is of the person: whatever else they hold is inactive from its day on."""
        for id, moves in cases.moves_of_person(self.tx, owner).items():
            last = moves[-1]
            if last.reason == SANCTIONED:
                continue
            if last.on < on:
                self._move(id, on, INACTIVE, SANCTIONED)
                continue
            for row in self.tx.find("move", endorsement_id=id, day=iso(last.on)):
                told = {"target": INACTIVE, "reason": SANCTIONED}
                self.tx.update("move", number(row, "id"), told)

    def _moves(self, draft: EndorsementDraft) -> list[tuple[date, str, str]]:
        """When it came and where it stands. Active not before the last day the sheet can mean,
        inactive from the first: a doubt never puts anybody on the active list."""
        came = min(draft.since.last(), self.today) if draft.since else self.today
        if draft.status == "active":
            return [(came, "active", "imported")]
        reason = _REASONS.get(draft.reason, draft.reason)
        left = draft.status_on.first() if draft.status_on else came
        if left <= came:
            return [(min(left, came), "inactive", reason)]
        return [(came, "active", "imported"), (left, "inactive", reason)]

    def _renewal(self, id: int, draft: EndorsementDraft) -> None:
        through = draft.renewed_through
        cycle = (
            PartialDate(draft.year).last() if draft.year else through.last() if through else None
        )
        hours = [one.hours for one in (draft.training, draft.rsc) if one]
        if cycle is None or not (through or any(one is not None for one in hours)):
            return
        values = {
            "cycle_ends": iso(cycle),
            "training_hours": _hours(draft.training.hours if draft.training else None),
            "rsc_hours": _hours(draft.rsc.hours if draft.rsc else None),
            "imported": 1,
        }
        self.tx.insert("renewal", {"endorsement_id": id} | values)


def _evidence_note(one: EvidenceDraft) -> str:
    """What has no column of its own: a check's number, how many transcripts there should be."""
    if one.check:
        return f"check #{one.check}"
    return f"for {one.transcripts_of} degrees" if one.transcripts_of else ""


def _hours(hours: Decimal | None) -> str | None:
    return exact(hours)


def _whole(when: PartialDate | None) -> str | None:
    day = when.whole() if when else None
    return iso(day)
