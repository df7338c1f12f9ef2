"""White cards with a fine edge: the ground on which everything lies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coordinator_app.ui import theme
from coordinator_app.ui.last_input import last_input
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.flow import FlowLayout
from coordinator_app.ui.widgets.labels import ElidedLabel, Heading

RADIUS = 8.0


class Card(QFrame):
    """A card whose parts stand one below the other; `flush` ones (tables) reach its edge."""

    def __init__(
        self, parent: QWidget | None = None, *, title: str = "", flush: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body: QVBoxLayout = QVBoxLayout(self)
        space(self.body, (1, 1, 1, 1) if flush else (16, 14, 16, 16), 0 if flush else 8)
        if title:
            self.body.addWidget(Heading(title, self, wrap=True))
        self._corners = _Corners(self) if flush else None

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or a layout below what is there."""
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        else:
            self.body.addWidget(part, stretch)
        if self._corners is not None:
            self._corners.raise_()


class _Corners(QWidget):
    """Lies over a flush card: paints the page into the corners of what reaches its edge."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._card and event.type() == QEvent.Type.Resize:
            self.resize(self._card.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        edge = QPainterPath()
        edge.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        outside = QPainterPath()
        outside.addRect(box)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(edge), theme.now().colour("page"))
        painter.setPen(QPen(theme.now().colour("line"), 1))
        painter.drawPath(edge)
        painter.end()


class Strip(QFrame):
    """One card divided into equal parts by fine lines: the rounds, the steps of a sitting."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        row = QHBoxLayout(self)
        space(row, 1, 0)
        for number, part in enumerate(parts):
            if number:
                row.addWidget(_Line(self))
            row.addWidget(part, 1)


class _Line(QFrame):
    """A fine upright line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)
        self.setObjectName("upright")


class CardPart(QWidget):
    """A padded part of a Strip: heading, text at the right, and what is added below."""

    def __init__(self, title: str, beside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        space(self.body, (16, 13, 16, 13), 8)
        top = QHBoxLayout()
        top.addWidget(Heading(title, self))
        top.addStretch(1)
        if beside:
            quiet = ElidedLabel(beside, self, role="muted")
            quiet.setMinimumWidth(theme.now().px(16))  # the heading is more
            top.addWidget(quiet)
        self.body.addLayout(top)

    def add(self, part: QWidget) -> None:
        """Add a widget below what is there."""
        self.body.addWidget(part)


class Scroll(QScrollArea):
    """What is higher than its place scrolls; the keyboard's place is always brought into view."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner.setObjectName("scrolled")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        last_input()  # brings what the keyboard reaches into view


def buttons(*parts: QWidget, spread: bool = False) -> QLayout:
    """Buttons from the left, in as many lines as they need, or in one line at the right."""
    if not spread:
        flow = FlowLayout(gap=8)
        for part in parts:
            flow.addWidget(part)
        return flow
    row = QHBoxLayout()
    space(row, 0, 8)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    return row
