"""Packets of coded papers: what the bytes hold, and what they do not hang on."""

from __future__ import annotations

import ast
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator_app.documents import packets, score_sheets
from coordinator_app.documents.packets import packet_name, packet_pdf
from coordinator_app.documents.score_sheets import score_sheet
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.papers import CodedPaper, Form, Seat, Task

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FORM = Form("2026-1", (Task("Vignette 1", 50), Task("Vignette 2", 50)), 60)
CODE = "9B5T-EH64-4"


def a_paper(*answers: str, code: str = CODE) -> CodedPaper:
    return CodedPaper(code, "IMH", FORM, answers or ("Aloha kākou.", "Second."))


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    said: list[str] = []
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        said.append(words.get_text_bounded())  # pyright: ignore[reportUnknownMemberType]
        words.close()
        page.close()
    document.close()
    return "\n".join(said)


def test_the_answers_are_printed_as_they_were_written() -> None:
    said = text_of(packet_pdf(a_paper("A <b>bold</b> ʻōlelo & more.\n\nNext.", ""), FONTS))
    assert "A <b>bold</b> ʻōlelo & more." in said
    assert "(no answer)" in said
    assert said.count(CODE) >= 2


def test_there_is_no_document_information_no_xmp_and_one_identifier() -> None:
    ids: set[bytes] = set()
    for paper in (a_paper(), a_paper("Other", "words", code="2EKZ-BVU3-9")):
        with pikepdf.open(BytesIO(packet_pdf(paper, FONTS))) as pdf:
            assert set(pdf.trailer.keys()) == {"/Root", "/Size", "/ID"}
            assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
            ids.add(bytes(pdf.trailer.ID[0]))
    assert len(ids) == 1


def test_nothing_of_the_maker_or_the_day_is_in_the_bytes() -> None:
    content = packet_pdf(a_paper(), FONTS)
    for word in (b"ReportLab", b"anonymous", b"/CreationDate", b"/Producer", b"/Annot", b"20260"):
        assert word not in content


def test_another_day_time_zone_and_folder_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, sheet = packet_pdf(a_paper(), FONTS), score_sheet([Seat(CODE, "A", FORM)])
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("USER", "kalani")
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.chdir(tmp_path)
    assert packet_pdf(a_paper(), FONTS) == first
    assert score_sheet([Seat(CODE, "A", FORM)]) == sheet


@given(st.text(st.characters(codec="ascii", exclude_categories=("Cc",)), max_size=400))
@settings(max_examples=20)
def test_any_answer_is_laid_out_the_same_twice(answer: str) -> None:
    paper = a_paper(answer, "x")
    assert packet_pdf(paper, FONTS) == packet_pdf(paper, FONTS)


def test_a_long_answer_goes_over_many_pages() -> None:
    said = text_of(packet_pdf(a_paper("word " * 4000, "end"), FONTS))
    assert said.count("word") == 4000
    assert "page 5" in said


def test_a_character_that_cannot_be_printed_is_refused_by_its_task() -> None:
    with pytest.raises(BadInput) as refused:
        packet_pdf(a_paper("fine", "smile 😀"), FONTS)
    assert refused.value.code == "packet.missing_glyph"
    assert refused.value.facts["task"] == "Vignette 2"


def test_the_file_is_named_by_the_code_alone() -> None:
    assert packet_name(a_paper()) == f"{CODE}.pdf"


@pytest.mark.parametrize("module", [packets, score_sheets])
def test_what_builds_packets_imports_nothing_that_knows_people(module: object) -> None:
    """The import contract says it of modules; here every name that is imported is looked at."""
    path = Path(str(getattr(module, "__file__", "")))
    allowed = {"fonts", "paragraphs", "tables", "workbooks", "errors", "papers"}
    names = [
        node.module.split(".")[-1]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coordinator_app")
        if node.module
    ]
    assert set(names) <= allowed
