"""Adopted policies, as rows: the long text of one is read only when it is not known yet."""

from __future__ import annotations

from sqlalchemy import select

from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import policy

_HEADINGS = select(policy.c.id, policy.c.digest).order_by(policy.c.in_force_from, policy.c.id)


def headings(reader: Reader) -> list[tuple[int, str]]:
    """(number, hash) of every adopted version, the earliest first."""
    return [(id, digest) for id, digest in reader.connection.execute(_HEADINGS)]


def body(reader: Reader, id: int) -> str:
    """A version's whole text."""
    found = reader.connection.execute(select(policy.c.body).where(policy.c.id == id))
    return found.scalar_one()
