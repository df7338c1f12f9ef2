"""The two registries: on which an endorsement is on a day, and what the way back asks.

A move holds from the start of its day. A sanction moves all of a person's endorsements (AIMH HI
page: the individual's name is moved), and one earned while it lasts starts inactive.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coordinator_app.domain.facts import MoveFact
from coordinator_app.domain.policy import Policy

ACTIVE, INACTIVE = "active", "inactive"
SANCTIONED = "sanctioned"
# Why an endorsement is inactive.
INACTIVE_REASONS = ("lapsed", SANCTIONED, "own_request", "deceased", "moved_association")
# From these there is no way back by a policy's steps.
_FINAL = ("deceased", "moved_association")


def move_in_force(moves: Iterable[MoveFact], day: date) -> MoveFact | None:
    """The latest move not after `day`; None before the first."""
    begun = [move for move in moves if move.on <= day]
    return max(begun, key=lambda move: move.on, default=None)


def status_on(moves: Iterable[MoveFact], day: date) -> str | None:
    """active or inactive on a day; None before the endorsement came onto the registry."""
    move = move_in_force(moves, day)
    return None if move is None else move.to


def sanctioned_on(moves: Iterable[MoveFact], day: date) -> bool:
    """Whether an endorsement is inactive by a licensing board's sanction on a day."""
    move = move_in_force(moves, day)
    return move is not None and move.to == INACTIVE and move.reason == SANCTIONED


def reactivation_steps(policy: Policy, reason: str) -> tuple[str, ...] | None:
    """The steps back to the Active registry, in order; None where the association set none.

    After a sanction it must first have been lifted, with evidence (AIMH HI page).
    """
    if reason in _FINAL:
        return ()
    steps = policy.codes("reactivation.steps")
    if steps is None or reason != SANCTIONED:
        return steps
    return ("sanction_lifted", *steps)
