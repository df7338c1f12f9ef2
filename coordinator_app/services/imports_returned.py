"""Rows that an import could not take, given back in a workbook with the reason beside each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coordinator_app.documents.tables import Cells, Sheet
from coordinator_app.documents.workbooks import workbook_xlsx
from coordinator_app.domain.imports_columns import SheetColumns
from coordinator_app.domain.imports_drafts import ImportPlan, RowFate, RowPlan
from coordinator_app.domain.imports_rows import COMMENT
from coordinator_app.domain.imports_sheets import number_of
from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.files import write_beside

Say = Callable[[Phrase], str]


def write_returned(path: Path, plan: ImportPlan, say: Say) -> int:
    """Write the rejected rows, a sheet for each sheet they stood in; how many there are.

    Cells are as they were typed. Raises MachineTrouble (see `write_beside`).
    """
    rejected = [row for row in plan.rows if row.fate is RowFate.REJECTED]
    sheets = [
        _sheet(one, [row for row in rejected if row.sheet == one.sheet], say) for one in plan.sheets
    ]
    write_beside(path, workbook_xlsx([sheet for sheet in sheets if sheet.rows]))
    return len(rejected)


def _sheet(columns: SheetColumns, rows: list[RowPlan], say: Say) -> Sheet:
    heads = {one.column: one.header or one.column for one in columns.columns}
    used = sorted({_letters(cell.cell_ref) for row in rows for cell in row.cells}, key=number_of)
    titles = ("Reason", "Row", *(heads.get(letters, letters) for letters in used))
    return Sheet(
        columns.sheet,
        titles,
        (Cells.TEXT, Cells.INTEGER, *(Cells.TEXT for _ in used)),
        tuple((_reason(row, say), row.row, *_typed(row, used)) for row in rows),
    )


def _reason(row: RowPlan, say: Say) -> str:
    return " ".join(say(reason) for reason in row.reasons)


def _typed(row: RowPlan, used: list[str]) -> list[str]:
    typed = {_letters(cell.cell_ref): cell.as_typed for cell in row.cells if cell.field != COMMENT}
    return [typed.get(letters, "") for letters in used]


def _letters(ref: str) -> str:
    """B, of B12."""
    return ref.rstrip("0123456789")
