"""The program tried once, without a window: an office, a letter, a workbook, a copy opened again.

For the built program on a computer that has no Python: what is missing from the build shows here.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from coordinator_app.documents.wording import check_wording, shipped_wording
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.runtime import paths
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.practice import make_practice
from coordinator_app.services.spreadsheets import write_registry

# What goes wrong in a build that is not whole, besides what the program refuses.
_BROKEN = (OSError, ImportError, RuntimeError, ValueError, LookupError, AssertionError)
_ALL = ListQuery(limit=None)


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing tried; `fault` None where it went well."""

    what: Phrase
    fault: Phrase | None


def tried(what: str, act: Callable[[], None]) -> Tried:
    """Do it, and say what went wrong, if anything."""
    try:
        act()
    except Refusal as refusal:
        return Tried(phrase(what), Phrase(refusal.code, refusal.facts))
    except _BROKEN as error:
        told = phrase("trial.broken", kind=type(error).__name__, text=str(error))
        return Tried(phrase(what), told)
    return Tried(phrase(what), None)


class FilesTrial:
    """The practice office in `folder` as of `today`, and what is made from it."""

    def __init__(self, folder: Path, today: date) -> None:
        self._folder, self._today = folder, today
        self.file = folder / "practice.office"

    def all(self) -> Iterable[Tried]:
        """Each in its turn; without an office nothing else is tried."""
        made = tried("trial.office", self.office)
        yield made
        if made.fault is None:
            yield tried("trial.letter", self.letter)
            yield tried("trial.workbook", self.workbook)
            yield tried("trial.copy", self.copy)
            yield tried("trial.old", self.old)

    def open(self, file: Path | None = None) -> Desk:
        """The office (or this one), opened as a coordinator's is."""
        noon = datetime.combine(self._today, time(22), UTC)
        return open_desk(file or self.file, clock=lambda: noon)

    def office(self) -> None:
        """A new file goes through every revision of the tables, and is compared with the schema."""
        make_practice(self.file, as_of=self._today).close()
        desk = self.open()
        try:
            _expect(not desk.checks.report().faults)
        finally:
            desk.close()

    def letter(self) -> None:
        """A letter with every typeface and a name of the islands in it; every wording as shipped."""
        desk = self.open()
        try:
            first = desk.applications.list(ListQuery(limit=1)).rows[0]
            pdf = desk.letters.preview(LetterKind.APPLICATION_ACCEPTED, first.id)
            _expect(pdf.startswith(b"%PDF-") and len(pdf) > 10_000)
            for kind in LetterKind:
                check_wording(shipped_wording(kind, paths.letters_folder()))
        finally:
            desk.close()

    def workbook(self) -> None:
        """A workbook written, and read back by the child that reads strangers' files."""
        desk = self.open()
        try:
            rows = desk.registry.list(_ALL).rows
            path = self._folder / "registry.xlsx"
            write_registry(path, rows, practice=True)
            read = desk.imports.read(path)
            _expect(len(read.sheets[0].rows) == len(rows) + 1)
        finally:
            desk.close()

    def copy(self) -> None:
        """A backup is an office that opens and holds."""
        desk = self.open()
        try:
            end, path = desk.history.last(), self._folder / "copy.office"
            desk.back_up(path)
        finally:
            desk.close()
        self.file = path
        copy = self.open()
        try:
            _expect(copy.history.last() == end and not copy.history.verify())
        finally:
            copy.close()

    def old(self) -> None:
        """An office made by the first version is brought up to date, and holds."""
        path = self._folder / "old.office"
        shutil.copyfile(paths.old_office(), path)
        desk = self.open(path)
        try:
            _expect(not desk.checks.report().faults and not desk.history.verify())
            _expect(desk.people.list(_ALL).total > 0)
        finally:
            desk.close()


def _expect(holds: bool) -> None:
    if not holds:
        raise ValueError
