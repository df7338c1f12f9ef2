"""A choice of one out of some, and a text of several lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.widgets.icons import Icon, paint_icon


class Choice(QComboBox):
    """Options are (value, words); `value` is None while nothing is chosen."""

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[Any, str]] = (),
        spoken: str = "",
        parent: QWidget | None = None,
        *,
        none: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self._values: list[Any] = []
        self.show_options(options, none=none)
        self.currentIndexChanged.connect(self._changed)

    def show_options(self, options: Sequence[tuple[Any, str]], *, none: str = "") -> None:
        """Offer these; `none` is the words for no choice, where that is allowed."""
        kept = self.value
        offered = [(None, none), *options] if none else list(options)
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in offered]
        self.addItems([words for _, words in offered])
        self.blockSignals(False)
        self.set_value(kept)

    @property
    def value(self) -> Any | None:
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose this one; an unknown value leaves the first option."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    @property
    def problem(self) -> str:
        return ""

    @property
    def empty(self) -> bool:
        return self.value is None

    def mark(self, *, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Scrolling a form must not change what was chosen."""
        e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self)
        side = theme.now().px(12)
        middle = QPointF(self.width() - theme.now().px(14), self.height() / 2)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(painter, box, Icon.DOWN, theme.now().colour("muted"))
        painter.end()

    def _changed(self) -> None:
        self.changed.emit()


class NoteField(QPlainTextEdit):
    """Several lines of words; Tab goes on to the next field."""

    changed = Signal()

    def __init__(self, spoken: str = "", parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.textChanged.connect(self._changed)
        theme.now().changed.connect(self._rescale)
        self._rescale()

    @property
    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self.setPlainText(value)

    @property
    def problem(self) -> str:
        return ""

    @property
    def empty(self) -> bool:
        return not self.value

    def mark(self, *, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def _rescale(self) -> None:
        line = QFontMetrics(theme.now().font()).lineSpacing()
        self.setFixedHeight(line * self._lines + theme.now().px(18))

    def _changed(self) -> None:
        self.changed.emit()
