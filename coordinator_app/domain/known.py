"""What is known about somebody whom a packet must not name, as words to look for.

Words are compared folded (`domain/fold.py`): case, diacritics and every ʻokina look-alike are one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from coordinator_app.domain.fold import digits, fold

CERTAIN, POSSIBLE = "certain", "possible"

# Ordinary words that are also names: found in small letters they say nothing.
ORDINARY = frozenset(
    [
        "grace",
        "hope",
        "faith",
        "joy",
        "love",
        "may",
        "june",
        "april",
        "august",
        "summer",
        "autumn",
        "dawn",
        "rose",
        "lily",
        "daisy",
        "violet",
        "ivy",
        "iris",
        "heather",
        "holly",
        "hazel",
        "ruby",
        "pearl",
        "amber",
        "crystal",
        "jewel",
        "star",
        "sunny",
        "sky",
        "skye",
        "river",
        "rain",
        "stormy",
        "angel",
        "harmony",
        "melody",
        "charity",
        "mercy",
        "patience",
        "honor",
        "justice",
        "will",
        "mark",
        "rob",
        "bill",
        "jack",
        "art",
        "dean",
        "earl",
        "chase",
        "grant",
        "pat",
        "sue",
        "bob",
        "guy",
        "max",
        "miles",
        "penny",
        "carol",
        "robin",
        "jay",
        "young",
        "long",
        "short",
        "small",
        "little",
        "brown",
        "black",
        "white",
        "green",
        "gray",
        "grey",
        "king",
        "knight",
        "bishop",
        "page",
        "parks",
        "park",
        "hill",
        "hills",
        "wood",
        "woods",
        "field",
        "fields",
        "lake",
        "stone",
        "banks",
        "ford",
        "wells",
        "rivers",
        "moon",
        "day",
        "weeks",
        "winter",
        "winters",
        "spring",
        "best",
        "good",
        "rich",
        "strong",
        "sharp",
        "swift",
        "wise",
        "bright",
        "case",
        "cook",
        "baker",
        "miller",
        "mason",
        "carpenter",
        "fisher",
        "hunter",
        "shepherd",
        "farmer",
        "potter",
        "taylor",
        "smith",
        "parker",
        "walker",
        "turner",
        "porter",
        "carter",
        "cooper",
        "fox",
        "wolf",
        "bird",
        "crane",
        "finch",
        "drake",
        "swan",
        "lamb",
        "lord",
        "love",
        "mann",
        "price",
        "powers",
        "power",
        "rice",
        "root",
        "rush",
        "sales",
        "sands",
        "savage",
        "self",
        "sellers",
        "silver",
        "song",
        "speaker",
        "stack",
        "story",
        "street",
        "sun",
        "train",
        "trust",
        "under",
        "waters",
        "way",
        "ways",
        "west",
        "north",
        "east",
        "house",
        "home",
        "hand",
        "hands",
        "head",
        "heart",
        "holder",
        "street",
        "bell",
        "bush",
        "cash",
        "church",
        "close",
        "cross",
        "early",
        "fields",
        "kai",
        "nani",
        "lani",
        "mana",
        "ola",
        "aloha",
        "pua",
        "lei",
        "keiki",
        "moana",
        "makana",
        "mele",
        "hale",
        "kea",
        "malia",
        "mahina",
        "noe",
        "ala",
        "koa",
        "lehua",
        "pono",
        "leo",
        "nalu",
        "ikaika",
        "ohana",
        "kalani",
        "sanders",
        "child",
        "person",
        "family",
        "carr",
        "reading",
        "sessions",
    ]
)


@dataclass(frozen=True, slots=True)
class Needle:
    """One thing to look for. `kind`: name, given, family, former, email, phone, licence, number,
    rater, rater_part, agency, place. `text` is folded words, or digits for phones.

    `weight` is certain or possible: a possible one is shown, the verdict stays clean.
    """

    kind: str
    text: str
    weight: str = CERTAIN

    @property
    def ordinary(self) -> bool:
        """One word that people also say without meaning the person."""
        return " " not in self.text and self.text in ORDINARY


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything known about an examinee, as it stands on file."""

    names: tuple[str, ...] = ()
    givens: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    formers: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def needles(identity: Identity) -> tuple[Needle, ...]:
    """The words to look for, each once, the surest kind first.

    `others` are raters, supervisors and givers of RSC: their whole name is certain, a part of it
    only possible. `numbers` are licences, the case number, the EASy number.
    """
    found: dict[str, Needle] = {}
    for one in _all(identity):
        if len(one.text.replace(" ", "")) >= 2:
            found.setdefault(one.text, one)
    return tuple(found.values())


def _all(identity: Identity) -> Iterator[Needle]:
    yield from _whole("name", identity.names)
    yield from _whole("former", identity.formers)
    yield from _whole("email", identity.emails)
    yield from _whole("number", identity.numbers)
    yield from (Needle("phone", digits(phone)) for phone in identity.phones)
    yield from _whole("rater", identity.others)
    yield from _words("given", identity.givens, CERTAIN)
    yield from _words("family", identity.families, CERTAIN)
    yield from _words("given", identity.names, CERTAIN)
    yield from _words("former", identity.formers, CERTAIN)
    yield from (
        Needle("email", fold(mail.split("@")[0]))
        for mail in identity.emails
        if len(mail.split("@")[0]) >= 5
    )
    yield from _words("rater_part", identity.others, POSSIBLE)
    yield from (Needle("agency", fold(one), POSSIBLE) for one in identity.agencies)
    yield from (Needle("place", fold(one), POSSIBLE) for one in identity.places)


def _whole(kind: str, texts: Collection[str]) -> Iterator[Needle]:
    for text in texts:
        folded = fold(text)
        yield Needle(kind, folded)
        swapped = " ".join(reversed(folded.split()))
        if kind in ("name", "former", "rater") and swapped != folded:
            yield Needle(kind, swapped)


def _words(kind: str, texts: Collection[str], weight: str) -> Iterator[Needle]:
    """Each word of a name by itself; initials say nothing."""
    for text in texts:
        yield from (Needle(kind, word, weight) for word in fold(text).split() if len(word) >= 3)


# --- looking ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """A needle found in a text, with the words around it as they stand there."""

    needle: Needle
    weight: str
    around: str


_WORD = re.compile(r"[^\W_]+(?:[^\w\s]?[^\W_]+)*")
_DIGITS = re.compile(r"(?:\d[\s().+/–-]{0,3}){7,}")
_LINE_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\u2011]\s*\n\s*(?=\w)")


def look(text: str, searched: Collection[Needle]) -> tuple[Hit, ...]:
    """Every needle in a text, whatever its case, marks, spacing, punctuation or line ends."""
    forms = {fold(text), fold(_LINE_HYPHEN.sub("", text))}
    glued = {form.replace(" ", "") for form in forms}
    numbers = [digits(run) for run in _DIGITS.findall(text)]
    hits: list[Hit] = []
    for needle in searched:
        if needle.kind == "phone":
            found = len(needle.text) >= 7 and any(_same_phone(needle.text, one) for one in numbers)
        else:
            found = _among(needle, forms, glued)
        if found:
            hits.append(Hit(needle, _weight(needle, text), _around(needle, text)))
    return tuple(hits)


def _same_phone(wanted: str, found: str) -> bool:
    """The same number, with or without its area; longer runs hold it."""
    return wanted in found or (len(found) == 7 and wanted.endswith(found))


def _among(needle: Needle, forms: Collection[str], glued: Collection[str]) -> bool:
    plain = needle.text.replace(" ", "")
    if " " in needle.text and len(plain) >= 8 and any(plain in form for form in glued):
        return True
    wanted = pattern(needle.text)
    return any(wanted.search(form) for form in forms)


def pattern(folded: str) -> re.Pattern[str]:
    """The word or words, whole; letters may stand apart, all of them in short words.

    "k a l a n i" and "kala ni" are Kalani; "ka i" is not Kai.
    """
    plain = folded.replace(" ", "")
    spread = " ".join(map(re.escape, plain))
    free = " ?".join(map(re.escape, plain)) if len(plain) >= 5 else re.escape(folded)
    return re.compile(rf"(?<!\w)(?:{free}|{spread}|{re.escape(folded)})(?!\w)")


def _weight(needle: Needle, text: str) -> str:
    """An ordinary word counts as the name only where it is written as one: inside a sentence, with
    a capital."""
    if needle.weight == POSSIBLE or not needle.ordinary:
        return needle.weight
    for word in _WORD.finditer(text):
        if fold(word.group()) == needle.text and word.group()[0].isupper():
            before = text[: word.start()].rstrip(" \t")
            if before and before[-1] not in '.!?:\n\r•("“':
                return CERTAIN
    return POSSIBLE


def _around(needle: Needle, text: str) -> str:
    """The words around the first place where the needle stands plainly; "" where it is hidden."""
    wanted = needle.text.split()
    words = [(fold(one.group()), one.start(), one.end()) for one in _WORD.finditer(text)]
    folds = [word for word, _, _ in words]
    for place in range(len(folds) - len(wanted) + 1):
        if folds[place : place + len(wanted)] == wanted:
            start, end = words[place][1], words[place + len(wanted) - 1][2]
            return " ".join(text[max(0, start - 24) : end + 24].split())
    return ""
