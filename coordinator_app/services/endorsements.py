"""The registry for its screens: each row with its renewal, one endorsement whole, and exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coordinator_app.domain.calendar import Cycle
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.facts import EndorsementFacts
from coordinator_app.domain.findings_endorsement import endorsement_findings
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_moves import RenewalDraft
from coordinator_app.domain.registry_rules import ACTIVE, move_in_force, reactivation_steps
from coordinator_app.domain.registry_upkeep import as_of, cycles_about, owing, upkeep
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.domain.views_registry import EndorsementCard, RegistryRow
from coordinator_app.persistence import letters, lists, people
from coordinator_app.persistence import upkeep as kept
from coordinator_app.persistence.columns import number
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.policies import Policies
from coordinator_app.services.registry import Registry
from coordinator_app.services.spreadsheets import write_registry


@dataclass(frozen=True, slots=True)
class Endorsements:
    store: Store
    policies: Policies
    registry: Registry
    today: Callable[[], date]

    def list(self, query: ListQuery, on: date | None = None) -> Page[RegistryRow]:
        """The registry as it stood on a day (None: today), each row with its renewal.

        Filters as `Registry.list`, and renewal: "owed" (active, open to renew, not renewed).
        """
        with self.store.read() as reader:
            day = on or self.today()
            policy_on = self.policies.finder(reader)
            page = lists.registry(reader, query, day, owing(day, policy_on))
            facts = kept.facts_of(reader, [row.id for row in page.rows])
            rows = (
                RegistryRow(row, upkeep(as_of(facts[row.id], day), day, policy_on))
                for row in page.rows
            )
            return Page(tuple(rows), page.total, page.more)

    def counts(self, words: str = "", on: date | None = None) -> Mapping[str, int]:
        """How many are active, inactive, sanctioned, owed (to renew), all; of those the words find."""
        with self.store.read() as reader:
            day = on or self.today()
            return kept.counts(reader, words, day, owing(day, self.policies.finder(reader)))

    def card(self, id: int) -> EndorsementCard:
        """Everything on one endorsement, as it stands today. Raises NotFound."""
        with self.store.read() as reader:
            day, policy_on = self.today(), self.policies.finder(reader)
            held = self._held(reader, id, day)
            facts = kept.facts_of(reader, [id])[id]
            policy = policy_on(day)
            row = next(one for one in held if one.id == id)
            category = policy.categories.get(row.category) if policy else None
            return EndorsementCard(
                row=row,
                upkeep=upkeep(facts, day, policy_on),
                category_name=category.name if category else row.category,
                policy=policy.title if policy else "",
                provides_rsc=facts.provides_rsc,
                findings=endorsement_findings(facts, policy, day, policy_on),
                steps=_steps(facts, policy, day),
                moves=kept.moves_of(reader, id),
                renewals=kept.renewals_of(reader, id),
                others=tuple(one for one in held if one.id != id),
                letters=letters.of_endorsement(reader, id),
            )

    def _held(self, reader: Reader, id: int, day: date) -> tuple[EndorsementRow, ...]:
        owner = number(reader.get("endorsement", id), "person_id")
        mine = ListQuery(filters={"person": str(owner)}, limit=None)
        return lists.registry(reader, mine, day).rows

    def cycles(self) -> tuple[Cycle, ...]:
        """The cycles a renewal may be recorded for today: the running one, then the two before."""
        with self.store.read() as reader:
            return cycles_about(self.today(), self.policies.finder(reader))

    def record_renewals(self, ids: tuple[int, ...], draft: RenewalDraft) -> Changes:
        """Note the same for several endorsements, in one action: see `Registry.record_renewal`."""
        with self.store.write("Record renewal") as tx:
            for id in ids:
                tx.made = self.registry.write_renewal(tx, id, draft)
            names = {_holder(tx, id) for id in ids}
            tx.detail = f"{draft.cycle_ends.isoformat()}, {', '.join(sorted(names))}"
        return tx.changes()

    def export(self, path: Path, query: ListQuery, on: date | None = None) -> int:
        """Write a list of the registry to a .xlsx or .csv file; how many rows it has.

        Raises BadInput `spreadsheet.ending`.
        """
        with self.store.read() as reader:
            day = on or self.today()
            asked = replace(query, offset=0, limit=None)
            rows = lists.registry(reader, asked, day, owing(day, self.policies.finder(reader))).rows
            practice = bool(reader.find("office")[0]["practice"])
        write_registry(path, rows, practice=practice, day=day)
        return len(rows)


def _steps(facts: EndorsementFacts, policy: Policy | None, day: date) -> tuple[str, ...] | None:
    """The way back from where it stands; () for an active one."""
    move = move_in_force(facts.moves, day)
    if move is None or move.to == ACTIVE or policy is None:
        return ()
    return reactivation_steps(policy, move.reason)


def _holder(tx: Transaction, id: int) -> str:
    return people.name_of(tx, number(tx.get("endorsement", id), "person_id"))
