"""The letters of a round: who gets which, what is in the way, then all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.letters import letter_name
from coordinator_app.services.post import Proof
from coordinator_app.ui import formats, printing, theme
from coordinator_app.ui.background import Work
from coordinator_app.ui.messages import say_phrase, sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel, check_column
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.buttons import Kind as ButtonKind
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.labels import Muted, PlainLabel, Title
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.progress import WorkBar
from coordinator_app.ui.widgets.table_view import TableView


class RoundLettersDialog(QDialog):
    """The proof first: each letter is worded once, so that what is missing is told before.

    What is ticked is issued; what is issued can be printed and saved, all of the round at once.
    """

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tools, self._post = tools, tools.desk.post
        self._work: Work | None = None
        self.round = Choice(spoken=self.tr("Round"))
        self.round.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.model = RowModel(self._columns(), key=_id, parent=self)
        self.table = TableView(self.model, self.tr("Letters of the round"), self, many=True)
        self.line = Muted("", self, wrap=True)
        self.problems = PlainLabel("", self, wrap=True, role="error")
        self.bar = WorkBar(self)
        self.notice = NoticeLine(self)
        self.close_button = Button(self.tr("&Close"), parent=self)
        self.save_button = Button(self.tr("&Save to a folder…"), parent=self)
        self.print_button = Button(self.tr("&Print…"), parent=self)
        self.issue_button = Button(self.tr("&Issue"), ButtonKind.ACCENT, self)
        self._place()
        self._connect()
        tools.fetch(self, self._post.rounds, self._show_rounds, self._failed)

    def open(self) -> None:
        owner, look = self.parentWidget(), theme.now()
        most = owner.size() if owner is not None else self.size()
        self.resize(min(look.px(980), most.width() - 40), min(look.px(640), most.height() - 30))
        super().open()

    def _place(self) -> None:
        self.setWindowTitle(self.tr("Letters of a round"))
        label = PlainLabel(self.tr("&Round"), self)
        label.setBuddy(self.round)
        top = QHBoxLayout()
        space(top, 0, 10)
        top.addWidget(label)
        top.addWidget(self.round)
        top.addWidget(self.line, 1)
        card = Card(self, flush=True)
        card.add(self.table)
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 12)
        column.addWidget(Title(self.tr("Letters of a round"), self))
        column.addLayout(top)
        column.addWidget(card, 1)
        for part in (self.problems, self.bar, self.notice):
            column.addWidget(part)
        parts = (self.close_button, self.save_button, self.print_button, self.issue_button)
        column.addLayout(buttons(*parts, spread=True))
        self.bar.hide()
        self.issue_button.setDefault(True)

    def _connect(self) -> None:
        self.round.changed.connect(self._look)
        self.table.chosen.connect(self._chosen)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.issue_button.clicked.connect(self._issue)
        self.bar.cancelled.connect(self._stop)

    def _columns(self) -> list[Column[Proof]]:
        return [
            check_column(),
            Column(
                key="case",
                title=self.tr("Case"),
                text=lambda one: one.case_number,
                order=_case,
                cell=Cell.MONO,
                width=9,
            ),
            Column(
                key="name",
                title=self.tr("To"),
                text=lambda one: one.name,
                order=lambda one: one.name,
                bold=True,
                width=20,
                stretch=True,
            ),
            Column(
                key="category",
                title=self.tr("Category"),
                text=lambda one: one.category,
                order=lambda one: one.category,
                width=10,
            ),
            Column(
                key="kind", title=self.tr("Letter"), text=_kind, order=_kind, width=20, stretch=True
            ),
            Column(
                key="email",
                title=self.tr("E-mail"),
                text=lambda one: one.email or self.tr("none on file"),
                cell=Cell.MUTED,
                width=20,
                stretch=True,
            ),
            Column(key="state", title="", text=self._state, tone=_tone, cell=Cell.PILL, width=16),
        ]

    # Showing it

    def _show_rounds(self, rounds: Sequence[str]) -> None:
        months = [(one, formats.month(date.fromisoformat(f"{one}-01"))) for one in rounds]
        self.round.show_options(months)
        if not rounds:
            self.line.setText(
                self.tr("Nothing has been decided yet, so no letter is owed. Decide a case first.")
            )
        self._look()

    def _look(self) -> None:
        round_ = self.round.value
        if round_ is not None:
            call = partial(self._post.proofs, str(round_))
            self._tools.fetch(self, call, partial(self._show, str(round_)), self._failed)

    def _show(self, round_: str, proofs: Sequence[Proof]) -> None:
        if round_ != self.round.value:
            return
        self.model.show(proofs)
        self.table.set_empty(
            self.tr("No decision of this round asks for a letter. Choose another round.")
        )
        self.table.clearSelection()
        for number, one in enumerate(self.model.rows):
            if one.ready:
                self._tick(number)
        ready, issued = self._ready(), self._issued()
        said = self.tr("{ready} to issue, {issued} issued")
        self.line.setText(
            said.format(ready=formats.count(len(ready)), issued=formats.count(len(issued)))
        )
        self._show_problems(proofs)
        self._chosen([])

    def _tick(self, number: int) -> None:
        flag = self.table.selectionModel().SelectionFlag
        index = self.model.index(number, 0)
        self.table.selectionModel().select(index, flag.Select | flag.Rows)

    def _show_problems(self, proofs: Sequence[Proof]) -> None:
        said = [f"{one.name}: {say_phrase(one.problem)}" for one in proofs if one.problem]
        self.problems.setText("\n".join(said))
        self.problems.setVisible(bool(said))

    def _chosen(self, _rows: object) -> None:
        count = len(self._ticked())
        busy = self._work is not None
        self.issue_button.setText(self.tr("&Issue {n}").format(n=formats.count(count)))
        self.issue_button.setEnabled(bool(count) and not busy)
        for button in (self.save_button, self.print_button):
            button.setEnabled(bool(self._issued()) and not busy)

    def _ready(self) -> list[Proof]:
        return [one for one in self.model.rows if one.ready]

    def _ticked(self) -> list[Proof]:
        return [one for one in self.table.selected() if one.ready]

    def _issued(self) -> list[int]:
        return [one.letter.id for one in self.model.rows if one.letter is not None]

    def _state(self, one: Proof) -> str:
        if one.problem is not None:
            return self.tr("cannot be made")
        if one.letter is None:
            return self.tr("to issue")
        sent = one.letter.sent_on
        return (
            self.tr("issued")
            if sent is None
            else self.tr("sent {day}").format(day=formats.day(sent))
        )

    # Doing it

    def _issue(self) -> None:
        proofs = self._ticked()
        if not proofs:
            return
        self.bar.show()
        call = partial(self._issue_all, proofs)
        run = self._tools.background.run_long
        self._work = run(self, call, self._all_issued, self._failed, self.bar.show_progress)
        self._chosen([])

    def _issue_all(self, proofs: Sequence[Proof], work: Work) -> int:
        """In the worker. What was issued before it was cancelled stays issued."""
        words = self.tr("Issuing letters…")
        return len(self._post.issue(proofs, lambda done, whole: work.step(done, whole, words)))

    def _all_issued(self, count: int) -> None:
        self._ended()
        said = self.tr("1 letter issued.") if count == 1 else self.tr("{n} letters issued.")
        self.notice.say(said.format(n=formats.count(count)), Tone.GOOD)

    def _ended(self) -> None:
        self._work = None
        self.bar.hide()
        self._tools.feed.tell(
            Changes("Issue letter", 0, frozenset({Kind.LETTER, Kind.APPLICATION}))
        )
        self._look()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._ended()

    def _save(self) -> None:
        title = self.tr("Folder for the letters")
        self._tools.messages.choose_folder(self, title, self._save_to)

    def _save_to(self, folder: Path) -> None:
        call = partial(self._post.save, self._issued(), folder)
        self._tools.fetch(self, call, self._saved, self._failed)

    def _saved(self, files: Sequence[Path]) -> None:
        said = self.tr("{n} letters written to {folder}")
        self.notice.say(said.format(n=formats.count(len(files)), folder=files[0].parent), Tone.GOOD)

    def _print(self) -> None:
        call = partial(self._post.joined, self._issued())
        self._tools.fetch(self, call, self._print_pdf, self._failed)

    def _print_pdf(self, pdf: bytes) -> None:
        printing.ask_and_print(self, pdf, self._printed, self._failed)

    def _printed(self, sheets: int) -> None:
        said = self.tr("Printed: {n} sheets").format(n=formats.count(sheets))
        self.notice.say(said, Tone.GOOD)

    def _failed(self, error: Exception) -> None:
        if self._work is not None:
            self._ended()
        self.notice.say(sentence_of(error), Tone.BAD)


def _id(one: Proof) -> int:
    return one.application_id * 2 + (one.letter is None)


def _case(one: Proof) -> str:
    return one.case_number


def _kind(one: Proof) -> str:
    return say_phrase(letter_name(one.kind))


def _tone(one: Proof) -> Tone:
    if one.problem is not None:
        return Tone.BAD
    return Tone.WAIT if one.letter is None else Tone.GOOD
