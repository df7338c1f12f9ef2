"""Counted things and days from now, in the reader's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale


def counted(context: str, one: str, many: str, count: int) -> str:
    """ "1 day" or "3 days": `many` is translated with its plural forms; English has `one` beside it.

    Both hold "%n". Mark them with QT_TRANSLATE_NOOP where they are not plain literals here.
    """
    found = QCoreApplication.translate(context, many, "", count)
    if count == 1 and found == many.replace("%n", "1"):
        return QCoreApplication.translate(context, one, "", count)
    return found


def days_late(days: int) -> str:
    """20 days late."""
    return counted("days", "%n day late", "%n days late", days)


def in_days(days: int) -> str:
    """Today, tomorrow, in 3 days."""
    if days == 0:
        return QCoreApplication.translate("days", "today")
    return counted("days", "in %n day", "in %n days", days)


def open_days(days: int) -> str:
    """Open for 8 days."""
    return counted("days", "Open for %n day", "Open for %n days", days)


def month_name(first: date) -> str:
    """January: of a month whose year is clear."""
    return QLocale().standaloneMonthName(first.month, QLocale.FormatType.LongFormat)
