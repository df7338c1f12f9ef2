"""Logging an application: nothing that was chosen is lost on the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.ui.dialogs.new_application import NewApplicationDialog
from coordinator_app.ui.tools import Tools
from tests.helpers.keys import type_into
from tests.ui.case_hands import Hands


def test_a_category_chosen_before_the_day_is_typed_stays_chosen(qtbot: QtBot, tools: Tools) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = NewApplicationDialog(owner, tools)
    dialog.open()
    Hands(qtbot, tools).settle()
    dialog.category.set_value("IFA")
    QTest.keyClick(dialog.registered, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_into(dialog.registered, "1/5/2023")
    assert dialog.category.value is None, "no policy is in force on that day"
    QTest.keyClick(dialog.registered, Qt.Key.Key_Backspace)
    type_into(dialog.registered, "6")
    assert dialog.category.value == "IFA"
