"""Sittings for tests: cases approved to sit, scorers, papers with answers."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from coordinator_app.domain.papers import Form, Task
from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.exam_packets import Reasons
from tests.helpers.builders import Clock, accepted, an_endorsed, an_office, made
from tests.helpers.files import a_folder

FORM = Form("2026-1", (Task("Vignette 1", 50), Task("Vignette 2", 50)), 60)
SITTING_DAY = date(2026, 4, 30)
SUBMITTED, DECIDED = date(2026, 1, 31), date(2026, 2, 10)
WHY = "An exercise."
NAMES = ("Leilani Kahananui", "Keoni Māhoe", "Pualani Souza", "Noelani Ching", "Ikaika Perreira")
SCORERS = ("Alika Chun", "Puna Ito", "Lani Santos", "Dean Nakamura")


def approved_to_sit(desk: Desk, who: str | PersonDraft, category: str = "IMHS") -> int:
    """A case approved to sit the exam, by overrides: what it lacks is no matter here."""
    draft = PersonDraft(who) if isinstance(who, str) else who
    case = accepted(desk, draft, category)
    desk.applications.submit(case, SUBMITTED, override_reason=WHY)
    reviewer = next(
        (one.person for one in desk.reviews.candidates(case, DECIDED) if one.free), None
    )
    reviewer = an_endorsed(desk, "Malu Reviewer", "IMHM-C") if reviewer is None else reviewer
    desk.reviews.complete(
        made(desk.reviews.assign(case, reviewer, DECIDED)), DECIDED, "approve", ""
    )
    desk.decisions.decide(case, "approve_to_sit", DECIDED, override_reason=WHY)
    return case


def enrolled(desk: Desk, names: Sequence[str] = SCORERS, most: int | None = None) -> list[int]:
    """Scorers, endorsed in a wider scope."""
    found = [an_endorsed(desk, name, "IMHM-C") for name in names]
    for person in found:
        desk.pairs.enrol(person, date(2026, 3, 1), most)
    return found


def seated(desk: Desk, clock: Clock, names: Sequence[str | PersonDraft] = NAMES) -> int:
    """A sitting with everybody admitted and coded, on its day."""
    cases = [approved_to_sit(desk, name) for name in names]
    sitting = made(desk.exams.plan(SITTING_DAY, "April 2026 sitting", FORM))
    for case in cases:
        desk.exams.admit(sitting, case, date(2026, 3, 1))
    clock.day = SITTING_DAY
    desk.exams.code_papers(sitting, choose=Random(1).choice)
    return sitting


def answered(desk: Desk, sitting: int, right: int = 52) -> int:
    for number, one in enumerate(desk.exams.card(sitting).candidates):
        texts = (f"We held the story of family {number}.", "Then we thought about the child.")
        desk.exams.enter_answers(one.id, texts, right)
    return sitting


def paired(desk: Desk, sitting: int) -> int:
    desk.pairs.pair(sitting, SITTING_DAY, seed=7)
    return sitting


def released(desk: Desk, sitting: int, folder: Path, group: str = WHY) -> int:
    desk.packets.release(sitting, folder, SITTING_DAY, reasons=Reasons(small_group=group))
    return sitting


def in_scoring(
    desk: Desk, clock: Clock, folder: Path, names: Sequence[str | PersonDraft] = NAMES
) -> int:
    """A sitting whose packets are out."""
    enrolled(desk)
    return released(desk, paired(desk, answered(desk, seated(desk, clock, names))), folder)


@cache
def _scoring_master(names: tuple[str, ...]) -> Path:
    """A folder with an office whose packets are out, and the packets; closed."""
    folder = a_folder() / f"scoring-{len(names)}"
    folder.mkdir()
    clock = Clock()
    desk = an_office(folder, clock)
    in_scoring(desk, clock, folder / "out", names)
    desk.close()
    return folder


def office_in_scoring(folder: Path, clock: Clock, names: tuple[str, ...] = NAMES) -> Desk:
    """The same in `folder`, open: its sitting is number 1, its packets lie in `folder`/out."""
    shutil.copytree(_scoring_master(names), folder, dirs_exist_ok=True)
    clock.day = SITTING_DAY
    return open_desk(folder / "a.office", clock=clock)


def score(desk: Desk, paper: int, seat: str, *points: int, on: date = date(2026, 5, 10)) -> None:
    desk.scores.enter(paper, seat, tuple(map(Decimal, points)), on)
