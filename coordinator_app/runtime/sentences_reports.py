"""Sentences about reports."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "report.year_ahead": QT_TRANSLATE_NOOP(
        "sentences", "The year {year} has not begun. Choose this year or an earlier one."
    ),
    "cli.annual": QT_TRANSLATE_NOOP(
        "sentences",
        "The annual report of {year}, with {submitted} applications, lies in {folder}.",
    ),
}
