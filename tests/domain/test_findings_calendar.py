"""What the calendar says of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coordinator_app.domain.facts import CaseFacts, ReviewFact
from coordinator_app.domain.findings import Outcome, may_decide
from tests.domain.policies_made import alliance, base, full_ifs, judge, on, rating

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
DUE = date(2026, 2, 28)


@pytest.mark.parametrize(
    ("sent", "today", "outcome", "detail"),
    [
        (None, date(2026, 2, 20), CANNOT_TELL, "reply.open"),
        (None, DUE, CANNOT_TELL, "reply.open"),
        (None, date(2026, 3, 1), NOT_MET, "reply.late"),
        (DUE, date(2026, 6, 1), MET, None),
        (date(2026, 3, 1), date(2026, 6, 1), NOT_MET, "reply.late"),
    ],
)
def test_the_reply_is_on_time_when_the_letter_is_sent_by_the_due_day(
    sent: date | None, today: date, outcome: Outcome, detail: str | None
) -> None:
    found = judge(replace(full_ifs(), letter_sent_on=sent), today=today)["calendar.reply_months"]
    assert (found.outcome, found.due) == (outcome, DUE)
    assert (found.detail.code if found.detail else None) == detail
    assert found.why.text.startswith("Applicants will hear back")


def test_a_pause_does_not_move_the_due_day() -> None:
    for state in ("more_information", "on_hold", "in_review"):
        assert judge(replace(full_ifs(), state=state))["calendar.reply_months"].due == DUE


def test_nothing_is_owed_to_who_withdrew() -> None:
    assert "calendar.reply_months" not in judge(replace(full_ifs(), state="withdrawn"))


def test_imported_history_does_not_come_late() -> None:
    old = replace(full_ifs(), imported=True, decided_on=date(2026, 2, 1), decision="approve")
    found = judge(old, today=date(2026, 6, 1))["calendar.reply_months"]
    assert found.outcome is CANNOT_TELL


def test_a_year_alone_gives_no_due_day() -> None:
    found = judge(replace(full_ifs(), submitted=on("2025")))["calendar.reply_months"]
    assert (found.outcome, found.due) == (CANNOT_TELL, None)


def test_before_submission_nothing_is_owed() -> None:
    found = judge(replace(full_ifs(), submitted=None, state="in_progress"))
    assert not {"calendar.reply_months", "review.reviewers"} & found.keys()


def specialist(**changed: object) -> CaseFacts:
    return replace(full_ifs(), category="IMHS", **changed)


def test_the_exam_may_be_sat_from_the_end_of_the_third_month_after() -> None:
    found = judge(specialist())["calendar.exam_months"]
    assert (found.due, found.outcome) == (date(2026, 4, 30), NOT_MET)
    assert judge(specialist(), today=date(2026, 4, 30))["calendar.exam_months"].outcome is MET
    assert "calendar.exam_months" not in judge(full_ifs())
    assert "calendar.exam_months" not in judge(specialist(), alliance())


def test_an_approval_to_sit_has_its_last_day() -> None:
    sits = specialist(state="to_sit", decision="approve_to_sit", decided_on=date(2026, 2, 27))
    found = judge(sits, today=date(2027, 2, 28))["exam.approval_valid_months"]
    assert (found.due, found.outcome) == (date(2027, 2, 28), MET)
    late = judge(sits, today=date(2027, 3, 1))["exam.approval_valid_months"]
    assert late.outcome is NOT_MET
    sat = replace(sits, exam_result_on=date(2026, 5, 1))
    assert "exam.approval_valid_months" not in judge(sat)


def test_the_oldest_rating_tells_until_when_a_review_must_be_assigned() -> None:
    older = replace(rating(3, "teacher"), completed_on=date(2025, 3, 1))
    case = replace(full_ifs(), references=(rating(1, "supervisor"), older))
    found = judge(case)["references.valid_months"]
    assert (found.due, found.outcome) == (date(2026, 3, 1), MET)
    late = judge(case, today=date(2026, 3, 2))["references.valid_months"]
    assert late.outcome is NOT_MET
    review = ReviewFact(1, 50, date(2026, 2, 3))
    assert "references.valid_months" not in judge(replace(case, reviews=(review,)))


def test_as_many_reviewers_must_be_done_as_the_policy_asks() -> None:
    done = ReviewFact(1, 50, date(2026, 2, 3), date(2026, 2, 10))
    again = replace(done, id=2)
    case = replace(full_ifs(), reviews=(done, again))
    assert judge(case)["review.reviewers"].outcome is MET
    two = base({"review.reviewers": 2})
    found = judge(case, two)["review.reviewers"]
    assert found.outcome is NOT_MET, "one reviewer twice is one reviewer"
    assert found in may_decide(judge(case, two).values())
    other = replace(again, reviewer=51)
    both = replace(case, reviews=(done, other))
    assert judge(both, two)["review.reviewers"].outcome is MET


def test_what_is_unset_cannot_be_told() -> None:
    unset = base({"exam.approval_valid_months": None, "review.reviewers": None})
    sits = specialist(state="to_sit", decision="approve_to_sit", decided_on=date(2026, 2, 27))
    found = judge(sits, unset)
    for key in ("exam.approval_valid_months", "review.reviewers"):
        assert found[key].outcome is CANNOT_TELL
        assert found[key].needed.code == "policy.not_set"


def test_a_closed_category_can_no_longer_be_applied_for() -> None:
    supervisor = replace(full_ifs(), category="IFRS")
    assert judge(supervisor, alliance())["category.IFRS.closes"].outcome is CANNOT_TELL
    for closes, outcome in ((date(2026, 1, 31), MET), (date(2026, 1, 30), NOT_MET)):
        policy = alliance({"category.IFRS.closes": closes})
        assert judge(supervisor, policy)["category.IFRS.closes"].outcome is outcome
    assert "category.IFS.closes" not in judge(full_ifs(), alliance())


def test_a_category_opens_on_its_day() -> None:
    policy = base()
    opens = replace(policy.categories["IFS"], opens=date(2026, 2, 1))
    later = replace(policy, categories={**policy.categories, "IFS": opens})
    assert judge(full_ifs(), later)["category.IFS.closes"].outcome is NOT_MET
    moved = replace(full_ifs(), submitted=on("2026-02-01"))
    assert judge(moved, later)["category.IFS.closes"].outcome is MET


def test_due_days_never_come_before_submission() -> None:
    day = date(2024, 1, 1)
    while day < date(2030, 1, 1):
        case = replace(full_ifs(), submitted=on(day.isoformat()))
        due = judge(case, today=day)["calendar.reply_months"].due
        assert due is not None
        assert timedelta(28) <= due - day <= timedelta(61)
        day += timedelta(13)
