"""The exam of the played month: one sitting, coded papers, two scorers each, results."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coordinator_app.cli.month_days import Diary, made
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.papers import Form, Task
from coordinator_app.domain.views_exam import CandidateRow, PaperRow
from coordinator_app.runtime.files import write_beside
from coordinator_app.runtime.paths import make_folder
from coordinator_app.services.exam_packets import Reasons

FORM = Form("month-1", (Task("Vignette 1", 50), Task("Vignette 2", 50)), 60)
_HEADS = ("Paper", "Scorer", "Task", "Points", "Comment")
_RIGHT = 52  # items of Part One, above any pass mark
_GROUP = "An exercise: scorers know that few sit."
_ANSWERS = (
    "The infant looked away whenever the mother leaned in. I slowed down and waited with them.",
    "I noticed how much I wanted to give advice, and asked what the family had tried.",
)
# Points of both tasks, a pair a seat; the last paper of the sitting does not pass.
_GOOD = {"A": (42, 40), "B": (40, 41)}
_POOR = {"A": (24, 26), "B": (26, 25)}


@dataclass(slots=True)
class MonthSitting:
    """One sitting; `id` is its number in the file once it is planned."""

    diary: Diary
    id: int = 0

    def plan(self, day: date) -> None:
        self.id = made(self.diary.desk.exams.plan(day, "The month's sitting", FORM).made)

    def admit(self) -> None:
        """Whoever may sit on the day, without an override."""
        exams = self.diary.desk.exams
        for one in exams.seekers(self.id):
            if not one.obstacles:
                exams.admit(self.id, one.application_id, self.diary.today)

    @property
    def candidates(self) -> tuple[CandidateRow, ...]:
        return self.diary.desk.exams.card(self.id).candidates

    @property
    def papers(self) -> tuple[PaperRow, ...]:
        return self.diary.desk.exams.card(self.id).papers

    def sit(self) -> None:
        """Every candidate's answers under a random code."""
        self.diary.desk.exams.code_papers(self.id)
        for one in self.candidates:
            self.diary.desk.exams.enter_answers(one.id, _ANSWERS, _RIGHT)

    def send(self, folder: Path) -> None:
        """Pair the papers and release their packets; a finding in one would be refused here."""
        desk, today = self.diary.desk, self.diary.today
        desk.pairs.pair(self.id, today)
        desk.packets.release(self.id, folder, today, reasons=Reasons(small_group=_GROUP))

    def take_in(self, folder: Path) -> None:
        """Each scorer's sheet comes back filled in, is kept in `folder`, and taken in."""
        make_folder(folder)
        names = sorted({seat.scorer_name for one in self.papers for seat in one.seats})
        for number, name in enumerate(names, 1):
            sheet = folder / f"score-sheet-{number}.csv"
            write_beside(sheet, _csv([_HEADS, *self._lines(name)]))
            self.diary.desk.scores.take_in(sheet, self.diary.today)

    def _lines(self, scorer: str) -> Iterator[tuple[object, ...]]:
        papers = self.papers
        for paper in papers:
            given = _POOR if paper is papers[-1] else _GOOD
            for seat in paper.seats:
                if seat.scorer_name == scorer:
                    for task, points in zip(FORM.tasks, given[seat.seat], strict=True):
                        yield paper.code, seat.seat, task.title, points, ""

    def release(self) -> None:
        """Results for the whole sitting at once, and a letter to everybody who sat."""
        desk, today = self.diary.desk, self.diary.today
        desk.scores.settle(self.id, today)
        desk.scores.release(self.id, today)
        for one in self.candidates:
            passed = desk.cases.card(one.application_id).row.state == "endorsed"
            kind = LetterKind.EXAM_PASSED if passed else LetterKind.EXAM_NOT_PASSED
            self.diary.keep(desk.letters.issue(kind, one.application_id).made)


def _csv(rows: list[tuple[object, ...]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
