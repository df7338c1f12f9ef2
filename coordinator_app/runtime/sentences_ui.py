"""Sentences of the window: what was typed, and what became of the program's own trouble."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "typed.no_date": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a date. Write it as 1/31/2026, 31 Jan 2026 or 2026-01-31."
    ),
    "typed.year_short": QT_TRANSLATE_NOOP(
        "sentences", "“{text}”: write the year with four digits, as in 2026."
    ),
    "typed.day_missing": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” has no day. Write the whole date, as in 31 Jan 2026."
    ),
    "typed.no_amount": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a number. Write figures, as in 46.5."
    ),
    "typed.negative": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is less than nothing. Write a number from 0 up."
    ),
    "typed.too_exact": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” has too many figures after the point: at most {places}."
    ),
    "typed.required": QT_TRANSLATE_NOOP("sentences", "{field} is needed here. Please fill it in."),
    "window.unexpected": QT_TRANSLATE_NOOP(
        "sentences",
        "Something went wrong that the program did not expect ({kind}). Nothing was written. "
        "Help ▸ Copy report gathers what is needed to find out why.",
    ),
    "print.not_a_pdf": QT_TRANSLATE_NOOP(
        "sentences", "This document cannot be shown: it is not a whole PDF. Make it once more."
    ),
    "print.not_printed": QT_TRANSLATE_NOOP(
        "sentences",
        "Nothing was printed: the printer did not take the document. Is it switched on?",
    ),
    "print.no_printer": QT_TRANSLATE_NOOP(
        "sentences",
        "This computer has no printer set up. Add one in its settings, or save the document and "
        "print it elsewhere.",
    ),
    "print.not_saved": QT_TRANSLATE_NOOP(
        "sentences", "{path} could not be written ({reason}). Choose another folder."
    ),
}
