"""A part of a case's page: a table with what can be done on its rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Column, RowModel
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.flow import FlowLayout
from coordinator_app.ui.widgets.table_view import TableView

R = TypeVar("R")
MANY = 60


@dataclass(frozen=True)  # slots and a type argument do not go together on Python 3.11
class RowAct(Generic[R]):
    """A button below the table, there while `may(row)`; without `may` it needs no row.

    One that `leads` may be the row's own button. `within`: the act the case itself must allow.
    """

    do: Do
    text: str
    may: Callable[[R], bool] | None = None
    leads: bool = True
    within: Do | None = None


class TablePart(QWidget, Generic[R]):
    """Columns, the acts below, and `wanted(Act)` when one is asked for.

    The first act that the row may is done by Enter, a double click and the row's own button.
    """

    wanted = Signal(object)

    def fill(
        self, columns: Sequence[Column[R]], acts: Sequence[RowAct[R]], spoken: str, empty: str
    ) -> None:
        """Make the table and its buttons; called once, by the subclass."""
        self._acts = tuple(acts)
        self._able: Collection[Do] = frozenset(Do)
        self.model: RowModel[R] = RowModel(columns, key=_id, parent=self)
        self.table = TableView(self.model, spoken, self, tall=True)
        self.table.set_empty(empty)
        self.table.hug_rows(MANY)
        self.buttons = {act.do: self._button(act) for act in acts}
        self._place()
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.table.acted.connect(self._acted)
        self._chosen(())
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[R], able: Collection[Do] = frozenset(Do)) -> None:
        """Show these rows; the selection stays by their numbers. `able`: what the case allows."""
        self._able = able
        self.model.show(rows)
        self._chosen(self.table.selected())

    def first_act(self, row: R) -> RowAct[R] | None:
        """The act that is most likely wanted of a row."""
        return next((act for act in self._acts if act.leads and self._may(act, row)), None)

    def first_text(self, row: R) -> str:
        """What a row's own button says."""
        act = self.first_act(row)
        return act.text.replace("&", "") if act else ""

    def _may(self, act: RowAct[R], row: R) -> bool:
        allowed = act.within is None or act.within in self._able
        return allowed and act.may is not None and act.may(row)

    def _button(self, act: RowAct[R]) -> Button:
        button = Button(act.text, Kind.SMALL, self)
        button.clicked.connect(partial(self._pressed, act))
        return button

    def _place(self) -> None:
        row = FlowLayout(gap=8)
        for button in self.buttons.values():
            row.addWidget(button)
        below = QWidget(self)
        inside = QVBoxLayout(below)
        space(inside, (14, 12, 14, 14), 0)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        space(column, 0, 0)
        column.addWidget(self.table)
        column.addWidget(below)
        column.addStretch(1)

    def _chosen(self, rows: Sequence[R]) -> None:
        row = rows[0] if rows else None
        for act in self._acts:
            on = (
                act.do in self._able if act.may is None else row is not None and self._may(act, row)
            )
            self.buttons[act.do].setVisible(on)

    def _pressed(self, act: RowAct[R]) -> None:
        if act.may is None:
            self.wanted.emit(Act(act.do))
            return
        for row in self.table.selected()[:1]:
            self.wanted.emit(Act(act.do, _id(row)))

    def _opened(self, row: R) -> None:
        act = self.first_act(row)
        if act is not None:
            self.wanted.emit(Act(act.do, _id(row)))

    def _acted(self, row: R, _column: object) -> None:
        self._opened(row)


def _id(row: Any) -> int:
    return row.id
