"""A screen without anything to show says what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.labels import Heading, Muted


class EmptyState(QWidget):
    """Title, one or two sentences, and a button for the next step (`acted`)."""

    acted = Signal()

    def __init__(
        self, title: str, text: str, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Heading(title, self)
        self._text = Muted(text, self, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        space(column, 16, 10)
        column.addStretch(1)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._middle())
        if button:
            self.button = Button(button, Kind.ACCENT, self)
            self.button.clicked.connect(self._press)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _middle(self) -> QHBoxLayout:
        """The sentences in the middle third: a layout's alignment would cost them their height."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._text, 1)
        row.addStretch(1)
        return row

    def say(self, title: str, text: str) -> None:
        """Another title and sentence."""
        self._title.setText(title)
        self._text.setText(text)

    def _press(self) -> None:
        self.acted.emit()
