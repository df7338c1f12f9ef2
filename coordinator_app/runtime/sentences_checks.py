"""What the check says, and what records and overrides are called in it."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "check.page": QT_TRANSLATE_NOOP(
        "sentences", "The file is damaged: {detail}. Open the newest backup."
    ),
    "check.row.altered": QT_TRANSLATE_NOOP(
        "sentences",
        "The {record} number {number} is not what the journal says: it was changed past the "
        "program.",
    ),
    "check.row.missing": QT_TRANSLATE_NOOP(
        "sentences", "The {record} number {number} is gone, although the journal says it is there."
    ),
    "check.row.unwritten": QT_TRANSLATE_NOOP(
        "sentences",
        "The {record} number {number} is there, although no entry of the journal wrote it.",
    ),
    "check.deleted": QT_TRANSLATE_NOOP(
        "sentences", "Entry {entry} of the journal deleted a record, which no action does."
    ),
    "check.content": QT_TRANSLATE_NOOP(
        "sentences",
        "What is kept under {sha} (a letter, a wording, a logo) is no longer what it was.",
    ),
    "check.search": QT_TRANSLATE_NOOP(
        "sentences",
        "The search words of person number {number} do not follow from the record. Save the "
        "record again.",
    ),
    "check.no_registry": QT_TRANSLATE_NOOP(
        "sentences", "Endorsement number {number} is on no registry. Move it to one."
    ),
    "check.sanctioned_active": QT_TRANSLATE_NOOP(
        "sentences",
        "Endorsement number {number} is active although its holder is sanctioned. Move it to "
        "the inactive registry.",
    ),
    "check.conflict": QT_TRANSLATE_NOOP(
        "sentences", "Case {case} was reviewed by somebody with a conflict: {conflict}."
    ),
    "check.conflict_later": QT_TRANSLATE_NOOP(
        "sentences",
        "Case {case}: after the reviewer was assigned it became known that {conflict}. Look "
        "at the review again.",
    ),
    "check.letter": QT_TRANSLATE_NOOP(
        "sentences", "Letter {letter} does not say what the recorded decision says."
    ),
    "check.other_policy": QT_TRANSLATE_NOOP(
        "sentences",
        "Case {case} is not judged by the policy in force on the day of its submission.",
    ),
    "check.other_round": QT_TRANSLATE_NOOP(
        "sentences",
        "The round or the reply day of case {case} does not follow from its submission.",
    ),
    "check.rates_oneself": QT_TRANSLATE_NOOP(
        "sentences", "In case {case} the applicant is named as a rater."
    ),
    "check.rates_twice": QT_TRANSLATE_NOOP(
        "sentences", "In case {case} one person is named as a rater twice."
    ),
    "check.decision": QT_TRANSLATE_NOOP(
        "sentences", "The decision shown on case {case} is not the one recorded."
    ),
    "check.endorsed": QT_TRANSLATE_NOOP(
        "sentences",
        "The state of case {case} and the registry disagree on whether the person is endorsed.",
    ),
    "check.override_of_person": QT_TRANSLATE_NOOP("sentences", "{name}, {rule}: {reason}"),
    "check.override": QT_TRANSLATE_NOOP("sentences", "Case {case}, {rule}: {reason}"),
    "journal.gap": QT_TRANSLATE_NOOP(
        "sentences",
        "Entry {entry} of the journal does not follow the one before it: something was taken out.",
    ),
    "journal.broken_chain": QT_TRANSLATE_NOOP(
        "sentences", "Entry {entry} of the journal was altered, or what lies before it."
    ),
    "journal.image_altered": QT_TRANSLATE_NOOP(
        "sentences", "What entry {entry} of the journal keeps of a record was altered."
    ),
    "journal.image_missing": QT_TRANSLATE_NOOP(
        "sentences", "What entry {entry} of the journal keeps of its records is not complete."
    ),
    "journal.tail_cut": QT_TRANSLATE_NOOP(
        "sentences",
        "The journal ends before entry {entry}, which was there once: its end was cut off.",
    ),
    "journal.anchor_differs": QT_TRANSLATE_NOOP(
        "sentences",
        "Entry {entry} of the journal is not the one that was there once: the end was written"
        " anew.",
    ),
    "record.office": QT_TRANSLATE_NOOP("sentences", "office"),
    "record.policy": QT_TRANSLATE_NOOP("sentences", "policy"),
    "record.person": QT_TRANSLATE_NOOP("sentences", "person"),
    "record.former_name": QT_TRANSLATE_NOOP("sentences", "former name"),
    "record.contact": QT_TRANSLATE_NOOP("sentences", "e-mail or phone"),
    "record.affiliation": QT_TRANSLATE_NOOP("sentences", "agency of a person"),
    "record.licence": QT_TRANSLATE_NOOP("sentences", "license"),
    "record.tie": QT_TRANSLATE_NOOP("sentences", "tie"),
    "record.application": QT_TRANSLATE_NOOP("sentences", "application"),
    "record.submission": QT_TRANSLATE_NOOP("sentences", "submission"),
    "record.pause": QT_TRANSLATE_NOOP("sentences", "pause"),
    "record.override": QT_TRANSLATE_NOOP("sentences", "override"),
    "record.evidence": QT_TRANSLATE_NOOP("sentences", "piece of evidence"),
    "record.reference": QT_TRANSLATE_NOOP("sentences", "reference rating"),
    "record.review": QT_TRANSLATE_NOOP("sentences", "review"),
    "record.decision": QT_TRANSLATE_NOOP("sentences", "decision"),
    "record.letter": QT_TRANSLATE_NOOP("sentences", "letter"),
    "record.attachment": QT_TRANSLATE_NOOP("sentences", "attachment"),
    "record.note": QT_TRANSLATE_NOOP("sentences", "note"),
    "record.endorsement": QT_TRANSLATE_NOOP("sentences", "endorsement"),
    "record.move": QT_TRANSLATE_NOOP("sentences", "move"),
    "record.renewal": QT_TRANSLATE_NOOP("sentences", "renewal"),
    "record.exam_result": QT_TRANSLATE_NOOP("sentences", "exam result"),
    "record.import_file": QT_TRANSLATE_NOOP("sentences", "imported file"),
    "record.import_row": QT_TRANSLATE_NOOP("sentences", "imported row"),
    "record.question": QT_TRANSLATE_NOOP("sentences", "question"),
    "override.acceptance": QT_TRANSLATE_NOOP("sentences", "accepted by override"),
    "override.submit": QT_TRANSLATE_NOOP("sentences", "submitted by override"),
    "override.decide": QT_TRANSLATE_NOOP("sentences", "approved by override"),
    "override.reactivation": QT_TRANSLATE_NOOP(
        "sentences", "back on the Active registry before every step was seen"
    ),
    "override.policy.kept": QT_TRANSLATE_NOOP("sentences", "the earlier policy kept"),
    "override.conflict.same_agency": QT_TRANSLATE_NOOP("sentences", "reviewer of the same agency"),
    "override.conflict.gave_reference": QT_TRANSLATE_NOOP("sentences", "reviewer gave a reference"),
    "override.conflict.supervises": QT_TRANSLATE_NOOP(
        "sentences", "reviewer supervises or is supervised"
    ),
    "override.conflict.declared": QT_TRANSLATE_NOOP("sentences", "reviewer with a declared tie"),
    "override.conflict.family": QT_TRANSLATE_NOOP("sentences", "reviewer of the family"),
    "override.conflict.gave_rsc": QT_TRANSLATE_NOOP("sentences", "reviewer gave RSC"),
}
