"""Which letters a case offers, as it stands."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.ui.dialogs.letter import LetterDialog
from coordinator_app.ui.dialogs.letter_parts import letter_kinds
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.tools import Tools
from tests.ui.case_hands import Hands
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def test_a_case_on_hold_is_told_so_with_the_reasons(hands: Hands, cases: Cases) -> None:
    cases.desk.applications.pause(cases.submitted, "on_hold", date(2026, 2, 19), "Leave")
    page = hands.case(cases.submitted)
    dialog = hands.do(page, Act(Do.LETTER), LetterDialog)
    assert dialog.draft.kind is LetterKind.ON_HOLD
    dialog.draft.reasons.set_value("You asked for time.\nYour agency is moving.")
    assert dialog.draft.facts["reasons"] == ("You asked for time.", "Your agency is moving.")
    hands.wait(lambda: dialog.preview.page_count == 1)
    dialog.close()
    hands.settle()


def test_a_passed_exam_has_its_letter_and_an_approval_without_exam_has_not(cases: Cases) -> None:
    rows = cases.desk.applications.list(ListQuery(filters={"state": "endorsed"})).rows
    for row in rows:
        kinds = letter_kinds(cases.desk.cases.card(row.id))
        assert (LetterKind.EXAM_PASSED in kinds) == (row.decision == "approve_to_sit")
    assert len({row.decision for row in rows}) == 2
