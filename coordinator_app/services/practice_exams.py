"""Two exam sittings of the practice office: one whose results are out, one that is being scored."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from coordinator_app.domain.calendar import month_end
from coordinator_app.domain.papers import Form, Task
from coordinator_app.runtime import paths
from coordinator_app.services.practice_agenda import Step, Story, told
from coordinator_app.services.practice_world import World, made_number

# Which sitting → how many months before the present day's month it was.
_MONTHS_BACK: Mapping[str, int] = {"past": 6, "now": 1}


def read_exam(folder: Path) -> dict[str, Any]:
    """What is said at the exams of the practice office."""
    return tomllib.loads((folder / "exam.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class SittingStory:
    """One sitting, `key` past or now; those who sit are named by the cases' plans."""

    world: World
    key: str
    words: dict[str, Any]
    luck: Random
    id: int = 0

    @property
    def day(self) -> date:
        return month_end(self.world.as_of.year, self.world.as_of.month, -_MONTHS_BACK[self.key])

    def story(self) -> Story:
        return told(list(self._steps()))

    def _steps(self) -> Iterator[Step]:
        yield self._after(-40), self._enrol
        yield self._after(-40), self._plan
        yield self._after(-9), self._admit
        yield self._after(1), self._code
        yield self._after(2), self._answer
        yield self._after(4), self._pair
        yield self._after(5), self._release
        yield self._after(15), self._score
        if self.key == "past":
            yield self._after(22), self._settle
            yield self._after(24), self._tell

    def _after(self, days: int) -> date:
        return self.day + timedelta(days=days)

    def _enrol(self) -> None:
        for key in self.words["scorers"]:
            self.world.desk.pairs.enrol(self.world.known[key], self.world.clock.day, 4)

    def _plan(self) -> None:
        tasks = tuple(Task(title, most) for title, most in self.words["tasks"])
        form = Form(self.words["version"], tasks, self.words["part_one"])
        made = self.world.desk.exams.plan(self.day, self.words[self.key], form)
        self.id = made_number(made.made)

    def _admit(self) -> None:
        for case in self.world.sitters.get(self.key, ()):
            self.world.desk.exams.admit(self.id, case, self.world.clock.day)

    def _code(self) -> None:
        self.world.desk.exams.code_papers(self.id, choose=self.luck.choice)

    def _answer(self) -> None:
        exams = self.world.desk.exams
        for number, one in enumerate(exams.card(self.id).candidates):
            said = (self._said(2 * number), self._said(2 * number + 1))
            exams.enter_answers(one.id, said, self.luck.randrange(50, 58))

    def _said(self, number: int) -> str:
        answers: list[str] = self.words["answers"]
        return answers[number % len(answers)]

    def _pair(self) -> None:
        self.world.desk.pairs.pair(self.id, self.world.clock.day, seed=self.luck.randrange(2**31))

    def _release(self) -> None:
        """The packets go out into a folder that is then taken away: nobody scores here."""
        with tempfile.TemporaryDirectory(prefix="coordinator-") as folder:
            self.world.desk.packets.release(self.id, Path(folder) / "out", self.world.clock.day)

    def _score(self) -> None:
        papers = self.world.desk.exams.card(self.id).papers
        for paper, seats in zip(papers, self.words[f"{self.key}_points"], strict=False):
            for seat, points in zip("AB", seats, strict=True):
                if points:
                    given = tuple(Decimal(one) for one in points)
                    self.world.desk.scores.enter(paper.id, seat, given, self.world.clock.day)

    def _settle(self) -> None:
        self.world.desk.scores.settle(self.id, self.world.clock.day)

    def _tell(self) -> None:
        self.world.desk.scores.release(self.id, self.world.clock.day)


def sittings(world: World) -> Iterator[Story]:
    """The stories of both sittings, for the cases that name one."""
    words = read_exam(paths.demo_folder())
    for key in _MONTHS_BACK:
        yield SittingStory(world, key, words, world.luck(f"sitting {key}")).story()
