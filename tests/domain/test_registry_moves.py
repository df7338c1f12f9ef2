"""Which moves between the registries may be made, and whom else they move."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.facts import MoveFact
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.registry_moves import (
    Moves,
    RegistryEntry,
    RenewalDraft,
    check_move,
    check_move_day,
    moves_together,
)
from coordinator_app.domain.registry_rules import INACTIVE_REASONS

TODAY = date(2026, 2, 20)
ACTIVE: Moves = (MoveFact(date(2024, 3, 1), "active", "endorsed"),)


def then(moves: Moves, reason: str, to: str = "inactive") -> Moves:
    return (*moves, MoveFact(date(2025, len(moves), 1), to, reason))


@pytest.mark.parametrize("reason", INACTIVE_REASONS)
def test_an_active_endorsement_may_become_inactive_for_any_reason(reason: str) -> None:
    check_move(ACTIVE, "inactive", reason, "told by the board")


@pytest.mark.parametrize("reason", ["lapsed", "own_request"])
def test_it_may_be_reactivated(reason: str) -> None:
    check_move(then(ACTIVE, reason), "active", "reactivated", "")


@pytest.mark.parametrize(
    ("moves", "to", "reason", "evidence", "code"),
    [
        (ACTIVE, "inactive", "on a whim", "", "move.unknown_reason"),
        (ACTIVE, "inactive", "reactivated", "", "move.unknown_reason"),
        (ACTIVE, "inactive", "sanctioned", "  ", "move.evidence_missing"),
        (ACTIVE, "active", "reactivated", "", "move.there_already"),
        (ACTIVE, "active", "sanction_lifted", "letter", "move.not_sanctioned"),
        (then(ACTIVE, "lapsed"), "inactive", "own_request", "", "move.there_already"),
        (then(ACTIVE, "lapsed"), "active", "sanction_lifted", "x", "move.not_sanctioned"),
        (then(ACTIVE, "deceased"), "active", "reactivated", "", "move.no_way_back"),
        (then(ACTIVE, "moved_association"), "active", "reactivated", "", "move.no_way_back"),
        (then(ACTIVE, "sanctioned"), "active", "reactivated", "paid", "move.sanction_lasts"),
        (then(ACTIVE, "sanctioned"), "active", "sanction_lifted", "", "move.evidence_missing"),
        (then(ACTIVE, "sanctioned"), "inactive", "sanctioned", "x", "move.there_already"),
    ],
)
def test_other_moves_are_refused(
    moves: Moves, to: str, reason: str, evidence: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        check_move(moves, to, reason, evidence)
    assert refused.value.code == code


def test_moves_follow_each_other_and_are_not_of_the_future() -> None:
    check_move_day(ACTIVE, date(2024, 3, 2), TODAY)
    for day, code in ((date(2024, 3, 1), "before_last"), (date(2026, 2, 21), "in_future")):
        with pytest.raises(Refusal) as refused:
            check_move_day(ACTIVE, day, TODAY)
        assert refused.value.code == f"move.{code}"


def test_a_sanction_moves_all_even_what_is_inactive_already() -> None:
    held = {1: ACTIVE, 2: then(ACTIVE, "lapsed"), 3: then(ACTIVE, "sanctioned")}
    assert moves_together(held, 1, "inactive", "sanctioned") == {
        1: ("inactive", "sanctioned"),
        2: ("inactive", "sanctioned"),
    }


def test_the_end_of_a_sanction_gives_each_its_former_place() -> None:
    held = {
        1: then(ACTIVE, "sanctioned"),
        2: then(then(ACTIVE, "lapsed"), "sanctioned"),
        3: (MoveFact(TODAY, "inactive", "sanctioned"),),
        4: ACTIVE,
    }
    assert moves_together(held, 1, "active", "sanction_lifted") == {
        1: ("active", "sanction_lifted"),
        2: ("inactive", "lapsed"),
        3: ("active", "sanction_lifted"),
    }


def test_a_request_concerns_one_endorsement() -> None:
    held = {1: ACTIVE, 2: ACTIVE}
    assert moves_together(held, 2, "inactive", "own_request") == {2: ("inactive", "own_request")}


def test_it_came_on_the_last_day_that_its_beginning_can_mean() -> None:
    assert RegistryEntry("IFS", PartialDate(2019)).day == date(2019, 12, 31)
    assert RegistryEntry("IFS", PartialDate(2019), date(2020, 5, 1)).day == date(2020, 5, 1)


def test_a_renewal_tells_only_what_was_shown_and_no_hours_below_nothing() -> None:
    ends = date(2025, 12, 31)
    draft = RenewalDraft(ends, rsc_hours=Decimal("8.5"))
    assert draft.told == {"cycle_ends": ends, "rsc_hours": Decimal("8.5")}
    for hours in ("-1", "NaN", "Infinity"):
        with pytest.raises(Refusal):
            RenewalDraft(ends, training_hours=Decimal(hours))
