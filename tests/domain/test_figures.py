"""The year's counts against a plain recount."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.figures import Submitted, line_of, percent, share_on_time

DAY = date(2025, 1, 31)


def a_case(
    category: str = "IFA",
    *,
    answered: int | None = None,
    decision: str | None = None,
    ended: bool = False,
) -> Submitted:
    sent = None if answered is None else DAY + timedelta(days=answered)
    return Submitted(category, DAY, date(2025, 2, 28), sent, decision, ended)


def test_a_line_counts_its_category_and_nothing_else() -> None:
    cases = [
        a_case(decision="approve", answered=10),
        a_case(decision="approve_to_sit", answered=21),
        a_case(decision="defer", answered=28),
        a_case("IFS", decision="deny", answered=3),
    ]
    line = line_of("IFA", cases, cases[:1])
    assert (line.submitted, line.approved, line.deferred, line.denied) == (3, 2, 1, 0)
    assert line.days_to_reply == 21
    assert line.submitted_before == 1


def test_all_is_the_sum_of_the_lines() -> None:
    cases = [a_case(), a_case("IFS", decision="deny", answered=3)]
    assert line_of("", cases, []).submitted == 2
    assert line_of("", cases, []).denied == 1


def test_a_reply_on_the_due_day_is_on_time_and_the_day_after_is_not() -> None:
    on_the_day, after = a_case(answered=28), a_case(answered=29)
    assert share_on_time([on_the_day], DAY) == 1
    assert share_on_time([after], DAY) == 0


def test_a_reply_not_due_yet_is_not_counted_but_an_overdue_one_is() -> None:
    assert share_on_time([a_case()], date(2025, 2, 28)) is None
    assert share_on_time([a_case()], date(2025, 3, 1)) == 0


def test_a_withdrawn_case_owes_no_reply() -> None:
    assert share_on_time([a_case(ended=True)], date(2026, 1, 1)) is None


@given(st.lists(st.integers(0, 60)))
def test_the_share_is_the_count_of_those_within_the_month(days: list[int]) -> None:
    share = share_on_time([a_case(answered=one) for one in days], DAY)
    kept = sum(one <= 28 for one in days)
    assert share == (Fraction(kept, len(days)) if days else None)


def test_a_share_is_rounded_half_up() -> None:
    assert percent(Fraction(1, 200)) == 1
    assert percent(Fraction(49, 100)) == 49
    assert percent(None) is None
