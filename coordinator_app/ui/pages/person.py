"""One person: what is on record, their cases and endorsements, notes and history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.views import ApplicationRow, EndorsementRow, PersonCard
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.person import PersonDialog
from coordinator_app.ui.page import Page, PageHead, Place
from coordinator_app.ui.pages.person_parts import facts_of, history_lines
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.card import Card, Scroll
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.words_case import state_tone, state_word
from coordinator_app.ui.words_registry import status_text


class PersonPage(Page):
    """A record with everything that hangs on it."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Person")
        self._tools = tools
        self._id: int | None = None
        self._card: PersonCard | None = None
        self.edit_button = Button(self.tr("Edit…"), parent=self)
        self.head = PageHead("", "", self.edit_button, parent=self)
        self.edit_button.clicked.connect(self._edit)
        self._facts = QVBoxLayout()
        self._history = QVBoxLayout()
        self._applications: RowModel[ApplicationRow] = RowModel(
            _case_columns(self), key=lambda row: row.id, parent=self
        )
        self._endorsements: RowModel[EndorsementRow] = RowModel(
            _endorsement_columns(self), key=lambda row: row.id, parent=self
        )
        self.cases = TableView(self._applications, self.tr("Applications"), self)
        self.held = TableView(self._endorsements, self.tr("Endorsements"), self)
        self._build()
        self.cases.opened.connect(self._open_case)

    def open(self, what: object) -> None:
        self._id = what if isinstance(what, int) else None

    def refresh(self, changes: Changes | None) -> None:
        if self._id is not None and (changes is None or self._id in changes.people):
            read = partial(self._tools.desk.people.card, self._id)
            self._tools.fetch(self, read, self._show)

    def focus_first(self) -> None:
        self.cases.setFocus()

    def _build(self) -> None:
        row = QHBoxLayout()
        space(row, 0, 14)
        row.addWidget(self._record(), 1)
        row.addLayout(self._middle(), 2)
        row.addWidget(self._side(), 1)
        self.body.addWidget(self.head)
        self.body.addLayout(row, 1)

    def _record(self) -> QWidget:
        return _scrolled(self, self.tr("On record"), self._facts)

    def _side(self) -> QWidget:
        return _scrolled(self, self.tr("History"), self._history)

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        space(column, 0, 14)
        for title, table, empty in (
            (self.tr("Applications"), self.cases, self.tr("No application yet.")),
            (self.tr("Endorsements"), self.held, self.tr("No endorsement yet.")),
        ):
            table.set_empty(empty)
            column.addWidget(Heading(title, self))
            card = Card(self, flush=True)
            card.add(table)
            column.addWidget(card, 1)
        return column

    def _show(self, card: PersonCard) -> None:
        if card.id != self._id:
            return
        self._card = card
        known = self.tr("formerly {names}").format(names=formats.names(card.former_names))
        self.head.say(card.name, known if card.former_names else "")
        self._applications.show(card.applications)
        self._endorsements.show(card.endorsements)
        _fill(self._facts, facts_of(card), self._fact)
        _fill(self._history, history_lines(card.history), self._line)

    def _fact(self, fact: tuple[str, str]) -> QWidget:
        return _pair(self, fact[0], fact[1])

    def _line(self, line: tuple[str, str]) -> QWidget:
        return _pair(self, line[0], line[1])

    def _edit(self) -> None:
        if self._card is not None:
            PersonDialog(self._tools, self._card, self).open()

    def _open_case(self, row: ApplicationRow) -> None:
        self.go.emit(Place("case", row.id))


def _scrolled(owner: QWidget, title: str, lines: QVBoxLayout) -> Card:
    inner = QWidget(owner)
    column = QVBoxLayout(inner)
    space(column, 0, 10)
    column.addLayout(lines)
    column.addStretch(1)
    space(lines, 0, 10)
    card = Card(owner, title=title)
    card.add(Scroll(inner, card), 1)
    return card


def _pair(owner: QWidget, quiet: str, text: str) -> QWidget:
    """A quiet line above the line it belongs to."""
    part = QWidget(owner)
    column = QVBoxLayout(part)
    space(column, 0, 2)
    column.addWidget(Muted(quiet, part, wrap=True))
    column.addWidget(PlainLabel(text, part, wrap=True, selectable=True))
    return part


def _fill(
    place: QVBoxLayout,
    lines: Sequence[tuple[str, str]],
    make: Callable[[tuple[str, str]], QWidget],
) -> None:
    while place.count():
        item = place.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
    for line in lines:
        place.addWidget(make(line))


def _case_columns(page: QWidget) -> list[Column[ApplicationRow]]:
    return [
        Column(
            key="case",
            title=page.tr("Case"),
            text=lambda row: row.case_number,
            cell=Cell.MONO,
            width=9,
        ),
        Column(key="category", title=page.tr("Category"), text=lambda row: row.category, width=10),
        Column(
            key="state",
            title=page.tr("State"),
            text=lambda row: state_word(row.state),
            tone=lambda row: state_tone(row.state),
            cell=Cell.PILL,
            width=16,
            stretch=True,
        ),
        Column(
            key="submitted",
            title=page.tr("Submitted"),
            text=lambda row: formats.partial_day(row.submitted),
            cell=Cell.MUTED,
            width=13,
        ),
    ]


def _endorsement_columns(page: QWidget) -> list[Column[EndorsementRow]]:
    return [
        Column(key="category", title=page.tr("Category"), text=lambda row: row.category, width=10),
        Column(
            key="credential", title=page.tr("Credential"), text=lambda row: row.credential, width=11
        ),
        Column(
            key="since",
            title=page.tr("Since"),
            text=lambda row: formats.partial_day(row.since),
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="status",
            title=page.tr("Status"),
            text=status_text,
            tone=lambda row: Tone.GOOD if row.status == "active" else Tone.PLAIN,
            cell=Cell.PILL,
            width=20,
            stretch=True,
        ),
    ]
