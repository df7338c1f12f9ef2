"""Typed looks into a row: the one place where stored text becomes a date, an amount, a flag."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from coordinator_app.domain.partial import PartialDate

Row = Mapping[str, object]


def text(row: Row, name: str) -> str:
    """The text; an empty one where there is none."""
    return cast("str | None", row[name]) or ""


def number(row: Row, name: str) -> int:
    return cast("int", row[name])


def maybe_number(row: Row, name: str) -> int | None:
    return cast("int | None", row[name])


def flag(row: Row, name: str) -> bool:
    return bool(row[name])


def maybe_flag(row: Row, name: str) -> bool | None:
    return None if row[name] is None else bool(row[name])


def day(row: Row, name: str) -> date:
    return date.fromisoformat(cast("str", row[name]))


def maybe_day(row: Row, name: str) -> date | None:
    found = cast("str | None", row[name])
    return None if found is None else date.fromisoformat(found)


def when(row: Row, name: str) -> PartialDate | None:
    found = cast("str | None", row[name])
    return None if found is None else PartialDate.parse(found)


def amount(row: Row, name: str) -> Decimal | None:
    found = cast("str | None", row[name])
    return None if found is None else Decimal(found)


def iso(value: date | PartialDate | None) -> str | None:
    """How a date or partial date is kept."""
    if value is None:
        return None
    return value.iso if isinstance(value, PartialDate) else value.isoformat()


def exact(value: Decimal | None) -> str | None:
    """How an amount is kept: plain digits, never an exponent."""
    return None if value is None else format(value, "f")


def or_none(value: str) -> str | None:
    """Blank text is no text."""
    return value.strip() or None
