"""Correcting what a column was taken for, by keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.ui.dialogs.import_workbook import COLUMNS, ImportDialog
from coordinator_app.ui.tools import Tools
from tests.ui.case_hands import Hands

SHEET = "Name,Category,Submitted,Islnd\nKeoni Nāluʻai,IFS,2025-06-01,Maui\n"


def test_a_choice_gone_through_by_the_arrow_keys_keeps_the_keyboard(
    qtbot: QtBot, tools: Tools, tmp_path: Path
) -> None:
    sheet = tmp_path / "last year.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = ImportDialog(owner, tools)
    dialog.show()
    dialog.read(sheet)
    hands = Hands(qtbot, tools)
    hands.settle()
    dialog.views.choose(COLUMNS)
    dialog.views.chosen.emit(COLUMNS)
    choice = dialog.columns.choices["D"]
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    before = choice.currentIndex()
    for _ in range(3):
        QTest.keyClick(choice, Qt.Key.Key_Down)
        hands.settle()
    assert dialog.columns.choices["D"] is choice
    assert choice.hasFocus()
    assert choice.currentIndex() == before + 3
    plan = dialog.plan
    assert plan is not None
    assert plan.sheets[0].columns[3].field == choice.value
    dialog.reject()
