"""What screens and lists show of exams. A paper is its code: no view of one knows a person but the
scorers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordinator_app.domain.exams import Outcome
from coordinator_app.domain.papers import Form
from coordinator_app.domain.phrases import Phrase


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting in a list, with what is done at each of its steps."""

    id: int
    day: date
    title: str
    state: str
    candidates: int
    papers: int
    answered: int
    paired: int
    scores_in: int
    scores_wanted: int
    settled: int


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody admitted to a sitting. Papers are not told here: that is behind the door."""

    id: int
    application_id: int
    case_number: str
    name: str
    sort_name: str
    category: str
    state: str
    answered: bool


@dataclass(frozen=True, slots=True)
class SeekerRow:
    """A case that might be admitted, with what is in the way (see `domain/exams.obstacles`)."""

    application_id: int
    case_number: str
    name: str
    sort_name: str
    category: str
    obstacles: tuple[Phrase, ...]

    @property
    def barred(self) -> bool:
        return any(one.code.startswith("barred.") for one in self.obstacles)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A scorer's place at a paper. `sealed`: the score is in and not shown before the other's is."""

    id: int
    seat: str
    scorer_id: int
    scorer_name: str
    assigned_on: date
    released_on: date | None
    submitted_on: date | None
    sealed: bool
    points: tuple[Decimal, ...]
    comment: str
    left_out: tuple[str, ...]
    override_reason: str

    @property
    def total(self) -> Decimal | None:
        return sum(self.points, Decimal(0)) if self.points else None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`how`: agree (by the policy) or coordinator. A part that is None the exam does not have."""

    how: str
    part_two: Decimal | None
    part_one_passed: bool | None
    part_two_passed: bool | None
    passed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper by its code. `part_one` items answered rightly; `verdict` of the last packet's scan."""

    id: int
    code: str
    family: str
    state: str
    part_one: int | None
    seats: tuple[SeatRow, ...]
    outcome: Outcome
    result: ResultRow | None
    verdict: str

    def seat(self, letter: str) -> SeatRow | None:
        return next((one for one in self.seats if one.seat == letter), None)


@dataclass(frozen=True, slots=True)
class SittingCard:
    """A sitting with its papers, in the order of their codes, and the rules they are judged by.

    `tolerance`, `part_two_mark` (points) and `part_one_percent` are None where the policy is unset.
    """

    row: SittingRow
    form: Form
    seed: int | None
    candidates: tuple[CandidateRow, ...]
    papers: tuple[PaperRow, ...]
    scorers: int
    tolerance: Decimal | None
    part_two_mark: Decimal | None
    part_one_percent: Decimal | None


@dataclass(frozen=True, slots=True)
class ScorerRow:
    """Somebody enrolled to score. `papers` assigned in the last twelve months."""

    id: int
    person_id: int
    name: str
    sort_name: str
    held: tuple[str, ...]
    most_papers: int | None
    papers: int


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something the search for leaks found: its kind and place, the weight, the paper's own words."""

    kind: str
    layer: str
    weight: str
    around: str
    page: int | None


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One packet as it was searched before its release."""

    paper_id: int
    code: str
    verdict: str
    found: tuple[FoundRow, ...]
