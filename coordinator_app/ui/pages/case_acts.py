"""What can be done on a case now, and which of it is the next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.applications import BEFORE_SUBMISSION, STEPS
from coordinator_app.domain.findings import Outcome
from coordinator_app.domain.letters import DECISION_LETTERS
from coordinator_app.domain.views import CaseCard, LetterRow, ReviewRow
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.dialogs.letter_parts import letter_kinds, owes_letter


class Do(StrEnum):
    """An act; the value names it to the page that does it."""

    ACCEPT = "accept"
    EVIDENCE = "evidence"
    EDIT_EVIDENCE = "edit_evidence"
    VERIFY = "verify"
    REJECT = "reject"
    NAME_RATER = "name_rater"
    ASK = "ask"
    REMIND = "remind"
    RATING = "rating"
    ACCEPT_RATING = "accept_rating"
    VOID = "void"
    DECLINED = "declined"
    REPLACE = "replace"
    RATER_LETTER = "rater_letter"
    SUBMIT = "submit"
    ASSIGN = "assign"
    REVIEW = "review"
    DECIDE = "decide"
    LETTER = "letter"
    MARK_SENT = "mark_sent"
    OPEN_LETTER = "open_letter"
    EXAM = "exam"
    EXPIRE = "expire"
    TAKE_UP = "take_up"
    PAUSE = "pause"
    RESUME = "resume"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    NOTE = "note"
    EDIT_NOTE = "edit_note"
    NOTE_DONE = "note_done"
    ANSWER = "answer"
    UNDO = "undo"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Act:
    """An act, on which record of the case, or of which kind."""

    do: Do
    id: int | None = None
    kind: str = ""


_WORDS: Mapping[Do, str] = {
    Do.ACCEPT: QT_TRANSLATE_NOOP("acts", "&Accept…"),
    Do.EVIDENCE: QT_TRANSLATE_NOOP("acts", "&Enter evidence…"),
    Do.NAME_RATER: QT_TRANSLATE_NOOP("acts", "Name &rater…"),
    Do.SUBMIT: QT_TRANSLATE_NOOP("acts", "&Submit…"),
    Do.ASSIGN: QT_TRANSLATE_NOOP("acts", "&Assign reviewer…"),
    Do.REVIEW: QT_TRANSLATE_NOOP("acts", "Record re&view…"),
    Do.DECIDE: QT_TRANSLATE_NOOP("acts", "&Decide…"),
    Do.LETTER: QT_TRANSLATE_NOOP("acts", "&Letter…"),
    Do.MARK_SENT: QT_TRANSLATE_NOOP("acts", "&Mark sent…"),
    Do.EXAM: QT_TRANSLATE_NOOP("acts", "Exam res&ult…"),
    Do.EXPIRE: QT_TRANSLATE_NOOP("acts", "Let approval e&xpire…"),
    Do.TAKE_UP: QT_TRANSLATE_NOOP("acts", "&Take up again"),
    Do.PAUSE: QT_TRANSLATE_NOOP("acts", "&Pause…"),
    Do.RESUME: QT_TRANSLATE_NOOP("acts", "&Resume…"),
    Do.WITHDRAW: QT_TRANSLATE_NOOP("acts", "&Withdraw…"),
    Do.CLOSE: QT_TRANSLATE_NOOP("acts", "&Close case…"),
    Do.NOTE: QT_TRANSLATE_NOOP("acts", "&Note or to-do…"),
    Do.PERSON: QT_TRANSLATE_NOOP("acts", "&Person"),
}
# Which step of the life cycle an act is.
_STEP: Mapping[Do, str] = {
    Do.ACCEPT: "accept",
    Do.EVIDENCE: "enter_evidence",
    Do.NAME_RATER: "name_rater",
    Do.SUBMIT: "submit",
    Do.ASSIGN: "assign_reviewer",
    Do.DECIDE: "decide",
    Do.EXAM: "record_exam",
    Do.EXPIRE: "let_approval_expire",
    Do.TAKE_UP: "take_up_again",
    Do.PAUSE: "pause",
    Do.RESUME: "resume",
    Do.WITHDRAW: "withdraw",
    Do.CLOSE: "close",
}
ALWAYS = (Do.NOTE, Do.PERSON)


def words_of(do: Do) -> str:
    """What the act's button or menu entry says, with its mnemonic."""
    return QCoreApplication.translate("acts", _WORDS[do])


def possible(card: CaseCard) -> tuple[Act, ...]:
    """All acts on the case as a whole, in the order of its life."""
    return tuple(_possible(card))


def _possible(card: CaseCard) -> Iterator[Act]:
    for do in _WORDS:
        if do in _STEP and card.row.state in STEPS[_STEP[do]]:
            yield Act(do)
        elif do is Do.REVIEW and (review := open_review(card)):
            yield Act(do, review.id)
        elif do is Do.LETTER and letter_kinds(card):
            yield Act(do)
        elif do is Do.MARK_SENT and (letter := unsent(card)):
            yield Act(do, letter.id)
        elif do in ALWAYS:
            yield Act(do)


def next_act(card: CaseCard) -> Act | None:
    """The one step that brings the case on; None where nothing is left to do."""
    able = {act.do: act for act in possible(card)}
    wanted = next((do for do in _wanted(card) if do in able), None)
    return able[wanted] if wanted is not None else None


def _wanted(card: CaseCard) -> Iterator[Do]:
    """Acts by how much they bring the case on."""
    yield from (Do.ACCEPT, Do.RESUME)
    if card.row.state in BEFORE_SUBMISSION:
        yield _towards_submission(card)
    if not _reviewed(card) and open_review(card) is None:
        yield Do.ASSIGN
    yield from (Do.REVIEW, Do.DECIDE)
    if owes_letter(card):
        yield Do.LETTER
    yield from (Do.MARK_SENT, Do.EXAM, Do.TAKE_UP)


def _towards_submission(card: CaseCard) -> Do:
    kinds = {one.kind for one in card.obstacles}
    if kinds == {"references"}:
        return Do.NAME_RATER if not card.references else Do.SUBMIT
    return Do.EVIDENCE if kinds else Do.SUBMIT


def _reviewed(card: CaseCard) -> bool:
    """Whether as many reviews are complete as the policy asks for."""
    asked = (one for one in card.findings if one.kind == "review")
    return all(one.outcome is Outcome.MET for one in asked)


def open_review(card: CaseCard) -> ReviewRow | None:
    """The review that is waited for."""
    if card.row.state not in STEPS["decide"]:
        return None
    return next((one for one in card.reviews if one.completed_on is None), None)


def unsent(card: CaseCard) -> LetterRow | None:
    """The newest letter that is not marked sent, decision letters first."""
    waiting = [one for one in card.letters if one.sent_on is None]
    return min(waiting, key=lambda one: one.kind not in DECISION_LETTERS, default=None)
