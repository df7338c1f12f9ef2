"""Commands declared as data, and the parser made from them: a wrong word gets one sentence."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import coordinator_app
from coordinator_app.cli.told import Told
from coordinator_app.domain.errors import BadInput

FILE, AS_OF, PASSPHRASE = "--file", "--as-of", "--passphrase-fd"
OFFICE = (FILE, AS_OF, PASSPHRASE)


class Words(argparse.Namespace):
    """What was asked, with what every command may find there; its own words are attributes too.

    `given` tells which of the words that hold for all commands were said.
    """

    file: Path | None = None
    as_of: date | None = None
    json: bool = False
    passphrase_fd: int | None = None

    @property
    def given(self) -> tuple[str, ...]:
        said = ((FILE, self.file), (AS_OF, self.as_of), (PASSPHRASE, self.passphrase_fd))
        return tuple(name for name, value in said if value is not None)


def _nothing(parser: argparse.ArgumentParser) -> None:
    del parser


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `name` is one word or two ("policy show"); `takes` are the words for all
    commands that make sense here (`--json` always does)."""

    name: str
    help: str
    run: Callable[[Words], Told]
    takes: Sequence[str] = ()
    arguments: Callable[[argparse.ArgumentParser], None] = _nothing

    def check(self, words: Words) -> None:
        """Refuse a word that would be passed over in silence. Raises BadInput."""
        for option in words.given:
            if option not in self.takes:
                raise BadInput("cli.option_not_here", option=option, command=self.name)


class OneSentenceParser(argparse.ArgumentParser):
    """Says what is wrong by BadInput, so that it comes out like every other refusal."""

    def error(self, message: str) -> NoReturn:
        raise BadInput("cli.usage", command=self.prog, wrong=message)


def day(text: str) -> date:
    """A day as 2026-01-31. Raises BadInput."""
    try:
        return date.fromisoformat(text if len(text) == 10 else "")
    except ValueError:
        raise BadInput("cli.not_a_day", text=text) from None


def count(text: str) -> int:
    """A number of things, from 0 up. Raises BadInput."""
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise BadInput("cli.not_a_count", text=text)
    return int(text)


def make_parser(commands: Sequence[Command], groups: dict[str, str]) -> argparse.ArgumentParser:
    """The parser of all commands; `groups` gives the help of the first word of two."""
    parser = OneSentenceParser(
        prog="coordinator",
        description="Endorsement Coordinator. Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"coordinator {coordinator_app.__version__}"
    )
    _add_shared(parser, OFFICE)
    first = parser.add_subparsers(title="commands", metavar="COMMAND", dest="_first")
    places: Places = {"": first}
    for command in commands:
        _add(command, places, groups)
    return parser


# Any: argparse's own type of the parsers it makes has no public name.
Places = dict[str, "argparse._SubParsersAction[Any]"]


def _add(command: Command, places: Places, groups: dict[str, str]) -> None:
    group, _, name = command.name.rpartition(" ")
    if group not in places:
        made = _sub(places[""], group, groups[group])
        places[group] = made.add_subparsers(
            title="commands", metavar="COMMAND", dest="_second", required=True
        )
    parser = _sub(places[group], name, command.help)
    command.arguments(parser)
    _add_shared(parser, command.takes)
    parser.set_defaults(command=command)


def _sub(place: argparse._SubParsersAction[Any], name: str, help_: str) -> argparse.ArgumentParser:
    return place.add_parser(name, help=help_, description=help_, allow_abbrev=False)


def _add_shared(parser: argparse.ArgumentParser, takes: Sequence[str]) -> None:
    """The words that may stand before the command or after it.

    Without a default of their own, so that the later parser does not undo what the first has read.
    """
    if FILE in takes:
        _shared(parser, FILE, Path, "OFFICE", "the office's file")
    if AS_OF in takes:
        _shared(parser, AS_OF, day, "DATE", "the day to take for today, as 2026-01-31")
    if PASSPHRASE in takes:
        _shared(parser, PASSPHRASE, count, "N", "read the passphrase from this file descriptor")
    unsaid = argparse.SUPPRESS
    parser.add_argument("--json", action="store_true", default=unsaid, help="answer in JSON")


def _shared(
    parser: argparse.ArgumentParser,
    option: str,
    type_: Callable[[str], object],
    metavar: str,
    help_: str,
) -> None:
    parser.add_argument(option, type=type_, metavar=metavar, default=argparse.SUPPRESS, help=help_)
