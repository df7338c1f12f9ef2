"""Honest files are read exactly; the wrong ones are named with the remedy (T095, T098)."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from coordinator_app.documents import hostile
from coordinator_app.documents.hostile import memory_of, read_workbook
from coordinator_app.documents.workbook_xlsx import exact, is_date_format
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.imports_sheets import RawCell
from coordinator_app.runtime.sentences import sentence
from tests.documents.xlsx_made import parts, text_row, written

SAMPLE = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"


def cells_of(path: Path) -> dict[str, RawCell]:
    (sheet,) = read_workbook(path).sheets
    return {cell.ref: cell for row in sheet.rows for cell in row.cells}


def refused(path: Path) -> str:
    """The code of the refusal; its sentence must say the file and leave nothing open."""
    with pytest.raises(BadInput) as refusal:
        read_workbook(path)
    said = sentence(refusal.value.code, refusal.value.facts)
    assert path.name in said
    assert "{" not in said
    return refusal.value.code.removeprefix("import.")


def test_every_cell_of_the_sample_is_as_openpyxl_reads_it() -> None:
    ours = read_workbook(SAMPLE)
    theirs = openpyxl.load_workbook(SAMPLE)
    assert [sheet.name for sheet in ours.sheets] == theirs.sheetnames
    for sheet in ours.sheets:
        other = theirs[sheet.name]
        found = {cell.ref: cell for row in sheet.rows for cell in row.cells}
        expected = {
            cell.coordinate: cell
            for row in other.iter_rows()
            for cell in row
            if cell.value is not None or cell.comment
        }
        assert found.keys() == expected.keys()
        for ref, cell in found.items():
            value = expected[ref].value
            assert (
                (cell.formula and f"={cell.formula}")
                or cell.value == ("" if value is None else _as_text(value))
                or cell.formula
            )


def _as_text(value: object) -> str:
    day = getattr(value, "date", None)
    return day().isoformat() if day else str(value)


def test_the_sample_keeps_its_comment_hidden_column_and_merged_title() -> None:
    first, _ = read_workbook(SAMPLE).sheets
    comments = [
        (cell.ref, cell.comment, cell.kind)
        for row in first.rows
        for cell in row.cells
        if cell.comment
    ]
    assert comments == [("G6", "called 2/3", "empty")]
    assert (first.hidden_columns, first.merged) == ((2,), ("A1:P1",))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("62.25", "62.25"), ("100", "100"), ("0.1", "0.1"), ("0.10000000000000001", "0.1"), ("62.250", "62.25"),
     ("1E2", "100"), ("18.5", "18.5"), ("123456789012345678", "123456789012345678"), ("1E400", "1E400")],
)  # fmt: skip
def test_numbers_keep_their_exact_text(typed: str, kept: str) -> None:
    assert exact(typed) == kept


@pytest.mark.parametrize(
    ("code", "is_date"),
    [("m/d/yyyy", True), ("yyyy-mm-dd", True), ("[$-409]d-mmm-yy;@", True), ("mmm yyyy", True), ("General", False),
     ("0.00", False), ('0" days"', False), ("[h]:mm", False), ("h:mm:ss", False), ("#,##0.00_);[Red](#,##0.00)", False), ("mmmm", True)],
)  # fmt: skip
def test_which_formats_show_a_day(code: str, is_date: bool) -> None:
    assert is_date_format(code) is is_date


def test_days_are_counted_from_1900_or_from_1904(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" s="1"><v>45816</v></c><c r="B1" s="2"><v>45816.5</v></c></row>'
    usual = cells_of(written(tmp_path / "a.xlsx", parts(row)))
    mac = cells_of(
        written(tmp_path / "b.xlsx", parts(row, properties='<workbookPr date1904="1"/>'))
    )
    assert (usual["A1"].value, usual["B1"].value) == ("2025-06-08", "2025-06-08T12:00:00")
    assert mac["A1"].value == "2029-06-09"
    assert [one.code for one in read_workbook(tmp_path / "b.xlsx").told] == [
        "import.counts_from_1904"
    ]


def test_day_60_never_was_and_stays_a_number(tmp_path: Path) -> None:
    row = '<row r="1">' + "".join(f'<c s="1"><v>{n}</v></c>' for n in (59, 60, 61)) + "</row>"
    found = cells_of(written(tmp_path / "a.xlsx", parts(row)))
    assert [(one.kind, one.value) for one in found.values()] == [
        ("date", "1900-02-28"), ("number", "60"), ("date", "1900-03-01"),
    ]  # fmt: skip


def test_formulas_booleans_errors_and_written_text_are_kept_apart(tmp_path: Path) -> None:
    row = (
        '<row r="1"><c r="A1"><f>28+13</f><v>41</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c>'
        '<c r="E1" t="inlineStr"><is><r><t>=SUM</t></r><r><t xml:space="preserve"> issue?</t></r></is></c>'
        '<c r="F1" t="str"><v>a_x000D_b</v></c></row>'
    )
    found = cells_of(written(tmp_path / "a.xlsx", parts(row)))
    assert (found["A1"].kind, found["A1"].value, found["A1"].formula) == ("formula", "41", "28+13")
    assert [(found[ref].kind, found[ref].value) for ref in ("B1", "C1", "E1", "F1")] == [
        ("bool", "TRUE"), ("error", "#N/A"), ("text", "=SUM issue?"), ("text", "a\rb"),
    ]  # fmt: skip


def test_hidden_rows_and_sheets_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name"])
    book.worksheets[0].row_dimensions[1].hidden = True
    book.create_sheet("Old").sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    first, second = read_workbook(tmp_path / "a.xlsx").sheets
    assert first.rows[0].hidden
    assert second.state == "veryHidden"


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_any_delimiter_and_alphabet(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = [
        ["Name", "Email", "Note"],
        ["Hōkūlani Nāluʻai", "h@x.org", f'a "b"{delimiter} c\nd'],
        ["", "k@x.org", ""],
    ]
    quoted = "\r\n".join(
        delimiter.join('"' + each.replace('"', '""') + '"' for each in line) for line in lines
    )
    path = tmp_path / "list.csv"
    path.write_bytes(quoted.encode(encoding))
    found = cells_of(path)
    assert found["A2"].value == "Hōkūlani Nāluʻai"
    assert found["C2"].value == f'a "b"{delimiter} c\nd'
    assert "A3" not in found
    assert found["B3"].value == "k@x.org"
    assert read_workbook(path).told == ()


def test_csv_of_old_windows_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name,Email\nZoë Ñuñez,z@x.org\n".encode("cp1252"))
    assert cells_of(path)["A2"].value == "Zoë Ñuñez"
    assert [one.code for one in read_workbook(path).told] == ["import.read_as_windows"]


def test_our_own_guard_against_formulas_comes_off_again(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    values = ["=HYPERLINK(1)", "+1", "-1", "@SUM", "＝1", " =1"]
    path.write_text(
        "\n".join(f"'{value},x" for value in values) + "\n'Iolani,x\n", encoding="utf-8"
    )
    found = cells_of(path)
    assert [found[f"A{n}"].value for n in range(1, 7)] == values
    assert found["A7"].value == "'Iolani"


WRONG = {
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"),
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + b"\0" * 600
    + "EncryptedPackage".encode("utf-16-le"),
    "empty.xlsx": b"",
    "cut.xlsx": SAMPLE.read_bytes()[:9000],
    "paper.csv": b"%PDF-1.7 ...",
    "page.xls": b"<html><table><tr><td>Name</td></tr></table></html>",
    "binary.csv": b"Name\0\0\0",
    "letters.csv": b"Name,\x81\x8d\n",
    "text.xlsx": b"Name,Email\n",
    "book.csv": SAMPLE.read_bytes(),
}
NAMED = {
    "old.xls": "format.xls", "locked.xlsx": "format.encrypted", "empty.xlsx": "format.empty", "cut.xlsx": "format.cut_off",
    "paper.csv": "format.pdf", "page.xls": "format.html", "binary.csv": "format.other", "letters.csv": "encoding",
    "text.xlsx": "wrong_ending", "book.csv": "wrong_ending",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_file_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRONG[name])
    assert refused(path) == NAMED[name]


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("content.xml", "format.ods"),
        ("word/document.xml", "format.docx"),
        ("xl/workbook.bin", "format.xlsb"),
        ("a.txt", "format.zip"),
    ],
)
def test_other_zips_are_named(tmp_path: Path, member: str, code: str) -> None:
    assert refused(written(tmp_path / "a.xlsx", {member: "x"})) == code


def test_a_flipped_bit_in_a_workbook_is_not_read_over(tmp_path: Path) -> None:
    content = bytearray(
        written(tmp_path / "a.xlsx", parts(text_row(1, ["Name"] * 50))).read_bytes()
    )
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        at = packed.getinfo("xl/worksheets/sheet1.xml").header_offset + 60
    content[at] ^= 8
    (tmp_path / "a.xlsx").write_bytes(content)
    assert refused(tmp_path / "a.xlsx") == "format.cut_off"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == "no_such_file"
    assert refused(tmp_path) == "is_a_folder"


def test_a_child_that_says_nothing_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Email\n", encoding="utf-8")
    for said in ("", '{"format":"csv","digest":"0"}', '{"whole":true}', "[1]\n[2]", "nonsense"):
        child = [sys.executable, "-c", f"print({said!r})"]
        with pytest.raises(BadInput) as refusal:
            read_workbook(path, program=child)
        assert refusal.value.code == "import.damaged"


def test_a_child_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Email\n", encoding="utf-8")
    monkeypatch.setattr(hostile, "WALL_SECONDS", 0.3)
    with pytest.raises(BadInput) as refusal:
        read_workbook(
            path, program=[sys.executable, "-c", "import threading; threading.Event().wait(60)"]
        )
    assert refusal.value.code == "import.too_slow"


def test_a_child_that_takes_too_much_memory_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Email\n", encoding="utf-8")
    monkeypatch.setattr(hostile, "MEMORY", 50 * 1024 * 1024)
    greedy = "import threading; kept = bytearray(90_000_000); threading.Event().wait(60)"
    with pytest.raises(BadInput) as refusal:
        read_workbook(path, program=[sys.executable, "-c", greedy])
    assert refusal.value.code == "import.too_much"


def test_the_memory_of_a_process_is_known_here() -> None:
    waits = [sys.executable, "-c", "print(1, flush=True); input()"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        assert memory_of(child.pid) > 1_000_000
        child.communicate(b"\n")
    assert memory_of(child.pid) == 0


def test_the_child_imports_no_window_library_and_nothing_from_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "csv.py").write_text("raise SystemExit(9)", encoding="utf-8")
    (tmp_path / "a.csv").write_text("Name,Email\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cells_of(Path("a.csv"))["A1"].value == "Name"
    look = (
        "import sys; from coordinator_app.documents import hostile, workbook_xlsx; "
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'sqlalchemy', 'openpyxl') for name in sys.modules))"
    )
    root = Path(hostile.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", look], cwd=root, check=False).returncode == 0


def test_wrong_usage_of_the_child_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert hostile.main([]) == 2
    assert "usage" in capsys.readouterr().err
