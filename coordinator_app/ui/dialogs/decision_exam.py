"""The result of an exam, and who gave it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import DateField, TextField
from coordinator_app.ui.words_case import case_line


class ExamDialog(EntryDialog):
    """Passed: onto the Active registry from the day of the result."""

    fields: ClassVar[Mapping[str, str]] = {
        "exam.source_missing": "source",
        "exam.too_early": "sat",
    }

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard) -> None:
        super().__init__(owner, tools)
        self._id = card.row.id
        self.begin(self.tr("Exam result"), self.tr("&Record result"), case_line(card))
        today = tools.desk.today()
        self.sat, self.on, self.retake = (DateField(today=today) for _ in range(3))
        results = [(True, self.tr("Passed")), (False, self.tr("Not passed"))]
        self.passed = Choice(results, none=self.tr("Choose"))
        self.source = TextField(hint=self.tr("Letter of the Alliance, …"))
        self._add_rows()
        self.passed.changed.connect(self._result_changed)
        self._result_changed()
        self.on.set_value(today)
        self.sat.setFocus()

    def asked(self) -> Ask:
        sat, on = self.sat.value, self.on.value
        assert sat is not None
        assert on is not None
        return partial(
            self.tools.desk.decisions.record_exam,
            self._id,
            sat,
            passed=bool(self.passed.value),
            source=self.source.value,
            on=on,
            retake_from=self.retake.value,
        )

    def _add_rows(self) -> None:
        self.form.add("sat", self.tr("&Sat on"), self.sat, required=True)
        self.form.add("passed", self.tr("Res&ult"), self.passed, required=True)
        self.form.add("source", self.tr("&Given by"), self.source, required=True)
        self.form.add("on", self.tr("Result &of"), self.on, required=True)
        hint = self.tr("Empty: as the policy says.")
        self.form.add("retake", self.tr("&May sit again from"), self.retake, hint=hint)

    def _result_changed(self) -> None:
        self.retake.setEnabled(self.passed.value is False)
