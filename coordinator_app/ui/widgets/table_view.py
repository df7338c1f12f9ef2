"""The table of every list screen: calm rows, everything by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from coordinator_app.domain.fold import fold
from coordinator_app.ui import theme
from coordinator_app.ui.last_input import last_input
from coordinator_app.ui.tables import Cell, TableModel
from coordinator_app.ui.widgets.cells import (
    TEXT_PIXELS,
    CellDelegate,
    face_of,
    hot_part,
    row_height,
)
from coordinator_app.ui.widgets.table_columns import ColumnMemory, TableColumns, has_two_lines
from coordinator_app.ui.widgets.table_header import TableHeader
from coordinator_app.ui.widgets.table_place import KeptPlace, selected_places

Index = QModelIndex | QPersistentModelIndex
_SELECT = QItemSelectionModel.SelectionFlag


class TableView(QTableView):
    """`opened(row)` on Enter or a double click, `acted(row, column key)` on a button or a link.

    `chosen(rows)` carries the selected rows whenever they change. Selection, the current row and
    the place scrolled to survive a refresh, by the rows' keys. Keys: Enter opens or presses, Space
    selects, letters find a name, Alt+Up and Alt+Down sort by the current column, Ctrl+C copies
    (`fetch_selected` brings the selected rows where not all of them are here).
    """

    opened = Signal(object)
    acted = Signal(object, object)
    chosen = Signal(object)

    def __init__(
        self,
        model: TableModel,
        spoken: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        memory: ColumnMemory | None = None,
        tall: bool | None = None,
        many: bool = False,
    ) -> None:
        super().__init__(parent)
        self._table = model
        self._tall_by_need = tall is None
        self._tall = has_two_lines(model) if tall is None else tall
        self._cells = CellDelegate(self)
        self._head = TableHeader(self)
        self.columns = TableColumns(self, model, self._head, name, memory)
        self._pressed: QPersistentModelIndex | None = None
        self._typed = ""
        self._forget = QTimer(self, singleShot=True, interval=1000)
        self._empty = ""
        self._hugged = 0
        self.fetch_selected: Callable[[Callable[[list[Any]], None]], None] | None = None
        self._prepare(many=many)
        self.setAccessibleName(spoken)
        last_input()  # listens from now on
        self.setModel(model)
        KeptPlace(self, model, self.columns.first, self._lost)
        self._connect()
        self.columns.recall()
        self._rescale()

    # What pages use

    def selected(self) -> list[Any]:
        """The selected rows that are here, from top to bottom."""
        rows = (self._table.row_at(place) for place in selected_places(self))
        return [row for row in rows if row is not None]

    def current(self) -> Any | None:
        """The row the keyboard is on."""
        return self._table.row_at(self.currentIndex().row())

    def select_key(self, key: Hashable) -> bool:
        """Select the row with this key alone and show it; False where there is none."""
        place = self._table.place_of(key)
        if place is None:
            return False
        where = self._table.index(place, self.columns.first())
        self.selectionModel().setCurrentIndex(where, _SELECT.ClearAndSelect | _SELECT.Rows)
        self.scrollTo(where)
        return True

    def set_empty(self, text: str) -> None:
        """The sentence shown where there are no rows."""
        self._empty = text
        self.viewport().update()

    def hug_rows(self, most: int) -> None:
        """Be as high as the rows, at most `most` of them, for tables inside a card."""
        self._hugged = most
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def shown_keys(self) -> list[str]:
        """The keys of the columns shown, from left to right."""
        return self.columns.shown_keys()

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show or hide a column and remember it; the last one with a title stays."""
        self.columns.show(key, shown=shown)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column with this key, as a click on its title does."""
        self.columns.sort(key, descending=descending)

    # Making it

    def _prepare(self, *, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)

    def _connect(self) -> None:
        self._table.modelReset.connect(self._rows_came)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._open)
        self._head.sectionClicked.connect(self._title_clicked)
        self._forget.timeout.connect(self._forget_typed)
        theme.now().changed.connect(self._rescale)

    def _rescale(self) -> None:
        self._head.setFixedHeight(
            QFontMetrics(theme.now().font(12.5)).height() + theme.now().px(16)
        )
        self.columns.forget_widths()
        self._fit()

    def _fit(self) -> None:
        """Widths, then rows of one or two lines, then the height in a card."""
        self.columns.fit()
        if self._tall_by_need:
            self._tall = has_two_lines(self._table) or self.columns.crowded
        self.verticalHeader().setDefaultSectionSize(row_height(tall=self._tall))
        self._set_height()

    def _set_height(self) -> None:
        if self._hugged:
            rows = min(self._table.rowCount(), self._hugged) or 1
            head = 0 if self._head.isHidden() else self._head.height()
            height = head + rows * row_height(tall=self._tall)
            if height != self.height():
                self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(400, self._head.height() + 5 * row_height(tall=self._tall))

    def minimumSizeHint(self) -> QSize:
        """Two rows at least are seen."""
        wide = super().minimumSizeHint().width()
        return QSize(wide, self._head.height() + 2 * row_height(tall=self._tall))

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        hot = self._hot_at(at)
        self._cells.hovered_row = index.row()
        self._cells.hot_cell = (index.row(), index.column()) if hot else None
        hand = Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._cells.hovered_row = -1
        self._cells.hot_cell = None
        self.viewport().update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_keys(on=False)
        at = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (
            QPersistentModelIndex(self.indexAt(at)) if left and self._hot_at(at) else None
        )
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        index = self.indexAt(at)
        if pressed is not None and pressed == index and self._hot_at(at):
            self._act(index)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A click on a box adds or takes away its row and leaves the others."""
        press = event is not None and event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
        )
        if press and index.isValid() and index.column() == self._head.check_section:
            pressing = event is not None and event.type() == QEvent.Type.MouseButtonPress
            return _SELECT.Toggle | _SELECT.Rows if pressing else _SELECT.NoUpdate
        return super().selectionCommand(index, event)

    def _hot_at(self, at: QPoint) -> bool:
        index = self.indexAt(at)
        face = face_of(index) if index.isValid() else None
        return bool(face and (part := hot_part(face, self.visualRect(index))) and part.contains(at))

    def _act(self, index: Index) -> None:
        row = self._table.row_at(index.row())
        if row is not None:
            self.acted.emit(row, self._table.columns[index.column()].key)

    def _open(self, index: Index) -> None:
        face = face_of(index)
        row = self._table.row_at(index.row())
        if row is not None and (
            face is None or face.cell not in (Cell.BUTTON, Cell.LINK, Cell.CHECK)
        ):
            self.opened.emit(row)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_keys(on=True)
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Space if not self._typed:
                self._toggle()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                key = self._table.columns[max(0, self.currentIndex().column())].key
                self.sort_by(key, descending=event.key() == Qt.Key.Key_Up)
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self._copy()
            case _:
                return False
        return True

    def _enter(self) -> None:
        index = self.currentIndex()
        face = face_of(index) if index.isValid() else None
        if face is not None and face.cell in (Cell.BUTTON, Cell.LINK) and face.text:
            self._act(index)
        elif (row := self.current()) is not None:
            self.opened.emit(row)

    def _toggle(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        many = self.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection
        how = _SELECT.Toggle if many else _SELECT.ClearAndSelect
        self.selectionModel().select(index, how | _SELECT.Rows)

    def _copy(self) -> None:
        if self.fetch_selected is None:
            self._copy_rows(self.selected())
        else:
            self.fetch_selected(self._copy_rows)

    def _copy_rows(self, rows: list[Any]) -> None:
        QGuiApplication.clipboard().setText(self.columns.copied(rows))

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row whose first word column begins with what was typed, folded."""
        self._typed += search
        self._forget.start()
        wanted = fold(self._typed)
        column = next(
            (c for c in self._table.columns if c.cell in (Cell.TEXT, Cell.TWO_LINE)), None
        )
        count = self._table.rowCount()
        if column is None or not wanted or not count:
            return
        start = max(0, self.currentIndex().row()) + (len(self._typed) == 1)
        for step in range(count):
            place = (start + step) % count
            row = self._table.row_at(place)
            if row is not None and fold(column.text(row)).startswith(wanted):
                self.setCurrentIndex(self._table.index(place, max(0, self.currentIndex().column())))
                return

    def _take_place(self) -> None:
        if not self.currentIndex().isValid() and self._table.rowCount():
            where = self._table.index(0, self.columns.first())
            self.selectionModel().setCurrentIndex(where, _SELECT.NoUpdate)

    def _rows_came(self) -> None:
        """The keyboard may have been here before the rows."""
        self._fit()
        if self.hasFocus():
            self._take_place()
            self._show_keys(on=last_input().by_keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._take_place()
        super().focusInEvent(event)
        tabbed = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in tabbed or last_input().by_keys:
            self._show_keys(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_keys(on=False)

    def _show_keys(self, *, on: bool) -> None:
        index = self.currentIndex()
        self._cells.keyed_cell = (index.row(), index.column()) if on and index.isValid() else None
        self.viewport().update()

    # Slots

    def _current_changed(self, new: QModelIndex) -> None:
        if self._cells.keyed_cell is not None:
            self._cells.keyed_cell = (new.row(), new.column())
            self.viewport().update()

    def _selection_changed(self) -> None:
        self._head.all_checked = 0 < self._table.rowCount() == len(selected_places(self))
        self._head.viewport().update()
        self.chosen.emit(self.selected())

    def _title_clicked(self, section: int) -> None:
        if section == self._head.check_section:
            self.clearSelection() if self._head.all_checked else self.selectAll()
            return
        again = self._head.sorted_by == (section, Qt.SortOrder.AscendingOrder)
        self.sort_by(self._table.columns[section].key, descending=again)

    def _lost(self) -> None:
        self.chosen.emit([])

    def _forget_typed(self) -> None:
        self._typed = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self._table.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(theme.now().font(TEXT_PIXELS))
            painter.setPen(theme.now().colour("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 12, -24, -12), flags, self._empty)
            painter.end()
