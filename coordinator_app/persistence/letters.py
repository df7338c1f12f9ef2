"""What a letter needs to know of its case, and which letters are owed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coordinator_app.domain.letters import TO_RATERS, LetterFacts, LetterKind
from coordinator_app.persistence import people
from coordinator_app.persistence.columns import maybe_day, maybe_flag, number, text
from coordinator_app.persistence.store import Reader


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
    """(case, decision) of a round's decisions without a letter. Imported history owes none."""
    for row in reader.find("application", round=round_):
        decisions = reader.find("decision", application_id=row["id"], imported=0)
        if decisions and not reader.find("letter", decision_id=decisions[-1]["id"]):
            yield number(row, "id"), text(decisions[-1], "kind")
