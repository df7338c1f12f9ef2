"""The key of a file: from its passphrase, or, without one, from its own salt alone.

A file without a passphrase is not secret, and nothing calls it so; it is keyed all the same, so that
damage to any page is found. The salt is the file's first sixteen bytes.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from coordinator_app.domain.errors import BadInput, MachineTrouble

SALT_BYTES = 16
PAGE_BYTES = 4096
# How other programs' files begin; a salt is drawn until it looks like none of them.
_STRANGE = (
    b"SQLite format 3",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
)
_OPEN_LABEL = b"Endorsement Coordinator: a file without a passphrase"
_connected: set[Path] = set()


def new_salt() -> bytes:
    """The salt of a new file."""
    salt = secrets.token_bytes(SALT_BYTES)
    return new_salt() if _is_strange(salt) else salt


def _is_strange(salt: bytes) -> bool:
    """Whether a file that begins so is surely another program's: of a known kind, or plain text."""
    return salt.startswith(_STRANGE) or all(byte in b"\t\r\n" or 32 <= byte < 127 for byte in salt)


def connected(path: Path) -> None:
    """From now on this process has connections to the file: its bytes are SQLite's alone."""
    _connected.add(path.resolve())


def disconnected(path: Path) -> None:
    _connected.discard(path.resolve())


def read_salt(path: Path) -> bytes:
    """Read the salt of an existing file: the only time the program reads the file by itself.

    Opening and closing it beside a connection would drop SQLite's locks, so that is refused.
    Raises BadInput `file.not_there`, `file.not_ours`, MachineTrouble `file.already_open`,
    `file.unreadable`.
    """
    if path.resolve() in _connected:
        raise MachineTrouble("file.already_open", file=path.name)
    try:
        with path.open("rb") as file:
            page = file.read(PAGE_BYTES)
    except FileNotFoundError:
        raise BadInput("file.not_there", file=str(path)) from None
    except OSError as error:
        raise MachineTrouble(
            "file.unreadable", file=str(path), cause=error.strerror or ""
        ) from error
    salt = page[:SALT_BYTES]
    if len(page) < PAGE_BYTES or _is_strange(salt):
        raise BadInput("file.not_ours", file=path.name)
    return salt


def open_key(salt: bytes) -> bytes:
    """The key of a file that has no passphrase."""
    return hmac.new(salt, _OPEN_LABEL, hashlib.sha256).digest()


def passphrase_key(passphrase: str, salt: bytes) -> bytes:
    """Argon2id over the passphrase in NFC: 64 MiB, three passes, four lanes.

    Raises BadInput `file.passphrase_empty`.
    """
    if not passphrase:
        raise BadInput("file.passphrase_empty")
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(secret, salt, 3, 65536, 4, 32, Type.ID)
