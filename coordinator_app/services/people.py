"""What one does with people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.people import PersonDraft, known, likeness
from coordinator_app.domain.views import Hit, PersonCard, PersonRow
from coordinator_app.persistence import cards, lists, people
from coordinator_app.persistence.columns import iso
from coordinator_app.persistence.store import Store
from coordinator_app.runtime.addresses import check_email

TIE_KINDS = ("family", "supervises", "gave_rsc", "gave_reference", "declared")


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody on file who may be the person being entered. `likeness`: likely or possibly."""

    id: int
    name: str
    likeness: str


def check_draft(draft: PersonDraft) -> None:
    """Raises BadInput `email.not_one` for an address that is none."""
    for address in draft.emails:
        if address.strip():
            check_email(address)


@dataclass(frozen=True, slots=True)
class People:
    store: Store
    today: Callable[[], date]

    def list(self, query: ListQuery) -> Page[PersonRow]:
        with self.store.read() as reader:
            return lists.people(reader, query)

    def card(self, id: int) -> PersonCard:
        """Everything on one person. Raises NotFound."""
        with self.store.read() as reader:
            return cards.person_card(reader, id, self.today())

    def names(self, ids: Iterable[int]) -> Mapping[int, str]:
        """The names of people, as written. Raises NotFound."""
        with self.store.read() as reader:
            return {id: people.name_of(reader, id) for id in set(ids)}

    def maybe_same(self, draft: PersonDraft, *, but: int | None = None) -> tuple[Likely, ...]:
        """People on file who may be this one; `but` leaves the person's own record out."""
        mine = known(0, draft)
        with self.store.read() as reader:
            others = [one for one in people.maybe_same(reader, mine) if one.id != but]
            found = [(one.id, likeness(mine, one)) for one in others]
            return tuple(Likely(id, people.name_of(reader, id), how) for id, how in found if how)

    def add(self, draft: PersonDraft) -> Changes:
        check_draft(draft)
        with self.store.write("Add person", detail=draft.name) as tx:
            tx.made = people.add(tx, draft)
        return tx.changes()

    def change(self, id: int, draft: PersonDraft) -> Changes:
        """Write the draft over the record; a name that was is kept as a former name if it is given."""
        check_draft(draft)
        with self.store.write("Edit person", detail=draft.name) as tx:
            people.change(tx, id, draft)
        return tx.changes()

    def remove_contact(self, contact_id: int) -> Changes:
        """Say that an e-mail or phone is no longer theirs; nothing is deleted."""
        with self.store.write("Remove contact") as tx:
            tx.update("contact", contact_id, {"ended": iso(self.today())})
        return tx.changes()

    def leave_agency(self, affiliation_id: int, on: date) -> Changes:
        """Say that somebody left an agency; what they did there stays theirs."""
        with self.store.write("Leave agency") as tx:
            tx.update("affiliation", affiliation_id, {"ended": iso(on)})
        return tx.changes()

    def add_licence(
        self, id: int, kind: str, number: str, board: str, until: date | None
    ) -> Changes:
        with self.store.write("Add licence") as tx:
            values = {"kind": kind, "number": number, "board": board, "until": iso(until)}
            tx.detail = people.name_of(tx, id)
            tx.insert("licence", {"person_id": id} | values)
        return tx.changes()

    def declare_tie(self, id: int, other: int, kind: str, note: str = "") -> Changes:
        """Declare that two people are tied, which reviewing and scoring will respect."""
        if kind not in TIE_KINDS:
            raise BadInput("tie.unknown_kind", kind=kind)
        if id == other:
            raise RuleBroken("tie.with_oneself")
        with self.store.write("Declare tie") as tx:
            tx.detail = f"{people.name_of(tx, id)}, {people.name_of(tx, other)}"
            tx.insert("tie", {"person_id": id, "other_id": other, "kind": kind, "note": note})
        return tx.changes()

    def archive(self, id: int, reason: str) -> Changes:
        """Put a record aside: it is not deleted, but lists and search leave it out."""
        with self.store.write("Archive person", reason=reason) as tx:
            tx.update("person", id, {"archived_on": iso(self.today())})
        return tx.changes()

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """People and cases that every word of `words` points to, by any spelling."""
        with self.store.read() as reader:
            return cards.hits(reader, words, limit)
