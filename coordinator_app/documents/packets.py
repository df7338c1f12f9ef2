"""Exam packets: coded papers in, bytes out. Nothing in this module can reach a person.

A paper is rebuilt from its text, never passed through: no field of the PDF, no date, no name of a
file says more than the code. The same paper always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, KeepTogether, PageTemplate, Spacer
from reportlab.platypus import Frame as Area

from coordinator_app.documents.fonts import SANS, SANS_BOLD, load_fonts, missing_glyphs, sign_name
from coordinator_app.documents.paragraphs import (
    BODY,
    INK,
    LABEL,
    MUTED,
    SUBJECT,
    draw_line,
    long_paragraph,
    paragraph,
)
from coordinator_app.documents.tables import PRACTICE
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.papers import CodedPaper

_WIDTH, _HEIGHT = LETTER
_SIDE, _TOP, _BOTTOM = 72.0, 84.0, 64.0
_COLUMN = _WIDTH - 2 * _SIDE
_NO_ANSWER = "(no answer)"


def packet_name(paper: CodedPaper) -> str:
    """The file's name: the code and nothing else."""
    return f"{paper.code}.pdf"


def packet_pdf(paper: CodedPaper, fonts: Path, *, practice: bool = False) -> bytes:
    """One paper on US Letter, without any metadata. `fonts` is the folder of the typefaces.

    Raises BadInput("packet.missing_glyph") naming the task and the character.
    """
    _check_glyphs(paper, fonts)
    file = BytesIO()
    document = BaseDocTemplate(file, pagesize=LETTER, title="", author="", invariant=1)
    area = Area(_SIDE, _BOTTOM, _COLUMN, _HEIGHT - _TOP - _BOTTOM, 0, 0, 0, 0)
    page = _Page(paper, practice=practice)
    document.addPageTemplates(PageTemplate(frames=[area], onPage=page.draw))
    document.build(list(_story(paper)))
    return without_traces(file.getvalue())


def _check_glyphs(paper: CodedPaper, folder: Path) -> None:
    fonts = load_fonts(folder)
    for task, answer in zip(paper.form.tasks, paper.answers, strict=True):
        for sign in missing_glyphs(answer, fonts):
            raise BadInput(
                "packet.missing_glyph", paper=paper.code, task=task.title, character=sign_name(sign)
            )


def _story(paper: CodedPaper) -> Iterator[Flowable]:
    yield paragraph(f"Exam paper {paper.code}", SUBJECT, _COLUMN)
    yield paragraph(f"Family {paper.family} · form {paper.form.version}", LABEL, _COLUMN)
    for task, answer in zip(paper.form.tasks, paper.answers, strict=True):
        yield Spacer(1, 16)
        yield from _task(task.title, task.most, answer)


def _task(title: str, most: int, answer: str) -> Iterator[Flowable]:
    lines = [line for line in answer.splitlines() if line.strip()] or [_NO_ANSWER]
    blocks = [block for line in lines for block in long_paragraph(line, BODY, _COLUMN)]
    head = [
        paragraph(title, SUBJECT, _COLUMN),
        paragraph(f"up to {most} points", LABEL, _COLUMN),
        Spacer(1, 4),
    ]
    yield KeepTogether([*head, blocks[0]])
    for block in blocks[1:]:
        yield Spacer(1, 6)
        yield block


class _Page:
    """What stands on every page: the code above, the page's number below."""

    def __init__(self, paper: CodedPaper, *, practice: bool) -> None:
        self._code = paper.code
        self._mark = PRACTICE if practice else ""

    def draw(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFillColor(INK)
        draw_line(canvas, self._code, _SIDE, _HEIGHT - 52, face=SANS_BOLD, size=10)
        canvas.setFillColor(MUTED)
        draw_line(canvas, self._mark, _WIDTH - _SIDE, _HEIGHT - 52, face=SANS, size=9, right=True)
        number = f"{self._code} · page {document.page}"
        draw_line(canvas, number, _WIDTH - _SIDE, 40, face=SANS, size=8.5, right=True)


def without_traces(made: bytes) -> bytes:
    """The same pages with no document information, no XMP, and an identifier that is always one.

    The identifier ReportLab computes hangs on the title, so it is replaced as well.
    """
    file = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        for name in ("/Info", "/ID"):
            if name in pdf.trailer:
                del pdf.trailer[name]
        for name in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
            del pdf.Root[name]
        pdf.save(file, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file.getvalue()
