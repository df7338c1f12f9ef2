"""The list of pages at the left, with live counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.ui import formats, theme
from coordinator_app.ui.frame import Count, PageSpec
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.card import Scroll

WIDTH = 208


class NavItem(QAbstractButton):
    """A page's name and its count; the chosen one is tinted and bolder."""

    moved = Signal(object)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count: Count | None = None
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(None)

    @property
    def count(self) -> Count | None:
        return self._count

    def show_count(self, count: Count | None) -> None:
        """Show this figure; None shows none."""
        self._count = count
        name = self.text()
        if count is not None:
            name = f"{name}, {formats.count(count.number)}"
            name += f", {self.tr('some late')}" if count.urgent else ""
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Some are late") if count is not None and count.urgent else "")
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.now()
        height = QFontMetrics(look.font()).height() + look.px(17)
        return QSize(look.px(WIDTH - 16), height)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(e.key()))
        if step is not None:
            self.moved.emit(step)
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(e)

    def paintEvent(self, e: QPaintEvent) -> None:
        look = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        pad = look.px(10)
        box = self.rect().adjusted(pad, 0, -pad, 0)
        painter.setPen(look.colour("chosen_ink" if self.isChecked() else "quiet"))
        painter.setFont(look.font(weight=500))
        shown = self._figure(painter, box)
        room = box.adjusted(0, 0, -shown, 0)
        painter.setFont(look.font(weight=500))
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        look = theme.now()
        token = "chosen" if self.isChecked() else "hover" if self.underMouse() else ""
        box = QRectF(self.rect())
        if token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(token))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _figure(self, painter: QPainter, box: QRect) -> int:
        """Paint the count at the right; the width it takes."""
        if self._count is None:
            return 0
        look = theme.now()
        painter.save()
        painter.setFont(look.font(12.5, 600))
        token = "urgent" if self._count.urgent else "chosen_ink" if self.isChecked() else "muted"
        painter.setPen(look.colour(token))
        text = formats.count(self._count.number)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        width = painter.fontMetrics().horizontalAdvance(text) + look.px(8)
        painter.restore()
        return width


class Sidebar(QFrame):
    """`chosen(key)` when the user goes to a page."""

    chosen = Signal(object)

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self._items: dict[str, NavItem] = {}
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        outer = QVBoxLayout(self)
        space(outer, 0, 0)
        outer.addWidget(Scroll(self._inner, self))
        space(self._column, (8, 12, 8, 12), 2)
        shown = [page for page in pages if not page.hidden]
        self._add([page for page in shown if not page.below])
        if any(page.below for page in shown):
            self._add_line()
        self._add([page for page in shown if page.below])
        self._column.addStretch(1)
        self._rescale()
        theme.now().changed.connect(self._rescale)

    @property
    def keys(self) -> list[str]:
        """The pages' keys from top to bottom."""
        return list(self._items)

    def item(self, key: str) -> NavItem:
        """The entry of a page. Raises KeyError."""
        return self._items[key]

    def light(self, key: str) -> None:
        """Show which page is shown, without telling `chosen`."""
        if key in self._items:
            self._items[key].setChecked(True)

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        for key, item in self._items.items():
            item.show_count(counts.get(key))

    def _add(self, pages: Sequence[PageSpec]) -> None:
        for page in pages:
            item = NavItem(page.title, self._inner)
            item.clicked.connect(partial(self._clicked, page.key))
            item.moved.connect(partial(self._move, page.key))
            self._items[page.key] = item
            self._column.addWidget(item)

    def _add_line(self) -> None:
        line = QFrame(self._inner)
        line.setObjectName("separator")
        self._column.addSpacing(8)
        self._column.addWidget(line)
        self._column.addSpacing(8)

    def _clicked(self, key: str, *_checked: object) -> None:
        self.chosen.emit(key)

    def _move(self, key: str, step: int) -> None:
        keys = self.keys
        self._items[keys[(keys.index(key) + step) % len(keys)]].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _rescale(self) -> None:
        look = theme.now()
        self.setFixedWidth(look.px(WIDTH))
