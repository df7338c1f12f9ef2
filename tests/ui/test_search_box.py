"""Search by keyboard: type, go down, Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.ui.background import Background
from coordinator_app.ui.frame import Found, FoundGroup
from coordinator_app.ui.page import Place
from coordinator_app.ui.widgets.search_box import SearchBox
from tests.helpers.keys import type_into
from tests.helpers.walk import the

Settled = Callable[[], None]
KEONI = Found("Keoni Nāluʻai", "keoni@example.org", Place("person", 1))
CASE = Found("2026-007", "IFS · in review", Place("case", 7))


class Office:
    """Finds what contains the text, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, text: str) -> Sequence[FoundGroup]:
        self.asked.append(text)
        groups = {"People": [KEONI], "Applications": [CASE], "Letters": list[Found]()}
        if text == "nothing":
            return []
        return [FoundGroup(title, found) for title, found in groups.items()]


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def box(qtbot: QtBot, office: Office, background: Background) -> Iterator[SearchBox]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    errors: list[Exception] = []
    made = SearchBox(office.find, background, errors.append, window)
    column.addWidget(made)
    column.addWidget(QLineEdit(window))
    column.addStretch(1)
    window.resize(600, 400)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def search(box: SearchBox, qtbot: QtBot, text: str) -> None:
    type_into(box, text)
    qtbot.waitUntil(box.results.isVisible)


def test_results_come_in_groups_and_empty_groups_do_not(box: SearchBox, qtbot: QtBot) -> None:
    search(box, qtbot, "keo")
    assert box.results.texts == ["People", "Keoni Nāluʻai", "Applications", "2026-007"]


def test_what_is_typed_fast_is_searched_once(box: SearchBox, qtbot: QtBot, office: Office) -> None:
    search(box, qtbot, "Nāluʻai")
    assert office.asked == ["Nāluʻai"]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ([], KEONI),
        ([Qt.Key.Key_Down], CASE),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], CASE),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], KEONI),
        ([Qt.Key.Key_PageDown], CASE),
    ],
)
def test_arrows_choose_and_pass_over_headings(
    box: SearchBox, qtbot: QtBot, keys: list[Qt.Key], found: Found
) -> None:
    search(box, qtbot, "keo")
    for key in keys:
        QTest.keyClick(box, key)
    told: list[object] = []
    box.chosen.connect(told.append)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert told == [found]
    assert not box.results.isVisible()
    assert box.text() == ""


def test_a_click_takes_a_result(box: SearchBox, qtbot: QtBot) -> None:
    search(box, qtbot, "keo")
    lines = the(QListView, box.results)
    told: list[object] = []
    box.chosen.connect(told.append)
    at = lines.visualRect(lines.model().index(3, 0)).center()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, none, at)
    assert told == [CASE]


def test_escape_closes_the_list_and_then_empties_the_box(box: SearchBox, qtbot: QtBot) -> None:
    search(box, qtbot, "keo")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.results.isVisible()
    assert box.text() == "keo"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_nothing_found_is_said(box: SearchBox, qtbot: QtBot) -> None:
    search(box, qtbot, "nothing")
    assert box.results.texts == ["Nothing found. Try a part of the name or number."]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.results.isVisible()


def test_return_does_not_wait_for_the_pause(
    box: SearchBox, office: Office, settled: Settled
) -> None:
    type_into(box, "keo")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settled()
    assert office.asked == ["keo"]
    assert box.results.isVisible()


def test_an_answer_to_what_is_no_longer_typed_is_not_shown(
    box: SearchBox, settled: Settled
) -> None:
    type_into(box, "keo")
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.clear()
    settled()
    assert not box.results.isVisible()


def test_the_list_goes_when_the_keyboard_goes_elsewhere(box: SearchBox, qtbot: QtBot) -> None:
    search(box, qtbot, "keo")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.results.isVisible()
