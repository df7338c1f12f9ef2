"""How hard a passphrase is to guess."""

from __future__ import annotations

import pytest

from coordinator_app.domain.passphrases import Strength, guess_bits, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.NONE),
        ("aloha", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("password password", Strength.WEAK),
        ("Kailua-Kona7", Strength.GOOD),
        ("mango tide", Strength.FAIR),
        ("mango tide kettle", Strength.STRONG),
        ("kūlana ʻāina mauka makai", Strength.STRONG),
    ],
)
def test_length_and_variety_make_a_passphrase_strong(passphrase: str, expected: Strength) -> None:
    assert strength(passphrase) is expected


def test_the_offices_own_words_protect_nothing() -> None:
    known = ("Association for Infant Mental Health Hawaiʻi", "Rachel Lum")
    assert strength("association rachel", known) is Strength.WEAK
    assert strength("association rachel") > Strength.WEAK


def test_a_longer_passphrase_is_never_easier_to_guess() -> None:
    words = "mango tide kettle"
    bits = [guess_bits(words[:end]) for end in range(1, len(words) + 1)]
    assert bits == sorted(bits)
