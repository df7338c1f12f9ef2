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
    "import.format.empty": QT_TRANSLATE_NOOP(
        "sentences", "{file} is empty: it has no bytes. Look for another copy of it."
    ),
    "import.format.xls": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is an old Excel workbook (XLS). Open it and save it as XLSX or CSV, then import that.",
    ),
    "import.format.xlsb": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a binary Excel workbook (XLSB). Open it and save it as XLSX or CSV, then import "
        "that.",
    ),
    "import.format.ods": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is an OpenDocument spreadsheet (ODS). Open it and save it as XLSX or CSV, then "
        "import that.",
    ),
    "import.format.encrypted": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is protected by a password. Open it with the password, save a copy without one, "
        "and import that.",
    ),
    "import.format.cut_off": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} begins like an Excel workbook (XLSX) but is cut off or damaged. Copy or download it "
        "again.",
    ),
    "import.format.docx": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a Word document. Copy its table into a spreadsheet, save that as XLSX, and "
        "import it.",
    ),
    "import.format.zip": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a ZIP archive. Unpack it and import the spreadsheet in it."
    ),
    "import.format.pdf": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a PDF. Ask for the spreadsheet it was made from (XLSX or CSV)."
    ),
    "import.format.html": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is a web page. Open it in your spreadsheet program, save it as XLSX or CSV, and "
        "import that.",
    ),
    "import.format.other": QT_TRANSLATE_NOOP(
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
    "import.row.empty": QT_TRANSLATE_NOOP("sentences", "Empty row."),
    "import.row.title": QT_TRANSLATE_NOOP("sentences", "Title: {text}"),
    "import.row.remark": QT_TRANSLATE_NOOP("sentences", "Remark on the sheet: {text}"),
    "import.row.header": QT_TRANSLATE_NOOP("sentences", "Column headers."),
    "import.row.section": QT_TRANSLATE_NOOP("sentences", "Section heading: {text}"),
    "import.row.total": QT_TRANSLATE_NOOP("sentences", "Totals."),
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
SENTENCES: dict[str, str] = _FILES | _CHOICES | _TOLD | _ROWS
