"""Dates as a coordinator types them. Nothing is invented: what is not written stays unknown."""

from __future__ import annotations

import re
from datetime import date

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_understood import Understood, asked, noted, used
from coordinator_app.domain.partial import PartialDate

# No association of this kind is older, and no record in use is younger.
EARLIEST, LATEST = 1950, 2100
UNKNOWN_WORDS = frozenset(
    {"tbd", "tba", "tbc", "pending", "unknown", "na", "n a", "none", "not yet"}
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>'?\d{4}|'?\d{2})"
_DAY = r"(?P<day>\d{1,2})"
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?)?"
_NUMBER = r"(?P<{}>\d{{1,2}})"
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})(?:-{_DAY}{_TIME})?")
_WORDED = (
    re.compile(rf"{_MONTH} ?{_DAY}(?:st|nd|rd|th)?,? {_YEAR}"),
    re.compile(rf"{_DAY}(?:st|nd|rd|th)?[- ]{_MONTH}[- ,]{{1,2}}{_YEAR}"),
    re.compile(rf"{_MONTH}[ ,/-]{{1,2}}(?P<year>'?\d{{4}}|'\d{{2}})"),
)
_SLASHED = re.compile(
    rf"{_NUMBER.format('first')}[/.-]{_NUMBER.format('second')}[/.-](?P<year>\d{{4}}|\d{{2}}){_TIME}"
)
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[/-](?P<year>\d{4})")
_NO_YEAR = re.compile(r"\d{1,2}[/-]\d{1,2}")
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?")


def read_date(text: str) -> Understood:
    """Read one date cell: the six spellings of real offices, ISO, a month or a year alone.

    "TBD" and the like are noted. A day without year, an impossible day (31/02) and a number that
    looks like a spreadsheet's day count raise a question and give no date. Never raises.
    """
    plain = _tidy(text)
    if fold(plain) in UNKNOWN_WORDS or not plain.strip("?-–—. "):
        return noted("import.no_date_yet")
    return _numbered(plain) or _named(plain) or _odd(plain)


def whole_or_part(text: str) -> PartialDate | None:
    """The date in `text` where it is plain, else None."""
    found = read_date(text).value
    return found if isinstance(found, PartialDate) else None


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().rstrip(",;")


def _numbered(text: str) -> Understood | None:
    """ISO, 4/17/25, 3/2024, 2025."""
    if found := _ISO.fullmatch(text):
        return _of(found["year"], int(found["month"]), int(found["day"] or 0))
    if found := _SLASHED.fullmatch(text):
        return _slashed(int(found["first"]), int(found["second"]), found["year"])
    if found := _MONTH_YEAR.fullmatch(text):
        return _of(found["year"], int(found["month"]), 0)
    if re.fullmatch(r"\d{4}(?:\.0+)?", text):
        return _of(text[:4], 0, 0)
    return None


def _slashed(first: int, second: int, year: str) -> Understood:
    """Month first, as written in the United States; a first number over 12 can only be the day."""
    if first > 12 >= second:
        day_first = _of(year, second, first)
        if day_first.value is None:
            return day_first
        return asked("import.day_first", day_first.value, day=day_first.value)
    return _of(year, first, second)


def _named(text: str) -> Understood | None:
    """October 09, 2025 · 16-Feb-25 · Jan 2026."""
    for pattern in _WORDED:
        found = pattern.fullmatch(text)
        month = _month(found["month"]) if found else 0
        if found and month:
            parts = found.groupdict()
            return _of(parts["year"], month, int(parts.get("day") or 0))
    return None


def _month(word: str) -> int:
    """1 to 12, or 0: a name may be cut anywhere from its third letter on."""
    lower = word.casefold()
    start = lower[:3]
    if start not in _MONTHS:
        return 0
    at = _MONTHS.index(start)
    return at + 1 if _NAMES[at].startswith(lower) or lower == "sept" else 0


def _of(year: str, month: int, day: int) -> Understood:
    """The date, or a question where the calendar has no such day or the year cannot be meant."""
    full = _century(year)
    if not EARLIEST <= full <= LATEST:
        return asked("import.year_unlikely", year=full)
    try:
        return used(PartialDate(full, month, day))
    except BadInput:
        return asked("import.no_such_day")


def _century(year: str) -> int:
    """Two digits are of this century up to 49, of the last one from 50 on."""
    digits = year.lstrip("'")
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < 50 else 1900)


def _odd(text: str) -> Understood:
    if _NO_YEAR.fullmatch(text):
        return asked("import.day_without_year")
    if _SERIAL.fullmatch(text):
        day = date.fromordinal(date(1899, 12, 30).toordinal() + int(text.split(".", maxsplit=1)[0]))
        return asked("import.day_count", likely=day)
    return asked("import.not_a_date")
