"""Today as it was last computed, brought up to date by what the journal says has changed since.

Everything is computed anew on another day, under another policy, and where the journal cannot tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.facts import CaseFacts
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.today import (
    DueItem,
    day_and_kind,
    lines_of_case,
    order,
    question_item,
    todo_item,
)
from coordinator_app.domain.today_renewals import asked_on, renewal_lines
from coordinator_app.persistence import due, due_renewals, since
from coordinator_app.persistence.store import Reader

_OTHERS = ("todo", "question")
_FEW = 200


@dataclass(frozen=True, slots=True)
class Day:
    """A day and the policies it is judged by: the pinned ones by number, the others by day."""

    today: date
    pinned: Mapping[int, Policy]
    policy_on: PolicyOn

    def judging(self, facts: CaseFacts, pinned: int | None) -> Policy | None:
        """The pinned policy; before submission, also of a case taken up again, today's."""
        if facts.submitted is None:
            return self.policy_on(self.today)
        return self.pinned.get(pinned or 0)

    def same_as(self, other: Day) -> bool:
        return self.today == other.today and self.pinned.keys() == other.pinned.keys()


class Kept:
    """`items` is everything due in its order; `groups` the same by kind and day."""

    def __init__(self, reader: Reader, day: Day) -> None:
        self._day = day
        self._entry: since.Entry = since.newest(reader)
        self._active = due_renewals.active_on(reader, day.today)
        self._archived = due.archived(reader)
        renewals = _of_endorsements(reader, day, self._active, None)
        found = chain(_of_cases(reader, day, None), renewals, _others(reader))
        self.items = tuple(sorted(found, key=order))
        self._arrange(reader)

    def up_to_date(self, reader: Reader, day: Day) -> bool:
        """Take in what has changed; False where everything has to be computed anew."""
        if not day.same_as(self._day):
            return False
        entry = since.newest(reader)
        if entry == self._entry:
            return True
        changes = since.changed(reader, self._entry)
        if changes is None or Kind.POLICY in changes.kinds:
            return False
        self._day, self._entry = day, entry
        self._take_in(reader, changes)
        self._arrange(reader)
        return True

    def _take_in(self, reader: Reader, changes: Changes) -> None:
        cases, held = due.cases_touched(reader, changes), changes.endorsements
        found = [*_of_cases(reader, self._day, cases)]
        if held:
            still = due_renewals.active_on(reader, self._day.today, held)
            self._active = (self._active - held) | still
            found += _of_endorsements(reader, self._day, still, held)
        notes = Kind.NOTE in changes.kinds
        found += _others(reader) if notes else ()
        stay = [item for item in self.items if not _is_of(item, cases, held, notes=notes)]
        self.items = tuple(_merged(stay, found))
        people = changes.people
        self._archived = (self._archived - people) | due.archived(reader, people)

    def _arrange(self, reader: Reader) -> None:
        self.groups = tuple(_groups(self.items))
        self.open_cases = due.open_count(reader)
        self.people = due.people_count(reader) - len(self._archived)

    @property
    def active(self) -> int:
        """Endorsements on the active registry."""
        return len(self._active)

    @property
    def late(self) -> int:
        """How many items have passed their day."""
        return bisect_left(self.items, self._day.today, key=lambda item: item.due or date.max)


def _is_of(
    item: DueItem, cases: Collection[int], endorsements: Collection[int], *, notes: bool
) -> bool:
    """Whether an item is one of these cases' or endorsements', or of the notes."""
    if item.kind in _OTHERS:
        return notes
    return item.application in cases or item.endorsement in endorsements


def _merged(ordered: list[DueItem], more: Sequence[DueItem]) -> list[DueItem]:
    """A few are put in their places; with many, sorting is quicker."""
    if len(more) > _FEW:
        return sorted([*ordered, *more], key=order)
    for item in more:
        insort(ordered, item, key=order)
    return ordered


def _of_cases(reader: Reader, day: Day, only: Collection[int] | None) -> Iterator[DueItem]:
    for facts, pinned in due.open_cases(reader, only):
        judged_by = day.judging(facts, pinned)
        yield from lines_of_case(facts, judged_by, day.today, day.policy_on)


def _of_endorsements(
    reader: Reader, day: Day, active: Collection[int], only: Collection[int] | None
) -> Iterator[DueItem]:
    asked = asked_on(day.today, day.policy_on)
    for alike in due_renewals.may_owe(reader, asked, active, only):
        yield from renewal_lines(alike, day.today, day.policy_on)


def _others(reader: Reader) -> tuple[DueItem, ...]:
    todos = (todo_item(one) for one in due.open_todos(reader))
    return (*todos, *(question_item(one) for one in due.open_questions(reader)))


def _groups(items: Sequence[DueItem]) -> Iterator[tuple[DueItem, ...]]:
    """Items of one kind due on one day; of very many only the ends of each group are looked at."""
    at = 0
    while at < len(items):
        end = bisect_right(items, day_and_kind(items[at]), lo=at, key=day_and_kind)
        yield tuple(items[at:end])
        at = end
