"""Where each table and key of a TOML file stands, so that a refusal can name the line."""

from __future__ import annotations

import re
from collections.abc import Mapping

Place = tuple[str | int, ...]

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?")
_ASSIGNMENT = re.compile(rf"\s*({_DOTTED})\s*=(.*)")
_PART = re.compile(_KEY)
# What may stand on a line, longest first: the marks of long strings, short strings, comments.
_TOKEN = re.compile(r"\"\"\"|'''|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#.*|[\[\]{}]")


def lines_of(text: str) -> Mapping[Place, int]:
    """The line, from 1, of every table and key; of an array of tables each one by its number."""
    return _Walk(text).lines


def line_at(lines: Mapping[Place, int], place: Place) -> int:
    """The line of a place, or of the nearest table around it that has one."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


class _Walk:
    """One pass over the lines. Inside a long string or an open bracket nothing begins."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        self._table: Place = ()
        self._quote: str = ""
        self._depth = 0
        for number, line in enumerate(text.splitlines(), start=1):
            self._take(line, number)

    def _take(self, line: str, number: int) -> None:
        if self._quote or self._depth:
            self._inside(line)
        elif header := _HEADER.fullmatch(line):
            self._open(header[1] == "[[", _parts(header[2]), number)
        elif assignment := _ASSIGNMENT.match(line):
            self._note((*self._table, *_parts(assignment[1])), number)
            self._inside(assignment[2])

    def _open(self, many: bool, parts: list[str], number: int) -> None:
        place: Place = ()
        for part in parts[:-1]:
            place = self._latest((*place, part))
            self._note(place, number)
        place = (*place, parts[-1])
        if many:
            self._counts[place] = self._counts.get(place, -1) + 1
        self._table = self._latest(place)
        self._note(self._table, number)

    def _latest(self, place: Place) -> Place:
        """A place, and in an array of tables its newest one."""
        return (*place, self._counts[place]) if place in self._counts else place

    def _note(self, place: Place, number: int) -> None:
        self.lines.setdefault(place, number)

    def _inside(self, rest: str) -> None:
        for token in _TOKEN.findall(rest):
            if self._quote:
                self._quote = "" if token == self._quote else self._quote
            elif token in ('"""', "'''"):
                self._quote = token
            elif token in "[{":
                self._depth += 1
            elif token in "]}":
                self._depth -= 1


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]
