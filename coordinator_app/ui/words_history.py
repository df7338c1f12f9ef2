"""The journal's entries as a history reads: what was done, to whom, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.letters import LetterKind, letter_name
from coordinator_app.domain.views import HistoryRow
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.words_case import DECIDED, EVIDENCE_KINDS, WAYS, word

_PAST: Mapping[str, str] = {
    "Log application": QT_TRANSLATE_NOOP("history", "Application logged: {detail}"),
    "Accept application": QT_TRANSLATE_NOOP("history", "Accepted: membership and fee checked"),
    "Enter evidence": QT_TRANSLATE_NOOP("history", "Evidence entered: {detail}"),
    "Edit evidence": QT_TRANSLATE_NOOP("history", "Evidence edited: {detail}"),
    "Verify evidence": QT_TRANSLATE_NOOP("history", "Evidence verified"),
    "Reject evidence": QT_TRANSLATE_NOOP("history", "Evidence rejected"),
    "Submit application": QT_TRANSLATE_NOOP("history", "Submitted"),
    "Ask for more information": QT_TRANSLATE_NOOP("history", "More information asked for"),
    "Put on hold": QT_TRANSLATE_NOOP("history", "Put on hold"),
    "Resume application": QT_TRANSLATE_NOOP("history", "Resumed after a pause"),
    "Withdraw application": QT_TRANSLATE_NOOP("history", "Withdrawn"),
    "Close application": QT_TRANSLATE_NOOP("history", "Closed"),
    "Take up again": QT_TRANSLATE_NOOP("history", "Taken up again for a later round"),
    "Name rater": QT_TRANSLATE_NOOP("history", "{detail} named as rater"),
    "Ask rater": QT_TRANSLATE_NOOP("history", "{detail} asked for a rating"),
    "Remind rater": QT_TRANSLATE_NOOP("history", "{detail} reminded"),
    "Record declined": QT_TRANSLATE_NOOP("history", "{detail} declined to rate"),
    "Record rating": QT_TRANSLATE_NOOP("history", "Rating from {detail} recorded"),
    "Accept rating": QT_TRANSLATE_NOOP("history", "Rating from {detail} accepted"),
    "Void rating": QT_TRANSLATE_NOOP("history", "Rating from {detail} void"),
    "Replace rater": QT_TRANSLATE_NOOP("history", "Rater replaced: {detail}"),
    "Assign reviewer": QT_TRANSLATE_NOOP("history", "Review assigned to {detail}"),
    "Record review": QT_TRANSLATE_NOOP("history", "Review recorded"),
    "Decide": QT_TRANSLATE_NOOP("history", "Decided: {detail}"),
    "Record exam result": QT_TRANSLATE_NOOP("history", "Exam result recorded"),
    "Let approval expire": QT_TRANSLATE_NOOP("history", "Approval to sit expired"),
    "Issue letter": QT_TRANSLATE_NOOP("history", "Letter issued: {detail}"),
    "Mark letter sent": QT_TRANSLATE_NOOP("history", "Letter sent {detail}"),
    "Mark letters sent": QT_TRANSLATE_NOOP("history", "Letters sent: {detail}"),
    "Add endorsement": QT_TRANSLATE_NOOP("history", "Endorsement brought over: {detail}"),
    "Move endorsement": QT_TRANSLATE_NOOP("history", "Moved: {detail}"),
    "Record renewal": QT_TRANSLATE_NOOP("history", "Renewal recorded: {detail}"),
    "Add note": QT_TRANSLATE_NOOP("history", "Note written"),
    "Add to-do": QT_TRANSLATE_NOOP("history", "To-do written"),
    "Edit note": QT_TRANSLATE_NOOP("history", "Note edited"),
    "Finish to-do": QT_TRANSLATE_NOOP("history", "To-do done"),
    "Answer question": QT_TRANSLATE_NOOP("history", "Question of the import answered"),
    "Import workbook": QT_TRANSLATE_NOOP("history", "Imported from {detail}"),
    "Edit person": QT_TRANSLATE_NOOP("history", "Person’s record edited"),
}
_DETAILS: Mapping[str, Mapping[str, str]] = {
    "Enter evidence": EVIDENCE_KINDS,
    "Edit evidence": EVIDENCE_KINDS,
    "Decide": DECIDED,
}
_tr = partial(QCoreApplication.translate, "history")


def past(row: HistoryRow) -> str:
    """What was done, as one sentence without its reason."""
    if row.action in _PAST:
        said = _tr(_PAST[row.action]).format(detail=_detail(row)).strip()
    else:
        said = ": ".join(part for part in (row.action, row.detail) if part)
    ways = {"undo": _tr("Taken back: {what}"), "redo": _tr("Done again: {what}")}
    return ways.get(row.kind, "{what}").format(what=said)


def _detail(row: HistoryRow) -> str:
    if row.action == "Issue letter" and row.detail in set(LetterKind):
        return say_phrase(letter_name(LetterKind(row.detail)))
    if row.action == "Mark letter sent":
        return word(WAYS, row.detail).lower()
    return word(_DETAILS[row.action], row.detail) if row.action in _DETAILS else row.detail


def undoable(rows: Iterable[HistoryRow]) -> set[int]:
    """The entries that may be taken back: done, not undone yet, and not gone outside.

    The service may still refuse one whose records were changed since; it names the later action.
    """
    undone: set[int | None] = set()
    every = sorted(rows, key=lambda row: row.seq)
    for row in every:
        if row.kind == "undo":
            undone.add(row.target)
        elif row.kind == "redo":
            undone.discard(row.target)
    mine = (row for row in every if row.kind == "do" and not row.outside)
    return {row.seq for row in mine if row.seq not in undone}
