"""The typefaces print what people here are called, and say what they cannot print."""

from __future__ import annotations

from pathlib import Path

import pytest

from coordinator_app.documents.fonts import (
    FACES,
    Fonts,
    load_fonts,
    missing_glyphs,
    printable,
    sign_name,
)
from coordinator_app.documents.letters import Stationery
from coordinator_app.domain.errors import MachineTrouble

OKINA_AND_LOOKALIKES = "ʻ'‘’`"


@pytest.mark.parametrize(
    "text",
    [
        "āēīōū ĀĒĪŌŪ",
        OKINA_AND_LOOKALIKES,
        "Kalaniʻōpuʻu, Kaʻahumanu, Liliʻuokalani",
        "ÀÉÎÕÜ ñ ç ß ø å æ œ Ł ł Ż ż Š š Ğ ğ Ș ș",
        "Nguyễn Đặng Thị Hường",
        "Αθηνά Мария",
        "® © ™ § € £ – — … “” ‘’ · • × ½ ª º №",
    ],
)
def test_names_and_signs_of_a_letter_can_be_printed(text: str, paper: Stationery) -> None:
    assert missing_glyphs(text, paper.fonts) == ()


def test_each_missing_character_is_told_once_in_order(paper: Stationery) -> None:
    assert missing_glyphs("Kai 😀 李 😀", paper.fonts) == ("😀", "李")
    assert sign_name("😀") == "😀 (U+1F600, grinning face)"


def test_scripts_that_need_shaping_are_refused_even_by_a_typeface_that_has_their_glyphs() -> None:
    everything = Fonts(Path(), frozenset(range(0x110000)))
    assert missing_glyphs("Kai कि کی ကိ Κάι", everything) == ("क", "ि", "ک", "ی", "က", "ိ")


def test_invisible_signs_do_not_reach_the_page() -> None:
    assert printable("a\u202eb\u200dc\u00add\u00a0e\tf\ufeff") == "abcd e f"


def test_a_missing_or_damaged_typeface_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(MachineTrouble, match=r"fonts\.unreadable"):
        load_fonts(tmp_path)
    (tmp_path / f"{FACES[0]}.ttf").write_bytes(b"not a font")
    with pytest.raises(MachineTrouble, match=r"fonts\.unreadable") as trouble:
        load_fonts(tmp_path)
    assert FACES[0] in str(trouble.value.facts["file"])
