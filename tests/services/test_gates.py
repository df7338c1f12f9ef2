"""What holds a case up: nothing is accepted, submitted or approved without what it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.errors import BadInput, NotFound, RuleBroken
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.phrases import phrase
from coordinator_app.services.desk import Desk
from tests.helpers.builders import (
    PAID,
    SHOWN,
    Clock,
    a_person,
    accepted,
    decidable,
    logged,
    rated,
    ready,
    reviewed,
    submitted,
    with_evidence,
)

FIFTH = date(2026, 1, 5)


def state(desk: Desk, case: int) -> str:
    return desk.cases.card(case).row.state


def overrides(desk: Desk, case: int) -> list[tuple[str, str]]:
    return [(one.rule, one.reason) for one in desk.cases.card(case).overrides]


def missing(raised: pytest.ExceptionInfo[RuleBroken]) -> set[object]:
    told = raised.value.facts["missing"]
    assert isinstance(told, tuple)
    return set(told)  # pyright: ignore[reportUnknownArgumentType]


def test_an_application_is_logged_for_a_new_person_with_the_next_case_number(desk: Desk) -> None:
    one, two = logged(desk), logged(desk, PersonDraft("Keoni Akana"), "IFS")
    rows = [desk.cases.card(case).row for case in (one, two)]
    assert [row.case_number for row in rows] == ["2026-001", "2026-002"]
    assert [(row.name, row.state) for row in rows] == [
        ("Leilani Kahananui", "registered"),
        ("Keoni Akana", "registered"),
    ]


def test_case_numbers_run_within_the_year_of_registration(desk: Desk) -> None:
    logged(desk)
    earlier = logged(desk, PersonDraft("Keoni Akana"), on=date(2025, 12, 31))
    assert desk.cases.card(earlier).row.case_number == "2025-001"


@pytest.mark.parametrize(
    ("category", "on", "error", "code"),
    [
        ("XYZ", FIFTH, BadInput, "category.unknown"),
        ("IFA", date(2023, 12, 31), RuleBroken, "policy.none_in_force"),
    ],
)
def test_what_no_policy_knows_is_not_logged(
    desk: Desk, category: str, on: date, error: type[Exception], code: str
) -> None:
    with pytest.raises(error, match=code):
        desk.applications.log(PersonDraft("Leilani"), category, on)
    assert desk.people.search("Leilani") == ()


def test_the_same_application_is_not_logged_twice(desk: Desk) -> None:
    person = a_person(desk)
    logged(desk, person)
    with pytest.raises(RuleBroken, match=r"application\.logged_already"):
        logged(desk, person)
    logged(desk, person, "IFS")


def test_an_application_of_nobody_is_not_logged(desk: Desk) -> None:
    with pytest.raises(NotFound):
        logged(desk, 77)


@pytest.mark.parametrize(
    ("checked", "code"),
    [
        (replace(PAID, membership_until=None), "acceptance.membership"),
        (replace(PAID, membership_until=date(2026, 1, 4)), "acceptance.membership"),
        (replace(PAID, fee_state="unpaid"), "acceptance.fee"),
    ],
)
def test_an_application_is_accepted_once_membership_and_fee_are_checked(
    desk: Desk, checked: object, code: str
) -> None:
    case = logged(desk)
    assert isinstance(checked, type(PAID))
    with pytest.raises(RuleBroken, match=code):
        desk.applications.accept(case, checked, FIFTH)
    assert state(desk, case) == "registered"
    desk.applications.accept(case, replace(checked, override_reason=" Board said so. "), FIFTH)
    assert state(desk, case) == "accepted"
    assert overrides(desk, case) == [("acceptance", "Board said so.")]


@pytest.mark.parametrize("fee", ["paid", "waived", "none"])
def test_membership_of_the_day_itself_is_current(desk: Desk, fee: str) -> None:
    case = logged(desk)
    checked = replace(PAID, membership_until=FIFTH, fee_state=fee)
    desk.applications.accept(case, checked, FIFTH)
    assert overrides(desk, case) == []


def test_acceptance_writes_membership_on_the_person_and_the_fee_on_the_case(desk: Desk) -> None:
    case = accepted(desk)
    card = desk.cases.card(case)
    assert desk.people.card(card.row.person_id).membership_until == date(2026, 12, 31)
    assert [(one.kind, one.paid_state, one.amount) for one in card.evidence] == [
        ("fee", "paid", "50")
    ]


def test_submitting_lists_what_is_missing_and_writes_nothing(desk: Desk) -> None:
    case = accepted(desk)
    with pytest.raises(RuleBroken, match=r"application\.not_ready") as raised:
        desk.applications.submit(case, date(2026, 1, 31))
    assert missing(raised) == {
        "Education", "Official transcripts", "Specialized work", "In-service training",
        "Reference ratings", "Code of Ethics", "Endorsement Agreement",
    }  # fmt: skip
    assert state(desk, case) == "accepted"


@pytest.mark.parametrize("left_out", SHOWN[2:], ids=lambda draft: draft.kind)
def test_each_missing_piece_holds_up_submission(desk: Desk, left_out: EvidenceDraft) -> None:
    case = with_evidence(desk, accepted(desk), [one for one in SHOWN if one is not left_out])
    rated(desk, case)
    with pytest.raises(RuleBroken, match=r"application\.not_ready") as raised:
        desk.applications.submit(case, date(2026, 1, 31))
    assert len(missing(raised)) == 1


def test_rejected_evidence_is_missing(desk: Desk) -> None:
    case = ready(desk)
    training = next(one for one in desk.cases.card(case).evidence if one.kind == "training")
    desk.applications.reject_evidence(training.id, "no certificate")
    with pytest.raises(RuleBroken) as raised:
        desk.applications.submit(case, date(2026, 1, 31))
    assert missing(raised) == {"In-service training"}
    desk.applications.verify_evidence(training.id)
    desk.applications.submit(case, date(2026, 1, 31))


def test_ratings_must_be_received_before_submission(desk: Desk) -> None:
    case = with_evidence(desk, accepted(desk))
    desk.references.name_rater(case, PersonDraft("Noa"), "supervisor", FIFTH)
    with pytest.raises(RuleBroken) as raised:
        desk.applications.submit(case, date(2026, 1, 31))
    assert missing(raised) == {"Reference ratings"}
    rated(desk, case)
    desk.applications.submit(case, date(2026, 1, 31))
    assert state(desk, case) == "submitted"
    assert overrides(desk, case) == []


def test_a_submission_by_override_stays_visible_on_the_case(desk: Desk) -> None:
    case = accepted(desk)
    desk.applications.submit(case, date(2026, 1, 31), override_reason="transcripts follow")
    assert state(desk, case) == "submitted"
    assert overrides(desk, case) == [("submit", "transcripts follow")]
    told = desk.checks.report().overrides
    assert [(one.code, one.facts["reason"]) for one in told] == [
        ("check.override", "transcripts follow")
    ]


def test_submitting_pins_round_reply_day_and_policy(desk: Desk) -> None:
    row = desk.cases.card(submitted(desk, on=date(2026, 1, 31))).row
    assert (row.round, row.reply_due) == ("2026-01", date(2026, 2, 28))


def test_an_application_is_not_submitted_before_it_was_registered(desk: Desk) -> None:
    case = ready(desk)
    with pytest.raises(BadInput, match=r"submitted_before_registered"):
        desk.applications.submit(case, date(2026, 1, 4))


def test_an_approval_needs_the_ratings_accepted_and_the_review_complete(desk: Desk) -> None:
    case = submitted(desk)
    with pytest.raises(RuleBroken, match=r"decision\.not_ready") as raised:
        desk.decisions.decide(case, "approve", date(2026, 2, 10))
    assert missing(raised) == {"Reference ratings", "Reviewers"}
    reviewed(desk, case)
    desk.decisions.decide(case, "approve", date(2026, 2, 10))
    assert state(desk, case) == "endorsed"


def test_an_approval_by_override_stays_visible_on_the_case(desk: Desk) -> None:
    case = submitted(desk)
    desk.decisions.decide(case, "approve", date(2026, 2, 10), override_reason="the board's wish")
    assert overrides(desk, case) == [("decide", "the board's wish")]
    assert state(desk, case) == "endorsed"


@pytest.mark.parametrize("kind", ["defer", "deny"])
def test_deferring_and_denying_say_why(desk: Desk, kind: str) -> None:
    case = submitted(desk)
    with pytest.raises(BadInput, match=r"decision\.reasons_missing"):
        desk.decisions.decide(case, kind, date(2026, 2, 10), reasons="  ")
    desk.decisions.decide(case, kind, date(2026, 2, 10), reasons="too little training")
    assert state(desk, case) == {"defer": "deferred", "deny": "denied"}[kind]


@pytest.mark.parametrize(
    ("category", "kind", "code"),
    [
        ("IMHS", "approve", "decision.exam_first"),
        ("IFA", "approve_to_sit", "decision.no_exam"),
        ("IFA", "sleep", "decision.unknown"),
        ("IFA", "more_information", "decision.unknown"),
    ],
)
def test_a_category_knows_only_its_own_approval(
    desk: Desk, category: str, kind: str, code: str
) -> None:
    case = logged(desk, category=category)
    desk.applications.accept(case, PAID, FIFTH)
    desk.applications.submit(case, date(2026, 1, 31), override_reason="all of it")
    with pytest.raises((BadInput, RuleBroken), match=code):
        desk.decisions.decide(case, kind, date(2026, 2, 10), override_reason="yes")
    assert state(desk, case) == "submitted"


def test_nothing_after_a_submission_is_dated_before_it(desk: Desk) -> None:
    case = decidable(desk)
    with pytest.raises(BadInput, match=r"application\.before_submission"):
        desk.decisions.decide(case, "approve", date(2026, 1, 30))
    with pytest.raises(BadInput, match=r"application\.before_submission"):
        desk.reviews.assign(case, 1, date(2026, 1, 30))


Step = Callable[[Desk, int], object]
SECOND = date(2026, 2, 1)
TOO_LATE: tuple[Step, ...] = (
    lambda desk, case: desk.applications.accept(case, PAID, FIFTH),
    lambda desk, case: desk.applications.submit(case, SECOND),
    lambda desk, case: desk.applications.resume(case, SECOND),
    lambda desk, case: desk.applications.take_up_again(case),
    lambda desk, case: desk.applications.close(case, SECOND, "idle"),
    lambda desk, case: desk.decisions.let_approval_expire(case, SECOND),
    lambda desk, case: desk.decisions.record_exam(case, SECOND, passed=True, source="x", on=SECOND),
)
TOO_EARLY: tuple[Step, ...] = (
    lambda desk, case: desk.decisions.decide(case, "approve", SECOND),
    lambda desk, case: desk.reviews.assign(case, 1, SECOND),
    lambda desk, case: desk.applications.submit(case, SECOND),
)


@pytest.mark.parametrize(
    ("step", "where"),
    [*((one, "submitted") for one in TOO_LATE), *((one, "registered") for one in TOO_EARLY)],
)
def test_a_step_is_taken_only_from_where_it_begins(desk: Desk, step: Step, where: str) -> None:
    case = submitted(desk) if where == "submitted" else logged(desk)
    with pytest.raises(RuleBroken, match=r"application\.wrong_state") as raised:
        step(desk, case)
    assert raised.value.facts["state"] == phrase(f"state.{where}")


def test_evidence_is_not_entered_on_a_case_that_has_ended(desk: Desk) -> None:
    case = logged(desk)
    desk.applications.withdraw(case, FIFTH, "moved away")
    with pytest.raises(RuleBroken, match=r"application\.wrong_state"):
        desk.applications.enter_evidence(case, SHOWN[0])


def test_the_association_says_what_it_asks_before_submission_by_todays_policy(
    desk: Desk, clock: Clock
) -> None:
    case = logged(desk)
    clock.day = date(2023, 12, 31)
    card = desk.cases.card(case)
    assert [one.requirement for one in card.findings] == ["policy"]
    assert card.policy == ""


def test_an_adopted_policy_does_not_reach_back_over_submitted_cases(desk: Desk) -> None:
    submitted(desk, on=date(2026, 1, 31))
    (_, policy), *_ = desk.policies.all()
    with pytest.raises(RuleBroken, match=r"policy\.cases_since"):
        desk.policies.adopt(replace(policy, in_force_from=date(2026, 1, 31)), date(2026, 2, 20))
    with pytest.raises(BadInput, match=r"policy\.adopted_before"):
        desk.policies.adopt(replace(policy, in_force_from=date(2024, 1, 1)), date(2026, 2, 20))
    desk.policies.adopt(replace(policy, in_force_from=date(2026, 2, 1)), date(2026, 2, 20))
