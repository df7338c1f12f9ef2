"""Proofs over the whole file: rows against the journal, search terms against the records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from coordinator_app.persistence import search
from coordinator_app.persistence.kept import journal, journal_image, search_term
from coordinator_app.persistence.records import RECORDS
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import person


@dataclass(frozen=True, slots=True)
class Unlike:
    """A row that is not what the journal says: `how` is altered, unwritten or missing."""

    record: str
    row: int
    how: str


def unlike_rows(reader: Reader) -> Iterator[Unlike]:
    """Every row that differs from its newest image in the journal. Erased images are passed over."""
    for table in RECORDS:
        told = _newest_images(reader, table.name)
        for found in reader.connection.execute(select(table)).mappings():
            row = dict(found)
            number = row["id"]
            if number not in told:
                yield Unlike(table.name, number, "unwritten")
            elif (image := told.pop(number)) is not None and json.loads(image) != row:
                yield Unlike(table.name, number, "altered")
        yield from (Unlike(table.name, row, "missing") for row, image in told.items() if image)


def _newest_images(reader: Reader, record: str) -> dict[int, str | None]:
    """Row → its newest image (None: erased); rows that an undo took away are left out."""
    query = (
        select(journal_image.c.row, journal_image.c.after, journal_image.c.erased)
        .where(journal_image.c.record == record)
        .order_by(journal_image.c.row, journal_image.c.seq, journal_image.c.place)
    )
    newest = {row: (after, erased) for row, after, erased in reader.connection.execute(query)}
    return {row: after for row, (after, erased) in newest.items() if after is not None or erased}


def deletions(reader: Reader) -> list[int]:
    """Entries that took a row away although they undid nothing: there must be none."""
    query = (
        select(journal.c.seq)
        .join(journal_image, journal_image.c.seq == journal.c.seq)
        .where(journal.c.kind == "do", journal_image.c.after.is_(None), journal_image.c.erased == 0)
        .distinct()
    )
    return list(reader.connection.execute(query).scalars())


def stale_terms(reader: Reader) -> list[int]:
    """People whose search terms are not what their records give."""
    kept: dict[int, set[tuple[str, str]]] = {}
    columns = select(search_term.c.person_id, search_term.c.term, search_term.c.kind)
    for number, term, kind in reader.connection.execute(columns):
        kept.setdefault(number, set()).add((term, kind))
    people = list(reader.connection.execute(select(person.c.id)).scalars())
    wanted: dict[int, set[tuple[str, str]]] = {}
    for start in range(0, len(people), 500):
        for number, term, kind in search.terms(reader.connection, people[start : start + 500]):
            wanted.setdefault(number, set()).add((term, kind))
    return sorted(
        number for number in wanted.keys() | kept.keys() if wanted.get(number) != kept.get(number)
    )
