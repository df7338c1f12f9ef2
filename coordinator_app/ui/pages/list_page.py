"""A page that is one long list: head, filter chips, words to narrow it, and the table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.runtime.settings_lists import SavedView
from coordinator_app.ui import formats, theme
from coordinator_app.ui.page import Page as ScreenPage
from coordinator_app.ui.page import PageHead, Place
from coordinator_app.ui.paged import PagedModel, Rows, Slice
from coordinator_app.ui.pages.saved_views import SavedViews
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Column
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import IconButton
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.fields import TextField
from coordinator_app.ui.widgets.icons import Icon
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.table_place import selected_places
from coordinator_app.ui.widgets.table_view import TableView

Filters = Mapping[str, str]
WIDE = 760  # pixels at 100 %, from which on chips and words share a line
_PAUSE_MS = 120  # between keystrokes, before the list is asked
_REST_MS = 100  # after that, before the lists are counted


class ListPage(ScreenPage):
    """Subclasses say what: columns, filters by chip, the service's list, and where a row leads.

    `read(query)` runs in the worker. The table stays usable while rows are being fetched. `name` is
    that under which the user's views and columns of this list are kept.
    """

    kinds: tuple[Kind, ...] = ()
    name: ClassVar[str] = ""

    def __init__(
        self,
        tools: Tools,
        title: str,
        columns: Sequence[Column[Any]],
        chips: Mapping[str, tuple[str, Filters]],
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.tools = tools
        self._filters = {key: filters for key, (_, filters) in chips.items()}
        self.head = PageHead(title, "", *self.buttons(), parent=self)
        self.chips = FilterChips(
            [Chip(key, words) for key, (words, _) in chips.items()], self.tr("Show"), self
        )
        self.words = TextField(
            self.tr("Find in this list"), self, hint=self.tr("Find in this list")
        )
        self.total = Muted("", self)
        self.views = SavedViews(
            self, self.name, self.chips, tools.lists, tools.messages, self.notice
        )
        failed = partial(tools.messages.failure, self)
        self.model: PagedModel[Any] = PagedModel(
            columns, self.key_of, self._fetch(), tools.background, failed, self
        )
        memory = tools.lists.columns
        self.table = TableView(self.model, title, self, name=self.name, memory=memory, many=True)
        self.table.fetch_selected = self.chosen_rows
        self.columns_button = IconButton(Icon.COLUMNS, self.tr("Columns"), self)
        self.empty = empty
        self._taken: SavedView | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._build()
        self._connect()

    # What subclasses say

    def read(self, query: ListQuery) -> Page[Any]:
        """A page of the list, in the worker."""
        raise NotImplementedError

    def key_of(self, row: Any) -> Hashable:
        return row.id

    def place_of(self, row: Any) -> Place:
        """Where Enter on a row leads."""
        raise NotImplementedError

    def buttons(self) -> Sequence[QWidget]:
        """The buttons at the right of the title."""
        return ()

    def placed(self, card: Card) -> QWidget:
        """The card with the table, and what stands beside it."""
        return card

    def counts(self, words: str) -> dict[str, int]:
        """How many rows each chip lets through, in the worker."""
        asked = {key: ListQuery(words, filters, limit=1) for key, filters in self._filters.items()}
        return {key: self.read(query).total for key, query in asked.items()}

    # Page

    def refresh(self, changes: Changes | None) -> None:
        if self.touched_by(changes, *self.kinds):
            self.model.load(self._fetch())
            self._count()

    def focus_first(self) -> None:
        """The rows, or what to do next where there is none."""
        if self.empty.isHidden():
            self.table.setFocus()
        else:
            self.empty.button.setFocus()

    @property
    def filters(self) -> Filters:
        """The filters of the chosen chip, or of the view's."""
        return self._filters.get(self.views.chip, {})

    def chosen_rows(self, then: Callable[[list[Any]], None]) -> None:
        """Call `then` with every selected row, also with those that were never shown."""
        places = selected_places(self.table)
        rows = self.table.selected()
        if len(rows) == len(places):
            then(rows)
            return
        by, descending = self.model.order
        everything = Slice(0, self.model.total, by, descending)
        fetch = partial(self._fetch(), everything)
        self.tools.fetch(self, fetch, partial(self._pick, places, then))

    def _pick(
        self, places: Sequence[int], then: Callable[[list[Any]], None], found: Rows[Any]
    ) -> None:
        then([found.rows[place] for place in places if place < len(found.rows)])

    def query(self, filters: Filters) -> ListQuery:
        """What is asked of the list now, without order and page."""
        return ListQuery(text=self.words.value, filters=filters, limit=1)

    def _build(self) -> None:
        narrow = self._narrow = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        space(narrow, 0, 8)
        self.words.setMaximumWidth(theme.now().px(260))
        beside = QHBoxLayout()
        space(beside, 0, 8)
        beside.addWidget(self.words, 1)
        beside.addWidget(self.total)
        beside.addWidget(self.columns_button)
        narrow.addWidget(self.chips, 1)
        narrow.addLayout(beside)
        self.card = Card(self, flush=True)
        self.card.add(self.table)
        self.body.addWidget(self.head)
        self.body.addLayout(narrow)
        self.body.addWidget(self.placed(self.card), 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words go below the chips where both do not fit into a line."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.now().px(WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._narrow.setDirection(across if wide else down)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._chip_chosen)
        self.views.taken.connect(self._take_view)
        self.views.changed.connect(self._changed)
        self.views.wanted.connect(self._save_view)
        self.columns_button.clicked.connect(self._choose_columns)
        self.words.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._typed)
        self._rest.timeout.connect(self._count)
        self.table.opened.connect(self._open)
        self.table.acted.connect(self._acted)
        self.model.total_changed.connect(self._show_total)

    def _chip_chosen(self, key: object) -> None:
        """Words that a view put there go with it; a view is taken by `_take_view`."""
        if key in self.views.all:
            return
        left, self._taken = self._taken, None
        if left is not None and self.words.value == left.words:
            self.words.set_value("")
        self._changed()

    def _take_view(self, view: SavedView) -> None:
        """Show the list as it was saved."""
        self._taken = view
        self.words.set_value(view.words)
        by = view.order.removeprefix("-")
        if by in (column.key for column in self.model.columns):
            self.table.sort_by(by, descending=view.order.startswith("-"))
        self._pause.stop()
        self._changed()

    def _save_view(self) -> None:
        by, descending = self.model.order
        self.views.ask_save(self.words.value, f"-{by}" if by and descending else by or "")

    def _choose_columns(self) -> None:
        below = self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height()))
        self.table.columns.menu().popup(below)

    def _changed(self, _what: object = None) -> None:
        self.model.load(self._fetch())
        self._count()

    def _fetch(self) -> Callable[[Slice], Rows[Any]]:
        return partial(self._rows, self.words.value, self.filters)

    def _rows(self, words: str, filters: Filters, part: Slice) -> Rows[Any]:
        order = part.by or "name"
        query = ListQuery(words, filters, order, part.descending, part.offset, part.limit)
        found = self.read(replace(query, counted=False))
        return Rows(found.rows, found.total, more=found.more)

    def _typed(self) -> None:
        """The rows at once; what takes longer, once nothing more is typed."""
        self.model.load(self._fetch())
        self._rest.start()

    def _count(self) -> None:
        """Count each chip's list anew."""
        self._rest.stop()
        words = self.words.value
        views = {
            key: ListQuery(one.words, self._filters[one.chip], limit=1)
            for key, one in self.views.all.items()
        }
        call = partial(self._counted, words, views)
        self.tools.fetch(self, call, partial(self._take_counts, words))

    def _take_counts(self, words: str, counts: dict[str, int]) -> None:
        """Nothing of it holds where something else has been typed since."""
        if words == self.words.value:
            self._show_counts(counts)
            self.model.set_total(counts[self.views.chip])

    def _counted(self, words: str, views: Mapping[str, ListQuery]) -> dict[str, int]:
        """A view's rows are counted with its own words."""
        return self.counts(words) | {key: self.read(one).total for key, one in views.items()}

    def _show_counts(self, counts: dict[str, int]) -> None:
        self.chips.count(counts)
        nothing = not any(counts.values()) and self.words.empty
        here = self.table.hasFocus()
        self.empty.setVisible(nothing)
        if here and nothing:
            self.focus_first()
        self.card.setVisible(not nothing)
        for part in (self.words, self.total, self.columns_button, self.views.save_button):
            part.setVisible(not nothing)
        self.table.set_empty(self.tr("No row fits. Choose another filter, or fewer words."))

    def _show_total(self, total: int) -> None:
        self.total.setText(self.tr("{count} in this list").format(count=formats.count(total)))

    def _open(self, row: object) -> None:
        self.go.emit(self.place_of(row))

    def _acted(self, row: object, _column: object) -> None:
        self._open(row)
