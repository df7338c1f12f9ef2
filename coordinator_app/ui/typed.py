"""Reading what people type: dates and exact amounts, by the office's locale."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.fold import fold
from coordinator_app.domain.partial import PartialDate
from coordinator_app.ui.formats import month_first

_ISO = re.compile(r"\d{4}(-\d{1,2}){0,2}")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d+)")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{4})")
_ENGLISH = QLocale("en_US")


def read_day(text: str, today: date | None = None, locale: QLocale | None = None) -> PartialDate:
    """A typed date: 2026-01-31, 1/31/2026, 31 Jan 2026, Jan 2026, 2026, today, yesterday.

    Numbers are read in the locale's order. Raises BadInput: `typed.year_short` where the year has
    not four digits, `typed.no_date` where it is no date.
    """
    clean = " ".join(text.split())
    if today is not None and fold(clean) in ("today", "yesterday", "tomorrow"):
        step = {"today": 0, "yesterday": -1, "tomorrow": 1}[fold(clean)]
        return PartialDate.of(today + timedelta(days=step))
    parts = _numbers(clean, locale or QLocale()) or _words(clean, locale or QLocale())
    if parts is None:
        raise BadInput("typed.no_date", text=clean)
    if len(parts[0]) != 4:
        raise BadInput("typed.year_short", text=clean)
    try:
        return PartialDate(*(int(part) for part in parts))
    except BadInput:
        raise BadInput("typed.no_date", text=clean) from None


def read_whole_day(text: str, today: date | None = None, locale: QLocale | None = None) -> date:
    """A typed date with its day. Raises BadInput also as `typed.day_missing`."""
    read = read_day(text, today, locale)
    whole = read.whole()
    if whole is None:
        raise BadInput("typed.day_missing", text=" ".join(text.split()))
    return whole


def read_amount(text: str, places: int = 2, locale: QLocale | None = None) -> Decimal:
    """A typed amount, exact: 1,234.50, $100, 46.5 h. Raises BadInput("typed.no_amount",
    "typed.too_exact", "typed.negative")."""
    where = locale or QLocale()
    clean = re.sub(r"[\s$]|h(ours?|rs?)?\.?$", "", text.strip().casefold())
    plain = clean.replace(where.groupSeparator(), "").replace(where.decimalPoint(), ".")
    try:
        amount = Decimal(plain) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain) else None
    except InvalidOperation:
        amount = None
    if amount is None:
        raise BadInput("typed.no_amount", text=text.strip())
    if amount < 0:
        raise BadInput("typed.negative", text=text.strip())
    if amount != round(amount, places):
        raise BadInput("typed.too_exact", text=text.strip(), places=places)
    return amount


def _numbers(text: str, locale: QLocale) -> tuple[str, ...] | None:
    """(year, month, day) of a date in figures, as far as it goes."""
    if _ISO.fullmatch(text):
        return tuple(text.split("-"))
    if found := _NUMBERS.fullmatch(text):
        one, two, year = found.groups()
        return (year, one, two) if month_first(locale) else (year, two, one)
    if found := _MONTH_OF_YEAR.fullmatch(text):
        return found[2], found[1]
    return None


def _words(text: str, locale: QLocale) -> tuple[str, ...] | None:
    """(year, month, day) of a date with the month's name."""
    words = fold(text.replace(",", " ")).split()
    named = [(word, _month(word, locale)) for word in words if not word[0].isdecimal()]
    figures = [re.sub(r"(st|nd|rd|th)$", "", word) for word in words if word[0].isdecimal()]
    if len(named) != 1 or not named[0][1] or not all(figure.isdecimal() for figure in figures):
        return None
    month = str(named[0][1])
    match figures:
        case [year]:
            return (year, month)
        case [one, two] if len(one) == 4:
            return (one, month, two)
        case [one, two]:
            return (two, month, one)
        case _:
            return None


def _month(word: str, locale: QLocale) -> int:
    """The number of a month's name or of its first three letters or more; 0 for another word."""
    if len(word) < 3:
        return 0
    for where in (locale, _ENGLISH):
        for number in range(1, 13):
            if fold(where.monthName(number, QLocale.FormatType.LongFormat)).startswith(word[:9]):
                return number
    return 9 if word == "sept" else 0
