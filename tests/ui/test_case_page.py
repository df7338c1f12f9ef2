"""The page of a case: what it shows, why, and where each step leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.ui.dialogs.evidence import EvidenceDialog
from coordinator_app.ui.dialogs.reason import ReasonDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.case import CasePage
from coordinator_app.ui.pages.case_acts import Act, Do, next_act, possible
from coordinator_app.ui.pages.case_steps import steps
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.timeline import Reached
from tests.helpers.answers import PreparedMessages
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def choose(page: CasePage, kind: str) -> None:
    """Go to the requirement of a kind."""
    assert page.card is not None
    found = next(one for one in page.card.findings if one.kind == kind)
    page.middle.findings.table.select_key(found.requirement)


def test_a_case_shows_whose_it_is_how_it_stands_and_what_was_done(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    assert page.head.title.text() == "Keoni Nāluʻai"
    assert page.head.crumb.text() == "Applications › January 2026 round"
    assert page.head.pill.text == "In review · a rating is missing"
    findings = page.middle.findings.table
    assert texts(findings, "title")[:3] == ["Education", "Official transcripts", "Specialized work"]
    assert texts(findings, "has")[0] == "MSW, UH Mānoa 2017"
    assert texts(findings, "verdict")[5] == "1 missing"
    assert page.history.texts[0] == "To-do written"
    assert "Rating from Pedro Ferreira void" in page.history.texts
    assert page.middle.tabs.tabText(1) == "References 4"


def test_hours_by_competency_are_those_of_the_training(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    boxes = page.middle.findings.competencies
    assert boxes.isVisible()
    said = [label.accessibleName() for label in boxes.findChildren(QLabel)]
    assert "Theoretical foundations: 12 h" in said
    assert "Direct service skills: 11.5 h" in said


def test_why_a_requirement_is_judged_so_is_one_key_away(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    table = page.middle.findings.table
    table.setFocus()
    hands.key(table, Qt.Key.Key_Down)
    hands.key(table, Qt.Key.Key_Down)
    hands.key(table, Qt.Key.Key_Down)
    hands.key(table, Qt.Key.Key_Return)
    assert page.why.isVisible()
    policy = hands.card(page).findings[3].why
    said = page.why.why.findChildren(QLabel)
    words = "\n".join(label.text() for label in said)
    assert policy.text in words
    assert policy.source in words
    assert "To confirm" in words
    assert len(page.why.model.rows) == 8
    hands.click(page.why.close_button)
    assert not page.why.isVisible()
    assert page.middle.findings.table.hasFocus()


def test_evidence_entered_from_its_requirement_changes_the_verdict_and_can_be_undone(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.accepted)
    choose(page, "training")
    hands.click(page.why.enter_button)
    dialog = hands.dialog(page, EvidenceDialog)
    assert dialog.kind.value == "training"
    dialog.rows.title.set_value("Infant mental health basics")
    dialog.rows.hours.set_value(None)
    dialog.rows.hours.setText("40.5 h")
    dialog.rows.area.set_value("imh")
    hands.save(dialog)
    assert page.card is not None
    assert page.card.row.state == "in_progress"
    assert texts(page.middle.findings.table, "has")[3] == "40.5 h in one entry"
    assert page.notice.text == "Evidence entered: In-service training."
    hands.click(page.notice._link)
    assert texts(page.middle.findings.table, "has")[3] == "nothing yet"
    assert page.notice.text == "Taken back: Evidence entered: In-service training."


def test_evidence_is_verified_edited_and_rejected_with_a_reason(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.ready)
    choose(page, "code_of_ethics")
    entry = page.why.model.rows[0]
    page.why.table.select_key(entry.id)
    hands.click(page.why.verify_button)
    assert page.why.model.rows[0].standing == "verified"
    page.why.table.select_key(entry.id)
    hands.click(page.why.reject_button)
    dialog = hands.dialog(page, ReasonDialog)
    hands.save(dialog)
    assert dialog.isVisible(), "a reason is needed"
    dialog.words.set_value("Another person signed it")
    hands.save(dialog)
    assert page.why.model.rows[0].standing == "rejected"
    assert "missing" in texts(page.middle.findings.table, "verdict")
    page.why.table.select_key(entry.id)
    hands.click(page.why.edit_button)
    edit = hands.dialog(page, EvidenceDialog)
    assert edit.rows.note.value == "Another person signed it"


def test_an_entry_of_the_history_is_taken_back_where_it_stands(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    assert len(page.middle.notes.model.rows) == 2
    newest = hands.card(page).history[0]
    page.do(Act(Do.UNDO, newest.seq))
    hands.settle()
    assert len(page.middle.notes.model.rows) == 1
    assert page.history.texts[0] == "Taken back: To-do written"


def test_an_undo_that_cannot_be_is_refused_in_a_sentence_on_the_page(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    named = next(row for row in hands.card(page).history if row.action == "Assign reviewer")
    hands.tools.desk.applications.pause(cases.in_review, "on_hold", hands.tools.desk.today(), "x")
    page.do(Act(Do.UNDO, named.seq))
    hands.settle()
    assert page.notice.isVisible()
    assert "Put on hold" in page.notice.text


def test_a_case_that_is_gone_leads_back_to_the_list(hands: Hands, cases: Cases) -> None:
    page = CasePage(hands.tools)
    page.open(999)
    gone = hands.places(page)
    hands.show(page)
    assert gone == [Place("applications")]


def test_the_crumb_and_the_applicants_record_lead_elsewhere(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    gone = hands.places(page)
    hands.click(page.head.crumb)
    hands.click(page.way.person_button)
    assert gone == [Place("applications"), Place("person", hands.card(page).row.person_id)]


@pytest.mark.parametrize(
    ("which", "step"),
    [
        ("registered", Do.ACCEPT),
        ("accepted", Do.EVIDENCE),
        ("ready", Do.SUBMIT),
        ("submitted", Do.ASSIGN),
        ("in_review", Do.REVIEW),
        ("decided", Do.LETTER),
    ],
)
def test_the_accent_button_is_the_step_that_brings_the_case_on(
    hands: Hands, cases: Cases, which: str, step: Do
) -> None:
    page = hands.case(getattr(cases, which))
    act = next_act(hands.card(page))
    assert act is not None
    assert act.do is step
    assert page.head.next.isVisible()


def test_only_what_can_be_done_is_offered(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.decided)
    able = {act.do for act in possible(hands.card(page))}
    assert able == {Do.LETTER, Do.NOTE, Do.PERSON}


def test_the_way_of_a_case_says_what_is_done_what_is_now_and_what_is_not_needed(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    told = {step.title: step for step in steps(hands.card(page))}
    assert told["Reviewer assigned"].reached is Reached.DONE
    assert told["References"].reached is Reached.NOW
    assert told["References"].detail == "1 missing"
    assert told["Decision and letter"].detail == "due Feb 28, 2026"
    assert told["Exam"].reached is Reached.SKIPPED
    assert told["Active registry"].reached is Reached.AHEAD


@pytest.mark.parametrize(("width", "columns"), [(1230, 3), (892, 2), (600, 1)])
def test_the_page_has_as_many_columns_as_there_is_room_for(
    hands: Hands, cases: Cases, width: int, columns: int
) -> None:
    page = hands.case(cases.in_review, width)
    left = [part.mapTo(page, part.rect().topLeft()).x() for part in page._parts()]
    assert len(set(left)) == columns


def test_a_reason_below_the_table_is_brought_into_view(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review, 892, 600)
    table = page.middle.findings.table
    table.setFocus()
    hands.key(table, Qt.Key.Key_Return)
    hands.wait(lambda: page._scroll.verticalScrollBar().value() > 0)
    top = page.why.mapTo(page, page.why.rect().topLeft()).y()
    assert top < page.height()


@pytest.mark.parametrize("chosen", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1230, 820, 100), (892, 620, 100), (1010, 560, 200)]
)
def test_everything_on_a_case_has_a_name_and_is_read_whole(
    hands: Hands, cases: Cases, look: Theme, chosen: Look, width: int, height: int, percent: int
) -> None:
    look.show(chosen, percent)
    page = hands.case(cases.in_review, width, height)
    choose(page, "training")
    for tab in range(page.middle.tabs.count()):
        page.middle.tabs.setCurrentIndex(tab)
        hands.settle()
        assert unnamed_controls(page) == []
        assert clipped_texts(page) == []


def test_what_was_typed_is_asked_after_before_it_is_thrown_away(
    hands: Hands, cases: Cases, messages: PreparedMessages
) -> None:
    page = hands.case(cases.accepted)
    page.do(Act(Do.EVIDENCE))
    hands.settle()
    dialog = hands.dialog(page, EvidenceDialog)
    dialog.rows.title.set_value("MSW")
    messages.answer(False)
    hands.key(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    messages.answer(True)
    hands.key(dialog, Qt.Key.Key_Escape)
    assert not page.window().findChildren(EvidenceDialog)
