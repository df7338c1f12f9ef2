"""The dry run of an import: from a raw workbook to what each row would become. Writes nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.imports_cases import (
    Values,
    application_of,
    doubts_of_application,
    doubts_of_endorsement,
    endorsement_of,
    value,
)
from coordinator_app.domain.imports_columns import SheetColumns, check_mapping, understand_columns
from coordinator_app.domain.imports_drafts import (
    CellReading,
    ImportPlan,
    KnownPerson,
    NoteDraft,
    RowFate,
    RowPlan,
)
from coordinator_app.domain.imports_kept import with_kept, with_persons_notes
from coordinator_app.domain.imports_names import joined, name_key, tidy
from coordinator_app.domain.imports_people import Census, Mentioned, used_people
from coordinator_app.domain.imports_rows import (
    header_is_known,
    ignored_cells,
    notes_of,
    questions_of,
    read_cells,
    row_kind,
    values_of,
)
from coordinator_app.domain.imports_sheets import RawRow, RawSheet, RawWorkbook, folded
from coordinator_app.domain.imports_together import judged_together
from coordinator_app.domain.imports_understood import EmailRead, NameRead
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Category


def plan_import(
    workbook: RawWorkbook,
    categories: Mapping[str, Category],
    existing: Sequence[KnownPerson] = (),
    mapping: Mapping[str, str] | None = None,
    sheets: Sequence[str] | None = None,
    imported: Collection[str] = (),
) -> ImportPlan:
    """Give every row of the workbook one fate, and every cell of it one.

    `categories` are the policy's; `existing` the people already in the file (several entries of
    one id for former names); `mapping` corrects guessed columns (see `understand_columns`);
    `sheets` limits the import to these, hidden ones too (without it hidden sheets are left out and
    told); `imported` are the fingerprints of rows written before, which are not compared with what
    they themselves wrote. Raises BadInput for an unknown sheet, column or field.
    """
    taken, left = _sheets(workbook, sheets)
    check_mapping(mapping or {}, taken)
    understood = [understand_columns(sheet, mapping or {}) for sheet in taken]
    census = Census(existing)
    planned = _rows(taken, understood, categories, census)
    rows = judged_together(_numbered(_with_people(planned, census)), categories, imported)
    used = used_people(census, (row.person.key for row in rows if row.person))
    told = workbook.told + left + tuple(one for each in understood for one in each.told)
    return ImportPlan(workbook.file, workbook.digest, tuple(rows), used, tuple(understood), told)


def _sheets(
    workbook: RawWorkbook, names: Sequence[str] | None
) -> tuple[list[RawSheet], tuple[Phrase, ...]]:
    if names is None:
        hidden = [sheet for sheet in workbook.sheets if sheet.state != "visible" and sheet.rows]
        told = tuple(phrase("import.sheet_hidden", sheet=sheet.name) for sheet in hidden)
        return [sheet for sheet in workbook.sheets if sheet.state == "visible"], told
    known = {folded(sheet.name): sheet for sheet in workbook.sheets}
    for name in names:
        if folded(name) not in known:
            there = tuple(sheet.name for sheet in workbook.sheets)
            raise BadInput("import.no_such_sheet", sheet=name, sheets=there, file=workbook.file)
    return [known[folded(name)] for name in names], ()


def _rows(
    sheets: Sequence[RawSheet],
    understood: Sequence[SheetColumns],
    categories: Mapping[str, Category],
    census: Census,
) -> list[RowPlan]:
    """Rows in the order of the file; people are met in applications first, which have e-mails."""
    order = sorted(range(len(sheets)), key=lambda at: understood[at].kind == "registry")
    by_sheet = {at: list(_of_sheet(sheets[at], understood[at], categories, census)) for at in order}
    return [row for at in range(len(sheets)) for row in by_sheet[at]]


def _of_sheet(
    sheet: RawSheet, columns: SheetColumns, categories: Mapping[str, Category], census: Census
) -> Iterator[RowPlan]:
    rows = sheet.numbered()
    for number in range(1, sheet.last_row + 1):
        raw = rows.get(number)
        kind = row_kind(raw, columns)
        if raw is None or kind != "data":
            reason = _why_not_data(raw, kind)
            cells = ignored_cells(raw, sheet.name, reason)
            yield RowPlan(sheet.name, number, RowFate.NOT_DATA, kind, cells, (reason,))
        else:
            yield _of_data(raw, columns, categories, census)


def _why_not_data(raw: RawRow | None, kind: str) -> Phrase:
    texts = [cell.value for cell in raw.cells if cell.value.strip()] if raw else []
    return phrase(f"import.row.{kind}", text=tidy(texts[0]) if texts else "")


def _of_data(
    raw: RawRow, columns: SheetColumns, categories: Mapping[str, Category], census: Census
) -> RowPlan:
    readings = with_kept(read_cells(raw, columns), columns.kind)
    values = values_of(readings)
    name, category = name_of(values), value(values, "category", str)
    row = RowPlan(columns.sheet, raw.row, RowFate.ACCEPTED, columns.kind or "data", readings)
    row = replace(row, fingerprint=_fingerprint(raw, columns))
    missing = _why_rejected(columns, name, category, readings)
    if missing or name is None or category is None:
        cells = ignored_cells(raw, columns.sheet, phrase("import.row_returned"))
        return replace(row, fate=RowFate.REJECTED, cells=cells, reasons=missing)
    key, asked = census.place(_mentioned(values, name, columns))
    person = census.draft(key)
    row = replace(
        row,
        person=person,
        notes=_notes(readings, values, name),
    )
    return _with_record(row, values, category, columns, categories, asked)


def name_of(values: Values) -> NameRead | None:
    """The name of a row: of its one column, or joined of first and last; None without both."""
    whole = value(values, "name", NameRead)
    if whole:
        return whole
    first, last = value(values, "first", str), value(values, "last", str)
    return joined(first or "", last or "") if first or last else None


def _why_rejected(
    columns: SheetColumns,
    name: NameRead | None,
    category: str | None,
    readings: Sequence[CellReading],
) -> tuple[Phrase, ...]:
    if not columns.kind or not header_is_known(columns):
        return (phrase("import.sheet_unknown", sheet=columns.sheet),)
    reasons = [] if name else [phrase("import.no_name")]
    if category is None:
        said = [one.phrase for one in readings if one.field == "category" and one.phrase]
        reasons += said or [phrase("import.no_category")]
    return tuple(reasons)


def _mentioned(values: Values, name: NameRead, columns: SheetColumns) -> Mentioned:
    return Mentioned(
        name,
        value(values, "email", EmailRead) or EmailRead(),
        value(values, "phone", str) or "",
        value(values, "island", str) or "",
        value(values, "agency", str) or "",
        columns.kind == "registry",
    )


def _notes(
    readings: Sequence[CellReading], values: Values, name: NameRead
) -> tuple[NoteDraft, ...]:
    """What is kept as typed; a name joined of capitals keeps its parts as well."""
    notes = notes_of(readings)
    parts = [one for one in readings if one.field in ("first", "last") and not one.keep]
    typed = " ".join(tidy(one.as_typed) for one in parts)
    if (
        parts
        and "name" not in values
        and name_key(typed) == name_key(name.name)
        and typed.isupper()
    ):
        notes = (*(NoteDraft(one.cell_ref, one.header, one.as_typed) for one in parts), *notes)
    return notes


def _with_record(
    row: RowPlan,
    values: Values,
    category: str,
    columns: SheetColumns,
    categories: Mapping[str, Category],
    asked: tuple[Phrase, ...],
) -> RowPlan:
    questions = questions_of(row.cells) + asked
    if columns.kind == "registry":
        one = endorsement_of(values, category, _year(columns), categories)
        questions += tuple(doubts_of_endorsement(one, values))
        return replace(row, endorsement=one, questions=questions)
    case = application_of(values, category)
    questions += tuple(doubts_of_application(case, categories))
    return replace(row, application=case, questions=questions)


def _year(columns: SheetColumns) -> int | None:
    """The year of the renewal columns ("Training 2025"), where they agree."""
    years = {one.year for one in columns.columns if one.field in ("training_hours", "rsc_hours")}
    return years.pop() if len(years) == 1 else None


def _fingerprint(raw: RawRow, columns: SheetColumns) -> str:
    """Of the kind of sheet and the cells by their headers: not of the place, nor of the comments."""
    heads = {one.number: folded(one.header) or one.column for one in columns.columns}
    cells = sorted(
        f"{heads.get(cell.column, cell.column)}\t{tidy(cell.value)}"
        for cell in raw.cells
        if cell.value
    )
    return hashlib.sha256("\n".join([columns.kind or columns.sheet, *cells]).encode()).hexdigest()


def _with_people(rows: Sequence[RowPlan], census: Census) -> list[RowPlan]:
    """Rows see their person as the whole file tells of them, not only as far as read."""
    return [
        with_persons_notes(row, census.draft(row.person.key)) if row.person else row for row in rows
    ]


def _numbered(rows: Sequence[RowPlan]) -> list[RowPlan]:
    """Identical rows get an ordinal, so that two of them stay two, today and at the next import."""
    seen: Counter[str] = Counter()
    numbered: list[RowPlan] = []
    for row in rows:
        if row.fingerprint:
            seen[row.fingerprint] += 1
            row = replace(row, fingerprint=f"{row.fingerprint}-{seen[row.fingerprint]}")  # noqa: PLW2901
        numbered.append(row)
    return numbered
