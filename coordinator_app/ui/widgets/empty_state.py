"""A screen without anything to show says what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
        self._text.setMinimumWidth(260)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        space(column, 16, 10)
        column.addStretch(1)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        if button:
            self.button = Button(button, Kind.ACCENT, self)
            self.button.clicked.connect(self._press)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _press(self) -> None:
        self.acted.emit()
