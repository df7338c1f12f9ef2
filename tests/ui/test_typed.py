"""What people type is read as they mean it, or refused with a sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from coordinator_app.domain.errors import BadInput
from coordinator_app.ui import formats, typed

US, GB, DE, C = QLocale("en_US"), QLocale("en_GB"), QLocale("de_DE"), QLocale.c()
TODAY = date(2026, 2, 20)


@pytest.mark.parametrize(
    "text",
    ["2026-01-31", "1/31/2026", "01/31/2026", "31 Jan 2026", "Jan 31, 2026", "January 31st 2026",
     " 31  january 2026 ", "2026 Jan 31", "jan. 31 2026", "1-31-2026", "2026-1-31"],
)  # fmt: skip
def test_a_day_in_many_spellings(text: str) -> None:
    assert typed.read_whole_day(text, locale=US) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("locale", "text"),
    [(US, "3/4/2026"), (GB, "4/3/2026"), (DE, "4.3.2026"), (C, "4/3/2026"), (DE, "4. März 2026")],
)
def test_figures_are_read_in_the_locales_order(locale: QLocale, text: str) -> None:
    text = text.replace("4. ", "4 ")
    assert typed.read_whole_day(text, locale=locale) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "iso"), [("Jan 2026", "2026-01"), ("1/2026", "2026-01"), ("2026", "2026")]
)
def test_what_is_known_of_a_date(text: str, iso: str) -> None:
    assert typed.read_day(text, locale=US).iso == iso


@pytest.mark.parametrize(
    ("text", "day"),
    [("today", TODAY), ("Yesterday", date(2026, 2, 19)), ("TOMORROW", date(2026, 2, 21))],
)
def test_today_can_be_typed(text: str, day: date) -> None:
    assert typed.read_whole_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1/31/26", "typed.year_short"),
        ("31 Jan 26", "typed.year_short"),
        ("2/30/2026", "typed.no_date"),
        ("13/1/2026", "typed.no_date"),
        ("soon", "typed.no_date"),
        ("Feb 30 2026", "typed.no_date"),
        ("1 Foo 2026", "typed.no_date"),
        ("today", "typed.no_date"),
        ("1 2 3 Jan 2026", "typed.no_date"),
    ],
)
def test_what_is_no_date_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadInput) as refusal:
        typed.read_day(text, locale=US)
    assert refusal.value.code == code
    assert refusal.value.facts["text"] == text


def test_a_day_is_asked_for_where_one_is_needed() -> None:
    with pytest.raises(BadInput, match=r"typed\.day_missing"):
        typed.read_whole_day("Jan 2026", locale=US)


@pytest.mark.parametrize("locale", [US, GB, DE, C], ids=["US", "GB", "DE", "C"])
@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_we_write_we_read(locale: QLocale, day: date) -> None:
    assert typed.read_whole_day(formats.day(day, locale), locale=locale) == day


@pytest.mark.parametrize(
    ("text", "amount"),
    [("46.5", "46.5"), ("1,234.50", "1234.5"), ("$100", "100"), ("12 h", "12"), (".25", "0.25"),
     ("46.5 hours", "46.5"), ("0", "0")],
)  # fmt: skip
def test_amounts_are_exact(text: str, amount: str) -> None:
    assert typed.read_amount(text, locale=US) == Decimal(amount)


def test_amounts_follow_the_locale() -> None:
    assert typed.read_amount("1.234,5", locale=DE) == Decimal("1234.5")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("many", "typed.no_amount"),
        ("", "typed.no_amount"),
        ("1e5", "typed.no_amount"),
        ("NaN", "typed.no_amount"),
        ("-1", "typed.negative"),
        ("1.234", "typed.too_exact"),
    ],
)
def test_what_is_no_amount_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        typed.read_amount(text, locale=US)


@given(amount=st.decimals(0, 10**9, places=2))
def test_every_amount_we_write_we_read(amount: Decimal) -> None:
    assert typed.read_amount(formats.number(amount, US), locale=US) == amount
