"""Planning a sitting, admitting to it, and entering what a candidate wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.papers import Form, Task
from coordinator_app.domain.views_exam import CandidateRow, SeekerRow, SittingCard
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.messages import say_phrase, sentence_of
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.fields import AmountField, DateField, TextField
from coordinator_app.ui.widgets.table_view import TableView


class PlanSittingDialog(EntryDialog):
    """A day, a title and a form: the tasks of Part Two, one a line with its points."""

    fields: ClassVar[Mapping[str, str]] = {
        "sitting.title_missing": "title",
        "form.part_one_wrong": "part_one",
    }

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner, tools)
        self.begin(self.tr("Plan sitting"), self.tr("&Plan sitting"))
        self.on, self.title = DateField(today=tools.desk.today()), TextField()
        self.version = TextField()
        self.part_one = AmountField(places=0)
        self.tasks = NoteField(self.tr("Tasks of Part Two"), lines=4)
        self._add_rows()
        with self.quietly():
            self.tasks.set_value(self.tr("Vignette 1; 50\nVignette 2; 50"))
        self.on.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        return partial(self.tools.desk.exams.plan, on, self.title.value, self.form_entered())

    def checked(self) -> bool:
        if not super().checked():
            return False
        try:
            self.form_entered()
        except BadInput as refusal:
            self.form.show_error(self.fields.get(refusal.code, "tasks"), sentence_of(refusal))
            return False
        return True

    def form_entered(self) -> Form:
        """The form as it was entered. Raises BadInput."""
        lines = [line for line in self.tasks.value.splitlines() if line.strip()]
        right = self.part_one.value
        count = None if right is None else int(right)
        return Form(self.version.value, tuple(_task(line) for line in lines), count)

    def _add_rows(self) -> None:
        add = self.form.add
        add("on", self.tr("&Day"), self.on, required=True)
        add("title", self.tr("&Title"), self.title, required=True)
        add("version", self.tr("Form &version"), self.version, required=True)
        hint = self.tr("How many items Part One has; empty: the exam has no Part One.")
        add("part_one", self.tr("Part &One"), self.part_one, hint=hint)
        hint = self.tr("One task a line: its title, a semicolon, the most points.")
        add("tasks", self.tr("Tas&ks of Part Two"), self.tasks, required=True, hint=hint)


def _task(line: str) -> Task:
    title, _, most = line.rpartition(";")
    plain = most.strip()
    return Task(title.strip(), int(plain) if plain.isdecimal() else 0)


class AdmitDialog(EntryDialog):
    """Everybody approved to sit; what is in the way is named, and some of it asks for a reason."""

    def __init__(self, owner: QWidget, tools: Tools, card: SittingCard) -> None:
        super().__init__(owner, tools, width=760)
        self._id = card.row.id
        self.begin(self.tr("Admit candidate"), self.tr("&Admit"), card.row.title)
        self.model = RowModel(self._columns(), key=_case, parent=self)
        self.table = TableView(self.model, self.tr("Approved to sit"), self)
        box = Card(self, flush=True)
        box.add(self.table)
        self.table.hug_rows(8)
        self.table.set_empty(
            self.tr("Nobody waits for a sitting. Decide “approved to sit” on a case first.")
        )
        self.add(box)
        self.table.chosen.connect(self._chosen)
        self.save_button.setEnabled(False)
        call = partial(tools.desk.exams.seekers, self._id)
        tools.fetch(self, call, self._show, self._refused)
        self.table.setFocus()

    def asked(self) -> Ask:
        chosen = self.chosen
        assert chosen is not None
        desk = self.tools.desk
        return partial(
            desk.exams.admit,
            self._id,
            chosen.application_id,
            desk.today(),
            override_reason=self.reason(),
        )

    @property
    def chosen(self) -> SeekerRow | None:
        return next(iter(self.table.selected()), None)

    def checked(self) -> bool:
        return self.chosen is not None and super().checked()

    def _columns(self) -> list[Column[SeekerRow]]:
        return [
            Column(key="name", title=self.tr("Name"), text=_sort_name, bold=True, width=20),
            Column(key="case", title=self.tr("Case"), text=_number, cell=Cell.MONO, width=10),
            Column(key="category", title=self.tr("Category"), text=_category, width=9),
            Column(key="why", title="", text=_why, tip=_why, width=30, stretch=True),
        ]

    def _show(self, found: Sequence[SeekerRow]) -> None:
        self.model.show(found)
        if found:
            self.table.select_key(found[0].application_id)
        self._chosen(self.table.selected())

    def _chosen(self, rows: Sequence[SeekerRow]) -> None:
        one = rows[0] if rows else None
        self.save_button.setEnabled(one is not None and not one.barred)
        if one is None or one.barred or not one.obstacles:
            self.show_obstacles(())
            return
        with self.quietly():
            self.obstacles.show_sentence(_why(one))
        self.table.setFocus()


def _case(row: SeekerRow) -> int:
    return row.application_id


def _sort_name(row: SeekerRow) -> str:
    return row.sort_name


def _number(row: SeekerRow) -> str:
    return row.case_number


def _category(row: SeekerRow) -> str:
    return row.category


def _why(row: SeekerRow) -> str:
    return "; ".join(say_phrase(one) for one in row.obstacles)


class AnswersDialog(EntryDialog):
    """What a candidate wrote, one text a task. The paper's code is not shown here."""

    def __init__(
        self, owner: QWidget, tools: Tools, card: SittingCard, candidate: CandidateRow
    ) -> None:
        super().__init__(owner, tools, width=720)
        self._id, self._form = candidate.id, card.form
        line = self.tr("{name} · {title}").format(name=candidate.name, title=card.row.title)
        self.begin(self.tr("Answers"), self.tr("&Save answers"), line)
        self.part_one = AmountField(places=0)
        self.answers = [NoteField(task.title, lines=6) for task in card.form.tasks]
        self._add_rows()
        call = partial(tools.desk.exams.answers_of, candidate.id)
        tools.fetch(self, call, self._show, self._refused)
        self.answers[0].setFocus()

    def asked(self) -> Ask:
        right = self.part_one.value
        said = tuple(field.value for field in self.answers)
        count = None if right is None else int(right)
        return partial(self.tools.desk.exams.enter_answers, self._id, said, count)

    def _add_rows(self) -> None:
        most = self._form.part_one
        if most is not None:
            hint = self.tr("Items answered rightly, of {most}.").format(most=most)
            self.form.add("part_one", self.tr("Part &One"), self.part_one, hint=hint)
        for number, field in enumerate(self.answers):
            title = self._form.tasks[number].title.replace("&", "&&")
            self.form.add(f"task{number}", title, field)

    def _show(self, kept: tuple[tuple[str, ...], int | None]) -> None:
        answers, right = kept
        with self.quietly():
            for field, said in zip(self.answers, answers, strict=False):
                field.set_value(said)
            if right is not None:
                self.part_one.setText(str(right))
