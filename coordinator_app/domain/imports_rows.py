"""One row of a sheet: what kind of row it is, and what each of its cells was read as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from coordinator_app.domain.imports_cells import READERS, read_family_first
from coordinator_app.domain.imports_columns import ColumnGuess, SheetColumns
from coordinator_app.domain.imports_drafts import CellReading, NoteDraft
from coordinator_app.domain.imports_fields import IGNORE, promises_family_first
from coordinator_app.domain.imports_sheets import RawCell, RawRow, folded, letters
from coordinator_app.domain.imports_understood import (
    CellFate,
    CellValue,
    NoteRead,
    Understood,
    asked,
    noted,
)
from coordinator_app.domain.phrases import Phrase, phrase

COMMENT = "comment"
_NAMES = ("name", "first", "last")
_TOTALS = frozenset(
    {"total", "totals", "subtotal", "sub total", "grand total", "sum", "count", "average"}
)
_DECORATED = re.compile(r"\s*(?:[-–—=~_#]{2,}).*")
_SECTION = re.compile(
    r"(?:(?:1st|2nd|3rd|4th|first|second|third|fourth|q[1-4]) ?(?:quarter|qtr)?|q[1-4]|20\d\d|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"spring|summer|fall|autumn|winter|pending|approved|denied|deferred|withdrawn|archive|old|new|"
    r"level (?:i{1,3}|iv|[1-4]))) ?(?:20\d\d)?(?: \d\d?)?"
)


def row_kind(row: RawRow | None, columns: SheetColumns) -> str:
    """title, remark, header, section, total, empty or data."""
    texts = [cell for cell in row.cells if cell.value.strip()] if row else []
    if row is None or not texts:
        return "empty"
    if columns.header_row and row.row <= columns.header_row:
        return _before_data(row, texts, columns.header_row)
    return _among_data(texts, columns)


def _before_data(row: RawRow, texts: list[RawCell], header_row: int) -> str:
    if row.row == header_row:
        return "header"
    return (
        "remark" if texts[0].value.lstrip().startswith(("*", "note", "Note", "NOTE")) else "title"
    )


def _among_data(texts: list[RawCell], columns: SheetColumns) -> str:
    named = any(_field(columns, cell) in _NAMES and _is_name(cell.value) for cell in texts)
    if any(folded(cell.value) in _TOTALS for cell in texts) and not _looks_like_person(
        texts, columns
    ):
        return "total"
    if _repeats_header(texts, columns):
        return "header"
    if len(texts) == 1 and _is_section(texts[0].value):
        return "section"
    if len(texts) == 1 and texts[0].value.lstrip().startswith("*"):
        return "remark"
    only_formulas = all(cell.kind == "formula" for cell in texts)
    return "total" if only_formulas and not named else "data"


def _field(columns: SheetColumns, cell: RawCell) -> str:
    guess = columns.fields().get(cell.column)
    return guess.field if guess else ""


def _is_name(text: str) -> bool:
    return bool(folded(text)) and folded(text) not in _TOTALS


def _looks_like_person(texts: list[RawCell], columns: SheetColumns) -> bool:
    fields = {_field(columns, cell) for cell in texts if _is_name(cell.value)}
    return bool(fields & set(_NAMES)) and "category" in fields


def _repeats_header(texts: list[RawCell], columns: SheetColumns) -> bool:
    heads = {one.number: folded(one.header) for one in columns.columns if one.header}
    same = sum(1 for cell in texts if heads.get(cell.column) == folded(cell.value))
    return same >= 3 and same * 2 > len(texts)


def _is_section(text: str) -> bool:
    return bool(_DECORATED.fullmatch(text) or _SECTION.fullmatch(folded(text)))


def read_cells(row: RawRow, columns: SheetColumns) -> tuple[CellReading, ...]:
    """Every cell of a data row with its fate, and every comment with its own."""
    fields = columns.fields()
    heads = {one.number: one.header for one in columns.columns}
    readings: list[CellReading] = []
    for cell in row.cells:
        header = heads.get(cell.column) or letters(cell.column)
        if cell.value or cell.formula:
            readings.append(_reading(cell, fields.get(cell.column), header, columns.sheet))
        if cell.comment:
            readings.append(_comment(cell, header, columns.sheet))
    return _with_settled_moves(tuple(readings))


def ignored_cells(row: RawRow | None, sheet: str, reason: Phrase) -> tuple[CellReading, ...]:
    """The cells of a row that is not data or is returned: each ignored, for the row's own reason."""
    if row is None:
        return ()
    return tuple(
        CellReading(sheet, cell.ref, "", field, typed, None, CellFate.IGNORED, reason)
        for cell in row.cells
        for field, typed in (("", cell.value), (COMMENT, cell.comment))
        if typed or (not field and cell.formula)
    )


def _reading(cell: RawCell, guess: ColumnGuess | None, header: str, sheet: str) -> CellReading:
    found = _understood(cell, guess)
    field = guess.field if guess else ""
    typed = cell.value or f"={cell.formula}"
    said = placed(found.phrase, cell.ref, header, typed) if found.phrase else None
    return CellReading(
        sheet, cell.ref, header, field, typed, found.value, found.fate, said, found.keep
    )


def placed(said: Phrase, cell_ref: str, header: str, typed: str) -> Phrase:
    """A phrase with the place it is about: facts `cell`, `header` and `typed`."""
    facts = {"cell": cell_ref, "header": header, "typed": typed, **said.facts}
    return Phrase(said.code, MappingProxyType(facts))


def _understood(cell: RawCell, guess: ColumnGuess | None) -> Understood:
    if not cell.value.strip():
        blank = Understood(None, CellFate.IGNORED, phrase("import.blank_cell"))
        return asked("import.formula_without_value") if cell.formula else blank
    if guess and guess.field == IGNORE:
        return Understood(None, CellFate.IGNORED, phrase("import.column_ignored"))
    if cell.kind == "error":
        return noted("import.error_cell")
    return _reader(guess)(cell.value) if guess else noted("import.column_unmapped")


def _reader(guess: ColumnGuess) -> Callable[[str], Understood]:
    if guess.field == "name" and promises_family_first(guess.header):
        return read_family_first
    return READERS[guess.field]


def _comment(cell: RawCell, header: str, sheet: str) -> CellReading:
    said = phrase("import.comment", cell=cell.ref, header=header, typed=cell.comment)
    return CellReading(
        sheet, cell.ref, header, COMMENT, cell.comment, cell.comment, CellFate.NOTED, said, True
    )


def _with_settled_moves(readings: tuple[CellReading, ...]) -> tuple[CellReading, ...]:
    """ "moved to Maui" beside the island Maui needs no answer: it is only noted."""
    island = values_of(readings).get("island")
    return tuple(
        replace(one, fate=CellFate.NOTED, phrase=_as_remark(one))
        if isinstance(one.value, NoteRead)
        and one.value.kind == "moved"
        and one.value.proposes == island
        else one
        for one in readings
    )


def _as_remark(one: CellReading) -> Phrase:
    return phrase("import.remark", cell=one.cell_ref, header=one.header, typed=one.as_typed)


def values_of(readings: Iterable[CellReading]) -> Mapping[str, CellValue]:
    """Field -> value, for the fields whose cell gave one."""
    return {one.field: one.value for one in readings if one.field and one.value is not None}


def notes_of(readings: Iterable[CellReading]) -> tuple[NoteDraft, ...]:
    """What is kept word for word, in the order of the columns."""
    return tuple(
        NoteDraft(one.cell_ref, one.header, one.as_typed, one.field == COMMENT)
        for one in readings
        if one.keep
    )


def questions_of(readings: Iterable[CellReading]) -> tuple[Phrase, ...]:
    """What the cells of a row ask."""
    return tuple(one.phrase for one in readings if one.fate is CellFate.QUESTION and one.phrase)


def header_is_known(columns: SheetColumns) -> bool:
    """Whether a sheet has enough to make records of: a name."""
    return columns.has("name") or columns.has("first", "last")
