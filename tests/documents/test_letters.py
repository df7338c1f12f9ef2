"""Letters on paper: what was put in can be read again, literally, and the same each time."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from coordinator_app.documents.fonts import printable
from coordinator_app.documents.letters import (
    Stationery,
    letter_pdf,
    mail_text,
    missing_signs,
    stationery,
)
from coordinator_app.documents.pictures import clean_picture
from coordinator_app.documents.samples import sample_facts
from coordinator_app.documents.wording import Wording, shipped_wording
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.letters import LetterFacts, LetterKind, all_texts
from coordinator_app.domain.phrases import phrase
from tests.documents.conftest import (
    RESOURCES,
    WordingOf,
    Words,
    edges,
    first_page,
    pages_of,
    pdfium_text,
    squeezed,
)

SIXTY = "Keāliʻikūʻōnoʻonaokalani Kamakawiwoʻole-Nāhiʻenaʻena Tan-Oʻō"
NAMES = [
    "Kalaniʻōpuʻu Kaʻahumanu",
    "Siobhán Nguyễn",
    "Pono",
    SIXTY,
    "Łukasz Żółć-Đặng",
    "Μαρία Παπαδοπούλου",
    "O'Brien & Söhne",
]
HOSTILE = [
    "<b>Leilani</b> Kahananui",
    '<img src="/etc/passwd" width="9" height="9"/>',
    "<a href=\"javascript:alert('x')\">Leilani</a>",
    '<para><font color="[x.append(1) for x in [[]]]">Leilani</font></para>',
    '<unichar code="65"/>',
    '<onDraw name="os.system" label="touch"/>',
    "&lt;Leilani&gt; & &#65; &nope;",
    "<b><i>unclosed",
    "{{ recipient }} {% for x in reasons %}",
    "# not a subject",
    "| not | a row |",
    "- not a point",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_says_its_facts(
    kind: LetterKind, name: str, paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    facts = replace(sample_facts(kind), recipient=name, applicant=name, rater=name)
    read = words_of(letter_pdf(facts, wording_of(kind), paper))
    assert len(SIXTY) == 60
    for text in (f"Dear {name},", *expected(facts)):
        assert squeezed(text) in read, text


def expected(facts: LetterFacts) -> list[str]:
    """What stands in every letter."""
    house = facts.association
    return [
        house.name,
        *house.address,
        *facts.address,
        *([f"Case {facts.case_number}"] if facts.case_number else []),
        "February 27, 2026",
        facts.coordinator.name,
        f"Letter {facts.number} · page 1 of 1",
        "Endorsement® is not a professional license or a certificate.",
    ]


def test_a_decision_letter_says_the_decision_with_its_days(
    paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    kind = LetterKind.APPROVED_TO_SIT
    read = words_of(letter_pdf(sample_facts(kind), wording_of(kind), paper))
    for text in (
        "approved to sit the exam",
        "Infant Mental Health Specialist (IMHS), IMH-E®",
        "Case 2026-018 · January 2026 round",
        "You may sit from April 30, 2026",
        "valid through February 28, 2027",
    ):
        assert squeezed(text) in read


def test_reasons_and_findings_of_a_deferral_are_listed(
    paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    facts = sample_facts(LetterKind.DEFERRED)
    read = words_of(letter_pdf(facts, wording_of(facts.kind), paper))
    for name, text in all_texts(facts):
        if name in ("reasons", "findings"):
            assert squeezed(text) in read


def test_no_letter_prints_none_or_an_empty_row_where_facts_are_unknown(
    paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    for kind in LetterKind:
        facts = sample_facts(kind, full=False)
        read = words_of(letter_pdf(facts, wording_of(kind), paper))
        assert "None" not in read
        assert "by.|" not in read


@pytest.mark.parametrize("payload", HOSTILE)
def test_markup_in_any_fact_is_printed_as_it_was_typed(
    payload: str, paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    facts = replace(
        sample_facts(LetterKind.DEFERRED),
        recipient=payload,
        address=(payload,),
        category=payload,
        reasons=(payload,),
    )
    pdf = letter_pdf(facts, wording_of(facts.kind), paper)
    assert words_of(pdf).count(squeezed(payload)) >= 5
    with pikepdf.open(BytesIO(pdf)) as document:
        assert all("/Annots" not in page.obj for page in document.pages)
        assert not any(len(page.get_images()) for page in document.pages)


@settings(max_examples=60)
@given(name=st.text(min_size=1, max_size=60))
def test_any_name_is_printed_or_refused_by_name(name: str) -> None:
    paper, kind = stationery(RESOURCES), LetterKind.WITHDRAWN
    facts = replace(sample_facts(kind), recipient=name)
    wording = shipped_wording(kind, RESOURCES / "letters")
    if missing_signs(facts, paper.fonts):
        with pytest.raises(BadInput, match=r"letter\.missing_glyph"):
            letter_pdf(facts, wording, paper)
    elif name.strip():
        read = squeezed(pdfium_text(letter_pdf(facts, wording, paper)))
        # Read back, a ligature such as U+FB00 is the letters it stands for.
        known = [unicodedata.normalize("NFKC", text) for text in (printable(name), read)]
        assert squeezed(known[0]).replace("-", "") in squeezed(known[1]).replace("-", "")


@pytest.mark.parametrize("sign", ["😀", "李", "ن", "א", "अ", "\ufffd", "→", "\ue001"])
def test_a_character_the_typeface_lacks_is_told_with_its_field_and_never_printed_as_a_box(
    sign: str, paper: Stationery, wording_of: WordingOf
) -> None:
    facts = replace(sample_facts(LetterKind.DENIED), address=("1 Kalākaua", f"Honolulu {sign}"))
    with pytest.raises(BadInput, match=r"letter\.missing_glyph") as refused:
        letter_pdf(facts, wording_of(facts.kind), paper)
    assert refused.value.facts["field"] == phrase("letter.field.address")
    assert f"U+{ord(sign):04X}" in str(refused.value.facts["character"])
    assert missing_signs(facts, paper.fonts)


def test_a_character_missing_for_the_wording_itself_names_the_wording(paper: Stationery) -> None:
    wording = Wording(LetterKind.DENIED, "# Denied\n\nDear 😀,\n\nSincerely,\n")
    with pytest.raises(BadInput, match=r"letter\.missing_glyph") as refused:
        letter_pdf(sample_facts(LetterKind.DENIED), wording, paper)
    assert str(refused.value.facts["field"]).count("letter.field.wording") == 1


def test_decomposed_accents_are_printed_composed_and_direction_marks_are_dropped(
    paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    typed = unicodedata.normalize("NFD", "Kalanikūpule Nguyễn")
    facts = replace(sample_facts(LetterKind.DENIED), recipient=f"{typed}\u202e\u200d\u00ad Kai")
    read = words_of(letter_pdf(facts, wording_of(facts.kind), paper))
    assert squeezed("Dear Kalanikūpule Nguyễn Kai,") in read


def test_the_same_facts_give_the_same_bytes_and_others_do_not(
    paper: Stationery, wording_of: WordingOf
) -> None:
    for kind in LetterKind:
        facts, wording = sample_facts(kind), wording_of(kind)
        first = letter_pdf(facts, wording, paper)
        letter_pdf(replace(facts, recipient=SIXTY), wording, paper)
        assert letter_pdf(facts, wording, paper) == first
        assert letter_pdf(replace(facts, number="L-2026-0042"), wording, paper) != first


def test_title_author_language_and_embedded_typefaces_are_in_the_file(
    paper: Stationery, wording_of: WordingOf
) -> None:
    facts = sample_facts(LetterKind.APPROVED)
    with pikepdf.open(BytesIO(letter_pdf(facts, wording_of(facts.kind), paper))) as document:
        about = document.docinfo
        assert str(about["/Author"]) == "Association for Infant Mental Health Hawaiʻi"
        assert str(about["/Title"]).startswith("Your application for Endorsement®")
        assert str(document.Root["/Lang"]) == "en"
        [page] = document.pages
        assert [float(str(edge)) for edge in page.mediabox] == [0, 0, 612, 792]
        used = [font for font in page.resources["/Font"].values() if "Noto" in str(font.BaseFont)]
        assert used
        assert all("/FontFile2" in font.FontDescriptor for font in used)


@pytest.mark.parametrize("kind", [LetterKind.APPROVED, LetterKind.REFERENCE_REQUEST])
def test_the_file_is_sound_for_another_program(
    kind: LetterKind, paper: Stationery, wording_of: WordingOf, tmp_path: Path
) -> None:
    pdf = letter_pdf(sample_facts(kind), wording_of(kind), paper)
    with pdfium.PdfDocument(pdf) as document:
        assert len(document) == 1
    if shutil.which("qpdf"):
        file = tmp_path / "letter.pdf"
        file.write_bytes(pdf)
        said = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False)
        assert said.returncode == 0, said.stdout.decode()


def test_a_practice_letter_is_marked_on_every_page_and_a_real_one_on_none(
    paper: Stationery, wording_of: WordingOf, words_of: Words
) -> None:
    facts = replace(
        sample_facts(LetterKind.DEFERRED), reasons=("A reason of some length. " * 9,) * 20
    )
    wording = wording_of(facts.kind)
    real = words_of(letter_pdf(facts, wording, paper))
    practice = letter_pdf(replace(facts, practice=True), wording, paper)
    texts = pages_of(practice)
    assert len(texts) == 3
    assert all("PRACTICE" in text for text in texts)
    assert all("the people in this letter are invented" in text for text in texts)
    assert "PRACTICE" not in real


def test_the_practice_mark_can_be_seen(paper: Stationery, wording_of: WordingOf) -> None:
    facts = sample_facts(LetterKind.WITHDRAWN)
    real, practice = (
        letter_pdf(replace(facts, practice=mark), wording_of(facts.kind), paper)
        for mark in (False, True)
    )
    assert tinted(practice) - tinted(real) > 0.015


def tinted(pdf: bytes) -> float:
    """The share of the first page that is neither white nor grey nor ink."""
    reds, _, blues = (band.tobytes() for band in first_page(pdf).split())
    return sum(red - blue > 8 for red, blue in zip(reds, blues, strict=True)) / len(reds)


def test_pages_are_counted_and_the_name_never_stands_alone_on_the_last(
    paper: Stationery, wording_of: WordingOf
) -> None:
    base = sample_facts(LetterKind.DEFERRED)
    for count in range(6, 16):
        facts = replace(base, reasons=("One reason, as long as a line of the letter is.",) * count)
        pdf = letter_pdf(facts, wording_of(facts.kind), paper)
        texts = pages_of(pdf)
        for number, text in enumerate(texts, start=1):
            assert f"page {number} of {len(texts)}" in text
        assert "A deferred application" in texts[-1]
        assert "Rachel Lum" in texts[-1]


@pytest.mark.parametrize(
    "reasons",
    [
        ("W" * 200_000,),
        ("ʻ" * 200_000,),
        ("<b>" * 3_000 + "x" + "</b>" * 3_000,),
        tuple(f"Reason {number}" for number in range(900)),
        ("word " * 40_000,),
    ],
    ids=["one word", "one word of ʻokina", "nested marks", "900 reasons", "40,000 words"],
)
def test_whatever_is_put_in_takes_two_seconds_at_most(
    reasons: tuple[str, ...], paper: Stationery, wording_of: WordingOf
) -> None:
    facts = replace(sample_facts(LetterKind.DENIED), reasons=reasons)
    before = time.process_time()
    pdf = letter_pdf(facts, wording_of(facts.kind), paper)
    assert time.process_time() - before < 2
    with pdfium.PdfDocument(pdf) as document:
        assert len(document) > 2


def test_a_name_of_three_hundred_letters_stays_inside_the_margins(
    paper: Stationery, wording_of: WordingOf
) -> None:
    facts = replace(
        sample_facts(LetterKind.APPROVED),
        recipient="W" * 300,
        category="M" * 300,
        address=("x" * 300,),
    )
    pdf = letter_pdf(facts, wording_of(facts.kind), paper)
    left, right = edges(pdf)
    assert left > 60
    assert right < 612 - 60


def test_an_address_longer_than_a_page_is_refused_in_a_sentence(
    paper: Stationery, wording_of: WordingOf
) -> None:
    facts = replace(sample_facts(LetterKind.APPROVED), address=("A line",) * 60)
    with pytest.raises(BadInput, match=r"letter\.no_layout"):
        letter_pdf(facts, wording_of(facts.kind), paper)


def test_a_letter_that_contradicts_the_decision_is_not_made(
    paper: Stationery, wording_of: WordingOf
) -> None:
    facts = replace(sample_facts(LetterKind.APPROVED), decision="deny")
    with pytest.raises(RuleBroken, match=r"letter\.contradicts_decision"):
        letter_pdf(facts, wording_of(facts.kind), paper)


def test_logo_and_signature_are_printed_and_must_be_those_the_facts_name(
    paper: Stationery, wording_of: WordingOf
) -> None:
    logo, signature = (picture(colour) for colour in ("#c04010", "#103080"))
    base = sample_facts(LetterKind.APPROVED)
    facts = replace(
        base,
        association=replace(base.association, logo_sha=sha(logo)),
        coordinator=replace(base.coordinator, signature_sha=sha(signature)),
    )
    wording = wording_of(facts.kind)
    pdf = letter_pdf(facts, wording, paper, logo=logo, signature=signature)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages[0].get_images()) == 2
    for wrong in ({"logo": None}, {"logo": signature}):
        with pytest.raises(BadInput, match=r"letter\.other_picture"):
            letter_pdf(facts, wording, paper, signature=signature, **wrong)


def picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (300, 120), colour).save(file, "PNG")
    return clean_picture(file.getvalue())


def sha(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()


def test_the_same_letter_can_go_as_mail(paper: Stationery, wording_of: WordingOf) -> None:
    facts = replace(sample_facts(LetterKind.DEFERRED), recipient="Kalaniʻōpuʻu")
    subject, body = mail_text(facts, wording_of(facts.kind), paper)
    assert (
        subject == "Your application for Endorsement® as Infant Mental Health Specialist: deferred"
    )
    assert body.startswith("Dear Kalaniʻōpuʻu,\n\nThank you")
    assert "Training: Needed 30 hours; Shown so far 27 hours" in body
    assert body.endswith("Endorsement® is not a professional license or a certificate.\n")
