"""RSC hours: who gave them, judged on the day they were earned, and within which span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.calendar import months_after
from coordinator_app.domain.facts import CaseFacts, Evidence
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.policy_merge import policy_in_force
from coordinator_app.runtime.sentences import say
from tests.domain.policies_made import (
    alliance,
    base,
    full_ifs,
    judge,
    on,
    only,
    rsc,
    with_requirement,
)

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
YEAR = ("2024-06-01", "2025-05-31")


def judged(*logs: Evidence, case: CaseFacts | None = None) -> Finding:
    found = judge(only(case or full_ifs(), "rsc_received", *logs))
    return next(one for one in found.values() if one.kind == "rsc_received")


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        (("IMHM-C",), MET),
        (("IMHS",), MET),
        (("IFA", "IMHS"), MET),
        (("ECMHS",), NOT_MET),
        (("IMHM-P",), NOT_MET),
        ((), NOT_MET),
        (None, CANNOT_TELL),
    ],
)
def test_who_gave_the_hours_decides_whether_they_count(
    held: tuple[str, ...] | None, outcome: Outcome
) -> None:
    assert judged(rsc(1, "24", *YEAR, held=held)).outcome is outcome


@pytest.mark.parametrize(
    ("degree", "provider_degree", "outcome"),
    [
        ("bachelor", "master", MET),
        ("bachelor", "doctorate", MET),
        ("bachelor", "bachelor", NOT_MET),
        ("bachelor", None, CANNOT_TELL),
        ("master", "master", NOT_MET),
        ("doctorate", "master", NOT_MET),
        ("associate", "master", CANNOT_TELL),
        (None, "bachelor", NOT_MET),
        (None, "master", CANNOT_TELL),
    ],
)
def test_a_family_specialist_gives_rsc_to_bachelors_only_and_as_a_master(
    degree: str | None, provider_degree: str | None, outcome: Outcome
) -> None:
    case = only(full_ifs(), "education", Evidence(1, "education", degree=degree))
    log = replace(rsc(1, "24", *YEAR, held=("IFS",)), provider_degree=provider_degree)
    assert judged(log, case=case).outcome is outcome


def test_known_hours_that_suffice_need_no_others() -> None:
    logs = [rsc(1, "24", *YEAR), rsc(2, "10", *YEAR, held=None), rsc(3, "5", *YEAR, held=())]
    found = judged(*logs)
    assert found.outcome is MET
    assert say(found.have) == "24 h that count, 10 h open, 5 h that do not count"
    assert judged(*logs[1:]).outcome is NOT_MET


def test_unknown_hours_that_might_suffice_leave_it_open() -> None:
    found = judged(rsc(1, "20", *YEAR), rsc(2, "4", *YEAR, held=None))
    assert found.outcome is CANNOT_TELL
    assert found.detail is not None
    assert (found.detail.code, found.detail.facts["hours"]) == ("rsc.provider_unknown", Decimal(4))


def test_nobody_is_named_as_provider_for_mentors_until_the_association_says() -> None:
    case = replace(full_ifs(), category="IMHM-C")
    logs = only(case, "rsc_received", rsc(1, "50", *YEAR, own=True))
    assert judge(logs)["mhmc.rsc"].outcome is CANNOT_TELL
    said = base({"providers.IMHM-C": ("IMHM-C",)})
    assert judge(logs, said)["mhmc.rsc"].outcome is MET


def test_half_of_a_mentors_hours_are_about_the_rsc_given_to_others() -> None:
    said = base({"providers.IMHM-C": ("IMHM-C",)})
    case = replace(full_ifs(), category="IMHM-C")
    logs = [rsc(1, "26", *YEAR), rsc(2, "24", *YEAR, own=True)]
    found = judge(only(case, "rsc_received", *logs), said)["mhmc.rsc"]
    assert found.outcome is NOT_MET
    assert found.detail is not None
    assert found.detail.code == "rsc.not_as_asked"
    enough = only(case, "rsc_received", *logs, rsc(3, "1", *YEAR, own=True))
    assert judge(enough, said)["mhmc.rsc"].outcome is MET


def test_a_vetted_provider_counts_only_where_the_policy_says() -> None:
    log = replace(rsc(1, "24", *YEAR, held=()), provider_vetted=True)
    assert judged(log).outcome is NOT_MET
    vetting = tuple(replace(rule, vetted=True) for rule in base().providers)
    found = judge(only(full_ifs(), "rsc_received", log), replace(base(), providers=vetting))
    assert found["ifs.rsc"].outcome is MET


# --- the policy of the day earned -------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "span", "outcome"),
    [
        (("IMHS",), ("2024-01-01", "2024-12-31"), MET),
        (("IMHS",), ("2025-01-01", "2025-12-31"), NOT_MET),
        (("IMHS",), ("2024-06-01", "2025-05-31"), CANNOT_TELL),
        (("ERS",), ("2025-01-01", "2025-12-31"), MET),
        (("ERS",), ("2024-01-01", "2024-12-31"), NOT_MET),
        (("IMHM-C",), ("2024-06-01", "2025-05-31"), MET),
        (("IMHM-C",), ("2023-06-01", "2024-05-31"), CANNOT_TELL),
    ],
)
def test_hours_are_judged_by_the_rules_of_the_day_they_were_earned(
    held: tuple[str, ...], span: tuple[str, str], outcome: Outcome
) -> None:
    case = only(full_ifs(), "rsc_received", rsc(1, "24", *span, held=held))
    policies = [base(), alliance()]
    found = judge(case, alliance(), policy_on=lambda day: policy_in_force(policies, day))
    assert found["ifs.rsc"].outcome is outcome


def test_a_provider_rule_may_hold_for_some_days_only() -> None:
    policy = base()
    rule = next(one for one in policy.providers if one.id == "ifs-bachelor")
    cut = replace(rule, earned_to=date(2024, 12, 31), vetted=True, providers=("IMHS",))
    changed = replace(policy, providers=(cut,))
    for span, outcome in ((("2024-01-01", "2024-12-31"), MET), (YEAR, CANNOT_TELL)):
        log = replace(rsc(1, "24", *span, held=None), provider_vetted=True)
        found = judge(only(full_ifs(), "rsc_received", log), changed)
        assert found["ifs.rsc"].outcome is outcome


# --- the span ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "outcome"),
    [
        ([("2024-01-01", "2024-12-31", "24")], MET),
        ([("2024-01-01", "2024-12-30", "24")], NOT_MET),
        ([("2024-01-01", "2025-12-31", "24")], MET),
        ([("2024-01", "2024-12", "24")], CANNOT_TELL),
        ([("2024-01", "2025-02", "24")], MET),
        ([("2024-01-01", "2024-01-31", "12"), ("2025-12-01", "2025-12-31", "12")], MET),
        ([("2024-01-01", "2024-01-31", "12"), ("2025-12-01", "2026-01-01", "12")], CANNOT_TELL),
        ([("2024-01-01", "2024-01-31", "12"), ("2026-01-02", "2026-01-10", "12")], CANNOT_TELL),
        ([("2024-01-01", "2024-01-02", "12"), ("2026-01-02", "2026-01-10", "12")], NOT_MET),
        ([("2024-03-01", "2024-05-01", "30"), ("2026-01-01", "2026-01-31", "1")], MET),
        ([("2024-03-01", "2024-05-01", "23")], NOT_MET),
    ],
)
def test_the_hours_lie_within_one_to_two_years(
    spans: list[tuple[str, str, str]], outcome: Outcome
) -> None:
    logs = [rsc(n, hours, first, last) for n, (first, last, hours) in enumerate(spans)]
    assert judged(*logs).outcome is outcome


def test_hours_without_a_day_leave_the_span_open() -> None:
    assert judged(rsc(1, "24", None)).outcome is CANNOT_TELL
    assert judged(rsc(1, None, *YEAR)).outcome is CANNOT_TELL


def test_a_running_log_reaches_to_the_day_looked_at() -> None:
    log = replace(rsc(1, "24", "2025-01-01", "2025-02-01"), ended=None)
    assert judged(log).outcome is MET


def test_where_no_span_is_asked_hours_are_hours() -> None:
    policy = with_requirement(base(), "ifs.rsc", window_months=None)
    log = rsc(1, "24", "2025-03-01", "2025-04-01")
    found = judge(only(full_ifs(), "rsc_received", log), policy)["ifs.rsc"]
    assert found.outcome is MET


DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
SESSIONS = st.lists(st.tuples(DAYS, st.integers(1, 12)), min_size=1, max_size=12)


def suffices(sessions: Sequence[tuple[date, int]]) -> bool:
    """The oracle: some stretch of 24 months, begun on any day, holds 24 hours 12 months apart."""
    for first in {day for day, _ in sessions}:
        last = months_after(first, 24) - timedelta(1)
        within = [(day, hours) for day, hours in sessions if first <= day <= last]
        apart = max(day for day, _ in within) >= months_after(first, 12) - timedelta(1)
        if sum(hours for _, hours in within) >= 24 and apart:
            return True
    return False


@given(SESSIONS)
def test_single_sessions_are_met_or_not_as_an_oracle_says(
    sessions: list[tuple[date, int]],
) -> None:
    logs = [rsc(n, str(hours), day.isoformat()) for n, (day, hours) in enumerate(sessions)]
    case = replace(full_ifs(), submitted=on("2028-01-31"))
    found = judge(only(case, "rsc_received", *logs), today=date(2028, 2, 1))["ifs.rsc"]
    assert (found.outcome is MET) == suffices(sessions)


Log = tuple[date, int, int | None, tuple[str, ...] | None]
HELD: list[tuple[str, ...] | None] = [("IMHM-C",), ("IMHM-P",), (), None]
LOGS: st.SearchStrategy[list[Log]] = st.lists(
    st.tuples(DAYS, st.integers(0, 30), st.none() | st.integers(1, 30), st.sampled_from(HELD)),
    max_size=6,
)


def logged(n: int, log: Log) -> Evidence:
    day, months, hours, held = log
    last = months_after(day, months).isoformat()
    return rsc(n, None if hours is None else str(hours), day.isoformat(), last, held)


@given(LOGS, LOGS)
def test_more_hours_never_make_a_met_finding_unmet(first: list[Log], more: list[Log]) -> None:
    logs = [logged(n, log) for n, log in enumerate([*first, *more])]
    case = replace(full_ifs(), submitted=on("2031-01-31"))
    today = date(2031, 2, 1)
    before = judge(only(case, "rsc_received", *logs[: len(first)]), today=today)["ifs.rsc"]
    after = judge(only(case, "rsc_received", *logs), today=today)["ifs.rsc"]
    if before.outcome is MET:
        assert after.outcome is MET
    if before.outcome is CANNOT_TELL:
        assert after.outcome is not NOT_MET
