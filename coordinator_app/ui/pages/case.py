"""A case: the way it has come, what the policy asks and why, its raters, reviews and history."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import NotFound
from coordinator_app.domain.findings import Finding
from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import theme
from coordinator_app.ui.actions import ActionSet
from coordinator_app.ui.messages import sentence_of
from coordinator_app.ui.page import Page, Place
from coordinator_app.ui.pages.case_acts import Act, Do, possible
from coordinator_app.ui.pages.case_doing import CaseDoing
from coordinator_app.ui.pages.case_head import CaseHead
from coordinator_app.ui.pages.case_history import HistoryCard
from coordinator_app.ui.pages.case_middle import MiddleCard
from coordinator_app.ui.pages.case_way import WayCard
from coordinator_app.ui.pages.case_why import WhyCard
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Scroll
from coordinator_app.ui.words_history import past, undoable

# Widths of the page at 100 %: three columns, two, else one below the other.
THREE, TWO = 1040, 800
COMMANDS: Mapping[str, Do] = {
    "case.evidence": Do.EVIDENCE,
    "case.rater": Do.NAME_RATER,
    "case.submit": Do.SUBMIT,
    "case.reviewer": Do.ASSIGN,
    "case.decide": Do.DECIDE,
    "case.letter": Do.LETTER,
    "case.pause": Do.PAUSE,
    "case.withdraw": Do.WITHDRAW,
    "case.close": Do.CLOSE,
    "edit.note": Do.NOTE,
}


class CasePage(Page):
    """`open(id)` shows a case; Escape in the reason closes it."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Case")
        self._tools = tools
        self._id: int | None = None
        self.card: CaseCard | None = None
        self._finding: str | None = None
        self._entry: int | None = None
        self.head = CaseHead(self)
        self.way, self.middle = WayCard(self), MiddleCard(tools.desk.today(), self)
        self.why, self.history = WhyCard(self), HistoryCard(self)
        self.doing = CaseDoing(self, tools)
        self._columns = 0
        self._commands: ActionSet | None = None
        self._place()
        self._connect()

    # What the window uses

    def open(self, what: object) -> None:
        same, self._id = what == self._id, what if isinstance(what, int) else None
        if not same:
            self.card, self._finding = None, None
            self.notice.dismiss()
            self.why.hide()
            self.middle.start()

    def refresh(self, changes: Changes | None) -> None:
        if self._id is None or not self._touched(changes):
            return
        call = partial(self._tools.desk.cases.card, self._id)
        self._tools.fetch(self, call, self._show, self._missed)

    def focus_first(self) -> None:
        self.middle.focus_table()

    def _touched(self, changes: Changes | None) -> bool:
        """Whether the case, its applicant or one of those named on it may look otherwise now."""
        if changes is None or self.card is None or self._id in changes.applications:
            return True
        named = {self.card.row.person_id}
        named |= {one.rater_id for one in self.card.references if one.rater_id is not None}
        named |= {one.reviewer_id for one in self.card.reviews}
        return bool(named & changes.people) or bool(changes.kinds & {"policy", "office"})

    # Making it

    def _place(self) -> None:
        inner = QWidget(self)
        outer = QVBoxLayout(inner)
        space(outer, 0, 0)
        self._grid = QGridLayout()
        space(self._grid, 0, (14, 14))
        self._side = QWidget(inner)
        side = QVBoxLayout(self._side)
        space(side, 0, 14)
        side.addWidget(self.why)
        side.addWidget(self.history, 1)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._scroll = Scroll(inner, self)
        self.body.addWidget(self.head)
        self.body.addWidget(self._scroll, 1)
        self._arrange(3)
        order_tabs(self)

    def _connect(self) -> None:
        for part in (self.head, self.way, self.middle, self.why, self.history):
            part.wanted.connect(self.do)
        self.head.left.connect(self._leave)
        self.middle.findings.chosen.connect(self._finding_chosen)
        self.middle.findings.opened.connect(self._finding_opened)
        self.middle.findings.table.clicked.connect(self._why_into_view)
        self.middle.turned.connect(self._turned)
        self.why.closed.connect(self._why_closed)
        self.doing.done.connect(self._done)
        self.doing.failed.connect(self._refused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, px = self.width(), theme.now().px
        self._arrange(3 if width >= px(THREE) else 2 if width >= px(TWO) else 1)

    def _arrange(self, columns: int) -> None:
        """Three columns beside one another, or the right one below the middle, or all below."""
        if columns == self._columns:
            return
        self._columns = columns
        places = {
            3: ((0, 0, 1, 21), (0, 1, 1, 53), (0, 2, 1, 26)),
            2: ((0, 0, 2, 26), (0, 1, 1, 60), (1, 1, 1, 0)),
            1: ((2, 0, 1, 1), (0, 0, 1, 0), (1, 0, 1, 0)),
        }[columns]
        for column in range(3):
            self._grid.setColumnStretch(column, 0)
        for part, (row, column, rows, share) in zip(self._parts(), places, strict=True):
            self._grid.addWidget(part, row, column, rows, 1)
            self._grid.setColumnStretch(column, max(share, self._grid.columnStretch(column)))

    def _parts(self) -> tuple[QWidget, QWidget, QWidget]:
        return self.way, self.middle, self._side

    # Showing

    def _show(self, card: CaseCard) -> None:
        if card.row.id != self._id:
            return
        first, self.card = self.card is None, card
        today = self._tools.desk.today()
        self.head.show_card(card, today)
        self.way.show_card(card)
        self.middle.show_card(card)
        self.history.show_rows(card.history)
        self._show_why()
        self._tell_done(card)
        self._offer_commands()
        if first and self.isVisible():
            self.focus_first()

    def _missed(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self._tools.messages.failure(self, error)
            return
        self.notice.say(sentence_of(error), Tone.BAD)
        self.go.emit(Place("applications"))

    def _show_why(self) -> None:
        found = self.card.findings if self.card else ()
        mine = next((one for one in found if one.requirement == self._finding), None)
        if mine is None or self.card is None or self.middle.tabs.currentIndex():
            self.why.hide()
        else:
            self.why.show_finding(mine, self.card)

    def _finding_chosen(self, finding: Finding | None) -> None:
        self._finding = finding.requirement if finding else None
        self._show_why()

    def _turned(self, _tab: object) -> None:
        self._show_why()

    def _finding_opened(self, finding: Finding) -> None:
        self._finding_chosen(finding)
        self._why_into_view()

    def _why_into_view(self) -> None:
        """Where the reason stands below the table, let it be seen once it has its place."""
        if self._columns < 3:
            QTimer.singleShot(0, self, self._scroll_to_why)

    def _scroll_to_why(self) -> None:
        self._scroll.ensureWidgetVisible(self.why, 0, 10)

    def _why_closed(self) -> None:
        self._finding = None
        self.middle.findings.table.clearSelection()
        self.middle.focus_table()

    # Doing

    def do(self, act: Act) -> None:
        """Do an act on the case shown."""
        if self.card is None:
            return
        if act.do is Do.PERSON:
            self.go.emit(Place("person", self.card.row.person_id))
        else:
            self.notice.hide()
            self.doing.do(act, self.card)

    def _done(self, changes: Changes) -> None:
        """Once the case is fetched anew, its history says what was done."""
        self._entry = changes.entry
        if self.card is not None:
            self._tell_done(self.card)

    def _tell_done(self, card: CaseCard) -> None:
        """Say what was done, and offer to take it back where that can be."""
        row = next((one for one in card.history if one.seq == self._entry), None)
        if row is None:
            return
        self._entry = None
        able = row.seq in undoable(card.history)
        undo = partial(self.do, Act(Do.UNDO, row.seq))
        self.notice.say(f"{past(row)}.", Tone.GOOD, self.tr("Undo") if able else "", undo)

    def _refused(self, error: Exception) -> None:
        self.notice.say(sentence_of(error), Tone.BAD)

    def _leave(self) -> None:
        self.go.emit(Place("applications"))

    # Commands

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        commands = getattr(self.window(), "commands", None)
        if isinstance(commands, ActionSet):
            self._commands = commands
            for name, do in COMMANDS.items():
                commands.on(name, partial(self._fire, do))
            self._offer_commands()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._commands is not None:
            for name in COMMANDS:
                self._commands.off(name)

    def _offer_commands(self) -> None:
        if self._commands is None:
            return
        able = {act.do for act in possible(self.card)} if self.card else set[Do]()
        for name, do in COMMANDS.items():
            self._commands.enable(name, enabled=do in able)

    def _fire(self, do: Do) -> None:
        able = possible(self.card) if self.card else ()
        for act in able:
            if act.do is do:
                self.do(act)
