"""Remarks: kept word for word; a few propose something, which is asked and never done by itself."""

from __future__ import annotations

import re

from coordinator_app.domain.imports_names import island_named, tidy, with_okina
from coordinator_app.domain.imports_understood import NoteRead, Understood, asked, noted

_FORMER = re.compile(
    r"(?:name changed?|changed (?:her |his |their )?name|married)\b.*?\b(?:was|from|formerly) (?P<name>[^,;.()]+)"
    r"|\b(?:formerly|f/?k/?a|n[ée]e|maiden name)[: ]+(?P<name2>[^,;.()]+)",
    re.I,
)
_MOVED = re.compile(r"\bmoved (?:from (?P<old>.+?) )?to (?P<new>[^,;.()]+)", re.I)
_DUPLICATE = re.compile(r"\bdup(?:e|licate)?s?\b", re.I)
_ECMH = re.compile(r"\b(?:wants?|would like|also|add(?:ing)?)\b.*\b(?P<family>ECMH|EC|IMH)\b", re.I)


def read_note(text: str) -> Understood:
    """A remark. Former name, move, "dup of row above" and "wants ECMH too" become questions."""
    plain = tidy(text)
    if found := _FORMER.search(plain):
        name = with_okina((found["name"] or found["name2"]).strip())
        return asked("import.former_name", NoteRead(plain, "former_name", name), former=name)
    if found := _MOVED.search(plain):
        island = island_named(found["new"])
        return asked("import.moved", NoteRead(plain, "moved", island), place=island)
    if _DUPLICATE.search(plain):
        return asked("import.said_duplicate", NoteRead(plain, "duplicate"))
    if found := _ECMH.search(plain):
        return asked("import.wants_another", NoteRead(plain, "also", found["family"].upper()))
    return noted("import.remark", NoteRead(plain))
