"""A spreadsheet as it was read: every cell with its exact text, nothing interpreted yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from coordinator_app.domain.fold import fold
from coordinator_app.domain.phrases import Phrase

# What a cell holds. `formula` carries the value the writing program had last calculated.
CELL_KINDS = ("text", "number", "date", "bool", "formula", "error", "empty")


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell. `row` and `column` count from 1, `ref` is "G6".

    `value` is always text: numbers exactly ("62.25"), dates ISO ("2025-06-08", with a time
    "2025-06-08T13:30:00"), booleans TRUE or FALSE. `formula` is the formula without "=";
    `formatted` the number format where it is not General. An empty cell is kept only for its
    comment.
    """

    ref: str
    row: int
    column: int
    value: str
    kind: str = "text"
    comment: str = ""
    formatted: str = ""
    formula: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row that has at least one cell; `cells` are in the order of their columns."""

    row: int
    cells: tuple[RawCell, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class RawSheet:
    """`state` is visible, hidden or veryHidden; `merged` are ranges such as "A1:P1"."""

    name: str
    state: str
    rows: tuple[RawRow, ...]
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()

    def numbered(self) -> Mapping[int, RawRow]:
        return MappingProxyType({one.row: one for one in self.rows})

    @property
    def last_row(self) -> int:
        return self.rows[-1].row if self.rows else 0


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """A whole file: its name, its format (xlsx or csv), its SHA-256 and what reading it told."""

    file: str
    format: str
    digest: str
    sheets: tuple[RawSheet, ...]
    told: tuple[Phrase, ...] = field(default=())


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """`fold`, remembered: the same headers and words come in every row."""
    return fold(text)


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@lru_cache(maxsize=1_000)
def number_of(name: str) -> int:
    """The number of a column from its letters; 0 where they are none."""
    number = 0
    for sign in name.upper():
        if not "A" <= sign <= "Z":
            return 0
        number = number * 26 + ord(sign) - ord("A") + 1
    return number
