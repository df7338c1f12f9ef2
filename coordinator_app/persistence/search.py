"""Finding people by any spelling: folded terms, derived from the records and kept beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, delete, insert, select

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


def matching(query: str) -> ColumnElement[bool] | None:
    """The condition on `person` that each word of the query begins one of the person's terms.

    None where the query has no word in it. The query is data: no sign in it has a meaning.
    """
    words = words_of(query)
    return and_(*(person.c.id.in_(_beginning(word)) for word in words)) if words else None


def _beginning(word: str) -> Select[tuple[int]]:
    return select(search_term.c.person_id).where(
        search_term.c.term >= word, search_term.c.term < word + chr(0x10FFFF)
    )


def matching_people(connection: Connection, query: str, *, limit: int) -> list[int]:
    """The people a query finds, in the order of their names; none for a query without words."""
    condition = matching(query)
    if condition is None:
        return []
    found = select(person.c.id).where(condition, person.c.archived_on.is_(None))
    ordered = found.order_by(person.c.sort_fold, person.c.id).limit(limit)
    return list(connection.execute(ordered).scalars())
