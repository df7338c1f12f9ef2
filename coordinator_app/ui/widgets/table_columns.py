"""The columns of a table on screen: their widths, their order, which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QMenu, QTableView

from coordinator_app.ui import theme
from coordinator_app.ui.tables import Cell, Column, TableModel
from coordinator_app.ui.widgets.cells import TEXT_PIXELS
from coordinator_app.ui.widgets.table_header import TableHeader

# So many first rows are measured; more would not change what fits and cost time.
MEASURED = 100
# Cells whose words can go into a second line.
SOFT = (Cell.TEXT, Cell.MUTED, Cell.LINK)
# What a cell needs beside its words.
EXTRA = {Cell.PILL: 42, Cell.BUTTON: 46, Cell.MONO: 30}


@dataclass(frozen=True, slots=True)
class ColumnMemory:
    """Where the columns a user chose are remembered, by the table's name: the keys shown."""

    recall: Callable[[str], Sequence[str] | None]
    keep: Callable[[str, Sequence[str]], None]


class TableColumns(QObject):
    """Belongs to one TableView. `crowded`: a column that stretches cannot show its words in a line."""

    def __init__(
        self,
        view: QTableView,
        model: TableModel,
        head: TableHeader,
        name: str,
        memory: ColumnMemory | None,
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._head = view, model, head
        self._name, self._memory = name, memory
        self._chosen_keys: set[str] = set()
        self._widened: set[int] = set()
        self._needs: dict[int, int] = {}
        self.crowded = False
        head.sectionResized.connect(self._resized_by_hand)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._pop_up)

    def recall(self) -> None:
        """Show the columns chosen last time, or those shown at first."""
        remembered = self._memory.recall(self._name) if self._memory else None
        for number, column in enumerate(self._model.columns):
            shown = column.shown if remembered is None else column.key in remembered
            if shown or not column.title:
                self._chosen_keys.add(column.key)
            self._view.setColumnHidden(number, column.key not in self._chosen_keys)
            if column.cell is Cell.CHECK:
                self._head.check_section = number

    def shown_keys(self) -> list[str]:
        return [self._model.columns[number].key for number in self._shown()]

    def titled_keys(self) -> list[str]:
        """The keys of shown columns that have a title: those that hold words."""
        return [key for key in self.shown_keys() if self._column(key).title]

    def first(self) -> int:
        """The first shown column with a title."""
        return next((n for n in self._shown() if self._model.columns[n].title), 0)

    def show(self, key: str, *, shown: bool) -> None:
        """Show or hide a column and remember it; the last one with a title stays."""
        if not shown and self.titled_keys() == [key]:
            return
        self._view.setColumnHidden(self._model.number_of(key), not shown)
        self._chosen_keys = self._chosen_keys | {key} if shown else self._chosen_keys - {key}
        self.fit()
        if self._memory is not None:
            keys = (column.key for column in self._model.columns)
            self._memory.keep(self._name, [key for key in keys if key in self._chosen_keys])

    def fold(self, *keys: str, folded: bool) -> None:
        """Hide these columns while room is wanting, and show again what the user has chosen of them.

        Nothing of it is remembered; one that the user shows all the same stays till it is unfolded.
        """
        for key in keys:
            hidden = folded or key not in self._chosen_keys
            self._view.setColumnHidden(self._model.number_of(key), hidden)
        self.fit()

    def copied(self, rows: Sequence[Any]) -> str:
        """These rows' words as a spreadsheet takes them: lines of shown columns, parted by tabs."""
        shown = [self._column(key) for key in self.titled_keys()]
        return "\n".join("\t".join(column.text(row) for column in shown) for row in rows)

    def sort(self, key: str, *, descending: bool) -> None:
        """Sort by the column with this key, if it has an order."""
        number = self._model.number_of(key)
        if self._model.columns[number].order is None:
            return
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._head.sorted_by = (number, order)
        self._model.sort(number, order)
        self._head.viewport().update()

    def menu(self) -> QMenu:
        """The menu in which columns are shown and hidden."""
        menu = QMenu(self._view)
        menu.setAccessibleName(self.tr("Columns"))
        for number, column in enumerate(self._model.columns):
            if column.title:
                action = menu.addAction(column.title.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(not self._view.isColumnHidden(number))
                action.setData(column.key)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def forget_widths(self) -> None:
        """Take back what the mouse made wider: the text size has changed."""
        self._widened.clear()

    def fit(self) -> None:
        """Give every column its hint, and what is left to those that stretch.

        A scroll bar that goes while this is done leaves room that Qt tells nobody of.
        """
        room = self._view.viewport().width()
        self._fit_into(room)
        if (more := self._view.viewport().width()) > room:
            self._fit_into(more)

    def _fit_into(self, room: int) -> None:
        widths = {number: self._wish(number) for number in self._shown()}
        if not widths:
            return
        elastic = [number for number in widths if self._model.columns[number].stretch]
        soft = [number for number in elastic if self._model.columns[number].cell in SOFT]
        _share(widths, elastic or [max(widths)], soft, room)
        self.crowded = any(widths[number] < self._needs.get(number, 0) for number in elastic)
        self._head.blockSignals(True)
        for number, width in widths.items():
            self._view.setColumnWidth(number, width)
        self._head.blockSignals(False)
        self._view.updateGeometries()
        self._view.viewport().update()

    def _wish(self, number: int) -> int:
        """What a column would like: its contents where they are known, near its hint."""
        if number in self._widened:
            return self._view.columnWidth(number)
        look = theme.now()
        column = self._model.columns[number]
        metrics = QFontMetrics(look.font(TEXT_PIXELS, 500))
        hint = column.width * metrics.averageCharWidth() + look.px(20)
        rows = range(min(MEASURED, self._model.rowCount()))
        faces = [column.face(row) for each in rows if (row := self._model.row_at(each)) is not None]
        longest = [max(metrics.horizontalAdvance(t) for t in (f.text, f.second)) for f in faces]
        title = metrics.horizontalAdvance(column.title) + look.px(14)
        wish = max([title, *longest]) + look.px(EXTRA.get(column.cell, 22))
        self._needs[number] = wish - look.px(2) if faces else 0
        return max(hint // 2, min(wish, hint * 3 // 2)) if faces else hint

    def _shown(self) -> list[int]:
        every = range(len(self._model.columns))
        return [number for number in every if not self._view.isColumnHidden(number)]

    def _column(self, key: str) -> Column[Any]:
        return self._model.columns[self._model.number_of(key)]

    def _resized_by_hand(self, section: int, before: int, after: int) -> None:
        """A column that is hidden or shown again is told of too, as one from or to nothing."""
        if before and after:
            self._widened.add(section)

    def _pop_up(self, at: QPoint) -> None:
        self.menu().popup(self._head.viewport().mapToGlobal(at))

    def _chosen(self, action: QAction) -> None:
        self.show(str(action.data()), shown=action.isChecked())


def _share(widths: dict[int, int], elastic: list[int], soft: list[int], room: int) -> None:
    """Let the elastic columns share what is free.

    Where room is wanting, the soft ones (whose words can go into a second line) give up to 45 %
    first, then all elastic ones down to 40 % of what they wished.
    """
    free = room - sum(widths.values())
    if free >= 0:
        _spread(widths, elastic, free)
        return
    wished = dict(widths)
    _shrink(widths, soft, room, {number: int(wished[number] * 0.55) for number in soft})
    _shrink(widths, elastic, room, {number: int(wished[number] * 0.4) for number in elastic})


def _spread(widths: dict[int, int], elastic: list[int], free: int) -> None:
    whole = sum(widths[number] for number in elastic) or 1
    shares = {number: free * widths[number] // whole for number in elastic}
    for number, share in shares.items():
        widths[number] += share
    widths[elastic[-1]] += free - sum(shares.values())


def _shrink(widths: dict[int, int], some: list[int], room: int, least: dict[int, int]) -> None:
    """Take what is too much from these, in proportion to what each can give."""
    wanting = sum(widths.values()) - room
    gives = {number: max(0, widths[number] - least[number]) for number in some}
    whole = sum(gives.values())
    if wanting <= 0 or not whole:
        return
    for number, give in gives.items():
        widths[number] -= min(give, -(-wanting * give // whole))


def has_two_lines(model: TableModel) -> bool:
    return any(column.cell is Cell.TWO_LINE or column.second for column in model.columns)
