"""Files made to harm: refused or read, and quickly (T091 to T094, T096)."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.documents.hostile import read_workbook
from coordinator_app.domain.errors import BadInput
from tests.documents.xlsx_made import HEAD, MAIN, parts, sheet_xml, text_row, written

BILLION = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{BILLION}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>'


def refused(path: Path, *, within: float) -> str:
    began = time.monotonic()
    with pytest.raises(BadInput) as refusal:
        read_workbook(path)
    assert time.monotonic() - began < within
    return refusal.value.code.removeprefix("import.")


def streamed(path: Path, member: str, pieces: Iterator[bytes]) -> Path:
    """A workbook whose `member` is too large to hold as one text."""
    content = parts()
    del content[member]
    written(path, content)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open(member, "w") as file,
    ):
        for piece in pieces:
            file.write(piece)
    return path


def test_two_million_cells_in_a_few_kilobytes(tmp_path: Path) -> None:
    rows = (b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>" for _ in range(20_000))
    path = streamed(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", _wrapped(rows))
    assert path.stat().st_size < 200_000
    assert refused(path, within=10) == "bomb"


def _wrapped(rows: Iterator[bytes]) -> Iterator[bytes]:
    start, end = sheet_xml("|").split("|")
    yield start.encode()
    yield from rows
    yield end.encode()


def test_more_cells_than_are_read_in_an_honest_looking_file(tmp_path: Path) -> None:
    """Too varied for the ratio of packing to tell, so the cells are counted."""
    rows = (
        b"<row>"
        + b"".join(b"<c><v>%d</v></c>" % (n * 7919 + k * k) for k in range(190))
        + b"</row>"
        for n in range(2_800)
    )
    path = streamed(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", _wrapped(rows))
    assert refused(path, within=15) in ("too_many_cells", "too_much")


def test_one_cell_in_the_last_corner(tmp_path: Path) -> None:
    row = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refused(written(tmp_path / "a.xlsx", parts(row)), within=2) == "too_many_rows"
    wide = '<row r="1"><c r="XFD1"><v>1</v></c></row>'
    assert refused(written(tmp_path / "b.xlsx", parts(wide)), within=2) == "too_many_columns"


def test_one_merge_over_everything_is_only_a_word(tmp_path: Path) -> None:
    merged = '<mergeCells><mergeCell ref="A1:XFD20000"/></mergeCells>'
    path = written(tmp_path / "a.xlsx", parts(text_row(1, ["Name"]), after=merged))
    began = time.monotonic()
    (sheet,) = read_workbook(path).sheets
    assert time.monotonic() - began < 2
    assert (sheet.merged, len(sheet.rows)) == (("A1:XFD20000",), 1)


def test_hidden_columns_without_end_are_cut(tmp_path: Path) -> None:
    cols = '<cols><col min="1" max="2147483647" hidden="1"/></cols>'
    path = written(tmp_path / "a.xlsx", parts(text_row(1, ["Name"]), before=cols))
    assert len(read_workbook(path).sheets[0].hidden_columns) == 200


def test_gigabytes_of_text_are_refused_before_unpacking(tmp_path: Path) -> None:
    text = (b"a" * 1_000_000 for _ in range(400))
    path = streamed(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", text)
    assert path.stat().st_size < 1_000_000
    assert refused(path, within=2) == "bomb"


def test_one_text_meant_a_million_times(tmp_path: Path) -> None:
    strings = f'{HEAD}<sst xmlns="{MAIN}"><si><t>{"x" * 30_000}</t></si></sst>'
    rows = "".join(f'<row r="{n}"><c t="s"><v>0</v></c></row>' for n in range(1, 40_000))
    path = written(tmp_path / "a.xlsx", parts(rows) | {"xl/sharedStrings.xml": strings})
    assert refused(path, within=10) in ("too_many_cells", "too_much")


@pytest.mark.parametrize("define", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize(
    "member",
    ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "docProps/core.xml", "xl/workbook.xml", "xl/comments1.xml"],
)  # fmt: skip
def test_definitions_are_refused_in_every_part(tmp_path: Path, member: str, define: str) -> None:
    content = parts(text_row(1, ["Name"]))
    plain = content.get(member, f'{HEAD}<x xmlns="{MAIN}"><t/></x>')
    content[member] = plain.replace(HEAD, HEAD + define).replace("<t/>", "<t>&l9;</t>")
    assert refused(written(tmp_path / "a.xlsx", content), within=5) == "defines_entities"


def test_definitions_in_another_alphabet_are_refused_too(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts(text_row(1, ["Name"])))
    text = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<x>&l9;</x>'
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("docProps/custom.xml", text.encode("utf-16"))
    assert refused(path, within=5) == "defines_entities"


@pytest.mark.parametrize(
    "member", ["../../x.xml", "/etc/x.xml", "C:/x.xml", "xl\\..\\..\\x.xml", "XL/Workbook.xml"]
)
def test_a_member_that_leads_out_or_comes_twice_is_refused(tmp_path: Path, member: str) -> None:
    content = parts(text_row(1, ["Name"])) | {member: "x"}
    assert refused(written(tmp_path / "a.xlsx", content), within=5) == "unsafe_zip"


def test_a_link_in_the_zip_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts(text_row(1, ["Name"])))
    link = zipfile.ZipInfo("xl/link.xml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(link, "/etc/passwd")
    assert refused(path, within=5) == "unsafe_zip"


def test_a_rare_packing_and_too_many_members_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts(text_row(1, ["Name"])))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as packed:
        packed.writestr("xl/rare.xml", "x")
    assert refused(path, within=5) == "unsafe_zip"
    many = parts() | {f"xl/media/{n}.png": "" for n in range(2_100)}
    assert refused(written(tmp_path / "b.xlsx", many), within=5) == "unsafe_zip"


def test_csv_beyond_the_limits_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 50_001, encoding="utf-8")
    assert refused(path, within=10) == "too_many_rows"
    path.write_text("," * 200 + "x\n", encoding="utf-8")
    assert refused(path, within=5) == "too_many_columns"
    path.write_bytes(b"a,b\n" * (6 * 1024 * 1024))
    assert refused(path, within=2) == "too_large"


def test_the_relations_of_a_sheet_cannot_reach_outside(tmp_path: Path) -> None:
    content = parts(text_row(1, ["Name"]))
    content["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f"{HEAD}<Relationships><Relationship Id='a' Type='x/comments' Target='../../../../etc/passwd'/>"
        "<Relationship Id='b' Type='x/comments' TargetMode='External' Target='http://x/'/></Relationships>"
    )
    (sheet,) = read_workbook(written(tmp_path / "a.xlsx", content)).sheets
    assert len(sheet.rows) == 1
