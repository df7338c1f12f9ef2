"""Letters on their way out: what is to be sent, a round's letters, e-mail drafts, files to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coordinator_app.documents.eml import Attached, mail_draft
from coordinator_app.documents.joined import joined_pdf
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.letters import LetterKind, letter_of
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.phrases import Phrase
from coordinator_app.domain.views import LetterRow
from coordinator_app.persistence import blobs, letters, people
from coordinator_app.persistence.columns import number, text
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.runtime.files import write_beside
from coordinator_app.services.letters import Letters

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Proof:
    """Who of a round gets which letter. `problem`: why it cannot be made as things stand.

    `letter` is the letter where it is issued already; `email` the person's, or "".
    """

    application_id: int
    case_number: str
    name: str
    category: str
    kind: LetterKind
    email: str
    letter: LetterRow | None
    problem: Phrase | None

    @property
    def id(self) -> int:
        return self.application_id

    @property
    def ready(self) -> bool:
        """Whether it can be issued now."""
        return self.letter is None and self.problem is None


@dataclass(frozen=True, slots=True)
class Post:
    store: Store
    letters: Letters
    today: Callable[[], date]

    def list(self, query: ListQuery) -> Page[LetterRow]:
        """Letters as issued. Filters: sent (yes, no), kind, person; "L-2026-0041" finds by number."""
        with self.store.read() as reader:
            return letters.page(reader, query)

    def numbered(self, start: str, limit: int) -> tuple[LetterRow, ...]:
        """The letters whose number begins so, the newest first; none unless it begins with "L-"."""
        wanted = start.strip().upper()
        if not wanted.startswith("L-"):
            return ()
        with self.store.read() as reader:
            return letters.numbered(reader, wanted, limit)

    def number_of(self, id: int) -> str:
        """The number a letter went out under. Raises NotFound."""
        with self.store.read() as reader:
            return letters.number_of(reader, id)

    def to_send(self) -> int:
        """How many letters are issued and not sent."""
        with self.store.read() as reader:
            return letters.to_send(reader)

    def mark_sent(self, ids: Sequence[int], how: str, on: date) -> Changes:
        """Record how and when several letters went out, all or none: see `Letters.mark_sent`."""
        with self.store.write("Mark letters sent", detail=how) as tx:
            for id in ids:
                self.letters.write_sent(tx, id, how, on)
        return tx.changes()

    # A round

    def rounds(self) -> tuple[str, ...]:
        """The rounds with decisions to be told, the newest first ("2026-01")."""
        with self.store.read() as reader:
            return letters.rounds(reader)

    def proofs(self, round_: str) -> tuple[Proof, ...]:
        """Each decision letter of a round: issued already, ready, or why it cannot be made."""
        issued = self.letters.of_round(round_)
        with self.store.read() as reader:
            done = [
                _proof(reader, one.application_id, LetterKind(one.kind), one)
                for one in issued
                if one.application_id is not None
            ]
            owed = [
                _proof(reader, id, letter_of(decision), None)
                for id, decision in letters.owed(reader, round_)
            ]
        found = [*done, *(self._tried(one) for one in owed)]
        return tuple(sorted(found, key=lambda one: one.case_number))

    def _tried(self, proof: Proof) -> Proof:
        """Worded once: a missing fact or a sign without a glyph is told before anything is issued."""
        try:
            self.letters.draft_mail(proof.kind, proof.application_id)
        except Refusal as refusal:
            return replace(proof, problem=Phrase(refusal.code, refusal.facts))
        return proof

    def issue(self, proofs: Sequence[Proof], told: Told) -> tuple[int, ...]:
        """Issue these letters one by one, each an action of its own; their numbers on file.

        `told(done, whole)` is called before each.
        """
        made: list[int] = []
        for done, one in enumerate(proofs):
            told(done, len(proofs))
            issued = self.letters.issue(one.kind, one.application_id).made
            made += [] if issued is None else [issued]
        return tuple(made)

    # Files

    def joined(self, ids: Sequence[int]) -> bytes:
        """These letters as one PDF, in the order of their numbers, for printing."""
        with self.store.read() as reader:
            return joined_pdf(pdf for _, pdf in _kept(reader, ids))

    def save(self, ids: Sequence[int], folder: Path) -> tuple[Path, ...]:
        """Write each letter as issued to a folder, under its number."""
        with self.store.read() as reader:
            kept = list(_kept(reader, ids))
        return tuple(_write(folder / f"{text(row, 'number')}.pdf", pdf) for row, pdf in kept)

    def mails(self, ids: Sequence[int], folder: Path) -> tuple[Path, ...]:
        """Write an e-mail draft with the letter attached for each, under its number.

        For the user's own mail program; nothing is sent. Who has no address on file gets a draft
        without a recipient.
        """
        with self.store.read() as reader:
            drafts = [
                (text(row, "number"), self._mail(reader, row, pdf))
                for row, pdf in _kept(reader, ids)
            ]
        return tuple(_write(folder / f"{name}.eml", draft) for name, draft in drafts)

    def _mail(self, reader: Reader, row: dict[str, object], pdf: bytes) -> bytes:
        subject, words = self.letters.mail_of(reader, row)
        owner = number(row, "person_id")
        name = people.name_of(reader, owner)
        attached = [Attached(f"{text(row, 'number')}.pdf", pdf)]
        return mail_draft(letters.email_of(reader, owner), name, subject, words, attached)


def _proof(reader: Reader, id: int, kind: LetterKind, issued: LetterRow | None) -> Proof:
    row = reader.get("application", id)
    owner = number(row, "person_id")
    return Proof(
        application_id=id,
        case_number=case_term(number(row, "case_year"), number(row, "case_running")),
        name=people.name_of(reader, owner),
        category=text(row, "category"),
        kind=kind,
        email=letters.email_of(reader, owner),
        letter=issued,
        problem=None,
    )


def _kept(reader: Reader, ids: Sequence[int]) -> Iterator[tuple[dict[str, object], bytes]]:
    """Each letter's row with its PDF byte for byte, in the order of their numbers."""
    for id in sorted(ids):
        row = reader.get("letter", id)
        yield row, blobs.get(reader, text(row, "pdf"))


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_beside(path, content)
    return path
