"""Workbooks and CSV: text stays text, days stay days, the same tables give the same bytes."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from coordinator_app.documents.csv_files import csv_plain, table_csv
from coordinator_app.documents.tables import Cells, Column, Sheet, cleaned, sheet
from coordinator_app.documents.workbooks import TEXT_LIMIT, workbook_xlsx
from coordinator_app.domain.partial import PartialDate

PAYLOADS = [
    '=HYPERLINK("http://evil.example","click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "'=1+1",
    "''+1",
    "#N/A",
    "TRUE",
    "1e5",
    "2026-01-31",
]


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    since: date | PartialDate | None = None
    hours: Decimal | None = None
    sittings: int | None = None


COLUMNS: list[Column[Entry]] = [
    Column("Name", lambda entry: entry.name),
    Column("Endorsed since", lambda entry: entry.since, Cells.DATE),
    Column("Training, hours", lambda entry: entry.hours, Cells.NUMBER),
    Column("Sittings", lambda entry: entry.sittings, Cells.INTEGER),
]


def entries(*names: str) -> Sheet:
    return sheet("Active", COLUMNS, [Entry(name) for name in names])


def opened(raw: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(raw))


def column(raw: bytes) -> list[object]:
    return [row[0] for row in opened(raw).worksheets[0].iter_rows(min_row=2, values_only=True)]


def test_no_payload_becomes_a_formula_in_a_workbook() -> None:
    raw = workbook_xlsx([entries(*PAYLOADS)])
    page = opened(raw).worksheets[0]
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [cleaned(payload) for payload in PAYLOADS]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    assert b"<f>" not in sheet_xml(raw)


def sheet_xml(raw: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(raw)) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


def test_a_workbook_saved_again_by_another_program_has_no_formula_either() -> None:
    again = BytesIO()
    opened(workbook_xlsx([entries(*PAYLOADS)])).save(again)
    types = {cell.data_type for row in opened(again.getvalue()).worksheets[0] for cell in row}
    assert "f" not in types


def test_another_office_program_reads_the_same_text(tmp_path: Path) -> None:
    file = tmp_path / "active.xlsx"
    file.write_bytes(workbook_xlsx([entries("Kalaniʻōpuʻu", "=1+1")]))
    if office := shutil.which("soffice"):
        call = [office, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), str(file)]
        subprocess.run(call, check=True, capture_output=True, timeout=100)
        assert "Kalaniʻōpuʻu" in file.with_suffix(".csv").read_text(encoding="utf-8")
    assert column(file.read_bytes()) == ["Kalaniʻōpuʻu", "=1+1"]


def test_no_payload_can_run_from_a_csv_and_each_comes_back_unchanged() -> None:
    read = rows_of(table_csv(entries(*PAYLOADS)))
    for payload, (cell, *_) in zip(PAYLOADS, read[1:], strict=True):
        assert not re.match(r"[\s\u200b]*[=+\-@＝＋－＠]|[\t\r\n]", cell)
        assert csv_plain(cell) == cleaned(payload)


@given(st.text(max_size=40))
def test_any_text_comes_back_from_a_csv(text: str) -> None:
    read = rows_of(table_csv(entries(text)))
    assert csv_plain(read[1][0]) == cleaned(text)


def rows_of(raw: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["Kalaniʻōpuʻu", "Siobhán Nguyễn", 'Kai "Hōkū", the 2nd', "a\nb"])
def test_names_come_back_from_both(name: str) -> None:
    assert column(workbook_xlsx([entries(name)])) == [name]
    raw = table_csv(entries(name))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows_of(raw)[1][0] == name


def test_days_are_days_and_numbers_numbers_and_what_is_unknown_is_empty() -> None:
    table = sheet(
        "Active",
        COLUMNS,
        [
            Entry("Whole", date(2026, 1, 31), Decimal("42.5"), 2),
            Entry("Partial", PartialDate(2026, 1)),
            Entry("Before Excel's days", date(1899, 12, 31), Decimal("NaN")),
        ],
    )
    whole, partial, early = (
        opened(workbook_xlsx([table]))
        .worksheets[0]
        .iter_rows(min_row=2, min_col=2, values_only=True)
    )
    assert [str(whole[0]), *whole[1:]] == ["2026-01-31 00:00:00", 42.5, 2]
    assert partial == ("2026-01", None, None)
    assert early == ("1899-12-31", "NaN", None)
    assert rows_of(table_csv(table))[1] == ["Whole", "2026-01-31", "42.5", "2"]


def test_a_negative_number_is_a_number_and_not_guarded() -> None:
    table = sheet("Active", COLUMNS, [Entry("Kai", None, Decimal("-1.5"), -2)])
    assert rows_of(table_csv(table))[1] == ["Kai", "", "-1.5", "-2"]


def test_control_characters_are_taken_out_and_accents_composed() -> None:
    table = entries("a\x00\x0b\x1fb\ud800", "Kalaniku\u0304pule")
    assert column(workbook_xlsx([table])) == ["ab", "Kalanikūpule"]
    assert [row[0] for row in rows_of(table_csv(table))[1:]] == ["ab", "Kalanikūpule"]


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    whole, long, wide = column(
        workbook_xlsx([entries("w" * TEXT_LIMIT, "x" * (TEXT_LIMIT + 1), "😀" * TEXT_LIMIT)])
    )
    assert whole == "w" * TEXT_LIMIT
    for text in (str(long), str(wide)):
        assert text.endswith("[cut here: a cell of a workbook holds no more]")
        assert len(text.encode("utf-16-le")) // 2 <= TEXT_LIMIT


def test_the_same_tables_give_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [entries("Leilani"), entries("Kai")]
    first = workbook_xlsx(tables)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert workbook_xlsx(tables) == first
    book = opened(first)
    assert book.properties.creator == book.properties.lastModifiedBy == "Endorsement Coordinator"
    assert book.properties.created == book.properties.modified
    assert str(book.properties.created).startswith("2024-01-01 00:00:00")
    with zipfile.ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2024, 1, 1, 0, 0, 0)}


def test_a_sheet_is_made_to_be_read_and_printed() -> None:
    raw = workbook_xlsx([entries("Leilani Kahananui of Waipahu")])
    page: Any = opened(raw).worksheets[0]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:D2"
    assert page.print_title_rows == "$1:$1"
    assert b"<oddFooter>&amp;LActive&amp;R&amp;P / &amp;N</oddFooter>" in sheet_xml(raw)
    assert page.page_setup.orientation == "landscape"
    assert page.column_dimensions["A"].width >= 28
    assert all(cell.font.bold for cell in page[1])


def test_sheet_names_are_ones_that_excel_accepts() -> None:
    titles = [
        "Active: 2026/01 [all]",
        "Active: 2026/01 [all]",
        "History",
        "n" * 40,
        "n" * 40,
        "'?'",
    ]
    book = opened(workbook_xlsx([Sheet(title, ("Name",), (Cells.TEXT,), ()) for title in titles]))
    assert book.sheetnames[:3] == ["Active 2026 01 all", "Active 2026 01 all 2", "History 2"]
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert len({name.casefold() for name in book.sheetnames}) == len(titles)


def test_a_practice_office_is_named_in_tab_page_head_and_csv() -> None:
    raw = workbook_xlsx([entries("Kai")], practice=True)
    assert opened(raw).sheetnames == ["PRACTICE Active"]
    assert b"<oddHeader>&amp;CPRACTICE</oddHeader>" in sheet_xml(raw)
    assert [row[-1] for row in rows_of(table_csv(entries("Kai"), practice=True))] == [
        "PRACTICE"
    ] * 2
