"""Sentences about making a practice office."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "practice.too_few": QT_TRANSLATE_NOOP(
        "sentences",
        "People: {people} are too few for a practice office; ask for {least} or more.",
    ),
    "practice.too_early": QT_TRANSLATE_NOOP(
        "sentences",
        "As of: {day} is too early for a practice office with some history; choose {first} or later.",
    ),
    "practice.cancelled": QT_TRANSLATE_NOOP(
        "sentences", "The practice office was not made, because it was cancelled."
    ),
}
