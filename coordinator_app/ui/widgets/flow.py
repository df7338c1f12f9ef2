"""A layout that fills a line from the left and goes on in the next one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets in reading order, as many in a line as fit. `even`: all lines are equally high."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space, self._even = gap, even
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def put_last(self, *widgets: QWidget) -> None:
        """Let these, which are in the layout, stand behind all others. Nothing is taken out for it."""
        places = [self.indexOf(widget) for widget in widgets]
        last = [self._items[place] for place in places]
        rest = [item for place, item in enumerate(self._items) if place not in places]
        self._items = [*rest, *last]
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return self._place(QRect(0, 0, arg__1, 0), move=False)

    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        widths = [size.width() + self._space for size in sizes]
        height = max((size.height() for size in sizes), default=0)
        return QSize(max(0, sum(widths) - self._space), height)

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _place(self, box: QRect, *, move: bool) -> int:
        """Put the items into `box`, lower ones at the middle of their line; the height they take."""
        x, y, line = box.left(), box.top(), 0
        tall = self.sizeHint().height()
        least = self.sizeHint().height() if self._even else 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().expandedTo(QSize(0, least))
            if x > box.left() and x + size.width() > box.right() + 1:
                x, y, line = box.left(), y + line + self._space, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
            x += size.width() + self._space
            line = tall
        return y + line - box.top()
