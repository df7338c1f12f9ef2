"""The lines the reading child prints, made into a RawWorkbook again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.imports_sheets import (
    CELL_KINDS,
    RawCell,
    RawRow,
    RawSheet,
    RawWorkbook,
    letters,
)
from coordinator_app.domain.phrases import phrase

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the child refused the file."""

    code: str
    facts: dict[str, object]


def refusal_in(output: bytes) -> Refused | None:
    """The refusal on the last line, if the child wrote one."""
    lines = output.rstrip().rsplit(b"\n", 1)
    try:
        last: Line = json.loads(lines[-1] or b"{}")
    except ValueError:
        return None
    if not isinstance(last.get("refused"), str):
        return None
    return Refused(last["refused"], _plain(last.get("facts")))


def _plain(facts: object) -> dict[str, object]:
    """Lists of texts become tuples, as phrases have them."""
    found = cast("dict[str, object]", facts) if isinstance(facts, dict) else {}
    return {
        key: tuple(str(each) for each in cast("list[object]", one))
        if isinstance(one, list)
        else one
        for key, one in found.items()
    }


def workbook_from(output: bytes, file: str) -> RawWorkbook:
    """A workbook from the child's lines. Raises BadInput("import.damaged") where they are not whole."""
    try:
        lines: list[Line] = [json.loads(line) for line in output.splitlines()]
        return _workbook(lines, file)
    except (ValueError, KeyError, IndexError, TypeError):
        raise BadInput("import.damaged", file=file) from None


def _workbook(lines: list[Line], file: str) -> RawWorkbook:
    head, *body, end = lines
    if not end["whole"]:
        raise ValueError
    told = tuple(phrase(one["code"], **_plain(one["facts"])) for one in end["told"])
    return RawWorkbook(file, head["format"], head["digest"], tuple(_sheets(body)), told)


def _sheets(body: list[Line]) -> Iterator[RawSheet]:
    """A sheet's rows come first, then the line that closes it with what surrounds them."""
    rows: list[RawRow] = []
    for line in body:
        if "row" in line:
            rows.append(_row(line))
            continue
        comments = {(row, column): text for row, column, text in line["comments"]}
        yield RawSheet(
            line["sheet"],
            line["state"],
            tuple(_commented(rows, comments)),
            tuple(line["hidden_columns"]),
            tuple(line["merged"]),
        )
        rows = []


def _row(line: Line) -> RawRow:
    cells = tuple(_cell(line["row"], cell) for cell in line["cells"])
    return RawRow(line["row"], cells, bool(line.get("hidden")))


def _cell(row: int, cell: list[Any]) -> RawCell:
    column, kind, value, formatted, formula = cell
    if kind not in CELL_KINDS:
        raise ValueError(kind)
    ref = f"{letters(column)}{row}"
    return RawCell(ref, row, column, str(value), kind, "", str(formatted), str(formula))


def _commented(rows: list[RawRow], comments: dict[tuple[int, int], str]) -> Iterator[RawRow]:
    """Rows with their comments; a commented cell or row that is empty is made."""
    by_number = {row.row: row for row in rows}
    own: dict[int, dict[int, str]] = {}
    for (number, column), text in comments.items():
        own.setdefault(number, {})[column] = text
    for number in sorted(by_number.keys() | own.keys()):
        row = by_number.get(number, RawRow(number, ()))
        yield _with_comments(row, own[number]) if number in own else row


def _with_comments(row: RawRow, own: dict[int, str]) -> RawRow:
    cells = {cell.column: cell for cell in row.cells}
    for column, text in own.items():
        ref = f"{letters(column)}{row.row}"
        old = cells.get(column, RawCell(ref, row.row, column, "", "empty"))
        cells[column] = RawCell(
            ref, row.row, column, old.value, old.kind, text, old.formatted, old.formula
        )
    return RawRow(row.row, tuple(cells[column] for column in sorted(cells)), row.hidden)
