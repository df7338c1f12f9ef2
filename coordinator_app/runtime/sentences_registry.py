"""Sentences about moves between the registries and about renewals."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "move.unknown_reason": QT_TRANSLATE_NOOP(
        "sentences", "“{reason}” is not a reason for this move; choose one from the list."
    ),
    "move.evidence_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "Evidence: write from whom and when the association learned of it, and which board it was.",
    ),
    "move.no_way_back": QT_TRANSLATE_NOOP(
        "sentences",
        "Somebody who has died or has moved to another association does not come back to the "
        "active registry here; bring over a new endorsement if they return.",
    ),
    "move.sanction_lasts": QT_TRANSLATE_NOOP(
        "sentences",
        "A licensing board’s sanction is on record: first note, with evidence, that the board has "
        "lifted it.",
    ),
    "move.not_sanctioned": QT_TRANSLATE_NOOP(
        "sentences", "No sanction is on record here, so none can be lifted; choose another reason."
    ),
    "move.there_already": QT_TRANSLATE_NOOP(
        "sentences", "The endorsement is on that registry already; no move is needed."
    ),
    "move.in_future": QT_TRANSLATE_NOOP(
        "sentences", "Day: {day} has not come yet; record a move on its day or later."
    ),
    "move.before_last": QT_TRANSLATE_NOOP(
        "sentences", "Day: {day} is not after the last move on {last}; choose a later day."
    ),
    "move.nothing": QT_TRANSLATE_NOOP(
        "sentences", "Nothing is selected that can be moved; choose rows of the registry first."
    ),
    "move.steps_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "The way back to the Active registry also asks for: {missing}. Tick what was seen, or give "
        "the reason for an override.",
    ),
    "reactivation.to_show": QT_TRANSLATE_NOOP("sentences", "to be shown"),
    "renewal.hours_negative": QT_TRANSLATE_NOOP(
        "sentences", "Hours: {hours} cannot be; enter clock hours, 0 or more."
    ),
    "renewal.no_such_cycle": QT_TRANSLATE_NOOP(
        "sentences",
        "No renewal cycle ends on {day}; choose the last day of a cycle of the policy in force.",
    ),
}
