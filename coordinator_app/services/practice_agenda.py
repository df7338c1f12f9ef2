"""The practice office's years go by: stories are told day by day, and the clock with them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# A story does something, then names the next day on which it goes on.
Story = Iterator[date]
Step = tuple[date, Callable[[], object]]

_OPENS, _CLOSES = time(8, 30), time(17, 30)
_BETWEEN = timedelta(minutes=3)


class PracticeClock:
    """A clock that only the stories move: forward through the office's days and hours."""

    def __init__(self, day: date, zone: ZoneInfo) -> None:
        self._zone = zone
        self._moment = datetime.combine(day, _OPENS, zone)

    def __call__(self) -> datetime:
        return self._moment

    @property
    def day(self) -> date:
        return self._moment.date()

    def turn_to(self, day: date) -> None:
        """To the morning of a day; on the same day, a little later."""
        if day > self.day:
            self._moment = datetime.combine(day, _OPENS, self._zone)
        elif self._moment.time() < _CLOSES:
            self._moment += _BETWEEN


def told(steps: Sequence[Step]) -> Story:
    """A story from steps: each is taken on its day, those of one day in the order given."""
    for day, step in sorted(steps, key=lambda one: one[0]):
        yield day
        step()


def play(
    stories: Sequence[Story], clock: PracticeClock, until: date, turn: Callable[[], None]
) -> None:
    """Tell all stories together, day by day; what would come after `until` has not happened.

    `turn` is called before each step and may raise to stop.
    """
    waiting: list[tuple[date, int, Story]] = []
    for place, story in enumerate(stories):
        _wait(waiting, place, story)
    while waiting:
        day, place, story = heapq.heappop(waiting)
        if day > until:
            continue
        turn()
        clock.turn_to(day)
        _wait(waiting, place, story)


def _wait(waiting: list[tuple[date, int, Story]], place: int, story: Story) -> None:
    """Let a story go on to its next day; one that has ended waits no more."""
    day = next(story, None)
    if day is not None:
        heapq.heappush(waiting, (day, place, story))
