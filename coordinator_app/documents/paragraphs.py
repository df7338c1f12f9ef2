"""The one place where text becomes something ReportLab lays out: as letters, never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscent
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from coordinator_app.documents.fonts import SANS, SANS_BOLD, SERIF, printable, width_of

ACCENT = HexColor(0x0B6A6B)
INK = HexColor(0x1C2427)
MUTED = HexColor(0x55666A)
FAINT = HexColor(0x65767A)
HAIRLINE = HexColor(0xE2E7E6)
FOOT_RULE = HexColor(0xD5DCDA)

# A shorter word is broken by nobody: it fits the narrowest column of a letter.
_SHORT_WORD = 8
# Letters of one block of text: about a page.
_BLOCK = 3_000


def _style(
    name: str,
    face: str,
    size: float,
    leading: float,
    colour: Color,
    align: Literal[0, 2] = TA_LEFT,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=colour,
        alignment=align,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=0,
    )


SENDER = _style("sender", SANS_BOLD, 11.25, 14, ACCENT)
SENDER_LINE = _style("sender line", SANS, 8.6, 12, MUTED)
REFERENCE = _style("reference", SANS, 9, 15.9, MUTED, TA_RIGHT)
SUBJECT = _style("subject", SANS_BOLD, 12.2, 16.6, INK)
BODY = _style("body", SERIF, 10.8, 15.9, INK)
# A line of an address that goes on is set in, so that it is not read as the next one.
RECIPIENT = BODY.clone("recipient", leftIndent=12, firstLineIndent=-12)
POINT = BODY.clone("point", leftIndent=14, bulletIndent=2)
LABEL = _style("label", SANS, 9.75, 13.6, MUTED)
VALUE = _style("value", SANS, 9.75, 13.6, INK)
COLUMN_TITLE = _style("column title", SANS_BOLD, 9, 13.6, MUTED)
SIGNER_TITLE = _style("signer title", SANS, 9.4, 14, MUTED)


def paragraph(
    text: str, style: ParagraphStyle, width: float, *, bullet: str | None = None
) -> Paragraph:
    """`text` in `style`, literally, with words wider than `width` points broken."""
    fitted = _fitted(printable(text), style, width)
    return Paragraph(escape(fitted), style, bulletText=bullet)


def long_paragraph(
    text: str, style: ParagraphStyle, width: float, *, bullet: str | None = None
) -> Iterator[Paragraph]:
    """The same as several blocks, which look as one: laying out one takes the square of its pages."""
    if len(text) <= _BLOCK:
        yield body_paragraph(text, style, width, bullet=bullet)
        return
    words = _fitted(printable(text), style, width)
    while words:
        end = words.rfind(" ", 0, _BLOCK) if len(words) > _BLOCK else -1
        head = words if end <= 0 else words[:end]
        yield paragraph(head, style, width, bullet=bullet)
        words, bullet = words[len(head) :].lstrip(), None


def body_paragraph(
    text: str, style: ParagraphStyle, width: float, *, bullet: str | None = None
) -> Paragraph:
    """A paragraph whose last line is not one short word: the right edge gives way a little."""
    for indent in (0.0, 12.0, 24.0, 36.0):
        lines = _lines(text, style, width - indent)
        if len(lines) < 2 or len(lines[-1]) >= _SHORT_WORD + 2:
            return paragraph(text, _indented(style, indent), width - indent, bullet=bullet)
    return paragraph(text, style, width, bullet=bullet)


def _lines(text: str, style: ParagraphStyle, width: float) -> list[str]:
    """`text` as it will be broken into lines of `width` points."""
    lines = [""]
    for word in _fitted(printable(text), style, width).split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, style.fontName, style.fontSize) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _indented(style: ParagraphStyle, indent: float) -> ParagraphStyle:
    return style.clone(style.name, rightIndent=indent) if indent else style


def subject_lines(text: str, width: float) -> tuple[str, ...]:
    """A subject too long for one line is broken where its sense breaks: after its last colon."""
    head, colon, tail = printable(text).rpartition(": ")
    face, size = SUBJECT.fontName, SUBJECT.fontSize
    if colon and width_of(head + colon, face, size) <= width < width_of(
        head + colon + tail, face, size
    ):
        return (f"{head}:", tail)
    return (text,)


def line_drop(style: ParagraphStyle, beside: ParagraphStyle) -> float:
    """How much lower a text in `style` must begin to stand on the line of one in `beside`."""
    ascents = [getAscent(each.fontName, each.fontSize) for each in (beside, style)]
    return ascents[0] - ascents[1]


def draw_line(
    canvas: Canvas, text: str, x: float, y: float, *, face: str, size: float, right: bool = False
) -> None:
    """One line of text on the page, ending at `x` where it is set to the right."""
    canvas.setFont(face, size)
    draw = canvas.drawRightString if right else canvas.drawString
    draw(x, y, printable(text))


def shortened(text: str, face: str, size: float, width: float) -> str:
    """As much of `text` as fits one line of `width` points, with … where something is left out."""
    plain = printable(text)
    if width_of(plain, face, size) <= width:
        return plain
    return _head(plain, face, size, width - width_of("…", face, size)).rstrip() + "…"


def _fitted(text: str, style: ParagraphStyle, width: float) -> str:
    face, size = style.fontName, style.fontSize
    return " ".join(
        piece for word in text.split() for piece in _pieces(word, face, size, width - 1)
    )


def _pieces(word: str, face: str, size: float, width: float) -> list[str]:
    """A word in parts that fit the line.

    ReportLab breaks long words itself, but in a time that grows with the square of their length
    (over a minute for 200,000 letters).
    """
    pieces: list[str] = []
    while len(word) > _SHORT_WORD and width_of(word[:400], face, size) > width:
        head = _head(word, face, size, width)
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word] if word else pieces


def _head(text: str, face: str, size: float, width: float) -> str:
    """The longest beginning of `text` that is no wider than `width`; never less than one letter."""
    end, used = 0, 0.0
    for sign in text:
        used += _sign_width(sign, face, size)
        if used > width:
            break
        end += 1
    return text[: max(end, 1)]


@lru_cache(maxsize=4_096)
def _sign_width(sign: str, face: str, size: float) -> float:
    return width_of(sign, face, size)
