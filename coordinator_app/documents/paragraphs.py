"""The one place where text becomes something ReportLab lays out: as letters, never as markup."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
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


def _style(
    name: str, face: str, size: float, leading: float, colour: HexColor, align: int = TA_LEFT
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
RECIPIENT = _style("recipient", SERIF, 10.8, 15.9, INK)
REFERENCE = _style("reference", SANS, 9, 15.9, MUTED, TA_RIGHT)
SUBJECT = _style("subject", SANS_BOLD, 12.2, 16.6, INK)
BODY = _style("body", SERIF, 10.8, 15.9, INK)
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
    while len(word) > _SHORT_WORD and width_of(word[:2000], face, size) > width:
        head = _head(word, face, size, width)
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word] if word else pieces


def _head(text: str, face: str, size: float, width: float) -> str:
    """The longest beginning of `text` that is no wider than `width`; never less than one letter."""
    end, used = 0, 0.0
    for sign in text:
        used += width_of(sign, face, size)
        if used > width:
            break
        end += 1
    return text[: max(end, 1)]
