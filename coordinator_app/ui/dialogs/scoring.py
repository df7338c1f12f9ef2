"""Scorers, scores and results, entered by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.exams import Verdict
from coordinator_app.domain.papers import Form
from coordinator_app.domain.reviews import Reviewer
from coordinator_app.domain.views_exam import PaperRow, ScorerRow
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.dialogs.reviewer import verdict, verdict_tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import AmountField, DateField
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.person_choice import PersonChoice
from coordinator_app.ui.widgets.table_view import TableView


class ScoreDialog(EntryDialog):
    """The points of one scorer for one paper."""

    def __init__(self, owner: QWidget, tools: Tools, paper: PaperRow, form: Form) -> None:
        super().__init__(owner, tools, width=480)
        self._paper = paper.id
        self.begin(self.tr("Score"), self.tr("&Record score"), paper.code)
        waiting = [one for one in paper.seats if one.submitted_on is None]
        self.seat = Choice([(one.seat, f"{one.seat} · {one.scorer_name}") for one in waiting])
        self.points = [AmountField() for _ in form.tasks]
        self.comment = NoteField(lines=2)
        self.on = DateField(today=tools.desk.today())
        self.on.set_value(tools.desk.today())
        self.form.add("seat", self.tr("&Scorer"), self.seat, required=True)
        for number, (task, field) in enumerate(zip(form.tasks, self.points, strict=True)):
            hint = self.tr("0 to {most} points").format(most=task.most)
            title = task.title.replace("&", "&&")
            self.form.add(f"task{number}", title, field, required=True, hint=hint)
        self.form.add("comment", self.tr("Co&mment"), self.comment)
        self.form.add("on", self.tr("Came in &on"), self.on, required=True)
        (self.points[0] if len(waiting) == 1 else self.seat).setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        given = tuple(field.value or Decimal(0) for field in self.points)
        enter = self.tools.desk.scores.enter
        return partial(
            enter, self._paper, str(self.seat.value), given, on, comment=self.comment.value
        )


class ScorerDialog(EntryDialog):
    """Another scorer for a seat, the best choice first; a conflict asks for a reason, or bars."""

    def __init__(self, owner: QWidget, tools: Tools, paper: PaperRow, seat: str) -> None:
        super().__init__(owner, tools, width=700)
        self._paper, self._seat = paper.id, seat
        title = self.tr("Third scorer") if seat == "C" else self.tr("Another scorer")
        self.begin(title, self.tr("&Assign"), paper.code)
        self.model = RowModel(self._columns(), key=_person, parent=self)
        self.table = TableView(self.model, self.tr("Possible scorers"), self)
        box = Card(self, flush=True)
        box.add(self.table)
        self.table.hug_rows(8)
        self.table.set_empty(self.tr("Everybody enrolled has a seat at this paper already."))
        self.add(box)
        self.table.chosen.connect(self._chosen)
        self.save_button.setEnabled(False)
        tools.fetch(self, partial(tools.desk.pairs.choices, paper.id), self._show, self._refused)
        self.table.setFocus()

    @property
    def chosen(self) -> Reviewer | None:
        return next(iter(self.table.selected()), None)

    def asked(self) -> Ask:
        chosen, desk = self.chosen, self.tools.desk
        assert chosen is not None
        assign, today = desk.pairs.assign, desk.today()
        person, reason = chosen.person, self.reason()
        return partial(assign, self._paper, self._seat, person, today, override_reason=reason)

    def checked(self) -> bool:
        return self.chosen is not None and super().checked()

    def _columns(self) -> list[Column[Reviewer]]:
        return [
            Column(
                key="name", title=self.tr("Scorer"), text=_name, bold=True, width=22, stretch=True
            ),
            Column(key="load", title=self.tr("Papers this year"), text=_load, right=True, width=13),
            Column(key="why", title="", text=verdict, tone=verdict_tone, cell=Cell.PILL, width=24),
        ]

    def _show(self, found: Sequence[Reviewer]) -> None:
        self.model.show(found)
        if found and not found[0].barred:
            self.table.select_key(found[0].person)
        self._chosen(self.table.selected())

    def _chosen(self, rows: Sequence[Reviewer]) -> None:
        one = rows[0] if rows else None
        self.save_button.setEnabled(one is not None and not one.barred)
        if one is None or one.barred or not one.conflicts:
            self.show_obstacles(())
            return
        with self.quietly():
            self.obstacles.show_sentence(f"{one.name}: {verdict(one)}.")
        self.table.setFocus()


def _person(one: Reviewer) -> int:
    return one.person


def _name(one: Reviewer) -> str:
    return one.name


def _load(one: Reviewer) -> str:
    return formats.count(one.load)


class EnrolDialog(EntryDialog):
    """Who scores: those enrolled so far, and one more."""

    fields: ClassVar[Mapping[str, str]] = {
        "scorer.not_endorsed": "who",
        "scorer.most_wrong": "most",
    }

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner, tools)
        self.begin(self.tr("Scorers"), self.tr("&Enrol"))
        self.told = Muted("", self, wrap=True)
        self.who = PersonChoice(tools, self.tr("Scorer"), self)
        self.most = AmountField(places=0)
        self.form.add_wide(self.told)
        self.form.add("who", self.tr("&Scorer"), self.who, required=True)
        hint = self.tr("How many papers of one sitting they take; empty: any number.")
        self.form.add("most", self.tr("&Most papers"), self.most, hint=hint)
        tools.fetch(self, partial(tools.desk.pairs.scorers, tools.desk.today()), self._show)
        self.who.setFocus()

    def asked(self) -> Ask:
        who, most, desk = self.who.value, self.most.value, self.tools.desk
        assert isinstance(who, int)
        count = None if most is None else int(most)
        return partial(desk.pairs.enrol, who, desk.today(), count)

    def checked(self) -> bool:
        if not super().checked():
            return False
        if not isinstance(self.who.value, int):
            words = self.tr("Choose somebody on file: scorers are endorsed.")
            self.form.show_error("who", words)
            return False
        return True

    def _show(self, found: Sequence[ScorerRow]) -> None:
        names = formats.names([one.name for one in found])
        said = self.tr("Enrolled: {names}").format(names=names)
        self.told.setText(said if found else self.tr("Nobody is enrolled yet."))


class ApartDialog(EntryDialog):
    """Two scorers who do not score the same paper."""

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner, tools, width=480)
        self.begin(self.tr("Keep scorers apart"), self.tr("&Keep apart"))
        self.one, self.other = Choice(none=self.tr("Choose")), Choice(none=self.tr("Choose"))
        self.words = NoteField(lines=2)
        self.form.add("one", self.tr("&One"), self.one, required=True)
        self.form.add("other", self.tr("The othe&r"), self.other, required=True)
        self.form.add("words", self.tr("Rea&son"), self.words, required=True)
        tools.fetch(self, partial(tools.desk.pairs.scorers, tools.desk.today()), self._show)
        self.one.setFocus()

    def asked(self) -> Ask:
        two = int(str(self.one.value)), int(str(self.other.value))
        return partial(self.tools.desk.pairs.set_apart, *two, self.words.value)

    def _show(self, found: Sequence[ScorerRow]) -> None:
        names = [(one.person_id, one.name) for one in found]
        for field in (self.one, self.other):
            field.show_options(names, none=self.tr("Choose"))


class PartOneDialog(EntryDialog):
    """The items of Part One answered rightly, as counted by the office."""

    fields: ClassVar[Mapping[str, str]] = {"exam.part_one_wrong": "right"}

    def __init__(self, owner: QWidget, tools: Tools, paper: PaperRow, form: Form) -> None:
        super().__init__(owner, tools, width=480)
        self._paper = paper.id
        self.begin(self.tr("Part One"), self.tr("&Save"), paper.code)
        self.right = AmountField(places=0)
        hint = self.tr("Items answered rightly, of {most}.").format(most=form.part_one)
        self.form.add("right", self.tr("&Right"), self.right, required=True, hint=hint)
        self.right.setFocus()

    def asked(self) -> Ask:
        right = self.right.value
        return partial(self.tools.desk.scores.set_part_one, self._paper, int(right or 0))


class DecideResultDialog(EntryDialog):
    """The coordinator decides where the policy does not say; the reason stays with the result."""

    def __init__(self, owner: QWidget, tools: Tools, paper: PaperRow, form: Form) -> None:
        super().__init__(owner, tools, width=480)
        self._paper = paper.id
        self.begin(self.tr("Decide result"), self.tr("&Decide"), paper.code)
        results = [(True, self.tr("Passed")), (False, self.tr("Not passed"))]
        self.part_one = Choice(results, none=self.tr("Choose"))
        self.part_two = Choice(results, none=self.tr("Choose"))
        self.words = NoteField(lines=3)
        if form.part_one is not None:
            self.form.add("part_one", self.tr("Part &One"), self.part_one, required=True)
        self.form.add("part_two", self.tr("Part &Two"), self.part_two, required=True)
        self.form.add("words", self.tr("&Reason"), self.words, required=True)
        (self.part_one if form.part_one is not None else self.part_two).setFocus()

    def asked(self) -> Ask:
        desk = self.tools.desk
        found = Verdict(self.part_one.value, bool(self.part_two.value))
        return partial(desk.scores.decide, self._paper, found, self.words.value, desk.today())
