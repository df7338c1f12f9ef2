"""Everybody on file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.views import PersonRow
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.person import PersonDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.list_page import ListPage
from coordinator_app.ui.tables import Cell, Column
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.empty_state import EmptyState


class PeoplePage(ListPage):
    """One line a person; Enter opens the record."""

    name = "people"
    kinds = (Kind.PERSON, Kind.APPLICATION, Kind.ENDORSEMENT, Kind.NOTE)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        self._desk = tools.desk
        super().__init__(
            tools,
            _tr("People"),
            _columns(),
            {
                "all": (_tr("All"), {}),
                "applicants": (_tr("With an application"), {"has": "application"}),
                "endorsees": (_tr("With an endorsement"), {"has": "endorsement"}),
                "questions": (_tr("With an open question"), {"has": "question"}),
            },
            EmptyState(
                _tr("Nobody is on file yet"),
                _tr(
                    "Log an application with New application, bring in last year’s workbook with "
                    "File, Import, or add a person here."
                ),
                _tr("Add person…"),
            ),
            parent,
        )
        self.empty.acted.connect(self._add)

    def buttons(self) -> Sequence[QWidget]:
        self.add_button = Button(_tr("Add person…"), parent=self)
        self.add_button.clicked.connect(self._add)
        return (self.add_button,)

    def read(self, query: ListQuery) -> Page[PersonRow]:
        return self._desk.people.list(query)

    def place_of(self, row: PersonRow) -> Place:
        return Place("person", row.id)

    def _add(self) -> None:
        dialog = PersonDialog(self.tools, None, self)
        dialog.written.connect(self._show)
        dialog.open()

    def _show(self, changes: Changes) -> None:
        if changes.made is not None:
            self.go.emit(Place("person", changes.made))


def _columns() -> list[Column[PersonRow]]:
    return [
        Column(
            key="name",
            title=_tr("Name"),
            text=lambda row: row.sort_name,
            order=lambda row: row.sort_name,
            bold=True,
            width=24,
            stretch=True,
        ),
        Column(
            key="agency",
            title=_tr("Agency"),
            text=lambda row: row.agency,
            order=lambda row: row.agency,
            width=22,
            stretch=True,
        ),
        Column(
            key="island",
            title=_tr("Island"),
            text=lambda row: row.island,
            order=lambda row: row.island,
            cell=Cell.MUTED,
            width=14,
        ),
        Column(
            key="email", title=_tr("E-mail"), text=lambda row: row.email, width=24, stretch=True
        ),
        Column(key="phone", title=_tr("Phone"), text=lambda row: row.phone, width=14, shown=False),
        *_counts(),
    ]


def _counts() -> list[Column[PersonRow]]:
    return [
        Column(
            key="applications",
            title=_tr("Cases"),
            text=lambda row: _some(row.applications),
            right=True,
            width=6,
        ),
        Column(
            key="endorsements",
            title=_tr("Held"),
            text=lambda row: _some(row.endorsements),
            right=True,
            width=6,
        ),
        Column(
            key="questions",
            title=_tr("Questions"),
            text=lambda row: _some(row.questions),
            right=True,
            width=9,
        ),
    ]


def _some(count: int) -> str:
    return formats.count(count) if count else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeoplePage", text)
