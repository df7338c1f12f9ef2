"""The list of applications: by how far they are, the late ones at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.views import ApplicationRow
from coordinator_app.ui import formats, theme
from coordinator_app.ui.counted import days_late, in_days
from coordinator_app.ui.dialogs.new_application import NewApplicationDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.list_page import Filters, ListPage
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.words_case import state_tone, state_word

# So wide is the card at least in which every column has room; the round tells the month too.
_NARROW = 960
# A reply owed within so many days is shown by how many are left.
SOON = 14
UNANSWERED = ("withdrawn", "closed")
WAITING = "more_information,on_hold,to_sit,not_passed"
DECIDED = "approved,to_sit,to_sit_expired,not_passed,endorsed,deferred,denied"
_tr = partial(QCoreApplication.translate, "ApplicationsPage")


class ApplicationsPage(ListPage):
    """Enter opens a case; `new()` logs an application and opens it."""

    name = "applications"
    kinds = (Kind.APPLICATION, Kind.PERSON, Kind.LETTER, Kind.NOTE, Kind.POLICY)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            _tr("No application yet"),
            _tr("Log the first one, or bring in last year’s workbook with File, Import."),
            _tr("New application…"),
        )
        chips: dict[str, tuple[str, Filters]] = {
            "open": (_tr("Open"), {"open": "yes"}),
            "late": (_tr("Late"), {"late": "today"}),
            "review": (_tr("In review"), {"states": "submitted,in_review"}),
            "waiting": (_tr("Waiting"), {"states": WAITING}),
            "decided": (_tr("Decided"), {"states": DECIDED}),
            "all": (_tr("All"), {}),
        }
        super().__init__(
            tools, _tr("Applications"), columns(tools.desk.today), chips, empty, parent
        )
        self.words.setMinimumWidth(theme.now().px(200))
        self._less = False
        self.empty.acted.connect(self.new)
        self.table.sort_by("due")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        less = self.card.width() < theme.now().px(_NARROW)
        if less != self._less:
            self._less = less
            self.table.columns.fold("submitted", folded=less)

    def read(self, query: ListQuery) -> Page[ApplicationRow]:
        filters = dict(query.filters)
        if "late" in filters:
            filters["late"] = self.tools.desk.today().isoformat()
        return self.tools.desk.applications.list(replace(query, filters=filters))

    def place_of(self, row: ApplicationRow) -> Place:
        return Place("case", row.id)

    def new(self) -> None:
        """Log an application, then show its case."""
        dialog = NewApplicationDialog(self, self.tools)
        dialog.written.connect(self._logged)
        dialog.open()

    def _show_counts(self, counts: dict[str, int]) -> None:
        super()._show_counts(counts)
        said = _tr("{open} open, {late} late")
        known = {key: formats.count(counts[key]) for key in ("open", "late")}
        self.head.say(self.title, said.format(**known) if self.empty.isHidden() else "")

    def _logged(self, changes: Changes) -> None:
        if changes.made is not None:
            self.go.emit(Place("case", changes.made))


def columns(today: Callable[[], date]) -> list[Column[ApplicationRow]]:
    """The list's columns; their keys are the orders of the service."""
    return [*_case_columns(), *_way_columns(), _due_column(today), _questions_column()]


def _case_columns() -> list[Column[ApplicationRow]]:
    return [
        Column(
            key="name",
            title=_tr("Name"),
            text=lambda row: row.sort_name,
            order=lambda row: row.sort_name,
            bold=True,
            width=22,
            stretch=True,
        ),
        Column(
            key="case",
            title=_tr("Case"),
            text=lambda row: row.case_number,
            order=lambda row: row.case_number,
            cell=Cell.MONO,
            width=10,
        ),
        Column(
            key="category",
            title=_tr("Category"),
            text=lambda row: row.category,
            order=lambda row: row.category,
            width=10,
        ),
    ]


def _way_columns() -> list[Column[ApplicationRow]]:
    return [
        Column(
            key="round",
            title=_tr("Round"),
            text=round_text,
            order=lambda row: row.round,
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="state",
            title=_tr("State"),
            text=lambda row: state_word(row.state),
            tone=lambda row: state_tone(row.state),
            order=lambda row: row.state,
            cell=Cell.PILL,
            width=19,
        ),
        Column(
            key="submitted",
            title=_tr("Submitted"),
            text=lambda row: formats.partial_day(row.submitted),
            order=lambda row: row.submitted,
            cell=Cell.MUTED,
            width=13,
        ),
    ]


def _due_column(today: Callable[[], date]) -> Column[ApplicationRow]:
    return Column(
        key="due",
        title=_tr("Reply due"),
        text=lambda row: due_text(row, today()),
        tone=lambda row: due_tone(row, today()),
        order=lambda row: row.reply_due,
        tip=due_tip,
        cell=Cell.PILL,
        width=15,
    )


def _questions_column() -> Column[ApplicationRow]:
    return Column(
        key="questions",
        title=_tr("Questions"),
        text=lambda row: formats.count(row.questions) if row.questions else "",
        right=True,
        width=7,
    )


def round_text(row: ApplicationRow) -> str:
    """Jan 2026; nothing before submission."""
    return formats.partial_day(PartialDate.parse(row.round)) if row.round else ""


def owed(row: ApplicationRow) -> bool:
    """Whether a reply is owed and not sent. Imported history is answered elsewhere."""
    open_ = row.answered_on is None and row.state not in UNANSWERED
    return row.reply_due is not None and open_ and not row.imported


def due_text(row: ApplicationRow, today: date) -> str:
    """20 days late, in 8 days, the day itself, or that it was answered."""
    if row.reply_due is None:
        return ""
    if row.answered_on is not None:
        return _tr("answered")
    left = (row.reply_due - today).days
    if owed(row) and left < 0:
        return days_late(-left)
    return in_days(left) if owed(row) and left <= SOON else formats.day(row.reply_due)


def due_tip(row: ApplicationRow) -> str:
    """The day it is owed by, and the day it was answered."""
    due, sent = formats.day(row.reply_due), formats.day(row.answered_on)
    return _tr("due {due}, answered {sent}").format(due=due, sent=sent) if sent else due


def due_tone(row: ApplicationRow, today: date) -> Tone:
    if row.reply_due is not None and owed(row):
        left = (row.reply_due - today).days
        return Tone.BAD if left < 0 else Tone.WAIT if left <= SOON else Tone.PLAIN
    return Tone.GOOD if row.answered_on is not None else Tone.PLAIN
