"""Flat rows for screens, straight from SQL, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from coordinator_app.domain.applications import NOT_OPEN
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.facts import STATES
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.people import sort_name
from coordinator_app.domain.views import ApplicationRow, EndorsementRow, PersonRow
from coordinator_app.persistence import search
from coordinator_app.persistence.columns import (
    Row,
    amount,
    day,
    flag,
    maybe_day,
    number,
    text,
    when,
)
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.standing import last_move_day, running_cycle
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import (
    affiliation,
    application,
    contact,
    endorsement,
    move,
    person,
    question,
    renewal,
)

T = TypeVar("T")
Filters = Mapping[str, Callable[[str], ColumnElement[bool]]]
_LIFE_ORDER = case(*((application.c.state == state, n) for n, state in enumerate(STATES)), else_=99)


def _latest(
    column: ColumnElement[str], link: ColumnElement[int], *more: ColumnElement[bool]
) -> Any:
    return select(column).where(and_(link == person.c.id, *more)).limit(1).scalar_subquery()


def _count(link: ColumnElement[int], owner: ColumnElement[int], *more: ColumnElement[bool]) -> Any:
    return select(func.count()).where(and_(link == owner, *more)).scalar_subquery()


def people(reader: Reader, query: ListQuery) -> Page[PersonRow]:
    """People who are not archived. Filters: island; has: application, endorsement or question.

    Orders: name, island, agency.
    """
    agency = _latest(affiliation.c.agency, affiliation.c.person_id, affiliation.c.ended.is_(None))
    open_questions = question.c.answered_on.is_(None)
    columns = select(
        person,
        agency.label("agency"),
        _latest(
            contact.c.value,
            contact.c.person_id,
            contact.c.kind == "email",
            contact.c.ended.is_(None),
        ).label("email"),
        _latest(
            contact.c.value,
            contact.c.person_id,
            contact.c.kind == "phone",
            contact.c.ended.is_(None),
        ).label("phone"),
        _count(application.c.person_id, person.c.id).label("applications"),
        _count(endorsement.c.person_id, person.c.id).label("endorsements"),
        _count(question.c.person_id, person.c.id, open_questions).label("questions"),
    ).where(person.c.archived_on.is_(None))
    has = {
        "application": select(application.c.person_id),
        "endorsement": select(endorsement.c.person_id),
        "question": select(question.c.person_id).where(open_questions),
    }
    filters: Filters = {
        "island": lambda value: person.c.island == value,
        "has": lambda value: person.c.id.in_(has[value]),
    }
    orders = {"name": person.c.sort_fold, "island": person.c.island, "agency": agency}
    return _page(reader, query, columns, filters, orders, person.c.id, _person)


def _person(row: Row) -> PersonRow:
    return PersonRow(
        number(row, "id"),
        text(row, "name"),
        _sort_name(row),
        text(row, "island"),
        text(row, "agency"),
        text(row, "email"),
        text(row, "phone"),
        number(row, "applications"),
        number(row, "endorsements"),
        number(row, "questions"),
        flag(row, "imported"),
    )


def _sort_name(row: Row) -> str:
    return sort_name(text(row, "name"), text(row, "given"), text(row, "family"))


def applications(reader: Reader, query: ListQuery) -> Page[ApplicationRow]:
    """Cases. Filters: state, states (several, by commas), open ("yes": not ended), late (the day
    before which a reply was owed), round, category, person, imported.

    Orders: name, case, category, round, state, submitted, due (the answered ones last).
    """
    open_questions = question.c.answered_on.is_(None)
    columns = select(
        application,
        person.c.name,
        person.c.given,
        person.c.family,
        _count(question.c.application_id, application.c.id, open_questions).label("questions"),
    ).join(person, person.c.id == application.c.person_id)
    filters: Filters = {
        "state": lambda value: application.c.state == value,
        "states": lambda value: application.c.state.in_(value.split(",")),
        "open": lambda value: application.c.state.not_in(NOT_OPEN) == (value == "yes"),
        "round": lambda value: application.c.round == value,
        "category": lambda value: application.c.category == value,
        "person": lambda value: application.c.person_id == int(value),
        "imported": lambda value: application.c.imported == int(value == "yes"),
        "late": lambda value: and_(
            application.c.reply_due < value,
            application.c.answered_on.is_(None),
            application.c.imported == 0,
            application.c.state.not_in(("withdrawn", "closed")),
        ),
    }
    orders: dict[str, Any] = {
        "name": person.c.sort_fold,
        "case": application.c.case_year * 100000 + application.c.case_running,
        "category": application.c.category,
        "round": application.c.round,
        "state": _LIFE_ORDER,
        "submitted": application.c.submitted,
        "due": case((application.c.answered_on.is_(None), application.c.reply_due)),
    }
    return _page(reader, query, columns, filters, orders, application.c.id, application_row)


def application_row(row: Row) -> ApplicationRow:
    return ApplicationRow(
        number(row, "id"),
        case_term(number(row, "case_year"), number(row, "case_running")),
        number(row, "person_id"),
        text(row, "name"),
        _sort_name(row),
        text(row, "category"),
        text(row, "round"),
        text(row, "state"),
        when(row, "registered"),
        when(row, "submitted"),
        maybe_day(row, "reply_due"),
        text(row, "decision"),
        maybe_day(row, "decided_on"),
        maybe_day(row, "answered_on"),
        number(row, "questions"),
        flag(row, "imported"),
    )


def registry(reader: Reader, query: ListQuery, as_of: date) -> Page[EndorsementRow]:
    """Endorsements as they stood on a day. Filters: status, category, credential, reason, person.

    Orders: name, category, since, status, credential. Renewal columns are those of the cycle that
    runs on `as_of`, if anything was recorded for it.
    """
    filters: Filters = {
        "status": lambda value: move.c.target == value,
        "reason": lambda value: move.c.reason == value,
        "category": lambda value: endorsement.c.category == value,
        "credential": lambda value: endorsement.c.credential == value,
        "person": lambda value: endorsement.c.person_id == int(value),
    }
    orders: dict[str, Any] = {
        "name": person.c.sort_fold,
        "category": endorsement.c.category,
        "credential": endorsement.c.credential,
        "since": endorsement.c.since,
        "status": move.c.target,
    }
    columns = _standing_of_each(as_of)
    return _page(reader, query, columns, filters, orders, endorsement.c.id, _endorsement)


def _standing_of_each(as_of: date) -> Select[Any]:
    """Each endorsement with its holder, its registry and its running cycle on a day."""
    return (
        select(
            endorsement,
            person.c.name,
            person.c.given,
            person.c.family,
            move.c.target,
            move.c.day,
            move.c.reason,
            renewal.c.cycle_ends,
            renewal.c.training_hours,
            renewal.c.rsc_hours,
            renewal.c.code_of_ethics_on,
            renewal.c.attestation_on,
            _count(
                question.c.endorsement_id, endorsement.c.id, question.c.answered_on.is_(None)
            ).label("questions"),
        )
        .join(person, person.c.id == endorsement.c.person_id)
        .join(
            move,
            and_(move.c.endorsement_id == endorsement.c.id, move.c.day == last_move_day(as_of)),
        )
        .outerjoin(
            renewal,
            and_(
                renewal.c.endorsement_id == endorsement.c.id,
                renewal.c.cycle_ends == running_cycle(as_of),
            ),
        )
    )


def _endorsement(row: Row) -> EndorsementRow:
    return EndorsementRow(
        number(row, "id"),
        number(row, "person_id"),
        text(row, "name"),
        _sort_name(row),
        text(row, "category"),
        text(row, "credential"),
        when(row, "since"),
        text(row, "target"),
        day(row, "day"),
        text(row, "reason"),
        maybe_day(row, "cycle_ends"),
        amount(row, "training_hours"),
        amount(row, "rsc_hours"),
        maybe_day(row, "code_of_ethics_on"),
        maybe_day(row, "attestation_on"),
        number(row, "questions"),
        flag(row, "imported"),
    )


def _page(
    reader: Reader,
    query: ListQuery,
    columns: Select[Any],
    filters: Filters,
    orders: Mapping[str, ColumnElement[Any]],
    id: ColumnElement[int],
    make: Callable[[Row], T],
) -> Page[T]:
    """Apply the query's words, filters, order and page; count the whole."""
    for name, value in query.filters.items():
        if name not in filters:
            raise BadInput("list.unknown_filter", name=name)
        columns = columns.where(filters[name](value))
    words = search.matching(query.text)
    if words is not None:
        columns = columns.where(words)
    if query.order not in orders:
        raise BadInput("list.unknown_order", name=query.order)
    order = orders[query.order]
    count = select(func.count()).select_from(columns.with_only_columns(id).subquery())
    total = reader.connection.execute(count).scalar_one()
    towards = order.desc() if query.descending else order.asc()
    if getattr(order, "nullable", True):  # what has no value stands last, either way
        towards = towards.nulls_last()
    ordered = columns.order_by(towards, id)
    rows = reader.connection.execute(ordered.limit(query.limit).offset(query.offset)).mappings()
    return Page(tuple(make(dict(row)) for row in rows), total)
