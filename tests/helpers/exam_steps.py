"""Every action of an exam that can be undone, in the order of a sitting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from coordinator_app.domain.exams import Verdict
from coordinator_app.services.desk import Desk
from tests.helpers.builders import Clock
from tests.helpers.exams import FORM, SITTING_DAY, WHY, answered, released, score

LATER = date(2026, 5, 10)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a walk through a sitting takes place: the people and cases it needs are there."""

    desk: Desk
    clock: Clock
    folder: Path
    cases: tuple[int, ...]
    scorers: tuple[int, ...]

    def paper(self, number: int) -> int:
        return self.desk.exams.card(1).papers[number].id

    def candidate(self, number: int) -> int:
        return self.desk.exams.card(1).candidates[number].id


@dataclass(frozen=True, slots=True)
class ExamStep:
    """One action, and what has to happen after it before the next can be taken."""

    action: str
    act: Callable[[Stage], object]
    then: Callable[[Stage], object] = lambda _stage: None


def _admit_the_rest(stage: Stage) -> None:
    for case in stage.cases[1:]:
        stage.desk.exams.admit(1, case, date(2026, 3, 1))
    for person in stage.scorers[1:]:
        stage.desk.pairs.enrol(person, date(2026, 3, 1))
    stage.clock.day = SITTING_DAY


def _sheet(stage: Stage) -> Path:
    """A sheet of which the first paper is filled in."""
    found = sorted((stage.folder / "out").rglob("*.xlsx"))[0]
    book = load_workbook(found)
    for row in (2, 3):
        book.worksheets[0].cell(row, 5).value = 40  # pyright: ignore[reportAttributeAccessIssue]
    book.save(stage.folder / "back.xlsx")
    return stage.folder / "back.xlsx"


def _all_scored(stage: Stage) -> None:
    for paper in stage.desk.exams.card(1).papers:
        for seat in paper.seats:
            if seat.submitted_on is None:
                score(stage.desk, paper.id, seat.seat, 40, 40)


def _other_scorer(stage: Stage) -> object:
    paper = stage.paper(0)
    free = stage.desk.pairs.choices(paper)[0].person
    return stage.desk.pairs.assign(paper, "B", free, SITTING_DAY)


EXAM_STEPS: tuple[ExamStep, ...] = (
    ExamStep("Plan sitting", lambda s: s.desk.exams.plan(SITTING_DAY, "A sitting", FORM)),
    ExamStep("Call off sitting", lambda s: s.desk.exams.call_off(1, "No room"), lambda s: s.desk.history.undo()),
    ExamStep("Enrol scorer", lambda s: s.desk.pairs.enrol(s.scorers[0], date(2026, 3, 1), 9)),
    ExamStep("End scoring", lambda s: s.desk.pairs.end(s.scorers[0], LATER), lambda s: s.desk.history.undo()),
    ExamStep("Keep scorers apart", lambda s: s.desk.pairs.set_apart(s.scorers[0], s.scorers[1], "Kin")),
    ExamStep("Admit candidate", lambda s: s.desk.exams.admit(1, s.cases[0], date(2026, 3, 1)), _admit_the_rest),
    ExamStep("Code papers", lambda s: s.desk.exams.code_papers(1, choose=Random(1).choice)),
    ExamStep("Enter answers", lambda s: s.desk.exams.enter_answers(s.candidate(0), ("One.", "Two."), 50), lambda s: answered(s.desk, 1)),
    ExamStep("Withdraw candidate", lambda s: s.desk.exams.withdraw(s.candidate(0)), lambda s: s.desk.history.undo()),
    ExamStep("Pair papers", lambda s: s.desk.pairs.pair(1, SITTING_DAY, seed=7)),
    ExamStep("Assign scorer", _other_scorer, lambda s: released(s.desk, 1, s.folder / "out", WHY)),
    ExamStep("Take in score sheet", lambda s: s.desk.scores.take_in(_sheet(s), LATER), lambda s: s.desk.history.undo()),
    ExamStep("Record score", lambda s: score(s.desk, s.paper(0), "A", 40, 41), _all_scored),
    ExamStep("Record Part One", lambda s: s.desk.scores.set_part_one(s.paper(0), 48)),
    ExamStep("Decide result", lambda s: s.desk.scores.decide(s.paper(0), Verdict(True, True), WHY, LATER)),
    ExamStep("Settle results", lambda s: s.desk.scores.settle(1, LATER)),
)  # fmt: skip
# What leaves the house, and is never undone.
EXAM_OUTSIDE = {"Open identity", "Release packets", "Release results"}
