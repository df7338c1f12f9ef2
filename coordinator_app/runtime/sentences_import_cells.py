"""Sentences about what an import found in a cell or a record: noted, or asked."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

_CELLS: dict[str, str] = {
    "import.blank_cell": QT_TRANSLATE_NOOP("sentences", "Only blanks."),
    "import.column_ignored": QT_TRANSLATE_NOOP("sentences", "The column was left out as you said."),
    "import.column_unmapped": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}) is kept as a note: {typed}"
    ),
    "import.comment": QT_TRANSLATE_NOOP("sentences", "Comment on {cell} ({header}): {typed}"),
    "import.error_cell": QT_TRANSLATE_NOOP(
        "sentences", "{cell} ({header}) holds a spreadsheet error, {typed}; kept as a note."
    ),
    "import.formula_without_value": QT_TRANSLATE_NOOP(
        "sentences", "{cell} ({header}) is a formula without a result: {typed} What is its value?"
    ),
    "import.no_date_yet": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): no date yet, {typed}."
    ),
    "import.day_first": QT_TRANSLATE_NOOP(
        "sentences",
        "{header} ({cell}): {typed} was read with the day first, as {day}. Is that right?",
    ),
    "import.year_unlikely": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): the year of {typed} cannot be meant. Which date is it?"
    ),
    "import.no_such_day": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): there is no day {typed}. Which date is it?"
    ),
    "import.day_without_year": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): {typed} has no year. Which year is it?"
    ),
    "import.day_count": QT_TRANSLATE_NOOP(
        "sentences",
        "{header} ({cell}): {typed} looks like a spreadsheet’s number for {likely}. Is it that day?",
    ),
    "import.not_a_date": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): “{typed}” is not a date. Which date is it?"
    ),
    "import.not_a_name": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): “{typed}” is not a name."
    ),
    "import.name_without_comma": QT_TRANSLATE_NOOP(
        "sentences",
        "{header} ({cell}): “{typed}” has no comma and was kept as {name}. Which part is the family "
        "name?",
    ),
    "import.no_email_yet": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): no address, {typed}."
    ),
    "import.email_broken": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): {typed} is not an address. Is it {likely}?"
    ),
    "import.email_wrong": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): {typed} is not an e-mail address. What is it?"
    ),
    "import.not_a_phone": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): {typed} is not a telephone number; kept as a note."
    ),
    "import.fee_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): is the fee paid? It says “{typed}”."
    ),
    "import.fee_of_nothing": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): a fee of {typed}: waived, or not paid?"
    ),
    "import.yes_or_no": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): yes or no? It says “{typed}”."
    ),
    "import.transcripts_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): are all transcripts there? It says “{typed}”."
    ),
    "import.hours_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): how many hours is “{typed}”?"
    ),
    "import.hours_at_least": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): {typed} was taken as {hours} hours. How many are they?"
    ),
    "import.not_understood": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}) is kept as a note: {typed}"
    ),
    "import.reference_x": QT_TRANSLATE_NOOP(
        "sentences",
        "{header} ({cell}) says “{typed}”: has the rating come in? It was entered as named only.",
    ),
    "import.reference_date": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): what happened on {day}: asked, or received?"
    ),
    "import.asked_without_year": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): {typed}; the year is not written."
    ),
    "import.reference_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): where does this reference stand? It says “{typed}”."
    ),
    "import.signed_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): is it signed? It says “{typed}”."
    ),
    "import.decision_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): what was decided? It says “{typed}”."
    ),
    "import.credential_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): which credential is “{typed}”?"
    ),
    "import.inactive_why": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): inactive for what reason, and since when?"
    ),
    "import.status_unclear": QT_TRANSLATE_NOOP(
        "sentences", "{header} ({cell}): active or inactive, and why? It says “{typed}”."
    ),
    "import.category_branch": QT_TRANSLATE_NOOP(
        "sentences",
        "{header} ({cell}): “{typed}” does not say which mentor: Clinical, Policy or "
        "Research/Faculty. Add it and import again.",
    ),
    "import.category_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "{header} ({cell}): “{typed}” is no category. Write its code, such as IFS, and import again.",
    ),
    "import.former_name": QT_TRANSLATE_NOOP(
        "sentences", "{cell} says “{typed}”. Is {former} a former name, to be found by?"
    ),
    "import.moved": QT_TRANSLATE_NOOP(
        "sentences", "{cell} says “{typed}”. Is {place} the island now?"
    ),
    "import.said_duplicate": QT_TRANSLATE_NOOP(
        "sentences", "{cell} says “{typed}”. Is this the same case or person as another row?"
    ),
    "import.wants_another": QT_TRANSLATE_NOOP(
        "sentences", "{cell} says “{typed}”. Is there to be another application?"
    ),
    "import.remark": QT_TRANSLATE_NOOP("sentences", "{header} ({cell}): {typed}"),
}
_RECORDS: dict[str, str] = {
    "import.same_name_other_email": QT_TRANSLATE_NOOP(
        "sentences",
        "There is another {name} with another e-mail address than {email}. Are they one person?",
    ),
    "import.same_name_no_email": QT_TRANSLATE_NOOP(
        "sentences", "There is another {name}, and this row has no e-mail. Are they one person?"
    ),
    "import.which_of_them": QT_TRANSLATE_NOOP(
        "sentences",
        "There are {count} people named {name}. Which of them is this? It was entered as one more.",
    ),
    "import.same_email": QT_TRANSLATE_NOOP(
        "sentences", "Somebody of another name has the address {email}. Are they one person?"
    ),
    "import.other_island": QT_TRANSLATE_NOOP(
        "sentences", "This row says {island}, another {before}. Which island is it now?"
    ),
    "import.category_not_in_policy": QT_TRANSLATE_NOOP(
        "sentences", "The policy has no category {category}. Is it right?"
    ),
    "import.no_registered": QT_TRANSLATE_NOOP("sentences", "When was the case registered?"),
    "import.decided_without_submission": QT_TRANSLATE_NOOP(
        "sentences", "There is a decision, but no day of submission. When was it submitted?"
    ),
    "import.decision_without_day": QT_TRANSLATE_NOOP(
        "sentences", "On which day was it decided, and was the letter sent?"
    ),
    "import.submitted_before_registered": QT_TRANSLATE_NOOP(
        "sentences", "Submitted {submitted} is before registered {registered}. Which is right?"
    ),
    "import.letter_before_submission": QT_TRANSLATE_NOOP(
        "sentences", "The letter of {sent} is before the submission of {submitted}. Which is right?"
    ),
    "import.letter_before_decision": QT_TRANSLATE_NOOP(
        "sentences", "The letter of {sent} is before the decision of {decided}. Which is right?"
    ),
    "import.letter_without_decision": QT_TRANSLATE_NOOP(
        "sentences", "A letter was sent on {sent}, but no decision is written. What was decided?"
    ),
    "import.no_exam_asked": QT_TRANSLATE_NOOP(
        "sentences", "{category} asks for no exam, but the row says so. What was decided?"
    ),
    "import.approved_exam": QT_TRANSLATE_NOOP(
        "sentences",
        "Approved in a category with an exam, and not on the registry sheet: approved to sit, or "
        "endorsed after the exam?",
    ),
    "import.approved_not_on_registry": QT_TRANSLATE_NOOP(
        "sentences", "Approved, but not on the registry sheet. Is the person on the registry?"
    ),
    "import.endorsed_before_case": QT_TRANSLATE_NOOP(
        "sentences",
        "Endorsed since {since} by row {row} of {sheet}, before this case was registered. Is it the "
        "same endorsement?",
    ),
    "import.same_case_twice": QT_TRANSLATE_NOOP(
        "sentences",
        "Row {row} of {sheet} is a case of the same person in the same category. Are they one case?",
    ),
    "import.case_already": QT_TRANSLATE_NOOP(
        "sentences",
        "This person has a case in {category} already. Is this row the same case, changed since?",
    ),
    "import.no_status": QT_TRANSLATE_NOOP(
        "sentences", "Active or inactive? Entered as inactive until it is known."
    ),
    "import.no_endorsed_on": QT_TRANSLATE_NOOP("sentences", "Endorsed since when?"),
    "import.credential_contradicts": QT_TRANSLATE_NOOP(
        "sentences", "{credential} does not go with {category}. Which of them is right?"
    ),
    "import.sanction_before_endorsement": QT_TRANSLATE_NOOP(
        "sentences", "Sanctioned {sanctioned}, but endorsed since {since}. Which is right?"
    ),
    "import.renewed_before_endorsement": QT_TRANSLATE_NOOP(
        "sentences", "Renewed through {renewed}, but endorsed since {since}. Which is right?"
    ),
    "import.sanctioned_elsewhere": QT_TRANSLATE_NOOP(
        "sentences",
        "Row {row} of {sheet} says that this person was sanctioned, so this endorsement was entered "
        "as inactive too. Were the sanctions lifted?",
    ),
}
SENTENCES: dict[str, str] = _CELLS | _RECORDS
