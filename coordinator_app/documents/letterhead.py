"""What stands around a letter: sender, badge or logo, footer, page numbers, practice mark."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, Paragraph, Spacer, Table, TableStyle

from coordinator_app.documents.fonts import SANS, SANS_BOLD, width_of
from coordinator_app.documents.paragraphs import (
    ACCENT,
    FAINT,
    FOOT_RULE,
    MUTED,
    SENDER,
    SENDER_LINE,
    draw_line,
    paragraph,
    shortened,
)
from coordinator_app.documents.pictures import clean_picture, picture_size
from coordinator_app.domain.letters import Association, LetterFacts

PAGE_WIDTH, PAGE_HEIGHT = LETTER
SIDE = 66.0
COLUMN = PAGE_WIDTH - 2 * SIDE
TOP = 50.0
BOTTOM = 76.0

_BADGE = 43.5
_LOGO = (120.0, 54.0)
_WATERMARK = HexColor(0xEFE3DC)
_PRACTICE = HexColor(0x9A4A22)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around every letter of one language."""

    case_line: str
    case_line_with_round: str
    footer: str
    page: str
    practice: str
    practice_footer: str


def load_frame(folder: Path, language: str = "en") -> Frame:
    """The frame that comes with the program; `folder` is resources/letters."""
    text = (folder / language / "frame.toml").read_text(encoding="utf-8")
    return Frame(**tomllib.loads(text))


class Badge(Flowable):
    """The round badge with the short name, for an association without a logo."""

    def __init__(self, short_name: str) -> None:
        super().__init__()
        self.width = self.height = _BADGE
        self._lines = _badge_lines(short_name)

    def draw(self) -> None:
        canvas: Canvas = self.canv
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.3)
        canvas.circle(_BADGE / 2, _BADGE / 2, _BADGE / 2 - 0.7, stroke=1, fill=0)
        canvas.setFillColor(ACCENT)
        size = _badge_size(self._lines)
        first = _BADGE / 2 + (len(self._lines) / 2 - 0.78) * size * 1.15
        for number, line in enumerate(self._lines):
            left = (_BADGE - width_of(line, SANS_BOLD, size)) / 2
            draw_line(canvas, line, left, first - number * size * 1.15, face=SANS_BOLD, size=size)


def _badge_lines(short_name: str) -> list[str]:
    words = [shortened(word, SANS_BOLD, 6, _BADGE - 10) for word in short_name.split()]
    return words[:3]


def _badge_size(lines: list[str]) -> float:
    widest = max((width_of(line, SANS_BOLD, 1) for line in lines), default=1)
    return min(8.4, (_BADGE - 11) / widest)


def letterhead(sender: Association, logo: bytes | None) -> Flowable:
    """Name, office and ways to reach it on the left, badge or logo on the right, a rule below."""
    mark = Badge(sender.short_name) if logo is None else fitted_picture(logo, *_LOGO)
    across = mark.width if isinstance(mark, Badge) else mark.drawWidth
    room = COLUMN - across - 16
    table = Table([[_sender_lines(sender, room), mark]], colWidths=[COLUMN - across, across])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (0, 0), "BOTTOM"),
                ("VALIGN", (1, 0), (1, 0), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
                ("LINEBELOW", (0, 0), (-1, -1), 0.9, ACCENT),
            ]
        )
    )
    return table


def _sender_lines(sender: Association, room: float) -> list[Paragraph]:
    reach = (*sender.address, sender.email, sender.phone)
    lines = [sender.office_line, " · ".join(part for part in reach if part)]
    told = [paragraph(line, SENDER_LINE, room) for line in lines if line]
    return [paragraph(sender.name, SENDER, room), *told]


def fitted_picture(png: bytes, width: float, height: float) -> Image:
    """A stored picture as large as fits `width` by `height` points, its shape kept."""
    pixels_across, pixels_down = picture_size(png)
    scale = min(width / pixels_across, height / pixels_down)
    file = BytesIO(clean_picture(png))
    return Image(file, width=pixels_across * scale, height=pixels_down * scale, hAlign="LEFT")


def gap(points: float) -> Spacer:
    """Room between two blocks."""
    return Spacer(COLUMN, points)


def draw_page(canvas: Canvas, facts: LetterFacts, frame: Frame, page: int, pages: int) -> None:
    """All that a page carries besides the letter's own text."""
    if facts.practice:
        _draw_watermark(canvas, frame)
    if page > 1:
        _draw_running_head(canvas, facts)
    _draw_footer(
        canvas, facts, frame, frame.page.format(number=facts.number, page=page, pages=pages)
    )


def _draw_watermark(canvas: Canvas, frame: Frame) -> None:
    size = 96
    canvas.saveState()
    canvas.setFillColor(_WATERMARK)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2 - 40)
    canvas.rotate(38)
    left = -width_of(frame.practice, SANS_BOLD, size) / 2
    draw_line(canvas, frame.practice, left, 0, face=SANS_BOLD, size=size)
    canvas.restoreState()


def _draw_running_head(canvas: Canvas, facts: LetterFacts) -> None:
    canvas.setFillColor(MUTED)
    half = COLUMN / 2 - 10
    y = PAGE_HEIGHT - TOP + 14
    sender = shortened(facts.association.name, SANS, 8, half)
    reader = shortened(facts.recipient, SANS, 8, half)
    draw_line(canvas, sender, SIDE, y, face=SANS, size=8)
    draw_line(canvas, reader, PAGE_WIDTH - SIDE, y, face=SANS, size=8, right=True)


def _draw_footer(canvas: Canvas, facts: LetterFacts, frame: Frame, page: str) -> None:
    canvas.setStrokeColor(FOOT_RULE)
    canvas.setLineWidth(0.75)
    canvas.line(SIDE, 51.5, PAGE_WIDTH - SIDE, 51.5)
    canvas.setFillColor(FAINT)
    draw_line(canvas, frame.footer, SIDE, 37.5, face=SANS, size=7.9)
    draw_line(canvas, page, PAGE_WIDTH - SIDE, 37.5, face=SANS, size=7.9, right=True)
    if facts.practice:
        canvas.setFillColor(_PRACTICE)
        draw_line(canvas, frame.practice_footer, SIDE, 25.5, face=SANS_BOLD, size=7.9)
