"""Score sheets: a workbook a scorer, out; what the scorer wrote, back in.

Like packets they know papers by code only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coordinator_app.documents.tables import Cells, Column, sheet
from coordinator_app.documents.workbooks import workbook_xlsx
from coordinator_app.domain.papers import Seat

TITLES = ("Paper", "Scorer", "Task", "Most points", "Points", "Comment")


@dataclass(frozen=True, slots=True)
class _Line:
    code: str
    seat: str
    task: str
    most: int


_COLUMNS: tuple[Column[_Line], ...] = (
    Column(TITLES[0], lambda line: line.code),
    Column(TITLES[1], lambda line: line.seat),
    Column(TITLES[2], lambda line: line.task),
    Column(TITLES[3], lambda line: line.most, Cells.INTEGER),
    Column(TITLES[4], lambda line: None, Cells.NUMBER),
    Column(TITLES[5], lambda line: None),
)


def score_sheet(seats: Sequence[Seat], *, practice: bool = False) -> bytes:
    """One workbook with a line a task of each paper, to be filled in. The same seats, the same bytes."""
    return workbook_xlsx([sheet("Scores", _COLUMNS, _lines(seats))], practice=practice)


def _lines(seats: Sequence[Seat]) -> Iterator[_Line]:
    for seat in seats:
        for task in seat.form.tasks:
            yield _Line(seat.code, seat.seat, task.title, task.most)
