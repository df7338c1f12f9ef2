"""The panel at the right of a list: what is behind the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.card import Scroll
from coordinator_app.ui.widgets.labels import Heading, Muted

_BAR = QStyle.PixelMetric.PM_ScrollBarExtent
_EDGES = 36  # left and right of what is in it


class SidePanel(QFrame):
    """A card with a heading and a quiet line, whose parts scroll when they are too many.

    It is at most `width` pixels wide at 100 %: give the list beside it a stretch of 2 and it 1.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = 360) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._design_width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._title = Heading("", self, wrap=True)
        self._line = Muted("", self, wrap=True)
        self._inner = QWidget(self)
        self._parts = QVBoxLayout(self._inner)
        self._build()
        theme.now().changed.connect(self._rescale)
        self._rescale()

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it must be: sideways nothing scrolls."""
        least, bar = super().minimumSizeHint(), self.style().pixelMetric(_BAR)
        wanted = self._inner.minimumSizeHint().width() + bar + _EDGES
        return QSize(max(least.width(), min(wanted, self.maximumWidth())), least.height())

    def say(self, title: str, line: str = "") -> None:
        """The heading, and the quiet line below it."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def add(self, part: QWidget | QLayout) -> None:
        """Add a widget or a layout below what is there."""
        place = self._parts.count() - 1
        if isinstance(part, QLayout):
            self._parts.insertLayout(place, part)
        else:
            self._parts.insertWidget(place, part)

    def clear(self) -> None:
        """Take all parts away."""
        while self._parts.count() > 1:
            _drop(self._parts.takeAt(0))

    def _build(self) -> None:
        space(self._parts, 0, 12)
        self._parts.addStretch(1)
        column = QVBoxLayout(self)
        space(column, (16, 14, 16, 16), 4)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addWidget(Scroll(self._inner, self), 1)

    def _rescale(self) -> None:
        self.setMaximumWidth(theme.now().px(self._design_width))
        self.setMinimumWidth(int(self._design_width * 0.75))


def _drop(item: object) -> None:
    """Take a part of a layout off the screen, and all that is in it."""
    widget = getattr(item, "widget", lambda: None)()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
        return
    layout = getattr(item, "layout", lambda: None)()
    while layout is not None and layout.count():
        _drop(layout.takeAt(0))
