"""The machine's troubles in words: full, locked, damaged, read-only."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from coordinator_app.domain.errors import MachineTrouble

DAMAGED = "machine.damaged"
_KNOWN = {
    "disk is full": "machine.disk_full",
    "locked": "machine.locked",
    "readonly": "machine.read_only",
    "malformed": DAMAGED,
    "not a database": DAMAGED,
    "disk I/O error": "machine.disk_error",
    "unable to open": "machine.cannot_open",
}


@contextmanager
def trouble_in_words() -> Generator[None]:
    """Turn what the driver says of the machine into MachineTrouble; mistakes of ours stay as they are."""
    try:
        yield
    except DatabaseError as error:
        code = trouble_code(error)
        if code is None:
            raise
        raise MachineTrouble(code, cause=str(error.orig)) from error


def trouble_code(error: DatabaseError) -> str | None:
    """The code of a trouble of the machine; None for an error that is not the machine's."""
    return next((code for words, code in _KNOWN.items() if words in str(error.orig)), None)
