"""The registry as it stood on a day, what came onto it, its moves and its renewals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain import calendar
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.findings import Finding
from coordinator_app.domain.findings_endorsement import endorsement_findings
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_moves import (
    BROUGHT_OVER,
    RegistryEntry,
    RenewalDraft,
    check_move,
    check_move_day,
    moves_together,
)
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.persistence import cases, lists, people
from coordinator_app.persistence.columns import exact, iso, number, or_none, text
from coordinator_app.persistence.store import Store, Transaction
from coordinator_app.services.policies import Policies


@dataclass(frozen=True, slots=True)
class Registry:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def list(self, query: ListQuery, as_of: date | None = None) -> Page[EndorsementRow]:
        """Endorsements on a day (None: today). Filters: status, reason, category, credential."""
        with self.store.read() as reader:
            return lists.registry(reader, query, as_of or self.today())

    def findings(self, endorsement_id: int) -> tuple[Finding, ...]:
        """What its upkeep asks for, judged today."""
        with self.store.read() as reader:
            facts = cases.endorsement_facts(reader, endorsement_id)
            policy = self.policies.on(reader, self.today())
            return endorsement_findings(facts, policy, self.today(), self.policies.finder(reader))

    def add_by_hand(self, person: int | PersonDraft, entry: RegistryEntry) -> Changes:
        """Bring an endorsement over from older records; `made` is its number.

        Of somebody sanctioned it is inactive. Raises BadInput `category.unknown`,
        `move.in_future`; RuleBroken `endorsement.held_already`.
        """
        with self.store.write("Add endorsement") as tx:
            tx.made = self.write_entry(tx, person, entry)
        return tx.changes()

    def write_entry(self, tx: Transaction, person: int | PersonDraft, entry: RegistryEntry) -> int:
        """The same inside an action that is under way."""
        policy = self.policies.on(tx, self.today())
        if policy is None or entry.category not in policy.categories:
            title = policy.title if policy else ""
            raise BadInput("category.unknown", category=entry.category, policy=title)
        check_move_day((), entry.day, self.today())
        owner = people.add(tx, person) if isinstance(person, PersonDraft) else person
        tx.detail = f"{entry.category}, {people.name_of(tx, owner)}"
        told: dict[str, object] = {
            "since": iso(entry.since),
            "source": "by_hand",
            "provides_rsc": None if entry.provides_rsc is None else int(entry.provides_rsc),
        }
        return _endorse(tx, owner, policy, entry.category, told, entry.day, BROUGHT_OVER)

    def move(
        self, endorsement_id: int, to: str, reason: str, on: date, evidence: str = ""
    ) -> Changes:
        """Move an endorsement to the active or inactive registry, from the start of a day.

        A sanction moves all the person's endorsements, and so does its end: see
        domain/registry_moves.py, also for what is refused.
        """
        said = f"{reason}: {evidence.strip()}" if evidence.strip() else reason
        with self.store.write("Move endorsement", reason=said) as tx:
            row = tx.get("endorsement", endorsement_id)
            owner = number(row, "person_id")
            tx.detail = f"{text(row, 'category')}, {people.name_of(tx, owner)}"
            held = cases.moves_of_person(tx, owner)
            check_move(held[endorsement_id], to, reason, evidence)
            for id, (target, why) in moves_together(held, endorsement_id, to, reason).items():
                check_move_day(held[id], on, self.today())
                add_move(tx, id, on, target, why, evidence.strip())
        return tx.changes()

    def record_renewal(self, endorsement_id: int, draft: RenewalDraft) -> Changes:
        """Note what was shown for a cycle, beside what is noted already; `made` is its number.

        Raises BadInput `renewal.no_such_cycle` where no renewal cycle ends on that day.
        """
        with self.store.write("Record renewal", detail=draft.cycle_ends.isoformat()) as tx:
            tx.made = self.write_renewal(tx, endorsement_id, draft)
        return tx.changes()

    def write_renewal(self, tx: Transaction, endorsement_id: int, draft: RenewalDraft) -> int:
        """The same inside an action that is under way."""
        tx.get("endorsement", endorsement_id)
        cycle = calendar.cycle_of(draft.cycle_ends, self.policies.finder(tx))
        if cycle is None or cycle.ends != draft.cycle_ends:
            raise BadInput("renewal.no_such_cycle", day=draft.cycle_ends)
        return _note_renewal(tx, endorsement_id, draft)


def _note_renewal(tx: Transaction, endorsement_id: int, draft: RenewalDraft) -> int:
    told = {
        name: iso(value) if isinstance(value, date) else exact(value)
        for name, value in draft.told.items()
    }
    found = tx.find("renewal", endorsement_id=endorsement_id, cycle_ends=iso(draft.cycle_ends))
    if found:
        tx.update("renewal", number(found[0], "id"), told)
        return number(found[0], "id")
    return tx.insert("renewal", {"endorsement_id": endorsement_id, "imported": 0} | told)


def begin_endorsement(tx: Transaction, application_id: int, policy: Policy, on: date) -> int:
    """Put an endorsement on the active registry from the start of a day.

    Somebody sanctioned by a licensing board starts inactive: no sanctioned person is ever on an
    active list. Raises RuleBroken `endorsement.held_already`.
    """
    row = tx.get("application", application_id)
    told: dict[str, object] = {
        "since": iso(on),
        "application_id": application_id,
        "source": "decision",
    }
    owner, code = number(row, "person_id"), text(row, "category")
    return _endorse(tx, owner, policy, code, told, on, "endorsed")


def _endorse(
    tx: Transaction,
    owner: int,
    policy: Policy,
    code: str,
    told: dict[str, object],
    on: date,
    reason: str,
) -> int:
    if code in cases.held_on(tx, owner, None):
        raise RuleBroken("endorsement.held_already", category=code)
    known = {
        "person_id": owner,
        "category": code,
        "credential": policy.categories[code].credential,
        "imported": 0,
    }
    made = tx.insert("endorsement", known | told)
    if cases.sanctioned(tx, owner):
        add_move(tx, made, on, "inactive", "sanctioned")
    else:
        add_move(tx, made, on, "active", reason)
    return made


def add_move(
    tx: Transaction, endorsement_id: int, on: date, target: str, reason: str, evidence: str = ""
) -> None:
    """A dated change of registry; it holds from the start of its day."""
    values = {"day": iso(on), "target": target, "reason": reason, "evidence": or_none(evidence)}
    tx.insert("move", {"endorsement_id": endorsement_id} | values)
