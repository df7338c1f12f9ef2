"""A model that fetches its rows by pages, so that 100,000 rows are there at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from coordinator_app.ui.background import Background, Failed
from coordinator_app.ui.tables import Column, Index, TableModel

R = TypeVar("R")
PAGE_SIZE = 200
# A fast scroll passes many pages; only the last few are still wanted when the worker is free.
WAITING_PAGES = 3


@dataclass(frozen=True, slots=True)
class Slice:
    """Which rows are wanted: `limit` rows from `offset`, ordered by a column's key or as given."""

    offset: int
    limit: int
    by: str | None = None
    descending: bool = False


@dataclass(frozen=True)
class Rows(Generic[R]):
    """The answer: the rows of the slice, and how many there are in all; at least so many where
    `more`, and how many will be said by `set_total`."""

    rows: Sequence[R]
    total: int
    more: bool = False


class PagedModel(TableModel, Generic[R]):
    """Rows are blank until they arrive; one page is fetched at a time, the last one asked for first.

    `fetch(slice)` runs in the worker. Any column with an `order` may be sorted by: its key and the
    direction are passed to `fetch`, which sorts. `total_changed` carries the number of rows.
    """

    total_changed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        fetch: Callable[[Slice], Rows[R]],
        background: Background,
        failed: Failed,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._key = key
        self._fetch = fetch
        self._background = background
        self._failed = failed
        self._total = 0
        self._pages: dict[int, Sequence[R]] = {}
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._fetching = False
        self._generation = 0
        self._by: tuple[str | None, bool] = (None, False)
        self._latest = 0
        self._other = False  # whether another list is asked for than the one whose rows are shown
        self._open = False  # whether there may be more rows than are known

    @property
    def total(self) -> int:
        return self._total

    @property
    def order(self) -> tuple[str | None, bool]:
        """The column's key it is sorted by (None: as given), and whether backwards."""
        return self._by

    def load(self, fetch: Callable[[Slice], Rows[R]] | None = None) -> None:
        """Fetch anew, with another `fetch` if one is given; what is shown stays till rows arrive."""
        if fetch is not None:
            self._fetch, self._other = fetch, True
        self._generation += 1
        self._stale = set(self._pages)
        self._fetching = False
        self._wanted = []
        self._want(self._latest)

    def row_at(self, number: int) -> R | None:
        page, place = divmod(number, PAGE_SIZE)
        rows = self._pages.get(page, ())
        return rows[place] if place < len(rows) else None

    def key_at(self, number: int) -> Hashable | None:
        row = self.row_at(number)
        return None if row is None else self._key(row)

    def place_of(self, key: Hashable) -> int | None:
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if self._key(row) == key:
                    return page * PAGE_SIZE + place
        return None

    def need(self, number: int) -> None:
        self._want(number // PAGE_SIZE)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or self.columns[column].order is None:
            return
        self._by = (self.columns[column].key, order is Qt.SortOrder.DescendingOrder)
        self.load()

    def _want(self, page: int) -> None:
        if page in self._pages and page not in self._stale:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted = [*self._wanted[-WAITING_PAGES + 1 :], page]
        self._next()

    def _next(self) -> None:
        if self._fetching or not self._wanted:
            return
        self._fetching = True
        page = self._wanted[-1]
        wanted = Slice(page * PAGE_SIZE, PAGE_SIZE, *self._by)
        self._background.run(
            self,
            partial(self._fetch, wanted),
            partial(self._arrived, self._generation, page),
            partial(self._missed, self._generation),
        )

    def _arrived(self, generation: int, page: int, answer: Rows[R]) -> None:
        if generation != self._generation:
            return
        self._fetching = False
        self._latest = page
        self._wanted = [other for other in self._wanted if other != page]
        if page in self._stale or not self._fits(answer):
            self._start_again(page, answer)
        else:
            self._pages[page] = answer.rows
            self._show(page)
        self._next()

    def _fits(self, answer: Rows[R]) -> bool:
        """Whether the number of rows known is one that the answer allows."""
        return answer.total == self._total or (answer.more and answer.total <= self._total)

    def set_total(self, total: int) -> None:
        """How many rows there are, where the answer with them has left it open."""
        known, self._total = self._total, total
        if total > known:
            self.beginInsertRows(QModelIndex(), known, total - 1)
            self.endInsertRows()
        elif total < known:
            self.beginRemoveRows(QModelIndex(), total, known - 1)
            self.endRemoveRows()
        if total != known or self._open:
            self._open = False
            self.total_changed.emit(total)

    def _start_again(self, page: int, answer: Rows[R]) -> None:
        """All that was known before this answer may have moved: forget it."""
        known = self._total if answer.more and not self._other else 0
        grew = answer.total != self._total
        self.beginResetModel()
        self._total = max(known, answer.total)
        self._open = answer.more and not known
        self._other = False
        self._pages = {page: answer.rows}
        self._stale = set()
        self.endResetModel()
        if grew and not answer.more:
            self.total_changed.emit(self._total)

    def _show(self, page: int) -> None:
        first = page * PAGE_SIZE
        last = min(first + PAGE_SIZE, self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _missed(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._fetching = False
            self._wanted = []
            self._failed(error)
