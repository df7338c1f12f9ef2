"""One spelling for searching and sorting: case, diacritics and every ʻokina look-alike removed."""

from __future__ import annotations

import unicodedata

# ʻokina and what is typed for it: U+02BB ʻ, ' ‘ ’ ` ʼ ′ ´ and the full-width apostrophe.
_APOSTROPHES = "ʻ'‘’`ʼ′´‛＇ʾʿ"
_DROP = {ord(mark): None for mark in _APOSTROPHES}
# Letters that NFKD leaves whole although people search for them by their plain letter.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def fold(text: str) -> str:
    """Fold for comparison: "Kalaniʻōpuʻu", "KALANI'OPU'U" and "Kalaniopuu" are one word.

    Invisible characters (soft hyphen, joiners, direction marks) vanish; every other mark that is
    neither letter nor digit becomes one blank. The empty string folds to itself.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_DROP)).translate(_DROP)
    kept = (
        sign if sign.isalnum() else " "
        for sign in plain.casefold().translate(_PLAIN)
        if unicodedata.category(sign) not in ("Mn", "Cf")
    )
    return " ".join("".join(kept).split())


def digits(text: str) -> str:
    """The digits of a telephone number; eleven that begin with 1 lose the 1 (North America)."""
    only = "".join(sign for sign in text if sign.isdecimal())
    return only[1:] if len(only) == 11 and only.startswith("1") else only
