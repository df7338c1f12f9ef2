"""The shorter lists of a case: its reviews, notes, questions and letters."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.letters import LetterKind, letter_name
from coordinator_app.domain.views import LetterRow, NoteRow, QuestionRow, ReviewRow
from coordinator_app.ui import formats
from coordinator_app.ui.counted import days_late
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.pages.case_acts import Do
from coordinator_app.ui.pages.case_part import RowAct, TablePart
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column
from coordinator_app.ui.words_case import RECOMMENDATIONS, WAYS, word


class ReviewsPart(TablePart[ReviewRow]):
    """Who reviews, and what they recommend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = Column[ReviewRow](
            key="name",
            title=self.tr("Reviewer"),
            text=lambda row: row.reviewer_name,
            second=self._assigned,
            cell=Cell.TWO_LINE,
            bold=True,
            width=20,
            stretch=True,
        )
        comment = Column[ReviewRow](
            key="comment",
            title=self.tr("Comment"),
            text=lambda row: row.comment,
            tip=lambda row: row.comment,
            width=24,
            stretch=True,
        )
        says = Column[ReviewRow](
            key="says",
            title=self.tr("Recommends"),
            text=self._says,
            tone=_review_tone,
            cell=Cell.PILL,
            width=20,
        )
        acts = [
            RowAct[ReviewRow](Do.ASSIGN, self.tr("Assign re&viewer…")),
            RowAct[ReviewRow](
                Do.REVIEW, self.tr("Record revie&w…"), lambda row: row.completed_on is None
            ),
        ]
        empty = self.tr(
            "No reviewer is assigned yet. Assign one once the application is submitted."
        )
        self.fill((name, comment, says), acts, self.tr("Reviews"), empty)

    def _assigned(self, row: ReviewRow) -> str:
        said = self.tr("assigned {day}").format(day=formats.day(row.assigned_on))
        return f"{said}, {self.tr('by override')}" if row.why == "override" else said

    def _says(self, row: ReviewRow) -> str:
        if row.completed_on is None:
            return self.tr("under way")
        return word(RECOMMENDATIONS, row.recommendation)


def _review_tone(row: ReviewRow) -> Tone:
    if row.completed_on is None:
        return Tone.WAIT
    return Tone.GOOD if row.recommendation == "approve" else Tone.PLAIN


class NotesPart(TablePart[NoteRow]):
    """Dated notes; those with a day are to-dos."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        when = Column[NoteRow](
            key="when",
            title=self.tr("Written"),
            text=lambda row: formats.day(row.written_on),
            cell=Cell.MUTED,
            width=13,
        )
        words = Column[NoteRow](
            key="text",
            title=self.tr("Note"),
            text=lambda row: row.text,
            tip=lambda row: row.text,
            width=30,
            stretch=True,
        )
        due = Column[NoteRow](
            key="due",
            title=self.tr("To do"),
            text=self._due,
            tone=self._tone,
            cell=Cell.PILL,
            width=15,
        )
        acts = [
            RowAct[NoteRow](Do.NOTE, self.tr("Note or to-d&o…")),
            RowAct[NoteRow](Do.EDIT_NOTE, self.tr("Edit…"), lambda row: row.done_on is None),
            RowAct[NoteRow](Do.NOTE_DONE, self.tr("Done"), _open),
        ]
        empty = self.tr("No notes yet. Write one, or a to-do with its day.")
        self.fill((when, words, due), acts, self.tr("Notes"), empty)

    def _due(self, row: NoteRow) -> str:
        if row.due is None:
            return ""
        if row.done_on is not None:
            return self.tr("done {day}").format(day=formats.day_in_year(row.done_on))
        late = (self._today - row.due).days
        return days_late(late) if late > 0 else formats.day(row.due)

    def _tone(self, row: NoteRow) -> Tone:
        if row.done_on is not None:
            return Tone.GOOD
        return Tone.BAD if row.due and row.due < self._today else Tone.WAIT


def _open(row: NoteRow) -> bool:
    return row.due is not None and row.done_on is None


class QuestionsPart(TablePart[QuestionRow]):
    """What an import left open, where it stood, and the answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asks = Column[QuestionRow](
            key="asks",
            title=self.tr("Question"),
            text=_asks,
            tip=_asks,
            second=lambda row: row.place,
            cell=Cell.TWO_LINE,
            width=40,
            stretch=True,
        )
        answer = Column[QuestionRow](
            key="answer",
            title=self.tr("Answer"),
            text=lambda row: row.answer,
            tip=lambda row: row.answer,
            width=20,
            stretch=True,
        )
        act = Column[QuestionRow](
            key="act", title="", text=self._act, cell=Cell.BUTTON, right=True, width=11
        )
        acts = [RowAct[QuestionRow](Do.ANSWER, self.tr("Ans&wer…"), _unanswered)]
        empty = self.tr("The import left no question here.")
        self.fill((asks, answer, act), acts, self.tr("Questions"), empty)

    def _act(self, row: QuestionRow) -> str:
        return self.first_text(row)


def _asks(row: QuestionRow) -> str:
    return say_phrase(row.asks)


def _unanswered(row: QuestionRow) -> bool:
    return row.answered_on is None


class LettersPart(TablePart[LetterRow]):
    """Letters as issued; opened, they are what was kept, byte for byte."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        number = Column[LetterRow](
            key="number",
            title=self.tr("Letter"),
            text=lambda row: row.number,
            cell=Cell.MONO,
            width=13,
        )
        kind = Column[LetterRow](
            key="kind",
            title=self.tr("What it is"),
            text=lambda row: say_phrase(letter_name(LetterKind(row.kind))),
            second=lambda row: row.name,
            cell=Cell.TWO_LINE,
            width=22,
            stretch=True,
        )
        issued = Column[LetterRow](
            key="issued",
            title=self.tr("Issued"),
            text=lambda row: formats.day(row.issued_on),
            cell=Cell.MUTED,
            width=13,
        )
        sent = Column[LetterRow](
            key="sent",
            title=self.tr("Sent"),
            text=self._sent,
            tone=_sent_tone,
            cell=Cell.PILL,
            width=18,
        )
        acts = [
            RowAct[LetterRow](Do.OPEN_LETTER, self.tr("Ope&n…"), lambda _row: True),
            RowAct[LetterRow](Do.MARK_SENT, self.tr("Mark sen&t…"), lambda row: not row.sent_on),
        ]
        empty = self.tr("No letter is issued yet. Issue one with Letter below.")
        self.fill((number, kind, issued, sent), acts, self.tr("Letters"), empty)

    def _sent(self, row: LetterRow) -> str:
        if row.sent_on is None:
            return self.tr("not sent yet")
        return f"{word(WAYS, row.sent_how)}, {formats.day_in_year(row.sent_on)}"


def _sent_tone(row: LetterRow) -> Tone:
    return Tone.GOOD if row.sent_on else Tone.WAIT
