"""Letters as PDF: facts and wording in, bytes out, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, PageTemplate
from reportlab.platypus import Frame as Area
from reportlab.platypus.doctemplate import LayoutError

from coordinator_app.documents.fonts import Fonts, load_fonts, missing_glyphs, sign_name
from coordinator_app.documents.letter_body import Sheet
from coordinator_app.documents.letterhead import (
    BOTTOM,
    COLUMN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    TOP,
    Frame,
    draw_page,
    load_frame,
)
from coordinator_app.documents.plain_facts import Dates, us_english
from coordinator_app.documents.worded import WordedLetter
from coordinator_app.documents.wording import Wording, word
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.letters import (
    LetterFacts,
    all_texts,
    check_letter,
    field_name,
    letter_name,
)
from coordinator_app.domain.phrases import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Stationery:
    """What letters are made with: typefaces, the words around them, how a day is written."""

    fonts: Fonts
    frame: Frame
    dates: Dates = field(default=us_english)


def stationery(resources: Path, language: str = "en") -> Stationery:
    """The stationery that comes with the program; `resources` holds fonts/ and letters/."""
    return Stationery(load_fonts(resources / "fonts"), load_frame(resources / "letters", language))


def letter_pdf(
    facts: LetterFacts,
    wording: Wording,
    paper: Stationery,
    *,
    logo: bytes | None = None,
    signature: bytes | None = None,
) -> bytes:
    """One letter on US Letter paper. `logo` and `signature` are pictures from `clean_picture`.

    Raises what `check_letter` and `word` raise, BadInput("letter.missing_glyph") naming the field
    and the character, BadInput("letter.other_picture") where a picture is not the one the facts
    name, and BadInput("letter.no_layout") where the text finds no place on a page.
    """
    check_letter(facts)
    _check_picture("logo", logo, facts.association.logo_sha)
    _check_picture("signature", signature, facts.coordinator.signature_sha)
    worded = _worded(facts, wording, paper)
    sheet = Sheet(facts, worded, paper.frame, paper.dates, logo, signature)
    made, pages = _laid_out(sheet, wording.language, pages=1)
    return made if pages == 1 else _laid_out(sheet, wording.language, pages)[0]


def mail_text(facts: LetterFacts, wording: Wording, paper: Stationery) -> tuple[str, str]:
    """Subject and plain text of the same letter, for an e-mail draft. Raises as `letter_pdf`."""
    check_letter(facts)
    worded = _worded(facts, wording, paper)
    sender, signer = facts.association, facts.coordinator
    signed = [signer.name, signer.title, sender.name, sender.office_line]
    end = "\n".join(line for line in signed if line)
    return worded.subject, f"{worded.as_text()}\n{end}\n\n{paper.frame.footer}\n"


def missing_signs(facts: LetterFacts, fonts: Fonts) -> list[tuple[Phrase, str]]:
    """Every character the letter would be refused for, with its field, before it is made."""
    return [
        (field_name(name), sign_name(sign))
        for name, text in all_texts(facts)
        for sign in missing_glyphs(text, fonts)
    ]


def _worded(facts: LetterFacts, wording: Wording, paper: Stationery) -> WordedLetter:
    _refuse_signs(missing_signs(facts, paper.fonts))
    worded = word(wording, facts, paper.dates)
    place = phrase("letter.field.wording", letter=letter_name(wording.kind))
    signs = [
        (place, sign_name(s)) for text in worded.texts() for s in missing_glyphs(text, paper.fonts)
    ]
    _refuse_signs(signs)
    return worded


def _refuse_signs(signs: Iterable[tuple[Phrase, str]]) -> None:
    for place, character in signs:
        raise BadInput("letter.missing_glyph", field=place, character=character)


def _check_picture(name: str, picture: bytes | None, sha: str | None) -> None:
    if (None if picture is None else sha256(picture).hexdigest()) != sha:
        raise BadInput("letter.other_picture", field=field_name(name))


def _laid_out(sheet: Sheet, language: str, pages: int) -> tuple[bytes, int]:
    """The PDF and its number of pages; `pages` is printed as their number."""
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=sheet.worded.subject,
        author=sheet.facts.association.name,
        subject=sheet.facts.number,
        creator="Endorsement Coordinator",
        lang=language,
        invariant=1,
    )
    area = Area(SIDE, BOTTOM, COLUMN, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)
    draw = partial(_draw, sheet=sheet, pages=pages)
    document.addPageTemplates(PageTemplate(frames=[area], onPage=draw))
    try:
        document.build(sheet.story())
    except LayoutError as trouble:
        raise BadInput("letter.no_layout", letter=letter_name(sheet.facts.kind)) from trouble
    return file.getvalue(), document.page


def _draw(canvas: Canvas, document: BaseDocTemplate, *, sheet: Sheet, pages: int) -> None:
    draw_page(canvas, sheet.facts, sheet.frame, document.page, pages)
