"""One person: what is on record, their cases and endorsements, notes, questions and history."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.views import (
    ApplicationRow,
    EndorsementRow,
    NoteRow,
    PersonCard,
    QuestionRow,
)
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.note import NoteDialog
from coordinator_app.ui.dialogs.person import PersonDialog
from coordinator_app.ui.page import Page, PageHead, Place
from coordinator_app.ui.pages.person_parts import facts_of, fill, history_lines, pair, scrolled
from coordinator_app.ui.pages.person_tables import PersonTables
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button


class PersonPage(Page):
    """A record with everything that hangs on it."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Person")
        self._tools = tools
        self._id: int | None = None
        self._card: PersonCard | None = None
        self.note_button = Button(self.tr("Note or to-do…"), parent=self)
        self.edit_button = Button(self.tr("Edit…"), parent=self)
        self.archive_button = Button(self.tr("Archive…"), parent=self)
        shown = (self.archive_button, self.note_button, self.edit_button)
        self.head = PageHead("", "", *shown, parent=self)
        self._facts, self._history = QVBoxLayout(), QVBoxLayout()
        self.tables = PersonTables(self)
        self._build()
        self._connect()

    def open(self, what: object) -> None:
        self._id = what if isinstance(what, int) else None

    def refresh(self, changes: Changes | None) -> None:
        if self._id is not None and (changes is None or self._id in changes.people):
            read = partial(self._tools.desk.people.card, self._id)
            self._tools.fetch(self, read, self._show)

    def focus_first(self) -> None:
        self.tables.cases.setFocus()

    def _build(self) -> None:
        row = QHBoxLayout()
        space(row, 0, 14)
        row.addWidget(scrolled(self, self.tr("On record"), self._facts), 3)
        row.addWidget(self.tables, 6)
        row.addWidget(scrolled(self, self.tr("History"), self._history), 3)
        self.body.addWidget(self.head)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self._edit)
        self.note_button.clicked.connect(self._note)
        self.archive_button.clicked.connect(self._archive)
        self.tables.cases.opened.connect(self._open_case)
        self.tables.held.opened.connect(self._open_endorsement)
        self.tables.notes.acted.connect(self._note_acted)
        self.tables.notes.opened.connect(self._edit_note)
        self.tables.questions.acted.connect(self._answer)
        self.tables.questions.opened.connect(self._answer)

    def _show(self, card: PersonCard) -> None:
        if card.id != self._id:
            return
        self._card = card
        known = self.tr("formerly {names}").format(names=formats.names(card.former_names))
        self.head.say(card.name, known if card.former_names else "")
        self.tables.show(card)
        fill(self._facts, [pair(self, name, text) for name, text in facts_of(card)])
        fill(self._history, [pair(self, when, what) for when, what in history_lines(card.history)])

    def _edit(self) -> None:
        if self._card is not None:
            PersonDialog(self._tools, self._card, self).open()

    def _note(self) -> None:
        if self._card is not None:
            NoteDialog(self, self._tools, self._card.name, person_id=self._card.id).open()

    def _archive(self) -> None:
        """Put the record aside: lists and search leave it out, nothing is deleted."""
        if self._card is not None:
            ask = self.tr("Why is this record put aside? Lists and search will leave it out.")
            put = partial(self._put_aside, self._card.id)
            self._tools.messages.ask_text(self, ask, self.tr("Archive"), put)

    def _put_aside(self, id: int, reason: str) -> None:
        write = partial(self._tools.desk.people.archive, id, reason)
        self._tools.write(self, write, self._gone)

    def _gone(self, _changes: Changes) -> None:
        self.go.emit(Place("people"))

    def _edit_note(self, note: NoteRow) -> None:
        if self._card is not None:
            NoteDialog(self, self._tools, self._card.name, note=note).open()

    def _note_acted(self, note: NoteRow, _column: object) -> None:
        self._tools.write(self, partial(self._tools.desk.notes.done, note.id))

    def _answer(self, question: QuestionRow, _column: object = None) -> None:
        ask = self.tr("What is the answer? It stays with the question.")
        then = partial(self._answered, question)
        self._tools.messages.ask_text(self, ask, self.tr("Answer"), then)

    def _answered(self, question: QuestionRow, words: str) -> None:
        write = partial(self._tools.desk.notes.answer, question.id, words)
        self._tools.write(self, write)

    def _open_case(self, row: ApplicationRow) -> None:
        self.go.emit(Place("case", row.id))

    def _open_endorsement(self, row: EndorsementRow) -> None:
        self.go.emit(Place("endorsement", row.id))
