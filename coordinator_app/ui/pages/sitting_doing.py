"""What can be done with a sitting, and the dialog or service it takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.views_exam import CandidateRow, PaperRow, SittingCard
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.dialogs.packets import PacketsDialog
from coordinator_app.ui.dialogs.reason import ReasonDialog, Step
from coordinator_app.ui.dialogs.scoring import (
    DecideResultDialog,
    PartOneDialog,
    ScoreDialog,
    ScorerDialog,
)
from coordinator_app.ui.dialogs.sitting import AdmitDialog, AnswersDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.tools import Tools

if TYPE_CHECKING:
    from coordinator_app.ui.pages.sitting import SittingPage


class SittingDoing(QObject):
    """Does what the page is asked to; every act is one call of a service."""

    def __init__(self, page: SittingPage, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._tools = page, tools

    def possible(self, card: SittingCard) -> frozenset[str]:
        """The acts that the sitting's state allows, those that would come next among them."""
        row, found = card.row, set[str]()
        if row.state == "planned":
            found |= {"admit", "call_off"}
            if row.candidates > row.papers:
                found.add("code")
        if row.state in ("planned", "scoring") and row.papers:
            found.add("pair" if row.paired < row.papers else "packets")
        if row.state == "scoring":
            found.add("take_in")
            done = row.settled >= row.papers
            found.add("release" if done else "settle")
        if not any(seat.released_on is None for one in card.papers for seat in one.seats):
            found -= {"packets"} if row.state == "scoring" else set()
        return frozenset(found)

    def do(self, act: str, card: SittingCard, what: object) -> None:
        """Do one act, with the paper or candidate it is asked for."""
        if isinstance(what, PaperRow):
            self._with_paper(act, card, what)
        elif isinstance(what, CandidateRow):
            self._with_candidate(act, card, what)
        else:
            self._with_sitting(act, card)

    def _with_sitting(self, act: str, card: SittingCard) -> None:
        id, desk = card.row.id, self._tools.desk
        today = desk.today()
        match act:
            case "admit":
                AdmitDialog(self._page, self._tools, card).open()
            case "code":
                self._write(partial(desk.exams.code_papers, id))
            case "pair":
                self._write(partial(desk.pairs.pair, id, today))
            case "packets":
                PacketsDialog(self._page, self._tools, card).open()
            case "take_in":
                title = self.tr("A score sheet that came back")
                kinds = self.tr("Spreadsheets (*.xlsx *.csv)")
                self._tools.messages.choose_file(self._page, title, kinds, self._take_in)
            case "call_off":
                self._call_off(card)
            case "settle":
                self._write(partial(desk.scores.settle, id, today))
            case _:
                self._release(card)

    def _with_paper(self, act: str, card: SittingCard, paper: PaperRow) -> None:
        page, tools = self._page, self._tools
        made: EntryDialog
        match act:
            case "score":
                made = ScoreDialog(page, tools, paper, card.form)
            case "decide":
                made = DecideResultDialog(page, tools, paper, card.form)
            case "open":
                made = self._opener(paper)
            case "part_one":
                made = PartOneDialog(page, tools, paper, card.form)
            case _:
                made = ScorerDialog(page, tools, paper, act.removeprefix("seat "))
        made.open()

    def _with_candidate(self, act: str, card: SittingCard, row: CandidateRow) -> None:
        if act == "answers":
            AnswersDialog(self._page, self._tools, card, row).open()
        elif act == "case":
            self._page.go.emit(Place("case", row.application_id))
        else:
            ask = self.tr("Withdraw {name} from this sitting?").format(name=row.name)
            then = partial(self._write, partial(self._tools.desk.exams.withdraw, row.id))
            self._tools.messages.ask(self._page, ask, self.tr("Withdraw"), then)

    def _opener(self, paper: PaperRow) -> EntryDialog:
        """The door: a reason first; the case behind the paper is gone to afterwards."""
        step = Step(
            self.tr("Open identity"),
            self.tr("&Open identity"),
            self.tr("{code}: the opening stays in the journal and cannot be undone.").format(
                code=paper.code
            ),
            self.tr("&Reason"),
        )
        dialog = ReasonDialog(self._page, self._tools, step, partial(self._open, paper.id))
        dialog.written.connect(self._opened)
        return dialog

    def _open(self, paper: int, reason: str, on: date) -> Changes:
        return self._tools.desk.exams.open_identity(paper, reason, on)

    def _opened(self, changes: Changes) -> None:
        if changes.made is not None:
            self._page.go.emit(Place("case", changes.made))

    def _release(self, card: SittingCard) -> None:
        ask = self.tr(
            "Release the results of all {count} papers? Endorsements begin, and it cannot be undone."
        ).format(count=len(card.papers))
        desk = self._tools.desk
        call = partial(desk.scores.release, card.row.id, desk.today())
        then = partial(self._write, call)
        self._tools.messages.ask(self._page, ask, self.tr("Release results"), then)

    def _call_off(self, card: SittingCard) -> None:
        step = Step(
            self.tr("Call off sitting"),
            self.tr("&Call off"),
            card.row.title,
            self.tr("&Reason"),
        )
        call_off = self._tools.desk.exams.call_off
        ReasonDialog(
            self._page, self._tools, step, lambda reason, _on: call_off(card.row.id, reason)
        ).open()

    def _take_in(self, path: Path) -> None:
        desk = self._tools.desk
        self._write(partial(desk.scores.take_in, path, desk.today()))

    def _write(self, call: Callable[[], Changes]) -> None:
        self._tools.write(self._page, call)
