"""The lines of a person's record and of a history, ready to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.views import HistoryRow, PersonCard
from coordinator_app.ui import formats
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.card import Card, Scroll
from coordinator_app.ui.widgets.labels import Muted, PlainLabel
from coordinator_app.ui.words_history import past

TIES = {
    "family": QT_TRANSLATE_NOOP("PersonPage", "family"),
    "supervises": QT_TRANSLATE_NOOP("PersonPage", "supervises"),
    "gave_rsc": QT_TRANSLATE_NOOP("PersonPage", "gave RSC"),
    "gave_reference": QT_TRANSLATE_NOOP("PersonPage", "gave a reference"),
    "declared": QT_TRANSLATE_NOOP("PersonPage", "declared"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("PersonPage", text)


def facts_of(card: PersonCard) -> list[tuple[str, str]]:
    """(name of the fact, the fact) of everything that is known; nothing for what is not."""
    member = formats.day(card.membership_until)
    lines = [
        *(
            (_say("E-mail") if one.kind == "email" else _say("Phone"), one.value)
            for one in card.contacts
        ),
        (_say("Postal address"), card.address),
        (_say("Island or county"), card.island),
        *((_say("Agency"), one.agency) for one in card.agencies),
        (_say("Discipline"), card.discipline),
        (_say("Language"), card.language),
        (_say("Member of"), card.membership_association),
        (_say("Member until"), member),
        (_say("EASy number"), card.easy_number),
        *(
            (_say("Licence"), " ".join((one.kind, one.number, one.board)).strip())
            for one in card.licences
        ),
        *(
            (_say("Tie: {kind}").format(kind=_say(TIES[one.kind])), one.other_name)
            for one in card.ties
        ),
    ]
    if card.imported:
        lines.append((_say("Origin"), _say("Imported history")))
    return [(name, text) for name, text in lines if text]


def history_lines(rows: Sequence[HistoryRow]) -> list[tuple[str, str]]:
    """(when and who, what was done) of journal entries."""
    return [(_when(row), action_text(row)) for row in rows]


def _when(row: HistoryRow) -> str:
    return f"{formats.moment(datetime.fromisoformat(row.at))} · {row.who}"


def action_text(row: HistoryRow) -> str:
    """The action's name in the reader's language, with what it was about and its reason."""
    return " · ".join(part for part in (past(row), row.reason) if part)


def scrolled(owner: QWidget, title: str, lines: QVBoxLayout) -> Card:
    """A card whose lines scroll."""
    inner = QWidget(owner)
    column = QVBoxLayout(inner)
    space(column, 0, 10)
    column.addLayout(lines)
    column.addStretch(1)
    space(lines, 0, 10)
    card = Card(owner, title=title)
    card.add(Scroll(inner, card), 1)
    return card


def pair(owner: QWidget, quiet: str, text: str) -> QWidget:
    """A quiet line above the line it belongs to."""
    part = QWidget(owner)
    column = QVBoxLayout(part)
    space(column, 0, 2)
    column.addWidget(Muted(quiet, part, wrap=True))
    column.addWidget(PlainLabel(text, part, wrap=True, selectable=True))
    return part


def fill(place: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    """Put these parts in the place of what was there."""
    while place.count():
        item = place.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
    for part in parts:
        place.addWidget(part)
