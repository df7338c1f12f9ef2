"""`coordinator`: the window, one command without a window, or the child that reads a hostile file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coordinator_app.services.trial import Tried


def main(words: Sequence[str] | None = None) -> int:
    """Start what the words ask for and return the exit code.

    `--read` comes first and imports no Qt: it is the child process in which files from outside are
    read, also in the built program, where there is no other interpreter to start.
    """
    given = list(sys.argv[1:] if words is None else words)
    if given[:1] == ["--read"]:
        return _read(given[1:])
    if wants_window(given):
        return _window(given)
    return _command(given)


def wants_window(words: Sequence[str]) -> bool:
    """No words, or only `--file FILE` (or `--file=FILE`): the window; anything else is a command."""
    match list(words):
        case []:
            return True
        case ["--file", path]:
            return not path.startswith("-")
        case [word]:
            return word.startswith("--file=")
        case _:
            return False


def _read(words: list[str]) -> int:
    from coordinator_app.documents import hostile  # noqa: PLC0415 - only the child needs it

    return hostile.main(words)


def _window(words: list[str]) -> int:
    from coordinator_app import app  # noqa: PLC0415 - Qt is not imported for a command

    return app.run(words)


def _command(words: list[str]) -> int:
    from coordinator_app.cli import main as cli  # noqa: PLC0415 - argparse is not needed elsewhere
    from coordinator_app.cli.window import Window  # noqa: PLC0415

    return cli.start(words, Window(_screens, _self_test))


def _screens(
    out: Path,
    *,
    file: Path | None,
    theme: str,
    scale: float,
    size: tuple[int, int],
    as_of: date | None,
) -> Sequence[Path]:
    from coordinator_app import app  # noqa: PLC0415 - only these commands need Qt

    return app.screens(out, file=file, theme=theme, scale=scale, size=size, as_of=as_of)


def _self_test(folder: Path, today: date) -> Iterable[Tried]:
    from coordinator_app import app  # noqa: PLC0415 - only these commands need Qt

    return app.self_test(folder, today)


if __name__ == "__main__":
    sys.exit(main())
