"""Contents kept once, by their SHA-256: letters as issued, wordings, logos, attachments."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.persistence.kept import blob
from coordinator_app.persistence.store import Reader, Transaction


def keep(tx: Transaction, media: str, content: bytes) -> str:
    """Keep a content and give its SHA-256, by which rows and images know it."""
    sha = hashlib.sha256(content).hexdigest()
    values = {"sha": sha, "media": media, "content": content}
    tx.connection.execute(insert(blob).values(**values).on_conflict_do_nothing())
    return sha


def get(reader: Reader, sha: str) -> bytes:
    """The content byte for byte. Raises MachineTrouble `blob.altered` if it is not what it was."""
    found = reader.connection.execute(select(blob.c.content).where(blob.c.sha == sha)).scalar()
    if found is None or hashlib.sha256(found).hexdigest() != sha:
        raise MachineTrouble("blob.altered", sha=sha[:12])
    return found


def altered(reader: Reader) -> list[str]:
    """The names of contents that no longer match them."""
    return [
        sha
        for sha, content in reader.connection.execute(select(blob.c.sha, blob.c.content))
        if hashlib.sha256(content).hexdigest() != sha
    ]
