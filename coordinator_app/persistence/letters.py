"""What a letter needs to know of its case, and which letters are owed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coordinator_app.domain.letters import TO_RATERS, LetterFacts, LetterKind
from coordinator_app.domain.views import LetterRow
from coordinator_app.persistence import cards, people
from coordinator_app.persistence.columns import Row, maybe_day, maybe_flag, number, text
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import letter


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


def _decided(reader: Reader, round_: str) -> Iterator[Row]:
    """The decisions on what was submitted in a round: a case may come back in a later one."""
    for row in reader.find("submission", round=round_):
        case, count = row["application_id"], row["number"]
        yield from reader.find("decision", application_id=case, submission=count)
