"""Which column is what, and what kind of sheet it makes: guessed, told, and open to correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_fields import (
    BY_NAME,
    IGNORE,
    SheetKind,
    field_for,
    header_words,
    header_year,
)
from coordinator_app.domain.imports_sheets import RawRow, RawSheet, letters, number_of
from coordinator_app.domain.phrases import Phrase, phrase

# A header stands within the first rows; a workbook with forty lines of preface is not one of ours.
_SEARCHED = 40
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column: its letters, its header as typed, the field (or ""), and how sure that is (0 to 1).

    `year` is the year the header names. A mapping by the user has confidence 1.
    """

    column: str
    header: str
    field: str
    confidence: float
    year: int | None = None

    @property
    def number(self) -> int:
        return number_of(self.column)


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """A sheet as understood: its kind, the row its header stands in (0: none), its columns."""

    sheet: str
    kind: SheetKind
    header_row: int
    columns: tuple[ColumnGuess, ...]
    told: tuple[Phrase, ...] = ()

    def fields(self) -> Mapping[int, ColumnGuess]:
        """Column number -> guess, for the columns that have a field."""
        return {one.number: one for one in self.columns if one.field}

    def has(self, *names: str) -> bool:
        return any(one.field in names for one in self.columns)


def understand_columns(sheet: RawSheet, mapping: Mapping[str, str]) -> SheetColumns:
    """Find the header row, guess each column, apply the mapping, and judge the kind of sheet.

    Keys of the mapping are a column's letters ("B") or its header ("Email"), for one sheet alone
    "REGISTRY!B"; values a field of `imports_fields.FIELDS`, or "ignore". Two columns that could
    be the same field are both left unmapped and told. Raises BadInput("import.no_such_field") and
    BadInput("import.no_such_column").
    """
    chosen = _chosen(sheet, mapping)
    header = _header_row(sheet, mapping)
    guesses = _guesses(header) if header else ()
    guesses, told = _without_twins(guesses)
    columns = _corrected(sheet, guesses, chosen)
    kind = _kind(columns)
    columns = _status_as_decision(columns, kind)
    told += _told(columns, sheet, header.row if header else 0)
    return SheetColumns(sheet.name, kind, header.row if header else 0, columns, told)


def check_mapping(mapping: Mapping[str, str], sheets: Sequence[RawSheet]) -> None:
    """Refuse a mapping to an unknown field, or of a column that no sheet has."""
    for key, name in mapping.items():
        if name not in BY_NAME and name != IGNORE:
            known = (*BY_NAME, IGNORE)
            raise BadInput("import.no_such_field", field=name, column=key, known=known)
        if not any(_names_column(key, sheet) for sheet in sheets):
            raise BadInput("import.no_such_column", column=key)


def _names_column(key: str, sheet: RawSheet) -> bool:
    of, bang, column = key.rpartition("!")
    if bang and fold(of) != fold(sheet.name):
        return False
    header = _header_row(sheet, (key,))
    headers = {fold(cell.value) for cell in header.cells} if header else set[str]()
    widest = max((row.cells[-1].column for row in sheet.rows), default=0)
    return fold(column) in headers or 0 < number_of(column) <= widest


def _chosen(sheet: RawSheet, mapping: Mapping[str, str]) -> dict[str, str]:
    """The mapping's entries that speak of this sheet; what names the sheet comes before what does not."""
    general = {key: name for key, name in mapping.items() if "!" not in key}
    own = {
        key.rpartition("!")[2]: name
        for key, name in mapping.items()
        if "!" in key and fold(key.rpartition("!")[0]) == fold(sheet.name)
    }
    return {fold(key): name for key, name in (general | own).items()}


def _header_row(sheet: RawSheet, mapping: Iterable[str]) -> RawRow | None:
    """The first row with the most known headers: three, all of a row of two, or one the user named."""
    named = {key for key in map(_header_of, mapping) if not 0 < number_of(key) <= _MOST_COLUMNS}
    best, most = None, 0
    for row in sheet.rows:
        if row.row > _SEARCHED:
            break
        texts = [fold(cell.value) for cell in row.cells if cell.value]
        known = sum(1 for text in texts if text in named or field_for(text)[0])
        enough = known >= 3 or (known == 2 and len(texts) == 2) or named.intersection(texts)
        if known > most and enough:
            best, most = row, known
    return best


def _header_of(key: str) -> str:
    return fold(key.rpartition("!")[2])


def _guesses(header: RawRow) -> tuple[ColumnGuess, ...]:
    return tuple(
        ColumnGuess(
            letters(cell.column), cell.value, *field_for(cell.value), header_year(cell.value)
        )
        for cell in header.cells
        if cell.value
    )


def _without_twins(
    guesses: tuple[ColumnGuess, ...],
) -> tuple[tuple[ColumnGuess, ...], tuple[Phrase, ...]]:
    """Of columns guessed as one field, the surest stays if it is alone; equal ones all go."""
    sure = Counter((one.field, one.confidence) for one in guesses)
    best = {
        one.field: max(x.confidence for x in guesses if x.field == one.field) for one in guesses
    }
    kept: list[ColumnGuess] = []
    told: list[Phrase] = []
    for one in guesses:
        many = not one.field or BY_NAME[one.field].many
        if many or (one.confidence == best[one.field] and sure[one.field, one.confidence] == 1):
            kept.append(one)
            continue
        kept.append(replace(one, field="", confidence=0.0))
        told.append(
            phrase("import.column_twice", column=one.column, header=one.header, field=one.field)
        )
    return tuple(kept), tuple(told)


def _corrected(
    sheet: RawSheet, guesses: tuple[ColumnGuess, ...], chosen: Mapping[str, str]
) -> tuple[ColumnGuess, ...]:
    """Apply the user's mapping; a field the user gives to one column is taken from the guessed one."""
    by_column = {one.column: one for one in guesses}
    widest = max((row.cells[-1].column for row in sheet.rows if row.cells), default=0)
    for number in range(1, widest + 1):
        name = letters(number)
        one = by_column.get(name, ColumnGuess(name, "", "", 0.0))
        field = (
            chosen.get(fold(name)) or chosen.get(fold(one.header))
            if one.header
            else chosen.get(fold(name))
        )
        if field:
            by_column[name] = replace(one, field=field, confidence=1.0)
    given = {one.field: one.column for one in by_column.values() if _is_chosen(one, chosen)}
    freed = (_freed(one, given) for one in by_column.values())
    return tuple(sorted(freed, key=lambda one: one.number))


def _is_chosen(one: ColumnGuess, chosen: Mapping[str, str]) -> bool:
    return chosen.get(fold(one.column)) == one.field or chosen.get(fold(one.header)) == one.field


def _freed(one: ColumnGuess, given: Mapping[str, str]) -> ColumnGuess:
    taken = one.field in given and given[one.field] != one.column
    if not taken or one.field == IGNORE or BY_NAME[one.field].many:
        return one
    return replace(one, field="", confidence=0.0)


def _kind(columns: Sequence[ColumnGuess]) -> SheetKind:
    """Registry or applications, by the fields that only one of them has; undecided is ""."""
    votes = Counter(BY_NAME[one.field].tells for one in columns if one.field in BY_NAME)
    if votes["registry"] > votes["applications"]:
        return "registry"
    return "applications" if votes["applications"] else ""


def _status_as_decision(
    columns: tuple[ColumnGuess, ...], kind: SheetKind
) -> tuple[ColumnGuess, ...]:
    """In a sheet of applications "Status" is where the case stands."""
    if kind != "applications" or any(one.field == "decision" for one in columns):
        return columns
    return tuple(
        replace(one, field="decision", confidence=0.8) if one.field == "status" else one
        for one in columns
    )


def _merged_rows(sheet: RawSheet, header_row: int) -> tuple[str, ...]:
    """Merged ranges that reach the header or the data: only their first cell has a value."""
    return tuple(one for one in sheet.merged if _last_row(one) >= header_row)


def _last_row(merged: str) -> int:
    digits = "".join(sign for sign in merged.rpartition(":")[2] if sign.isdecimal())
    return int(digits or 0)


def _told(columns: Sequence[ColumnGuess], sheet: RawSheet, header_row: int) -> tuple[Phrase, ...]:
    """What the user should know before writing: unmapped, hidden and merged."""
    unknown = tuple(
        f"{one.column} {one.header}"
        for one in columns
        if not one.field and header_words(one.header)
    )
    hidden = tuple(letters(number) for number in sheet.hidden_columns)
    rows = tuple(str(row.row) for row in sheet.rows if row.hidden)
    told = (
        ("import.columns_kept_as_notes", unknown),
        ("import.hidden_columns_read", hidden),
        ("import.hidden_rows_read", rows),
        ("import.merged_cells", _merged_rows(sheet, header_row)),
    )
    return tuple(phrase(code, sheet=sheet.name, which=which) for code, which in told if which)
