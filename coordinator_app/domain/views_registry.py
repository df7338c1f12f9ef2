"""What the registry's screens show: rows with their renewal, one endorsement, who moves along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordinator_app.domain.findings import Finding
from coordinator_app.domain.phrases import Phrase
from coordinator_app.domain.registry_upkeep import Upkeep
from coordinator_app.domain.views import EndorsementRow, LetterRow


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """An endorsement as it stands on a day, and how its renewal stands."""

    row: EndorsementRow
    upkeep: Upkeep

    @property
    def id(self) -> int:
        return self.row.id


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move of an endorsement. `target` is active or inactive."""

    id: int
    on: date
    target: str
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class RenewalRow:
    """What was shown for one cycle; hours are clock hours."""

    id: int
    cycle_ends: date
    training_hours: Decimal | None
    training_rsc_hours: Decimal | None
    training_dei_hours: Decimal | None
    rsc_hours: Decimal | None
    code_of_ethics_on: date | None
    attestation_on: date | None
    membership_until: date | None
    renewed_on: date | None


@dataclass(frozen=True, slots=True)
class EndorsementCard:
    """Everything on one endorsement, with the findings of the day.

    `steps` are the policy's steps back to the Active registry: codes, () where there is no way
    back, None where the association set none. `others` are what else the person holds or held.
    `provides_rsc`: whether they give RSC to others (None: not known).
    """

    row: EndorsementRow
    upkeep: Upkeep
    category_name: str
    policy: str
    provides_rsc: bool | None
    findings: tuple[Finding, ...]
    steps: tuple[str, ...] | None
    moves: tuple[MoveRow, ...]
    renewals: tuple[RenewalRow, ...]
    others: tuple[EndorsementRow, ...]
    letters: tuple[LetterRow, ...]


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One endorsement of a move that is being prepared: from where, to where, or why not.

    `along`: it was not asked for, but moves with another of the same person.
    """

    id: int
    person_id: int
    name: str
    sort_name: str
    category: str
    status: str
    reason: str
    since: date
    to: str
    to_reason: str
    along: bool
    problem: Phrase | None
