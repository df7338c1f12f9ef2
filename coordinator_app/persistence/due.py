"""What Today is made of: open cases and endorsements as facts, to-dos, questions, rounds."""

from __future__ import annotations

from datetime import date

from sqlalchemy import case, func, select

from coordinator_app.domain.applications import NOT_OPEN
from coordinator_app.domain.facts import CaseFacts, EndorsementFacts, QuestionFact, TodoFact
from coordinator_app.persistence import cases
from coordinator_app.persistence.columns import day, maybe_number, number, text
from coordinator_app.persistence.phrases import stored_phrase
from coordinator_app.persistence.standing import last_move_day
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import application, endorsement, move, person


def open_cases(reader: Reader) -> list[CaseFacts]:
    """Cases that may need something: not ended, or decided and not yet answered."""
    waiting = application.c.decision.is_not(None) & application.c.answered_on.is_(None)
    query = select(application.c.id).where(
        application.c.state.not_in(NOT_OPEN) | (waiting & (application.c.imported == 0))
    )
    return [cases.case_facts(reader, id) for id in reader.connection.execute(query).scalars().all()]


def active_endorsements(reader: Reader, on: date) -> list[EndorsementFacts]:
    """Endorsements on the active registry on a day."""
    query = (
        select(endorsement.c.id)
        .select_from(endorsement)
        .join(move, (move.c.endorsement_id == endorsement.c.id) & (move.c.day == last_move_day(on)))
        .where(move.c.target == "active")
    )
    found = reader.connection.execute(query).scalars().all()
    return [cases.endorsement_facts(reader, id) for id in found]


def open_todos(reader: Reader) -> list[TodoFact]:
    rows = reader.find("note", done_on=None, order="due")
    return [
        TodoFact(
            number(row, "id"),
            text(row, "text"),
            day(row, "due"),
            number(row, "person_id"),
            maybe_number(row, "application_id"),
        )
        for row in rows
        if row["due"] is not None
    ]


def open_questions(reader: Reader) -> list[QuestionFact]:
    return [
        QuestionFact(
            number(row, "id"),
            stored_phrase(text(row, "text")),
            day(row, "asked_on"),
            number(row, "person_id"),
            maybe_number(row, "application_id"),
            maybe_number(row, "endorsement_id"),
        )
        for row in reader.find("question", answered_on=None)
    ]


def rounds(reader: Reader, today: date) -> list[tuple[str, int, int, int, str | None]]:
    """(round, applications, decided, late, reply day) of each round, the newest first.

    Late: the reply day has passed and no letter has gone out. Imported history counts, but owes
    nothing once it is decided.
    """
    decided = application.c.decision.is_not(None)
    owes = application.c.answered_on.is_(None) & ~((application.c.imported == 1) & decided)
    ended = application.c.state.in_(("withdrawn", "closed"))
    late = owes & ~ended & (application.c.reply_due < today.isoformat())
    query = (
        select(
            application.c.round,
            func.count(),
            func.sum(case((decided | ended, 1), else_=0)),
            func.sum(case((late, 1), else_=0)),
            func.max(application.c.reply_due),
        )
        .where(application.c.round.is_not(None))
        .group_by(application.c.round)
        .order_by(application.c.round.desc())
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in reader.connection.execute(query)]


def counts(reader: Reader, on: date) -> tuple[int, int, int]:
    """(open applications, endorsements on the active registry, people)."""
    connection = reader.connection
    open_ = select(func.count()).where(application.c.state.not_in(NOT_OPEN))
    people = select(func.count()).where(person.c.archived_on.is_(None))
    active = (
        select(func.count())
        .select_from(endorsement)
        .join(move, (move.c.endorsement_id == endorsement.c.id) & (move.c.day == last_move_day(on)))
        .where(move.c.target == "active")
    )
    return (
        connection.execute(open_).scalar_one(),
        connection.execute(active).scalar_one(),
        connection.execute(people).scalar_one(),
    )
