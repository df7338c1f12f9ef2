"""`practice`: an invented office to try things in."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator_app.cli.desks import now
from coordinator_app.cli.parser import AS_OF, Command, Words, count
from coordinator_app.cli.told import Told, line, progress
from coordinator_app.services.practice import PEOPLE, make_practice

_SEED = 1
_ZONE = ZoneInfo("Pacific/Honolulu")


def _practice_words(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", type=Path, help="the new file")
    parser.add_argument(
        "--people", type=count, default=PEOPLE, metavar="N", help=f"how many ({PEOPLE})"
    )
    parser.add_argument(
        "--seed", type=count, default=_SEED, metavar="S", help=f"another office ({_SEED})"
    )


def _practice(words: Words) -> Told:
    """Equal arguments make equal offices; without `--as-of` the day is one of them."""
    path: Path = words.path
    day = day_of(words)
    make(path, day, people=words.people, seed=words.seed)
    plain = {"file": str(path), "people": words.people, "seed": words.seed, "as_of": day}
    return Told(plain, [line("cli.practice", file=path, people=words.people, day=day)])


def day_of(words: Words) -> date:
    """The day of `--as-of`, or today where the practice office is."""
    return words.as_of or now().astimezone(_ZONE).date()


def make(path: Path, day: date, *, people: int = PEOPLE, seed: int = _SEED) -> None:
    """A practice office, with its progress on the standard error."""
    progress(line("cli.practice_begins", file=path))
    make_practice(path, people=people, seed=seed, as_of=day, progress=Tenths()).close()


class Tenths:
    """Says how far it is, each time another tenth is done."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, done: int, whole: int) -> None:
        tenth = done * 10 // max(whole, 1)
        if tenth > self._said:
            self._said = tenth
            progress(line("cli.practice_people", done=done, whole=whole))


COMMANDS = (
    Command(
        "practice",
        "make an invented office to try things in",
        _practice,
        (AS_OF,),
        _practice_words,
    ),
)
