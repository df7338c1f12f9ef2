"""The columns of the tables on an endorsement's page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.letters import LetterKind, letter_name
from coordinator_app.domain.views import EndorsementRow, LetterRow
from coordinator_app.domain.views_registry import MoveRow, RenewalRow
from coordinator_app.ui import formats
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column
from coordinator_app.ui.words_case import word
from coordinator_app.ui.words_registry import MOVED, STATUS, status_text

_tr = partial(QCoreApplication.translate, "EndorsementPage")


def move_columns() -> list[Column[MoveRow]]:
    return [
        Column(
            key="on",
            title=_tr("From"),
            text=lambda one: formats.day(one.on),
            cell=Cell.MUTED,
            width=12,
        ),
        Column(key="to", title=_tr("Registry"), text=lambda one: word(STATUS, one.target), width=9),
        Column(
            key="why",
            title=_tr("Why"),
            text=lambda one: word(MOVED, one.reason),
            second=lambda one: one.evidence,
            tip=lambda one: one.evidence,
            width=26,
            stretch=True,
        ),
    ]


def renewal_columns() -> list[Column[RenewalRow]]:
    return [
        Column(
            key="cycle",
            title=_tr("Cycle to"),
            text=lambda one: formats.day(one.cycle_ends),
            width=12,
        ),
        Column(
            key="training",
            title=_tr("Training"),
            text=lambda one: _hours(one.training_hours),
            right=True,
            width=8,
        ),
        Column(
            key="rsc", title=_tr("RSC"), text=lambda one: _hours(one.rsc_hours), right=True, width=6
        ),
        *_signature_columns(),
    ]


def _signature_columns() -> list[Column[RenewalRow]]:
    return [
        Column(
            key="ethics",
            title=_tr("Ethics"),
            text=lambda one: _year(one.code_of_ethics_on),
            tip=lambda one: formats.day(one.code_of_ethics_on),
            width=6,
        ),
        Column(
            key="attestation",
            title=_tr("Attest."),
            text=lambda one: _year(one.attestation_on),
            tip=lambda one: formats.day(one.attestation_on),
            width=7,
        ),
        Column(
            key="renewed",
            title=_tr("Renewed"),
            text=lambda one: formats.day(one.renewed_on) or _tr("not yet"),
            cell=Cell.MUTED,
            width=12,
            stretch=True,
        ),
    ]


def held_columns() -> list[Column[EndorsementRow]]:
    return [
        Column(
            key="category",
            title=_tr("Category"),
            text=lambda one: one.category,
            bold=True,
            width=10,
            stretch=True,
        ),
        Column(
            key="since",
            title=_tr("Since"),
            text=lambda one: formats.partial_day(one.since),
            cell=Cell.MUTED,
            width=12,
        ),
        Column(
            key="status",
            title=_tr("Registry"),
            text=status_text,
            tone=_status_tone,
            cell=Cell.PILL,
            width=20,
        ),
    ]


def letter_columns() -> list[Column[LetterRow]]:
    return [
        Column(
            key="number", title=_tr("Letter"), text=lambda one: one.number, cell=Cell.MONO, width=13
        ),
        Column(key="kind", title=_tr("What"), text=kind_text, width=24, stretch=True),
        Column(
            key="issued",
            title=_tr("Issued"),
            text=lambda one: formats.day(one.issued_on),
            cell=Cell.MUTED,
            width=12,
        ),
        Column(key="sent", title="", text=sent_text, tone=sent_tone, cell=Cell.PILL, width=12),
    ]


def kind_text(letter: LetterRow) -> str:
    """What a letter is called."""
    return say_phrase(letter_name(LetterKind(letter.kind)))


def sent_text(letter: LetterRow) -> str:
    """ "to send", or the day it went out."""
    return (
        _tr("to send")
        if letter.sent_on is None
        else _tr("sent {day}").format(day=formats.day(letter.sent_on))
    )


def sent_tone(letter: LetterRow) -> Tone:
    return Tone.WAIT if letter.sent_on is None else Tone.GOOD


def _status_tone(row: EndorsementRow) -> Tone:
    if row.status == "active":
        return Tone.GOOD
    return Tone.BAD if row.reason == "sanctioned" else Tone.PLAIN


def _hours(value: Decimal | None) -> str:
    return "—" if value is None else formats.number(value)


def _year(value: date | None) -> str:
    return "—" if value is None else str(value.year)
