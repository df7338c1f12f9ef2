"""Showing the program's own failure, with what is needed to find out why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import buttons
from coordinator_app.ui.widgets.labels import PlainLabel, Title


class CrashDialog(QDialog):
    """The report holds versions and places in the program, never what a record says."""

    def __init__(self, owner: QWidget | None, said: str, report: str) -> None:
        super().__init__(owner.window() if owner else None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Endorsement Coordinator"))
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setTabChangesFocus(True)
        self.copy_button = Button(self.tr("Copy report"), parent=self)
        close = Button(self.tr("Close"), Kind.ACCENT, self)
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 12)
        column.addWidget(Title(self.tr("Something went wrong"), self))
        column.addWidget(PlainLabel(said, self, wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(buttons(self.copy_button, close, spread=True))
        self.copy_button.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        look = theme.now()
        self.resize(look.px(620), look.px(420))
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
