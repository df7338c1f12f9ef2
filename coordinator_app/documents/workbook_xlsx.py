"""The cells of an XLSX file: checked as a ZIP first, then read as XML that may define nothing."""

from __future__ import annotations

import io
import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from coordinator_app.documents.workbook_reader import Limited, Tally

MAX_UNPACKED = 200 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_RATIO = 150
_SMALL = 4 * 1024 * 1024
_CHUNK = 1 << 20
_DEFINES = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
# Number formats that mean a date without being written in the file (ECMA-376, 18.8.30).
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REF = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Line = dict[str, object]
Told = list[Line]


def sheet_lines(content: bytes, tally: Tally, told: Told) -> Iterator[Line]:
    """The sheets of a workbook as JSON lines. Raises Limited where the file is unsafe or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_members(packed)
            _check_definitions(packed)
            yield from _Book(packed, tally, told).lines()
    except DefusedXmlException:
        raise Limited("import.defines_entities") from None
    except (zipfile.BadZipFile, ParseError, EOFError, KeyError, ValueError, InvalidOperation):
        raise Limited("import.format.cut_off") from None
    except (zlib.error, NotImplementedError, UnicodeError):
        raise Limited("import.format.cut_off") from None


def _check_members(packed: zipfile.ZipFile) -> None:
    members = packed.infolist()
    total = sum(member.file_size for member in members)
    packed_size = sum(member.compress_size for member in members)
    if total > MAX_UNPACKED or (total > _SMALL and total > MAX_RATIO * max(packed_size, 1)):
        raise Limited("import.bomb", unpacked=total)
    if len(members) > MAX_MEMBERS:
        raise Limited("import.unsafe_zip", member=str(len(members)))
    seen: set[str] = set()
    for member in members:
        _check_member(member, seen)


def _check_member(member: zipfile.ZipInfo, seen: set[str]) -> None:
    """No way out of the file, no name twice, no links, no rare packing."""
    name = member.filename.replace("\\", "/")
    folded = name.casefold()
    unsafe = (
        name.startswith("/")
        or ".." in name.split("/")
        or re.match(r"[A-Za-z]:", name)
        or folded in seen
        or stat.S_ISLNK(member.external_attr >> 16)
        or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    )
    if unsafe:
        raise Limited("import.unsafe_zip", member=member.filename[:80])
    seen.add(folded)


def _check_definitions(packed: zipfile.ZipFile) -> None:
    """No part of an honest workbook defines entities, not even those nobody reads."""
    for member in packed.infolist():
        if member.filename.casefold().endswith((".xml", ".rels", ".vml")):
            with packed.open(member) as file:
                tail = b""
                while chunk := file.read(_CHUNK):
                    if any(word in tail + chunk for word in _DEFINES):
                        raise Limited("import.defines_entities")
                    tail = chunk[-32:]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    """An attribute by its local name: producers differ in the prefix."""
    return next((text for key, text in element.items() if _local(key) == name), "")


def _true(text: str) -> bool:
    return text in ("1", "true", "on")


class _Book:
    """An opened workbook: shared strings, date formats, sheets."""

    def __init__(self, packed: zipfile.ZipFile, tally: Tally, told: Told) -> None:
        self._packed = packed
        self._tally = tally
        self._told = told
        self._names = {name.casefold(): name for name in packed.namelist()}
        self._sheets: list[tuple[str, str, str]] = []
        self._from_1904 = False
        self._read_workbook()
        self._strings = list(self._shared_strings())
        self._formats = list(self._cell_formats())

    def lines(self) -> Iterator[Line]:
        for name, state, part in self._sheets:
            if self._has(part):
                yield from self._sheet(name, state, part)

    def _has(self, part: str) -> bool:
        return part.casefold() in self._names

    def _elements(self, part: str, *wanted: str) -> Iterator[Element]:
        """The finished elements of these names, each cleared once it was used."""
        if not self._has(part):
            return
        with self._packed.open(self._names[part.casefold()]) as file:
            for _, element in iterparse(file, events=("end",), forbid_dtd=True):
                if _local(element.tag) in wanted:
                    yield element
                    element.clear()

    def _read_workbook(self) -> None:
        targets = self._relations("xl/workbook.xml")
        for element in self._elements("xl/workbook.xml", "sheet", "workbookPr"):
            if _local(element.tag) == "workbookPr":
                self._from_1904 = _true(element.get("date1904", ""))
                continue
            target = targets.get(_attribute(element, "id"), ("", ""))[1]
            self._sheets.append((element.get("name", ""), element.get("state", "visible"), target))
        if self._from_1904:
            self._told.append({"code": "import.counts_from_1904", "facts": {}})

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id -> (kind, part) of what a part points to inside the file."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}
        for element in self._elements(f"{folder}/_rels/{name}.rels", "Relationship"):
            if element.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def _shared_strings(self) -> Iterator[str]:
        for element in self._elements("xl/sharedStrings.xml", "si"):
            yield _text_of(element)

    def _cell_formats(self) -> Iterator[tuple[str, bool]]:
        """For each cell style: its number format and whether that is a date."""
        formats: dict[int, str] = {}
        for element in self._elements("xl/styles.xml", "numFmt", "cellXfs"):
            if _local(element.tag) == "numFmt":
                formats[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
                continue
            for style in element:
                id = int(style.get("numFmtId", "0"))
                code = formats.get(id, "")
                yield code, is_date_format(code) if code else id in _BUILT_IN_DATES

    def _sheet(self, name: str, state: str, part: str) -> Iterator[Line]:
        hidden: list[int] = []
        merged: list[str] = []
        self._row = 0
        for element in self._elements(part, "row", "col", "mergeCell"):
            match _local(element.tag):
                case "row":
                    yield from self._row_line(element)
                case "col":
                    hidden += _hidden_columns(element)
                case _:
                    merged.append(element.get("ref", ""))
        comments = list(self._comments(part))
        yield {
            "sheet": name,
            "state": state,
            "hidden_columns": hidden,
            "merged": merged[:1000],
            "comments": comments,
        }

    def _row_line(self, element: Element) -> Iterator[Line]:
        self._row = int(element.get("r", "0")) or self._row + 1
        cells: list[tuple[int, str, str, str, str]] = []
        column = 0
        for cell in element:
            if _local(cell.tag) == "c":
                column = _column(cell.get("r", ""), self._row) or column + 1
                found = self._cell(cell)
                self._tally.seen()
                if found[1] or found[3]:
                    self._tally.cell(self._row, column, found[1] + found[3])
                    cells.append((column, *found))
        if cells:
            yield {"row": self._row, "cells": cells, "hidden": _true(element.get("hidden", ""))}

    def _cell(self, cell: Element) -> tuple[str, str, str, str]:
        """Kind, value, number format and formula of a cell."""
        parts = {_local(part.tag): part for part in cell}
        text = parts["v"].text or "" if "v" in parts else ""
        style = int(cell.get("s", "0"))
        code, is_date = self._formats[style] if style < len(self._formats) else ("", False)
        kind, value = self._value(cell.get("t", "n"), text, parts, is_date)
        if "f" in parts:
            return "formula", value, code, parts["f"].text or "…"
        return kind, value, "" if code == "General" else code, ""

    def _value(
        self, kind: str, text: str, parts: dict[str, Element], is_date: bool
    ) -> tuple[str, str]:
        match kind:
            case "s":
                return "text", self._strings[int(text)] if text else ""
            case "inlineStr":
                return "text", _text_of(parts["is"]) if "is" in parts else ""
            case "b":
                return "bool", "TRUE" if text == "1" else "FALSE"
            case "e":
                return "error", text
            case "d":
                return "date", text
            case "str":
                return "text", _unescaped(text)
            case _:
                return self._number(text, is_date)

    def _number(self, text: str, is_date: bool) -> tuple[str, str]:
        if not text:
            return "empty", ""
        day = _day(Decimal(text), self._from_1904) if is_date else None
        return ("date", day) if day else ("number", exact(text))

    def _comments(self, part: str) -> Iterator[tuple[int, int, str]]:
        for kind, target in self._relations(part).values():
            if kind != "comments":
                continue
            for element in self._elements(target, "comment"):
                found = _REF.fullmatch(element.get("ref", ""))
                text = _text_of(element).strip()
                if found and text:
                    column, row = _number_of(found[1]), int(found[2])
                    self._tally.cell(row, column, text)
                    yield row, column, text


def _column(ref: str, row: int) -> int:
    """The column of a reference such as G6; 0 where the cell has none. Refuses another row's."""
    if not ref:
        return 0
    found = _REF.fullmatch(ref)
    if not found or int(found[2]) != row:
        raise ValueError(ref)
    return _number_of(found[1])


def _number_of(name: str) -> int:
    number = 0
    for sign in name:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number


def _hidden_columns(element: Element) -> list[int]:
    if not _true(element.get("hidden", "")):
        return []
    first, last = int(element.get("min", "0")), int(element.get("max", "0"))
    return list(range(max(first, 1), min(last, 200) + 1))


def _text_of(element: Element) -> str:
    """The text of a string with its runs; the reading aid of Japanese (rPh) is left out."""
    parts: list[str] = []
    for child in element:
        match _local(child.tag):
            case "t":
                parts.append(child.text or "")
            case "rPh" | "commentPr" | "AlternateContent":
                continue
            case _:
                parts.append(_text_of(child))
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Control signs are written _x000D_ in these files."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def exact(text: str) -> str:
    """A number as plain decimals: what the author typed, not the binary digits behind it.

    Writing programs store 0.1 as 0.10000000000000001: seventeen digits that mean fifteen.
    """
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    digits = number.as_tuple().digits
    if len(digits) > 15 and "." in text:
        number = Decimal(repr(float(number)))
    if abs(number.adjusted()) > 30:
        return text
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def is_date_format(code: str) -> bool:
    """Whether a number format shows a day: it has d or y, or months outside hours and minutes."""
    elapsed = re.sub(r"\[(?:h+|m+|s+)\]", "h", code, flags=re.IGNORECASE)
    plain = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", elapsed).split(";")[0].lower()
    if "general" in plain:
        return False
    return bool(re.search(r"[dy]", plain)) or ("m" in plain and not re.search(r"[hs0#?]", plain))


def _day(serial: Decimal, from_1904: bool) -> str | None:
    """The day a serial number means, ISO; None where it means none.

    Day 60 of the 1900 system is 29 February 1900, which never was; before it all are a day off.
    """
    if not 1 <= serial < 2_958_466 or (not from_1904 and 60 <= serial < 61):
        return None
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no zone
    if not from_1904 and serial < 60:
        start += timedelta(days=1)
    moment = start + timedelta(seconds=round(serial * 86400))
    whole = moment.time() == datetime.min.time()
    return moment.date().isoformat() if whole else moment.isoformat()
