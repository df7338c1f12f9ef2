"""Flat rows for screens, straight from SQL, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select

from coordinator_app.domain.applications import NOT_OPEN
from coordinator_app.domain.facts import STATES
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.people import sort_name
from coordinator_app.domain.registry_upkeep import Owing
from coordinator_app.domain.views import ApplicationRow, EndorsementRow, PersonRow
from coordinator_app.persistence import upkeep
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
from coordinator_app.persistence.pages import Filters, Source, page
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
_LIFE_ORDER = case(*((application.c.state == state, n) for n, state in enumerate(STATES)), else_=99)


def _latest(
    column: ColumnElement[str], link: ColumnElement[int], *more: ColumnElement[bool]
) -> Any:
    return select(column).where(and_(link == person.c.id, *more)).limit(1).scalar_subquery()


def _count(link: ColumnElement[int], owner: ColumnElement[int], *more: ColumnElement[bool]) -> Any:
    return select(func.count()).where(and_(link == owner, *more)).scalar_subquery()


def _agency() -> Any:
    """An agency of a person."""
    return _latest(affiliation.c.agency, affiliation.c.person_id, affiliation.c.ended.is_(None))


def _people() -> Select[Any]:
    """Everybody who is not archived, with what the list shows of them."""
    open_questions = question.c.answered_on.is_(None)
    return select(
        person,
        _agency().label("agency"),
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


def people(reader: Reader, query: ListQuery) -> Page[PersonRow]:
    """People who are not archived. Filters: island; has: application, endorsement or question.

    Orders: name, island, agency.
    """
    columns, listed = _people(), select(person.c.id).where(person.c.archived_on.is_(None))
    open_questions = question.c.answered_on.is_(None)
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
    orders = {"name": person.c.sort_fold, "island": person.c.island, "agency": _agency()}
    source = Source(person.c.id, person.c.id, columns, listed, listed, filters, orders, _person)
    return page(reader, query, source)


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


_OF_CASES: Filters = {
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
    source = Source(own, holder, columns, select(own), by_name, _OF_CASES, orders, application_row)
    return page(reader, query, source)


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


def registry(
    reader: Reader, query: ListQuery, as_of: date, owing: Owing | None = None
) -> Page[EndorsementRow]:
    """Endorsements as they stood on a day. Filters: status, category, credential, reason, person,
    renewal ("owed": as `owing` says).

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
        "renewal": lambda value: (
            upkeep.is_owed(owing or Owing(), as_of, target) == (value == "owed")
        ),
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
    source = Source(own, holder, columns, listed, by_name, filters, orders, _endorsement)
    return page(reader, query, source)


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


def page_of(
    reader: Reader,
    query: ListQuery,
    columns: Select[Any],
    filters: Filters,
    orders: Mapping[str, ColumnElement[Any]],
    id: ColumnElement[int],
    make: Callable[[Row], T],
) -> Page[T]:
    """A page of a list of which little is known: `columns` join the person each row speaks of."""
    listed = columns.with_only_columns(id)
    return page(
        reader, query, Source(id, person.c.id, columns, listed, listed, filters, orders, make)
    )
