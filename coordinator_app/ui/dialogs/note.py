"""A dated note, or with a due day a to-do, on a case or a person."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import NoteRow
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.fields import DateField


class NoteDialog(EntryDialog):
    """Writes a note, or changes `note`. One on a case is on its applicant too."""

    def __init__(
        self,
        owner: QWidget,
        tools: Tools,
        line: str,
        *,
        person_id: int | None = None,
        application_id: int | None = None,
        note: NoteRow | None = None,
    ) -> None:
        super().__init__(owner, tools, width=480)
        self._person, self._case, self._note = person_id, application_id, note
        self.begin(self.tr("Note or to-do"), self.tr("&Save"), line)
        self.words = NoteField(lines=4)
        self.due = DateField(today=tools.desk.today())
        self.form.add("words", self.tr("&Note"), self.words, required=True)
        hint = self.tr("With a day it is a to-do and comes up on Today.")
        self.form.add("due", self.tr("&Due"), self.due, hint=hint)
        if note is not None:
            self.words.set_value(note.text)
            self.due.set_value(note.due)
        self.words.setFocus()

    def asked(self) -> Ask:
        notes, words, due = self.tools.desk.notes, self.words.value, self.due.value
        if self._note is not None:
            return partial(notes.change, self._note.id, words, due)
        return partial(notes.add, words, person_id=self._person, application_id=self._case, due=due)
