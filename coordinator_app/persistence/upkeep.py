"""The endorsements of a page as facts, in three queries; and as SQL whose renewal is owed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, case, exists, func, or_, select

from coordinator_app.domain.facts import EndorsementFacts, MoveFact, RenewalFact
from coordinator_app.domain.registry_upkeep import Owing
from coordinator_app.domain.views_registry import MoveRow, RenewalRow
from coordinator_app.persistence import search
from coordinator_app.persistence.columns import (
    Row,
    amount,
    day,
    flag,
    maybe_day,
    maybe_flag,
    number,
    text,
    when,
)
from coordinator_app.persistence.standing import last_move_day
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import endorsement, move, renewal


def facts_of(reader: Reader, ids: Sequence[int]) -> dict[int, EndorsementFacts]:
    """Number → what the rules need of each; unknown numbers are left out."""
    moves = _many(reader, move, ids, move.c.day)
    renewals = _many(reader, renewal, ids, renewal.c.cycle_ends)
    query = select(endorsement).where(endorsement.c.id.in_(ids))
    rows = (dict(row) for row in reader.connection.execute(query).mappings())
    return {
        number(row, "id"): _facts(row, moves[number(row, "id")], renewals[number(row, "id")])
        for row in rows
    }


def _many(
    reader: Reader, table: Table, ids: Sequence[int], order: ColumnElement[Any]
) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    query = select(table).where(table.c.endorsement_id.in_(ids)).order_by(order)
    for row in reader.connection.execute(query).mappings():
        found[row["endorsement_id"]].append(dict(row))
    return found


def _facts(row: Row, moves: Sequence[Row], renewals: Sequence[Row]) -> EndorsementFacts:
    told = tuple(
        MoveFact(day(one, "day"), text(one, "target"), text(one, "reason")) for one in moves
    )
    return EndorsementFacts(
        id=number(row, "id"),
        person=number(row, "person_id"),
        category=text(row, "category"),
        since=when(row, "since"),
        status=told[-1].to if told else "inactive",
        moves=told,
        renewals=tuple(_renewal(one) for one in renewals),
        imported=flag(row, "imported"),
        provides_rsc=maybe_flag(row, "provides_rsc"),
    )


def _renewal(row: Row) -> RenewalFact:
    return RenewalFact(
        day(row, "cycle_ends"),
        amount(row, "training_hours"),
        amount(row, "rsc_hours"),
        maybe_day(row, "code_of_ethics_on"),
        maybe_day(row, "attestation_on"),
        maybe_day(row, "membership_until"),
        maybe_day(row, "renewed_on"),
        amount(row, "training_rsc_hours"),
        amount(row, "training_dei_hours"),
    )


def moves_of(reader: Reader, id: int) -> tuple[MoveRow, ...]:
    """The moves of one endorsement, the newest first."""
    rows = reader.find("move", endorsement_id=id, order="day")
    return tuple(
        MoveRow(
            number(row, "id"),
            day(row, "day"),
            text(row, "target"),
            text(row, "reason"),
            text(row, "evidence"),
        )
        for row in reversed(rows)
    )


def renewals_of(reader: Reader, id: int) -> tuple[RenewalRow, ...]:
    """What was recorded for each cycle of one endorsement, the newest first."""
    rows = reader.find("renewal", endorsement_id=id, order="cycle_ends")
    return tuple(
        RenewalRow(
            number(row, "id"),
            day(row, "cycle_ends"),
            amount(row, "training_hours"),
            amount(row, "training_rsc_hours"),
            amount(row, "training_dei_hours"),
            amount(row, "rsc_hours"),
            maybe_day(row, "code_of_ethics_on"),
            maybe_day(row, "attestation_on"),
            maybe_day(row, "membership_until"),
            maybe_day(row, "renewed_on"),
        )
        for row in reversed(rows)
    )


def counts(reader: Reader, words: str, as_of: date, owing: Owing) -> dict[str, int]:
    """How many endorsements each list has on a day, in one look: active, inactive, sanctioned,
    owed, all."""
    sums = {
        "active": move.c.target == "active",
        "inactive": move.c.target == "inactive",
        "sanctioned": move.c.reason == "sanctioned",
        "owed": is_owed(owing, as_of),
    }
    columns = [func.coalesce(func.sum(case((yes, 1), else_=0)), 0) for yes in sums.values()]
    latest = and_(move.c.endorsement_id == endorsement.c.id, move.c.day == last_move_day(as_of))
    query = select(*columns, func.count()).select_from(endorsement).join(move, latest)
    wanted = search.matching(reader.connection, endorsement.c.person_id, words)
    if wanted is not None:
        query = query.where(wanted)
    found = reader.connection.execute(query).one()
    return dict(zip((*sums, "all"), (int(one) for one in found), strict=True))


def is_owed(
    owing: Owing, as_of: date, target: ColumnElement[str] = move.c.target
) -> ColumnElement[bool]:
    """Whether an active endorsement's renewal is owed on a day: open, and not recorded as done.

    `target` is the registry on which it stands that day.
    The same question as `domain/registry_upkeep.py: upkeep(...).owed`; a test compares the two.
    """
    last, running = _owes_last(owing, as_of), _renewed(owing.running_ends, as_of)
    if last is None and running is None:
        return endorsement.c.id < 0
    parts = [last] if last is not None else []
    if running is not None:
        parts.append(~running)
    return and_(target == "active", or_(*parts))


def _recorded(ends: date, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    mine = renewal.alias("owed")
    wanted = (mine.c.endorsement_id == endorsement.c.id, mine.c.cycle_ends == ends.isoformat())
    return exists(select(mine.c.id).where(*wanted, *more).correlate(endorsement))


def _renewed(ends: date | None, as_of: date) -> ColumnElement[bool] | None:
    if ends is None:
        return None
    mine = renewal.alias("done")
    return exists(
        select(mine.c.id)
        .where(
            mine.c.endorsement_id == endorsement.c.id,
            mine.c.cycle_ends == ends.isoformat(),
            mine.c.renewed_on <= as_of.isoformat(),
        )
        .correlate(endorsement)
    )


def _owes_last(owing: Owing, as_of: date) -> ColumnElement[bool] | None:
    done = _renewed(owing.last_ends, as_of)
    if owing.last_ends is None or owing.last_starts is None or done is None:
        return None
    begun = func.substr(endorsement.c.since + "-01-01", 1, 10) < owing.last_starts.isoformat()
    if owing.first_counts:
        within = func.substr(endorsement.c.since + "-01-01", 1, 10) >= owing.last_starts.isoformat()
        begun = or_(begun, and_(within, _last_day() <= owing.last_ends.isoformat()))
    fresh = and_(endorsement.c.imported == 0, endorsement.c.since.is_not(None), begun)
    return and_(~done, or_(_recorded(owing.last_ends), fresh))


def _last_day() -> ColumnElement[str]:
    """The last day a partial date can mean, near enough to be compared: month ends as the 31st."""
    since = endorsement.c.since
    return case(
        (func.length(since) == 4, since + "-12-31"),
        (func.length(since) == 7, since + "-31"),
        else_=since,
    )
