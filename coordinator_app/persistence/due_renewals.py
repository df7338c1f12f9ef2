"""Endorsements that may owe a renewal, found by one query and put together where they are alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from coordinator_app.domain.today_renewals import Alike, Asked
from coordinator_app.persistence import cases
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import endorsement, move, renewal

_CHUNK = 1000
# An endorsement as the rules see it: category, since, imported, whether RSC is provided.
Shape = tuple[str, str | None, int, int | None]
Shown = tuple[tuple[Any, ...], ...]
_SHOWN = (
    renewal.c.cycle_ends,
    renewal.c.training_hours,
    renewal.c.rsc_hours,
    renewal.c.code_of_ethics_on,
    renewal.c.attestation_on,
    renewal.c.membership_until,
    renewal.c.renewed_on,
    renewal.c.training_rsc_hours,
    renewal.c.training_dei_hours,
)


def chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Parts that one query may name one by one."""
    ordered = sorted(numbers)
    yield from (ordered[at : at + _CHUNK] for at in range(0, len(ordered), _CHUNK))


def active_on(reader: Reader, on: date, only: Collection[int] | None = None) -> set[int]:
    """The endorsements on the active registry on a day, or those of `only` that are."""
    if only is None:
        return set(reader.connection.execute(_standing_active(on)).scalars())
    found: set[int] = set()
    for part in chunks(only):
        query = _standing_active(on).where(move.c.endorsement_id.in_(part))
        found.update(reader.connection.execute(query).scalars())
    return found


def _standing_active(on: date) -> Select[Any]:
    """Active moves up to a day that no later one has replaced."""
    later = move.alias("later")
    replaced = exists().where(
        later.c.endorsement_id == move.c.endorsement_id,
        later.c.day > move.c.day,
        later.c.day <= on.isoformat(),
    )
    return select(move.c.endorsement_id).where(
        move.c.target == "active", move.c.day <= on.isoformat(), ~replaced
    )


def may_owe(
    reader: Reader, asked: Asked, active: Collection[int], only: Collection[int] | None = None
) -> list[Alike]:
    """Of the active endorsements (or `only` some) those that may owe a renewal, put together.

    What is left out owes nothing; what is given is for the rules to judge. Moves are not read.
    """
    if asked.past is None and asked.running is None:
        return []
    own = endorsement.c
    columns = (own.id, own.person_id, own.category, own.since, own.imported, own.provides_rsc)
    query = select(*columns).where(_unrenewed(asked))
    rows: list[_Held] = []
    for part in [None] if only is None else chunks(only):
        wanted = query if part is None else query.where(own.id.in_(part))
        found = reader.connection.execute(wanted)
        rows += (_Held(id, person, tuple(shape)) for id, person, *shape in found if id in active)
    return _alike(reader, rows, asked)


class _Held(NamedTuple):
    id: int
    person: int
    shape: Shape


def _unrenewed(asked: Asked) -> ColumnElement[bool]:
    """See `_owed` in domain/findings_endorsement.py; here nothing is left out that it may want."""
    own = endorsement.c
    ways: list[ColumnElement[bool]] = []
    if asked.past is not None:
        began = and_(own.imported == 0, own.since.is_not(None), ~_recorded(asked.past))
        ways.append(or_(_recorded(asked.past, renewal.c.renewed_on.is_(None)), began))
    if asked.running is not None:
        begun = _recorded(asked.running, renewal.c.renewed_on.is_(None))
        ways.append(or_(begun, ~_recorded(asked.running)))
    return and_(or_(*ways), _newest_active())


def _recorded(ends: date, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        renewal.c.endorsement_id == endorsement.c.id,
        renewal.c.cycle_ends == ends.isoformat(),
        *more,
    )


def _newest_active() -> ColumnElement[bool]:
    """No later move, not even one of a day to come, has ended it."""
    newest = move.alias("newest")
    days = select(func.max(newest.c.day)).where(newest.c.endorsement_id == endorsement.c.id)
    return exists().where(
        move.c.endorsement_id == endorsement.c.id,
        move.c.day == days.correlate(endorsement).scalar_subquery(),
        move.c.target == "active",
    )


def _alike(reader: Reader, rows: Sequence[_Held], asked: Asked) -> list[Alike]:
    shown = _renewals(reader, [row.id for row in rows])
    same: dict[tuple[Shape, Shown], list[_Held]] = {}
    for row in rows:
        key = (_as_judged(row.shape, asked), shown.get(row.id, ()))
        same.setdefault(key, []).append(row)
    return [_one(rows, renewals) for (_, renewals), rows in same.items()]


def _as_judged(shape: Shape, asked: Asked) -> Shape:
    """All that began early enough are alike. "2024~" stands after every day of 2024."""
    category, since, imported, provides = shape
    early = since is not None and f"{since}~" < asked.began.isoformat()
    return category, "" if early else since, imported, provides


def _renewals(reader: Reader, ids: Sequence[int]) -> Mapping[int, Shown]:
    """Endorsement → what was recorded for its cycles, the earliest first."""
    found: dict[int, Shown] = {}
    query = select(renewal.c.endorsement_id, *_SHOWN)
    order = (renewal.c.endorsement_id, renewal.c.cycle_ends, renewal.c.id)
    for part in chunks(ids):
        rows = reader.connection.execute(
            query.where(renewal.c.endorsement_id.in_(part)).order_by(*order)
        )
        for id, same in groupby(rows, key=lambda row: row[0]):
            found[id] = tuple(tuple(row[1:]) for row in same)
    return found


def _one(same: Sequence[_Held], renewals: Shown) -> Alike:
    """The facts of the first stand for all."""
    first = same[0]
    category, since, imported, provides = first.shape
    row: dict[str, object] = {
        "id": first.id,
        "person_id": first.person,
        "category": category,
        "since": since,
        "imported": imported,
        "provides_rsc": provides,
    }
    names = [column.name for column in _SHOWN]
    told = [dict(zip(names, one, strict=True)) for one in renewals]
    return Alike(cases.endorsement_of(row, "active", told), [(one.id, one.person) for one in same])
