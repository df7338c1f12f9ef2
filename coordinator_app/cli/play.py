"""`play`: the first case, played without a window into a folder that can be looked at."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator_app.cli.desks import NoonOf, now
from coordinator_app.cli.parser import AS_OF, Command, Words
from coordinator_app.cli.play_story import CATEGORY, REGISTRY, Story
from coordinator_app.cli.told import Told, line, plain, table
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.lists import ListQuery
from coordinator_app.runtime.files import write_beside
from coordinator_app.runtime.paths import make_folder
from coordinator_app.services.desk import make_office
from coordinator_app.services.office import OfficeDraft
from coordinator_app.services.spreadsheets import write_registry

_ZONE = "Pacific/Honolulu"
# Hours of RSC count by the policy of the day they were earned, and the first policy is of 2024.
_FIRST_DAY = date(2025, 10, 1)
_BEFORE = timedelta(days=180)
_OFFICE = OfficeDraft(
    "Practice Association for Infant Mental Health",
    "Practice AIMH",
    "Kalani Akau",
    time_zone=_ZONE,
    address="100 Practice Street\nHonolulu, HI 96800",
    email="endorsement@example.org",
    practice=True,
)


def _words(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="an empty folder")


def _play(words: Words) -> Told:
    """Office, letters, registry and summary in the folder; the last day is today's."""
    folder: Path = words.out
    last = words.as_of or now().astimezone(ZoneInfo(_ZONE)).date()
    if last < _FIRST_DAY:
        raise BadInput("cli.play_too_early", first=_FIRST_DAY)
    make_folder(folder)
    summary = play_into(folder, last)
    head = line("cli.played", folder=folder)
    steps: list[dict[str, object]] = summary["steps"]  # pyright: ignore[reportAssignmentType]
    return Told(summary, [head, *table(("day", "step"), [tuple(one.values()) for one in steps])])


def play_into(folder: Path, last: date) -> dict[str, object]:
    """Play the whole case; `last` is the day its letter goes out. Gives the summary written."""
    clock = NoonOf(last - _BEFORE, ZoneInfo(_ZONE))
    desk = make_office(folder / "first-case.office", _OFFICE, clock=clock)
    try:
        before = folder / "registry-before.csv"
        write_beside(before, REGISTRY.encode())
        desk.imports.write(desk.imports.plan(desk.imports.read(before)))
        story = Story(desk, clock, last)
        story.play()
        return _written(story, folder)
    finally:
        desk.close()


def _written(story: Story, folder: Path) -> dict[str, object]:
    """The letters, the registry and the summary as files."""
    desk, card = story.desk, story.desk.cases.card(story.case)
    for one in card.letters:
        write_beside(folder / f"{one.number}-{one.kind}.pdf", desk.letters.pdf(one.id))
    rows = desk.registry.list(ListQuery(limit=None)).rows
    write_registry(folder / "registry.csv", rows, practice=True)
    report = desk.checks.report()
    summary: dict[str, object] = {
        "folder": str(folder),
        "case": card.row.case_number,
        "name": card.row.name,
        "category": CATEGORY,
        "state": card.row.state,
        "round": card.row.round,
        "reply_due": card.row.reply_due,
        "answered_on": card.row.answered_on,
        "endorsed_on_active_registry": story.endorsed(),
        "findings": {one.requirement: one.outcome.value for one in card.findings},
        "overrides": len(card.overrides),
        "check_faults": len(report.faults),
        "journal_entries": desk.history.last()[0],
        "steps": [{"day": day, "step": step} for day, step in story.said],
        "files": sorted(path.name for path in folder.iterdir()),
    }
    write_beside(folder / "summary.json", _json(summary))
    return summary


def _json(summary: dict[str, object]) -> bytes:
    return (json.dumps(plain(summary), ensure_ascii=False, indent=2) + "\n").encode()


COMMANDS = (
    Command(
        "play", "play the first case, without a window, into a folder", _play, (AS_OF,), _words
    ),
)
