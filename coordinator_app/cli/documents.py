"""`letters`: the decision letters of a round as PDF."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.parser import OFFICE, Command, Words
from coordinator_app.cli.told import Told, line, table
from coordinator_app.domain.errors import BadInput
from coordinator_app.runtime.paths import make_folder

_ROUND = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def round_word(text: str) -> str:
    """A round as 2026-01. Raises BadInput."""
    if not _ROUND.fullmatch(text):
        raise BadInput("cli.not_a_round", text=text)
    return text


def _words(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--round", type=round_word, required=True, metavar="YYYY-MM", help="the month of submission"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where they go")


def _letters(words: Words) -> Told:
    """Issue what the round's decisions still owe, and write all its decision letters."""
    folder: Path = words.out
    with desk_of(words) as desk:
        make_folder(folder)
        written = desk.letters.batch(words.round, folder)
    letters = [
        {"number": one.number, "kind": one.kind, "case": one.case_number, "file": str(one.file)}
        for one in written
    ]
    head = line("cli.letters", count=len(written), round=words.round, folder=folder)
    rows = table(
        ("letter", "case", "kind"), [(one.number, one.case_number, one.kind) for one in written]
    )
    return Told({"round": words.round, "letters": letters}, [head, *rows])


COMMANDS = (
    Command("letters", "issue a round's decision letters as PDF", _letters, OFFICE, _words),
)
