"""People who hold an active endorsement, as possible reviewers of one case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, exists, func, select

from coordinator_app.persistence import conflicts
from coordinator_app.persistence.standing import of_last_move
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import endorsement, move, person, review


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


def endorsed(
    reader: Reader, applicant: int, on: date, *, only: Collection[int] | None = None
) -> tuple[Endorsed, ...]:
    """Everybody on the active registry on a day (or `only` some of them), with load and conflicts."""
    held = _held(reader, on, only)
    work, ties = _work(reader), conflicts.conflicts_of(reader, applicant, on)
    query = (
        select(person.c.id, person.c.name, person.c.sort_fold)
        .where(person.c.archived_on.is_(None))
        .order_by(person.c.sort_fold, person.c.id)
    )
    if only is not None:
        query = query.where(person.c.id.in_(only))
    return tuple(
        Endorsed(id, name, fold, held[id], *work.get(id, (0, None)), ties.get(id, ()))
        for id, name, fold in reader.connection.execute(query)
        if id in held
    )


def likeliest(
    reader: Reader, applicant: int, on: date, codes: Collection[str], most: int
) -> set[int] | None:
    """Among whom the best `most` are to be found, where so many hold one of `codes` actively and
    have neither a conflict nor ever reviewed: these, by name, and who has reviewed.

    None where they are fewer: then everybody has to be looked at.
    """
    tied, worked = conflicts.conflicts_of(reader, applicant, on), set(_work(reader))
    holds = exists().where(
        endorsement.c.person_id == person.c.id,
        endorsement.c.category.in_(codes),
        of_last_move(move.c.target, on) == "active",
    )
    query = (
        select(person.c.id)
        .where(person.c.archived_on.is_(None), holds)
        .order_by(person.c.sort_fold, person.c.id)
        .limit(most + len(tied) + len(worked))
    )
    found = reader.connection.execute(query).scalars()
    idle = [id for id in found if id not in tied and id not in worked]
    return worked.union(idle[:most]) if len(idle) >= most else None


def _held(reader: Reader, on: date, only: Collection[int] | None) -> dict[int, tuple[str, ...]]:
    """Person → the categories they hold actively on a day."""
    query = (
        select(endorsement.c.person_id, endorsement.c.category, move.c.target)
        .join(move, move.c.endorsement_id == endorsement.c.id)
        .where(move.c.day <= on.isoformat())
        .order_by(endorsement.c.id, move.c.day)
    )
    if only is not None:
        query = query.where(endorsement.c.person_id.in_(only))
    standing: dict[int, dict[str, str]] = {}
    for owner, category, target in reader.connection.execute(query):
        standing.setdefault(owner, {})[category] = target
    active = {
        owner: tuple(sorted(code for code, target in codes.items() if target == "active"))
        for owner, codes in standing.items()
    }
    return {owner: codes for owner, codes in active.items() if codes}


def _work(reader: Reader) -> dict[int, tuple[int, date | None]]:
    """Reviewer → (open reviews, the day of the newest)."""
    waiting = func.sum(case((review.c.completed_on.is_(None), 1), else_=0))
    query = select(review.c.reviewer_id, waiting, func.max(review.c.assigned_on))
    found = reader.connection.execute(query.group_by(review.c.reviewer_id))
    return {id: (load, date.fromisoformat(newest)) for id, load, newest in found}
