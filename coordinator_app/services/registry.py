"""The registry as it stood on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.findings import Finding
from coordinator_app.domain.findings_endorsement import endorsement_findings
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.views import EndorsementRow, ListQuery, Page
from coordinator_app.persistence import cases, lists
from coordinator_app.persistence.columns import iso, number, text
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


def begin_endorsement(tx: Transaction, application_id: int, policy: Policy, on: date) -> int:
    """Put an endorsement on the active registry from the start of a day.

    Somebody sanctioned by a licensing board starts inactive: no sanctioned person is ever on an
    active list. Raises RuleBroken `endorsement.held_already`.
    """
    row = tx.get("application", application_id)
    owner, code = number(row, "person_id"), text(row, "category")
    if code in cases.held_on(tx, owner, None):
        raise RuleBroken("endorsement.held_already", category=code)
    category = policy.categories[code]
    known = {"person_id": owner, "category": code, "credential": category.credential, "imported": 0}
    made = tx.insert(
        "endorsement",
        known | {"since": iso(on), "application_id": application_id, "source": "decision"},
    )
    sanctioned = cases.sanctioned(tx, owner)
    target, reason = ("inactive", "sanctioned") if sanctioned else ("active", "endorsed")
    add_move(tx, made, on, target, reason)
    return made


def add_move(
    tx: Transaction, endorsement_id: int, on: date, target: str, reason: str, evidence: str = ""
) -> None:
    """A dated change of registry; it holds from the start of its day."""
    values = {"day": iso(on), "target": target, "reason": reason, "evidence": evidence or None}
    tx.insert("move", {"endorsement_id": endorsement_id} | values)
