"""The way of a case, from registered to the Active registry, as far as it has come."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.applications import BEFORE_SUBMISSION
from coordinator_app.domain.findings import Outcome, asked_to_submit
from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.letter_parts import owes_letter
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.widgets.timeline import Reached, Step
from coordinator_app.ui.words_case import DECIDED, state_word, word

ENDED = ("withdrawn", "closed", "denied")
_tr = partial(QCoreApplication.translate, "steps")
# Title, what is to be said of it, and whether it is done (None: not needed).
Told = tuple[str, str, bool | None]


def steps(card: CaseCard) -> list[Step]:
    """Every step; the first that is not done is where the case stands, unless it has ended."""
    told = list(_told(card))
    ended = card.row.state in ENDED
    now = next((n for n, (_, _, done) in enumerate(told) if done is False), len(told))
    return [
        Step(title, detail, _reached(done, here=number == now, ended=ended))
        for number, (title, detail, done) in enumerate(told)
    ]


def _reached(done: bool | None, *, here: bool, ended: bool) -> Reached:
    if done:
        return Reached.DONE
    if done is None or ended:
        return Reached.SKIPPED
    return Reached.NOW if here else Reached.AHEAD


def _told(card: CaseCard) -> Iterable[Told]:
    row = card.row
    registered = formats.partial_day(row.registered)
    yield _tr("Registered"), registered or _tr("day not known"), True
    yield _accepted(card)
    yield _submitted(card)
    yield _review(card)
    yield _references(card)
    yield _decision(card)
    yield _exam(card)
    yield _registry(card)


def _accepted(card: CaseCard) -> Told:
    done = card.accepted_on is not None or card.row.state != "registered"
    waiting = "" if done else _tr("membership and fee to be checked")
    return _tr("Accepted"), formats.day(card.accepted_on) or waiting, done


def _submitted(card: CaseCard) -> Told:
    title = _tr("Submitted")
    if card.row.submitted is not None:
        return title, formats.partial_day(card.row.submitted), True
    if card.row.state not in BEFORE_SUBMISSION:
        return title, "", not card.row.imported
    missing = len(card.obstacles)
    if not missing:
        return title, _tr("everything is there"), False
    asked = len(asked_to_submit(card.findings))
    words = _tr("{there} of {asked} requirements there")
    return title, words.format(there=asked - missing, asked=asked), False


def _review(card: CaseCard) -> Told:
    title = _tr("Review")
    if not card.reviews:
        return title, "", None if card.row.decision else False
    last = card.reviews[-1]
    if last.completed_on is None:
        words = _tr("{day}, to {name}")
        said = words.format(day=formats.day(last.assigned_on), name=last.reviewer_name)
        return _tr("Reviewer assigned"), said, True
    words = _tr("complete {day}, {name}")
    said = words.format(day=formats.day(last.completed_on), name=last.reviewer_name)
    return title, said, True


def _references(card: CaseCard) -> Told:
    title = _tr("References")
    found = next((one for one in card.findings if one.kind == "references"), None)
    if found is None:
        return title, "", None
    done = found.outcome is Outcome.MET
    return title, say_phrase(found.detail if found.detail and not done else found.have), done


def _decision(card: CaseCard) -> Told:
    row, title = card.row, _tr("Decision and letter")
    if not row.decision:
        due = formats.day(row.reply_due)
        ended = state_word(row.state) if row.state in ENDED else ""
        return title, _tr("due {day}").format(day=due) if due else ended, False
    decided = f"{word(DECIDED, row.decision)} {formats.day(row.decided_on)}".strip()
    if row.answered_on is not None:
        sent = _tr("letter sent {day}").format(day=formats.day(row.answered_on))
        return title, f"{decided}; {sent}", True
    if row.imported:
        return title, decided, True
    owed = _tr("letter to be issued") if owes_letter(card) else _tr("letter to be sent")
    return title, f"{decided}; {owed}", False


def _exam(card: CaseCard) -> Told:
    title, state = _tr("Exam"), card.row.state
    if card.exam is False:
        return title, _tr("no exam in this category"), None
    said = {
        "endorsed": _tr("passed"),
        "not_passed": _tr("not passed; may sit again"),
        "to_sit_expired": _tr("approval expired"),
    }.get(state)
    if said is None and card.exam_from is not None:
        said = _tr("may sit from {day}").format(day=formats.day(card.exam_from))
    return title, said or _tr("three months after submission"), state == "endorsed"


def _registry(card: CaseCard) -> Told:
    row, title = card.row, _tr("Active registry")
    if row.state == "endorsed":
        day = formats.day(row.decided_on) if card.exam is False else ""
        return title, _tr("from {day}").format(day=day) if day else "", True
    later = _tr("from the exam result") if card.exam else _tr("from the decision date")
    return title, later, False
