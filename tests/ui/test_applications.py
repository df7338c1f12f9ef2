"""The list of applications, and logging one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.new_application import NewApplicationDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.applications import ApplicationsPage, due_text
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from tests.helpers.answers import PreparedMessages
from tests.helpers.builders import TODAY, an_office
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def listed(hands: Hands) -> ApplicationsPage:
    page = ApplicationsPage(hands.tools)
    hands.show(page)
    return page


def chips(page: ApplicationsPage) -> dict[str, str]:
    return {key: button.text() for key, button in page.chips._buttons.items()}


def test_the_head_and_the_chips_count_and_the_most_pressing_stands_first(
    hands: Hands, cases: Cases
) -> None:
    page = listed(hands)
    assert page.head.beside.text() == "5 open, 4 late"
    assert chips(page)["review"] == "In review 2"
    assert chips(page)["all"] == "All 9"
    assert texts(page.table, "name")[:2] == ["Kalaniʻōpuʻu, Makoa", "Nāluʻai, Keoni"]
    assert texts(page.table, "due")[:2] == ["20 days late", "in 8 days"]
    assert texts(page.table, "state")[1] == "In review"


def test_a_chip_narrows_the_list(hands: Hands, cases: Cases) -> None:
    page = listed(hands)
    hands.click(page.chips._buttons["decided"])
    assert "Akana, Hōkūlani" in texts(page.table, "name")
    assert set(texts(page.table, "state")) == {"Endorsed"}


def test_words_narrow_the_list_in_any_spelling(hands: Hands, cases: Cases) -> None:
    page = listed(hands)
    type_into(page.words, "naluai")
    hands.wait(lambda: page.model.total == 1)
    assert texts(page.table, "name") == ["Nāluʻai, Keoni"]


def test_enter_opens_the_case(hands: Hands, cases: Cases) -> None:
    page = listed(hands)
    page.focus_first()
    assert page.table.hasFocus()
    gone = hands.places(page)
    hands.key(page.table, Qt.Key.Key_Return)
    assert gone == [Place("case", cases.submitted)]


def test_every_title_that_sorts_is_an_order_of_the_service(hands: Hands, cases: Cases) -> None:
    page = listed(hands)
    for column in page.model.columns:
        if column.order is not None:
            page.table.sort_by(column.key, descending=True)
            hands.settle()
            assert page.model.total == 5
    page.table.sort_by("state")
    hands.settle()
    words = ["Registered", "Accepted", "In progress", "Submitted", "In review"]
    assert texts(page.table, "state") == words


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_columns_are_chosen_from_a_button(hands: Hands, cases: Cases) -> None:
    page = listed(hands)
    assert page.columns_button.accessibleName() == "Columns"
    hands.key(page.columns_button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    last = menu.actions()[-1]
    assert last.text() == "Questions"
    last.trigger()
    menu.close()
    assert "questions" not in page.table.shown_keys()


def test_an_answered_reply_is_no_longer_owed(hands: Hands, cases: Cases) -> None:
    card = hands.tools.desk.cases.card(cases.submitted)
    assert due_text(card.row, TODAY) == "20 days late"
    assert due_text(card.row, date(2026, 1, 31)) == "today"


@pytest.mark.parametrize("chosen", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize(("width", "height", "percent"), [(1230, 820, 100), (892, 620, 100)])
def test_everything_on_the_list_has_a_name_and_is_read_whole(
    hands: Hands, cases: Cases, look: Theme, chosen: Look, width: int, height: int, percent: int
) -> None:
    look.show(chosen, percent)
    page = ApplicationsPage(hands.tools)
    hands.show(page, width, height)
    assert unnamed_controls(page) == []
    assert clipped_texts(page) == []


def test_an_empty_office_says_what_to_do_next(
    tmp_path: Path, qtbot: QtBot, background: Background, feed: Feed, messages: PreparedMessages
) -> None:
    desk = an_office(tmp_path)
    hands = Hands(qtbot, Tools(desk, background, feed, messages))
    page = listed(hands)
    page.focus_first()
    assert page.empty.button.hasFocus()
    hands.key(page.empty.button, Qt.Key.Key_Return)
    assert hands.dialog(page, NewApplicationDialog).isVisible()
    background.close()
    desk.close()


# --- New application ----------------------------------------------------------------------------


def logging_(hands: Hands) -> tuple[ApplicationsPage, NewApplicationDialog]:
    page = listed(hands)
    page.new()
    hands.settle()
    return page, hands.dialog(page, NewApplicationDialog)


def shown(hands: Hands, gone: list[Place]) -> CaseCard:
    """The case that was gone to."""
    (place,) = gone
    assert place.page == "case"
    assert isinstance(place.what, int)
    return hands.tools.desk.cases.card(place.what)


def test_somebody_on_file_applies_and_the_case_opens(hands: Hands, cases: Cases) -> None:
    page, dialog = logging_(hands)
    type_into(dialog.who.search, "kahananui")
    hands.wait(lambda: bool(dialog.who.model.rows))
    hands.key(dialog.who.search, Qt.Key.Key_Return)
    dialog.category.set_value("IFS")
    gone = hands.places(page)
    hands.save(dialog)
    card = shown(hands, gone)
    assert (card.row.name, card.row.category) == ("Leilani Kahananui", "IFS")


def test_somebody_new_is_written_with_what_was_entered(hands: Hands, cases: Cases) -> None:
    page, dialog = logging_(hands)
    type_into(dialog.who.search, "Pua Māhoe")
    hands.click(dialog.who.new_button)
    assert dialog.who.draft.name.value == "Pua Māhoe"
    dialog.who.draft.agency.set_value("Keiki First")
    dialog.who.draft.island.set_value("Kauaʻi")
    dialog.category.set_value("IMHS")
    gone = hands.places(page)
    hands.save(dialog)
    person = shown(hands, gone).row.person_id
    card = hands.tools.desk.people.card(person)
    assert (card.name, card.island) == ("Pua Māhoe", "Kauaʻi")
    assert card.agencies[0].agency == "Keiki First"


def test_who_is_likely_the_same_shows_while_typing(hands: Hands, cases: Cases) -> None:
    _, dialog = logging_(hands)
    hands.click(dialog.who.new_button)
    type_into(dialog.who.draft.name, "Nalu'ai Keoni")
    hands.wait(dialog.who.same.isVisible)
    button = dialog.who.same.focusProxy()
    assert button is not None
    assert button.property("text") == "Possibly the same (name): Keoni Nāluʻai"


def test_nothing_is_written_without_applicant_and_category(hands: Hands, cases: Cases) -> None:
    _, dialog = logging_(hands)
    hands.save(dialog)
    assert dialog.form.errors().keys() == {"who", "category"}
    assert "Applicant is needed" in dialog.who.accessibleDescription()


def test_a_day_without_a_policy_is_said_at_the_day(hands: Hands, cases: Cases) -> None:
    _, dialog = logging_(hands)
    type_into(dialog.who.search, "kahananui")
    hands.wait(lambda: bool(dialog.who.model.rows))
    hands.key(dialog.who.search, Qt.Key.Key_Return)
    dialog.category.set_value("IFA")
    dialog.registered.setText("Dec 31, 2023")
    assert dialog.category.count() == 1, "no policy, no categories"
    hands.save(dialog)
    assert dialog.isVisible()


def test_the_same_application_twice_is_refused_at_its_category(hands: Hands, cases: Cases) -> None:
    _, dialog = logging_(hands)
    type_into(dialog.who.search, "kahananui")
    hands.wait(lambda: bool(dialog.who.model.rows))
    hands.key(dialog.who.search, Qt.Key.Key_Return)
    dialog.category.set_value("IMHS")
    hands.save(dialog)
    assert dialog.isVisible()
    assert "Leilani Kahananui" in dialog.category.accessibleDescription()
    assert dialog.who.name == "Leilani Kahananui"
