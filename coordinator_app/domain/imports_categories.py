"""Category names as offices write them: codes, full names, and the levels of former years."""

from __future__ import annotations

from collections.abc import Iterator

from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_understood import Understood, asked, used

_BRANCHES = {
    "C": ("c", "clinical"),
    "P": ("p", "policy"),
    "R/F": ("r f", "rf", "r", "research", "faculty", "research faculty"),
}
_LEVELS = {"IFA": ("i", "1"), "IFS": ("ii", "2"), "IMHS": ("iii", "3"), "IMHM": ("iv", "4")}
_FAMILIES = {
    "": ("infant", "if", "imh"),
    "EC": ("early childhood", "ec", "ecmh"),
}
_PARTS = {
    "FA": "family associate",
    "FS": "family specialist",
    "FRS": "family reflective supervisor",
}


def _names() -> Iterator[tuple[str, str]]:
    """Every folded name with its code; mentors without a branch have the code IMHM or ECMHM."""
    yield from (("ers", "ERS"), ("endorsed reflective supervisor", "ERS"))
    for code, words in _LEVELS.items():
        yield from ((f"{level} {word}", code) for word in words for level in ("level", "category"))
    for family, words in _FAMILIES.items():
        yield from _family(family, words)


def _family(family: str, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    short = family or "I"
    for part, name in _PARTS.items():
        yield fold(short + part), short + part
        yield from ((f"{word} {name}", short + part) for word in words)
    for part, name in (("MHS", "specialist"), ("MHM", "mentor")):
        yield fold(short + part), short + part
        for word in (words[0] + " mental health", words[2], words[1] + " mental health"):
            yield f"{word} {name}", short + part


NAMES = dict(_names()) | {"family associate": "IFA", "family specialist": "IFS"}
_MENTORS = {"IMHM", "ECMHM"}


def read_category(text: str) -> Understood:
    """The code of the category a cell names; former levels and long names keep what was typed.

    A mentor without Clinical, Policy or Research/Faculty, or an unknown word, has no code: the
    value is None and the question names what is missing. Never raises.
    """
    word = fold(text)
    code = NAMES.get(word) or _with_branch(word)
    if code in _MENTORS:
        return asked("import.category_branch")
    if code is None:
        return asked("import.category_unknown")
    return used(code, keep=word != fold(code))


def _with_branch(word: str) -> str | None:
    """ "imh mentor policy" and "level iv c" end in their branch."""
    for branch, endings in _BRANCHES.items():
        for ending in endings:
            mentor = NAMES.get(word.removesuffix(f" {ending}"))
            if mentor in _MENTORS and word.endswith(f" {ending}"):
                return f"{mentor}-{branch}"
    return None
