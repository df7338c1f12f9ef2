"""Everything known about an examinee that must not be in a packet."""

from __future__ import annotations

from coordinator_app.domain.known import Identity
from coordinator_app.persistence.columns import Row, maybe_number, number, text
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader

_TIES = ("supervises", "gave_rsc", "gave_reference")


def identity_of(reader: Reader, application_id: int) -> Identity:
    """What is on file of the person of a case, and of those who stand close to them there."""
    row = reader.get("application", application_id)
    person = number(row, "person_id")
    who = reader.get("person", person)
    contacts = reader.find("contact", person_id=person)
    return Identity(
        names=_some(text(who, "name"), text(who, "letter_name")),
        givens=_some(text(who, "given")),
        families=_some(text(who, "family")),
        formers=tuple(text(one, "name") for one in reader.find("former_name", person_id=person)),
        emails=tuple(text(one, "value") for one in contacts if one["kind"] == "email"),
        phones=tuple(text(one, "value") for one in contacts if one["kind"] == "phone"),
        numbers=_numbers(reader, row, who),
        others=_others(reader, application_id, person),
        agencies=tuple(text(one, "agency") for one in reader.find("affiliation", person_id=person)),
        places=_some(text(who, "island")),
    )


def _numbers(reader: Reader, row: Row, who: Row) -> tuple[str, ...]:
    case = case_term(number(row, "case_year"), number(row, "case_running"))
    licences = reader.find("licence", person_id=who["id"])
    return (
        *_some(case, text(who, "easy_number")),
        *_some(*(text(one, "number") for one in licences)),
    )


def _others(reader: Reader, application_id: int, person: int) -> tuple[str, ...]:
    """Raters, supervisors, givers of RSC: by record, or by the name that was written."""
    raters = reader.find("reference", application_id=application_id)
    given = reader.find("evidence", application_id=application_id)
    numbers = [maybe_number(one, "rater_id") for one in raters]
    numbers += [maybe_number(one, "provider_id") for one in given]
    for tie in (*reader.find("tie", person_id=person), *reader.find("tie", other_id=person)):
        if tie["kind"] in _TIES:
            numbers += [number(tie, "person_id"), number(tie, "other_id")]
    people = dict.fromkeys(one for one in numbers if one is not None and one != person)
    names = [text(reader.get("person", one), "name") for one in people]
    return _some(*names, *(text(one, "provider_name") for one in given))


def _some(*texts: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in texts if one.strip())
