"""The place of the pages: the window may be smaller than a page; the keyboard is always in view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.ui.widgets.page_place import PagePlace


@pytest.fixture
def place(qtbot: QtBot) -> PagePlace:
    """One page of two fields that are 400 pixels apart."""
    stack, page = QStackedWidget(), QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit(page))
    column.addSpacing(400)
    column.addWidget(QLineEdit(page))
    stack.addWidget(page)
    made = PagePlace(stack)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    QTest.qWaitForWindowExposed(made)
    return made


def test_a_page_is_as_large_as_the_room_there_is(place: PagePlace) -> None:
    stack = place.widget()
    assert stack is not None
    assert stack.size() == place.viewport().size()
    assert place.verticalScrollBar().maximum() == 0


def test_a_page_that_needs_more_scrolls_and_the_window_may_be_small(
    place: PagePlace, qtbot: QtBot
) -> None:
    assert place.minimumSizeHint().height() <= 200
    place.resize(300, 200)
    qtbot.waitUntil(lambda: place.verticalScrollBar().maximum() > 0)
    assert place.horizontalScrollBar().maximum() == 0


def test_where_tab_leads_is_brought_into_view(place: PagePlace, qtbot: QtBot) -> None:
    place.resize(300, 200)
    place.activateWindow()
    first, last = place.findChildren(QLineEdit)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(last.hasFocus)
    assert last.visibleRegion().boundingRect().height() == last.height()
