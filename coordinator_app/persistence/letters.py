"""What a letter needs to know of its case, and which letters are owed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, func, select

from coordinator_app.domain.letters import TO_RATERS, LetterFacts, LetterKind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.views import LetterRow
from coordinator_app.persistence import cards, lists, people
from coordinator_app.persistence.columns import Row, maybe_day, maybe_flag, number, text
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import application, decision, letter, person, submission


def recipient(reader: Reader, kind: LetterKind, application_id: int, reference_id: object) -> int:
    """Who gets the letter: the rater for what raters are asked, else the applicant."""
    if kind in TO_RATERS and isinstance(reference_id, int):
        return number(reader.get("reference", reference_id), "rater_id")
    return number(reader.get("application", application_id), "person_id")


def with_rater(reader: Reader, facts: LetterFacts, reference_id: int) -> LetterFacts:
    """The facts of a letter about a rating: asked when, waived or not; never what it said."""
    row = reader.get("reference", reference_id)
    rater = reader.get("person", number(row, "rater_id"))
    name = people.letter_name(rater)
    known = replace(
        facts,
        applicant=facts.recipient,
        rater=name,
        asked_on=maybe_day(row, "asked_on"),
        waived=maybe_flag(row, "waiver"),
    )
    if facts.kind in TO_RATERS:
        return replace(known, recipient=name, address=people.address_lines(rater))
    return known


def owed(reader: Reader, round_: str) -> Iterator[tuple[int, str]]:
    """(case, decision) of a round's decisions without a letter. Imported history owes none.

    A case that has been decided anew since is answered for that, not for the earlier decision.
    """
    for row in _decided(reader, round_):
        newest = reader.find("decision", application_id=row["application_id"])[-1]["id"]
        wanted = row["id"] == newest and not row["imported"]
        if wanted and not reader.find("letter", decision_id=row["id"]):
            yield number(row, "application_id"), text(row, "kind")


def of_round(reader: Reader, round_: str) -> tuple[LetterRow, ...]:
    """The letters that answer a round's submissions, in the order of their numbers."""
    decisions = [row["id"] for row in _decided(reader, round_)]
    found = cards.letters(reader, letter.c.decision_id.in_(decisions))
    return tuple(sorted(found, key=lambda one: one.number))


def page(reader: Reader, query: ListQuery) -> Page[LetterRow]:
    """Letters as issued. Filters: sent ("yes", "no"), kind, person. Orders: number, kind, name,
    case, issued, sent. Words beginning with "L-" find letters by their number.
    """
    columns = (
        select(letter, person.c.name, application.c.case_year, application.c.case_running)
        .join(person, person.c.id == letter.c.person_id)
        .outerjoin(application, application.c.id == letter.c.application_id)
    )
    if query.text.strip().upper().startswith("L-"):
        columns = columns.where(_beginning(query.text.strip().upper()))
        query = replace(query, text="")
    filters: lists.Filters = {
        "sent": lambda value: letter.c.sent_on.is_not(None) == (value == "yes"),
        "kind": lambda value: letter.c.kind == value,
        "person": lambda value: letter.c.person_id == int(value),
    }
    orders = {
        "number": letter.c.id,
        "name": person.c.sort_fold,
        "kind": letter.c.kind,
        "case": application.c.case_year * 100000 + application.c.case_running,
        "issued": letter.c.issued_on,
        "sent": letter.c.sent_on,
    }
    return lists.page_of(reader, query, columns, filters, orders, letter.c.id, cards.letter_row)


def numbered(reader: Reader, start: str, limit: int) -> tuple[LetterRow, ...]:
    """The letters whose number begins so ("L-2026-004"), the newest first; by the number's index."""
    first = select(letter.c.id).where(_beginning(start)).order_by(letter.c.number.desc())
    found = cards.letters(reader, letter.c.id.in_(first.limit(limit)))
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def number_of(reader: Reader, id: int) -> str:
    """The number a letter went out under. Raises NotFound."""
    return text(reader.get("letter", id), "number")


def _beginning(start: str) -> ColumnElement[bool]:
    """A range, which the index on numbers answers; LIKE would look at every letter."""
    return and_(letter.c.number >= start, letter.c.number < start + chr(0x10FFFF))


def to_send(reader: Reader) -> int:
    """How many letters are issued and not sent."""
    query = select(func.count()).select_from(letter).where(letter.c.sent_on.is_(None))
    return reader.connection.execute(query).scalar_one()


def of_endorsement(reader: Reader, id: int) -> tuple[LetterRow, ...]:
    """The letters about one endorsement, the newest first: their facts hold its number."""
    owner = number(reader.get("endorsement", id), "person_id")
    about = func.json_extract(letter.c.facts, "$.endorsement_id") == id
    return cards.letters(reader, (letter.c.person_id == owner) & about)


def rounds(reader: Reader) -> tuple[str, ...]:
    """The rounds in which something was decided, the newest first; imported history left out."""
    query = (
        select(submission.c.round)
        .join(
            decision,
            (decision.c.application_id == submission.c.application_id)
            & (decision.c.submission == submission.c.number),
        )
        .where(decision.c.imported == 0)
        .distinct()
        .order_by(submission.c.round.desc())
    )
    return tuple(reader.connection.execute(query).scalars())


def email_of(reader: Reader, person_id: int) -> str:
    """The person's present e-mail address, or ""."""
    found = reader.find("contact", person_id=person_id, kind="email", ended=None)
    return text(found[0], "value") if found else ""


def _decided(reader: Reader, round_: str) -> Iterator[Row]:
    """The decisions on what was submitted in a round: a case may come back in a later one."""
    for row in reader.find("submission", round=round_):
        case, count = row["application_id"], row["number"]
        yield from reader.find("decision", application_id=case, submission=count)
