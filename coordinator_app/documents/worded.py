"""A letter in words: what a wording and its facts come to, before it is laid out.

A wording is text by lines:

    # the subject                     (the first line)
    a paragraph, until an empty line  (the last one is the closing, above the signature)
    - a point of a list
    | label | value |                 (a row; one whose value comes out empty is left out)
    | requirement | needed | have |   (a row of three)
    |= title |= title |= title |      (the titles above rows of three)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

# Marks that cannot be typed into a fact (a letter with them would be refused for missing glyphs).
TAG_LINE = "\ue000"
_HIDDEN = {"|": "\ue001", "#": "\ue002", "-": "\ue003"}
_SHOWN = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of two or three columns; `titles` is empty where it has none."""

    rows: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...] = ()


Block = Words | Points | Rows


@dataclass(frozen=True, slots=True)
class WordedLetter:
    """Subject, blocks in order, and the closing that stands above the signature."""

    subject: str
    blocks: tuple[Block, ...]
    closing: str

    def texts(self) -> Iterator[str]:
        """Every text of the letter."""
        yield self.subject
        for block in self.blocks:
            yield from _texts(block)
        yield self.closing

    def as_text(self) -> str:
        """The letter as plain text, to the closing (the subject left out)."""
        parts = ["\n".join(_lines(block)) for block in self.blocks]
        return "\n\n".join([*parts, self.closing]) + "\n"


def as_fact(text: str) -> str:
    """A fact made safe to stand in a wording: on one line, and never read as its marks."""
    plain = " ".join(text.split()).replace("|", _HIDDEN["|"])
    return _HIDDEN.get(plain[:1], plain[:1]) + plain[1:]


def read_lines(text: str) -> WordedLetter:
    """Read a wording whose facts are filled in. Marks inside facts are letters again."""
    lines = [line.strip() for line in text.split("\n")]
    kept = [line for line in lines if not line or line.strip(TAG_LINE)]
    subject, blocks = "", list[Block]()
    for kind, group in groupby(kept, _kind):
        if kind == "subject":
            subject = _plain(next(group)[1:])
        elif kind != "empty":
            blocks.extend(_block(kind, tuple(group)))
    closing = blocks.pop() if blocks and isinstance(blocks[-1], Words) else Words("")
    return WordedLetter(subject, tuple(blocks), closing.text if isinstance(closing, Words) else "")


def _kind(line: str) -> str:
    marks = {"": "empty", "#": "subject", "|": "rows", "-": "points"}
    return marks.get(line[:1], "words")


def _block(kind: str, lines: Sequence[str]) -> Iterator[Block]:
    if kind == "points":
        yield Points(tuple(_plain(line[1:]) for line in lines))
    elif kind == "rows":
        yield from _rows(lines)
    else:
        yield Words(_plain(" ".join(lines)))


def _rows(lines: Sequence[str]) -> Iterator[Rows]:
    titles = next((_titles(line) for line in lines if line.startswith("|=")), ())
    rows = tuple(_cells(line) for line in lines if not line.startswith("|="))
    told = tuple(row for row in rows if any(row[1:]))
    if told:
        yield Rows(told, titles)


def _titles(line: str) -> tuple[str, ...]:
    return tuple(cell.removeprefix("=").strip() for cell in _cells(line))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in line.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    return " ".join(text.translate(_SHOWN).replace(TAG_LINE, "").split())


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Words(text):
            yield text
        case Points(texts):
            yield from texts
        case Rows(rows, titles):
            yield from titles
            for row in rows:
                yield from row


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Words(text):
            yield text
        case Points(texts):
            yield from (f"- {text}" for text in texts)
        case Rows(rows, titles):
            yield from (_line(row, titles) for row in rows)


def _line(row: Sequence[str], titles: Sequence[str]) -> str:
    """ "Category: IMHS", or "Training: Needed 30 hours; Shown 27 hours" where there are titles."""
    named = zip_longest(row[1:], titles[1:], fillvalue="")
    told = (f"{title} {cell}".strip() for cell, title in named if cell)
    return f"{row[0]}: {'; '.join(told)}"
