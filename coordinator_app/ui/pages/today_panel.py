"""The panel beside Today: what is behind the chosen line, and why it is there."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.findings import Outcome, Why
from coordinator_app.domain.views import CaseCard, DueRow, ReferenceRow
from coordinator_app.ui import formats
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.pages.today_words import action_text, group_text, place_of, who_text
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import buttons
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.why import WhyBox
from coordinator_app.ui.words_case import RATER_KINDS, REFERENCE_STATES, REFERENCE_TONES, word

_Line = tuple[str, str, str, Tone]


class TodayPanel(SidePanel):
    """Says of one due line: what stands so far, why it is here, and where to go."""

    go = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=372)
        self._tools = tools
        self._row: DueRow | None = None
        self._day = date.min

    def show_row(self, row: DueRow | None, day: date) -> None:
        """Show a line of Today; nothing for None."""
        if row == self._row and day == self._day:
            return
        self._row, self._day = row, day
        self.setVisible(row is not None)
        if row is None:
            return
        item = row.first
        if len(row.items) == 1 and item.application is not None:
            read = partial(self._tools.desk.cases.card, item.application)
            self._tools.fetch(self, read, partial(self._show_case, row))
        else:
            self._show_plain(row)

    def _show_case(self, row: DueRow, card: CaseCard) -> None:
        if row is not self._row:
            return
        self.clear()
        submitted = formats.partial_day(card.row.submitted)
        line = f"{row.name} · {card.category_name}"
        if submitted:
            line = self.tr("{who} · submitted {day}").format(who=line, day=submitted)
        self.say(say_phrase(row.first.what), line)
        lines = self._lines(row, card)
        if lines:
            self._add_table(lines)
        self._add_why(row)

    def _show_plain(self, row: DueRow) -> None:
        self.clear()
        group = len(row.items) > 1
        self.say(group_text(row) if group else say_phrase(row.first.what), who_text(row))
        self._add_why(row)

    def _lines(self, row: DueRow, card: CaseCard) -> list[_Line]:
        """The ratings where ratings are the matter, else what stands in the way."""
        if row.first.kind in ("rating", "ratings"):
            return [_rating(one) for one in card.references]
        return [
            (one.title, say_phrase(one.have), _verdict(self, one.outcome), _tone(one.outcome))
            for one in card.obstacles
        ]

    def _add_table(self, lines: list[_Line]) -> None:
        model: RowModel[_Line] = RowModel(_columns(), key=lambda line: line[:3], parent=self)
        model.show(lines)
        table = TableView(model, self.tr("What stands so far"), self)
        table.horizontalHeader().hide()
        table.hug_rows(6)
        self.add(table)

    def _add_why(self, row: DueRow) -> None:
        why = row.first.why
        if why.text:
            self.add(WhyBox(self.tr("Why this is here"), why.text, self._cited(why), self))
        go = Button(action_text(row), Kind.SMALL_ACCENT, self)
        go.clicked.connect(partial(self._ask, row))
        self.add(buttons(go))

    def _cited(self, why: Why) -> str:
        cited = self.tr("{title}. Source: {source}").format(title=why.title, source=why.source)
        return self.tr("{cited} (to confirm)").format(cited=cited) if why.to_confirm else cited

    def _ask(self, row: DueRow) -> None:
        place = place_of(row)
        if place is not None:
            self.go.emit(place)


def _rating(one: ReferenceRow) -> _Line:
    """One rater: role, name, and where the rating is, with its day."""
    known = one.accepted_on or one.received_on or one.reminded_on or one.asked_on
    shown = formats.day_in_year(known) if known else ""
    state = word(REFERENCE_STATES, one.state).format(day=shown).strip()
    tone = REFERENCE_TONES.get(one.state, Tone.PLAIN)
    return word(RATER_KINDS, one.kind), one.rater_name, state, tone


def _columns() -> list[Column[_Line]]:
    return [
        Column(key="first", title="", text=lambda line: line[0], width=13, stretch=True),
        Column(key="second", title="", text=lambda line: line[1], width=13, stretch=True),
        Column(
            key="state",
            title="",
            text=lambda line: line[2],
            tone=lambda line: line[3],
            cell=Cell.PILL,
            width=14,
        ),
    ]


def _verdict(owner: QWidget, outcome: Outcome) -> str:
    return owner.tr("cannot tell") if outcome is Outcome.CANNOT_TELL else owner.tr("not met")


def _tone(outcome: Outcome) -> Tone:
    return Tone.PLAIN if outcome is Outcome.CANNOT_TELL else Tone.WAIT
