"""Moves between the two registries: which may be made, and whom else they move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.facts import MoveFact
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.registry_rules import ACTIVE, INACTIVE, INACTIVE_REASONS, SANCTIONED

BROUGHT_OVER, REACTIVATED, LIFTED = "brought_over", "reactivated", "sanction_lifted"
ACTIVE_REASONS = (REACTIVATED, LIFTED)
_NO_WAY_BACK = ("deceased", "moved_association")
_NEED_EVIDENCE = (SANCTIONED, LIFTED)

Moves = tuple[MoveFact, ...]
Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """An endorsement that was there before this file: brought over from older records.

    `since` is the day it began, as well as it is known; `came_on` the day it came onto this
    association's registry (None: the last day that `since` can mean).
    """

    category: str
    since: PartialDate
    came_on: date | None = None
    evidence: str = ""
    provides_rsc: bool | None = None

    @property
    def day(self) -> date:
        return self.came_on or self.since.last()


@dataclass(frozen=True, slots=True)
class RenewalDraft:
    """What an endorsee has shown for the cycle that ends on `cycle_ends`; None is not shown yet.

    Hours are clock hours; those on giving RSC and on diversity are part of the training hours.
    """

    cycle_ends: date
    training_hours: Decimal | None = None
    training_rsc_hours: Decimal | None = None
    training_dei_hours: Decimal | None = None
    rsc_hours: Decimal | None = None
    code_of_ethics_on: date | None = None
    attestation_on: date | None = None
    membership_until: date | None = None
    renewed_on: date | None = None

    def __post_init__(self) -> None:
        for one in fields(self):
            hours: object = getattr(self, one.name)
            if isinstance(hours, Decimal) and (not hours.is_finite() or hours < 0):
                raise BadInput("renewal.hours_negative", hours=str(hours))

    @property
    def told(self) -> Mapping[str, date | Decimal]:
        """What this draft tells, by column."""
        found: dict[str, date | Decimal | None] = {
            one.name: getattr(self, one.name) for one in fields(self)
        }
        return {name: value for name, value in found.items() if value is not None}


def check_move(moves: Moves, to: str, reason: str, evidence: str) -> None:
    """Whether an endorsement that stands where `moves` left it may move so.

    A sanction and its end are recorded with evidence: from whom and when the association learned
    of it, and which board (AIMH HI page: back only once the board has lifted it). Raises BadInput
    `move.unknown_reason`, `move.evidence_missing`; RuleBroken `move.there_already`,
    `move.no_way_back`, `move.sanction_lasts`, `move.not_sanctioned`.
    """
    if reason not in (ACTIVE_REASONS if to == ACTIVE else INACTIVE_REASONS):
        raise BadInput("move.unknown_reason", reason=reason)
    if reason in _NEED_EVIDENCE and not evidence.strip():
        raise BadInput("move.evidence_missing")
    _check_way(moves[-1], to, reason)


def _check_way(now: MoveFact, to: str, reason: str) -> None:
    if to == ACTIVE and now.reason in _NO_WAY_BACK:
        raise RuleBroken("move.no_way_back")
    if (now.reason == SANCTIONED) != (reason == LIFTED) and to == ACTIVE:
        lasts = now.reason == SANCTIONED
        raise RuleBroken("move.sanction_lasts" if lasts else "move.not_sanctioned")
    again = now.to == to and reason != SANCTIONED
    if again or now.reason == reason == SANCTIONED:
        raise RuleBroken("move.there_already")


def check_move_day(moves: Moves, on: date, today: date) -> None:
    """Moves follow each other, a day apart at least. Raises BadInput `move.in_future`, `move.before_last`."""
    if on > today:
        raise BadInput("move.in_future", day=on)
    if moves and on <= moves[-1].on:
        raise BadInput("move.before_last", day=on, last=moves[-1].on)


def moves_together(held: Mapping[int, Moves], id: int, to: str, reason: str) -> Mapping[int, Step]:
    """What one move makes of all the endorsements the person holds: number → (registry, reason).

    A sanction, its end and a death concern the person, so all move; with the end of a sanction each
    goes back to where it stood before it.
    """
    if reason == LIFTED:
        return {one: _before(moves) for one, moves in held.items() if _last(moves) == SANCTIONED}
    if reason in (SANCTIONED, "deceased"):
        gone = (reason, "deceased")
        return {one: (to, reason) for one, moves in held.items() if _last(moves) not in gone}
    return {id: (to, reason)}


def _last(moves: Moves) -> str:
    return moves[-1].reason


def _before(moves: Moves) -> Step:
    """Active, unless it was inactive for another reason when the sanction came."""
    earlier = [one for one in moves if one.reason != SANCTIONED]
    if earlier and earlier[-1].to == INACTIVE:
        return INACTIVE, earlier[-1].reason
    return ACTIVE, LIFTED
