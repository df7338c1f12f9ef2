"""A case offers what can be done now, and counts what is asked for alike from day to day."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.ui.pages.case_acts import Do
from coordinator_app.ui.pages.case_steps import steps
from coordinator_app.ui.tools import Tools
from tests.helpers import builders
from tests.ui.case_hands import Hands
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def test_after_the_decision_no_rater_is_named_or_replaced_and_no_reviewer_assigned(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.decided)
    page.middle.tabs.setCurrentIndex(1)
    assert not page.middle.references.buttons[Do.NAME_RATER].isVisible()
    page.middle.tabs.setCurrentIndex(2)
    assert not page.middle.reviews.buttons[Do.ASSIGN].isVisible()
    page.middle.tabs.setCurrentIndex(3)
    assert page.middle.notes.buttons[Do.NOTE].isVisible()


def test_a_void_rating_of_a_case_that_has_ended_is_not_to_be_replaced(
    hands: Hands, cases: Cases
) -> None:
    rating = hands.tools.desk.cases.card(cases.decided).references[0].id
    hands.tools.desk.references.void(rating, "Not theirs")
    part = hands.case(cases.decided).middle.references
    assert part.first_act(part.model.rows[0]) is None
    part.table.select_key(rating)
    assert part.buttons[Do.REPLACE].isHidden()


def test_a_rating_that_came_in_does_not_make_more_requirements(hands: Hands, cases: Cases) -> None:
    desk = hands.tools.desk
    case = builders.with_evidence(desk, builders.accepted(desk, builders.a_person(desk, "Noe Ito")))
    before = _said(hands, case)
    rater = builders.made(
        desk.references.name_rater(
            case, builders.a_person(desk, "Pua Lee"), "colleague", builders.TODAY
        )
    )
    desk.references.receive(rater, builders.RatingDraft(builders.TODAY, builders.TODAY))
    assert (before, _said(hands, case)) == ("8 of 9 requirements there",) * 2


def _said(hands: Hands, case: int) -> str:
    card = hands.tools.desk.cases.card(case)
    return next(step.detail for step in steps(card) if step.title == "Submitted")
