"""Moving endorsements between the registries: why, from when, on what evidence, and who moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.registry_moves import ACTIVE_REASONS, LIFTED, REACTIVATED
from coordinator_app.domain.registry_rules import INACTIVE_REASONS, SANCTIONED
from coordinator_app.domain.views_registry import MoveLine
from coordinator_app.services.moves import MoveDraft
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import DateField, TextField
from coordinator_app.ui.widgets.labels import Heading, Muted
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.tick_box import TickBox
from coordinator_app.ui.words_case import options, word
from coordinator_app.ui.words_registry import MOVE_REASONS, MOVED, STATUS, step_text

SHOWN = 6
_SANCTION_ROWS = ("board", "learned_from", "learned_on")
_tr = partial(QCoreApplication.translate, "MoveDialog")


class MoveDialog(EntryDialog):
    """Of these endorsements those that can move do, with what moves along; the rest are named.

    `active` tells whether what was selected is active, by which the reasons are offered; `reason`
    begins with one of them.
    """

    fields: ClassVar[Mapping[str, str]] = {
        "move.in_future": "on",
        "move.before_last": "on",
        "move.evidence_missing": "evidence",
    }
    overridable: ClassVar[frozenset[str]] = frozenset({"move.steps_missing"})

    def __init__(
        self,
        owner: QWidget,
        tools: Tools,
        ids: Sequence[int],
        *,
        active: bool = True,
        reason: str = "",
    ) -> None:
        super().__init__(owner, tools, width=700)
        self._ids = tuple(ids)
        self._lines: Sequence[MoveLine] = ()
        today = tools.desk.today()
        self.reason_choice = Choice(options(MOVE_REASONS, *_offered(active=active)))
        self.on = DateField(today=today)
        self.board, self.learned_from = TextField(), TextField()
        self.learned_on = DateField(today=today)
        self.evidence = NoteField(lines=2)
        self.steps = _Steps(self)
        self.model = RowModel(_columns(), key=_id, parent=self)
        self.table = TableView(self.model, self.tr("Who moves"), self)
        self.left_out = Muted("", self, wrap=True)
        self._say_begin()
        self._place()
        self._connect()
        self.on.set_value(today)
        if reason:
            self.reason_choice.set_value(reason)
        self._reason_changed()
        self.reason_choice.setFocus()

    # What EntryDialog asks

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        draft = MoveDraft(
            to=self.to,
            reason=self.move_reason,
            on=on,
            evidence=self.evidence_text(),
            steps=self.steps.ticked,
            override_reason=self.reason(),
        )
        return partial(self.tools.desk.moves.make, self.movable, draft)

    def checked(self) -> bool:
        return super().checked() and bool(self.movable)

    # What is entered

    @property
    def move_reason(self) -> str:
        return str(self.reason_choice.value)

    @property
    def to(self) -> str:
        return "active" if self.move_reason in ACTIVE_REASONS else "inactive"

    @property
    def movable(self) -> tuple[int, ...]:
        """Those asked for that can move; what moves along comes by itself."""
        return tuple(one.id for one in self._lines if one.problem is None and not one.along)

    def button_text(self, count: int) -> str:
        """What the button says while so many endorsements would move."""
        if count < 2:
            return _tr("&Move")
        return _tr("&Move {n}").format(n=formats.count(count))

    def evidence_text(self) -> str:
        """What is kept as evidence; of a sanction, which board and from whom and when it was learned."""
        words = self.evidence.value
        if self.move_reason != SANCTIONED:
            return words
        told = self.tr("{board}; learned from {who} on {day}").format(
            board=self.board.value,
            who=self.learned_from.value,
            day=formats.day(self.learned_on.value),
        )
        return f"{told}. {words}" if words else told

    # Making it

    def _say_begin(self) -> None:
        count = len(self._ids)
        line = (
            self.tr("1 endorsement selected")
            if count == 1
            else self.tr("{n} endorsements selected")
        )
        self.begin(self.tr("Move"), self.tr("&Move"), line.format(n=formats.count(count)))

    def _place(self) -> None:
        self.form.add("reason", self.tr("&Why"), self.reason_choice, required=True)
        self.form.add("on", self.tr("&From the start of"), self.on, required=True)
        self.form.add("board", self.tr("Licensing &board"), self.board, required=True)
        self.form.add("learned_from", self.tr("&Learned from"), self.learned_from, required=True)
        self.form.add("learned_on", self.tr("Learned &on"), self.learned_on, required=True)
        hint = self.tr("A letter, an e-mail, the board’s notice: what it rests on.")
        self.form.add("evidence", self.tr("&Evidence"), self.evidence, hint=hint)
        self.table.hug_rows(SHOWN)
        card = Card(self, flush=True)
        card.add(self.table)
        self.add(self.steps)
        self.add(Heading(self.tr("Who moves"), self))
        self.add(card)
        self.add(self.left_out)
        self.save_button.setEnabled(False)

    def _connect(self) -> None:
        self.reason_choice.changed.connect(self._reason_changed)
        self.on.changed.connect(self._prepare)
        self.steps.changed.connect(self._ticked)

    def _reason_changed(self) -> None:
        sanction = self.move_reason == SANCTIONED
        for key in _SANCTION_ROWS:
            self.form.show_row(key, shown=sanction)
        self.show_obstacles(())
        self._prepare()

    def _ticked(self) -> None:
        """A reason for passing over steps is no longer asked for once they are ticked."""
        if len(self.steps.ticked) == len(self.steps.boxes):
            self.show_obstacles(())

    def _prepare(self) -> None:
        """Ask what such a move would do."""
        on = self.on.value
        if on is None:
            return
        call = partial(self._look, self.to, self.move_reason, on)
        self.tools.fetch(self, call, partial(self._show, self.move_reason, on), self._refused)

    def _look(self, to: str, reason: str, on: date) -> tuple[Sequence[MoveLine], tuple[str, ...]]:
        """In the worker: who moves, and the steps that each of them must have done."""
        moves = self.tools.desk.moves
        lines = moves.prepare(self._ids, to, reason, on)
        steps: dict[str, None] = {}
        if to == "active":
            for one in lines:
                if one.problem is None:
                    steps.update(dict.fromkeys(moves.steps_back(one.id) or ()))
        return lines, tuple(one for one in steps if one != LIFTED)

    def _show(
        self, reason: str, on: date, found: tuple[Sequence[MoveLine], tuple[str, ...]]
    ) -> None:
        if reason != self.move_reason or on != self.on.value:
            return
        self._lines, steps = found
        moving = [one for one in self._lines if one.problem is None]
        self.model.show(moving)
        self.table.set_empty(self.tr("Nobody: see below."))
        self.left_out.setText(_left_out([one for one in self._lines if one.problem is not None]))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.steps.show_steps(steps)
        self.save_button.setText(self.button_text(len(moving)))
        self.save_button.setEnabled(bool(moving))


class _Steps(QWidget):
    """The policy's steps back to the Active registry, each to be ticked once it was seen."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: dict[str, TickBox] = {}
        self._column = QVBoxLayout(self)
        space(self._column, 0, 2)
        self._column.addWidget(
            Heading(_tr("Steps back, as the policy asks: tick what was seen"), self)
        )
        self.hide()

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def show_steps(self, steps: Sequence[str]) -> None:
        """Offer these; ticks stay where the steps are the same."""
        self.setVisible(bool(steps))
        if tuple(self.boxes) == tuple(steps):
            return
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {step: TickBox(step_text(step), self) for step in steps}
        for box in self.boxes.values():
            box.toggled.connect(self.changed)
            self._column.addWidget(box)
            box.show()


class SanctionDialog(MoveDialog):
    """A licensing board's sanction the association has learned of: all that the person holds moves."""

    def __init__(self, owner: QWidget, tools: Tools, ids: Sequence[int]) -> None:
        super().__init__(owner, tools, ids, reason=SANCTIONED)
        line = _tr(
            "All endorsements of the person move. What is recorded is what the association learned; "
            "complaints belong to the board."
        )
        self.begin(_tr("Sanction learned"), _tr("&Move"), line)


class BackDialog(MoveDialog):
    """The way back to the Active registry; after a sanction once the board has lifted it."""

    def __init__(self, owner: QWidget, tools: Tools, ids: Sequence[int], *, lifted: bool) -> None:
        reason = LIFTED if lifted else REACTIVATED
        super().__init__(owner, tools, ids, active=False, reason=reason)
        self.begin(_tr("Back to the Active registry"), self.button_text(1))

    def button_text(self, count: int) -> str:
        if count < 2:
            return _tr("&Move back")
        return _tr("&Move {n} back").format(n=formats.count(count))


def _offered(*, active: bool) -> tuple[str, ...]:
    """The likely reasons first; the others can be chosen too, since rows may differ."""
    reasons = [one for one in MOVE_REASONS if one in INACTIVE_REASONS]
    back = [*ACTIVE_REASONS]
    return (*reasons, *back) if active else (*back, *reasons)


def _left_out(lines: Sequence[MoveLine]) -> str:
    """Who does not move, and why."""
    said = [f"{one.sort_name} ({one.category}): {_why_not(one)}" for one in lines[:SHOWN]]
    if len(lines) > SHOWN:
        said.append(_tr("and {n} more").format(n=formats.count(len(lines) - SHOWN)))
    return _tr("Not moved:") + "\n" + "\n".join(said) if said else ""


def _why_not(line: MoveLine) -> str:
    return say_phrase(line.problem) if line.problem else ""


def _columns() -> list[Column[MoveLine]]:
    return [
        Column(
            key="name",
            title=_tr("Name"),
            text=_name,
            second=_along,
            bold=True,
            width=20,
            stretch=True,
        ),
        Column(key="category", title=_tr("Category"), text=_category, width=10),
        Column(key="from", title=_tr("From"), text=_from, cell=Cell.MUTED, width=22, stretch=True),
        Column(key="to", title=_tr("To"), text=_to, tone=_tone, cell=Cell.PILL, width=18),
    ]


def _id(line: MoveLine) -> int:
    return line.id


def _name(line: MoveLine) -> str:
    return line.sort_name


def _along(line: MoveLine) -> str:
    return _tr("moves along") if line.along else ""


def _category(line: MoveLine) -> str:
    return line.category


def _from(line: MoveLine) -> str:
    return f"{word(STATUS, line.status)}, {formats.day(line.since)}"


def _to(line: MoveLine) -> str:
    status = word(STATUS, line.to)
    return status if line.to == "active" else f"{status}: {word(MOVED, line.to_reason)}"


def _tone(line: MoveLine) -> Tone:
    if line.to == "active":
        return Tone.GOOD
    return Tone.BAD if line.to_reason == SANCTIONED else Tone.PLAIN
