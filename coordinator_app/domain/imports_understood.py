"""What a cell was understood as. Every cell has exactly one fate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase


class CellFate(StrEnum):
    """used: in a field of a record; noted: kept as typed; question: asked; ignored: not data."""

    USED = "used"
    NOTED = "noted"
    QUESTION = "question"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name in reading order. `given` and `family` are empty where the cell does not tell them."""

    name: str
    given: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class EmailRead:
    """`address` is what may be stored; `likely` an address that is only guessed from a broken one."""

    address: str = ""
    likely: str = ""


@dataclass(frozen=True, slots=True)
class HoursRead:
    """Clock hours. `at_least`: the cell said "30+". `hours` None with `applies` False: "n/a"."""

    hours: Decimal | None
    at_least: bool = False
    mode: str = ""
    applies: bool = True


@dataclass(frozen=True, slots=True)
class FeeRead:
    """`state` is paid, waived or unclear; `amount` in dollars where it was written."""

    state: str
    amount: Decimal | None = None
    check: str = ""


@dataclass(frozen=True, slots=True)
class TranscriptsRead:
    """`have` of `of` transcripts; counts None where only yes or no was written."""

    complete: bool
    have: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class RaterRead:
    """One reference cell. `state` is one of facts.REFERENCE_STATES; `rater` as written or empty."""

    state: str
    rater: str = ""
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class SignedRead:
    """Whether something was signed, and when if the cell says so."""

    signed: bool
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class ProviderRead:
    """Who gave RSC, as written; `category` where the cell names one."""

    name: str
    category: str = ""
    vetted: bool = False


@dataclass(frozen=True, slots=True)
class DecisionRead:
    """`state` is one of facts.STATES; `decision` one of applications.DECISIONS or empty."""

    state: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class StatusRead:
    """A registry: active or inactive, with the reason and its date where they are written."""

    status: str
    reason: str = ""
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class NoteRead:
    """A remark; `kind` says what it proposes (former_name, moved, duplicate, also) if anything."""

    text: str
    kind: str = ""
    proposes: str = ""


CellValue = (
    str
    | bool
    | PartialDate
    | NameRead
    | EmailRead
    | HoursRead
    | FeeRead
    | TranscriptsRead
    | RaterRead
    | SignedRead
    | ProviderRead
    | DecisionRead
    | StatusRead
    | NoteRead
    | None
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A cell's value and fate. `keep`: what was typed says more than the value, keep it as a note."""

    value: CellValue
    fate: CellFate = CellFate.USED
    phrase: Phrase | None = None
    keep: bool = False


def used(value: CellValue, *, keep: bool = False) -> Understood:
    """The cell is understood and its value goes into a field."""
    return Understood(value, CellFate.USED, None, keep)


def noted(code: str, value: CellValue = None, **facts: object) -> Understood:
    """The cell goes onto the record as a note, as typed."""
    return Understood(value, CellFate.NOTED, phrase(code, **facts), keep=True)


def asked(code: str, value: CellValue = None, **facts: object) -> Understood:
    """The cell raises a question; what was typed is kept as well."""
    return Understood(value, CellFate.QUESTION, phrase(code, **facts), keep=True)
