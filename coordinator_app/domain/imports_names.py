"""Names, e-mail addresses and islands as typed; Hawaiian words get their real ʻokina."""

from __future__ import annotations

import re
import unicodedata

from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_understood import (
    EmailRead,
    NameRead,
    Understood,
    asked,
    noted,
    used,
)

OKINA = "ʻ"
_LOOKALIKES = "'‘’`ʼ′´‛＇ʾʿ"
_TO_OKINA = str.maketrans({mark: OKINA for mark in _LOOKALIKES})
# A Hawaiian word is a chain of syllables: at most one consonant (the ʻokina is one), then vowels.
_HAWAIIAN = re.compile(r"(?:[hklmnpwʻ]?[aeiouāēīōū]+)+")
_APOSTROPHED = re.compile(
    rf"(?<!\w)[{_LOOKALIKES}]?[^\W\d_]++(?:[{_LOOKALIKES}][^\W\d_]++)*+(?![{_LOOKALIKES}])"
)
_ROMAN = frozenset({"II", "III", "IV"})
_PARTICLES = frozenset({"van", "von", "der", "den", "und", "y"})
_ADDRESS = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\W\d_]{2,}")
_BROKEN = re.compile(r"(\S+)\s*(?:\bat\b|\(at\)|\[at\]|@)\s*(\S+)", re.IGNORECASE)
ISLANDS = {
    "oahu": "Oʻahu",
    "maui": "Maui",
    "kauai": "Kauaʻi",
    "molokai": "Molokaʻi",
    "lanai": "Lānaʻi",
    "niihau": "Niʻihau",
    "kahoolawe": "Kahoʻolawe",
    "hawaii": "Hawaiʻi (Big Island)",
    "big island": "Hawaiʻi (Big Island)",
    "hawaii big island": "Hawaiʻi (Big Island)",
    "big island hawaii": "Hawaiʻi (Big Island)",
    "hawaii island": "Hawaiʻi (Big Island)",
    "island of hawaii": "Hawaiʻi (Big Island)",
}


def tidy(text: str) -> str:
    """Composed letters (NFC), single blanks, none around. The empty string stays empty."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def with_okina(text: str) -> str:
    """Write the ʻokina as U+02BB in every word that can be Hawaiian; others stay as typed.

    "Ka`imi" and "O'ahu" change; "D'Andre", "O'Brien" and "O'Kane" do not: in Hawaiian no consonant
    stands before another, and the ʻokina is a consonant.
    """
    return _APOSTROPHED.sub(_okina_word, tidy(text))


def _okina_word(found: re.Match[str]) -> str:
    word = found[0].translate(_TO_OKINA)
    return word if _HAWAIIAN.fullmatch(word.casefold()) else found[0]


def read_name(text: str, *, family_first: bool = False) -> Understood:
    """A whole name. "De Mello, Grace" is Grace De Mello; in capitals it gets small letters too.

    What was typed is kept where the stored name differs in more than blanks. `family_first` tells
    that the column promises "Last, First": a name without a comma is then a question.
    """
    typed = tidy(text)
    if not fold(typed):
        return noted("import.not_a_name")
    name = _split(spelled(typed))
    keep = with_okina(typed) != typed or typed.isupper()
    if family_first and "," not in typed:
        return asked("import.name_without_comma", name, name=name.name)
    return used(name, keep=keep)


def read_part(text: str) -> Understood:
    """A first or a last name by itself; capitals are judged when both are known."""
    typed = tidy(text)
    if not fold(typed):
        return noted("import.not_a_name")
    return used(with_okina(typed), keep=with_okina(typed) != typed)


def joined(given: str, family: str) -> NameRead:
    """A name from its parts; small letters only where the whole name was in capitals."""
    whole = f"{given} {family}".strip()
    if whole.isupper():
        given, family = spelled(given), spelled(family)
    return NameRead(f"{given} {family}".strip(), given, family)


def spelled(text: str) -> str:
    """The name with ʻokina, and with small letters where it is all capitals (MĀHOE → Māhoe)."""
    name = with_okina(text)
    if not name.isupper():
        return name
    return " ".join(_small(word) for word in name.split())


def _small(word: str) -> str:
    bare = word.strip(",.")
    if bare in _ROMAN or len(bare) == 1:
        return word
    lower = word.casefold() if bare.casefold() in _PARTICLES else None
    return lower or re.sub(r"[^\W_]+(?:[ʻ'’][^\W_]+)*", _capital, word.lower())


def _capital(found: re.Match[str]) -> str:
    """O'BRIEN → O'Brien and D'ANDRE → D'Andre, but KALANIʻŌPUʻU → Kalaniʻōpuʻu."""
    word = found[0]
    if OKINA in word:
        start = 1 if word.startswith(OKINA) else 0
        return word[:start] + word[start : start + 1].upper() + word[start + 1 :]
    parts = re.split(r"(['’])", word)
    return "".join(_scottish(part[:1].upper() + part[1:]) for part in parts)


def _scottish(part: str) -> str:
    return f"Mc{part[2].upper()}{part[3:]}" if re.match(r"Mc\w\w", part) else part


def _split(name: str) -> NameRead:
    family, comma, given = name.partition(",")
    if comma and given.strip() and family.strip():
        return NameRead(f"{given.strip()} {family.strip()}", given.strip(), family.strip())
    words = name.replace(",", " ").split()
    if len(words) == 2:
        return NameRead(" ".join(words), *words)
    return NameRead(" ".join(words))


def name_key(name: str) -> str:
    """Folded words in alphabetical order: the same for "Grace De Mello" and "De Mello Grace"."""
    return " ".join(sorted(fold(name).split()))


def fold_email(address: str) -> str:
    """One spelling of an address for comparison: composed letters, no case, no blanks around."""
    return unicodedata.normalize("NFC", address).strip().casefold()


def read_email(text: str) -> Understood:
    """An address, stored only if it is one. "x at y.org" proposes x@y.org and asks."""
    typed = tidy(text)
    if typed.casefold() in ("", "n/a", "none", "-", "tbd", "?"):
        return noted("import.no_email_yet")
    plain = typed.removeprefix("mailto:").strip("<>;, ")
    if _ADDRESS.fullmatch(plain):
        return used(EmailRead(plain))
    found = _BROKEN.fullmatch(plain)
    likely = f"{found[1]}@{found[2]}" if found else ""
    if likely and _ADDRESS.fullmatch(likely):
        return asked("import.email_broken", EmailRead(likely=likely), likely=likely)
    return asked("import.email_wrong")


def read_island(text: str) -> Understood:
    """An island in any spelling; a place elsewhere is kept as typed."""
    typed = tidy(text)
    return used(ISLANDS.get(fold(typed), with_okina(typed)))


def island_named(text: str) -> str:
    """The island a word names, or the word itself."""
    return ISLANDS.get(fold(text), tidy(text))
