"""What a command answers: plain facts for a program, lines for a person, and the exit code."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.sentences import say, sentence

DONE, FOUND, WRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Told:
    """`plain` is what `--json` writes: mappings, lists, texts, numbers, and dates (as ISO)."""

    plain: object
    lines: Sequence[str]
    code: int = DONE


def fact(value: object) -> str:
    """A fact of a sentence as the command line writes it: days as 2026-01-31."""
    match value:
        case PartialDate():
            return value.iso
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)


def said(phrase: Phrase) -> str:
    return say(phrase, show=fact)


def line(code: str, **facts: object) -> str:
    """The sentence for a code."""
    return sentence(code, facts, show=fact)


def table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Columns as wide as what stands in them; nothing at all without rows."""
    shown = [[printable("" if cell is None else fact(cell)) for cell in row] for row in rows]
    if not shown:
        return []
    whole = [list(titles), *shown]
    widths = [max(_width(row[at]) for row in whole) for at in range(len(titles))]
    return [_padded(row, widths) for row in whole]


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    return "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """The places a text takes in a terminal: marks on a letter take none, East Asian letters two."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(bool(unicodedata.combining(sign)) for sign in text)


def printable(text: str) -> str:
    """One line without signs that would steer the terminal: a name may hold anything."""
    one = " ".join(text.split("\n"))
    return "".join(
        sign if not unicodedata.category(sign).startswith("C") or sign == "\u200d" else "\ufffd"
        for sign in one
    )


def plain(value: object) -> object:
    """Anything a command answers, as JSON knows it: dates as ISO, exact numbers as text."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
        case Phrase():
            return said(value)
        case date():
            return value.isoformat()
        case dict():
            pairs = cast("dict[object, object]", value)
            return {str(name): plain(one) for name, one in pairs.items()}
        case list() | tuple() | frozenset():
            return [plain(one) for one in cast("Iterable[object]", value)]
        case _:
            return fact(value)


def write(told: Told, *, as_json: bool) -> None:
    """Print the answer to the standard output, and only that."""
    encoding = sys.stdout.encoding or "utf-8"
    if as_json:
        ascii_only = "utf" not in encoding.lower()
        text = json.dumps(plain(told.plain), ensure_ascii=ascii_only, indent=2) + "\n"
    else:
        text = "".join(f"{printable(each)}\n" for each in told.lines)
    # A terminal that knows no ʻokina shows ? for it, and the rest.
    _print(text.encode(encoding, errors="replace").decode(encoding))


def _print(text: str) -> None:
    """Raises OSError when nobody reads any more, or what is written to is full."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError:
        # What is left goes nowhere, or Python would try once more as it ends, and say so.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def progress(text: str) -> None:
    """A line about work under way: to the standard error, so that the answer stays alone."""
    sys.stderr.write(f"{printable(text)}\n")
    sys.stderr.flush()
