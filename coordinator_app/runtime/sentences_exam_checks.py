"""Sentences of `check` about exams."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "check.door": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}: the sealed link to its candidate is damaged or not the only one.",
    ),
    "check.third_too_early": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}: a third scorer was assigned before the first two scores were in.",
    ),
    "check.result_too_early": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: it has a result although scores are missing."
    ),
    "check.scorer_conflict": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}: a scorer has a conflict with the examinee ({conflict}) and there is no override.",
    ),
    "check.packet_leaks": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: a packet went out with findings and without a reason."
    ),
    "check.packet_missing": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: it is marked as sent to a scorer, but no packet was searched."
    ),
    "check.opened": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: its identity was opened: {reason}"
    ),
    "check.scorer_override": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: a scorer with a conflict was allowed: {reason}"
    ),
    "check.packet_override": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: a packet with findings was released: {reason}"
    ),
    "check.small_group": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: released in a small group: {reason}"
    ),
    "check.admitted": QT_TRANSLATE_NOOP(
        "sentences", "{sitting}: somebody was admitted although not yet entitled: {reason}"
    ),
}
