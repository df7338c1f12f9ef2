"""Commands are declared once; shortcuts, menus and the Keyboard page follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from coordinator_app.ui.actions import (
    COMMANDS,
    WIDGET_KEYS,
    ActionSet,
    Command,
    Menu,
    clashes,
    key_sequences,
    plain_text,
)
from coordinator_app.ui.dialogs.keyboard import KeyboardDialog, key_rows


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLineEdit(made))
    made.show()
    QTest.qWaitForWindowExposed(made)
    return made


def test_no_two_commands_have_one_shortcut() -> None:
    assert clashes(COMMANDS) == []


def test_a_clash_is_found() -> None:
    twice = (Command("a", "A", Menu.FILE, "Ctrl+A; F5"), Command("b", "B", Menu.GO, "F5"))
    assert clashes(twice) == [("F5", "a", "b")]


def test_no_command_takes_a_key_that_widgets_need() -> None:
    taken = {keys.toString() for command in COMMANDS for keys in key_sequences(command)}
    assert taken.isdisjoint({keys for keys, _ in WIDGET_KEYS})


def test_every_shortcut_is_one_qt_understands() -> None:
    wrong = [c.id for c in COMMANDS for keys in key_sequences(c) if not keys.toString()]
    assert wrong == []


def test_ids_and_texts_are_there_once() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(plain_text(command) for command in COMMANDS)


def test_mnemonics_in_a_menu_differ() -> None:
    for menu in Menu:
        letters = [
            command.text.casefold().split("&")[1][0] for command in COMMANDS if command.menu is menu
        ]
        assert len(set(letters)) == len(letters), menu


def test_a_command_nobody_does_is_in_no_menu(window: QMainWindow) -> None:
    actions = ActionSet(window)
    menus = actions.fill(window.menuBar())
    assert not any(menu.menuAction().isVisible() for menu in menus.values())
    actions.on("go.search", lambda: None)
    assert [menu for menu in Menu if menus[menu].menuAction().isVisible()] == [Menu.GO]
    actions.off("go.search")
    assert not any(menu.menuAction().isVisible() for menu in menus.values())


def test_a_shortcut_does_its_command(window: QMainWindow) -> None:
    actions = ActionSet(window)
    done: list[str] = []
    actions.on("go.search", lambda: done.append("search"))
    window.activateWindow()
    for key in (Qt.Key.Key_K, Qt.Key.Key_F):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert done == ["search", "search"]


def test_a_command_that_needs_a_selection_waits_for_one(window: QMainWindow) -> None:
    needing = Command("x.move", "&Move…", Menu.CASE, needs_selection=True)
    actions = ActionSet(window, [needing])
    done: list[str] = []
    actions.on("x.move", lambda: done.append("moved"))
    actions.fire("x.move")
    actions.select(something=True)
    actions.fire("x.move")
    actions.select(something=False)
    actions.fire("x.move")
    assert done == ["moved"]


def test_turning_on_what_nobody_does_is_in_vain(window: QMainWindow) -> None:
    actions = ActionSet(window)
    actions.enable("go.search", enabled=True)
    assert not actions.action("go.search").isEnabled()


def test_the_keyboard_page_lists_what_can_be_done(window: QMainWindow, qtbot: QtBot) -> None:
    actions = ActionSet(window)
    actions.on("go.search", lambda: None)
    rows = key_rows(actions)
    assert (rows[0].keys, rows[0].does) == ("Ctrl+K  Ctrl+F", "Search")
    assert len(rows) == 1 + len(WIDGET_KEYS)
    dialog = KeyboardDialog(actions, window)
    dialog.open()
    assert dialog.table.model().rowCount() == len(rows)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
