"""Sheets made for tests, without a file: each row a list of texts, None for an empty cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coordinator_app.domain.imports_drafts import ImportPlan, RowPlan
from coordinator_app.domain.imports_plan import plan_import
from coordinator_app.domain.imports_sheets import RawCell, RawRow, RawSheet, RawWorkbook, letters
from coordinator_app.domain.policy import Category

HEADERS = [
    "Name (Last, First)",
    "Email",
    "Category",
    "Registered",
    "Submitted",
    "Decision",
    "Letter sent",
]
REGISTRY = ["First", "Last", "Credential", "Cat.", "Endorsed on", "Status", "Renewed thru"]
Texts = Sequence[str | None]
EXAMS = ("MHS", "MHM-C", "MHM-P", "MHM-R/F")


def category(code: str) -> Category:
    early = code.startswith("EC")
    return Category(
        code=code,
        family="ECMH" if early else "IMH",
        name=code,
        scope="intervention",
        scope_rank=3,
        credential="ECMH-E®" if early else "IMH-E®",
        age_band="",
        paragraph="p",
        exam=code[-3:] == "MHS" or "MHM" in code,
    )


CATEGORIES: Mapping[str, Category] = {
    code: category(code)
    for code in (
        *("IFA", "IFS", "IFRS", "IMHS", "IMHM-C", "IMHM-P", "IMHM-R/F"),
        *("ECFA", "ECFS", "ECFRS", "ECMHS", "ECMHM-C", "ECMHM-P", "ECMHM-R/F"),
    )
}


def sheet(*rows: Texts, name: str = "Applicants", **more: Any) -> RawSheet:
    made = (raw_row(number, texts) for number, texts in enumerate(rows, start=1))
    return RawSheet(
        name, more.pop("state", "visible"), tuple(row for row in made if row.cells), **more
    )


def raw_row(number: int, texts: Texts) -> RawRow:
    cells = (
        RawCell(f"{letters(column)}{number}", number, column, text)
        for column, text in enumerate(texts, start=1)
        if text is not None
    )
    return RawRow(number, tuple(cells))


def book(*sheets: RawSheet) -> RawWorkbook:
    return RawWorkbook("made.xlsx", "xlsx", "0" * 64, sheets)


def planned(*sheets: RawSheet, **more: Any) -> ImportPlan:
    return plan_import(book(*sheets), CATEGORIES, **more)


def row_of(plan: ImportPlan, number: int, name: str = "Applicants") -> RowPlan:
    return next(row for row in plan.rows if row.row == number and row.sheet == name)


def questions(row: RowPlan) -> set[str]:
    return {one.code.removeprefix("import.") for one in row.questions}
