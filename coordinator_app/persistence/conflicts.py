"""What ties a reviewer to an applicant, from the records of both."""

from __future__ import annotations

from datetime import date

from coordinator_app.persistence import people
from coordinator_app.persistence.columns import text, when
from coordinator_app.persistence.store import Reader

_GONE = ("replaced", "declined")


def conflicts(reader: Reader, applicant: int, other: int, on: date) -> tuple[str, ...]:
    """The codes of every conflict on a day: see domain/reviews.py."""
    if applicant == other:
        return ("self",)
    found = [text(tie, "kind") for tie in people.tied(reader, applicant, other)]
    if _gave_rsc(reader, applicant, other):
        found.append("gave_rsc")
    if _gave_reference(reader, applicant, other):
        found.append("gave_reference")
    if _agencies(reader, applicant, on) & _agencies(reader, other, on):
        found.append("same_agency")
    return tuple(dict.fromkeys(found))


def _gave_rsc(reader: Reader, applicant: int, other: int) -> bool:
    cases = [row["id"] for row in reader.find("application", person_id=applicant)]
    given = reader.find("evidence", provider_id=other)
    return any(row["application_id"] in cases for row in given)


def _gave_reference(reader: Reader, applicant: int, other: int) -> bool:
    cases = [row["id"] for row in reader.find("application", person_id=applicant)]
    given = reader.find("reference", rater_id=other)
    return any(row["application_id"] in cases and text(row, "state") not in _GONE for row in given)


def _agencies(reader: Reader, person: int, on: date) -> set[str]:
    """The folded agencies a person belongs to on a day (unknown ends count as open)."""
    return {
        text(row, "fold")
        for row in reader.find("affiliation", person_id=person)
        if ((start := when(row, "started")) is None or start.first() <= on)
        and ((end := when(row, "ended")) is None or end.last() >= on)
    }
