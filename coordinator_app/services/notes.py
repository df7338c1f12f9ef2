"""Dated notes and to-dos on any person or case, and the questions an import left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.views import NoteRow, QuestionRow
from coordinator_app.persistence import cards, people
from coordinator_app.persistence.columns import iso, number
from coordinator_app.persistence.store import Store


@dataclass(frozen=True, slots=True)
class Notes:
    store: Store
    today: Callable[[], date]

    def add(
        self,
        words: str,
        *,
        person_id: int | None = None,
        application_id: int | None = None,
        due: date | None = None,
    ) -> Changes:
        """Write a note; with `due` it is a to-do. One on a case is on its applicant too."""
        if not words.strip():
            raise BadInput("note.empty")
        if person_id is None and application_id is None:
            raise BadInput("note.on_nothing")
        with self.store.write("Add to-do" if due else "Add note") as tx:
            owner = person_id
            if application_id is not None:
                owner = number(tx.get("application", application_id), "person_id")
            assert owner is not None
            tx.detail = people.name_of(tx, owner)
            values = {"written_on": iso(self.today()), "text": words.strip(), "due": iso(due)}
            links = {"person_id": owner, "application_id": application_id}
            tx.made = tx.insert("note", links | values)
        return tx.changes()

    def change(self, id: int, words: str, due: date | None) -> Changes:
        if not words.strip():
            raise BadInput("note.empty")
        with self.store.write("Edit note") as tx:
            tx.update("note", id, {"text": words.strip(), "due": iso(due)})
        return tx.changes()

    def done(self, id: int) -> Changes:
        """Tick a to-do off."""
        with self.store.write("Finish to-do") as tx:
            if tx.get("note", id)["done_on"] is None:
                tx.update("note", id, {"done_on": iso(self.today())})
        return tx.changes()

    def answer(self, question_id: int, words: str) -> Changes:
        """Answer a question an import left on a record; the answer stays with it."""
        if not words.strip():
            raise BadInput("question.answer_empty")
        with self.store.write("Answer question") as tx:
            if tx.get("question", question_id)["answered_on"] is not None:
                raise RuleBroken("question.answered_already")
            said = {"answered_on": iso(self.today()), "answer": words.strip()}
            tx.update("question", question_id, said)
        return tx.changes()

    def open_todos(self) -> tuple[NoteRow, ...]:
        """To-dos not done yet, the earliest due first."""
        with self.store.read() as reader:
            rows = reader.find("note", done_on=None, order="due")
            return tuple(cards.note_row(row) for row in rows if row["due"] is not None)

    def open_questions(self) -> tuple[QuestionRow, ...]:
        with self.store.read() as reader:
            rows = reader.find("question", answered_on=None)
            return tuple(cards.question_row(row) for row in rows)
