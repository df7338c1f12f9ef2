"""Copies of the file: by VACUUM INTO, opened and checked before they get their name."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.persistence import keying
from coordinator_app.persistence.engine import DriverError, close_engine, open_engine


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy: where it lies, its bytes, and the journal's last entry in it."""

    path: Path
    size: int
    entries: int


def make(engine: Engine, path: Path, *, key: bytes) -> Backup:
    """Copy the open file to `path`, which must not exist, with the same key.

    The copy is made beside under another name, verified, and then named. Raises BadInput
    `backup.exists`, MachineTrouble `backup.failed`.
    """
    if path.exists():
        raise BadInput("backup.exists", file=str(path))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _copy(engine, beside)
        entries = verify(beside, key)
        beside.rename(path)
    except (OSError, DatabaseError, DriverError) as error:
        raise MachineTrouble("backup.failed", file=str(path), cause=str(error)) from error
    finally:
        beside.unlink(missing_ok=True)
    return Backup(path, path.stat().st_size, entries)


def _copy(engine: Engine, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA query_only = OFF")
        raw.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        raw.close()


def verify(path: Path, key: bytes) -> int:
    """Open a copy and check every page and link of it; gives the number of its journal entries."""
    salt = keying.read_salt(path)
    engine = open_engine(path, key, salt)
    try:
        with engine.connect() as connection:
            if damages(connection):
                raise MachineTrouble("backup.failed", file=str(path), cause="integrity_check")
            return int(connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one())
    finally:
        close_engine(engine, path)


def damages(connection: Connection) -> list[str]:
    """What SQLCipher and SQLite say of the file's pages, links and rows; empty when all is well."""
    pages = _said(connection, "cipher_integrity_check")
    if pages:  # the other checks cannot read such pages
        return pages
    found = [line for line in _said(connection, "integrity_check") if line != "ok"]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return found + [f"foreign key of {row[0]} {row[1]}" for row in broken]


def _said(connection: Connection, check: str) -> list[str]:
    return [str(line) for line in connection.exec_driver_sql(f"PRAGMA {check}").scalars()]
