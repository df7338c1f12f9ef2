"""Today the plain way, one case and one endorsement after another: what the quick way is held to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from sqlalchemy import func, select

from coordinator_app.domain.applications import NOT_OPEN
from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.facts import CaseFacts, EndorsementFacts, QuestionFact, TodoFact
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_rules import status_on
from coordinator_app.domain.today import (
    DueItem,
    endorsement_items,
    lines_of_case,
    order,
    question_item,
    todo_item,
)
from coordinator_app.persistence import cases, due
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import application, endorsement, person
from coordinator_app.services.desk import Desk


def due_items(
    cases: Iterable[CaseFacts],
    endorsements: Iterable[EndorsementFacts],
    todos: Iterable[TodoFact],
    questions: Iterable[QuestionFact],
    today: date,
    policy_of: Callable[[CaseFacts], Policy | None],
    policy_on: PolicyOn,
) -> tuple[DueItem, ...]:
    """Everything due, from facts."""
    found = [item for one in cases for item in lines_of_case(one, policy_of(one), today, policy_on)]
    found += [item for one in endorsements for item in endorsement_items(one, today, policy_on)]
    found += [todo_item(one) for one in todos]
    found += [question_item(one) for one in questions]
    return tuple(sorted(found, key=order))


def in_full(desk: Desk) -> tuple[DueItem, ...]:
    """Everything due in an office, from each of its rows."""
    today, store = desk.today(), desk.people.store
    with store.read() as reader:
        policy_on = desk.policies.finder(reader)

        def policy_of(facts: CaseFacts) -> Policy | None:
            return desk.policies.judging(reader, reader.get("application", facts.id), today)

        return due_items(
            _open_cases(reader),
            active_endorsements(reader, today),
            due.open_todos(reader),
            due.open_questions(reader),
            today,
            policy_of,
            policy_on,
        )


def _open_cases(reader: Reader) -> Iterable[CaseFacts]:
    for row in reader.find("application"):
        waits = row["decision"] is not None and row["answered_on"] is None and not row["imported"]
        if row["state"] not in NOT_OPEN or waits:
            assert isinstance(row["id"], int)
            yield cases.case_facts(reader, row["id"])


def active_endorsements(reader: Reader, today: date) -> list[EndorsementFacts]:
    ids = reader.connection.execute(select(endorsement.c.id)).scalars()
    found = [cases.endorsement_facts(reader, id) for id in ids.all()]
    return [one for one in found if status_on(one.moves, today) == "active"]


def counted(desk: Desk) -> tuple[int, int, int]:
    """(open applications, endorsements on the active registry, people)."""
    open_ = select(func.count()).where(application.c.state.not_in(NOT_OPEN))
    people = select(func.count()).where(person.c.archived_on.is_(None))
    with desk.people.store.read() as reader:
        return (
            reader.connection.execute(open_).scalar_one(),
            len(active_endorsements(reader, desk.today())),
            reader.connection.execute(people).scalar_one(),
        )
