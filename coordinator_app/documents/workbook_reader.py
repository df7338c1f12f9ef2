"""What the reading child does: know the format, check it, and give its cells line by line.

Runs under the child's limits only. Uses the standard library and defusedxml: openpyxl's fast way
of reading gives no comments, hidden columns or merged cells, its other way has no limits.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from coordinator_app.documents.csv_files import csv_plain

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELLS = 500_000
MAX_TEXT = 60 * 1024 * 1024
_ENDINGS = {"xlsx": (".xlsx", ".xlsm"), "csv": (".csv", ".tsv", ".txt")}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DELIMITERS = ",;\t|"


class Limited(Exception):
    """The file is refused: a code of the import's sentences, and its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Tally:
    """Counts cells and text over the whole file and stops at the limits."""

    def __init__(self) -> None:
        self._seen = 0
        self._cells = 0
        self._text = 0

    def seen(self) -> None:
        """One more cell, empty or not: formatted empty cells cost time as well."""
        self._seen += 1
        if self._seen > 2 * MAX_CELLS:
            raise Limited("import.too_many_cells", most=MAX_CELLS)

    def cell(self, row: int, column: int, text: str) -> None:
        if row > MAX_ROWS:
            raise Limited("import.too_many_rows", most=MAX_ROWS)
        if column > MAX_COLUMNS:
            raise Limited("import.too_many_columns", most=MAX_COLUMNS)
        self._cells += 1
        self._text += len(text)
        if self._cells > MAX_CELLS or self._text > MAX_TEXT:
            raise Limited("import.too_many_cells", most=MAX_CELLS)


def lines_of(path: Path) -> Iterator[dict[str, object]]:
    """The file as JSON lines: a head, rows, a line closing each sheet, an end. Raises Limited."""
    content = path.read_bytes()
    found = format_of(content)
    if found not in _ENDINGS:
        raise Limited(f"import.format.{found}")
    if path.suffix.casefold() not in _ENDINGS[found]:
        raise Limited("import.wrong_ending", format=found.upper(), ending=path.suffix or "-")
    yield {"format": found, "digest": hashlib.sha256(content).hexdigest()}
    told: list[dict[str, object]] = []
    if found == "xlsx":
        from coordinator_app.documents import workbook_xlsx  # noqa: PLC0415 - CSV needs no XML

        yield from workbook_xlsx.sheet_lines(content, Tally(), told)
    else:
        yield from _csv_lines(content, path.stem, told)
    yield {"whole": True, "told": told}


def format_of(content: bytes) -> str:
    """xlsx or csv; else what it is instead: empty, xls, encrypted, ods, cut_off, pdf, html ..."""
    if not content:
        return "empty"
    if content.startswith(_OLE):
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in content else "xls"
    if content.startswith(b"PK"):
        return _format_of_zip(content)
    return _format_of_text(content)


def _format_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError):
        return "cut_off"
    names = {member.filename for member in members}
    if any(member.flag_bits & 1 for member in members):
        return "encrypted"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.startswith("xl/") for name in names):
        return "xlsb" if "xl/workbook.bin" in names else "cut_off"
    kinds = {"content.xml": "ods", "word/document.xml": "docx"}
    return next((kind for name, kind in kinds.items() if name in names), "zip")


def _format_of_text(content: bytes) -> str:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if start.startswith((b"<html", b"<!doctype", b"<table")):
        return "html"
    if start.startswith((b"<?xml", b"{", b"<workbook")):
        return "other"
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "other" if b"\0" in content and not wide else "csv"


def _csv_lines(
    content: bytes, name: str, told: list[dict[str, object]]
) -> Iterator[dict[str, object]]:
    text, encoding = _decoded(content)
    if encoding == "cp1252":
        told.append({"code": "import.read_as_windows", "facts": {}})
    csv.field_size_limit(1_000_000)
    tally = Tally()
    try:
        for number, cells in _csv_rows(text):
            for column, kind, value, _, _ in cells:
                tally.cell(number, int(str(column)), f"{kind}{value}")
            if cells:
                yield {"row": number, "cells": cells}
    except csv.Error:
        raise Limited("import.format.other") from None
    yield {"sheet": name, "state": "visible", "hidden_columns": [], "merged": [], "comments": []}


def _decoded(content: bytes) -> tuple[str, str]:
    """UTF-8 (with or without mark), UTF-16 by its mark, else the Windows code page of the West."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        wanted = ["utf-16"]
    else:
        wanted = ["utf-8-sig", "cp1252"]
    for encoding in wanted:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Limited("import.encoding")


def _csv_rows(text: str) -> Iterator[tuple[int, list[tuple[int, str, str, str, str]]]]:
    """Rows by their number (a row of several lines is one), the empty cells left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    for number, row in enumerate(reader, start=1):
        if number > MAX_ROWS:
            raise Limited("import.too_many_rows", most=MAX_ROWS)
        yield (
            number,
            [
                (column, "text", csv_plain(value), "", "")
                for column, value in enumerate(row, start=1)
                if value
            ],
        )


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells, two or more."""
    sample = text[:20_000].splitlines()[:50]

    def agreement(sign: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=sign) if len(row) > 1]
        commonest = max(set(widths), key=widths.count) if widths else 0
        return widths.count(commonest) if widths else 0, commonest

    return max(_DELIMITERS, key=agreement)
