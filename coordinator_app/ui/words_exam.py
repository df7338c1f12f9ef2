"""What the stored codes of exams are called on screen, and the tone they are shown in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.views_exam import PaperRow, SeatRow, SittingRow
from coordinator_app.ui import formats
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.palette import Tone

SITTING_STATES: Mapping[str, str] = {
    "planned": QT_TRANSLATE_NOOP("exam", "Planned"),
    "scoring": QT_TRANSLATE_NOOP("exam", "Scoring"),
    "released": QT_TRANSLATE_NOOP("exam", "Results released"),
    "called_off": QT_TRANSLATE_NOOP("exam", "Called off"),
}
_SITTING_TONES: Mapping[str, Tone] = {
    "planned": Tone.WAIT,
    "scoring": Tone.NEWS,
    "released": Tone.GOOD,
}
VERDICTS: Mapping[str, str] = {
    "clean": QT_TRANSLATE_NOOP("exam", "nothing known was found"),
    "leak": QT_TRANSLATE_NOOP("exam", "names the examinee"),
    "unprovable": QT_TRANSLATE_NOOP("exam", "unprovable: not all of it can be read"),
}
VERDICT_TONES: Mapping[str, Tone] = {
    "clean": Tone.GOOD,
    "leak": Tone.BAD,
    "unprovable": Tone.WAIT,
}
FOUND_KINDS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("exam", "name"),
    "given": QT_TRANSLATE_NOOP("exam", "given name"),
    "family": QT_TRANSLATE_NOOP("exam", "family name"),
    "former": QT_TRANSLATE_NOOP("exam", "former name"),
    "email": QT_TRANSLATE_NOOP("exam", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("exam", "phone"),
    "number": QT_TRANSLATE_NOOP("exam", "licence or case number"),
    "rater": QT_TRANSLATE_NOOP("exam", "rater or supervisor"),
    "rater_part": QT_TRANSLATE_NOOP("exam", "part of a rater’s name"),
    "agency": QT_TRANSLATE_NOOP("exam", "agency"),
    "place": QT_TRANSLATE_NOOP("exam", "island or county"),
    "structure": QT_TRANSLATE_NOOP("exam", "more than text"),
}


def exam_word(words: Mapping[str, str], code: str) -> str:
    """The word for a code in the reader's language; the code itself where there is none."""
    return QCoreApplication.translate("exam", words[code]) if code in words else code


def sitting_tone(row: SittingRow) -> Tone:
    return _SITTING_TONES.get(row.state, Tone.PLAIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("exam", text)


def points(value: Decimal | None) -> str:
    return "·" if value is None else formats.number(value)


def seat_name(paper: PaperRow, letter: str) -> str:
    seat = paper.seat(letter)
    return "" if seat is None else seat.scorer_name


def seat_score(paper: PaperRow, letter: str) -> str:
    """The total, "sealed" while the other is not in, a dot while it is not in itself."""
    seat = paper.seat(letter)
    return "" if seat is None else score_text(seat)


def score_text(seat: SeatRow) -> str:
    return _tr("sealed") if seat.sealed else points(seat.total)


def outcome_text(paper: PaperRow) -> str:
    """Where a paper stands, in two or three words."""
    found = paper.outcome
    if paper.result is not None:
        return _tr("passed") if paper.result.passed else _tr("not passed")
    if not paper.seats:
        return _tr("not paired") if paper.state == "answered" else _tr("no answers yet")
    match found.state:
        case "waiting" | "third_waiting":
            return _waiting(paper)
        case "disagree":
            return _tr("disagree by {points}").format(points=points(found.apart))
        case "undecided":
            return _tr("to decide")
        case _:
            return _tr("agree: {points}").format(points=points(found.points))


def _waiting(paper: PaperRow) -> str:
    if all(seat.released_on is None for seat in paper.seats):
        return _tr("packets not out")
    missing = paper.outcome.missing
    if len(missing) == 2:
        return _tr("waiting for both")
    return _tr("waiting for {scorer}").format(scorer=missing[0])


def outcome_tone(paper: PaperRow) -> Tone:
    if paper.result is not None:
        return Tone.GOOD if paper.result.passed else Tone.PLAIN
    states = {
        "waiting": Tone.WAIT,
        "third_waiting": Tone.WAIT,
        "disagree": Tone.BAD,
        "undecided": Tone.NEWS,
        "agree": Tone.GOOD,
    }
    return states.get(paper.outcome.state, Tone.PLAIN)
