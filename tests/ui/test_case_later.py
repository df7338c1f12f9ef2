"""What comes later on a case: the exam, taking up again, questions of an import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.views import QuestionRow
from coordinator_app.ui.dialogs.decision_exam import ExamDialog
from coordinator_app.ui.dialogs.letter_parts import letter_kinds, owes_letter
from coordinator_app.ui.dialogs.reason import ReasonDialog
from coordinator_app.ui.dialogs.submit import SubmitDialog
from coordinator_app.ui.pages.case_acts import Act, Do, next_act
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.words_history import undoable
from tests.helpers.builders import PAID, TODAY, logged
from tests.ui.case_hands import Hands
from tests.ui.case_offices import Cases

WHY = "Taken over from paper"


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def to_sit(hands: Hands) -> int:
    """A case approved to sit the exam from 30 November 2025 on."""
    desk = hands.tools.desk
    id = logged(desk, PersonDraft("Pua Māhoe"), "IMHS", date(2025, 8, 1))
    desk.applications.accept(id, PAID, date(2025, 8, 4))
    desk.applications.submit(id, date(2025, 8, 29), override_reason=WHY)
    desk.decisions.decide(id, "approve_to_sit", date(2025, 9, 10), override_reason=WHY)
    return id


def test_an_exam_sat_too_early_is_refused_at_its_day_and_a_pass_endorses(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(to_sit(hands))
    dialog = hands.do(page, Act(Do.EXAM), ExamDialog)
    assert not dialog.retake.isEnabled()
    dialog.sat.setText("Oct 10, 2025")
    dialog.passed.set_value(True)
    dialog.source.set_value("Letter of the Alliance")
    hands.save(dialog)
    assert "Nov 30, 2025" in dialog.sat.accessibleDescription()
    dialog.sat.setText("Nov 30, 2025")
    hands.save(dialog)
    assert hands.card(page).row.state == "endorsed"


def test_an_exam_not_passed_says_when_it_may_be_sat_again(hands: Hands, cases: Cases) -> None:
    page = hands.case(to_sit(hands))
    dialog = hands.do(page, Act(Do.EXAM), ExamDialog)
    dialog.sat.setText("Nov 30, 2025")
    dialog.passed.set_value(False)
    assert dialog.retake.isEnabled()
    dialog.retake.setText("Aug 31, 2026")
    dialog.source.set_value("Letter of the Alliance")
    hands.save(dialog)
    assert page.head.pill.text.startswith("Exam not passed")


def test_a_deferred_case_comes_back_and_may_keep_its_policy_by_override(
    hands: Hands, cases: Cases
) -> None:
    desk, id = hands.tools.desk, cases.submitted
    desk.decisions.decide(id, "defer", date(2026, 2, 10), reasons="A transcript is missing")
    page = hands.case(id)
    assert next_act(hands.card(page)) == Act(Do.LETTER)
    page.do(Act(Do.TAKE_UP))
    hands.settle()
    assert hands.card(page).row.state == "in_progress"
    dialog = hands.do(page, Act(Do.SUBMIT), SubmitDialog)
    assert dialog.keep.isVisible()
    dialog.keep.setChecked(True)
    assert dialog.obstacles.isVisible()
    dialog.obstacles.field.set_value("Promised in the letter")
    hands.save(dialog)
    card = hands.card(page)
    assert card.row.round == "2026-02"
    assert "policy.kept" in [one.rule for one in card.overrides]


def test_a_decision_owes_one_letter_and_imported_history_none(hands: Hands, cases: Cases) -> None:
    card = hands.tools.desk.cases.card(cases.decided)
    assert owes_letter(card)
    assert not owes_letter(replace(card, row=replace(card.row, imported=True)))
    assert letter_kinds(card)[0] == "approved"


def test_a_question_of_the_import_has_its_tab_and_its_answer(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    assert not page.middle.tabs.isTabVisible(4)
    asks = phrase("typed.required", field="Submitted")
    question = QuestionRow(7, None, cases.in_review, None, "Sheet1, 5", asks, TODAY, None, "")
    page._show(replace(hands.card(page), questions=(question,)))
    assert page.middle.tabs.isTabVisible(4)
    page.middle.tabs.setCurrentIndex(4)
    part = page.middle.questions
    part.table.select_key(7)
    hands.click(part.buttons[Do.ANSWER])
    dialog = hands.dialog(page, ReasonDialog)
    dialog.words.set_value("In October 2025")
    hands.save(dialog)
    assert dialog.isVisible(), "there is no such question on file: the sentence stays here"
    assert dialog.notice.text
    assert dialog.words.value == "In October 2025"


def test_what_went_out_of_the_house_cannot_be_taken_back(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.decided)
    rows = hands.card(page).history
    issued = replace(rows[0], seq=9000, outside=True)
    undone = replace(rows[0], seq=9001, kind="undo", target=rows[0].seq)
    able = undoable([issued, undone, *rows])
    assert not able & {9000, 9001, rows[0].seq}
    again = replace(rows[0], seq=9002, kind="redo", target=rows[0].seq)
    assert rows[0].seq in undoable([again, undone, *rows])
