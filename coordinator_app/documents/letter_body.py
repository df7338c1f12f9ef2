"""A letter from top to bottom, as ReportLab's blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Table, TableStyle

from coordinator_app.documents.letterhead import COLUMN, Frame, fitted_picture, gap, letterhead
from coordinator_app.documents.paragraphs import (
    BODY,
    COLUMN_TITLE,
    HAIRLINE,
    LABEL,
    POINT,
    RECIPIENT,
    REFERENCE,
    SIGNER_TITLE,
    SUBJECT,
    VALUE,
    line_drop,
    long_paragraph,
    paragraph,
    subject_lines,
)
from coordinator_app.documents.plain_facts import Dates
from coordinator_app.documents.worded import Block, Points, Rows, WordedLetter, Words
from coordinator_app.domain.letters import LetterFacts

_SIGNATURE = (150.0, 40.0)
_LABEL_WIDTH = 148.5
_REFERENCE_WIDTH = 180.0
_BARE: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One letter, ready to be laid out."""

    facts: LetterFacts
    worded: WordedLetter
    frame: Frame
    dates: Dates
    logo: bytes | None = None
    signature: bytes | None = None

    def story(self) -> list[Flowable]:
        """Its blocks, made new: ReportLab uses them up.

        The last block stays with closing and signature, so that no page holds a name alone.
        """
        subject = self.worded.subject
        *blocks, last = self.worded.blocks or (Words(""),)
        return [
            letterhead(self.facts.association, self.logo),
            gap(36),
            self._opening(),
            gap(20),
            *(paragraph(line, SUBJECT, COLUMN) for line in subject_lines(subject, COLUMN)),
            gap(12),
            *(part for block in _introduced(blocks) for part in block),
            KeepTogether([*_block(last), *self._closing()]),
        ]

    def _opening(self) -> Flowable:
        room = COLUMN - _REFERENCE_WIDTH
        lines = (self.facts.recipient, *self.facts.address)
        left = [paragraph(line, RECIPIENT, room - 2 * RECIPIENT.leftIndent) for line in lines]
        right = [paragraph(line, REFERENCE, _REFERENCE_WIDTH) for line in self._references()]
        table = Table([[left, right]], colWidths=[room, _REFERENCE_WIDTH])
        drop = line_drop(REFERENCE, RECIPIENT)
        table.setStyle(TableStyle([*_BARE, ("TOPPADDING", (1, 0), (1, 0), drop)]))
        return table

    def _references(self) -> Iterator[str]:
        """The office's own marks: the date, the case, its round."""
        facts, frame = self.facts, self.frame
        yield self.dates(facts.dated)
        if facts.case_number and facts.round_month:
            month = self.dates(facts.round_month)
            yield frame.case_line_with_round.format(case=facts.case_number, round=month)
        elif facts.case_number:
            yield frame.case_line.format(case=facts.case_number)

    def _closing(self) -> Iterator[Flowable]:
        signer = self.facts.coordinator
        yield paragraph(self.worded.closing, BODY, COLUMN)
        yield from _signature(self.signature)
        yield paragraph(signer.name, BODY, COLUMN)
        if signer.title:
            yield paragraph(signer.title, SIGNER_TITLE, COLUMN)


def _signature(png: bytes | None) -> Iterator[Flowable]:
    """The stored signature, or room to sign by hand."""
    if png is None:
        yield gap(44)
        return
    yield from (gap(8), fitted_picture(png, *_SIGNATURE), gap(4))


def _introduced(blocks: Sequence[Block]) -> Iterator[list[Flowable]]:
    """Blocks as they follow; a sentence that leads to a list or table stays on its page."""
    for number, block in enumerate(blocks):
        made = list(_block(block))
        leads = isinstance(block, Words) and block.text.endswith(":")
        if leads and number + 1 < len(blocks) and made:
            _keep_with_next(made)
        yield made


def _keep_with_next(made: list[Flowable]) -> None:
    for part in made:
        part.keepWithNext = 1


def _block(block: Block) -> Iterator[Flowable]:
    match block:
        case Words(text):
            yield from (*long_paragraph(text, BODY, COLUMN), gap(11)) if text else ()
        case Points(texts):
            for text in texts:
                width = COLUMN - POINT.leftIndent
                yield from (*long_paragraph(text, POINT, width, bullet="•"), gap(3))
            yield gap(8)
        case Rows():
            yield from (gap(1), _table(block), gap(13))


def _table(rows: Rows) -> Table:
    """Label and value, or three columns under titles; a light line under each row."""
    count = max(len(row) for row in (rows.titles, *rows.rows))
    widths = [_LABEL_WIDTH, COLUMN - _LABEL_WIDTH] if count <= 2 else _even(count)
    titles = [_cells(rows.titles, widths, title=True)] if rows.titles else []
    lines = [_cells(row, widths, title=False) for row in rows.rows]
    table = Table([*titles, *lines], colWidths=widths, repeatRows=len(titles), splitInRow=1)
    table.setStyle(
        TableStyle(
            [
                *_BARE,
                ("RIGHTPADDING", (0, 0), (-2, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 3.6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
                ("LINEBELOW", (0, 0), (-1, -1), 0.75, HAIRLINE),
            ]
        )
    )
    return table


def _even(count: int) -> list[float]:
    """The first column wider: it names the requirement."""
    first = COLUMN * 0.42
    return [first, *([(COLUMN - first) / (count - 1)] * (count - 1))]


def _cells(row: Sequence[str], widths: Sequence[float], *, title: bool) -> list[Paragraph]:
    label = LABEL if len(widths) <= 2 else VALUE
    styles = [COLUMN_TITLE] * len(widths) if title else [label, *([VALUE] * (len(widths) - 1))]
    texts = [*row, *([""] * (len(widths) - len(row)))]
    return [
        paragraph(text, style, width - 10)
        for text, style, width in zip(texts, styles, widths, strict=True)
    ]
