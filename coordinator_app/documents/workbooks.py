"""The one writer of Excel workbooks: the same tables always give the same bytes.

Text is text: no cell of ours is ever a formula, whatever a person's name begins with.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coordinator_app.documents.tables import PRACTICE, Cell, Cells, Sheet, as_text, cleaned
from coordinator_app.domain.partial import PartialDate

# Excel's limit of one cell, counted as Excel does (UTF-16 units).
TEXT_LIMIT = 32_767
_CUT = " … [cut here: a cell of a workbook holds no more]"
_CREATOR = "Endorsement Coordinator"
_FIXED = datetime(2024, 1, 1)  # noqa: DTZ001 - openpyxl takes no time zone; equal tables, equal bytes
_ZIP_DATE = (2024, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FORMATS = {Cells.DATE: "mmm d, yyyy", Cells.INTEGER: "0"}
# Excel counts days wrongly before this one, so earlier days are written as text.
_FIRST_DAY = date(1900, 3, 1)
_NOT_IN_TITLE = re.compile(r"[:\\/?*\[\]]")


def workbook_xlsx(sheets: Sequence[Sheet], *, practice: bool = False) -> bytes:
    """An Excel workbook: frozen header row, filter, widths, made to print across one page.

    A text longer than a cell may be is cut, and says so at its end. A practice office is named
    in every tab and at the head of every printed page.
    """
    book = Workbook(write_only=True)
    book.properties.creator = book.properties.lastModifiedBy = _CREATOR
    book.properties.created = _FIXED
    for name, table in zip(_tab_names(sheets, practice=practice), sheets, strict=True):
        page: Worksheet = book.create_sheet(name)
        _set_up(page, table, practice=practice)
        _fill(page, table)
    file = BytesIO()
    book.save(file)
    return without_clock(file.getvalue())


def _tab_names(sheets: Sequence[Sheet], *, practice: bool) -> list[str]:
    """Names Excel accepts: no : \\ / ? * [ ], 31 characters, no two alike."""
    names: list[str] = []
    for table in sheets:
        whole = f"{PRACTICE} {table.title}" if practice else table.title
        base = " ".join(_NOT_IN_TITLE.sub(" ", cleaned(whole)).split())[:31].strip(" '")
        names.append(_unlike(base or "Sheet", {"history", *(name.casefold() for name in names)}))
    return names


def _unlike(base: str, taken: set[str]) -> str:
    name, number = base, 2
    while name.casefold() in taken:
        name, number = f"{base[:27]} {number}", number + 1
    return name


def _set_up(page: Worksheet, table: Sheet, *, practice: bool) -> None:
    last = get_column_letter(max(len(table.titles), 1))
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.HeaderFooter.oddHeader = _printed(center=PRACTICE if practice else "")
    name = cleaned(table.title).replace("&", "&&")
    page.HeaderFooter.oddFooter = _printed(left=name, right="&P / &N")
    for number, width in enumerate(_widths(table), start=1):
        page.column_dimensions[get_column_letter(number)].width = width


def _printed(*, left: str = "", center: str = "", right: str = "") -> HeaderFooterItem:
    """A line at the head or foot of each printed page; & is Excel's own mark in it."""
    parts = {"left": left, "center": center, "right": right}
    return HeaderFooterItem(
        **{place: _HeaderFooterPart(text=text or None) for place, text in parts.items()}
    )


def _widths(table: Sheet) -> Iterator[float]:
    """Characters of the widest of the first 500 cells, 8 to 48, with room for the filter's arrow."""
    for number, title in enumerate(table.titles):
        cells = (row[number] for row in table.rows[:500])
        longest = max((len(as_text(cell)) for cell in cells), default=0)
        yield min(max(longest + 2, len(title) + 4, 8), 48)


def _fill(page: Worksheet, table: Sheet) -> None:
    bold = Font(bold=True)
    titles = [_text(page, title) for title in table.titles]
    for cell in titles:
        cell.font = bold
    page.append(titles)
    for row in table.rows:
        page.append([_made(page, *each) for each in zip(row, table.kinds, strict=True)])


def _made(page: Worksheet, cell: Cell, kind: Cells) -> ExcelCell | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, str | PartialDate) or kind is Cells.TEXT or not _is_countable(cell):
        return _text(page, as_text(cell))
    made = WriteOnlyCell(page)
    made.value = float(cell) if isinstance(cell, Decimal) else cell
    made.number_format = _FORMATS.get(kind, "General")
    return made


def _is_countable(cell: float | Decimal | date) -> bool:
    """Whether Excel can reckon with it as it stands: a day it knows, or a number that is one."""
    return cell >= _FIRST_DAY if isinstance(cell, date) else Decimal(cell).is_finite()


def _text(page: Worksheet, text: str) -> ExcelCell:
    """A cell that is text to every program: marked as a string, and quoted for who edits it."""
    cell = WriteOnlyCell(page, _within_limit(cleaned(text)))
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _within_limit(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * TEXT_LIMIT:
        return text
    kept = units[: 2 * (TEXT_LIMIT - len(_CUT))]
    return kept.decode("utf-16-le", errors="ignore") + _CUT


def without_clock(packed: bytes) -> bytes:
    """The same workbook with one fixed date in place of every trace of when it was made."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>2024-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return file.getvalue()
