"""Invented people: names of many peoples, with agency, address and mail that belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from coordinator_app.domain.fold import fold
from coordinator_app.domain.people import PersonDraft, split_name
from coordinator_app.services.practice_words import SingleName, Words

# So many people are drawn by name in every practice office: among them are all the single names.
_DRAWN_ALWAYS = 50
_INITIALS = "ABCDEFGHKLMNOPRSTVW"


class Cast:
    """Draws people. `drawn` counts them; no two have the same mail address."""

    def __init__(self, words: Words, rng: Random) -> None:
        self._words = words
        self._rng = rng
        self._names = self._all_names()
        self.drawn = 0

    def _all_names(self) -> Iterator[SingleName]:
        """The single names strewn among the first, then ever more combined ones."""
        taken = {one.name for one in self._words.singles}
        first = list(self._words.singles)
        while len(first) < _DRAWN_ALWAYS:
            one = self._combined()
            if one.name not in taken:
                taken.add(one.name)
                first.append(one)
        self._rng.shuffle(first)
        yield from first
        while True:
            yield self._combined(self._rng.choice(_INITIALS))

    def _combined(self, initial: str = "") -> SingleName:
        given, family = self._rng.choice(self._words.traditions)
        middle = f" {initial}." if initial else ""
        first, last = f"{self._rng.choice(given)}{middle}", self._rng.choice(family)
        return SingleName(f"{first} {last}", first, last)

    def draw(self, name: str = "", agency: str = "") -> PersonDraft:
        """Somebody, of this name and agency where they are given."""
        self.drawn += 1
        who = SingleName(name, *split_name(name)) if name else next(self._names)
        island = self._rng.choices(self._words.islands, [one.weight for one in self._words.islands])
        town = self._rng.choice(island[0].towns)
        return PersonDraft(
            name=who.name,
            given=who.given,
            family=who.family,
            letter_name=who.letter,
            former_names=who.former,
            emails=(self._mail(who),),
            phones=self._phone(),
            address=f"{self._rng.randrange(10, 990)} {self._place('streets')}\n{town}",
            island=island[0].name,
            agency=agency or (self._place("agencies") if not self._one_in(6) else ""),
            discipline=self._place("disciplines"),
            language=self._place("languages") if self._one_in(3) else "English",
            easy_number=f"E{10000 + self.drawn}" if self._one_in(4) else "",
        )

    def _phone(self) -> tuple[str, ...]:
        """There are a hundred numbers that belong to nobody; no two people share one."""
        has_one = self.drawn < 100 and self._one_in(2)
        return (f"808-555-01{self.drawn:02d}",) if has_one else ()

    def _place(self, kind: str) -> str:
        return self._rng.choice(self._words.places[kind])

    def _one_in(self, count: int) -> bool:
        return self._rng.randrange(count) == 0

    def _mail(self, who: SingleName) -> str:
        plain = fold(who.letter or who.name).encode("ascii", "ignore").decode().split()
        return f"{'.'.join(plain)[:40]}.{self.drawn}@example.org"
