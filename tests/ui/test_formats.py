"""Dates, numbers and names as people read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from coordinator_app.domain.partial import PartialDate
from coordinator_app.ui import formats

DAY = date(2026, 2, 8)
US, GB, DE, C = QLocale("en_US"), QLocale("en_GB"), QLocale("de_DE"), QLocale.c()


@pytest.mark.parametrize(
    ("locale", "shown"),
    [(US, "Feb 8, 2026"), (GB, "8 Feb 2026"), (DE, "08.02.2026"), (C, "8 Feb 2026")],
)
def test_a_day_is_written_as_the_office_writes_it(locale: QLocale, shown: str) -> None:
    assert formats.day(DAY, locale) == shown


def test_us_english_is_the_offices_locale_at_first() -> None:
    formats.use_locale()
    assert formats.day(DAY) == "Feb 8, 2026"
    assert formats.long_day(DAY) == "Sunday, February 8, 2026"
    assert formats.day(None) == ""


@pytest.mark.parametrize("locale", [US, GB, DE, C])
def test_a_year_has_always_four_digits(locale: QLocale) -> None:
    assert "2026" in formats.day(DAY, locale)


@pytest.mark.parametrize(("locale", "shown"), [(US, "Feb 8"), (GB, "8 Feb")])
def test_a_day_of_a_known_year(locale: QLocale, shown: str) -> None:
    assert formats.day_in_year(DAY, locale) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (PartialDate(2026), "2026"),
        (PartialDate(2026, 1), "Jan 2026"),
        (PartialDate(2026, 1, 31), "Jan 31, 2026"),
        (None, ""),
    ],
)
def test_a_partial_date_shows_what_is_known(value: PartialDate | None, shown: str) -> None:
    assert formats.partial_day(value, US) == shown


def test_months() -> None:
    assert formats.month(DAY, US) == "February 2026"
    assert formats.short_month(DAY, US) == "Feb"


def test_moments() -> None:
    moment = datetime(2026, 2, 8, 14, 2, 31, tzinfo=UTC)
    assert formats.moment(moment, US) == "Feb 8, 2026 14:02"
    assert formats.clock(moment) == "14:02:31"


@pytest.mark.parametrize(
    ("value", "locale", "shown"),
    [
        ("46.50", US, "46.5 h"),
        ("12.0", US, "12 h"),
        ("0", US, "0 h"),
        ("1234.25", US, "1,234.25 h"),
        ("1234.25", DE, "1.234,25 h"),
        ("-0.5", US, "-0.5 h"),
        ("1E+2", US, "100 h"),
        ("0.1234567890123456789", US, "0.1234567890123456789 h"),
    ],
)
def test_hours_are_exact(value: str, locale: QLocale, shown: str) -> None:
    assert formats.hours(Decimal(value), locale) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [("100", "$100.00"), ("1234.5", "$1,234.50"), ("-3", "-$3.00")]
)
def test_money_has_cents(value: str, shown: str) -> None:
    assert formats.money(Decimal(value), US) == shown


def test_counts_stand_in_groups() -> None:
    assert formats.count(18204, US) == "18,204"
    assert formats.count(18204, DE) == "18.204"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([], ""),
        (["Keoni"], "Keoni"),
        (["Keoni", "Noe"], "Keoni and Noe"),
        (["Keoni", "Leilani", "Noe"], "Keoni, Leilani and Noe"),
    ],
)
def test_names_are_joined_as_they_are_read(names: list[str], shown: str) -> None:
    assert formats.names(names) == shown


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        (DAY, "Feb 8, 2026"),
        (PartialDate(2026, 2), "Feb 2026"),
        (Decimal("30.0"), "30"),
        (7, "7"),
        ("Nāluʻai", "Nāluʻai"),
        (datetime(2026, 2, 8, 9, 5, tzinfo=UTC), "Feb 8, 2026 09:05"),
    ],
)
def test_facts_of_sentences(fact: object, shown: str) -> None:
    formats.use_locale()
    assert formats.fact(fact) == shown


def every_format(locale: QLocale) -> list[Callable[[], str]]:
    return [
        lambda: formats.day(DAY, locale),
        lambda: formats.month(DAY, locale),
        lambda: formats.partial_day(PartialDate(2026, 2), locale),
    ]


@pytest.mark.parametrize("name", ["ja_JP", "haw_US", "ar_EG", "fr_FR"])
def test_no_locale_is_without_words(name: str) -> None:
    assert all(say() for say in every_format(QLocale(name)))
