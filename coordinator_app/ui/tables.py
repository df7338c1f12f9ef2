"""Tables as data: a table is its columns, and a model over frozen rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coordinator_app.domain.fold import fold
from coordinator_app.ui.palette import Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class Cell(StrEnum):
    """How a cell is painted and what a click on it does."""

    TEXT = "text"
    MUTED = "muted"
    MONO = "mono"
    TWO_LINE = "two-line"
    PILL = "pill"
    LINK = "link"
    BUTTON = "button"
    CHECK = "check"


class Role(IntEnum):
    """What the delegate asks beside Qt's own roles."""

    FACE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Face:
    """A cell ready to be painted. `known` is False while its row is being fetched."""

    cell: Cell
    text: str = ""
    second: str = ""
    tone: Tone = Tone.PLAIN
    right: bool = False
    bold: bool = False
    known: bool = True


# No slots: a frozen generic with slots cannot be made as `Column[Row](…)`.
@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """One column: `text` is shown, copied and read aloud; `order` gives a Python sort key.

    `width` is a hint in average characters; columns with `stretch` share what is left. `second` is
    the quiet second line of a two-line cell, or of a text cell in a tall table. `tone` tints a
    pill. A column without `order` cannot be sorted by. A button with empty text is not there.
    """

    key: str
    title: str
    text: Callable[[R], str]
    order: Callable[[R], Any] | None = None
    cell: Cell = Cell.TEXT
    second: Callable[[R], str] | None = None
    tone: Callable[[R], Tone] | None = None
    right: bool = False
    bold: bool = False
    width: int = 14
    stretch: bool = False
    shown: bool = True
    tip: Callable[[R], str] | None = None

    def face(self, row: R) -> Face:
        return Face(
            self.cell,
            self.text(row),
            self.second(row) if self.second else "",
            self.tone(row) if self.tone else Tone.PLAIN,
            self.right,
            self.bold,
        )


def by_name(text: Callable[[R], str]) -> Callable[[R], str]:
    """A sort key for names and other words: folded, so that Ā sorts with A and ʻokina count not."""
    return lambda row: fold(text(row))


def check_column() -> Column[Any]:
    """A first column of boxes that shows and changes which rows are selected."""
    return Column(key="check", title="", text=_nothing, cell=Cell.CHECK, width=2)


def _nothing(_row: object) -> str:
    return ""


class TableModel(QAbstractTableModel):
    """What a TableView needs of its model; `RowModel` and `PagedModel` fill it."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def row_at(self, number: int) -> Any | None:
        """The row at this place, or None while it is being fetched. Never fetches."""
        raise NotImplementedError

    def key_at(self, number: int) -> Hashable | None:
        """What identifies the row at this place over refreshes, or None while unknown."""
        raise NotImplementedError

    def place_of(self, key: Hashable) -> int | None:
        """Where the row with this key stands, or None where it is unknown."""
        raise NotImplementedError

    def need(self, number: int) -> None:
        """The row is on screen: have it fetched if it is not there."""

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        row = self.row_at(index.row())
        if row is None:
            self.need(index.row())
            return Face(column.cell, known=False) if role == Role.FACE else None
        return _value(column, row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=column.right)
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return column.title if role in wanted else None

    def number_of(self, key: str) -> int:
        """The place of the column with this key. Raises KeyError."""
        for number, column in enumerate(self.columns):
            if column.key == key:
                return number
        raise KeyError(key)


def _value(column: Column[Any], row: object, role: int) -> object:
    match role:
        case Role.FACE:
            return column.face(row)
        case Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        case Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        case Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(column.face(row), column.title)
        case Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=column.right)
        case _:
            return None


def _spoken(face: Face, title: str) -> str:
    said = ", ".join(part for part in (face.text, face.second) if part)
    return f"{title}: {said}" if title and said else said


def _alignment(*, right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowModel(TableModel, Generic[R]):
    """Rows that are all here. Sorting is Python's; a refresh keeps the chosen order."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._key = key
        self._rows: list[R] = []
        self._places: dict[Hashable, int] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows instead, in their order or the one chosen by the user."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def row_at(self, number: int) -> R | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def key_at(self, number: int) -> Hashable | None:
        row = self.row_at(number)
        return None if row is None else self._key(row)

    def place_of(self, key: Hashable) -> int | None:
        return self._places.get(key)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by Python values (Qt's own comparison leaves dates unsorted), keeping selections."""
        if not 0 <= column < len(self.columns) or self.columns[column].order is None:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key_at(index.row()), index.column()) for index in before]
        self._sorted_by = (column, order)
        self._arrange()
        for old, (key, at) in zip(before, keys, strict=True):
            place = self._places.get(key)
            self.changePersistentIndex(
                old, QModelIndex() if place is None else self.index(place, at)
            )
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted_by is not None:
            column, direction = self._sorted_by
            by = self.columns[column].order
            if by is not None:
                backwards = direction is Qt.SortOrder.DescendingOrder
                self._rows.sort(key=by, reverse=backwards)
        self._places = {self._key(row): number for number, row in enumerate(self._rows)}
