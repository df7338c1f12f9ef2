"""Dates, numbers and names as people read them, by the office's locale (`QLocale.setDefault`).

Every function takes its locale as a last argument for tests; without one it is the default.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from coordinator_app.domain.partial import PartialDate

OFFICE_LOCALE = "en_US"


def use_locale(name: str = OFFICE_LOCALE) -> None:
    """Make `name` ("en_US") the locale of every format and field."""
    QLocale.setDefault(QLocale(name))


def month_first(locale: QLocale | None = None) -> bool:
    """Whether people there write the month before the day."""
    pattern = (locale or QLocale()).dateFormat(QLocale.FormatType.ShortFormat)
    return pattern.find("M") < pattern.find("d")


def day(value: date | None, locale: QLocale | None = None) -> str:
    """Feb 28, 2026 (US English), 28 Feb 2026 (other English); nothing for None."""
    return "" if value is None else _written(value, "d", locale)


def day_in_year(value: date, locale: QLocale | None = None) -> str:
    """Feb 28: for dense lines in which the year is clear."""
    where = locale or QLocale()
    return where.toString(_qdate(value), "MMM d" if month_first(where) else "d MMM")


def long_day(value: date, locale: QLocale | None = None) -> str:
    """Saturday, February 28, 2026."""
    return (locale or QLocale()).toString(_qdate(value), QLocale.FormatType.LongFormat)


def month(value: date, locale: QLocale | None = None) -> str:
    """February 2026."""
    where = locale or QLocale()
    name = where.standaloneMonthName(value.month, QLocale.FormatType.LongFormat)
    return f"{name} {value.year}"


def short_month(value: date, locale: QLocale | None = None) -> str:
    """Feb."""
    return (locale or QLocale()).standaloneMonthName(value.month, QLocale.FormatType.ShortFormat)


def partial_day(value: PartialDate | None, locale: QLocale | None = None) -> str:
    """Feb 28, 2026, Feb 2026 or 2026, as much as is known."""
    if value is None:
        return ""
    whole = value.whole()
    if whole is not None:
        return day(whole, locale)
    return _written(value.first(), "M", locale) if value.month else str(value.year)


def moment(value: datetime, locale: QLocale | None = None) -> str:
    """Feb 12, 2026 14:02, in the zone `value` is in."""
    return f"{day(value.date(), locale)} {value:%H:%M}"


def clock(value: datetime) -> str:
    """14:02:31."""
    return f"{value:%H:%M:%S}"


def hours(value: Decimal, locale: QLocale | None = None) -> str:
    """46.5 h; exact, without closing zeros."""
    return f"{number(value, locale)} h"


def number(value: Decimal, locale: QLocale | None = None) -> str:
    """1,234.5: every digit there is, in groups, without closing zeros."""
    plain = f"{value:f}"
    whole, _, rest = plain.partition(".")
    point = (locale or QLocale()).decimalPoint()
    shown = count(int(whole), locale)
    if plain.startswith("-") and int(whole) == 0:
        shown = f"-{shown}"
    rest = rest.rstrip("0")
    return f"{shown}{point}{rest}" if rest else shown


def money(value: Decimal, locale: QLocale | None = None) -> str:
    """$1,234.50; US dollars, always with cents."""
    where = locale or QLocale()
    sign = "-" if value < 0 else ""
    whole, _, cents = f"{abs(value):.2f}".partition(".")
    return f"{sign}${count(int(whole), where)}{where.decimalPoint()}{cents}"


def count(value: int, locale: QLocale | None = None) -> str:
    """18,204."""
    return (locale or QLocale()).toString(value)


def names(all_names: Sequence[str]) -> str:
    """Keoni, Leilani and Noe."""
    if len(all_names) < 2:
        return "".join(all_names)
    joined = QCoreApplication.translate("formats", "{some} and {last}")
    return joined.format(some=", ".join(all_names[:-1]), last=all_names[-1])


def fact(value: object) -> str:
    """Any plain fact of a sentence as it is shown: dates, hours, counts, words."""
    match value:
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case PartialDate():
            return partial_day(value)
        case Decimal():
            return number(value)
        case bool():
            return str(value)
        case int():
            return str(value)
        case _:
            return str(value)


def _written(value: date, smallest: str, locale: QLocale | None) -> str:
    where = locale or QLocale()
    if where.language() in (
        QLocale.Language.English,
        QLocale.Language.C,
        QLocale.Language.Hawaiian,
    ):
        with_day = "MMM d, yyyy" if month_first(where) else "d MMM yyyy"
        return where.toString(_qdate(value), with_day if smallest == "d" else "MMM yyyy")
    if smallest == "d":
        return where.toString(_qdate(value), four_digit_years(where))
    return where.toString(_qdate(value), "MMM yyyy")


def four_digit_years(locale: QLocale) -> str:
    """The locale's short date pattern with a year of four digits."""
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _qdate(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)
