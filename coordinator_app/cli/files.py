"""`backup` and `doctor`: files as a whole, and the computer they lie on."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.parser import OFFICE, Command, Words
from coordinator_app.cli.told import DONE, FOUND, Told, line, said
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.diagnosis import Diagnosis, report
from coordinator_app.runtime.paths import Paths
from coordinator_app.services.computer import examine


def _backup_words(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", type=Path, help="the copy, which must not exist")


def _backup(words: Words) -> Told:
    """A copy that has been opened and checked before it gets its name."""
    with desk_of(words) as desk:
        made = desk.back_up(words.path)
    plain = {"file": str(made.path), "bytes": made.size, "entries": made.entries}
    return Told(plain, [line("cli.backup", file=made.path, size=made.size, entries=made.entries)])


def _doctor(words: Words) -> Told:
    """The program, the computer, and with `--file` the office and every check of it."""
    diagnosis = _diagnosis(words)
    plain = {
        "sections": {title: dict(facts) for title, facts in diagnosis.sections.items()},
        "troubles": [said(one) for one in diagnosis.troubles],
    }
    lines = report(diagnosis).splitlines()
    return Told(plain, lines, DONE if diagnosis.is_well else FOUND)


def _diagnosis(words: Words) -> Diagnosis:
    profile = Paths.of_user()
    if words.file is None:
        return examine(profile)
    try:
        with desk_of(words) as desk:
            return examine(profile, desk)
    except Refusal as refusal:
        return examine(profile, file=words.file, troubles=(Phrase(refusal.code, refusal.facts),))


COMMANDS = (
    Command("backup", "make a verified copy of the office", _backup, OFFICE, _backup_words),
    Command("doctor", "what the program and the computer are like, for a report", _doctor, OFFICE),
)
