"""Which registry an endorsement stands on, on a day, as SQL."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, func, select

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
