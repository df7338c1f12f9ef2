"""The facts of a letter as plain text, numbers of them declared, for a wording to speak of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import cast

from coordinator_app.documents.worded import as_fact
from coordinator_app.domain.letters import DECLARED, LetterFacts
from coordinator_app.domain.partial import PartialDate

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# How a day, or a month of which no day is known, is written in a letter.
Dates = Callable[[date | PartialDate], str]


def us_english(day: date | PartialDate) -> str:
    """ "February 27, 2026", "February 2026" or "2026", whatever the computer's own language."""
    known = PartialDate.of(day) if isinstance(day, date) else day
    if not known.month:
        return str(known.year)
    month = _MONTHS[known.month - 1]
    return f"{month} {known.day}, {known.year}" if known.day else f"{month} {known.year}"


class Record(dict[str, object]):
    """A fact with parts, such as the association; printed whole it is its parts in a row."""

    def __str__(self) -> str:
        return "; ".join(str(part) for part in self.values() if isinstance(part, str))


def plain_facts(facts: LetterFacts, dates: Dates = us_english) -> Mapping[str, object]:
    """The facts declared for this kind of letter and no others; an unknown one is None."""
    names = DECLARED[facts.kind].names
    return {name: _plain(getattr(facts, name), dates) for name in sorted(names)}


def _plain(fact: object, dates: Dates) -> object:
    match fact:
        case str():
            return as_fact(fact)
        case date() | PartialDate():
            return dates(fact)
        case tuple():
            return [_plain(part, dates) for part in cast("tuple[object, ...]", fact)]
        case _ if is_dataclass(fact):
            named = fields(fact)
            return Record({part.name: _plain(getattr(fact, part.name), dates) for part in named})
        case _:
            return fact
