"""The embedded typefaces, and what they cannot print."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from coordinator_app.domain.errors import MachineTrouble

SANS = "NotoSans-Regular"
SANS_BOLD = "NotoSans-Bold"
SERIF = "NotoSerif-Regular"
FACES = (SANS, SANS_BOLD, SERIF)

# Scripts whose letters join, reorder or run from right to left: a glyph each is not enough, and
# ReportLab would print them wrongly (Hebrew to Myanmar, Ethiopic to Mongolian, presentation forms).
_NEEDS_SHAPING = (
    range(0x0590, 0x10A0),
    range(0x1200, 0x1AB0),
    range(0x1B00, 0x1C80),
    range(0xA840, 0xAB30),
    range(0xFB1D, 0xFE00),
    range(0xFE70, 0xFF00),
)


# What a program writes in place of a letter it could not read: the text is damaged.
_REPLACEMENT = 0xFFFD


@dataclass(frozen=True, slots=True)
class Fonts:
    """The registered faces; `signs` are the code points every one of them can print."""

    folder: Path
    signs: frozenset[int]


@cache
def load_fonts(folder: Path) -> Fonts:
    """Register the faces of `folder` with ReportLab, once a folder.

    Raises MachineTrouble("fonts.unreadable") where a file is absent or no TrueType font.
    """
    first, *others = (_registered(folder, face) for face in FACES)
    return Fonts(folder, first.intersection(*others) - {_REPLACEMENT})


def _registered(folder: Path, face: str) -> frozenset[int]:
    path = folder / f"{face}.ttf"
    try:
        font = TTFont(face, str(path))
    except (TTFError, OSError) as trouble:
        raise MachineTrouble("fonts.unreadable", file=str(path)) from trouble
    pdfmetrics.registerFont(font)  # pyright: ignore[reportUnknownMemberType] - its stub is untyped
    glyphs: Mapping[int, int] = font.face.charToGlyph
    return frozenset(glyphs)


def missing_glyphs(text: str, fonts: Fonts) -> tuple[str, ...]:
    """The characters a letter with `text` would be refused for, each once, in order."""
    signs = dict.fromkeys(printable(text))
    return tuple(sign for sign in signs if not _prints(ord(sign), fonts))


def _prints(point: int, fonts: Fonts) -> bool:
    return point in fonts.signs and not any(point in script for script in _NEEDS_SHAPING)


def printable(text: str) -> str:
    """`text` as it is laid out: accents composed (NFC), white space plain, invisible signs gone.

    Direction marks, joiners and soft hyphens could hide or reorder what is read; they are dropped.
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(_shown(sign) for sign in composed)


def _shown(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc" | "Zl" | "Zp" | "Zs":
            return " "
        case "Cf":
            return ""
        case _:
            return sign


def sign_name(sign: str) -> str:
    """A character as it can be told to people: "😀 (U+1F600, grinning face)"."""
    name = unicodedata.name(sign, "no name").lower()
    return f"{sign} (U+{ord(sign):04X}, {name})"


def width_of(text: str, face: str, size: float) -> float:
    """Width in points."""
    return pdfmetrics.stringWidth(text, face, size)
