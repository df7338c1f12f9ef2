"""How hard a passphrase is to guess, as far as its length and variety tell. No word list is asked."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from enum import IntEnum

from coordinator_app.domain.fold import fold

# What people choose first; a passphrase made of them is as if it were shorter.
_COMMON = (
    "password",
    "passwort",
    "passphrase",
    "qwerty",
    "letmein",
    "welcome",
    "admin",
    "aloha",
    "hawaii",
    "honolulu",
    "endorsement",
    "coordinator",
    "infant",
    "secret",
)
_POOLS = ((str.islower, 26), (str.isupper, 26), (str.isdecimal, 10))
_OTHER_SIGNS = 30


class Strength(IntEnum):
    """None typed, weak, fair, good or strong; the file's key is derived by Argon2id besides."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def strength(passphrase: str, known: Iterable[str] = ()) -> Strength:
    """An estimate from length and variety: repeats, runs such as 1234, and `known` words (the
    association's name, the coordinator's) count as one sign each."""
    if not passphrase:
        return Strength.NONE
    bits = guess_bits(passphrase, known)
    steps = ((40, Strength.WEAK), (60, Strength.FAIR), (80, Strength.GOOD))
    return next((level for least, level in steps if bits < least), Strength.STRONG)


def guess_bits(passphrase: str, known: Iterable[str] = ()) -> float:
    """Bits of the signs that are not foreseeable, in the smallest alphabet they come from."""
    rest = _without_words(passphrase, known)
    signs = sum(1 for at, sign in enumerate(rest) if not _follows(rest[:at], sign))
    alphabet = sum(size for has, size in _POOLS if any(has(sign) for sign in rest))
    if any(not sign.isalnum() for sign in rest):
        alphabet += _OTHER_SIGNS
    return signs * math.log2(max(alphabet, 2))


def _without_words(passphrase: str, known: Iterable[str]) -> str:
    """The passphrase with each foreseeable word written as one sign, and no word twice."""
    rest = " ".join(dict.fromkeys(passphrase.split()))
    words = {part for name in known for part in fold(name).split() if len(part) > 3}
    for word in sorted(words | set(_COMMON), key=len, reverse=True):
        rest = re.sub(re.escape(word), word[0], rest, flags=re.IGNORECASE)
    return rest


def _follows(before: str, sign: str) -> bool:
    """Whether a sign is foreseen by those before it: a third in a row, or the next in a run."""
    if len(before) < 2:
        return False
    first, second = ord(before[-2]), ord(before[-1])
    return second - first in (-1, 0, 1) and ord(sign) - second == second - first
