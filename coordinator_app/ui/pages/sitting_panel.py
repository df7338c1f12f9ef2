"""The panel beside a sitting's table: one paper by its code, or one candidate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.reviews import Reviewer
from coordinator_app.domain.views_exam import CandidateRow, PaperRow, ResultRow, SittingCard
from coordinator_app.ui import formats
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import buttons
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.why import WhyBox
from coordinator_app.ui.words_exam import outcome_text, points, score_text

_Line = tuple[str, str, str, str]


class SittingPanel(SidePanel):
    """`wanted(act, what)`: what the user asks to be done with the paper or candidate shown."""

    wanted = Signal(str, object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=372)
        self._tools = tools
        self._third: WhyBox | None = None
        self.acts: dict[str, Button] = {}

    def show_paper(self, card: SittingCard, paper: PaperRow | None) -> None:
        """Show a paper; nothing for None."""
        self._start(paper)
        if paper is None:
            return
        why = say_phrase(paper.outcome.why) if paper.outcome.why else outcome_text(paper)
        self.say(paper.code, why)
        if paper.seats:
            self._add_table(card, paper)
            self._add_rules(card)
            self._add_pair(paper)
        if paper.result is not None:
            self._add_result(paper.result)
        self._add_paper_acts(card, paper)

    def show_candidate(self, card: SittingCard, row: CandidateRow | None) -> None:
        """Show a candidate; nothing for None."""
        self._start(row)
        if row is None:
            return
        self.say(row.name, f"{row.case_number} · {row.category}")
        if row.state == "withdrawn":
            self.add(Muted(self.tr("Withdrawn from this sitting."), self, wrap=True))
            return
        said = self.tr("Answers are entered.") if row.answered else self.tr("No answers yet.")
        self.add(Muted(said, self, wrap=True))
        acts = [("case", self.tr("Open case"))]
        if card.row.state in ("planned", "scoring"):
            if card.row.papers:
                acts.insert(0, ("answers", self.tr("Enter answers…")))
            acts.append(("withdraw", self.tr("Withdraw…")))
        self._add_acts(row, *acts)

    def _start(self, shown: object) -> None:
        self._third = None
        self.clear()
        self.acts = {}
        self.setVisible(shown is not None)

    def _add_table(self, card: SittingCard, paper: PaperRow) -> None:
        model: RowModel[_Line] = RowModel(
            self._columns(paper), key=lambda line: line[0], parent=self
        )
        model.show(list(self._lines(card, paper)))
        table = TableView(model, self.tr("Points a task"), self)
        table.hug_rows(8)
        self.add(table)

    def _columns(self, paper: PaperRow) -> list[Column[_Line]]:
        seats = [seat.seat for seat in paper.seats]
        part = Column[_Line](
            key="part", title=self.tr("Part"), text=lambda line: line[0], width=16, stretch=True
        )
        return [part, *(_points_column(seat, number) for number, seat in enumerate(seats, 1))]

    def _lines(self, card: SittingCard, paper: PaperRow) -> list[_Line]:
        lines: list[_Line] = []
        if card.form.part_one is not None:
            right = "·" if paper.part_one is None else formats.count(paper.part_one)
            said = self.tr("Part One: {right} / {most}")
            lines.append(_line(said.format(right=right, most=card.form.part_one)))
        for number, task in enumerate(card.form.tasks):
            given = (points(one.points[number]) if one.points else "·" for one in paper.seats)
            lines.append(_line(f"{task.title} / {task.most}", *given))
        said = self.tr("Part Two / {most}").format(most=card.form.most)
        lines.append(_line(said, *(score_text(one) for one in paper.seats)))
        return lines

    def _add_rules(self, card: SittingCard) -> None:
        """The policy's numbers, or that they are not set."""
        unset = self.tr("not set")
        known = (card.tolerance, card.part_two_mark, card.part_one_percent)
        tolerance, mark, percent = (unset if one is None else formats.number(one) for one in known)
        words = self.tr("Tolerance {tolerance} · Part Two passes with {mark} points")
        said = words.format(tolerance=tolerance, mark=mark)
        if card.form.part_one is not None:
            part_one = self.tr("Part One with {percent} percent").format(percent=percent)
            said = f"{said} · {part_one}"
        self.add(Muted(said, self, wrap=True))

    def _add_result(self, result: ResultRow) -> None:
        names = (self.tr("Part One"), result.part_one_passed), (self.tr("Part Two"), result.part_two_passed)  # fmt: skip
        parts = [
            self.tr("{part} passed").format(part=name)
            if passed
            else self.tr("{part} not passed").format(part=name)
            for name, passed in names
            if passed is not None
        ]
        by_hand = result.how == "coordinator"
        title = (
            self.tr("Decided by the coordinator") if by_hand else self.tr("Settled by the policy")
        )
        self.add(WhyBox(title, "\n".join([*parts, result.reason]).strip(), "", self))

    def _add_pair(self, paper: PaperRow) -> None:
        names = ", ".join(f"{one.seat} {one.scorer_name}" for one in paper.seats)
        said = self.tr("No tie to the examinee, in scope, loads even.")
        left_out = paper.seats[0].left_out
        if left_out:
            said = self.tr("Left out for a tie or their scope: {names}.").format(
                names=formats.names(left_out)
            )
        self.add(WhyBox(names, said, "", self))

    def _add_paper_acts(self, card: SittingCard, paper: PaperRow) -> None:
        acts: list[tuple[str, str]] = []
        waiting = [one for one in paper.seats if one.submitted_on is None]
        if card.row.state in ("planned", "scoring") and paper.result is None:
            acts = list(self._open_acts(paper))
            if card.form.part_one is not None and paper.seats:
                acts.append(("part_one", self.tr("Part One…")))
        if paper.seats and not waiting:
            acts.append(("open", self.tr("Open identity…")))
        self._add_acts(paper, *acts)

    def _open_acts(self, paper: PaperRow) -> Iterator[tuple[str, str]]:
        """What a paper without a result may need next."""
        waiting = [one for one in paper.seats if one.submitted_on is None]
        if any(one.released_on is not None for one in waiting):
            yield "score", self.tr("Enter score…")
        if paper.outcome.state in ("disagree", "undecided") and paper.seat("C") is None:
            self._suggest_third(paper)
            yield "seat C", self.tr("Third scorer…")
        for one in waiting:
            yield f"seat {one.seat}", self.tr("Another {seat}…").format(seat=one.seat)
        if paper.seats and not waiting:
            yield "decide", self.tr("Decide result…")

    def _suggest_third(self, paper: PaperRow) -> None:
        self._third = WhyBox("", "", "", self)
        self._third.hide()
        self.add(self._third)
        call = partial(self._tools.desk.pairs.choices, paper.id)
        self._tools.fetch(self, call, partial(self._show_third, self._third))

    def _show_third(self, box: WhyBox, found: tuple[Reviewer, ...]) -> None:
        """Fill the box, unless another paper is shown by now."""
        free = [one for one in found if one.free]
        if box is not self._third or not free:
            return
        tied = [one.name for one in found if not one.free]
        load = free[0].load
        one = self.tr("No tie to the examinee, 1 paper this year.")
        many = self.tr("No tie to the examinee, {count} papers this year.")
        said = one if load == 1 else many.format(count=formats.count(load))
        if tied:
            left = self.tr("Left out: {names}.").format(names=formats.names(tied))
            said = f"{said} {left}"
        title = self.tr("Suggested third scorer: {name}").format(name=free[0].name)
        box.say(title, said)
        box.show()

    def _add_acts(self, what: object, *acts: tuple[str, str]) -> None:
        made: list[QWidget] = []
        for number, (act, words) in enumerate(acts):
            button = Button(words, Kind.SMALL_ACCENT if not number else Kind.SMALL, self)
            button.clicked.connect(partial(self._press, act, what))
            self.acts[act] = button
            made.append(button)
        if made:
            self.add(buttons(*made))

    def _press(self, act: str, what: object) -> None:
        self.wanted.emit(act, what)


def _points_column(seat: str, number: int) -> Column[_Line]:
    return Column(
        key=f"seat{seat}",
        title=seat,
        text=lambda line: line[number],
        cell=Cell.MONO,
        right=True,
        width=8,
    )


def _line(title: str, *given: str) -> _Line:
    padded = (*given, "", "", "")
    return title, padded[0], padded[1], padded[2]
