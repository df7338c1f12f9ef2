"""Tables of records, and what a cell may hold: shared by the workbook and the CSV writer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from coordinator_app.domain.partial import PartialDate

R = TypeVar("R")
Cell = str | int | float | Decimal | date | PartialDate | None

PRACTICE = "PRACTICE"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Cells(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    INTEGER = "integer"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its title, its value of a record, and what it holds.

    A date of which only the month or year is known is written as text ("2026-01").
    """

    title: str
    value: Callable[[R], Cell]
    kind: Cells = Cells.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table ready to be written."""

    title: str
    titles: tuple[str, ...]
    kinds: tuple[Cells, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet(title: str, columns: Sequence[Column[R]], records: Iterable[R]) -> Sheet:
    """The records as rows, in the order given."""
    return Sheet(
        title,
        tuple(column.title for column in columns),
        tuple(column.kind for column in columns),
        tuple(tuple(column.value(record) for column in columns) for record in records),
    )


def cleaned(text: str) -> str:
    """Text as a file can hold it: accents composed, control characters gone, line ends as \\n."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", lines))


def as_text(cell: Cell) -> str:
    """A cell as plain text: dates as 2026-01-31, numbers with a point, nothing as ""."""
    match cell:
        case None:
            return ""
        case str():
            return cleaned(cell)
        case PartialDate():
            return cell.iso
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
        case _:
            return str(cell)
