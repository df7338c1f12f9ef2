"""People who hold an active endorsement, as possible reviewers of one case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from coordinator_app.persistence import cases, conflicts
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import endorsement, person, review


@dataclass(frozen=True, slots=True)
class Endorsed:
    """One possible reviewer with what is on file of their work."""

    person: int
    name: str
    fold: str
    held: tuple[str, ...]
    load: int
    last: date | None
    conflicts: tuple[str, ...]


def endorsed(reader: Reader, applicant: int, on: date) -> tuple[Endorsed, ...]:
    """Everybody on the active registry on a day, with load and conflicts for this case."""
    query = (
        select(person.c.id, person.c.name, person.c.sort_fold)
        .where(person.c.id.in_(select(endorsement.c.person_id)), person.c.archived_on.is_(None))
        .order_by(person.c.sort_fold)
    )
    found: list[Endorsed] = []
    for id, name, fold in reader.connection.execute(query).all():
        held = cases.held_on(reader, id, on)
        if held:
            load, last = _work(reader, id)
            ties = conflicts.conflicts(reader, applicant, id, on)
            found.append(Endorsed(id, name, fold, held, load, last, ties))
    return tuple(found)


def _work(reader: Reader, id: int) -> tuple[int, date | None]:
    """(open reviews, the day of the newest)."""
    mine = review.c.reviewer_id == id
    waiting = select(func.count()).where(mine, review.c.completed_on.is_(None))
    newest = reader.connection.execute(select(func.max(review.c.assigned_on)).where(mine)).scalar()
    load = reader.connection.execute(waiting).scalar_one()
    return load, date.fromisoformat(newest) if newest else None
