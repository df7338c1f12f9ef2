"""Views of a list saved under a name, and the columns chosen: kept by office, found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coordinator_app.domain.letters import LetterKind
from coordinator_app.runtime.settings import Settings, load_settings
from coordinator_app.ui import paged
from coordinator_app.ui.list_memory import ListMemory
from coordinator_app.ui.pages.applications import ApplicationsPage
from coordinator_app.ui.pages.letters import LettersPage
from coordinator_app.ui.pages.list_page import ListPage
from coordinator_app.ui.pages.people import PeoplePage
from coordinator_app.ui.pages.registry import RegistryPage
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases

PAGES: list[Callable[[Tools], ListPage]] = [
    ApplicationsPage,
    LettersPage,
    PeoplePage,
    RegistryPage,
]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Sat:
    """One user at one office, whose settings are kept in a file."""

    def __init__(self, qtbot: QtBot, tools: Tools, file: Path) -> None:
        self.qtbot, self.tools, self.file = qtbot, tools, file
        self.pages: list[ListPage] = []  # a page let go of would be collected in the worker

    def at(self, make: Callable[[Tools], ListPage], office: str = "this") -> Hands:
        """The page as the program shows it after a new start."""
        lists = ListMemory(Preferences(self.file, load_settings(self.file).settings), office)
        one = self.tools
        tools = Tools(one.desk, one.background, one.feed, one.messages, lists)
        self.pages.append(make(tools))
        hands = Hands(self.qtbot, tools)
        hands.show(self.page)
        return hands

    @property
    def page(self) -> ListPage:
        """The page shown last."""
        return self.pages[-1]

    @property
    def kept(self) -> Settings:
        return load_settings(self.file).settings


@pytest.fixture
def sat(qtbot: QtBot, tools: Tools, tmp_path: Path) -> Sat:
    return Sat(qtbot, tools, tmp_path / "settings.toml")


def shown(page: ListPage) -> list[str]:
    return [page.chips.button(key).text() for key in page.chips.keys]


def narrow(sat: Sat, hands: Hands, chip: str, words: str) -> None:
    hands.click(sat.page.chips.button(chip))
    type_into(sat.page.words, words)
    hands.wait(lambda: sat.page.model.total == 1)


def saved(sat: Sat, hands: Hands, messages: PreparedMessages, name: str = "Keoni") -> ListPage:
    """Applications, all of them, narrowed to one name and sorted by state backwards."""
    narrow(sat, hands, "all", "naluai")
    sat.page.table.sort_by("state", descending=True)
    messages.answer(name)
    hands.click(sat.page.views.save_button)
    return sat.page


def test_a_saved_view_is_a_chip_with_its_count_and_there_after_a_new_start(
    sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    page = saved(sat, sat.at(ApplicationsPage), messages)
    assert shown(page)[-1] == "Keoni 1"
    assert page.views.view is not None
    hands = sat.at(ApplicationsPage)
    again = sat.page
    assert shown(again)[-1] == "Keoni 1"
    assert again.model.total == 5, "the first chip holds"
    hands.click(again.chips.button("saved:Keoni"))
    assert texts(again.table, "name") == ["Nāluʻai, Keoni"]
    assert again.words.value == "naluai"
    assert again.model.order == ("state", True)
    hands.click(again.chips.button("all"))
    assert (again.words.value, again.model.total) == ("", 9)


def test_another_office_has_its_own_views_and_a_copy_has_the_same(
    sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    saved(sat, sat.at(ApplicationsPage), messages)
    sat.at(ApplicationsPage, office="another")
    assert "Keoni 1" not in shown(sat.page)
    sat.at(PeoplePage)
    assert not any("Keoni" in chip for chip in shown(sat.page)), "each list has its own"


def test_nothing_but_what_the_user_typed_is_in_the_settings(
    sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    saved(sat, sat.at(ApplicationsPage), messages, "Mine")
    text = sat.file.read_text(encoding="utf-8")
    assert "naluai" in text
    assert "Nāluʻai" not in text


def test_a_view_is_renamed_removed_and_put_back(
    sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    hands = sat.at(ApplicationsPage)
    page = saved(sat, hands, messages)
    messages.answer("  Hilo \n cases ")
    hands.click(page.views.rename_button)
    assert shown(page)[-1] == "Hilo cases 1"
    assert [one.name for one in sat.kept.views] == ["Hilo cases"]
    hands.click(page.views.remove_button)
    assert sat.kept.views == ()
    assert page.chips.key == "all"
    assert not page.views.rename_button.isVisible()
    hands.click(next(one for one in page.notice.findChildren(Button) if one.text() == "Undo"))
    assert page.views.view is not None
    assert page.model.total == 1


def test_saving_under_a_name_again_replaces_and_no_name_is_no_view(
    sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    hands = sat.at(ApplicationsPage)
    page = saved(sat, hands, messages)
    page.words.clear()
    messages.answer("Keoni", "   ")
    hands.click(page.views.save_button)
    hands.click(page.views.save_button)
    assert [(one.name, one.words, one.chip) for one in sat.kept.views] == [("Keoni", "", "all")]
    assert shown(page)[-1] == "Keoni 9"


def test_a_view_of_a_filter_there_is_no_more_is_not_shown_as_all(
    sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    saved(sat, sat.at(ApplicationsPage), messages)
    text = sat.file.read_text(encoding="utf-8")
    sat.file.write_text(text.replace('chip = "all"', 'chip = "gone"'), encoding="utf-8")
    sat.at(ApplicationsPage)
    assert "saved:Keoni" not in sat.page.chips.keys
    assert sat.kept.views, "it stays kept"


@pytest.mark.parametrize("make", PAGES)
def test_every_list_saves_views_by_keyboard_and_stays_readable(
    make: Callable[[Tools], ListPage], sat: Sat, messages: PreparedMessages, cases: Cases
) -> None:
    cases.desk.letters.issue(LetterKind.APPLICATION_ACCEPTED, cases.submitted)
    hands = sat.at(make)
    page = sat.page
    assert not page.empty.isVisible()
    messages.answer("A view with a name so long that it would not fit")
    hands.key(page.views.save_button, Qt.Key.Key_Return)
    assert page.chips.button(page.chips.key).text().startswith("A view with a name so long that…")
    page.resize(892, 620)
    hands.settle()
    assert unnamed_controls(page) == []
    assert [one for one in clipped_texts(page) if "Save" in one or "Re" in one] == []


def test_columns_chosen_are_shown_again_in_every_office_and_narrowness_is_not_remembered(
    sat: Sat, cases: Cases
) -> None:
    sat.at(PeoplePage)
    sat.page.table.show_column("phone", shown=True)
    sat.page.table.show_column("island", shown=False)
    sat.at(PeoplePage, office="another")
    assert "phone" in sat.page.table.shown_keys()
    assert "island" not in sat.page.table.shown_keys()
    hands = sat.at(RegistryPage)
    registry = sat.page
    registry.resize(700, 620)
    hands.settle()
    assert "since" not in registry.table.shown_keys()
    registry.table.show_column("category", shown=False)
    registry.resize(1230, 820)
    hands.settle()
    assert "since" in registry.table.shown_keys()
    sat.at(RegistryPage)
    assert "since" in sat.page.table.shown_keys()
    assert "category" not in sat.page.table.shown_keys()


# --- several rows -----------------------------------------------------------------------------


def test_rows_are_selected_by_keyboard_and_copied(sat: Sat, cases: Cases) -> None:
    hands = sat.at(PeoplePage)
    table = sat.page.table
    sat.page.focus_first()
    hands.key(table, Qt.Key.Key_Space)
    hands.key(table, Qt.Key.Key_Down, SHIFT)
    assert len(table.selected()) == 2
    hands.key(table, Qt.Key.Key_Down, CONTROL)
    hands.key(table, Qt.Key.Key_Down, CONTROL)
    hands.key(table, Qt.Key.Key_Space)
    assert len(table.selected()) == 3
    hands.key(table, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    names = texts(table, "name")
    assert [line.split("\t")[0] for line in lines] == [names[0], names[1], names[3]]


def test_all_selected_rows_are_copied_also_those_never_shown(
    sat: Sat, cases: Cases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged, "PAGE_SIZE", 2)
    hands = sat.at(ApplicationsPage)
    hands.click(sat.page.chips.button("all"))
    sat.page.resize(1230, 300)
    hands.key(sat.page.table, Qt.Key.Key_A, CONTROL)
    hands.key(sat.page.table, Qt.Key.Key_C, CONTROL)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 9
