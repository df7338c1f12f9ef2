"""What ties a reviewer to an applicant, from the records of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import literal, select

from coordinator_app.persistence import journal, people
from coordinator_app.persistence.columns import Row, number, text, when
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import affiliation, application, evidence, reference, tie

_GONE = ("replaced", "declined")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that ties two people: its code, and the rows of a record that tell it."""

    code: str
    record: str
    rows: tuple[int, ...]


def conflicts(reader: Reader, applicant: int, other: int, on: date) -> tuple[str, ...]:
    """The codes of every conflict on a day: see domain/reviews.py."""
    found = (one.code for one in told_conflicts(reader, applicant, other, on))
    return tuple(dict.fromkeys(found))


def told_conflicts(reader: Reader, applicant: int, other: int, on: date) -> list[Conflict]:
    """Every conflict on a day with the record that tells it."""
    if applicant == other:
        return [Conflict("self", "person", (applicant,))]
    return [
        *(
            Conflict(text(tie, "kind"), "tie", (number(tie, "id"),))
            for tie in people.tied(reader, applicant, other)
        ),
        *_given(reader, applicant, other),
        *_agencies_shared(reader, applicant, other, on),
    ]


def conflicts_of(reader: Reader, applicant: int, on: date) -> dict[int, tuple[str, ...]]:
    """The same codes for everybody who has a conflict with the applicant, at the cost of one."""
    found: dict[int, dict[str, None]] = {applicant: {"self": None}}
    connection = reader.connection
    mine = select(application.c.id).where(application.c.person_id == applicant)
    gone = reference.c.state.in_(_GONE)
    told = (
        select(tie.c.other_id, tie.c.kind).where(tie.c.person_id == applicant),
        select(tie.c.person_id, tie.c.kind).where(tie.c.other_id == applicant),
        select(evidence.c.provider_id, literal("gave_rsc")).where(
            evidence.c.application_id.in_(mine), evidence.c.provider_id.is_not(None)
        ),
        select(reference.c.rater_id, literal("gave_reference")).where(
            reference.c.application_id.in_(mine), reference.c.rater_id.is_not(None), ~gone
        ),
    )
    for query in told:
        for other, code in connection.execute(query):
            found.setdefault(other, {})[code] = None
    for other in _colleagues(reader, applicant, on):
        found.setdefault(other, {})["same_agency"] = None
    return {other: tuple(codes) for other, codes in found.items()} | {applicant: ("self",)}


def _colleagues(reader: Reader, applicant: int, on: date) -> list[int]:
    """Who belongs on a day to an agency that the applicant belongs to then."""
    there = affiliation.c.fold.in_(list(_agencies(reader, applicant, on)))
    found = reader.connection.execute(select(affiliation).where(there)).mappings()
    rows: list[Row] = [dict(row) for row in found]
    return [number(row, "person_id") for row in rows if _belongs(row, on)]


def known_before(reader: Reader, one: Conflict, record: str, row: int) -> bool:
    """Whether the conflict stood in the file, as it stands now, before a row was written."""
    written = journal.span_of(reader.connection, record, row)
    told = (journal.span_of(reader.connection, one.record, number) for number in one.rows)
    return written is None or all(span is None or span[1] < written[0] for span in told)


def _given(reader: Reader, applicant: int, other: int) -> list[Conflict]:
    """RSC and ratings that the other gave in any of the applicant's cases."""
    cases = [row["id"] for row in reader.find("application", person_id=applicant)]
    rsc = reader.find("evidence", provider_id=other)
    ratings = reader.find("reference", rater_id=other)
    return [
        *(
            Conflict("gave_rsc", "evidence", (number(row, "id"),))
            for row in rsc
            if row["application_id"] in cases
        ),
        *(
            Conflict("gave_reference", "reference", (number(row, "id"),))
            for row in ratings
            if row["application_id"] in cases and text(row, "state") not in _GONE
        ),
    ]


def _agencies_shared(reader: Reader, applicant: int, other: int, on: date) -> list[Conflict]:
    """Agencies both belong to on a day, told by a row of each."""
    mine, theirs = _agencies(reader, applicant, on), _agencies(reader, other, on)
    return [
        Conflict("same_agency", "affiliation", (mine[fold], theirs[fold]))
        for fold in sorted(mine.keys() & theirs.keys())
    ]


def _agencies(reader: Reader, person: int, on: date) -> dict[str, int]:
    """The folded agencies a person belongs to on a day (unknown ends count as open) → the record."""
    return {
        text(row, "fold"): number(row, "id")
        for row in reader.find("affiliation", person_id=person)
        if row["fold"] and _belongs(row, on)
    }


def _belongs(row: Row, on: date) -> bool:
    start, end = when(row, "started"), when(row, "ended")
    return (start is None or start.first() <= on) and (end is None or end.last() >= on)
