"""People, as rows."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import or_, select, union

from coordinator_app.domain.fold import digits, fold
from coordinator_app.domain.people import Known, PersonDraft, sort_key, split_name
from coordinator_app.persistence.columns import Row, or_none, text
from coordinator_app.persistence.store import Reader, Transaction
from coordinator_app.persistence.tables import contact, former_name, person, tie


def names_of(draft: PersonDraft) -> dict[str, object]:
    """The columns of a person's name, with what is searched and sorted by."""
    given, family = (
        (draft.given, draft.family) if draft.given or draft.family else split_name(draft.name)
    )
    return {
        "name": draft.name.strip(),
        "given": or_none(given),
        "family": or_none(family),
        "letter_name": or_none(draft.letter_name),
        "fold": fold(draft.name),
        "sort_fold": sort_key(draft.name, given, family),
    }


def _own_columns(draft: PersonDraft) -> dict[str, object]:
    plain = (
        "discipline",
        "language",
        "island",
        "address",
        "membership_association",
        "membership_until",
        "easy_number",
    )
    return names_of(draft) | {name: or_none(getattr(draft, name)) for name in plain}


def add(tx: Transaction, draft: PersonDraft, *, imported: bool = False) -> int:
    """Write a new person with contacts, agency and former names; gives the number."""
    number = tx.insert("person", _own_columns(draft) | {"imported": int(imported)})
    _add_parts(tx, number, draft)
    return number


def change(tx: Transaction, number: int, draft: PersonDraft) -> None:
    """Write what the draft says over the person's own columns, and add parts that are new."""
    tx.update("person", number, _own_columns(draft))
    _add_parts(tx, number, draft)


def _add_parts(tx: Transaction, number: int, draft: PersonDraft) -> None:
    for mail in draft.emails:
        add_contact(tx, number, "email", mail)
    for phone in draft.phones:
        add_contact(tx, number, "phone", phone)
    for name in draft.former_names:
        if name.strip() and not tx.find("former_name", person_id=number, fold=fold(name)):
            tx.insert(
                "former_name", {"person_id": number, "name": name.strip(), "fold": fold(name)}
            )
    if draft.agency.strip():
        add_agency(tx, number, draft.agency)


def folded_contact(kind: str, value: str) -> str:
    """What is compared and searched: an e-mail in small letters, a phone's digits."""
    return value.strip().casefold() if kind == "email" else digits(value)


def add_contact(tx: Transaction, number: int, kind: str, value: str) -> None:
    """Write an e-mail or phone, unless the person has it."""
    folded = folded_contact(kind, value)
    if value.strip() and not tx.find(
        "contact", person_id=number, kind=kind, folded=folded, ended=None
    ):
        tx.insert(
            "contact", {"person_id": number, "kind": kind, "value": value.strip(), "folded": folded}
        )


def add_agency(tx: Transaction, number: int, agency: str, *, started: str | None = None) -> None:
    """Write an agency, unless the person is there already."""
    if not tx.find("affiliation", person_id=number, fold=fold(agency), ended=None):
        tx.insert(
            "affiliation",
            {
                "person_id": number,
                "agency": agency.strip(),
                "fold": fold(agency),
                "started": started,
            },
        )


def maybe_same(reader: Reader, wanted: Known) -> list[Known]:
    """People who share a folded name, former name, e-mail or phone with `wanted`."""
    contacts = wanted.emails | wanted.phones
    found = union(
        select(person.c.id).where(person.c.fold.in_(wanted.names)),
        select(person.c.id).where(person.c.sort_fold.in_(wanted.names)),
        select(former_name.c.person_id).where(former_name.c.fold.in_(wanted.names)),
        select(contact.c.person_id).where(contact.c.folded.in_(contacts)),
    )
    return all_known(reader, list(reader.connection.execute(found).scalars()))


def all_known(reader: Reader, numbers: Collection[int] | None = None) -> list[Known]:
    """The marks of these people, or of everybody, in the order of their numbers."""
    marks: dict[int, tuple[set[str], set[str], set[str]]] = {}
    people = select(person.c.id, person.c.fold, person.c.sort_fold).order_by(person.c.id)
    formers = select(former_name.c.person_id, former_name.c.fold)
    contacts = select(contact.c.person_id, contact.c.kind, contact.c.folded)
    if numbers is not None:
        people = people.where(person.c.id.in_(numbers))
        formers = formers.where(former_name.c.person_id.in_(numbers))
        contacts = contacts.where(contact.c.person_id.in_(numbers))
    for id, folded, sorted_fold in reader.connection.execute(people):
        marks[id] = ({folded, sorted_fold}, set(), set())
    for id, folded in reader.connection.execute(formers):
        marks[id][0].add(folded)
    for id, kind, folded in reader.connection.execute(contacts):
        marks[id][1 if kind == "email" else 2].add(folded)
    return [Known(id, *(frozenset(part) for part in parts)) for id, parts in marks.items()]


def name_of(reader: Reader, number: int) -> str:
    return text(reader.get("person", number), "name")


def tied(reader: Reader, one: int, other: int) -> list[dict[str, object]]:
    """The declared ties between two people, in either direction."""
    query = select(tie).where(
        or_(
            (tie.c.person_id == one) & (tie.c.other_id == other),
            (tie.c.person_id == other) & (tie.c.other_id == one),
        )
    )
    return [dict(row) for row in reader.connection.execute(query).mappings()]


def letter_name(row: Row) -> str:
    """The name a letter is addressed to: the name for letters, else the name as written."""
    return text(row, "letter_name") or text(row, "name")


def address_lines(row: Row) -> tuple[str, ...]:
    return tuple(line.strip() for line in text(row, "address").splitlines() if line.strip())
