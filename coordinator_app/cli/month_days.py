"""The days of the played month, and what was done on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coordinator_app.cli.desks import NoonOf
from coordinator_app.domain.letters import LetterKind
from coordinator_app.services.desk import Desk


@dataclass(slots=True)
class Diary:
    """The desk on its day; `steps` are what was done, `letters` the numbers on file of what was
    issued one by one, outside a round's batch."""

    desk: Desk
    clock: NoonOf
    steps: list[tuple[date, str]] = field(default_factory=list[tuple[date, str]])
    letters: list[int] = field(default_factory=list[int])

    @property
    def today(self) -> date:
        return self.clock.day

    def turn(self, day: date, step: str) -> date:
        """The clock to a day, and the step's name noted."""
        self.clock.day = day
        self.steps.append((day, step))
        return day

    def keep(self, letter: int | None) -> None:
        self.letters.append(made(letter))

    def tell_holder(self, kind: LetterKind, endorsement: int) -> None:
        """A letter about an endorsement, issued today."""
        self.keep(self.desk.letters.issue_registry(kind, endorsement).made)


def made(number: int | None) -> int:
    """The number of the record an action has made."""
    assert number is not None
    return number
