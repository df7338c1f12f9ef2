"""The raters of an invented case: who is named, what comes in, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from coordinator_app.domain.facts import RATER_KINDS
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.policy import Policy, Role
from coordinator_app.domain.references import RatingDraft
from coordinator_app.services.practice_agenda import Step
from coordinator_app.services.practice_words import CasePlan
from coordinator_app.services.practice_world import World, made_number

# A policy that names no roles is answered by these three; the last is anybody.
_UNNAMED = (("supervisor",), ("rsc_provider",), RATER_KINDS)
_ENDORSED = ("endorsed", "vetted")


@dataclass(slots=True)
class Ratings:
    """Three ratings of one case. `case` and `applicant` are known once the case is logged."""

    world: World
    plan: CasePlan
    policy: Policy
    provider: str
    luck: Random
    case: int = 0
    applicant: int = 0
    ids: list[int] = field(default_factory=list[int])
    named: set[int] = field(default_factory=set[int])
    received: set[int] = field(default_factory=set[int])

    def steps(self, asked: date, by: date) -> Iterator[Step]:
        """From naming to the last rating received, a day before `by`."""
        yield asked, self._name
        yield asked + timedelta(days=1), self._ask
        middle = asked + (by - asked) / 2
        yield middle, lambda: self._receive(0)
        if self.plan.ratings == "waiting":
            reminded = by - timedelta(days=self.luck.randrange(10, 24))
            yield max(reminded, middle), lambda: self._remind(1, letter=True)
            return
        yield middle + timedelta(days=1), lambda: self._receive(1)
        third = _THIRD.get(self.plan.ratings, Ratings._plainly)
        yield from third(self, middle, by - timedelta(days=1))

    def _plainly(self, middle: date, last: date) -> Iterator[Step]:
        if self.luck.randrange(3) == 0:
            yield middle, lambda: self._remind(2)
        yield last, lambda: self._receive(2)

    def _void_blanks(self, middle: date, last: date) -> Iterator[Step]:
        """Void by itself; another rater is asked, and has not answered."""
        del middle
        asked = max(self.world.as_of - timedelta(days=8), last)
        yield last, lambda: self._receive(2, blanks=7)
        yield asked, self._tell_replacement
        yield asked, self._name_another

    def _void_reason(self, middle: date, last: date) -> Iterator[Step]:
        yield middle + timedelta(days=1), lambda: self._receive(2)
        yield middle + timedelta(days=2), self._void
        yield middle + timedelta(days=2), self._replace_third
        yield last, lambda: self._receive(2)

    def _declined(self, middle: date, last: date) -> Iterator[Step]:
        yield middle, lambda: self.world.desk.references.decline(self.ids[2])
        yield middle + timedelta(days=1), self._name_another
        yield last, lambda: self._receive(2)

    def _replaced(self, middle: date, last: date) -> Iterator[Step]:
        yield middle, lambda: self._remind(2)
        yield middle + timedelta(days=1), self._replace_third
        yield last, lambda: self._receive(2)

    def _roles(self) -> list[tuple[str, ...]]:
        asked = self.policy.requirements_for(self.plan.category)
        roles: tuple[Role, ...] = next(one.roles for one in asked if one.kind == "references")
        return [role.kinds for role in roles] if roles else list(_UNNAMED)

    def _name(self) -> None:
        for kinds in self._roles():
            self._name_one(kinds)

    def _name_one(self, kinds: tuple[str, ...]) -> None:
        world, vetted = self.world, False
        if kinds == _ENDORSED:
            kind, vetted = "colleague", self.luck.randrange(3) == 0
            who = self._somebody() if vetted else world.known[self.provider]
        elif kinds == ("rsc_provider",):
            kind, who = "rsc_provider", world.known[self.provider]
        else:
            kind, who = self._kind(kinds), self._somebody()
        made = world.desk.references.name_rater(
            self.case, who, kind, world.clock.day, vetted=vetted
        )
        self.ids.append(made_number(made.made))

    def _somebody(self) -> int:
        """Somebody who has not been named for this case; where the plan says so, its reviewer."""
        taken = {self.applicant, self.world.known[self.provider]} | self.named
        if self.plan.conflict == "gave_reference" and len(self.ids) == 2:
            return self.world.known[self.plan.reviewer]
        free = [one for one in self.world.raters if one not in taken]
        chosen = free[0] if self.plan.ratings == "void_blanks" else self.luck.choice(free)
        self.named.add(chosen)
        return chosen

    def _kind(self, kinds: tuple[str, ...]) -> str:
        plainly = self.plan.ratings == "void_blanks" and "colleague" in kinds
        return "colleague" if plainly else self.world.rater_kind(kinds)

    def _ask(self) -> None:
        for place, id in enumerate(self.ids):
            if self.plan.ratings != "waiting" or place < 2:
                self.world.desk.references.ask(id, self.world.clock.day)
        if self.plan.ratings == "waiting":
            self._write(LetterKind.REFERENCE_REQUEST, self.ids[0], send=True)

    def _receive(self, place: int, blanks: int | None = None) -> None:
        day = self.world.clock.day
        rating = RatingDraft(
            completed_on=day - timedelta(days=self.luck.randrange(3)),
            received_on=day,
            blanks=self.luck.randrange(4) if blanks is None else blanks,
            recommends=True,
            waiver=self.luck.randrange(3) > 0,
        )
        self.world.desk.references.receive(self.ids[place], rating)
        if blanks is None:
            self.received.add(self.ids[place])

    def _remind(self, place: int, *, letter: bool = False) -> None:
        self.world.desk.references.remind(self.ids[place], self.world.clock.day)
        if letter:
            self._write(LetterKind.REFERENCE_REMINDER, self.ids[place], send=False)

    def _void(self) -> None:
        self.world.desk.references.void(self.ids[2], self.world.words.said["void_reason"])
        self.received.discard(self.ids[2])

    def _name_another(self) -> None:
        """Beside the one who declined or could not be counted, who stays on the case as such."""
        self._name_one(self._roles()[2])
        self.ids[2] = self.ids.pop()
        self.world.desk.references.ask(self.ids[2], self.world.clock.day)

    def _replace_third(self) -> None:
        day, desk = self.world.clock.day, self.world.desk
        kind = self._kind(self._roles()[2])
        made = desk.references.replace(self.ids[2], self._somebody(), kind, day)
        self.ids[2] = made_number(made.made)
        desk.references.ask(self.ids[2], day)

    def _tell_replacement(self) -> None:
        self._write(LetterKind.REPLACEMENT_RATING, self.ids[2], send=True)

    def _write(self, kind: LetterKind, reference: int, *, send: bool) -> None:
        letters, day = self.world.desk.letters, self.world.clock.day
        by = day + timedelta(days=14)
        made = letters.issue(kind, self.case, reference_id=reference, return_by=by)
        if send:
            letters.mark_sent(made_number(made.made), "e-mail", day)

    def accept(self) -> None:
        """Let what has come in count, once."""
        for id in sorted(self.received):
            self.world.desk.references.accept(id, self.world.clock.day)
        self.received.clear()


_THIRD: dict[str, Callable[[Ratings, date, date], Iterator[Step]]] = {
    "void_blanks": Ratings._void_blanks,
    "void_reason": Ratings._void_reason,
    "declined": Ratings._declined,
    "replaced": Ratings._replaced,
}
