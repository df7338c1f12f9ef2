"""Opening the file the one way we open it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from coordinator_app.persistence import keying

READ_ONLY = "coordinator_read_only"
APPLICATION_ID = 0x454E4443  # "ENDC"
_CACHE_KIB = 65536
_BUSY_MS = 5000

# Any: the driver, a compiled module, has no types.
Raw = Any
_driver: Any = import_module("sqlcipher3.dbapi2")
DriverError: type[Exception] = _driver.Error


def _dresser(path: Path, key: bytes, salt: bytes, *, enforce_links: bool) -> Callable[[], Raw]:
    def connect() -> Raw:
        raw: Raw = _driver.connect(str(path), check_same_thread=False, isolation_level=None)
        raw.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        raw.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        raw.execute("PRAGMA temp_store = MEMORY")
        raw.execute("PRAGMA trusted_schema = OFF")
        raw.execute(f"PRAGMA foreign_keys = {'ON' if enforce_links else 'OFF'}")
        raw.execute("PRAGMA synchronous = EXTRA")
        return raw

    return connect


def _begin(connection: Connection) -> None:
    read_only = bool(connection.get_execution_options().get(READ_ONLY, False))
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def open_engine(path: Path, key: bytes, salt: bytes, *, enforce_links: bool = True) -> Engine:
    """Connect to the file at `path`, made if it is not there, with its 32-byte key and 16-byte salt.

    Every connection: SQLCipher's page HMAC, journal_mode DELETE (SQLite's own default, so nothing is
    asked of a file that may be locked), synchronous EXTRA, foreign keys on, 64 MiB of cache; writes
    begin IMMEDIATE, reads cannot write. Migrations pass `enforce_links=False`; nothing else does.
    """
    engine = create_engine(
        "sqlite://",
        module=_driver,
        creator=_dresser(path, key, salt, enforce_links=enforce_links),
        poolclass=QueuePool,
        pool_size=3,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    keying.connected(path)
    return engine


def close_engine(engine: Engine, path: Path) -> None:
    """Let go of the file: every connection is closed and its bytes may be read again."""
    engine.dispose()
    keying.disconnected(path)


def create_private(path: Path) -> None:
    """Make an empty file that only its owner may read. Raises FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def sqlite_version() -> str:
    """The version of SQLite inside SQLCipher."""
    return str(_driver.sqlite_version)
