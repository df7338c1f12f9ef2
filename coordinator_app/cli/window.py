"""`screens` and `self-test`: commands that need the window, which they are given."""

from __future__ import annotations

import re
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from coordinator_app.cli.parser import AS_OF, FILE, Command, Words
from coordinator_app.cli.practice import day_of
from coordinator_app.cli.told import DONE, FOUND, Told, line, progress
from coordinator_app.domain.errors import BadInput
from coordinator_app.runtime.paths import make_folder
from coordinator_app.services.trial import Tried

SIZE = (1440, 900)


class Draw(Protocol):
    """Draws every screen of an office into a folder and gives the files written.

    Without a file of a practice office; `as_of` None is today.
    """

    def __call__(
        self,
        out: Path,
        *,
        file: Path | None,
        theme: str,
        scale: float,
        size: tuple[int, int],
        as_of: date | None,
    ) -> Sequence[Path]: ...


class Try(Protocol):
    """Tries the whole program once, in a folder that is gone afterwards, as of a day."""

    def __call__(self, folder: Path, today: date) -> Iterable[Tried]: ...


@dataclass(frozen=True, slots=True)
class Window:
    """What the window can do for a command."""

    draw: Draw
    self_test: Try


def commands(window: Window) -> tuple[Command, ...]:
    """The commands that this window makes possible."""

    def screens(words: Words) -> Told:
        return _screens(words, window.draw)

    def self_test(words: Words) -> Told:
        return _self_test(words, window.self_test)

    return (
        Command("screens", "every screen as a picture", screens, (FILE, AS_OF), _screens_words),
        Command("self-test", "try the whole program once on this computer", self_test, (AS_OF,)),
    )


def _screens_words(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where they go")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=scale_word, default=1.0, metavar="X", help="1 to 4 (1)")
    parser.add_argument(
        "--size", type=size_word, default=SIZE, metavar="WxH", help="of the window (1440x900)"
    )


def scale_word(text: str) -> float:
    """A scale of 1 to 4. Raises BadInput."""
    if not re.fullmatch(r"\d(\.\d{1,3})?", text) or not 1 <= float(text) <= 4:
        raise BadInput("cli.not_a_scale", text=text)
    return float(text)


def size_word(text: str) -> tuple[int, int]:
    """A window's width and height. Raises BadInput."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not found:
        raise BadInput("cli.not_a_size", text=text)
    return int(found[1]), int(found[2])


def _screens(words: Words, draw: Draw) -> Told:
    out: Path = words.out
    make_folder(out)
    made = draw(
        out,
        file=words.file,
        theme=words.theme,
        scale=words.scale,
        size=words.size,
        as_of=words.as_of,
    )
    plain = {"folder": str(out), "screens": [str(one) for one in made]}
    names = [one.name for one in made]
    return Told(plain, [line("cli.screens", count=len(made), folder=out), *names])


def _self_test(words: Words, try_: Try) -> Told:
    """Each trial is told as it ends: some take seconds."""
    found: list[Tried] = []
    with tempfile.TemporaryDirectory(prefix="coordinator-") as folder:
        for one in try_(Path(folder), day_of(words)):
            progress(_shown(one))
            found.append(one)
    wrong = sum(one.fault is not None for one in found)
    plain = {"tried": [{"what": one.what, "fault": one.fault} for one in found]}
    told = line("cli.self_test_bad", count=wrong) if wrong else line("cli.self_test_good")
    return Told(plain, [told], FOUND if wrong else DONE)


def _shown(one: Tried) -> str:
    if one.fault is None:
        return line("cli.tried_well", what=one.what)
    return line("cli.tried_badly", what=one.what, fault=one.fault)
