"""How each act on a case is done: by a dialog, or at once with a notice that can take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.facts import EVIDENCE_KINDS
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.views import CaseCard, ReferenceRow
from coordinator_app.ui.dialogs.acceptance import AcceptanceDialog
from coordinator_app.ui.dialogs.decision import DecisionDialog
from coordinator_app.ui.dialogs.decision_exam import ExamDialog
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.dialogs.evidence import EvidenceDialog
from coordinator_app.ui.dialogs.letter import LetterDialog
from coordinator_app.ui.dialogs.note import NoteDialog
from coordinator_app.ui.dialogs.pause import PauseDialog
from coordinator_app.ui.dialogs.rater import RaterDialog
from coordinator_app.ui.dialogs.rating import RatingDialog
from coordinator_app.ui.dialogs.reason import ReasonDialog, Step
from coordinator_app.ui.dialogs.review import ReviewDialog
from coordinator_app.ui.dialogs.reviewer import ReviewerDialog
from coordinator_app.ui.dialogs.submit import SubmitDialog
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.words_case import case_line

Ask = Callable[[], Changes]
Reasoned = tuple[Step, Callable[[str, date], Changes]]


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Numbered)


class CaseDoing(QObject):
    """Does acts for one page. `done(Changes)` once something is written."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, page: QWidget, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._tools = page, tools

    def do(self, act: Act, card: CaseCard) -> None:
        """Open the dialog of an act, or do it."""
        ask = self._at_once(act, card)
        if ask is not None:
            self._tools.write(self._page, ask, self._written, self.failed.emit)
            return
        dialog = self._dialog(act, card)
        dialog.written.connect(self._written)
        dialog.open()

    def _written(self, changes: Changes) -> None:
        self.done.emit(changes)

    # At once

    def _at_once(self, act: Act, card: CaseCard) -> Ask | None:
        desk, id = self._tools.desk, act.id or 0
        match act.do:
            case Do.VERIFY:
                return partial(desk.applications.verify_evidence, id)
            case Do.DECLINED:
                return partial(desk.references.decline, id)
            case Do.TAKE_UP:
                return partial(desk.applications.take_up_again, card.row.id)
            case Do.NOTE_DONE:
                return partial(desk.notes.done, id)
            case Do.UNDO:
                return partial(desk.history.undo, id)
            case _:
                return None

    # By a dialog

    def _dialog(self, act: Act, card: CaseCard) -> EntryDialog | LetterDialog:
        page, tools = self._page, self._tools
        plain: dict[Do, Callable[[QWidget, Tools, CaseCard], EntryDialog]] = {
            Do.ACCEPT: AcceptanceDialog,
            Do.SUBMIT: SubmitDialog,
            Do.ASSIGN: ReviewerDialog,
            Do.DECIDE: DecisionDialog,
            Do.EXAM: ExamDialog,
            Do.PAUSE: PauseDialog,
            Do.NAME_RATER: RaterDialog,
        }
        if act.do in plain:
            return plain[act.do](page, tools, card)
        if act.do in (Do.LETTER, Do.RATER_LETTER, Do.OPEN_LETTER, Do.MARK_SENT):
            return self._letter(act, card)
        if act.do in (Do.NOTE, Do.EDIT_NOTE):
            return self._note(act, card)
        if act.do in (Do.EVIDENCE, Do.EDIT_EVIDENCE):
            return self._evidence(act, card)
        return self._of_record(act, card)

    def _letter(self, act: Act, card: CaseCard) -> LetterDialog:
        if act.do is Do.RATER_LETTER:
            rater = _found(card.references, act.id)
            kind = _letter_to(rater)
            return LetterDialog(self._page, self._tools, card, kind=kind, reference=act.id)
        letter = None if act.do is Do.LETTER else _found(card.letters, act.id)
        return LetterDialog(self._page, self._tools, card, letter=letter)

    def _note(self, act: Act, card: CaseCard) -> NoteDialog:
        note = _found(card.notes, act.id) if act.do is Do.EDIT_NOTE else None
        line, id = case_line(card), card.row.id
        return NoteDialog(self._page, self._tools, line, application_id=id, note=note)

    def _evidence(self, act: Act, card: CaseCard) -> EvidenceDialog:
        entry = _found(card.evidence, act.id) if act.do is Do.EDIT_EVIDENCE else None
        kind = act.kind or _first_missing(card)
        return EvidenceDialog(self._page, self._tools, card, kind=kind, entry=entry)

    def _of_record(self, act: Act, card: CaseCard) -> EntryDialog:
        page, tools = self._page, self._tools
        match act.do:
            case Do.RATING:
                return RatingDialog(page, tools, card, _found(card.references, act.id))
            case Do.REPLACE:
                return RaterDialog(page, tools, card, _found(card.references, act.id))
            case Do.REVIEW:
                return ReviewDialog(page, tools, card, _found(card.reviews, act.id))
            case _:
                step, ask = self._with_reason(act, card)
                return ReasonDialog(page, tools, step, ask)

    def _with_reason(self, act: Act, card: CaseCard) -> Reasoned:
        """The steps that need only words, a day, or both."""
        if act.do in (Do.ASK, Do.REMIND, Do.ACCEPT_RATING, Do.VOID):
            return self._of_rater(act, card)
        if act.do in (Do.REJECT, Do.ANSWER):
            return self._of_entry(act, card)
        return self._of_case(act, card)

    def _of_rater(self, act: Act, card: CaseCard) -> Reasoned:
        references, id = self._tools.desk.references, act.id or 0
        line = _found(card.references, act.id).rater_name
        steps: dict[Do, Reasoned] = {
            Do.ASK: (
                Step(self.tr("Ask rater"), self.tr("&Asked"), line, day=self.tr("Asked &on")),
                lambda _words, on: references.ask(id, on),
            ),
            Do.REMIND: (
                Step(
                    self.tr("Remind rater"), self.tr("Re&minded"), line, day=self.tr("Reminded &on")
                ),
                lambda _words, on: references.remind(id, on),
            ),
            Do.ACCEPT_RATING: (
                Step(
                    self.tr("Accept rating"), self.tr("&Accept"), line, day=self.tr("Accepted &on")
                ),
                lambda _words, on: references.accept(id, on),
            ),
            Do.VOID: (
                Step(self.tr("Void rating"), self.tr("&Void rating"), line, self.tr("&Reason")),
                lambda words, _on: references.void(id, words),
            ),
        }
        return steps[act.do]

    def _of_entry(self, act: Act, card: CaseCard) -> Reasoned:
        desk, id = self._tools.desk, act.id or 0
        if act.do is Do.ANSWER:
            question = _found(card.questions, act.id)
            line = f"{say_phrase(question.asks)}\n{question.place}"
            step = Step(self.tr("Answer"), self.tr("&Answer"), line, self.tr("A&nswer"))
            return step, lambda words, _on: desk.notes.answer(id, words)
        hint = self.tr("It stays on the case with the reason, and no longer counts.")
        title, button = self.tr("Reject evidence"), self.tr("&Reject")
        step = Step(title, button, words=self.tr("Rea&son"), hint=hint)
        return step, lambda words, _on: desk.applications.reject_evidence(id, words)

    def _of_case(self, act: Act, card: CaseCard) -> Reasoned:
        desk, id, line = self._tools.desk, card.row.id, case_line(card)
        why, on = self.tr("Rea&son"), self.tr("&On")
        match act.do:
            case Do.RESUME:
                step = Step(self.tr("Resume"), self.tr("&Resume"), line, day=on)
                return step, lambda _words, day: desk.applications.resume(id, day)
            case Do.EXPIRE:
                title, button = self.tr("Let approval expire"), self.tr("&Let it expire")
                step = Step(title, button, line, day=on)
                return step, lambda _words, day: desk.decisions.let_approval_expire(id, day)
            case Do.WITHDRAW:
                step = Step(self.tr("Withdraw"), self.tr("&Withdraw application"), line, why, on)
                return step, lambda words, day: desk.applications.withdraw(id, day, words)
            case _:
                step = Step(self.tr("Close case"), self.tr("&Close case"), line, why, on)
                return step, lambda words, day: desk.applications.close(id, day, words)


def _found(rows: Sequence[R], id: int | None) -> R:
    """The record an act names; the page offers acts on what it shows only."""
    return next(one for one in rows if one.id == id)


def _letter_to(rater: ReferenceRow) -> LetterKind:
    """The letter a rater's state calls for."""
    return {
        "named": LetterKind.REFERENCE_REQUEST,
        "void": LetterKind.REPLACEMENT_RATING,
    }.get(rater.state, LetterKind.REFERENCE_REMINDER)


def _first_missing(card: CaseCard) -> str:
    """The first requirement without evidence, as the kind to enter."""
    kinds = {"transcripts": "transcript"}
    wanted = (kinds.get(one.kind, one.kind) for one in card.obstacles)
    return next((kind for kind in wanted if kind in EVIDENCE_KINDS), "")
