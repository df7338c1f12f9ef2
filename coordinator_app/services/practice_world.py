"""What all stories of the practice office share: the desk, the day it ends, its people and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.policy import Policy
from coordinator_app.services.desk import Desk
from coordinator_app.services.practice_agenda import PracticeClock
from coordinator_app.services.practice_people import Cast
from coordinator_app.services.practice_words import Words

# The policy of the practice office is in force from 2024-01-01; its file begins the day after.
OPENED = date(2024, 1, 2)


@dataclass(slots=True)
class World:
    """`known` finds people by the key of their plan, `raters` are asked to rate; `sitters` are the
    cases that sit an exam here, by sitting (see `db/demo/cases.toml`)."""

    desk: Desk
    clock: PracticeClock
    words: Words
    cast: Cast
    seed: int
    as_of: date
    policies: tuple[Policy, ...]
    known: dict[str, int] = field(default_factory=dict[str, int])
    agencies: dict[str, str] = field(default_factory=dict[str, str])
    raters: list[int] = field(default_factory=list[int])
    providers: list[int] = field(default_factory=list[int])
    sitters: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    kinds: Counter[str] = field(default_factory=Counter[str])

    def luck(self, story: str) -> Random:
        """Chance of its own for each story, so that one more story changes no other."""
        return Random(f"{self.seed}/{story}")

    def policy_on(self, day: date) -> Policy | None:
        begun = [one for one in self.policies if one.in_force_from <= day]
        return max(begun, key=lambda one: one.in_force_from, default=None)

    def add(self, draft: PersonDraft, key: str = "") -> int:
        """Somebody comes onto the file."""
        made = made_number(self.desk.people.add(draft).made)
        if key:
            self.meet(key, made, draft.agency)
        return made

    def meet(self, key: str, person: int, agency: str) -> None:
        self.known[key] = person
        self.agencies[key] = agency

    def rater_kind(self, kinds: Sequence[str]) -> str:
        """Of what a rater may be, what has been seen least: so all kinds come to be seen."""
        chosen = min(kinds, key=lambda kind: (self.kinds[kind], kinds.index(kind)))
        self.kinds[chosen] += 1
        return chosen


def made_number(made: int | None) -> int:
    """The number of the record an action has made."""
    assert made is not None
    return made


def refused_for(refused: RuleBroken, code: str) -> None:
    """Go on where an override is meant to help; anything else was not meant."""
    if refused.code != code:
        raise refused
