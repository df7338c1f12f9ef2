"""The word PRACTICE across a screen, faint, under no one's hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coordinator_app.ui import theme


class Watermark(QWidget):
    """Lies over `over`, follows its size, and lets every click through."""

    def __init__(self, over: QWidget, text: str) -> None:
        super().__init__(over)
        self._over = over
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        over.installEventFilter(self)
        self.resize(over.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self.resize(self._over.size())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(110, 700)
        colour = look.colour("urgent")
        colour.setAlphaF(0.05)
        painter.setFont(font)
        painter.setPen(colour)
        painter.translate(self.width() / 2, self.height() * 0.62)
        painter.rotate(-18)
        width = QFontMetricsF(font).horizontalAdvance(self._text)
        painter.drawText(QPointF(-width / 2, 0), self._text)
        painter.end()
