"""Dates as typed: six spellings, partial ones, and never one that was not written."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.imports_dates import read_date
from coordinator_app.domain.imports_understood import CellFate
from coordinator_app.domain.partial import PartialDate

SPELLINGS = ("{d:%Y-%m-%d}", "{d:%Y-%m-%dT%H:%M:%S}", "{d:%B %d, %Y}", "{d:%d-%b-%y}", "{d:%d-%b-%Y}",
             "{d.month}/{d.day}/{d.year}", "{d:%m/%d/%y}", "{d:%b} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}",
             " {d:%m/%d/%Y} ")  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(day=st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_spelling_of_every_day_is_that_day(spelling: str, day: date) -> None:
    found = read_date(spelling.format(d=day))
    assert found.value == PartialDate.of(day)
    assert found.fate is CellFate.USED


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("Jan 2026", "2026-01"), ("April 2025", "2025-04"), ("Sept 2025", "2025-09"), ("3/2024", "2024-03"),
     ("2025", "2025"), ("2025.0", "2025"), ("Oct ’25", None), ("Oct '25", "2025-10"), ("16-Feb-25", "2025-02-16"),
     ("6/8/2025 13:30", "2025-06-08"), ("2/29/2024", "2024-02-29"), ("Feb 3rd, 2025", "2025-02-03")],
)  # fmt: skip
def test_a_partial_date_stays_partial(typed: str, iso: str | None) -> None:
    found = read_date(typed).value
    assert (found.iso if isinstance(found, PartialDate) else None) == iso


@pytest.mark.parametrize("typed", ["TBD", "tbd?", "n/a", "-", "pending", "??", "not yet"])
def test_no_date_yet_is_noted(typed: str) -> None:
    found = read_date(typed)
    assert (found.value, found.fate, found.keep) == (None, CellFate.NOTED, True)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("31/02", "day_without_year"), ("2/31/2025", "no_such_day"), ("2/29/2025", "no_such_day"),
     ("31/02/2025", "no_such_day"), ("6/8", "day_without_year"), ("45816", "day_count"),
     ("13/13/2025", "no_such_day"), ("1900-02-29", "year_unlikely"), ("60", "not_a_date"),
     ("soon", "not_a_date"), ("June", "not_a_date"), ("0000", "year_unlikely"), ("Smarch 3, 2025", "not_a_date"),
     ("12/25/25 and 1/3/26", "not_a_date")],
)  # fmt: skip
def test_what_is_no_date_is_asked_and_gives_none(typed: str, code: str) -> None:
    found = read_date(typed)
    assert found.value is None
    assert found.fate is CellFate.QUESTION
    assert found.phrase
    assert found.phrase.code == f"import.{code}"


def test_a_day_first_is_read_so_and_asked() -> None:
    found = read_date("17/4/25")
    assert found.value == PartialDate(2025, 4, 17)
    assert found.fate is CellFate.QUESTION


@given(st.text(max_size=40))
def test_reading_never_fails(text: str) -> None:
    read_date(text)


@given(st.text(alphabet="0123456789/-. JanFebMrApyulSOctNvDTBasked,'", max_size=20))
def test_a_date_is_never_invented(text: str) -> None:
    """Every number of the date stands in the text, the year at least by its last two digits."""
    found = read_date(text).value
    if not isinstance(found, PartialDate):
        return
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    assert found.year % 100 in {each % 100 for each in numbers}
    assert not found.day or found.day in numbers
    assert not found.month or found.month in numbers or re.search(r"[A-Za-z]{3}", text)
