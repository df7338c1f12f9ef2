"""Today: what is due, for whom, and why."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.views import DueRow, RoundRow
from coordinator_app.services.today import TodayList
from coordinator_app.ui import formats, theme
from coordinator_app.ui.counted import days_late, in_days, month_name, open_days
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.page import Page, PageHead
from coordinator_app.ui.pages.today_panel import TodayPanel
from coordinator_app.ui.pages.today_words import action_text, group_text, place_of, who_text
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.card import Card, CardPart, Strip
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.progress import ThinBar
from coordinator_app.ui.widgets.table_view import TableView

_NARROW = 1000  # pixels at 100 % below which the column of reasons gives way
_SOON = 14  # days within which a due day is tinted


def when_text(due: date | None, today: date) -> str:
    """ "20 days late", "today", "in 3 days", or the day itself when it is farther off."""
    if due is None:
        return ""
    days = (due - today).days
    if days < 0:
        return days_late(-days)
    if days <= _SOON:
        return in_days(days)
    return formats.day_in_year(due) if due.year == today.year else formats.day(due)


def when_tone(due: date | None, today: date) -> Tone:
    if due is None:
        return Tone.PLAIN
    days = (due - today).days
    return Tone.BAD if days < 0 else Tone.WAIT if days <= _SOON else Tone.PLAIN


class TodayPage(Page):
    """Three rounds, the list of what is due, and the panel that says why."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Today")
        self._tools = tools
        self._day = tools.desk.today()
        self.head = PageHead(self.title, "", parent=self)
        self._rounds = QVBoxLayout()
        self._model = RowModel(self._columns(), key=_key, parent=self)
        memory = tools.lists.columns
        spoken = self.tr("What is due")
        self.table = TableView(self._model, spoken, self, name="today", memory=memory)
        self.panel = TodayPanel(tools, self)
        self._empty = EmptyState(
            self.tr("Nothing is due"),
            self.tr("Log an application with New application, or import last year’s workbook."),
            parent=self,
        )
        self._build()
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)
        self.table.acted.connect(self._acted)
        self.panel.go.connect(self.go)

    def refresh(self, changes: Changes | None) -> None:
        """Everything written may change what is due."""
        self._tools.fetch(self, self._tools.desk.due.list, self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is wanting, the panel alone says why."""
        super().resizeEvent(event)
        narrow = self.width() < theme.now().px(_NARROW)
        self.table.columns.fold("why", folded=narrow)

    def focus_first(self) -> None:
        self.table.setFocus()

    def _build(self) -> None:
        self.body.addWidget(self.head)
        self.body.addLayout(self._rounds)
        self._card = Card(self, flush=True)
        self._card.add(self.table)
        both = Beside(self._card, self.panel, self, stretch=(2, 1), narrow=600)
        self.body.addWidget(self._empty)
        self.body.addWidget(both, 1)
        self._empty.hide()

    def _columns(self) -> list[Column[DueRow]]:
        return [
            Column(
                key="due",
                title=self.tr("Due"),
                text=lambda row: when_text(row.first.due, self._day),
                tone=lambda row: when_tone(row.first.due, self._day),
                cell=Cell.PILL,
                width=12,
            ),
            Column(key="what", title=self.tr("What"), text=_what, width=26, stretch=True),
            Column(
                key="who",
                title=self.tr("Who"),
                text=who_text,
                second=lambda row: row.subtitle,
                cell=Cell.TWO_LINE,
                width=18,
                stretch=True,
            ),
            Column(
                key="why",
                title=self.tr("Why"),
                text=lambda row: row.first.why.title,
                cell=Cell.LINK,
                width=24,
                stretch=True,
            ),
            Column(key="act", title="", text=action_text, cell=Cell.BUTTON, width=13),
        ]

    def _show(self, found: TodayList) -> None:
        self._day = found.day
        self.head.say(self.title, self._subtitle(found))
        self._show_rounds(found.rounds)
        self._model.show(found.rows)
        nothing = not found.rows and not found.rounds
        self._empty.setVisible(nothing)
        for part in (self._card, self.panel):
            part.setVisible(not nothing)
        self.table.set_empty(
            self.tr("Nothing is due. Applications has the open cases; New application logs one.")
        )
        if found.rows and self.table.current() is None:
            self.table.select_key(_key(found.rows[0]))
        self.panel.show_row(self.table.current(), self._day)

    def _subtitle(self, found: TodayList) -> str:
        said = formats.long_day(found.day)
        waiting = [one for one in found.rounds if one.reply_due and one.decided < one.applications]
        ahead = [one for one in waiting if one.reply_due and one.reply_due >= found.day]
        if not ahead or ahead[0].reply_due is None:
            return said
        days = (ahead[0].reply_due - found.day).days
        return self.tr("{today} · {round} round replies are due {when}").format(
            today=said, round=_month(ahead[0]), when=in_days(days)
        )

    def _show_rounds(self, rounds: tuple[RoundRow, ...]) -> None:
        while self._rounds.count():
            item = self._rounds.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        if rounds:
            self._rounds.addWidget(Strip([self._round(one) for one in rounds], self))

    def _round(self, one: RoundRow) -> QWidget:
        first = date.fromisoformat(f"{one.round}-01")
        name = self.tr("{month} round").format(month=formats.short_month(first))
        part = CardPart(name, self._beside(one), self)
        said = self.tr("{done} of {total} decided").format(
            done=formats.count(one.decided), total=formats.count(one.applications)
        )
        part.add(ThinBar(one.decided, one.applications, f"{name}: {said}", part))
        part.add(Muted(said, part))
        return part

    def _beside(self, one: RoundRow) -> str:
        if one.late:
            return self.tr("{count} late").format(count=formats.count(one.late))
        if one.open:
            first = date.fromisoformat(f"{one.round}-01")
            ends = (first + timedelta(days=31)).replace(day=1)
            return open_days(max(0, (ends - self._day).days))
        if one.reply_due is None:
            return ""
        return self.tr("Replies by {day}").format(day=formats.day_in_year(one.reply_due))

    def _chosen(self, rows: list[DueRow]) -> None:
        self.panel.show_row(rows[0] if rows else None, self._day)

    def _open(self, row: DueRow) -> None:
        place = place_of(row)
        if place is not None:
            self.go.emit(place)

    def _acted(self, row: DueRow, column: str) -> None:
        if column == "act":
            self._open(row)
        else:
            self.table.select_key(_key(row))
            self.panel.setFocus()


def _key(row: DueRow) -> object:
    item = row.first
    return (item.kind, item.person, item.application, item.endorsement, item.due, str(item.what))


def _what(row: DueRow) -> str:
    return say_phrase(row.first.what) if len(row.items) == 1 else group_text(row)


def _month(one: RoundRow) -> str:
    return month_name(date.fromisoformat(f"{one.round}-01"))
