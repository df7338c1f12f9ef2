"""Moves prepared and made: who moves along, what is refused, and the policy's way back."""

from __future__ import annotations

from datetime import date

import pytest

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.registry_moves import RegistryEntry
from coordinator_app.services.desk import Desk
from coordinator_app.services.moves import MoveDraft
from tests.helpers.builders import TODAY, a_person, an_endorsed

STEPS = ("education", "work", "training", "rsc", "references", "fee", "membership")
LEARNED = "Hawaiʻi Board of Psychology; learned from a colleague on February 3, 2026"


def held(desk: Desk, person: int) -> tuple[int, ...]:
    mine = ListQuery(filters={"person": str(person)}, order="category")
    return tuple(one.id for one in desk.registry.list(mine).rows)


def two_held(desk: Desk) -> tuple[int, int]:
    """One person with IFS and IMHS; their numbers."""
    person = an_endorsed(desk, "Noelani Cabral", "IFS")
    desk.registry.add_by_hand(person, RegistryEntry("IMHS", PartialDate(2023, 5)))
    first, second = held(desk, person)
    return first, second


def standing(desk: Desk, on: date = TODAY) -> dict[int, tuple[str, str]]:
    rows = desk.registry.list(ListQuery(limit=None), on).rows
    return {one.id: (one.status, one.reason) for one in rows}


def lapsed(desk: Desk) -> int:
    (id,) = held(desk, an_endorsed(desk))
    desk.moves.make([id], MoveDraft("inactive", "lapsed", date(2026, 2, 1)))
    return id


def test_several_lapse_in_one_action_and_come_back_by_one_undo(desk: Desk) -> None:
    ids = [held(desk, an_endorsed(desk, name))[0] for name in ("Keoni Akana", "Amelia Chun")]
    done = desk.moves.make(ids, MoveDraft("inactive", "lapsed", TODAY, "No renewal came"))
    assert done.endorsements == frozenset(ids)
    assert set(standing(desk).values()) == {("inactive", "lapsed")}
    desk.history.undo()
    assert set(standing(desk).values()) == {("active", "brought_over")}


def test_one_that_cannot_move_holds_all_back(desk: Desk) -> None:
    gone = lapsed(desk)
    (other,) = held(desk, an_endorsed(desk, "Amelia Chun"))
    with pytest.raises(RuleBroken, match=r"move\.there_already"):
        desk.moves.make([other, gone], MoveDraft("inactive", "lapsed", TODAY))
    assert standing(desk)[other] == ("active", "brought_over")


def test_what_moves_along_and_what_cannot_is_told_before(desk: Desk) -> None:
    first, second = two_held(desk)
    gone = lapsed(desk)
    lines = {one.id: one for one in desk.moves.prepare([first], "inactive", "sanctioned", TODAY)}
    assert {id: one.along for id, one in lines.items()} == {first: False, second: True}
    assert all(one.problem is None for one in lines.values())
    (line,) = desk.moves.prepare([gone], "inactive", "own_request", TODAY)
    assert line.problem is not None
    assert line.problem.code == "move.there_already"
    (early,) = desk.moves.prepare([gone], "active", "reactivated", date(2026, 2, 1))
    assert early.problem is not None
    assert early.problem.code == "move.before_last"


def test_both_of_one_person_selected_are_sanctioned_once(desk: Desk) -> None:
    ids = two_held(desk)
    lines = desk.moves.prepare(ids, "inactive", "sanctioned", TODAY)
    assert [one.along for one in lines] == [False, False]
    desk.moves.make(ids, MoveDraft("inactive", "sanctioned", TODAY, LEARNED))
    assert set(standing(desk).values()) == {("inactive", "sanctioned")}


def test_a_sanction_needs_its_evidence_and_keeps_it(desk: Desk) -> None:
    first, second = two_held(desk)
    with pytest.raises(BadInput, match=r"move\.evidence_missing"):
        desk.moves.make([first], MoveDraft("inactive", "sanctioned", TODAY))
    desk.moves.make([first], MoveDraft("inactive", "sanctioned", TODAY, LEARNED))
    moves = desk.endorsements.card(second).moves
    assert (moves[0].reason, moves[0].evidence) == ("sanctioned", LEARNED)
    assert LEARNED in (desk.history.newest(1)[0].reason or "")


def test_the_way_back_asks_for_the_policys_steps(desk: Desk) -> None:
    id = lapsed(desk)
    assert desk.moves.steps_back(id) == STEPS
    draft = MoveDraft("active", "reactivated", TODAY, "Seen at the office", STEPS[:5])
    with pytest.raises(RuleBroken, match=r"move\.steps_missing") as refused:
        desk.moves.make([id], draft)
    assert refused.value.facts["missing"] == (
        phrase("reactivation.fee"),
        phrase("reactivation.membership"),
    )
    desk.moves.make([id], MoveDraft("active", "reactivated", TODAY, "Seen", STEPS))
    assert standing(desk)[id] == ("active", "reactivated")
    assert desk.checks.report().overrides == ()


def test_a_step_passed_over_needs_a_reason_that_stays_visible(desk: Desk) -> None:
    id = lapsed(desk)
    draft = MoveDraft("active", "reactivated", TODAY, steps=STEPS[:6], override_reason="Paid by us")
    desk.moves.make([id], draft)
    (shown,) = desk.checks.report().overrides
    assert shown.facts["reason"] == "Paid by us"
    assert shown.facts["name"] == "Keoni Akana"


def test_after_a_sanction_only_the_boards_word_leads_back(desk: Desk) -> None:
    first, second = two_held(desk)
    desk.moves.make([first], MoveDraft("inactive", "sanctioned", date(2026, 2, 3), LEARNED))
    assert desk.moves.steps_back(first) == ("sanction_lifted", *STEPS)
    with pytest.raises(RuleBroken, match=r"move\.sanction_lasts"):
        desk.moves.make([first], MoveDraft("active", "reactivated", TODAY, "Asked for", STEPS))
    with pytest.raises(BadInput, match=r"move\.evidence_missing"):
        desk.moves.make([first], MoveDraft("active", "sanction_lifted", TODAY, "", STEPS))
    desk.moves.make([second], MoveDraft("active", "sanction_lifted", TODAY, "Its letter", STEPS))
    assert {status for status, _ in standing(desk).values()} == {"active"}
    assert {status for status, _ in standing(desk, date(2026, 2, 19)).values()} == {"inactive"}


def test_nothing_selected_moves_nothing(desk: Desk) -> None:
    a_person(desk)
    with pytest.raises(BadInput, match=r"move\.nothing"):
        desk.moves.make([], MoveDraft("inactive", "lapsed", TODAY))
