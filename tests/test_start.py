"""`coordinator`: what its words start, and what they must not import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coordinator_app.__main__ import wants_window


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--file", "a.office"], True),
        (["--file=a.office"], True),
        (["--file"], False),
        (["--file", "--help"], False),
        (["--file", "a.office", "today"], False),
        (["today"], False),
        (["--help"], False),
    ],
)
def test_the_window_opens_without_a_command(words: list[str], *, window: bool) -> None:
    assert wants_window(words) is window


def imported_by(words: list[str]) -> set[str]:
    """The top-level modules that a start with these words has loaded when it ends."""
    program = (
        "import sys\n"
        "from coordinator_app.__main__ import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print('|'.join({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(done.stdout.splitlines()[-1].split("|"))


@pytest.mark.parametrize("words", [["--read", "no-such-file.xlsx"], ["dates", "2026-01-31"]])
def test_a_command_and_the_reader_of_hostile_files_load_no_qt(words: list[str]) -> None:
    assert not imported_by(words) & {"PySide6", "shiboken6", "sqlite3"}


def test_the_reader_of_hostile_files_loads_no_database() -> None:
    assert not imported_by(["--read", "no-such-file.xlsx"]) & {
        "sqlalchemy",
        "sqlcipher3",
        "alembic",
    }
