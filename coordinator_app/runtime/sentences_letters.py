"""Sentences about letters, their wordings, and pictures."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "letter.kind.application_accepted": QT_TRANSLATE_NOOP("sentences", "Application accepted"),
    "letter.kind.more_information": QT_TRANSLATE_NOOP("sentences", "More information needed"),
    "letter.kind.approved": QT_TRANSLATE_NOOP("sentences", "Approved"),
    "letter.kind.approved_to_sit": QT_TRANSLATE_NOOP("sentences", "Approved to sit the exam"),
    "letter.kind.deferred": QT_TRANSLATE_NOOP("sentences", "Deferred"),
    "letter.kind.denied": QT_TRANSLATE_NOOP("sentences", "Denied"),
    "letter.kind.withdrawn": QT_TRANSLATE_NOOP("sentences", "Application withdrawn"),
    "letter.kind.reference_request": QT_TRANSLATE_NOOP("sentences", "Reference rating asked for"),
    "letter.kind.reference_reminder": QT_TRANSLATE_NOOP("sentences", "Reference rating: reminder"),
    "letter.kind.replacement_rating": QT_TRANSLATE_NOOP("sentences", "Another rating needed"),
    "letter.kind.on_hold": QT_TRANSLATE_NOOP("sentences", "Application on hold"),
    "letter.kind.exam_passed": QT_TRANSLATE_NOOP("sentences", "Exam passed"),
    "letter.kind.exam_not_passed": QT_TRANSLATE_NOOP("sentences", "Exam not passed"),
    "letter.kind.inactive_lapsed": QT_TRANSLATE_NOOP(
        "sentences", "Moved to inactive: renewal lapsed"
    ),
    "letter.kind.inactive_sanctioned": QT_TRANSLATE_NOOP(
        "sentences", "Moved to inactive: licensing board"
    ),
    "letter.kind.inactive_own_request": QT_TRANSLATE_NOOP(
        "sentences", "Moved to inactive: own request"
    ),
    "letter.kind.active_again": QT_TRANSLATE_NOOP("sentences", "Active again"),
    "letter.kind.renewal_reminder": QT_TRANSLATE_NOOP("sentences", "Renewal: reminder"),
    "letter.kind.renewal_confirmed": QT_TRANSLATE_NOOP("sentences", "Renewal confirmed"),
    "letter.field.association": QT_TRANSLATE_NOOP("sentences", "the association’s name"),
    "letter.field.association_short_name": QT_TRANSLATE_NOOP(
        "sentences", "the association’s short name"
    ),
    "letter.field.association_office_line": QT_TRANSLATE_NOOP("sentences", "the office’s name"),
    "letter.field.association_address": QT_TRANSLATE_NOOP("sentences", "the association’s address"),
    "letter.field.association_email": QT_TRANSLATE_NOOP("sentences", "the association’s e-mail"),
    "letter.field.association_phone": QT_TRANSLATE_NOOP("sentences", "the association’s phone"),
    "letter.field.coordinator": QT_TRANSLATE_NOOP("sentences", "the coordinator’s name"),
    "letter.field.coordinator_title": QT_TRANSLATE_NOOP("sentences", "the coordinator’s title"),
    "letter.field.recipient": QT_TRANSLATE_NOOP("sentences", "the recipient’s name for letters"),
    "letter.field.address": QT_TRANSLATE_NOOP("sentences", "the recipient’s postal address"),
    "letter.field.number": QT_TRANSLATE_NOOP("sentences", "the letter’s number"),
    "letter.field.dated": QT_TRANSLATE_NOOP("sentences", "the letter’s date"),
    "letter.field.case_number": QT_TRANSLATE_NOOP("sentences", "the case number"),
    "letter.field.round_month": QT_TRANSLATE_NOOP("sentences", "the round"),
    "letter.field.category": QT_TRANSLATE_NOOP("sentences", "the category’s name"),
    "letter.field.category_code": QT_TRANSLATE_NOOP("sentences", "the category’s code"),
    "letter.field.credential": QT_TRANSLATE_NOOP("sentences", "the credential"),
    "letter.field.policy_title": QT_TRANSLATE_NOOP("sentences", "the policy’s title"),
    "letter.field.submitted": QT_TRANSLATE_NOOP("sentences", "the date of submission"),
    "letter.field.decided_on": QT_TRANSLATE_NOOP("sentences", "the date of the decision"),
    "letter.field.endorsed_from": QT_TRANSLATE_NOOP("sentences", "the first day of endorsement"),
    "letter.field.exam_from": QT_TRANSLATE_NOOP("sentences", "the first day of the exam"),
    "letter.field.valid_until": QT_TRANSLATE_NOOP("sentences", "the last day of validity"),
    "letter.field.asked_on": QT_TRANSLATE_NOOP("sentences", "the day the rater was asked"),
    "letter.field.return_by": QT_TRANSLATE_NOOP("sentences", "the day to answer by"),
    "letter.field.applicant": QT_TRANSLATE_NOOP("sentences", "the applicant’s name for letters"),
    "letter.field.rater": QT_TRANSLATE_NOOP("sentences", "the rater’s name for letters"),
    "letter.field.sat_on": QT_TRANSLATE_NOOP("sentences", "the day of the exam"),
    "letter.field.retake_from": QT_TRANSLATE_NOOP("sentences", "the first day of another exam"),
    "letter.field.result_from": QT_TRANSLATE_NOOP("sentences", "who gave the result"),
    "letter.field.moved_on": QT_TRANSLATE_NOOP("sentences", "the day of the move"),
    "letter.field.cycle_ends": QT_TRANSLATE_NOOP("sentences", "the day of renewal"),
    "letter.field.grace_until": QT_TRANSLATE_NOOP("sentences", "the last day of grace"),
    "letter.field.renewed_on": QT_TRANSLATE_NOOP("sentences", "the day of the renewal"),
    "letter.field.reasons": QT_TRANSLATE_NOOP("sentences", "the reasons"),
    "letter.field.findings": QT_TRANSLATE_NOOP("sentences", "the findings"),
    "letter.field.logo": QT_TRANSLATE_NOOP("sentences", "the association’s logo"),
    "letter.field.signature": QT_TRANSLATE_NOOP("sentences", "the coordinator’s signature"),
    "letter.field.wording": QT_TRANSLATE_NOOP("sentences", "the wording of “{letter}”"),
    "letter.no_such_decision": QT_TRANSLATE_NOOP(
        "sentences",
        "There is no letter for “{decision}”: only approve, approve to sit, defer and deny are"
        " decisions.",
    ),
    "letter.contradicts_decision": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter “{letter}” does not say what was decided ({decision}). Record the decision"
        " first; its letter follows from it.",
    ),
    "letter.contradicts_record": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter “{letter}” does not say what is on record. Record the exam’s result or the move"
        " first; its letter follows from it.",
    ),
    "letter.unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter “{letter}” is not written about this record; choose one of those offered.",
    ),
    "letter.fact_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter “{letter}” cannot be made yet: {field} is not known. Fill it in and try again.",
    ),
    "letter.too_long": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter cannot be made: {field} is longer than {limit} letters. Shorten it.",
    ),
    "letter.missing_glyph": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter cannot be printed: the typeface has no {character}, which stands in {field}."
        " Write it without that character.",
    ),
    "letter.other_picture": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter cannot be made: {field} is not the picture it was written with. Choose the"
        " picture again in Settings.",
    ),
    "letter.no_layout": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter “{letter}” finds no place on the page: its address or a row of its table is"
        " longer than a page. Shorten it.",
    ),
    "wording.refused": QT_TRANSLATE_NOOP(
        "sentences", "The wording of “{letter}” cannot be used. Line {line}: {reason}"
    ),
    "wording.other_letter": QT_TRANSLATE_NOOP(
        "sentences", "This wording is for another letter than “{letter}”."
    ),
    "wording.no_subject": QT_TRANSLATE_NOOP(
        "sentences", "A wording begins with its subject: “# ” and the text."
    ),
    "wording.no_closing": QT_TRANSLATE_NOOP(
        "sentences",
        "A wording ends with a closing of its own paragraph, such as “Sincerely,”. Put an empty"
        " line before it.",
    ),
    "wording.open_row": QT_TRANSLATE_NOOP(
        "sentences", "A row of a table begins with | and must end with |."
    ),
    "wording.stray_sign": QT_TRANSLATE_NOOP(
        "sentences", "There is an invisible or private character ({sign}). Delete it."
    ),
    "wording.too_long": QT_TRANSLATE_NOOP(
        "sentences", "A wording may have {limit} characters at most. Shorten it."
    ),
    "wording.too_many_marks": QT_TRANSLATE_NOOP(
        "sentences", "A wording may have {limit} marks ({{{{ or {{%) at most. Take some out."
    ),
    "wording.unknown_fact": QT_TRANSLATE_NOOP(
        "sentences",
        "This letter knows no “{name}”. Use one of the facts listed for this letter.",
    ),
    "wording.unknown_part": QT_TRANSLATE_NOOP(
        "sentences", "A fact has no such part ({detail}). Use one of the facts listed."
    ),
    "wording.unknown_filter": QT_TRANSLATE_NOOP(
        "sentences", "Letters have no such filter ({detail}). Take it out."
    ),
    "wording.too_many_turns": QT_TRANSLATE_NOOP(
        "sentences", "This repeats too often ({detail}). Go through a list of facts only."
    ),
    "wording.too_much_text": QT_TRANSLATE_NOOP(
        "sentences", "This makes more text than a letter can hold ({detail}). Shorten it."
    ),
    "wording.too_deep": QT_TRANSLATE_NOOP(
        "sentences", "Too many marks stand inside one another. Write it more simply."
    ),
    "wording.not_understood": QT_TRANSLATE_NOOP(
        "sentences", "This is not understood ({detail}). Compare it with the shipped wording."
    ),
    "fonts.unreadable": QT_TRANSLATE_NOOP(
        "sentences",
        "The typeface {file} is missing or damaged. Install the program again.",
    ),
    "picture.too_large": QT_TRANSLATE_NOOP(
        "sentences",
        "The picture is too large. Choose one of at most {limit} MB and 40 million pixels.",
    ),
    "picture.unreadable": QT_TRANSLATE_NOOP(
        "sentences", "The picture cannot be read. Choose a PNG or JPEG file that opens elsewhere."
    ),
}
