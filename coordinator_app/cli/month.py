"""`month`: a month of a practice office without a window, and everything that comes of it."""

from __future__ import annotations

import hashlib
import json
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator_app.cli.desks import NoonOf
from coordinator_app.cli.month_days import Diary
from coordinator_app.cli.month_story import MonthStory, eve
from coordinator_app.cli.parser import AS_OF, Command, Words
from coordinator_app.cli.practice import day_of, make
from coordinator_app.cli.told import DONE, FOUND, Told, line, plain, said
from coordinator_app.cli.window import SIZE, Draw
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.lists import ListQuery
from coordinator_app.runtime.files import write_beside
from coordinator_app.runtime.paths import make_folder
from coordinator_app.services.desk import Desk, open_desk

_ZONE = ZoneInfo("Pacific/Honolulu")
# The first day whose month begins on a day for which a practice office can be made.
_FIRST_DAY = date(2025, 8, 10)
FILE, SUMMARY = "month.office", "summary.json"


def commands(draw: Draw) -> tuple[Command, ...]:
    """`month`, which draws its screens with the window it is given."""

    def month(words: Words) -> Told:
        return _month(words, draw)

    help_ = "play a month of a practice office, without a window, into a folder"
    return (Command("month", help_, month, (AS_OF,), _words),)


def _words(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="an empty folder")


def _month(words: Words, draw: Draw) -> Told:
    """The last day is today's. Exit code 1 where `check` finds a fault afterwards."""
    folder: Path = words.out
    last = day_of(words)
    _check(folder, last)
    make_folder(folder)
    played = play_into(folder, last)
    screens = folder / "screens"
    make_folder(screens)
    file = folder / FILE
    draw(screens, file=file, theme="light", scale=1.0, size=SIZE, as_of=last)
    summary = _summary(played, folder)
    write_beside(folder / SUMMARY, _json(summary))
    head = line("cli.month", folder=folder)
    return Told(summary, [head], FOUND if played.faults else DONE)


def _check(folder: Path, last: date) -> None:
    if last < _FIRST_DAY:
        raise BadInput("cli.month_too_early", first=_FIRST_DAY)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput("cli.folder_not_empty", folder=folder)


@dataclass(frozen=True, slots=True)
class Played:
    """What the office says after its month; `faults` are those `check` finds."""

    began: date
    ended: date
    steps: tuple[tuple[date, str], ...]
    said: dict[str, object]
    faults: tuple[str, ...]


def play_into(folder: Path, last: date) -> Played:
    """Make the office and play its month; the file is closed afterwards."""
    began = eve(last)
    make(folder / FILE, began)
    clock = NoonOf(began, _ZONE)
    desk = open_desk(folder / FILE, clock=clock)
    try:
        diary = Diary(desk, clock)
        story = MonthStory(diary, folder, last)
        case, sitting = story.play()
        found = {"rounds": story.rounds, **_case(desk, case.id), **_sitting(desk, sitting.id)}
        faults = tuple(said(one) for one in desk.checks.report().faults)
        return Played(began, last, tuple(diary.steps), found | _office(desk), faults)
    finally:
        desk.close()


def _case(desk: Desk, id: int) -> dict[str, object]:
    card = desk.cases.card(id)
    return {
        "case": card.row.case_number,
        "name": card.row.name,
        "state": card.row.state,
        "overrides": len(card.overrides),
    }


def _sitting(desk: Desk, id: int) -> dict[str, object]:
    card = desk.exams.card(id)
    verdicts = Counter(one.verdict for one in card.papers)
    passed = sum(one.result is not None and one.result.passed for one in card.papers)
    return {
        "candidates": len(card.candidates),
        "papers": len(card.papers),
        "packets_clean": verdicts["clean"],
        "exams_passed": passed,
        "exams_not_passed": len(card.papers) - passed,
    }


def _office(desk: Desk) -> dict[str, object]:
    counts = desk.endorsements.counts()
    return {
        "registry": desk.endorsements.list(ListQuery(limit=1)).total,
        "active": counts["active"],
        "inactive": counts["inactive"],
        "journal_entries": desk.history.last()[0],
    }


def _summary(played: Played, folder: Path) -> dict[str, object]:
    """What happened, what lies in the folder (but for the summary), and whether the office holds."""
    files = [one for one in sorted(folder.rglob("*")) if one.is_file()]
    told = [_file(one, folder) for one in files]
    return {
        "folder": str(folder),
        "began": played.began,
        "ended": played.ended,
        **played.said,
        "check_faults": len(played.faults),
        "faults": played.faults,
        "counts": Counter(_place(one, folder) for one in files),
        "steps": [{"day": day, "step": step} for day, step in played.steps],
        "files": told,
    }


def _place(file: Path, folder: Path) -> str:
    """The folder's name in which a file lies, or its own."""
    return file.relative_to(folder).parts[0]


def _file(file: Path, folder: Path) -> dict[str, object]:
    content = file.read_bytes()
    name = file.relative_to(folder).as_posix()
    return {"file": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _json(summary: dict[str, object]) -> bytes:
    return (json.dumps(plain(summary), ensure_ascii=False, indent=2) + "\n").encode()
