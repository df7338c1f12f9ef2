"""Hours and days are counted exactly, and more evidence never does harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.facts import TRAINING_AREAS, CaseFacts, Evidence
from coordinator_app.domain.findings import Outcome
from coordinator_app.domain.findings_judging import exact_sum, less
from coordinator_app.domain.findings_spans import days_in
from tests.domain.policies_made import full_ifs, judge, only, training

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
AMOUNTS = st.decimals(0, 10**20, places=25)
Session = tuple[Decimal | None, str | None]
AREAS: list[str | None] = [*TRAINING_AREAS, None]
SESSIONS: st.SearchStrategy[list[Session]] = st.lists(
    st.tuples(st.none() | st.decimals(0, 40, places=2), st.sampled_from(AREAS)), max_size=8
)


@given(st.lists(AMOUNTS))
def test_sums_are_exact(amounts: list[Decimal]) -> None:
    wanted = sum((Fraction(amount) for amount in amounts), start=Fraction(0))
    assert Fraction(exact_sum(amounts)) == wanted


@given(AMOUNTS, AMOUNTS)
def test_differences_are_exact(one: Decimal, other: Decimal) -> None:
    assert Fraction(less(one, other)) == Fraction(one) - Fraction(other)


def mentor(sessions: Sequence[Session]) -> CaseFacts:
    shown = [
        replace(training(n, None, area), hours=hours) for n, (hours, area) in enumerate(sessions)
    ]
    return only(replace(full_ifs(), category="IMHM-C"), "training", *shown)


@given(SESSIONS, SESSIONS)
def test_more_training_never_makes_a_met_finding_unmet(
    first: list[Session], more: list[Session]
) -> None:
    before = judge(mentor(first))["mhmc.training"].outcome
    after = judge(mentor([*first, *more]))["mhmc.training"].outcome
    if before is MET:
        assert after is MET
    if before is CANNOT_TELL:
        assert after is not NOT_MET


def trying(sessions: list[Session]) -> bool:
    """The oracle: give each hour without an area to whichever part still lacks it."""
    by_area = {area: sum((h for h, a in sessions if a == area and h), Decimal(0)) for area in AREAS}
    lacking = {"imh": 30, "rsc_provision": 15, "dei": 3}
    short = sum(
        (max(Decimal(0), least - by_area[area]) for area, least in lacking.items()), Decimal(0)
    )
    return sum(by_area.values(), Decimal(0)) >= 48 and short <= by_area[None]


@given(SESSIONS)
def test_parts_are_met_as_an_oracle_says(sessions: list[Session]) -> None:
    outcome = judge(mentor(sessions))["mhmc.training"].outcome
    unknown = any(hours is None for hours, _ in sessions)
    assert (outcome is not NOT_MET) == (unknown or trying(sessions))


SPANS = st.lists(
    st.tuples(st.dates(date(2020, 1, 1), date(2022, 12, 31)), st.integers(-5, 200)).map(
        lambda pair: (pair[0], pair[0] + timedelta(pair[1]))
    ),
    max_size=8,
)


@given(SPANS)
def test_overlapping_days_count_once(spans: list[tuple[date, date]]) -> None:
    days = {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}
    assert days_in(spans) == len(days)


@given(SPANS, SPANS)
def test_more_work_never_makes_a_met_finding_unmet(
    first: list[tuple[date, date]], more: list[tuple[date, date]]
) -> None:
    if judge(worked(first))["ifs.work"].outcome is MET:
        assert judge(worked([*first, *more]))["ifs.work"].outcome is MET


def worked(spans: Sequence[tuple[date, date]]) -> CaseFacts:
    case = full_ifs()
    shown = next(one for one in case.evidence if one.kind == "work")
    return only(case, "work", *(spanned(shown, span) for span in spans))


def spanned(shown: Evidence, span: tuple[date, date]) -> Evidence:
    assert shown.started is not None
    kind = type(shown.started)
    return replace(shown, started=kind.of(span[0]), ended=kind.of(span[1]))
