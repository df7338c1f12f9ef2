"""Letters: seen, issued, kept as issued, marked sent; and notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.letters import LetterKind
from coordinator_app.ui.dialogs.letter import LetterDialog
from coordinator_app.ui.dialogs.note import NoteDialog
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.tools import Tools
from tests.helpers.answers import PreparedMessages
from tests.helpers.builders import TODAY
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def test_the_decision_letter_is_issued_sent_and_kept_byte_for_byte(
    hands: Hands, cases: Cases, messages: PreparedMessages, tmp_path: Path
) -> None:
    page = hands.case(cases.decided)
    hands.click(page.head.next)
    dialog = hands.dialog(page, LetterDialog)
    hands.wait(lambda: dialog.preview.page_count == 1)
    assert dialog.draft.kind is LetterKind.APPROVED
    assert unnamed_controls(dialog) == []
    assert clipped_texts(dialog) == []
    hands.click(dialog.issue_button)
    hands.wait(dialog.sent_button.isVisible)
    assert dialog._title.text() == "L-2026-0001"
    messages.answer(tmp_path / "letter.pdf")
    dialog.preview.save()
    letter = hands.card(page).letters[0]
    assert (tmp_path / "letter.pdf").read_bytes() == hands.tools.desk.letters.pdf(letter.id)
    dialog.sent.how.set_value("post")
    dialog.sent.on.setText("Feb 20, 2026")
    hands.click(dialog.sent_button)
    card = hands.card(page)
    assert (card.letters[0].sent_how, card.letters[0].sent_on) == ("post", TODAY)
    assert card.row.answered_on == TODAY
    page.middle.tabs.setCurrentIndex(5)
    assert texts(page.middle.letters.table, "sent") == ["By post, Feb 20"]


def test_an_issued_letter_is_opened_again_as_it_was_kept(
    hands: Hands, cases: Cases, messages: PreparedMessages, tmp_path: Path
) -> None:
    hands.tools.desk.letters.issue(LetterKind.APPROVED, cases.decided)
    page = hands.case(cases.decided)
    letter = hands.card(page).letters[0]
    kept = hands.tools.desk.letters.pdf(letter.id)
    dialog = hands.do(page, Act(Do.OPEN_LETTER, letter.id), LetterDialog)
    hands.wait(lambda: dialog.preview.page_count == 1)
    messages.answer(tmp_path / "again.pdf")
    dialog.preview.save()
    assert (tmp_path / "again.pdf").read_bytes() == kept
    assert not dialog.draft.isVisible()


def test_a_letter_sent_before_it_was_issued_is_refused_and_the_dialog_stays(
    hands: Hands, cases: Cases
) -> None:
    hands.tools.desk.letters.issue(LetterKind.APPROVED, cases.decided)
    page = hands.case(cases.decided)
    hands.click(page.head.next)
    dialog = hands.dialog(page, LetterDialog)
    dialog.sent.on.set_value(date(2026, 2, 1))
    hands.click(dialog.sent_button)
    assert dialog.isVisible()
    assert "Feb 1, 2026" in dialog.notice.text
    assert dialog.sent.on.value == date(2026, 2, 1)


def test_asking_a_rater_by_letter_shows_the_row_of_raters_only_then(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    kim = next(row for row in hands.card(page).references if row.rater_name == "Tae Kim")
    dialog = hands.do(page, Act(Do.RATER_LETTER, kim.id), LetterDialog)
    hands.wait(lambda: dialog.preview.page_count == 1)
    assert dialog.draft.kind is LetterKind.REFERENCE_REMINDER
    assert dialog.draft.reference.isVisible()
    assert dialog.draft.facts["reference_id"] == kim.id
    dialog.draft.choice.set_value(LetterKind.APPLICATION_ACCEPTED)
    assert not dialog.draft.reference.isVisible()


def test_asking_for_more_information_needs_to_say_what(hands: Hands, cases: Cases) -> None:
    hands.tools.desk.applications.pause(cases.in_review, "more_information", TODAY, "transcript")
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.LETTER), LetterDialog)
    assert dialog.draft.kind is LetterKind.MORE_INFORMATION
    assert dialog.notice.text
    assert not dialog.issue_button.isEnabled()
    dialog.draft.reasons.set_value("An official transcript\nThe date of the training in May")
    hands.wait(dialog.issue_button.isEnabled)
    hands.wait(lambda: dialog.preview.page_count == 1)
    hands.click(dialog.issue_button)
    hands.wait(dialog.sent_button.isVisible)
    assert [one.kind for one in hands.card(page).letters] == ["more_information"]


def test_a_to_do_is_written_and_done(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.accepted)
    dialog = hands.do(page, Act(Do.NOTE), NoteDialog)
    dialog.words.set_value("Ask for the transcript")
    dialog.due.setText("Feb 27, 2026")
    hands.save(dialog)
    part = page.middle.notes
    assert texts(part.table, "due") == ["Feb 27, 2026"]
    page.middle.tabs.setCurrentIndex(3)
    part.table.select_key(part.model.rows[0].id)
    hands.click(part.buttons[Do.EDIT_NOTE])
    edit = hands.dialog(page, NoteDialog)
    edit.words.set_value("Ask twice for the transcript")
    hands.save(edit)
    assert texts(part.table, "text") == ["Ask twice for the transcript"]
    part.table.select_key(part.model.rows[0].id)
    hands.click(part.buttons[Do.NOTE_DONE])
    assert texts(part.table, "due") == ["done Feb 20"]
