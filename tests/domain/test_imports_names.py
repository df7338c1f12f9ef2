"""Names, e-mail addresses, islands: Hawaiian letters right, nothing lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_names import (
    fold_email,
    joined,
    name_key,
    read_email,
    read_island,
    read_name,
    with_okina,
)
from coordinator_app.domain.imports_understood import CellFate, EmailRead, NameRead


@pytest.mark.parametrize(
    ("typed", "name", "keep"),
    [
        ("De Mello, Grace", "Grace De Mello", False),
        ("Kekauoha III, Leilani", "Leilani Kekauoha III", False),
        ("De Mello, O'Brien-Lee", "O'Brien-Lee De Mello", False),
        ("Ito, D'Andre ", "D'Andre Ito", False),
        ("Kalani`ōpu`u, Ka`imi", "Kaʻimi Kalaniʻōpuʻu", True),
        ("Kalani'ōpu'u, Ka‘imi", "Kaʻimi Kalaniʻōpuʻu", True),
        ("MĀHOE, LUPE", "Lupe Māhoe", True),
        ("KALANIʻŌPUʻU, PATRICK", "Patrick Kalaniʻōpuʻu", True),
        ("O'BRIEN-LEE III, MARY", "Mary O'Brien-Lee III", True),
        ("MCDONALD, ANNE-MARIE", "Anne-Marie McDonald", True),
        ("VAN DER BERG, J.", "J. van der Berg", True),
        ("Wong Jr., Thuy", "Thuy Wong Jr.", False),
        ("NAKAMURA, SUSAN ", "Susan Nakamura", True),
        ("Māhoe, Hōkūlani", "Hōkūlani Māhoe", False),
        ("Grace De Mello", "Grace De Mello", False),
        ("Cher", "Cher", False),
    ],
)
def test_names_are_read_as_they_are_said(typed: str, name: str, keep: bool) -> None:
    found = read_name(typed)
    assert isinstance(found.value, NameRead)
    assert (found.value.name, found.keep) == (name, keep)


def test_decomposed_letters_are_composed() -> None:
    found = read_name(unicodedata.normalize("NFD", "Nāluʻai, Hōkūlani")).value
    assert isinstance(found, NameRead)
    assert found.name == unicodedata.normalize("NFC", found.name) == "Hōkūlani Nāluʻai"


@pytest.mark.parametrize(
    "typed", ["O'Brien", "D'Andre", "O'Kane", "O'Hara", "d'Amelio", "L'Oiseau", "the 'Ala' room"]
)
def test_an_apostrophe_of_other_languages_stays(typed: str) -> None:
    assert with_okina(typed) == typed


@pytest.mark.parametrize("mark", list("ʻ'‘’`ʼ′´‛＇"))
def test_every_lookalike_becomes_the_okina_in_a_hawaiian_word(mark: str) -> None:
    assert with_okina(f"Kalani{mark}ōpu{mark}u") == "Kalaniʻōpuʻu"
    assert with_okina(f"{mark}Iolani") == "ʻIolani"


def test_a_name_without_the_promised_comma_is_asked() -> None:
    assert read_name("Grace De Mello", family_first=True).fate is CellFate.QUESTION


def test_capitals_get_small_letters_only_when_the_whole_name_has_them() -> None:
    assert joined("CORINNE", "McDonald-Ito").name == "CORINNE McDonald-Ito"
    assert joined("NOELANI", "FUJIMOTO").name == "Noelani Fujimoto"


@given(st.text(max_size=40))
def test_no_name_loses_a_letter(text: str) -> None:
    found = read_name(text).value
    if isinstance(found, NameRead):
        assert name_key(found.name) == name_key(text.replace(",", " "))
    else:
        assert not fold(text)


@pytest.mark.parametrize(
    ("typed", "address", "likely"),
    [("grace.0@example.org", "grace.0@example.org", ""), (" Zoë.3@Example.org ", "Zoë.3@Example.org", ""),
     ("leilani.19 at example.org", "", "leilani.19@example.org"), ("a (at) b.org", "", "a@b.org"),
     ("mailto:a@b.org", "a@b.org", "")],
)  # fmt: skip
def test_an_address_is_stored_only_if_it_is_one(typed: str, address: str, likely: str) -> None:
    assert read_email(typed).value == EmailRead(address, likely)


def test_what_is_no_address_is_asked() -> None:
    assert read_email("call her").fate is CellFate.QUESTION
    assert read_email("n/a").fate is CellFate.NOTED


def test_addresses_fold_in_either_composition() -> None:
    assert fold_email(unicodedata.normalize("NFD", "Zoë@X.org ")) == fold_email("zoë@x.org")


@pytest.mark.parametrize(
    ("typed", "island"),
    [("Oahu", "Oʻahu"), ("O'ahu", "Oʻahu"), ("OʻAHU", "Oʻahu"), ("o`ahu ", "Oʻahu"), ("Big Island", "Hawaiʻi (Big Island)"),
     ("Hawaiʻi (Big Island)", "Hawaiʻi (Big Island)"), ("Hawai'i", "Hawaiʻi (Big Island)"), ("Lāna‘i", "Lānaʻi"),
     ("lanai", "Lānaʻi"), ("Moloka'i", "Molokaʻi"), ("kauai", "Kauaʻi"), ("Seattle", "Seattle")],
)  # fmt: skip
def test_islands_in_all_spellings(typed: str, island: str) -> None:
    assert read_island(typed).value == island
