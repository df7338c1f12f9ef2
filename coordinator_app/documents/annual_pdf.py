"""The annual report as one sober page or two: boxes, a table, ten years of the registry."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate, Spacer, Table, TableStyle
from reportlab.platypus import Frame as Area

from coordinator_app.documents import annual_words as words
from coordinator_app.documents.annual_bars import Bars
from coordinator_app.documents.fonts import SANS, SANS_BOLD, Fonts, missing_glyphs
from coordinator_app.documents.letterhead import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH
from coordinator_app.documents.paragraphs import (
    FAINT,
    HAIRLINE,
    INK,
    MUTED,
    draw_line,
    paragraph,
)
from coordinator_app.documents.tables import PRACTICE
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.figures import AnnualFacts, CategoryFigures
from coordinator_app.domain.phrases import phrase

_SIDE = 48.0
_COLUMN = PAGE_WIDTH - 2 * _SIDE


def _style(face: str, size: float, colour: Color, leading: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        f"{face} {size}",
        fontName=face,
        fontSize=size,
        leading=leading or size * 1.35,
        textColor=colour,
    )


_TITLE = _style(SANS_BOLD, 18, INK)
_QUIET = _style(SANS, 9.5, MUTED)
_HEAD = _style(SANS_BOLD, 10.5, INK)
_FIGURE = _style(SANS_BOLD, 17, INK, 22)
_SMALL = _style(SANS, 8.6, MUTED, 12.5)
_CELL = _style(SANS, 9.5, INK)
_BOLD = _style(SANS_BOLD, 9.5, INK)
_COLUMN_HEAD = _style(SANS_BOLD, 8.6, MUTED)
_NOTE = _style(SANS, 8, FAINT, 11.5)


def annual_pdf(facts: AnnualFacts, fonts: Fonts) -> bytes:
    """The report on US Letter paper; the same figures always give the same bytes.

    Raises BadInput("letter.missing_glyph") where the association's name cannot be printed.
    """
    for sign in missing_glyphs(facts.association, fonts):
        raise BadInput(
            "letter.missing_glyph", field=phrase("letter.field.association"), character=sign
        )
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=words.title(facts),
        author=facts.association,
        creator="Endorsement Coordinator",
        lang="en",
        invariant=1,
    )
    area = Area(_SIDE, BOTTOM, _COLUMN, PAGE_HEIGHT - 44 - BOTTOM, 0, 0, 0, 0)
    draw = partial(_draw, facts=facts)
    document.addPageTemplates(PageTemplate(frames=[area], onPage=draw))
    document.build(_story(facts))
    return file.getvalue()


def _draw(canvas: Canvas, document: BaseDocTemplate, *, facts: AnnualFacts) -> None:
    left = PRACTICE if facts.practice else words.title(facts)
    canvas.setFillColor(FAINT)
    draw_line(canvas, left, _SIDE, BOTTOM - 26, face=SANS, size=8)
    page = f"page {document.page}"
    draw_line(canvas, page, PAGE_WIDTH - _SIDE, BOTTOM - 26, face=SANS, size=8, right=True)


def _story(facts: AnnualFacts) -> list[Flowable]:
    return [
        paragraph(words.title(facts), _TITLE, _COLUMN),
        Spacer(0, 3),
        paragraph(words.subtitle(facts), _QUIET, _COLUMN),
        Spacer(0, 14),
        _boxes(facts),
        Spacer(0, 13),
        paragraph("Applications by category", _HEAD, _COLUMN),
        Spacer(0, 6),
        _table(facts),
        Spacer(0, 13),
        paragraph("The Active registry over ten years", _HEAD, _COLUMN),
        Spacer(0, 8),
        Bars(facts.figures.active, _COLUMN, 118),
        Spacer(0, 8),
        paragraph(words.moves(facts), _CELL, _COLUMN),
        Spacer(0, 10),
        paragraph(words.footnote(facts), _NOTE, _COLUMN),
    ]


def _boxes(facts: AnnualFacts) -> Table:
    width = _COLUMN / 4
    boxes = [
        [
            paragraph(figure, _FIGURE, width - 20),
            paragraph(what, _SMALL, width - 20),
            paragraph(before, _SMALL, width - 20),
        ]
        for figure, what, before in words.headline(facts)
    ]
    table = Table([boxes], colWidths=[width] * 4)
    table.setStyle(
        TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 0.7, HAIRLINE),
                ("INNERGRID", (0, 0), (-1, -1), 0.7, HAIRLINE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 9),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ]
        )
    )
    return table


def _table(facts: AnnualFacts) -> Table:
    last = str(facts.figures.year - 1)
    figures = [52, 52, 50, 44, 62, 34]
    widths = [_COLUMN - sum(figures), *figures]
    head = ["Category", *words.COLUMNS, last]
    rows: list[list[object]] = [
        [paragraph(head[0], _COLUMN_HEAD, widths[0]), *map(_head, head[1:])]
    ]
    for line in facts.figures.lines:
        rows.append([paragraph(facts.name_of(line.category), _CELL, widths[0]), *_cells(line)])
    rows.append([paragraph("All", _BOLD, widths[0]), *_cells(facts.figures.whole)])
    table = Table(rows, colWidths=widths, repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, HAIRLINE),
                ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("FONT", (1, 0), (-1, 0), SANS_BOLD, 8.6),
                ("TEXTCOLOR", (1, 0), (-1, 0), MUTED),
                ("FONT", (1, 1), (-1, -2), SANS, 9.5),
                ("FONT", (1, -1), (-1, -1), SANS_BOLD, 9.5),
                ("TEXTCOLOR", (1, 1), (-1, -1), INK),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (-1, -1), 4.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
            ]
        )
    )
    return table


def _head(text: str) -> str:
    return text.replace("Median days to reply", "Days to reply")


def _cells(line: CategoryFigures) -> list[str]:
    return ["–" if cell is None else str(cell) for cell in words.cells(line)]
