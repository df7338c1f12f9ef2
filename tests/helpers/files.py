"""Office files for tests: one master made once a session, copied while it is closed."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import text

from coordinator_app.domain.people import PersonDraft
from coordinator_app.persistence import file, people
from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.store import TABLES, Reader, Store

NOON = datetime(2026, 2, 20, 12, tzinfo=ZoneInfo("Pacific/Honolulu"))
AN_OFFICE: dict[str, object] = {
    "name": "Association for Infant Mental Health in Hawaiʻi",
    "short_name": "AIMH HI",
    "office_line": "",
    "address": "",
    "time_zone": "Pacific/Honolulu",
    "coordinator": "Malia Kealoha",
    "coordinator_title": "Endorsement Coordinator",
    "locale": "en_US",
    "practice": 0,
}


def noon() -> datetime:
    return NOON


@cache
def a_folder() -> Path:
    """One folder for the masters of this process."""
    folder = Path(tempfile.mkdtemp(prefix="coordinator-masters-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _master() -> Path:
    opened = file.create(a_folder() / "master.office", now=noon)
    with opened.store.write("Make office") as tx:
        tx.insert("office", AN_OFFICE)
    opened.close()
    return opened.path


def a_file(folder: Path, name: str = "a.office") -> OfficeFile:
    """An open file without a passphrase, with an office and nobody in it."""
    path = folder / name
    shutil.copy(_master(), path)
    return file.open_file(path, now=noon)


def add_person(store: Store, name: str = "Leilani Kahananui", **more: object) -> int:
    """Write a person by a named action and give the number."""
    draft = PersonDraft(name, **more)  # pyright: ignore[reportArgumentType]
    with store.write("Add person", detail=name) as tx:
        tx.made = people.add(tx, draft)
    made = tx.changes().made
    assert made is not None
    return made


Rows = dict[str, list[dict[str, object]]]


def rows_of(reader: Reader) -> Rows:
    """Every record's rows, without the version that an undo moves on."""
    return {
        name: [
            {key: value for key, value in row.items() if key != "version"}
            for row in reader.find(name)
        ]
        for name in TABLES
    }


def dump(store: Store) -> Rows:
    with store.read() as reader:
        return rows_of(reader)


def terms(store: Store) -> set[tuple[str, int, str]]:
    """What the search finds people by."""
    with store.read() as reader:
        found = reader.connection.execute(text("SELECT term, person_id, kind FROM search_term"))
        return {(term, number, kind) for term, number, kind in found}


@contextmanager
def quick_folder() -> Generator[Path]:
    """A folder that is gone afterwards; in memory where the system has such a disk, because every
    action waits for the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)
