"""Letters: what the recorded decision says, kept byte for byte, answering their own round."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from coordinator_app.domain.errors import BadInput, MachineTrouble, RuleBroken
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import Desk
from tests.helpers.builders import (
    Clock,
    accepted,
    decided,
    logged,
    made,
    reviewed,
    submitted,
)

KINDS = {"approve": LetterKind.APPROVED, "defer": LetterKind.DEFERRED, "deny": LetterKind.DENIED}


def words(pdf: bytes) -> str:
    found = pdfium.PdfDocument(pdf)
    try:
        return " ".join(" ".join(_page(page) for page in found).split())
    finally:
        found.close()


def _page(page: pdfium.PdfPage) -> str:
    text: Any = page.get_textpage()  # Any: PDFium's types are partly unknown
    try:
        return text.get_text_bounded()
    finally:
        text.close()
        page.close()


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_decision_letter_says_what_the_recorded_decision_says(desk: Desk, kind: str) -> None:
    case = decided(desk, kind)
    for other, letter in KINDS.items():
        if other != kind:
            with pytest.raises(RuleBroken, match=r"letter\.contradicts_decision"):
                desk.letters.issue(letter, case)
    letter = made(desk.letters.issue(KINDS[kind], case))
    told = words(desk.letters.pdf(letter))
    assert "Leilani Kahananui" in told
    assert "L-2026-0001" in told
    if kind != "approve":
        assert "More training is needed." in told


def test_no_decision_letter_is_issued_before_the_decision(desk: Desk) -> None:
    case = submitted(desk)
    with pytest.raises(RuleBroken, match=r"letter\.no_decision"):
        desk.letters.issue(LetterKind.APPROVED, case)
    assert desk.letters.of_round("2026-01") == ()


def test_a_decision_is_answered_by_one_letter_only(desk: Desk) -> None:
    case = decided(desk)
    desk.letters.issue(LetterKind.APPROVED, case)
    with pytest.raises(RuleBroken, match=r"letter\.issued_already"):
        desk.letters.issue(LetterKind.APPROVED, case)


def test_a_refused_letter_uses_up_no_number(desk: Desk) -> None:
    case = decided(desk)
    with pytest.raises(RuleBroken):
        desk.letters.issue(LetterKind.DENIED, case)
    letter = made(desk.letters.issue(LetterKind.APPROVED, case))
    assert desk.cases.card(case).letters[0].number == "L-2026-0001"
    assert letter == 1


def test_a_letter_once_issued_is_kept_byte_for_byte(desk: Desk, clock: Clock) -> None:
    case = decided(desk)
    letter = made(desk.letters.issue(LetterKind.APPROVED, case))
    pdf = desk.letters.pdf(letter)
    person = desk.cases.card(case).row.person_id
    desk.people.change(person, PersonDraft("Somebody Else"))
    clock.day = date(2027, 1, 1)
    assert desk.letters.pdf(letter) == pdf
    assert "Leilani Kahananui" in words(desk.letters.pdf(letter))


def test_a_preview_writes_nothing(desk: Desk) -> None:
    case = decided(desk)
    before = desk.history.last()
    assert "L-0000-0000" in words(desk.letters.preview(LetterKind.APPROVED, case))
    assert desk.history.last() == before


def test_a_letter_that_was_altered_is_found(doubtful: Desk) -> None:
    case = decided(doubtful)
    letter = made(doubtful.letters.issue(LetterKind.APPROVED, case))
    with doubtful.people.store.write("Wrong") as tx:
        tx.connection.exec_driver_sql(
            "UPDATE blob SET content = x'00' WHERE media = 'application/pdf'"
        )
    with pytest.raises(MachineTrouble, match=r"blob\.altered"):
        doubtful.letters.pdf(letter)
    assert [one.code for one in doubtful.checks.report().faults] == ["check.content"]


def test_a_letter_that_says_other_than_the_decision_is_found(doubtful: Desk) -> None:
    case = decided(doubtful)
    doubtful.letters.issue(LetterKind.APPROVED, case)
    with doubtful.people.store.write("Wrong") as tx:
        tx.update("decision", 1, {"kind": "deny"})
        tx.update("application", case, {"decision": "deny"})
    assert {one.code for one in doubtful.checks.report().faults} == {"check.letter"}


def answered(desk: Desk, case: int) -> list[object]:
    with desk.people.store.read() as reader:
        found = [one["answered_on"] for one in reader.find("submission", application_id=case)]
        return [reader.get("application", case)["answered_on"], *found]


def test_the_first_decision_letter_marked_sent_answers_the_round(desk: Desk, clock: Clock) -> None:
    case = decided(desk)
    letter = made(desk.letters.issue(LetterKind.APPROVED, case))
    assert answered(desk, case) == [None, None]
    desk.letters.mark_sent(letter, "post", date(2026, 2, 20))
    assert answered(desk, case) == ["2026-02-20"] * 2
    row = desk.cases.card(case).letters[0]
    assert (row.sent_on, row.sent_how) == (date(2026, 2, 20), "post")


def test_another_kind_of_letter_answers_nothing(desk: Desk) -> None:
    case = accepted(desk)
    letter = made(desk.letters.issue(LetterKind.APPLICATION_ACCEPTED, case))
    desk.letters.mark_sent(letter, "e-mail", date(2026, 2, 20))
    assert answered(desk, case) == [None]


def test_a_letter_of_an_earlier_round_answers_that_round(desk: Desk, clock: Clock) -> None:
    case = decided(desk, "defer")
    first = made(desk.letters.issue(LetterKind.DEFERRED, case))
    desk.applications.take_up_again(case)
    clock.day = date(2026, 4, 30)
    desk.applications.submit(case, clock.day)
    desk.letters.mark_sent(first, "post", date(2026, 4, 30))
    assert answered(desk, case) == [None, "2026-04-30", None]
    reviewed(desk, case, desk.cases.card(case).reviews[0].reviewer_id, date(2026, 5, 2))
    clock.day = date(2026, 5, 3)
    desk.decisions.decide(case, "approve", clock.day)
    second = made(desk.letters.issue(LetterKind.APPROVED, case))
    desk.letters.mark_sent(second, "post", clock.day)
    assert answered(desk, case) == ["2026-05-03", "2026-04-30", "2026-05-03"]


def test_a_letter_is_marked_sent_once_in_a_known_way_and_not_before_it_was_issued(
    desk: Desk,
) -> None:
    letter = made(desk.letters.issue(LetterKind.APPROVED, decided(desk)))
    with pytest.raises(BadInput, match=r"letter\.unknown_way"):
        desk.letters.mark_sent(letter, "pigeon", date(2026, 2, 20))
    with pytest.raises(BadInput, match=r"letter\.sent_before_issued"):
        desk.letters.mark_sent(letter, "post", date(2026, 2, 19))
    desk.letters.mark_sent(letter, "by hand", date(2026, 2, 20))
    with pytest.raises(RuleBroken, match=r"letter\.sent_already"):
        desk.letters.mark_sent(letter, "post", date(2026, 2, 20))


def test_a_batch_issues_what_a_round_owes_and_writes_it_once(desk: Desk, tmp_path: Path) -> None:
    decided(desk, "approve")
    second = submitted(desk, PersonDraft("Noa Applicant"))
    desk.decisions.decide(second, "deny", date(2026, 2, 10), reasons="too little training")
    logged(desk, PersonDraft("Not Decided"))
    for _ in range(2):
        found = desk.letters.batch("2026-01", tmp_path / "letters")
        assert [(one.number, one.kind) for one in found] == [
            ("L-2026-0001", "approved"),
            ("L-2026-0002", "denied"),
        ]
    files = sorted((tmp_path / "letters").iterdir())
    assert [one.name for one in files] == ["L-2026-0001.pdf", "L-2026-0002.pdf"]
    assert files[0].read_bytes() == desk.letters.pdf(1)


@pytest.fixture
def named(desk: Desk) -> tuple[int, int]:
    case = accepted(desk)
    rater = PersonDraft("Noa Kamaka", address="1 Ala Moana\nHonolulu")
    return case, made(desk.references.name_rater(case, rater, "colleague", date(2026, 1, 6)))


def test_a_request_goes_to_the_rater_and_tells_nothing_of_a_rating(
    desk: Desk, named: tuple[int, int]
) -> None:
    case, reference = named
    desk.letters.issue(LetterKind.REFERENCE_REQUEST, case, reference_id=reference)
    row = desk.cases.card(case).letters[0]
    told = words(desk.letters.pdf(row.id))
    assert row.name == "Noa Kamaka"
    assert "Noa Kamaka" in told
    assert "1 Ala Moana" in told
    assert "Leilani Kahananui" in told


def test_a_mail_says_the_letter_and_its_subject(desk: Desk) -> None:
    subject, text = desk.letters.draft_mail(LetterKind.APPROVED, decided(desk))
    assert subject
    assert "Leilani Kahananui" in text
