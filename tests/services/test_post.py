"""Letters on their way out: a round's proof, drafts read by another reader, files as issued."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import Desk
from tests.helpers.builders import TODAY, decidable, made, reviewed, submitted

ADDRESS = "leilani@example.org"


def told(_done: int, _whole: int) -> None:
    """Nobody looks at how far it is."""


def draft(name: str, *emails: str) -> PersonDraft:
    return PersonDraft(name, emails=emails, address="94-1221 Kaʻahumanu Street\nWaipahu, HI 96797")


@pytest.fixture
def case(desk: Desk) -> int:
    """Approved in the January round; nothing issued yet."""
    found = decidable(desk, draft("Leilani Kahananui", ADDRESS))
    desk.decisions.decide(found, "approve", date(2026, 2, 10))
    return found


def test_a_rounds_proof_shows_who_gets_which_letter(desk: Desk, case: int) -> None:
    assert desk.post.rounds() == ("2026-01",)
    (proof,) = desk.post.proofs("2026-01")
    assert proof.kind is LetterKind.APPROVED
    assert (proof.name, proof.email, proof.ready) == ("Leilani Kahananui", ADDRESS, True)
    (id,) = desk.post.issue([proof], told)
    (proof,) = desk.post.proofs("2026-01")
    assert not proof.ready
    assert proof.letter is not None
    assert (proof.application_id, proof.letter.id) == (case, id)
    assert desk.post.proofs("2025-12") == ()


def test_a_letter_is_found_by_the_beginning_of_its_number(desk: Desk, case: int) -> None:
    (proof,) = desk.post.proofs("2026-01")
    (id,) = desk.post.issue([proof], told)
    for words in ("L-2026-0001", "l-2026", " L- "):
        assert [one.id for one in desk.post.numbered(words, 8)] == [id], words
    for words in ("L-2026-0002", "2026-0001", "L%", "L", ""):
        assert desk.post.numbered(words, 8) == (), words
    assert desk.post.number_of(id) == "L-2026-0001"


def test_a_sign_without_a_glyph_is_told_before_anything_is_issued(desk: Desk) -> None:
    case = submitted(desk, draft("𒀀𒁀 Kahananui"))
    reviewed(desk, case)
    desk.decisions.decide(case, "approve", date(2026, 2, 10))
    (proof,) = desk.post.proofs("2026-01")
    assert not proof.ready
    assert proof.problem is not None
    assert proof.problem.code == "letter.missing_glyph"
    assert desk.post.to_send() == 0


def test_letters_to_send_are_counted_listed_and_marked(desk: Desk, case: int) -> None:
    assert desk.post.to_send() == 0
    (id,) = desk.post.issue(desk.post.proofs("2026-01"), told)
    other = made(desk.letters.issue(LetterKind.APPLICATION_ACCEPTED, case))
    assert desk.post.to_send() == 2
    desk.post.mark_sent([id, other], "post", TODAY)
    assert desk.post.to_send() == 0
    sent = desk.post.list(ListQuery(filters={"sent": "yes"}, order="number")).rows
    assert [(one.id, one.sent_on, one.sent_how) for one in sent] == [
        (id, TODAY, "post"),
        (other, TODAY, "post"),
    ]
    assert desk.cases.card(case).row.answered_on == TODAY, "its round is answered"
    desk.history.undo()
    assert desk.post.to_send() == 2


def test_one_sent_already_leaves_all_as_they_are(desk: Desk, case: int) -> None:
    first = made(desk.letters.issue(LetterKind.APPLICATION_ACCEPTED, case))
    second = made(desk.letters.issue(LetterKind.APPROVED, case))
    desk.letters.mark_sent(first, "post", TODAY)
    with pytest.raises(RuleBroken, match=r"letter\.sent_already"):
        desk.post.mark_sent([second, first], "post", TODAY)
    with pytest.raises(BadInput, match=r"letter\.unknown_way"):
        desk.post.mark_sent([second], "pigeon", TODAY)
    assert desk.post.to_send() == 1


def test_a_letter_is_found_by_its_number_and_by_any_spelling_of_the_name(
    desk: Desk, case: int
) -> None:
    desk.post.issue(desk.post.proofs("2026-01"), told)
    for typed in ("L-2026-0001", "l-2026", "leilani", "kahananui lei"):
        assert desk.post.list(ListQuery(typed, order="number")).total == 1, typed
    assert desk.post.list(ListQuery("L-2025", order="number")).total == 0
    assert desk.cases.card(case).letters[0].number == "L-2026-0001"


def test_a_draft_opens_unsent_with_the_letter_as_it_was_issued(
    desk: Desk, case: int, folder: Path
) -> None:
    (id,) = desk.post.issue(desk.post.proofs("2026-01"), told)
    (file,) = desk.post.mails([id], folder / "drafts")
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert file.name == "L-2026-0001.eml"
    assert mail["X-Unsent"] == "1"
    assert mail["To"].addresses[0].addr_spec == ADDRESS
    assert mail["To"].addresses[0].display_name == "Leilani Kahananui"
    assert mail["From"] is None
    assert "approved" in mail["Subject"]
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Dear Leilani Kahananui," in body.get_content()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "L-2026-0001.pdf"
    assert attached.get_content() == desk.letters.pdf(id)
    assert desk.cases.card(case).letters[0].sent_on is None, "nothing was sent"


def test_what_a_draft_says_is_what_the_letter_said(desk: Desk, case: int, folder: Path) -> None:
    """A new name after issuing changes neither."""
    (id,) = desk.post.issue(desk.post.proofs("2026-01"), told)
    person = desk.cases.card(case).row.person_id
    desk.people.change(person, draft("Leilani Smith", ADDRESS))
    (file,) = desk.post.mails([id], folder)
    assert b"Dear Leilani Kahananui" in file.read_bytes()


def test_files_and_the_joined_pdf_are_the_letters_as_issued(
    desk: Desk, case: int, folder: Path
) -> None:
    first = made(desk.letters.issue(LetterKind.APPLICATION_ACCEPTED, case))
    second = made(desk.letters.issue(LetterKind.APPROVED, case))
    files = desk.post.save([second, first], folder / "round")
    assert [file.name for file in files] == ["L-2026-0001.pdf", "L-2026-0002.pdf"]
    assert [file.read_bytes() for file in files] == [
        desk.letters.pdf(first),
        desk.letters.pdf(second),
    ]
    whole = desk.post.joined([first, second])
    with pikepdf.Pdf.open(BytesIO(whole)) as read:
        assert len(read.pages) == 2
    assert whole == desk.post.joined([first, second])
