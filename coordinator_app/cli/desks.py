"""Sitting down at an office's file: which file, which day, which passphrase."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, tzinfo
from pathlib import Path

from coordinator_app.cli.parser import Words
from coordinator_app.domain.errors import BadInput
from coordinator_app.runtime.sentences import sentence
from coordinator_app.services.desk import Desk, make_office, open_desk
from coordinator_app.services.office import OfficeDraft


def now() -> datetime:
    """The moment the computer's clock shows."""
    return datetime.now(UTC)


class NoonOf:
    """A clock that stands at noon of a given day, in the zone it is given when that is known."""

    def __init__(self, day: date, zone: tzinfo = UTC) -> None:
        self.day = day
        self.zone = zone

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(12), self.zone)


def file_of(words: Words) -> Path:
    """The office's file. Raises BadInput where none was named: there is no default."""
    if words.file is None:
        raise BadInput("cli.no_file")
    return words.file


@contextmanager
def desk_of(words: Words) -> Generator[Desk]:
    """The office of `--file`, closed afterwards. Raises BadInput and MachineTrouble."""
    desk = _opened(file_of(words), words)
    try:
        yield desk
    finally:
        desk.close()


def _opened(path: Path, words: Words) -> Desk:
    """Try without a passphrase first: a file that has none is not asked for one."""
    try:
        return open_desk(path, clock=now, day=words.as_of)
    except BadInput as refusal:
        if refusal.code != "file.passphrase_needed":
            raise
        passphrase = asked_passphrase(words, path)
        if passphrase is None:
            raise BadInput("cli.passphrase_needed", file=path.name) from None
        return open_desk(path, clock=now, passphrase=passphrase, day=words.as_of)


def asked_passphrase(words: Words, path: Path) -> str | None:
    """From the file descriptor named, or typed unseen at a terminal; None where neither is there."""
    if words.passphrase_fd is not None:
        return read_passphrase(words.passphrase_fd)
    if not sys.stdin.isatty():
        return None
    return getpass.getpass(f"{sentence('cli.ask_passphrase', {'file': path.name})} ")


def read_passphrase(number: int) -> str:
    """The first line of an open file descriptor. Raises BadInput for one that is not open or empty."""
    try:
        with os.fdopen(number, encoding="utf-8", closefd=False) as stream:
            passphrase = stream.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise BadInput("cli.passphrase_unreadable", number=number) from None
    if not passphrase:
        raise BadInput("cli.passphrase_unreadable", number=number)
    return passphrase


def make_desk(path: Path, draft: OfficeDraft, words: Words) -> Desk:
    """A new office at `path`; with `--passphrase-fd` the passphrase keeps it."""
    number = words.passphrase_fd
    passphrase = None if number is None else read_passphrase(number)
    return make_office(path, draft, clock=now, passphrase=passphrase, day=words.as_of)
