"""A word or two in a tinted capsule: a state, said by word and colour."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.widgets.painting import paint_pill, pill_size


class Pill(QWidget):
    """A pill that shows a state; its accessible name is its words."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, tone)
        theme.now().changed.connect(self._rescale)

    @property
    def text(self) -> str:
        return self._text

    @property
    def tone(self) -> Tone:
        return self._tone

    def say(self, text: str, tone: Tone) -> None:
        """Show another state; empty words hide the pill."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text)) if self.parentWidget() else None
        self._rescale()

    def sizeHint(self) -> QSize:
        return pill_size(self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, self.rect(), self._text, self._tone)
        painter.end()

    def _rescale(self) -> None:
        self.updateGeometry()
        self.update()
