"""Raters and ratings, by mouse and keys: named, asked, reminded, received, void, replaced."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coordinator_app.ui.dialogs.rater import RaterDialog
from coordinator_app.ui.dialogs.rating import RatingDialog
from coordinator_app.ui.dialogs.reason import ReasonDialog
from coordinator_app.ui.pages.case import CasePage
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.tools import Tools
from tests.helpers.keys import type_into
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def raters(hands: Hands, id: int) -> CasePage:
    """The page of a case at its references."""
    page = hands.case(id)
    page.middle.tabs.setCurrentIndex(1)
    return page


def states(page: CasePage) -> dict[str, str]:
    table = page.middle.references.table
    return dict(zip(texts(table, "rater"), texts(table, "state"), strict=True))


def test_a_rater_on_file_is_found_by_any_spelling_and_named_with_the_keyboard(
    hands: Hands, cases: Cases
) -> None:
    page = raters(hands, cases.accepted)
    hands.click(page.middle.references.buttons[Do.NAME_RATER])
    dialog = hands.dialog(page, RaterDialog)
    type_into(dialog.who.search, "CHUN amelia")
    hands.wait(lambda: bool(dialog.who.model.rows))
    hands.key(dialog.who.search, Qt.Key.Key_Return)
    assert dialog.who.name == "Amelia Chun"
    dialog.kind.set_value("rsc_provider")
    hands.save(dialog)
    assert states(page) == {"Amelia Chun": "named"}


def test_somebody_new_who_is_likely_on_file_is_shown_before_anything_is_written(
    hands: Hands, cases: Cases
) -> None:
    page = raters(hands, cases.accepted)
    dialog = hands.do(page, Act(Do.NAME_RATER), RaterDialog)
    hands.click(dialog.who.new_button)
    dialog.who.draft.name.set_value("Rowena Lum-Kekoa")
    dialog.who.draft.email.set_value("ROWENA@example.org")
    dialog.kind.set_value("colleague")
    hands.save(dialog)
    assert dialog.isVisible()
    assert dialog.who.same.isVisible()
    assert states(page) == {}
    found = dialog.who.same.focusProxy()
    assert found is not None
    hands.click(found)
    assert dialog.who.value == cases.reviewers[1]
    hands.save(dialog)
    assert states(page) == {"Rowena Lum": "named"}


def test_somebody_new_is_written_when_it_is_said_twice(hands: Hands, cases: Cases) -> None:
    page = raters(hands, cases.accepted)
    dialog = hands.do(page, Act(Do.NAME_RATER), RaterDialog)
    hands.click(dialog.who.new_button)
    dialog.who.draft.name.set_value("Rowena Lum")
    dialog.kind.set_value("colleague")
    hands.save(dialog)
    assert dialog.isVisible()
    hands.save(dialog)
    assert states(page) == {"Rowena Lum": "named"}
    assert page.middle.references.model.rows[0].rater_id not in cases.reviewers


def test_the_applicant_cannot_rate_and_the_sentence_stands_at_the_field(
    hands: Hands, cases: Cases
) -> None:
    page = raters(hands, cases.accepted)
    dialog = hands.do(page, Act(Do.NAME_RATER), RaterDialog)
    type_into(dialog.who.search, "noe@example.org")
    hands.wait(lambda: bool(dialog.who.model.rows))
    hands.key(dialog.who.search, Qt.Key.Key_Down)
    assert dialog.who.table.hasFocus()
    hands.key(dialog.who.table, Qt.Key.Key_Return)
    dialog.kind.set_value("other")
    hands.save(dialog)
    assert dialog.isVisible()
    assert "Noe Cabral" in dialog.who.accessibleDescription()


def test_a_rater_is_asked_reminded_and_their_rating_recorded(hands: Hands, cases: Cases) -> None:
    page = raters(hands, cases.in_review)
    part = page.middle.references
    kim = next(row for row in part.model.rows if row.rater_name == "Tae Kim")
    part.table.select_key(kim.id)
    hands.click(part.buttons[Do.REMIND])
    hands.save(hands.dialog(page, ReasonDialog))
    assert states(page)["Tae Kim"] == "reminded Feb 20"
    hands.key(part.table, Qt.Key.Key_Return)
    dialog = hands.dialog(page, RatingDialog)
    dialog.completed.setText("2/17/2026")
    dialog.received.setText("2/16/2026")
    dialog.blanks.setText("2")
    hands.save(dialog)
    assert "Feb 17, 2026" in dialog.received.accessibleDescription()
    dialog.received.setText("2/19/2026")
    dialog.waiver.set_value(True)
    hands.save(dialog)
    assert states(page)["Tae Kim"] == "received Feb 19"
    row = next(row for row in part.model.rows if row.id == kim.id)
    assert (row.blanks, row.waiver, row.completed_on) == (2, True, date(2026, 2, 17))
    hands.key(part.table, Qt.Key.Key_Return)
    hands.save(hands.dialog(page, ReasonDialog))
    assert states(page)["Tae Kim"] == "accepted Feb 20"
    assert texts(page.middle.findings.table, "verdict")[5] == "accepted"


def test_a_rating_with_too_many_blanks_is_void_at_once_and_the_rater_is_replaced(
    hands: Hands, cases: Cases
) -> None:
    page = raters(hands, cases.in_review)
    kim = next(row for row in hands.card(page).references if row.rater_name == "Tae Kim")
    dialog = hands.do(page, Act(Do.RATING, kim.id), RatingDialog)
    dialog.completed.setText("2/17/2026")
    dialog.blanks.setText("7")
    hands.save(dialog)
    assert states(page)["Tae Kim"] == "void: 7 blanks"
    part = page.middle.references
    part.table.select_key(kim.id)
    assert part.buttons[Do.REPLACE].isVisible()
    hands.click(part.buttons[Do.REPLACE])
    replace = hands.dialog(page, RaterDialog)
    assert replace.kind.value == "colleague"
    hands.click(replace.who.new_button)
    replace.who.draft.name.set_value("Iolana Pua")
    hands.save(replace)
    assert states(page)["Tae Kim"] == "replaced"
    assert states(page)["Iolana Pua"] == "named"


def test_a_rating_is_made_void_with_a_reason(hands: Hands, cases: Cases) -> None:
    page = raters(hands, cases.in_review)
    souza = next(row for row in hands.card(page).references if row.rater_name == "Maria Souza")
    dialog = hands.do(page, Act(Do.VOID, souza.id), ReasonDialog)
    dialog.words.set_value("Signed by somebody else")
    hands.save(dialog)
    assert states(page)["Maria Souza"] == "void"
    assert page.notice.text == "Rating from Maria Souza void."


def test_only_what_a_row_allows_has_a_button(hands: Hands, cases: Cases) -> None:
    page = raters(hands, cases.in_review)
    part = page.middle.references
    assert [do for do, button in part.buttons.items() if button.isVisible()] == [Do.NAME_RATER]
    kim = next(row for row in part.model.rows if row.rater_name == "Tae Kim")
    part.table.select_key(kim.id)
    shown = {do for do, button in part.buttons.items() if button.isVisible()}
    assert {Do.RATING, Do.REMIND, Do.REPLACE, Do.DECLINED} < shown
    assert not shown & {Do.ASK, Do.VOID, Do.ACCEPT_RATING}


def test_a_declined_rater_is_noted_at_once(hands: Hands, cases: Cases) -> None:
    page = raters(hands, cases.in_review)
    kim = next(row for row in hands.card(page).references if row.rater_name == "Tae Kim")
    page.do(Act(Do.DECLINED, kim.id))
    hands.settle()
    assert states(page)["Tae Kim"] == "declined"
    assert page.notice.text == "Tae Kim declined to rate."
