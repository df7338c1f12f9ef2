"""What the journal says has changed since an entry: so that what was computed need not be again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from coordinator_app.domain.changes import Changes
from coordinator_app.persistence import journal
from coordinator_app.persistence.kept import journal_image
from coordinator_app.persistence.store import Reader, touched

# From so many rows on, computing anew is no slower than finding out what to leave alone.
_MANY = 4000
_IMAGES = (
    select(
        journal_image.c.record,
        journal_image.c.row,
        journal_image.c.before,
        journal_image.c.after,
        journal_image.c.erased,
    )
    .where(journal_image.c.seq > bindparam("seq"))
    .order_by(journal_image.c.seq, journal_image.c.place)
    .limit(_MANY + 1)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the journal: an entry's number and MAC, which no other journal has there."""

    seq: int
    mac: str


def newest(reader: Reader) -> Entry:
    """The journal's end."""
    found = journal.last(reader.connection)
    return Entry(found.seq, found.mac) if found else Entry(0, "")


def changed(reader: Reader, since: Entry) -> Changes | None:
    """What all entries after `since` touched; None where that is much or cannot be told.

    It cannot be told where `since` is not in this journal (any more) or row images were erased.
    """
    if not _holds(reader, since):
        return None
    rows = reader.connection.execute(_IMAGES, {"seq": since.seq}).all()
    if len(rows) > _MANY or any(row.erased for row in rows):
        return None
    return touched("", since.seq, [journal.loaded(*row[:4]) for row in rows])


def _holds(reader: Reader, entry: Entry) -> bool:
    found = next(journal.entries(reader.connection, seq=entry.seq), None)
    return found is not None and found.mac == entry.mac
