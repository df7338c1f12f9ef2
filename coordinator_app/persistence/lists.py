"""Flat rows for screens, straight from SQL, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select

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
from coordinator_app.persistence.standing import last_move_day, of_last_move, running_cycle
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
        "question": select(question.c.person_id).where(open_questions),
    }
    filters: Filters = {
        "island": lambda value: person.c.island == value,
        # Most people hold an endorsement, few have the others.
        "has": lambda value: (
            exists().where(endorsement.c.person_id == person.c.id)
            if value == "endorsement"
            else person.c.id.in_(has[value])
        ),
    }
    orders = {"name": person.c.sort_fold, "island": person.c.island, "agency": agency}
    listed = select(person.c.id).where(person.c.archived_on.is_(None))
    source = _Source(person.c.id, person.c.id, columns, listed, listed, filters, orders, _person)
    return _page(reader, query, source)


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
    own, holder = application.c.id, application.c.person_id
    by_name = select(own).join(person, person.c.id == holder)
    source = _Source(own, holder, columns, select(own), by_name, filters, orders, application_row)
    return _page(reader, query, source)


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
    own, holder = endorsement.c.id, endorsement.c.person_id
    target, reason = of_last_move(move.c.target, as_of), of_last_move(move.c.reason, as_of)
    filters: Filters = {
        "status": lambda value: and_(target == value, *_inactive(value)),
        "reason": lambda value: and_(reason == value, _ever(move.c.reason == value)),
        "category": lambda value: endorsement.c.category == value,
        "credential": lambda value: endorsement.c.credential == value,
        "person": lambda value: endorsement.c.person_id == int(value),
    }
    orders: dict[str, Any] = {
        "name": person.c.sort_fold,
        "category": endorsement.c.category,
        "credential": endorsement.c.credential,
        "since": endorsement.c.since,
        "status": target,
    }
    columns, listed = _standing_of_each(as_of), select(own).where(target.is_not(None))
    # Without the 0 SQLite would go by endorsements and sort them all; with it, by the names.
    few = query.filters.get("status") == "inactive" or query.filters.keys() & {"reason", "person"}
    by_name = listed.join(person, holder == (person.c.id if few else person.c.id + 0))
    source = _Source(own, holder, columns, listed, by_name, filters, orders, _endorsement)
    return _page(reader, query, source)


def _inactive(status: str) -> tuple[ColumnElement[bool], ...]:
    """The inactive are few: whoever never was need not be looked at."""
    return (_ever(move.c.target == status),) if status == "inactive" else ()


def _ever(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return endorsement.c.id.in_(select(move.c.endorsement_id).where(condition))


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


@dataclass(frozen=True, slots=True)
class _Source(Generic[T]):
    """A list: all its `columns`, and the bare numbers of its rows, as they are and `by_name`.

    `id` is a row's number, `holder` the person it speaks of.
    """

    id: ColumnElement[int]
    holder: ColumnElement[int]
    columns: Select[Any]
    listed: Select[Any]
    by_name: Select[Any]
    filters: Filters
    orders: Mapping[str, ColumnElement[Any]]
    make: Callable[[Row], T]

    def conditions(self, query: ListQuery) -> list[ColumnElement[bool]]:
        for name in query.filters:
            if name not in self.filters:
                raise BadInput("list.unknown_filter", name=name)
        return [self.filters[name](value) for name, value in query.filters.items()]

    def order(self, query: ListQuery) -> tuple[ColumnElement[Any], ...]:
        if query.order not in self.orders:
            raise BadInput("list.unknown_order", name=query.order)
        order = self.orders[query.order]
        towards = order.desc() if query.descending else order.asc()
        if getattr(order, "nullable", True):  # what has no value stands last, either way
            towards = towards.nulls_last()
        return towards, self.id

    def rows(self, reader: Reader, query: Select[Any]) -> tuple[T, ...]:
        return tuple(self.make(dict(row)) for row in reader.connection.execute(query).mappings())


def _page(reader: Reader, query: ListQuery, source: _Source[T]) -> Page[T]:
    """Find the page's rows by their numbers, then read these only; count the whole if asked."""
    conditions, order = source.conditions(query), source.order(query)
    if query.limit is None:
        return _whole(reader, query, source)
    by_name = query.order == "name"
    owner = person.c.id if by_name else source.holder
    words = search.matching(reader.connection, owner, query.text, in_order=by_name)
    wanted = conditions if words is None else [*conditions, words]
    listed = (source.by_name if by_name else source.listed).where(*wanted).order_by(*order)
    one_more = listed.limit(query.limit + 1).offset(query.offset)
    ids = list(reader.connection.execute(one_more).scalars())
    part = source.columns.where(source.id.in_(ids[: query.limit])).order_by(*order)
    beyond = not ids and query.offset > 0
    if query.counted or beyond:
        return Page(source.rows(reader, part), _total(reader, query, source))
    more = len(ids) > query.limit
    return Page(source.rows(reader, part), query.offset + len(ids), more)


def _whole(reader: Reader, query: ListQuery, source: _Source[T]) -> Page[T]:
    """All rows from the offset on."""
    words = search.matching(reader.connection, source.holder, query.text)
    wanted = [*source.conditions(query), *(() if words is None else (words,))]
    ordered = source.columns.where(*wanted).order_by(*source.order(query))
    rows = source.rows(reader, ordered)
    return Page(rows[query.offset :], len(rows))


def _total(reader: Reader, query: ListQuery, source: _Source[T]) -> int:
    words = search.matching(reader.connection, source.holder, query.text)
    wanted = [*source.conditions(query), *(() if words is None else (words,))]
    count = select(func.count()).select_from(source.listed.where(*wanted).subquery())
    return reader.connection.execute(count).scalar_one()
