"""What keeps an endorsement active, cycle by cycle, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coordinator_app.domain.facts import EndorsementFacts, MoveFact, RenewalFact
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_endorsement import cycle_to_judge, endorsement_findings
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.policy_merge import policy_in_force
from coordinator_app.domain.registry_rules import (
    move_in_force,
    reactivation_steps,
    sanctioned_on,
    status_on,
)
from tests.domain.policies_made import TODAY, alliance, base, on

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
END = date(2026, 12, 31)
HELD = EndorsementFacts(id=3, person=1, category="IFS", since=on("2021-05-14"), status="active")
RENEWED_2025 = RenewalFact(date(2025, 12, 31), renewed_on=date(2025, 12, 1))


def judged(facts: EndorsementFacts, *policies: Policy, today: date = TODAY) -> dict[str, Finding]:
    policies = policies or (base(),)
    policy = policy_in_force(policies, today)
    found = endorsement_findings(facts, policy, today, lambda day: policy_in_force(policies, day))
    return {one.requirement: one for one in found}


def renewing(**reported: object) -> EndorsementFacts:
    record = replace(RenewalFact(END), **reported)
    return replace(HELD, renewals=(RENEWED_2025, record))


def test_nothing_reported_is_nothing_met() -> None:
    found = judged(renewing())
    wanted = {
        "renewal.training_hours": NOT_MET,
        "renewal.training_dei_hours": NOT_MET,
        "renewal.rsc_hours": NOT_MET,
        "renewal.code_of_ethics_yearly": NOT_MET,
        "renewal.attestation_from": NOT_MET,
        "renewal.membership": NOT_MET,
        "renewal.grace_days": CANNOT_TELL,
    }
    assert {key: one.outcome for key, one in found.items()} == wanted
    assert {one.due for one in found.values()} == {END}
    assert not any(one.present for one in found.values())


def test_a_full_renewal_is_met() -> None:
    found = judged(
        renewing(
            training_hours=Decimal(15),
            training_dei_hours=Decimal(1),
            rsc_hours=Decimal(12),
            code_of_ethics_on=date(2026, 2, 1),
            attestation_on=date(2026, 2, 1),
            membership_until=date(2026, 12, 31),
            renewed_on=date(2026, 2, 2),
        )
    )
    assert {one.outcome for one in found.values()} == {MET}


def test_hours_short_are_told_exactly() -> None:
    found = judged(renewing(rsc_hours=Decimal("8.5")))["renewal.rsc_hours"]
    assert found.detail is not None
    assert found.detail.facts["hours"] == Decimal("3.5")
    assert (found.needed.facts["hours"], found.have.facts["hours"]) == (12, Decimal("8.5"))


def test_rsc_is_asked_of_the_categories_the_policy_lists() -> None:
    policy = replace(HELD, category="IMHM-P", renewals=(RENEWED_2025,))
    assert "renewal.rsc_hours" not in judged(policy)
    unset = judged(HELD, base({"renewal.rsc_categories": None}))
    assert unset["renewal.rsc_categories"].outcome is CANNOT_TELL


def test_who_gives_rsc_trains_for_it() -> None:
    assert "renewal.training_rsc_hours" not in judged(renewing())
    gives = replace(renewing(training_rsc_hours=Decimal(2)), provides_rsc=True)
    assert judged(gives)["renewal.training_rsc_hours"].outcome is NOT_MET


def test_a_signature_of_last_year_is_no_signature_of_this() -> None:
    last = replace(RENEWED_2025, code_of_ethics_on=date(2025, 12, 1))
    found = judged(replace(HELD, renewals=(last,)))["renewal.code_of_ethics_yearly"]
    assert (found.outcome, found.due) == (NOT_MET, END)


def test_in_the_year_it_began_nothing_is_signed_again() -> None:
    new = replace(HELD, since=on("2026-02-01"))
    found = judged(new)
    assert found["renewal.attestation_from"].outcome is MET
    assert found["renewal.code_of_ethics_yearly"].outcome is MET
    assert found["renewal.training_hours"].outcome is CANNOT_TELL


@pytest.mark.parametrize(("said", "outcome"), [("all_hours", NOT_MET), ("no_hours", MET)])
def test_hours_of_the_first_cycle_are_as_the_association_says(said: str, outcome: Outcome) -> None:
    new = replace(HELD, since=on("2026-02-01"))
    found = judged(new, base({"renewal.first_cycle": said}))["renewal.training_hours"]
    assert found.outcome is outcome


def test_a_past_cycle_is_judged_while_it_is_owed() -> None:
    owed = judged(HELD)
    assert owed["renewal.training_hours"].due == date(2025, 12, 31)
    assert judged(replace(HELD, renewals=(RENEWED_2025,)))["renewal.training_hours"].due == END


@pytest.mark.parametrize(
    ("facts", "ends"),
    [
        (replace(HELD, imported=True), END),
        (replace(HELD, since=None), END),
        (
            replace(HELD, imported=True, renewals=(RenewalFact(date(2025, 12, 31)),)),
            date(2025, 12, 31),
        ),
        (replace(HELD, since=on("2025-11-01")), END),
    ],
)
def test_what_is_not_known_of_the_past_is_not_owed(facts: EndorsementFacts, ends: date) -> None:
    cycle = cycle_to_judge(facts, TODAY, lambda day: policy_in_force([base()], day))
    assert cycle is not None
    assert cycle.ends == ends


def test_the_first_cycle_is_owed_where_all_hours_are_asked() -> None:
    policy = base({"renewal.first_cycle": "all_hours"})
    facts = replace(HELD, since=on("2025-11-01"))
    cycle = cycle_to_judge(facts, TODAY, lambda day: policy_in_force([policy], day))
    assert cycle is not None
    assert cycle.ends == date(2025, 12, 31)


def test_it_lapses_after_the_days_of_grace() -> None:
    policy = base({"renewal.grace_days": 31})
    on_time = judged(HELD, policy, today=date(2026, 1, 31))["renewal.grace_days"]
    assert (on_time.outcome, on_time.due) == (MET, date(2026, 1, 31))
    late = judged(HELD, policy, today=date(2026, 2, 1))["renewal.grace_days"]
    assert late.outcome is NOT_MET


def test_membership_is_asked_where_the_policy_asks() -> None:
    assert "renewal.membership" not in judged(renewing(), base({"renewal.membership": False}))
    unset = judged(renewing(), base({"renewal.membership": None}))
    assert unset["renewal.membership"].outcome is CANNOT_TELL


def test_a_cycle_keeps_the_rules_of_its_first_day() -> None:
    changed = alliance()
    old = judged(HELD, base(), changed, today=date(2024, 12, 31))
    assert old["renewal.training_hours"].needed.facts["hours"] == 15
    new = judged(HELD, base(), changed, today=date(2026, 2, 20))
    # 2024 is owed first, by its own rules.
    assert new["renewal.training_hours"].due == date(2024, 12, 31)
    renewed = replace(
        HELD, renewals=(RenewalFact(date(2024, 12, 31), renewed_on=date(2024, 12, 1)),)
    )
    running = judged(renewed, base(), changed)["renewal.training_hours"]
    assert (running.needed.facts["hours"], running.due) == (45, date(2027, 12, 31))
    signing = judged(renewed, base(), changed)["renewal.attestation_from"]
    assert signing.due == END


def test_without_a_policy_nothing_can_be_told() -> None:
    found = judged(HELD, today=date(2023, 6, 1))
    assert found["policy"].outcome is CANNOT_TELL


def test_without_a_cycle_it_is_said_that_there_is_none() -> None:
    for unset in ({"renewal.cycle_ends": None}, {"renewal.cycle_years": 3}):
        found = judged(HELD, base(unset))
        assert [one.needed.code for one in found.values()] == ["renewal.no_cycle"]


@pytest.mark.parametrize(
    ("reason", "first", "count"),
    [
        ("lapsed", "reactivation.education", 7),
        ("sanctioned", "reactivation.sanction_lifted", 8),
        ("deceased", None, 0),
    ],
)
def test_the_way_back_is_the_policys_steps(reason: str, first: str | None, count: int) -> None:
    away = replace(HELD, status="inactive", moves=(MoveFact(date(2025, 1, 1), "inactive", reason),))
    found = judged(away)
    assert len(found) == count
    assert next(iter(found), None) == first
    assert all(one.outcome is CANNOT_TELL for one in found.values())
    if reason == "sanctioned":
        assert found["reactivation.sanction_lifted"].why.paragraph == "sanction"


def test_unset_steps_are_said_to_be_unset() -> None:
    away = replace(
        HELD, status="inactive", moves=(MoveFact(date(2025, 1, 1), "inactive", "lapsed"),)
    )
    found = judged(away, base({"reactivation.steps": None}))
    assert [one.needed.code for one in found.values()] == ["policy.not_set"]
    assert reactivation_steps(base({"reactivation.steps": None}), "sanctioned") is None


MOVES = (
    MoveFact(date(2021, 5, 14), "active", "endorsed"),
    MoveFact(date(2024, 3, 1), "inactive", "sanctioned"),
    MoveFact(date(2025, 3, 1), "active", "reactivated"),
)


@pytest.mark.parametrize(
    ("day", "status", "sanctioned"),
    [
        (date(2021, 5, 13), None, False),
        (date(2021, 5, 14), "active", False),
        (date(2024, 2, 29), "active", False),
        (date(2024, 3, 1), "inactive", True),
        (date(2025, 3, 1), "active", False),
    ],
)
def test_a_move_holds_from_the_start_of_its_day(
    day: date, status: str | None, sanctioned: bool
) -> None:
    assert status_on(reversed(MOVES), day) == status
    assert sanctioned_on(MOVES, day) is sanctioned
    assert (move_in_force(MOVES, day) is None) == (status is None)
