"""Sentences about bringing in spreadsheets: what was refused, returned, asked and noted."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

_FILES: dict[str, str] = {
    "import.no_such_file": QT_TRANSLATE_NOOP(
        "sentences", "There is no file {file}. Check its name and folder."
    ),
    "import.is_a_folder": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a folder. Choose the spreadsheet in it."
    ),
    "import.cannot_open": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} cannot be opened ({reason}). Close it in other programs, or copy it to your own folder.",
    ),
    "import.too_large": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} has {size} bytes; {most} are the most that is read. Delete old sheets or pictures "
        "from a copy and import that.",
    ),
    "import.too_slow": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} could not be read within {seconds} seconds. Copy the rows you need into a new "
        "workbook and import that.",
    ),
    "import.too_much": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} needs more time or memory than any real spreadsheet. Copy the rows you need into a "
        "new workbook and import that.",
    ),
    "import.damaged": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is damaged and cannot be read. Open it in your spreadsheet program, save it again "
        "as XLSX, and import that.",
    ),
    "import.too_many_rows": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} has cells below row {most}, the last that is read. Delete what lies below your rows "
        "and save it again.",
    ),
    "import.too_many_columns": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} has cells beyond column {most}, the last that is read. Delete what lies beside your "
        "columns and save it again.",
    ),
    "import.too_many_cells": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} has more than {most} cells or too much text. Copy the rows you need into a new "
        "workbook and import that.",
    ),
    "import.bomb": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} would unpack to {unpacked} bytes, far more than any real spreadsheet, and is not "
        "opened. Ask whoever sent it for a new copy.",
    ),
    "import.unsafe_zip": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is packed in a way no spreadsheet program does ({member}) and is not opened. Ask "
        "whoever sent it for a new copy.",
    ),
    "import.defines_entities": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} contains definitions that no spreadsheet program writes (XML entities) and is not "
        "opened. Ask whoever sent it for a new copy.",
    ),
    "import.wrong_ending": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a file of the format {format}, but its name ends in {ending}. Rename it and "
        "import it again.",
    ),
    "import.is_empty": QT_TRANSLATE_NOOP(
        "sentences", "{file} is empty: it has no bytes. Look for another copy of it."
    ),
    "import.is_xls": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is an old Excel workbook (XLS). Open it and save it as XLSX or CSV, then import that.",
    ),
    "import.is_xlsb": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a binary Excel workbook (XLSB). Open it and save it as XLSX or CSV, then import "
        "that.",
    ),
    "import.is_ods": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is an OpenDocument spreadsheet (ODS). Open it and save it as XLSX or CSV, then "
        "import that.",
    ),
    "import.is_encrypted": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is protected by a password. Open it with the password, save a copy without one, "
        "and import that.",
    ),
    "import.is_cut_off": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} begins like an Excel workbook (XLSX) but is cut off or damaged. Copy or download it "
        "again.",
    ),
    "import.is_docx": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a Word document. Copy its table into a spreadsheet, save that as XLSX, and "
        "import it.",
    ),
    "import.is_zip": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a ZIP archive. Unpack it and import the spreadsheet in it."
    ),
    "import.is_pdf": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a PDF. Ask for the spreadsheet it was made from (XLSX or CSV)."
    ),
    "import.is_html": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a web page. Open it in your spreadsheet program, save it as XLSX or CSV, and "
        "import that.",
    ),
    "import.is_other": QT_TRANSLATE_NOOP(
        "sentences", "{file} is not a spreadsheet. Workbooks (XLSX) and CSV files can be imported."
    ),
    "import.encoding": QT_TRANSLATE_NOOP(
        "sentences",
        "The letters of {file} cannot be read. Save it again as “CSV UTF-8” or as XLSX.",
    ),
}
_CHOICES: dict[str, str] = {
    "import.no_such_sheet": QT_TRANSLATE_NOOP(
        "sentences", "{file} has no sheet {sheet}. It has: {sheets}."
    ),
    "import.no_such_field": QT_TRANSLATE_NOOP(
        "sentences", "Column {column} cannot be mapped to {field}. The fields are: {known}."
    ),
    "import.no_such_column": QT_TRANSLATE_NOOP(
        "sentences", "No sheet has a column {column}. Name it by its letters or by its header."
    ),
}
_TOLD: dict[str, str] = {
    "import.read_as_windows": QT_TRANSLATE_NOOP(
        "sentences",
        "The file is not in UTF-8 and was read with the Windows alphabet of the West (1252). Look "
        "whether the names are right.",
    ),
    "import.counts_from_1904": QT_TRANSLATE_NOOP(
        "sentences", "The workbook counts its days from 1904, as Macs once did; dates were read so."
    ),
    "import.sheet_hidden": QT_TRANSLATE_NOOP(
        "sentences", "The hidden sheet {sheet} was left out. Name it to import it."
    ),
    "import.column_twice": QT_TRANSLATE_NOOP(
        "sentences",
        "More than one column could be {field}: column {column} “{header}” was not taken as it. "
        "Say which one it is.",
    ),
    "import.columns_kept_as_notes": QT_TRANSLATE_NOOP(
        "sentences", "{sheet}: not recognised and kept as notes: {which}."
    ),
    "import.hidden_columns_read": QT_TRANSLATE_NOOP(
        "sentences", "{sheet}: hidden columns were read too: {which}."
    ),
    "import.hidden_rows_read": QT_TRANSLATE_NOOP(
        "sentences", "{sheet}: hidden rows were read too: {which}."
    ),
    "import.merged_cells": QT_TRANSLATE_NOOP(
        "sentences", "{sheet}: merged cells count for their first cell only: {which}."
    ),
}
_ROWS: dict[str, str] = {
    "import.row_empty": QT_TRANSLATE_NOOP("sentences", "Empty row."),
    "import.row_title": QT_TRANSLATE_NOOP("sentences", "Title: {text}"),
    "import.row_remark": QT_TRANSLATE_NOOP("sentences", "Remark on the sheet: {text}"),
    "import.row_header": QT_TRANSLATE_NOOP("sentences", "Column headers."),
    "import.row_section": QT_TRANSLATE_NOOP("sentences", "Section heading: {text}"),
    "import.row_total": QT_TRANSLATE_NOOP("sentences", "Totals."),
    "import.row_returned": QT_TRANSLATE_NOOP("sentences", "Returned with its row."),
    "import.sheet_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "{sheet} could not be recognised as applications or as a registry. Map its columns (a name, "
        "a category, and a date such as Registered or Endorsed on).",
    ),
    "import.no_name": QT_TRANSLATE_NOOP(
        "sentences", "The row has no name. Add it and import again."
    ),
    "import.no_category": QT_TRANSLATE_NOOP(
        "sentences", "The row has no category. Add it and import again."
    ),
    "import.endorsed_twice": QT_TRANSLATE_NOOP(
        "sentences",
        "The same person holds this endorsement already by row {row} of {sheet}. Keep one of the "
        "two rows.",
    ),
    "import.endorsed_already": QT_TRANSLATE_NOOP(
        "sentences",
        "This person has the endorsement {category} in the file already. Change it there.",
    ),
}
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
SENTENCES: dict[str, str] = _FILES | _CHOICES | _TOLD | _ROWS | _CELLS | _RECORDS
