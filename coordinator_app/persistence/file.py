"""Making, opening and closing the one file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert
from sqlalchemy.exc import DatabaseError

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.persistence import backup, keying
from coordinator_app.persistence.engine import close_engine, create_private, open_engine
from coordinator_app.persistence.kept import mark
from coordinator_app.persistence.migrate import Revisions, shipped
from coordinator_app.persistence.store import Store
from coordinator_app.persistence.trouble import trouble_in_words

Now = Callable[[], datetime]
RandomBytes = Callable[[int], bytes]


@dataclass(slots=True)
class OfficeFile:
    """The open file: its place, its store, its key, and whether a passphrase keeps it."""

    path: Path
    store: Store
    engine: Engine
    key: bytes = field(repr=False)
    protected: bool

    def close(self) -> None:
        close_engine(self.engine, self.path)


def create(
    path: Path,
    *,
    now: Now,
    passphrase: str | None = None,
    revisions: Revisions | None = None,
    marks: RandomBytes = secrets.token_bytes,
) -> OfficeFile:
    """Make a new file with this version's tables. Raises BadInput `file.exists`.

    `marks` draws the file's line of descent and the journal's key; only a practice office, whose
    journal proves nothing, is given marks that can be drawn again.
    """
    salt = keying.new_salt()
    key = _key(passphrase, salt)
    try:
        create_private(path)
    except FileExistsError:
        raise BadInput("file.exists", file=path.name) from None
    except OSError as error:
        raise MachineTrouble(
            "file.cannot_make", file=str(path), cause=error.strerror or ""
        ) from error
    try:
        with _migrating(path, key, salt) as engine:
            (revisions or shipped()).upgrade(engine)
            _set_marks(engine, marks)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return _opened(path, key, salt, now=now, protected=passphrase is not None)


def open_file(
    path: Path, *, now: Now, passphrase: str | None = None, revisions: Revisions | None = None
) -> OfficeFile:
    """Open a file, bringing an older one to this version after a verified backup beside it.

    Tries without a passphrase first. Raises BadInput: `file.passphrase_needed`,
    `file.wrong_passphrase`, `file.not_ours`, `file.too_new`, `file.not_there`.
    """
    salt = keying.read_salt(path)
    key, protected = keying.open_key(salt), False
    if not _opens(path, key, salt):
        key, protected = _asked_key(passphrase, salt, path), True
    known = revisions or shipped()
    if _revision(path, key, salt, known) < known.head():
        _bring_up_to_date(path, key, salt, known)
    return _opened(path, key, salt, now=now, protected=protected)


def _key(passphrase: str | None, salt: bytes) -> bytes:
    return keying.open_key(salt) if passphrase is None else keying.passphrase_key(passphrase, salt)


def _asked_key(passphrase: str | None, salt: bytes, path: Path) -> bytes:
    if passphrase is None:
        raise BadInput("file.passphrase_needed", file=path.name)
    key = keying.passphrase_key(passphrase, salt)
    if not _opens(path, key, salt):
        raise BadInput("file.wrong_passphrase", file=path.name)
    return key


def _opened(path: Path, key: bytes, salt: bytes, *, now: Now, protected: bool) -> OfficeFile:
    engine = open_engine(path, key, salt)
    return OfficeFile(path, Store(engine, now=now), engine, key, protected)


@contextmanager
def _migrating(path: Path, key: bytes, salt: bytes) -> Generator[Engine]:
    engine = open_engine(path, key, salt, enforce_links=False)
    try:
        yield engine
    finally:
        close_engine(engine, path)


def _opens(path: Path, key: bytes, salt: bytes) -> bool:
    """Whether the key fits. A first page that no key fits looks the same as a wrong key."""
    with _migrating(path, key, salt) as engine, trouble_in_words():
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        except DatabaseError as error:
            if "not a database" in str(error.orig):
                return False
            raise
    return True


def _revision(path: Path, key: bytes, salt: bytes, known: Revisions) -> int:
    with (
        _migrating(path, key, salt) as engine,
        trouble_in_words(),
        engine.connect() as connection,
    ):
        try:
            return known.version_of(connection)
        except BadInput as refusal:
            raise BadInput(refusal.code, **refusal.facts | {"file": path.name}) from None


def _bring_up_to_date(path: Path, key: bytes, salt: bytes, known: Revisions) -> None:
    with _migrating(path, key, salt) as engine, trouble_in_words():
        kept = path.with_name(f"{path.stem}-before-update-{secrets.token_hex(3)}{path.suffix}")
        backup.make(engine, kept, key=key)
        known.upgrade(engine)


def _set_marks(engine: Engine, marks: RandomBytes) -> None:
    """What a file is born with: its line of descent, its generation, the journal's key."""
    born = {
        "lineage": marks(16).hex(),
        "generation": "0",
        "journal_key": marks(32).hex(),
    }
    with engine.connect() as connection, connection.begin():
        connection.execute(
            insert(mark), [{"name": name, "value": value} for name, value in born.items()]
        )
