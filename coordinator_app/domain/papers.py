"""Coded exam papers: what a scorer may know. Nothing here knows a person.

A code is eight of thirty letters that are not taken for one another and a check letter, shown
XXXX-XXXX-C. It is drawn, never computed from anything.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from coordinator_app.domain.errors import BadInput

# No 0 O, 1 I L, S: thirty letters, so that eight of them are 39 bits.
LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
SEATS = ("A", "B", "C")
Choose = Callable[[str], str]


def draw_code(choose: Choose = secrets.choice) -> str:
    """A new code, such as "9B5T-EH64-Q"."""
    return shown_code("".join(choose(LETTERS) for _ in range(8)))


def shown_code(eight: str) -> str:
    return f"{eight[:4]}-{eight[4:]}-{check_letter(eight)}"


def check_letter(eight: str) -> str:
    """The check letter by Luhn's rule over thirty letters: any one wrong letter is noticed."""
    total = 0
    for place, sign in enumerate(reversed(eight)):
        value = LETTERS.index(sign) * (2 if place % 2 == 0 else 1)
        total += value // 30 + value % 30
    return LETTERS[-total % 30]


def read_code(typed: str) -> str:
    """A code as it is shown, from any way of typing it.

    Raises BadInput `paper.not_a_code` where a letter is wrong, too many or missing.
    """
    plain = "".join(typed.upper().split()).replace("-", "").replace("–", "")
    if len(plain) != 9 or any(sign not in LETTERS for sign in plain):
        raise BadInput("paper.not_a_code", typed=typed.strip())
    if check_letter(plain[:8]) != plain[8]:
        raise BadInput("paper.not_a_code", typed=typed.strip())
    return shown_code(plain[:8])


@dataclass(frozen=True, slots=True)
class Task:
    """One task of Part Two, scored by the scorers with 0 to `most` points."""

    title: str
    most: int


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked at a sitting. `part_one` is the number of items of Part One, counted by the
    office (None: the exam has no Part One); `tasks` are those of Part Two."""

    version: str
    tasks: tuple[Task, ...]
    part_one: int | None = None

    def __post_init__(self) -> None:
        if not self.version.strip() or not self.tasks:
            raise BadInput("form.empty")
        for task in self.tasks:
            if not task.title.strip() or task.most < 1:
                raise BadInput("form.task_wrong", task=task.title.strip() or "—")
        titles = [task.title.strip().casefold() for task in self.tasks]
        if len(set(titles)) != len(titles):
            raise BadInput("form.tasks_alike")
        if self.part_one is not None and self.part_one < 1:
            raise BadInput("form.part_one_wrong")

    @property
    def most(self) -> int:
        """The most points of Part Two."""
        return sum(task.most for task in self.tasks)


@dataclass(frozen=True, slots=True)
class CodedPaper:
    """A paper as a scorer gets it: its code, the form, the family of its category, the answers.

    `answers` are one text a task of the form, in its order.
    """

    code: str
    family: str
    form: Form
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A paper's place on a score sheet: its code, and A, B or C (the third)."""

    code: str
    seat: str
    form: Form


@dataclass(frozen=True, slots=True)
class Score:
    """What a scorer gave one paper: points a task, in the form's order."""

    code: str
    seat: str
    points: tuple[Decimal, ...]
    comment: str = ""


def check_points(points: tuple[Decimal, ...], form: Form) -> None:
    """Raises BadInput `score.points_wrong` naming the task, `score.tasks_missing` for too few."""
    if len(points) != len(form.tasks):
        raise BadInput("score.tasks_missing", count=len(form.tasks))
    for task, given in zip(form.tasks, points, strict=True):
        if not given.is_finite() or not 0 <= given <= task.most:
            raise BadInput("score.points_wrong", task=task.title, points=str(given), most=task.most)
