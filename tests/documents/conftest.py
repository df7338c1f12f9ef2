"""Readers that are not the writers: what stands in a PDF, by PDFium and by poppler where it is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image

from coordinator_app.documents.letters import Stationery, stationery
from coordinator_app.documents.wording import Wording, shipped_wording
from coordinator_app.domain.letters import LetterKind

RESOURCES = Path(__file__).parents[2] / "resources"

Words = Callable[[bytes], str]
WordingOf = Callable[[LetterKind], Wording]


@pytest.fixture(scope="session")
def paper() -> Stationery:
    """The stationery that comes with the program."""
    return stationery(RESOURCES)


@pytest.fixture(scope="session")
def wording_of() -> WordingOf:
    """The wording that comes with the program."""
    return lambda kind: shipped_wording(kind, RESOURCES / "letters")


@pytest.fixture
def words_of(tmp_path: Path) -> Words:
    """Everything that can be read in a PDF, without blanks: where a line ends does not matter."""

    def read(pdf: bytes) -> str:
        text = pdfium_text(pdf)
        if shutil.which("pdftotext"):
            by_poppler = squeezed(poppler_text(pdf, tmp_path))
            assert sorted(by_poppler) == sorted(squeezed(text)), "two readers read differently"
        return squeezed(text)

    return read


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, as PDFium reads it."""
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pdfium_text(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def edges(pdf: bytes) -> tuple[float, float]:
    """Where the leftmost letter of all pages begins and the rightmost ends, in points."""
    boxes: list[tuple[float, ...]] = []
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            text: Any = page.get_textpage()
            boxes += [text.get_charbox(number) for number in range(text.count_chars())]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def first_page(pdf: bytes) -> Image.Image:
    """The first page as a small picture."""
    with pdfium.PdfDocument(pdf) as document:
        page: Any = document[0]
        return page.render(scale=0.5).to_pil().convert("RGB")


def poppler_text(pdf: bytes, folder: Path) -> str:
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    call = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(call, capture_output=True, check=True).stdout.decode()


def squeezed(text: str) -> str:
    """`text` without blanks, page breaks, and the mark PDFium puts where a line ends in a hyphen."""
    plain = text.replace("￾", "-").replace("\x02", "-")
    return "".join(plain.split())
