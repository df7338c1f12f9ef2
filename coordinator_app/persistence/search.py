"""Finding people by any spelling: folded terms, derived from the records and kept beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
)

from coordinator_app.domain.fold import digits, fold
from coordinator_app.persistence.kept import search_term
from coordinator_app.persistence.tables import (
    affiliation,
    application,
    contact,
    former_name,
    person,
)

# The records that terms are derived from; what touches none of them changes no term.
SOURCES = frozenset({"person", "former_name", "contact", "affiliation", "application"})
_CHUNK = 400
_MANY = 15_000  # terms that begin alike: from here on, sorting all they lead to is slower
_PHONE = re.compile(r"[\d\s()+./-]{7,}")
_CASE = re.compile(r"\d{4}-\d*")


def refresh(connection: Connection, people: Collection[int]) -> None:
    """Derive these people's search terms anew from their records."""
    ordered = sorted(people)
    for start in range(0, len(ordered), _CHUNK):
        chunk = ordered[start : start + _CHUNK]
        connection.execute(delete(search_term).where(search_term.c.person_id.in_(chunk)))
        rows = [
            {"person_id": number, "term": term, "kind": kind}
            for number, term, kind in sorted(set(terms(connection, chunk)))
        ]
        if rows:
            connection.execute(insert(search_term), rows)


def terms(connection: Connection, people: Collection[int]) -> Iterator[tuple[int, str, str]]:
    """(person, term, kind) of these people: names and former names, e-mails, phones, agencies, cases."""
    for number, text, given, family in connection.execute(
        select(person.c.id, person.c.fold, person.c.given, person.c.family).where(
            person.c.id.in_(people)
        )
    ):
        yield from _words(
            number, f"{text} {fold(family or '').replace(' ', '')} {fold(given or '')}", "name"
        )
    for number, text in _pairs(connection, former_name.c.person_id, former_name.c.fold, people):
        yield from _words(number, text, "former")
    for number, text in _pairs(connection, contact.c.person_id, contact.c.folded, people):
        yield from _words(number, fold(text), "contact")
    for number, text in _pairs(connection, affiliation.c.person_id, affiliation.c.fold, people):
        yield from _words(number, text, "agency")
    cases = select(application.c.person_id, application.c.case_year, application.c.case_running)
    for number, year, running in connection.execute(
        cases.where(application.c.person_id.in_(people))
    ):
        yield number, case_term(year, running), "case"


def case_term(year: int, running: int) -> str:
    return f"{year}-{running:03d}"


def _pairs(
    connection: Connection, number: Column[int], text: Column[str], people: Collection[int]
) -> Iterator[tuple[int, str]]:
    found = connection.execute(select(number, text).where(number.in_(people)))
    yield from ((owner, folded) for owner, folded in found)


def _words(number: int, text: str, kind: str) -> Iterator[tuple[int, str, str]]:
    for word in set(text.split()):
        yield number, word, kind


def words_of(query: str) -> list[str]:
    """The words to look for: folded, but a case number ("2026-007") or a telephone number is whole."""
    if _PHONE.fullmatch(query) and not _CASE.fullmatch(query.strip()):
        return [digits(query)]
    found: list[str] = []
    for word in query.split():
        found += [word] if _CASE.fullmatch(word) else fold(word).split()
    return found


def matching(
    connection: Connection, owner: ColumnElement[int], query: str, *, in_order: bool = False
) -> ColumnElement[bool] | None:
    """The condition that each word of the query begins a term of the person whose number `owner` is.

    None where the query has no word in it. The query is data: no sign in it has a meaning.
    `in_order` is for a page of people in the order of their names: where every word is found with
    very many, each is asked as the names go by; else the people of a rare word are asked alone.
    """
    words = words_of(query)
    if not words:
        return None
    rare = [word for word in words if in_order and _is_rare(connection, word)]
    listed = rare[:1] if in_order else words
    return and_(
        *(owner.in_(select(search_term.c.person_id).where(_begins(word))) for word in listed),
        *(_has(owner, word) for word in words if word not in listed),
    )


def _begins(word: str) -> ColumnElement[bool]:
    return and_(search_term.c.term >= word, search_term.c.term < word + chr(0x10FFFF))


def _has(owner: ColumnElement[int], word: str) -> ColumnElement[bool]:
    return exists().where(search_term.c.person_id == owner, _begins(word))


def _is_rare(connection: Connection, word: str) -> bool:
    """Whether sorting all who are found costs less than asking one after another."""
    some = select(search_term.c.person_id).where(_begins(word)).limit(_MANY).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one() < _MANY


def matching_people(connection: Connection, query: str, *, limit: int) -> list[int]:
    """The people a query finds, in the order of their names; none for a query without words."""
    condition = matching(connection, person.c.id, query, in_order=True)
    if condition is None:
        return []
    found = select(person.c.id).where(condition, person.c.archived_on.is_(None))
    ordered = found.order_by(person.c.sort_fold, person.c.id).limit(limit)
    return list(connection.execute(ordered).scalars())
