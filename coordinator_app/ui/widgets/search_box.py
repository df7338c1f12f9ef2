"""Search over everything: type, choose with the arrow keys, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coordinator_app.ui import theme
from coordinator_app.ui.background import Background, Failed
from coordinator_app.ui.frame import Found, FoundGroup
from coordinator_app.ui.widgets.labels import PlainLabel

FOUND = Qt.ItemDataRole.UserRole + 1
PAUSE = 150


def _nothing(_text: str) -> Sequence[FoundGroup]:
    return ()


class SearchBox(QLineEdit):
    """`chosen(found)` when a result is taken. `find(text)` runs in the worker, after a short pause.

    `here(text)` is asked in the GUI thread when the answer is there: what the window itself knows.
    """

    chosen = Signal(object)

    def __init__(
        self,
        find: Callable[[str], Sequence[FoundGroup]],
        background: Background,
        failed: Failed,
        parent: QWidget | None = None,
        *,
        keys: str = "Ctrl K",
        here: Callable[[str], Sequence[FoundGroup]] = _nothing,
    ) -> None:
        super().__init__(parent)
        self._here = here
        self._find, self._background, self._failed = find, background, failed
        self.setPlaceholderText(self.tr("Find a person, case, letter or command…"))
        self.setAccessibleName(self.tr("Search"))
        self._hint = PlainLabel(keys, self)
        self._hint.setObjectName("keyHint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.results = Results(self)
        self.results.taken.connect(self._take)
        self.textEdited.connect(self._edited)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(arg__1.key())
        if key in steps:
            self.results.move_by(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(arg__1)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        self.results.hide()

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._hint.adjustSize()
        gap = (self.height() - self._hint.height()) // 2
        self._hint.move(self.width() - self._hint.width() - gap - 2, gap)
        self.setTextMargins(0, 0, self._hint.width() + gap, 0)

    def _edited(self, text: str) -> None:
        self._hint.setVisible(not text)
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.results.hide()

    def _search(self) -> None:
        text = self.text().strip()
        call = partial(self._find, text)
        self._background.run(self, call, partial(self._show, text), self._failed)

    def _show(self, text: str, groups: Sequence[FoundGroup]) -> None:
        """Show what was found, unless something else has been typed since."""
        if text == self.text().strip() and self.hasFocus():
            self.results.show_groups([*groups, *self._here(text)], self)

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        elif self.results.isVisible():
            self.results.take_current()

    def _leave(self) -> None:
        if self.results.isVisible():
            self.results.hide()
        else:
            self.clear()
            self._edited("")

    def _take(self, found: Found) -> None:
        self.results.hide()
        self.clear()
        self._edited("")
        self.chosen.emit(found)


class Results(QFrame):
    """The list below the search box; it never takes the keyboard from it."""

    taken = Signal(object)

    def __init__(self, box: SearchBox) -> None:
        super().__init__(box)
        self.setObjectName("results")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_ResultDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._take)
        self._list.entered.connect(self._list.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self._list)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The lines shown, headings too."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def show_groups(self, groups: Sequence[FoundGroup], box: SearchBox) -> None:
        self._model.clear()
        for group in groups:
            if group.found:
                self._model.appendRow(_heading(group.title))
                for found in group.found:
                    self._model.appendRow(_line(found))
        if not self._model.rowCount():
            self._model.appendRow(
                _heading(self.tr("Nothing found. Try a part of the name or number."))
            )
        self._place(box)
        self.move_by(1)

    def move_by(self, step: int) -> None:
        """Go some results down or up; headings are passed over."""
        rows = [
            row for row in range(self._model.rowCount()) if self._model.item(row).isSelectable()
        ]
        if not rows:
            return
        now = self._list.currentIndex().row()
        place = rows.index(now) + step if now in rows else (0 if step > 0 else -1)
        row = rows[max(0, min(len(rows) - 1, place)) if now in rows else place]
        self._list.setCurrentIndex(self._model.index(row, 0))

    def take_current(self) -> None:
        self._take(self._list.currentIndex())

    def _place(self, box: SearchBox) -> None:
        window = box.window()
        self.setParent(window)
        height = sum(self._list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        at = box.mapTo(window, QPoint(0, box.height() + 4))
        most = max(100, window.height() - at.y() - 40)
        self.setGeometry(QRect(at, QSize(box.width(), min(height + 14, most))))
        self.show()
        self.raise_()

    def _take(self, index: QModelIndex) -> None:
        found = index.data(FOUND) if index.isValid() else None
        if isinstance(found, Found):
            self.taken.emit(found)


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setSelectable(False)
    return item


def _line(found: Found) -> QStandardItem:
    item = QStandardItem(found.title)
    item.setData(found, FOUND)
    item.setAccessibleText(f"{found.title}, {found.detail}")
    return item


class _ResultDelegate(QStyledItemDelegate):
    """A heading, or a result with its quiet detail at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = QFontMetrics(theme.now().font()).height()
        return QSize(100, line + theme.now().px(12))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = theme.now()
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        found = index.data(FOUND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(look.px(10), 0, -look.px(10), 0)
        if isinstance(found, Found):
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("chosen"))
                painter.drawRoundedRect(box, 5, 5)
            _paint_found(painter, inner, found)
        else:
            painter.setFont(look.font(12, 600))
            painter.setPen(look.colour("muted"))
            painter.drawText(
                inner.adjusted(0, look.px(4), 0, 0), Qt.AlignmentFlag.AlignVCenter, index.data()
            )
        painter.restore()


def _paint_found(painter: QPainter, box: QRect, found: Found) -> None:
    look = theme.now()
    painter.setFont(look.font())
    metrics = painter.fontMetrics()
    title = metrics.elidedText(found.title, Qt.TextElideMode.ElideRight, box.width())
    painter.setPen(look.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
    taken = metrics.horizontalAdvance(title) + look.px(16)
    rest = box.adjusted(taken, 0, 0, 0)
    painter.setPen(look.colour("muted"))
    detail = metrics.elidedText(found.detail, Qt.TextElideMode.ElideRight, max(0, rest.width()))
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
