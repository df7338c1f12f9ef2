"""What Today is made of: open cases as facts, to-dos, questions, rounds, counts and names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import case, func, select, union

from coordinator_app.domain.applications import NOT_OPEN
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.facts import CaseFacts, QuestionFact, TodoFact
from coordinator_app.persistence import cases
from coordinator_app.persistence.columns import day, maybe_number, number, text
from coordinator_app.persistence.due_renewals import chunks
from coordinator_app.persistence.phrases import stored_phrase
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import (
    application,
    endorsement,
    evidence,
    person,
    reference,
)


def open_cases(
    reader: Reader, only: Collection[int] | None = None
) -> list[tuple[CaseFacts, int | None]]:
    """Cases that may need something, each with the policy it is pinned to: those not ended, or
    decided and not yet answered (or `only` some of them)."""
    waiting = application.c.decision.is_not(None) & application.c.answered_on.is_(None)
    query = select(application.c.id, application.c.policy_id).where(
        application.c.state.not_in(NOT_OPEN) | (waiting & (application.c.imported == 0))
    )
    if only is not None:
        query = query.where(application.c.id.in_(only))
    found = reader.connection.execute(query).all()
    return [(cases.case_facts(reader, id), policy) for id, policy in found]


def cases_touched(reader: Reader, changes: Changes) -> set[int]:
    """Cases that look different after changes: the changed ones, and those of which a changed
    person, or the holder of a changed endorsement, is applicant, rater or giver of RSC."""
    holders = select(endorsement.c.person_id).where(endorsement.c.id.in_(changes.endorsements))
    people = changes.people.union(reader.connection.execute(holders).scalars())
    own = (
        select(application.c.id).where(application.c.person_id.in_(people)),
        select(evidence.c.application_id).where(evidence.c.provider_id.in_(people)),
        select(reference.c.application_id).where(reference.c.rater_id.in_(people)),
    )
    return set(changes.applications).union(reader.connection.execute(union(*own)).scalars())


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


def open_count(reader: Reader) -> int:
    """How many applications are not ended."""
    query = select(func.count()).where(application.c.state.not_in(NOT_OPEN))
    return reader.connection.execute(query).scalar_one()


def people_count(reader: Reader) -> int:
    """How many people are on file, archived ones too: counted on an index, without the records."""
    return reader.connection.execute(select(func.count(person.c.id))).scalar_one()


def archived(reader: Reader, only: Collection[int] | None = None) -> set[int]:
    """The people who are archived, or those of `only` who are."""
    query = select(person.c.id).where(person.c.archived_on.is_not(None))
    if only is not None:
        query = query.where(person.c.id.in_(only))
    return set(reader.connection.execute(query).scalars())


def names(reader: Reader, people: Iterable[int]) -> dict[int, str]:
    """Person → name as written."""
    found: dict[int, str] = {}
    for part in chunks(people):
        query = select(person.c.id, person.c.name).where(person.c.id.in_(part))
        found.update((id, name) for id, name in reader.connection.execute(query))
    return found


def case_titles(reader: Reader, ids: Iterable[int]) -> dict[int, str]:
    """Application → category and case number."""
    found: dict[int, str] = {}
    own = application.c
    query = select(own.id, own.category, own.case_year, own.case_running)
    for part in chunks(ids):
        for id, category, year, running in reader.connection.execute(query.where(own.id.in_(part))):
            found[id] = f"{category} · {case_term(year, running)}"
    return found


def categories(reader: Reader, ids: Iterable[int]) -> dict[int, str]:
    """Endorsement → category."""
    found: dict[int, str] = {}
    query = select(endorsement.c.id, endorsement.c.category)
    for part in chunks(ids):
        held = reader.connection.execute(query.where(endorsement.c.id.in_(part)))
        found.update((id, category) for id, category in held)
    return found
