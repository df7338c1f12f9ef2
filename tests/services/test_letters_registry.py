"""Letters about exams and endorsements say what is on record, and are kept as others are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pypdfium2 as pdfium
import pytest

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.letters import MOVE_LETTERS, LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.registry_moves import RenewalDraft
from coordinator_app.services.desk import Desk
from coordinator_app.services.moves import MoveDraft
from tests.helpers.builders import TODAY, accepted, an_endorsed, logged, made
from tests.services.test_letters_issued import words

STEPS = ("education", "work", "training", "rsc", "references", "fee", "membership")
ENDED = date(2025, 12, 31)


@pytest.fixture
def held(desk: Desk) -> int:
    an_endorsed(desk, "Hōkūlani Akana", "IMHS")
    return desk.registry.list(ListQuery()).rows[0].id


def moved(desk: Desk, held: int, reason: str) -> None:
    evidence = "The board’s notice" if reason == "sanctioned" else ""
    desk.moves.make([held], MoveDraft("inactive", reason, date(2026, 2, 11), evidence))


@pytest.mark.parametrize(
    ("reason", "kind", "said"),
    [
        ("lapsed", LetterKind.INACTIVE_LAPSED, "has not reached us in time"),
        ("sanctioned", LetterKind.INACTIVE_SANCTIONED, "This letter does not judge the matter"),
        ("own_request", LetterKind.INACTIVE_OWN_REQUEST, "As you asked"),
    ],
)
def test_a_letter_of_a_move_says_the_newest_move_and_no_other(
    desk: Desk, held: int, reason: str, kind: LetterKind, said: str
) -> None:
    moved(desk, held, reason)
    for other in MOVE_LETTERS - {kind}:
        with pytest.raises(RuleBroken, match=r"letter\.contradicts_record"):
            desk.letters.issue_registry(other, held)
    letter = made(desk.letters.issue_registry(kind, held))
    told = words(desk.letters.pdf(letter))
    for part in ("Dear Hōkūlani Akana", "L-2026-0001", "February 11, 2026", said):
        assert part in told
    assert "board’s notice" not in told, "evidence is the office's"
    assert [one.id for one in desk.endorsements.card(held).letters] == [letter]


def test_back_on_active_has_its_letter(desk: Desk, held: int) -> None:
    moved(desk, held, "lapsed")
    desk.moves.make([held], MoveDraft("active", "reactivated", TODAY, "All seen", STEPS))
    letter = made(desk.letters.issue_registry(LetterKind.ACTIVE_AGAIN, held))
    assert "Active from February 20, 2026" in words(desk.letters.pdf(letter))


def test_a_reminder_names_what_is_still_needed(desk: Desk, held: int) -> None:
    shown = RenewalDraft(
        ENDED, Decimal(15), training_dei_hours=Decimal(1), rsc_hours=Decimal("8.5")
    )
    desk.endorsements.record_renewals((held,), shown)
    by = date(2026, 3, 15)
    letter = made(desk.letters.issue_registry(LetterKind.RENEWAL_REMINDER, held, return_by=by))
    told = words(desk.letters.pdf(letter))
    for part in ("December 31, 2025", "March 15, 2026", "12 h", "8.5 h"):
        assert part in told
    assert "15 h" not in told, "what is met is not asked for"


def test_a_renewal_is_confirmed_once_it_is_recorded(desk: Desk, held: int) -> None:
    with pytest.raises(BadInput, match=r"letter\.fact_missing"):
        desk.letters.issue_registry(LetterKind.RENEWAL_CONFIRMED, held)
    done = RenewalDraft(ENDED, renewed_on=date(2026, 2, 12))
    desk.endorsements.record_renewals((held,), done)
    letter = made(desk.letters.issue_registry(LetterKind.RENEWAL_CONFIRMED, held))
    assert "Renewed on February 12, 2026" in words(desk.letters.pdf(letter))


@pytest.mark.parametrize("passed", [True, False])
def test_an_exam_letter_says_the_recorded_result(desk: Desk, passed: bool) -> None:
    case, paper = accepted(desk, None, "IMHS", date(2025, 9, 1)), "Taken over from paper"
    desk.applications.submit(case, date(2025, 9, 30), override_reason=paper)
    desk.decisions.decide(case, "approve_to_sit", date(2025, 10, 20), override_reason=paper)
    kinds = {True: LetterKind.EXAM_PASSED, False: LetterKind.EXAM_NOT_PASSED}
    for kind in kinds.values():
        with pytest.raises(RuleBroken, match=r"letter\.contradicts_record"):
            desk.letters.issue(kind, case)
    earliest = desk.cases.card(case).exam_from
    assert earliest is not None
    source = "Letter of the Alliance"
    desk.decisions.record_exam(case, earliest, passed=passed, source=source, on=earliest)
    with pytest.raises(RuleBroken, match=r"letter\.contradicts_record"):
        desk.letters.issue(kinds[not passed], case)
    told = words(desk.letters.pdf(made(desk.letters.issue(kinds[passed], case))))
    assert "Result given by Letter of the Alliance" in told
    assert ("Endorsed from" in told) == passed


def test_a_case_and_an_endorsement_have_their_own_letters(desk: Desk, held: int) -> None:
    case = logged(desk)
    with pytest.raises(BadInput, match=r"letter\.unknown"):
        desk.letters.issue(LetterKind.RENEWAL_REMINDER, case)
    with pytest.raises(BadInput, match=r"letter\.unknown"):
        desk.letters.issue_registry(LetterKind.WITHDRAWN, held)


def test_on_hold_is_told_with_its_reasons_and_that_nothing_is_decided(desk: Desk) -> None:
    case = logged(desk)
    reasons = ("You asked for time after your move.",)
    told = words(desk.letters.preview(LetterKind.ON_HOLD, case, reasons=reasons))
    assert "You asked for time after your move." in told
    assert "not a decision" in told


def test_a_preview_is_the_letter_with_a_drafts_number(desk: Desk, held: int) -> None:
    moved(desk, held, "lapsed")
    pdf = desk.letters.preview_registry(LetterKind.INACTIVE_LAPSED, held)
    assert len(pdfium.PdfDocument(pdf)) == 1
    assert "L-0000-0000" in words(pdf)
    assert desk.post.to_send() == 0
