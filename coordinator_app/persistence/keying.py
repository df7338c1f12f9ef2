"""The key of a file: from its passphrase, or, without one, from its own salt alone.

A file without a passphrase is not secret, and nothing calls it so; it is keyed all the same, so that
damage to any page is found. The salt is the file's first sixteen bytes.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from coordinator_app.domain.errors import BadInput, MachineTrouble

SALT_BYTES = 16
_OPEN_LABEL = b"Endorsement Coordinator: a file without a passphrase"
_connected: set[Path] = set()


def connected(path: Path) -> None:
    """From now on this process has connections to the file: its bytes are SQLite's alone."""
    _connected.add(path.resolve())


def disconnected(path: Path) -> None:
    _connected.discard(path.resolve())


def read_salt(path: Path) -> bytes:
    """Read the salt of an existing file: the only time the program reads the file by itself.

    Opening and closing it beside a connection would drop SQLite's locks, so that is refused.
    """
    if path.resolve() in _connected:
        raise MachineTrouble("file.already_open", file=path.name)
    try:
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
    except FileNotFoundError:
        raise BadInput("file.not_there", file=str(path)) from None
    except OSError as error:
        raise MachineTrouble(
            "file.unreadable", file=str(path), cause=error.strerror or ""
        ) from error
    if len(salt) < SALT_BYTES or salt == b"SQLite format 3\x00":
        raise BadInput("file.not_ours", file=path.name)
    return salt


def open_key(salt: bytes) -> bytes:
    """The key of a file that has no passphrase."""
    return hmac.new(salt, _OPEN_LABEL, hashlib.sha256).digest()


def passphrase_key(passphrase: str, salt: bytes) -> bytes:
    """Argon2id over the passphrase in NFC: 64 MiB, three passes, four lanes."""
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(secret, salt, 3, 65536, 4, 32, Type.ID)
