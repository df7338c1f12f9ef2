"""Which registry an endorsement stands on, on a day, as SQL."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, func, select

from coordinator_app.persistence.tables import endorsement, move, renewal


def last_move_day(on: date) -> ColumnElement[str]:
    """The day of the endorsement's last move on or before a day: that move holds on it."""
    earlier = move.alias("earlier")
    days = select(func.max(earlier.c.day)).where(
        earlier.c.endorsement_id == endorsement.c.id, earlier.c.day <= on.isoformat()
    )
    return days.correlate(endorsement).scalar_subquery()


def running_cycle(on: date) -> ColumnElement[str]:
    """The end of the endorsement's first recorded cycle that ends on or after a day."""
    recorded = renewal.alias("recorded")
    ends = select(func.min(recorded.c.cycle_ends)).where(
        recorded.c.endorsement_id == endorsement.c.id, recorded.c.cycle_ends >= on.isoformat()
    )
    return ends.correlate(endorsement).scalar_subquery()


def of_last_move(column: Column[str], on: date) -> ColumnElement[Any]:
    """A column of the endorsement's last move on or before a day; NULL before the first.

    Without a join, so that a list may go by the holders' names and look at the page's moves only.
    """
    last = move.alias("last")
    found = select(last.c[column.name]).where(
        last.c.endorsement_id == endorsement.c.id, last.c.day <= on.isoformat()
    )
    return found.order_by(last.c.day.desc()).limit(1).correlate(endorsement).scalar_subquery()
