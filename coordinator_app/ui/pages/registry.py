"""The registries as they stood on a day, and what is short for renewing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.views_registry import RegistryRow
from coordinator_app.ui import formats, theme
from coordinator_app.ui.dialogs.add_endorsement import AddEndorsementDialog
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.dialogs.move import MoveDialog, SanctionDialog
from coordinator_app.ui.dialogs.renewal import RenewalDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.page_commands import PageCommands
from coordinator_app.ui.pages.list_page import ListPage
from coordinator_app.ui.pages.registry_columns import registry_columns, say
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.buttons import Kind as ButtonKind
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.fields import DateField

# Below this width of the list at 100 % the columns that say least are not shown.
_NARROW = 960
_LESS = ("credential", "since", "renewal")
_NEED_ROWS = ("registry.move", "registry.sanction", "registry.renew")


class RegistryPage(ListPage):
    """Active and Inactive, as it stood on a day; Enter opens the endorsement.

    Moves and renewals are recorded for all selected rows, as the registry stands today.
    """

    name = "registry"
    kinds = (Kind.ENDORSEMENT, Kind.PERSON, Kind.NOTE, Kind.POLICY)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        self._desk = tools.desk
        self._as_of: date | None = None
        chips: dict[str, tuple[str, dict[str, str]]] = {
            "active": (say("Active"), {"status": "active"}),
            "inactive": (say("Inactive"), {"status": "inactive"}),
            "sanctioned": (say("Sanctioned"), {"reason": "sanctioned"}),
            "owed": (say("Renewal at risk"), {"renewal": "owed"}),
            "all": (say("All"), {}),
        }
        empty = EmptyState(
            say("The registry is empty"),
            say(
                "An approved application comes here by itself. Last year’s registry sheet can be "
                "imported, and a single endorsement added by hand."
            ),
            say("Add endorsement…"),
        )
        super().__init__(tools, say("Registry"), registry_columns(), chips, empty, parent)
        self.day = DateField(say("As it stood on"), self, today=tools.desk.today())
        self.day.set_value(tools.desk.today())
        self.day.setMaximumWidth(150)
        self.head.say(self.title, say("as it stood on"))
        self.head.insert(self.day)
        self._less = False
        self._listen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        less = self.card.width() < theme.now().px(_NARROW)
        if less != self._less:
            self._less = less
            self.table.columns.fold(*_LESS, folded=less)

    def buttons(self) -> Sequence[QWidget]:
        self.add_button = Button(say("Add…"), parent=self)
        self.renew_button = Button(say("Renewals…"), parent=self)
        self.export_button = Button(say("Export…"), parent=self)
        self.move_button = Button(say("Move…"), ButtonKind.ACCENT, self)
        return (self.add_button, self.renew_button, self.export_button, self.move_button)

    def read(self, query: ListQuery) -> Page[RegistryRow]:
        return self._desk.endorsements.list(query, self._as_of)

    def counts(self, words: str) -> dict[str, int]:
        return dict(self._desk.endorsements.counts(words, self._as_of))

    def key_of(self, row: RegistryRow) -> Hashable:
        return row.row.id

    def place_of(self, row: RegistryRow) -> Place:
        return Place("endorsement", row.row.id)

    # Making it

    def _listen(self) -> None:
        self.commands = PageCommands(
            self,
            {
                "registry.add": self.add_endorsement,
                "registry.move": self.move_chosen,
                "registry.sanction": self.sanction,
                "registry.renew": self.renew,
                "registry.export": self.export,
            },
        )
        self.day.editingFinished.connect(self._day_changed)
        self.add_button.clicked.connect(self.add_endorsement)
        self.empty.acted.connect(self.add_endorsement)
        self.renew_button.clicked.connect(self.renew)
        self.export_button.clicked.connect(self.export)
        self.move_button.clicked.connect(self.move_chosen)
        self.table.chosen.connect(self._chosen)
        self._chosen([])
        order_tabs(self)

    def _chosen(self, _rows: object) -> None:
        count = len(self.table.selected())
        for button in (self.renew_button, self.move_button):
            button.setEnabled(bool(count))
        for command in _NEED_ROWS:
            self.commands.enable(command, enabled=bool(count))
        self._show_total(self.model.total)

    def _show_total(self, total: int) -> None:
        said = say("1 endorsement") if total == 1 else say("{count} endorsements")
        count = len(self.table.selected())
        if count:
            said = said + " · " + say("{chosen} selected")
        words = said.format(count=formats.count(total), chosen=formats.count(count))
        self.total.setText(words)

    def _day_changed(self) -> None:
        chosen = None if self.day.problem else self.day.value
        if chosen == self._desk.today():
            chosen = None
        if chosen != self._as_of:
            self._as_of = chosen
            self.refresh(None)

    # What is done

    def add_endorsement(self) -> None:
        """Bring an endorsement over by hand, then show it."""
        dialog = AddEndorsementDialog(self, self.tools)
        dialog.written.connect(self._added)
        dialog.open()

    def move_chosen(self) -> None:
        """Move the selected rows."""
        self._with_rows(self._move)

    def sanction(self) -> None:
        """Record a sanction of the people of the selected rows."""
        self._with_rows(partial(self._by_dialog, self._sanction))

    def renew(self) -> None:
        """Record what the people of the selected rows have shown for a renewal."""
        self._with_rows(partial(self._by_dialog, self._renewal))

    def export(self) -> None:
        """Write the list as it is shown, all of it, to a workbook or a CSV file."""
        day = (self._as_of or self._desk.today()).isoformat()
        start = Path.home() / f"registry-{day}.xlsx"
        kinds = say("Spreadsheets (*.xlsx *.csv)")
        title = say("Export this list")
        self.tools.messages.choose_save(self, title, start, kinds, self._export_to)

    def _with_rows(self, then: Callable[[list[Any]], None]) -> None:
        if self.table.selected():
            self.chosen_rows(then)

    def _move(self, rows: list[RegistryRow]) -> None:
        active = any(one.row.status == "active" for one in rows)
        ids = [one.row.id for one in rows]
        lifted = all(one.row.reason == "sanctioned" for one in rows)
        reason = "sanction_lifted" if lifted and not active else ""
        self._open_dialog(MoveDialog(self, self.tools, ids, active=active, reason=reason))

    def _by_dialog(
        self, make: Callable[[list[RegistryRow]], EntryDialog], rows: list[RegistryRow]
    ) -> None:
        self._open_dialog(make(rows))

    def _sanction(self, rows: list[RegistryRow]) -> EntryDialog:
        return SanctionDialog(self, self.tools, [one.row.id for one in rows])

    def _renewal(self, rows: list[RegistryRow]) -> EntryDialog:
        return RenewalDialog(self, self.tools, rows)

    def _open_dialog(self, dialog: EntryDialog) -> None:
        dialog.written.connect(self._written)
        dialog.open()

    def _written(self, changes: Changes) -> None:
        count = len(changes.endorsements)
        said = say("1 endorsement written") if count == 1 else say("{n} endorsements written")
        undo = partial(self._undo, changes.entry)
        self.notice.say(said.format(n=formats.count(count)), Tone.NEWS, say("Undo"), undo)

    def _undo(self, entry: int) -> None:
        self.tools.write(self, partial(self._desk.history.undo, entry))

    def _added(self, changes: Changes) -> None:
        if changes.made is not None:
            self.go.emit(Place("endorsement", changes.made))

    def _export_to(self, path: Path) -> None:
        query = ListQuery(self.words.value, self.filters, self.model.order[0] or "name")
        call = partial(self._desk.endorsements.export, path, query, self._as_of)
        self.tools.fetch(self, call, partial(self._exported, path))

    def _exported(self, path: Path, count: int) -> None:
        said = say("{count} rows written to {file}")
        self.notice.say(said.format(count=formats.count(count), file=path.name), Tone.NEWS)
