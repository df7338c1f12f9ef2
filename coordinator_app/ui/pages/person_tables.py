"""The middle of a person's page: applications, endorsements, notes, questions, letters."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.letters import LetterKind, letter_name
from coordinator_app.domain.views import (
    ApplicationRow,
    EndorsementRow,
    LetterRow,
    NoteRow,
    PersonCard,
    QuestionRow,
)
from coordinator_app.ui import formats
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.widgets.card import Card, Scroll
from coordinator_app.ui.widgets.labels import Heading
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.words_case import state_tone, state_word, word
from coordinator_app.ui.words_registry import REASONS, STATUS

_MOST = 8  # rows of a table before it scrolls by itself


class PersonTables(QWidget):
    """One table below the other; those without rows are not there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        space(self._column, 0, 10)
        self._models: list[RowModel[Any]] = []
        self._blocks: list[QWidget] = []
        self.cases = self._add(self.tr("Applications"), _cases(self))
        self.held = self._add(self.tr("Endorsements"), _endorsements(self))
        self.questions = self._add(self.tr("Questions of the import"), _questions(self))
        self.notes = self._add(self.tr("Notes and to-dos"), _notes(self))
        self.letters = self._add(self.tr("Letters"), _letters(self))
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        space(outer, 0, 0)
        outer.addWidget(Scroll(self._inner, self))

    def show(self, card: PersonCard | None = None) -> None:
        """Show what hangs on a person."""
        if card is None:
            super().show()
            return
        parts = (card.applications, card.endorsements, card.questions, card.notes, card.letters)
        for model, block, rows in zip(self._models, self._blocks, parts, strict=True):
            model.show(rows)
            block.setVisible(bool(rows) or model is self._models[0])

    def _add(self, title: str, columns: list[Column[Any]]) -> TableView:
        block = QWidget(self._inner)
        lines = QVBoxLayout(block)
        space(lines, 0, 8)
        model: RowModel[Any] = RowModel(columns, key=lambda row: row.id, parent=self)
        table = TableView(model, title, block, tall=any(one.key == "asks" for one in columns))
        table.hug_rows(_MOST)
        table.set_empty(self.tr("No application yet. Log one with New application."))
        card = Card(block, flush=True)
        card.add(table)
        lines.addWidget(Heading(title, block))
        lines.addWidget(card)
        self._column.addWidget(block)
        self._models.append(model)
        self._blocks.append(block)
        return table


def _cases(page: QWidget) -> list[Column[ApplicationRow]]:
    return [
        Column(
            key="case",
            title=page.tr("Case"),
            text=lambda row: row.case_number,
            cell=Cell.MONO,
            width=8,
        ),
        Column(key="category", title=page.tr("Category"), text=lambda row: row.category, width=8),
        Column(
            key="state",
            title=page.tr("State"),
            text=lambda row: state_word(row.state),
            tone=lambda row: state_tone(row.state),
            cell=Cell.PILL,
            width=18,
        ),
        Column(
            key="submitted",
            title=page.tr("Submitted"),
            text=lambda row: formats.partial_day(row.submitted),
            cell=Cell.MUTED,
            width=12,
            stretch=True,
        ),
    ]


def _endorsements(page: QWidget) -> list[Column[EndorsementRow]]:
    return [
        Column(key="category", title=page.tr("Category"), text=lambda row: row.category, width=8),
        Column(
            key="credential", title=page.tr("Credential"), text=lambda row: row.credential, width=9
        ),
        Column(
            key="status",
            title=page.tr("Status"),
            text=lambda row: word(STATUS, row.status),
            tone=lambda row: Tone.GOOD if row.status == "active" else Tone.PLAIN,
            cell=Cell.PILL,
            width=8,
        ),
        Column(
            key="since",
            title=page.tr("Since"),
            text=lambda row: formats.partial_day(row.since),
            second=lambda row: word(REASONS, row.reason) if row.reason in REASONS else "",
            cell=Cell.TWO_LINE,
            width=14,
            stretch=True,
        ),
    ]


def _questions(page: QWidget) -> list[Column[QuestionRow]]:
    return [
        Column(
            key="asks",
            title=page.tr("Question"),
            text=lambda row: say_phrase(row.asks),
            tip=lambda row: row.answer or row.place,
            width=40,
            stretch=True,
        ),
        Column(
            key="answer",
            title="",
            text=lambda row: "" if row.answered_on else page.tr("Answer…"),
            cell=Cell.BUTTON,
            width=11,
        ),
    ]


def _notes(page: QWidget) -> list[Column[NoteRow]]:
    return [
        Column(
            key="day",
            title=page.tr("Written"),
            text=lambda row: formats.day(row.written_on),
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="text", title=page.tr("Note"), text=lambda row: row.text, width=30, stretch=True
        ),
        Column(
            key="due",
            title=page.tr("Due"),
            text=lambda row: formats.day(row.due),
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="done",
            title="",
            text=lambda row: page.tr("Done") if row.due and not row.done_on else "",
            cell=Cell.BUTTON,
            width=9,
        ),
    ]


def _letters(page: QWidget) -> list[Column[LetterRow]]:
    return [
        Column(
            key="number",
            title=page.tr("Letter"),
            text=lambda row: row.number,
            cell=Cell.MONO,
            width=13,
        ),
        Column(key="kind", title=page.tr("Kind"), text=_kind, width=18, stretch=True),
        Column(
            key="issued",
            title=page.tr("Issued"),
            text=lambda row: formats.day(row.issued_on),
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="sent",
            title=page.tr("Sent"),
            text=lambda row: formats.day(row.sent_on) or page.tr("not yet"),
            cell=Cell.MUTED,
            width=13,
        ),
    ]


def _kind(row: LetterRow) -> str:
    return say_phrase(letter_name(LetterKind(row.kind)))
