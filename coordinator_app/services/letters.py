"""Letters: seen before they are made, kept as issued, marked sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coordinator_app.documents.letters import Stationery, letter_pdf, mail_text, stationery
from coordinator_app.documents.wording import Wording, shipped_wording
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.letters import (
    DECISION_LETTERS,
    REGISTRY_LETTERS,
    LetterFacts,
    LetterKind,
    letter_name,
    letter_of,
)
from coordinator_app.domain.letters_kept import facts_from_json, facts_to_json
from coordinator_app.domain.views import LetterRow
from coordinator_app.persistence import blobs, letters
from coordinator_app.persistence.columns import iso, number, text
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.runtime import paths
from coordinator_app.runtime.files import write_beside
from coordinator_app.services.letter_facts import facts_of
from coordinator_app.services.letter_facts_registry import facts_of_endorsement
from coordinator_app.services.policies import Policies

DRAFT_NUMBER = "L-0000-0000"
WAYS = ("e-mail", "post", "by hand")


@dataclass(frozen=True, slots=True)
class Issued:
    """A letter written to a folder by `batch`."""

    number: str
    kind: str
    case_number: str
    file: Path


@dataclass(frozen=True, slots=True)
class Letters:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def preview(self, kind: LetterKind, application_id: int, **more: object) -> bytes:
        """The letter as it would be issued today, with a draft's number."""
        with self.store.read() as reader:
            facts = self._facts(reader, kind, application_id, DRAFT_NUMBER, more)
            return self._pdf(reader, facts)

    def issue(self, kind: LetterKind, application_id: int, **more: object) -> Changes:
        """Make the letter, give it its number and keep it byte for byte; `made` is its number on file.

        What a decision letter says is what the recorded decision says. `more` are facts only the
        letter at hand knows: reasons, return_by, reference_id, address.
        """
        with self.store.write("Issue letter", detail=kind.value, outside=True) as tx:
            tx.made = self._issue(tx, kind, application_id, more)
        return tx.changes()

    def _issue(self, tx: Transaction, kind: LetterKind, id: int, more: dict[str, object]) -> int:
        decision = self._check_not_issued(tx, kind, id)
        facts = self._facts(tx, kind, id, self._next_number(tx), more)
        reference_id = more.get("reference_id")
        about: dict[str, object] = {
            "person_id": letters.recipient(tx, kind, id, reference_id),
            "application_id": id,
            "reference_id": reference_id,
            "decision_id": decision,
        }
        return self._keep(tx, facts, about)

    def preview_registry(self, kind: LetterKind, endorsement_id: int, **more: object) -> bytes:
        """A letter about an endorsement as it would be issued today, with a draft's number."""
        with self.store.read() as reader:
            facts = self._registry_facts(reader, kind, endorsement_id, DRAFT_NUMBER, more)
            return self._pdf(reader, facts)

    def issue_registry(self, kind: LetterKind, endorsement_id: int, **more: object) -> Changes:
        """Make a letter about an endorsement and keep it, as `issue` does for a case.

        It says the newest move or renewal on record. `more`: return_by.
        """
        with self.store.write("Issue letter", detail=kind.value, outside=True) as tx:
            owner = tx.get("endorsement", endorsement_id)["person_id"]
            number_ = self._next_number(tx)
            facts = self._registry_facts(tx, kind, endorsement_id, number_, more)
            tx.made = self._keep(tx, facts, {"person_id": owner})
        return tx.changes()

    def _next_number(self, tx: Transaction) -> str:
        year = self.today().year
        return f"L-{year}-{tx.next_number(f'letter {year}'):04d}"

    def _keep(self, tx: Transaction, facts: LetterFacts, about: dict[str, object]) -> int:
        wording = self._wording(facts.kind)
        values: dict[str, object] = {
            "number": facts.number,
            "kind": facts.kind.value,
            "issued_on": iso(self.today()),
            "wording": blobs.keep(tx, "text/x-liquid", wording.text.encode()),
            "facts": facts_to_json(facts),
            "pdf": blobs.keep(tx, "application/pdf", self._pdf(tx, facts)),
        }
        return tx.insert("letter", values | about)

    def _check_not_issued(self, reader: Reader, kind: LetterKind, id: int) -> int | None:
        """The decision a letter belongs to; it is answered by one letter only."""
        if kind not in DECISION_LETTERS:
            return None
        found = reader.find("decision", application_id=id)
        if not found:
            raise RuleBroken("letter.no_decision")
        decision = number(found[-1], "id")
        if reader.find("letter", decision_id=decision):
            raise RuleBroken("letter.issued_already")
        return decision

    def _facts(
        self, reader: Reader, kind: LetterKind, id: int, number_: str, more: dict[str, object]
    ) -> LetterFacts:
        _check_about(kind, registry=False)
        known = facts_of(reader, self.policies, kind, id, self.today())
        plain = {name: value for name, value in more.items() if name != "reference_id"}
        reference_id = more.get("reference_id")
        if isinstance(reference_id, int):
            known = letters.with_rater(reader, known, reference_id)
        return replace(known, number=number_, **plain)  # pyright: ignore[reportArgumentType]

    def _registry_facts(
        self, reader: Reader, kind: LetterKind, id: int, number_: str, more: dict[str, object]
    ) -> LetterFacts:
        _check_about(kind, registry=True)
        known = facts_of_endorsement(reader, self.policies, kind, id, self.today())
        return replace(known, number=number_, **more)  # pyright: ignore[reportArgumentType]

    def _pdf(self, reader: Reader, facts: LetterFacts) -> bytes:
        sha = facts.association.logo_sha
        logo = blobs.get(reader, sha) if sha else None
        return letter_pdf(facts, self._wording(facts.kind), self._paper(), logo=logo)

    def _wording(self, kind: LetterKind) -> Wording:
        return shipped_wording(kind, paths.letters_folder())

    def _paper(self) -> Stationery:
        return stationery(paths.resources_folder())

    def pdf(self, letter_id: int) -> bytes:
        """The letter as issued, byte for byte. Raises MachineTrouble `blob.altered`."""
        with self.store.read() as reader:
            return blobs.get(reader, text(reader.get("letter", letter_id), "pdf"))

    def draft_mail(self, kind: LetterKind, application_id: int, **more: object) -> tuple[str, str]:
        """Subject and text of the letter as an e-mail for the user's own mail program."""
        with self.store.read() as reader:
            facts = self._facts(reader, kind, application_id, DRAFT_NUMBER, more)
            return mail_text(facts, self._wording(kind), self._paper())

    def mail_of(self, reader: Reader, row: dict[str, object]) -> tuple[str, str]:
        """Subject and text of an issued letter, from the facts and the wording kept with it."""
        facts = facts_from_json(text(row, "facts"))
        words = blobs.get(reader, text(row, "wording")).decode()
        return mail_text(facts, Wording(facts.kind, words), self._paper())

    def mark_sent(self, letter_id: int, how: str, on: date) -> Changes:
        """Record how and when an issued letter went out.

        The first decision letter of a submission answers its round on that day.
        """
        with self.store.write("Mark letter sent", detail=how) as tx:
            self.write_sent(tx, letter_id, how, on)
        return tx.changes()

    def write_sent(self, tx: Transaction, letter_id: int, how: str, on: date) -> None:
        """The same inside an action that is under way."""
        if how not in WAYS:
            raise BadInput("letter.unknown_way", how=how)
        row = tx.get("letter", letter_id)
        if on < date.fromisoformat(text(row, "issued_on")):
            raise BadInput("letter.sent_before_issued", day=on)
        if row["sent_on"] is not None:
            raise RuleBroken("letter.sent_already")
        tx.update("letter", letter_id, {"sent_on": iso(on), "sent_how": how})
        if LetterKind(text(row, "kind")) in DECISION_LETTERS:
            _answer(tx, row, on)

    def of_round(self, round_: str) -> tuple[LetterRow, ...]:
        """The decision letters issued for what was submitted in a round."""
        with self.store.read() as reader:
            return letters.of_round(reader, round_)

    def batch(self, round_: str, folder: Path) -> tuple[Issued, ...]:
        """Issue what a round's decisions still owe, and write every decision letter to `folder`."""
        with self.store.read() as reader:
            owed = list(letters.owed(reader, round_))
        for id, decision in owed:
            self.issue(letter_of(decision), id)
        return tuple(self._written(self.of_round(round_), folder))

    def _written(self, rows: tuple[LetterRow, ...], folder: Path) -> Iterator[Issued]:
        folder.mkdir(parents=True, exist_ok=True)
        for row in rows:
            file = folder / f"{row.number}.pdf"
            write_beside(file, self.pdf(row.id))
            yield Issued(row.number, row.kind, row.case_number, file)


def _answer(tx: Transaction, letter: dict[str, object], on: date) -> None:
    """Answered on time: by the first decision letter of the round that is marked sent."""
    decision = tx.get("decision", number(letter, "decision_id"))
    id, submission = number(decision, "application_id"), decision["submission"]
    for one in tx.find("submission", application_id=id, number=submission, answered_on=None):
        tx.update("submission", number(one, "id"), {"answered_on": iso(on)})
    row = tx.get("application", id)
    # A letter of an earlier round answers that round, not the one the case has come back to.
    present = row["submission"] == submission and row["submitted"] is not None
    if present and row["answered_on"] is None:
        tx.update("application", id, {"answered_on": iso(on)})


def _check_about(kind: LetterKind, *, registry: bool) -> None:
    """A letter about an endorsement is not written on a case, nor the other way round."""
    if (kind in REGISTRY_LETTERS) != registry:
        raise BadInput("letter.unknown", letter=letter_name(kind))
