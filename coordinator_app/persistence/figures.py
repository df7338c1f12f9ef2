"""The year's counts, from the records."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from coordinator_app.domain.figures import Submitted
from coordinator_app.domain.partial import PartialDate
from coordinator_app.persistence.columns import flag, text
from coordinator_app.persistence.standing import last_move_day
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import (
    application,
    endorsement,
    move,
    submission,
)

_ENDED = ("withdrawn", "closed")


def submitted_in(reader: Reader, year: int) -> list[Submitted]:
    """Applications first submitted in a year. Of a partial date the earliest day counts.

    Imported history that was decided without a known letter has no reply day: nothing is known of
    when it was answered, so it is neither late nor on time.
    """
    query = (
        select(
            application.c.category,
            submission.c.submitted,
            submission.c.reply_due,
            submission.c.answered_on,
            application.c.decision,
            application.c.state,
            application.c.answered_on.label("case_answered_on"),
            application.c.imported,
        )
        .join(application, application.c.id == submission.c.application_id)
        .where(submission.c.number == 1, submission.c.submitted.like(f"{year:04d}-%"))
        .order_by(submission.c.submitted, application.c.id)
    )
    return [
        Submitted(
            category,
            PartialDate.parse(submitted).first(),
            None if imported and decision and not (answered or case_answered) else _day(due),
            _day(answered or (case_answered if imported else None)),
            decision,
            state in _ENDED,
        )
        for category, submitted, due, answered, decision, state, case_answered, imported in (
            reader.connection.execute(query)
        )
    ]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def active_on(reader: Reader, day: date) -> int:
    """Endorsements on the active registry on a day."""
    query = (
        select(func.count())
        .select_from(endorsement)
        .join(
            move, (move.c.endorsement_id == endorsement.c.id) & (move.c.day == last_move_day(day))
        )
        .where(move.c.target == "active")
    )
    return reader.connection.execute(query).scalar_one()


def moves_in(reader: Reader, year: int, target: str) -> int:
    """Moves to a registry in a year, of endorsements that were on the other one before."""
    first = select(func.min(move.c.id)).group_by(move.c.endorsement_id)
    query = select(func.count()).where(
        move.c.day.like(f"{year:04d}-%"), move.c.target == target, move.c.id.not_in(first)
    )
    return reader.connection.execute(query).scalar_one()


def exams_in(reader: Reader, year: int) -> tuple[int, int]:
    """(sat, passed) in a year, by whoever scored them."""
    passed = [
        flag(row, "passed")
        for row in reader.find("exam_result", order="sat_on")
        if text(row, "sat_on").startswith(f"{year:04d}-")
    ]
    return len(passed), sum(passed)
