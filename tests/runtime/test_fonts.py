"""Every font of ours has the letters of Hawaiʻi, and can be embedded in a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from coordinator_app.runtime.diagnosis import FONTS
from coordinator_app.runtime.paths import fonts_folder

LETTERS = "ʻāēīōūĀĒĪŌŪ\u0304ễẠđŁłñß®’“”–—·…§€"
FILES = sorted(fonts_folder().glob("*.ttf"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_letters_are_there_and_reportlab_can_embed_them(file: Path) -> None:
    known = TTFont(file.stem, str(file)).face.charToGlyph
    assert [letter for letter in LETTERS if ord(letter) not in known] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_font_file_is_static_and_small(file: Path) -> None:
    content = file.read_bytes()
    assert b"fvar" not in content[:600], "ReportLab embeds no variable font"
    assert b"glyf" in content[:600], "ReportLab embeds no CFF outlines"
    assert len(content) < 1_000_000


def test_the_doctor_knows_every_font_and_each_has_its_licence() -> None:
    assert sorted(FONTS) == sorted(file.name for file in FILES)
    assert {file.name for file in fonts_folder().glob("OFL-*.txt")} == {
        "OFL-Inter.txt",
        "OFL-Noto.txt",
    }
