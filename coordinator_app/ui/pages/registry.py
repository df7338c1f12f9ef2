"""The registries as they stood on a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Kind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.ui import formats
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.list_page import ListPage
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.tables import Cell, Column
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.words_registry import status_text


class RegistryPage(ListPage):
    """Active and Inactive, as it stood on a day; Enter opens the endorsee."""

    kinds = (Kind.ENDORSEMENT, Kind.PERSON, Kind.NOTE)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        self._desk = tools.desk
        self._as_of: date | None = None
        super().__init__(
            tools,
            _tr("Registry"),
            _columns(),
            {
                "active": (_tr("Active"), {"status": "active"}),
                "inactive": (_tr("Inactive"), {"status": "inactive"}),
                "sanctioned": (_tr("Sanctioned"), {"reason": "sanctioned"}),
                "all": (_tr("All"), {}),
            },
            EmptyState(
                _tr("The registry is empty"),
                _tr(
                    "An approved application comes here by itself; last year’s registry sheet can be imported."
                ),
            ),
            parent,
        )
        self.day = DateField(_tr("As it stood on"), self, today=tools.desk.today())
        self.day.set_value(tools.desk.today())
        self.day.setMaximumWidth(150)
        self.head.say(self.title, _tr("as it stood on"))
        self.head.insert(self.day)
        self.day.editingFinished.connect(self._day_changed)
        order_tabs(self)

    def read(self, query: ListQuery) -> Page[EndorsementRow]:
        return self._desk.registry.list(query, self._as_of)

    def place_of(self, row: EndorsementRow) -> Place:
        return Place("person", row.person_id)

    def _day_changed(self) -> None:
        chosen = None if self.day.problem else self.day.value
        if chosen != self._as_of:
            self._as_of = chosen
            self.refresh(None)


def _columns() -> list[Column[EndorsementRow]]:
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
            key="credential",
            title=_tr("Credential"),
            text=lambda row: row.credential,
            order=lambda row: row.credential,
            width=11,
        ),
        Column(
            key="category",
            title=_tr("Category"),
            text=lambda row: row.category,
            order=lambda row: row.category,
            width=10,
        ),
        Column(
            key="since",
            title=_tr("Since"),
            text=lambda row: formats.partial_day(row.since),
            order=lambda row: row.since,
            cell=Cell.MUTED,
            width=13,
        ),
        *_upkeep(),
        Column(
            key="status",
            title=_tr("Status"),
            text=status_text,
            order=lambda row: row.status,
            tone=_tone,
            cell=Cell.PILL,
            width=18,
        ),
    ]


def _upkeep() -> list[Column[EndorsementRow]]:
    return [
        Column(
            key="renewal",
            title=_tr("Renewal"),
            text=lambda row: formats.day(row.renewal_due),
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="training",
            title=_tr("Training"),
            text=lambda row: (
                "–" if row.training_hours is None else formats.number(row.training_hours)
            ),
            right=True,
            width=8,
        ),
        Column(
            key="rsc",
            title=_tr("RSC"),
            text=lambda row: "–" if row.rsc_hours is None else formats.number(row.rsc_hours),
            right=True,
            width=8,
        ),
        Column(
            key="ethics",
            title=_tr("Code of Ethics"),
            text=lambda row: _year(row.code_of_ethics_on),
            tip=lambda row: formats.day(row.code_of_ethics_on),
            width=6,
        ),
        Column(
            key="attestation",
            title=_tr("Attestation"),
            text=lambda row: _year(row.attestation_on),
            tip=lambda row: formats.day(row.attestation_on),
            width=6,
        ),
    ]


def _year(signed: date | None) -> str:
    return "–" if signed is None else str(signed.year)


def _tone(row: EndorsementRow) -> Tone:
    if row.status == "active":
        return Tone.GOOD
    return Tone.BAD if row.reason == "sanctioned" else Tone.PLAIN


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegistryPage", text)
