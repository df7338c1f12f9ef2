"""The way of a case: pauses, deferral and return, exams, and what each does to due days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.findings import Finding
from coordinator_app.services.desk import Desk
from tests.helpers.builders import (
    PAID,
    Clock,
    decidable,
    decided,
    logged,
    made,
    ready,
    submitted,
)

DUE = date(2026, 2, 28)


def row(desk: Desk, case: int) -> dict[str, object]:
    with desk.people.store.read() as reader:
        return reader.get("application", case)


def submissions(desk: Desk, case: int) -> list[dict[str, object]]:
    with desk.people.store.read() as reader:
        return reader.find("submission", application_id=case)


def finding(desk: Desk, case: int, kind: str) -> Finding:
    return next(one for one in desk.cases.card(case).findings if one.kind == kind)


@pytest.mark.parametrize("kind", ["more_information", "on_hold"])
def test_a_pause_does_not_move_the_reply_day(desk: Desk, clock: Clock, kind: str) -> None:
    case = submitted(desk)
    desk.applications.pause(case, kind, date(2026, 2, 3), "the second transcript")
    clock.day = date(2026, 3, 30)
    assert desk.cases.card(case).row.reply_due == DUE
    desk.applications.resume(case, date(2026, 3, 30))
    card = desk.cases.card(case)
    assert (card.row.state, card.row.reply_due) == ("submitted", DUE)
    assert finding(desk, case, "reply").outcome == "not_met"


def test_a_pause_goes_back_to_where_the_case_was(desk: Desk) -> None:
    case = decidable(desk)
    desk.applications.pause(case, "on_hold", date(2026, 2, 3), "")
    assert desk.cases.card(case).row.state == "on_hold"
    desk.applications.resume(case, date(2026, 2, 4))
    assert desk.cases.card(case).row.state == "in_review"


def test_a_pause_does_not_end_before_it_began(desk: Desk) -> None:
    case = submitted(desk)
    desk.applications.pause(case, "on_hold", date(2026, 2, 3), "")
    with pytest.raises(BadInput, match=r"pause\.ends_before_it_starts"):
        desk.applications.resume(case, date(2026, 2, 2))


def test_nothing_is_decided_during_a_pause(desk: Desk) -> None:
    case = decidable(desk)
    desk.applications.pause(case, "more_information", date(2026, 2, 3), "")
    with pytest.raises(RuleBroken, match=r"application\.wrong_state"):
        desk.decisions.decide(case, "approve", date(2026, 2, 10))


def test_withdrawing_ends_the_pause_and_keeps_the_reason(desk: Desk) -> None:
    case = submitted(desk)
    desk.applications.pause(case, "on_hold", date(2026, 2, 3), "")
    with pytest.raises(BadInput, match=r"application\.reason_missing"):
        desk.applications.withdraw(case, date(2026, 2, 5), " ")
    desk.applications.withdraw(case, date(2026, 2, 5), "moved to Oregon")
    with desk.people.store.read() as reader:
        assert [one["ended"] for one in reader.find("pause")] == ["2026-02-05"]
    card = desk.cases.card(case)
    assert card.row.state == "withdrawn"
    assert card.notes[0].text == "moved to Oregon"
    assert card.notes[0].person_id == card.row.person_id
    assert card.history[0].reason == "moved to Oregon"


def test_a_deferred_case_returns_as_a_new_submission_with_its_evidence(desk: Desk) -> None:
    case = decided(desk, "defer")
    desk.applications.take_up_again(case)
    card = desk.cases.card(case)
    assert (card.row.state, card.row.round, card.row.decision) == ("in_progress", "", "")
    assert card.row.reply_due is None
    assert len(card.evidence) == 6
    desk.applications.submit(case, date(2026, 4, 30))
    card = desk.cases.card(case)
    assert (card.row.round, card.row.reply_due) == ("2026-04", date(2026, 5, 31))
    assert [(one["number"], one["round"]) for one in submissions(desk, case)] == [
        (1, "2026-01"),
        (2, "2026-04"),
    ]
    assert len(card.decisions) == 1


def test_a_returning_case_needs_a_new_review(desk: Desk) -> None:
    case = decided(desk, "defer")
    desk.applications.take_up_again(case)
    desk.applications.submit(case, date(2026, 4, 30))
    with pytest.raises(RuleBroken, match=r"decision\.not_ready") as raised:
        desk.decisions.decide(case, "approve", date(2026, 5, 2))
    assert raised.value.facts["missing"] == ("Reviewers",)


def test_a_case_does_not_return_before_it_was_deferred(desk: Desk) -> None:
    case = decided(desk, "defer")
    desk.applications.take_up_again(case)
    with pytest.raises(BadInput, match=r"submitted_before_decision"):
        desk.applications.submit(case, date(2026, 2, 9))


def adopt_another(desk: Desk, since: date) -> None:
    (_, policy), *_ = desk.policies.all()
    rules = dict(policy.rules) | {
        "calendar.reply_months": replace(policy.rules["calendar.reply_months"], value=2)
    }
    later = replace(policy, title="Slower", in_force_from=since, rules=rules, digest="f" * 64)
    desk.policies.adopt(later, desk.today())


def test_a_returning_case_is_judged_by_the_policy_of_its_new_round(
    desk: Desk, clock: Clock
) -> None:
    case = decided(desk, "defer")
    adopt_another(desk, date(2026, 4, 1))
    desk.applications.take_up_again(case)
    assert desk.cases.card(case).policy == "AIMH HI 2024-01"
    clock.day = date(2026, 4, 30)
    assert desk.cases.card(case).policy == "Slower", "before submission, today's"
    desk.applications.submit(case, date(2026, 4, 30))
    assert desk.cases.card(case).row.reply_due == date(2026, 6, 30)


def test_keeping_the_old_policy_is_an_override(desk: Desk, clock: Clock) -> None:
    case = decided(desk, "defer")
    adopt_another(desk, date(2026, 4, 1))
    desk.applications.take_up_again(case)
    clock.day = date(2026, 4, 30)
    with pytest.raises(BadInput, match=r"override\.reason_missing"):
        desk.applications.submit(case, clock.day, keep_policy=True)
    desk.applications.submit(case, clock.day, keep_policy=True, override_reason="as promised")
    card = desk.cases.card(case)
    assert (card.policy, card.row.reply_due) == ("AIMH HI 2024-01", date(2026, 5, 31))
    assert [(one.rule, one.reason) for one in card.overrides] == [("policy.kept", "as promised")]


def test_a_submitted_case_keeps_its_policy_when_another_is_adopted(
    desk: Desk, clock: Clock
) -> None:
    case = submitted(desk)
    adopt_another(desk, date(2026, 2, 15))
    clock.day = date(2026, 3, 1)
    assert desk.cases.card(case).policy == "AIMH HI 2024-01"


def to_sit(desk: Desk) -> int:
    """A specialist approved to sit, submitted in January 2026, decided on 10 February."""
    case = logged(desk, category="IMHS")
    desk.applications.accept(case, PAID, date(2026, 1, 5))
    desk.applications.submit(case, date(2026, 1, 31), override_reason="by board")
    desk.decisions.decide(case, "approve_to_sit", date(2026, 2, 10), override_reason="by board")
    return case


def result(desk: Desk, case: int, sat: date, *, passed: bool, on: date | None = None) -> None:
    desk.decisions.record_exam(case, sat, passed=passed, source="the Alliance", on=on or sat)


def test_an_exam_is_sat_from_the_end_of_the_third_month(desk: Desk) -> None:
    case = to_sit(desk)
    card = desk.cases.card(case)
    assert card.exam_from == date(2026, 4, 30)
    assert card.decisions[0].valid_until == date(2027, 2, 28)
    with pytest.raises(RuleBroken, match=r"exam\.too_early"):
        result(desk, case, date(2026, 4, 23), passed=True)
    result(desk, case, date(2026, 4, 24), passed=True)
    assert desk.cases.card(case).row.state == "endorsed"


def test_an_approval_to_sit_holds_on_its_last_day_and_not_after(desk: Desk) -> None:
    case = to_sit(desk)
    with pytest.raises(RuleBroken, match=r"exam\.approval_expired"):
        result(desk, case, date(2027, 3, 1), passed=True)
    result(desk, case, date(2027, 2, 28), passed=True, on=date(2027, 3, 20))
    assert desk.cases.card(case).row.state == "endorsed"


def test_an_approval_expires_only_after_its_last_day(desk: Desk) -> None:
    case = to_sit(desk)
    with pytest.raises(RuleBroken, match=r"approval\.still_valid"):
        desk.decisions.let_approval_expire(case, date(2027, 2, 28))
    desk.decisions.let_approval_expire(case, date(2027, 3, 1))
    assert desk.cases.card(case).row.state == "to_sit_expired"


def test_a_result_names_its_source_and_does_not_come_before_the_sitting(desk: Desk) -> None:
    case = to_sit(desk)
    day = date(2026, 4, 30)
    with pytest.raises(BadInput, match=r"exam\.source_missing"):
        desk.decisions.record_exam(case, day, passed=True, source=" ", on=day)
    with pytest.raises(BadInput, match=r"exam\.result_before_sitting"):
        result(desk, case, day, passed=True, on=date(2026, 4, 29))


def test_who_did_not_pass_may_sit_again_from_the_retake_day(desk: Desk) -> None:
    case = to_sit(desk)
    desk.decisions.record_exam(
        case,
        date(2026, 4, 30),
        passed=False,
        source="the Alliance",
        on=date(2026, 5, 20),
        retake_from=date(2026, 10, 31),
    )
    assert desk.cases.card(case).row.state == "not_passed"
    with pytest.raises(RuleBroken, match=r"exam\.too_early") as raised:
        result(desk, case, date(2026, 10, 30), passed=True)
    assert raised.value.facts["earliest"] == date(2026, 10, 31)
    result(desk, case, date(2026, 10, 31), passed=True, on=date(2026, 11, 20))
    assert desk.cases.card(case).row.state == "endorsed"


def test_a_case_before_submission_can_be_closed_and_stays_on_file(desk: Desk) -> None:
    case = ready(desk)
    desk.applications.close(case, date(2026, 2, 1), "idle for two years")
    assert desk.cases.card(case).row.state == "closed"
    assert made(desk.notes.add("still here", application_id=case))
