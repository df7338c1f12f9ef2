"""A step that needs a reason in words, a day, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.fields import DateField


@dataclass(frozen=True, slots=True)
class Step:
    """What the dialog says: its title, its button, of what it speaks, and the fields' names.

    `button`, `words` and `day` may hold & before a letter. Without `words` or `day` there is no
    such field.
    """

    title: str
    button: str
    line: str = ""
    words: str = ""
    day: str = ""
    hint: str = ""


class ReasonDialog(EntryDialog):
    """`ask(words, day)` gives the service's Changes; it runs in the worker."""

    def __init__(
        self, owner: QWidget, tools: Tools, step: Step, ask: Callable[[str, date], Changes]
    ) -> None:
        super().__init__(owner, tools, width=480)
        self.begin(step.title, step.button, step.line)
        self._ask = ask
        today = tools.desk.today()
        self.words = NoteField(parent=self, lines=3)
        self.on = DateField(parent=self, today=today)
        self.on.set_value(today)
        self.words.setVisible(bool(step.words))
        self.on.setVisible(bool(step.day))
        if step.words:
            self.form.add("words", step.words, self.words, required=True, hint=step.hint)
        if step.day:
            self.form.add("on", step.day, self.on, required=True)
        (self.words if step.words else self.on).setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        return partial(self._ask, self.words.value, on)
