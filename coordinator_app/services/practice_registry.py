"""Who was endorsed before the practice office's file begins, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from coordinator_app.domain.calendar import cycle_of
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.registry_moves import RegistryEntry, RenewalDraft
from coordinator_app.services.practice_agenda import Step, Story, told
from coordinator_app.services.practice_words import HeldPlan, first_of_month
from coordinator_app.services.practice_world import OPENED, World, made_number

_QUARTER = Decimal("0.25")
# fate → months before today on which it happens
_MOVED: Mapping[str, LetterKind] = {
    "lapsed": LetterKind.INACTIVE_LAPSED,
    "sanctioned": LetterKind.INACTIVE_SANCTIONED,
    "own_request": LetterKind.INACTIVE_OWN_REQUEST,
}
_MONTHS_BACK: Mapping[str, int] = {
    "sanctioned": 9,
    "own_request": 6,
    "deceased": 11,
    "moved_association": 3,
}


@dataclass(slots=True)
class HeldStory:
    """One person with what they held when the file began."""

    world: World
    plan: HeldPlan
    luck: Random
    held: list[int] = field(default_factory=list[int])

    def story(self) -> Story:
        return told(list(self._steps()))

    def _steps(self) -> Iterator[Step]:
        yield OPENED, self._bring_over
        yield from self._moves()
        for year in range(OPENED.year, self.world.as_of.year):
            ended = date(year, 12, 31)
            last = year == self.world.as_of.year - 1
            if not self._gone_by(ended):
                renew = _RENEWALS[self.plan.renewal if last else "renewed"]
                day = date(year, 11, 3) + timedelta(days=self.luck.randrange(50))
                yield day, lambda ended=ended, renew=renew: self._renew(ended, renew)
        yield from self._this_year()

    def _this_year(self) -> Iterator[Step]:
        """Within the days of grace what was owed is shown; the running cycle has just begun."""
        year = self.world.as_of.year
        owed = date(year - 1, 12, 31)
        if self.plan.renewal != "renewed" and not self._gone_by(owed):
            yield date(year - 1, 12, 4), lambda: self._write(LetterKind.RENEWAL_REMINDER)
        if self.plan.renewal != "renewed" and self.world.as_of > date(year, 3, 1):
            shown = date(year, 2, 5) + timedelta(days=self.luck.randrange(20))
            yield shown, lambda: self._renew(owed, renewed)
        if self.plan.renewal == "started":
            running = cycle_of(self.world.as_of, self.world.policy_on)
            assert running is not None
            yield self._month(1, 10), lambda: self._renew(running.ends, _started)

    def _bring_over(self) -> None:
        """Somebody who reviews has an agency, so that a conflict can come of it."""
        agencies, world = self.world.words.places["agencies"], self.world
        agency = self.luck.choice(agencies) if self.plan.role else ""
        draft = world.cast.draw(self.plan.name, agency)
        person = world.add(draft, self.plan.key)
        if not self.plan.role and not self.plan.fate:
            world.raters.append(person)
        gives = True if self.plan.role == "provider" else None
        for code in self.plan.categories:
            entry = RegistryEntry(code, self.plan.began, provides_rsc=gives)
            self.held.append(made_number(world.desk.registry.add_by_hand(person, entry).made))

    def _moves(self) -> Iterator[Step]:
        """What happens on the registry: each fate on its day."""
        fate = self.plan.fate
        if fate in _MONTHS_BACK:
            yield self._month(_MONTHS_BACK[fate], 12), lambda: self._move("inactive", fate)
        elif fate == "sanction_lifted":
            yield self._month(13, 9), lambda: self._move("inactive", "sanctioned")
            yield self._month(4, 20), lambda: self._move("active", fate)
        elif fate == "lapsed":
            yield self._lapse_day(), lambda: self._move("inactive", "lapsed")
        elif fate == "reactivated":
            yield self._month(12, 5), lambda: self._move("inactive", "lapsed")
            yield self._month(5, 16), lambda: self._move("active", fate)

    def _month(self, back: int, day: int) -> date:
        return first_of_month(self.world.as_of, back).replace(day=day)

    def _lapse_day(self) -> date:
        """The day after the days of grace, of the newest cycle for which they have run out."""
        year = self.world.as_of.year
        day = date(year, 3, 2)
        return day if day <= self.world.as_of else date(year - 1, 3, 2)

    def _gone_by(self, cycle_ends: date) -> bool:
        """Whether they do not renew the cycle: moved to inactive before it ended, or let it lapse."""
        if self.plan.fate == "lapsed":
            return cycle_ends.year >= self._lapse_day().year - 1
        if self.plan.fate in _MONTHS_BACK:
            return self._month(_MONTHS_BACK[self.plan.fate], 12) <= cycle_ends
        return False

    def _move(self, to: str, reason: str) -> None:
        """A sanction, its end and a death move everything by themselves."""
        words, world = self.world.words.moves, self.world
        together = reason in ("sanctioned", "sanction_lifted", "deceased")
        for id in self.held[:1] if together else self.held:
            world.desk.registry.move(id, to, reason, world.clock.day, words[reason])
        kind = LetterKind.ACTIVE_AGAIN if to == "active" else _MOVED.get(reason)
        if kind is not None:
            self._write(kind)

    def _write(self, kind: LetterKind) -> None:
        """The letter on what the registry now says, sent on its day."""
        letters, day = self.world.desk.letters, self.world.clock.day
        made = letters.issue_registry(kind, self.held[0])
        letters.mark_sent(made_number(made.made), "post", day)

    def _renew(self, cycle_ends: date, shown: Callable[[Random, date, date], RenewalDraft]) -> None:
        draft = shown(self.luck, cycle_ends, self.world.clock.day)
        if len(draft.told) == 1:
            return
        for id in self.held:
            self.world.desk.registry.record_renewal(id, draft)
        if self.plan.role == "provider":
            kind = LetterKind.RENEWAL_CONFIRMED if draft.renewed_on else LetterKind.RENEWAL_REMINDER
            self._write(kind)


def renewed(luck: Random, cycle_ends: date, day: date) -> RenewalDraft:
    """All that is asked, shown on a day."""
    training = Decimal(15) + luck.randrange(20) * _QUARTER
    return RenewalDraft(
        cycle_ends=cycle_ends,
        training_hours=training,
        training_rsc_hours=Decimal(3),
        training_dei_hours=Decimal(1) + luck.randrange(4) * _QUARTER,
        rsc_hours=Decimal(12) + luck.randrange(16) * _QUARTER,
        code_of_ethics_on=day,
        attestation_on=day,
        membership_until=date(cycle_ends.year + 1, 12, 31),
        renewed_on=day,
    )


def _short(luck: Random, cycle_ends: date, day: date) -> RenewalDraft:
    """Three and a half hours of RSC are missing."""
    draft = renewed(luck, cycle_ends, day)
    return replace(draft, rsc_hours=Decimal("8.5"), renewed_on=None)


def _unsigned(luck: Random, cycle_ends: date, day: date) -> RenewalDraft:
    """Everything but the attestation."""
    return replace(renewed(luck, cycle_ends, day), attestation_on=None, renewed_on=None)


def _started(luck: Random, cycle_ends: date, day: date) -> RenewalDraft:
    hours = luck.randrange(8, 40) * _QUARTER
    return RenewalDraft(cycle_ends, training_hours=hours, code_of_ethics_on=day)


def _nothing(luck: Random, cycle_ends: date, day: date) -> RenewalDraft:
    del luck, day
    return RenewalDraft(cycle_ends)


_RENEWALS: Mapping[str, Callable[[Random, date, date], RenewalDraft]] = {
    "renewed": renewed,
    "short": _short,
    "unsigned": _unsigned,
    "started": _started,
    "nothing": _nothing,
}
