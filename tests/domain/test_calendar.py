"""Rounds and due days, against an oracle that reckons otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from coordinator_app.domain.calendar import (
    approval_valid_until,
    cycle_before,
    cycle_of,
    exam_from,
    in_exam_window,
    rating_valid_until,
    reply_due,
    round_of,
    year_of_cycle,
)
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy_merge import compose, policy_in_force
from tests.domain.policies_made import BASE, CHANGE, START, YEARS, always, base, pack

ONE = timedelta(days=1)


def every_day() -> Iterator[date]:
    day = date(2024, 1, 1)
    while day.year < 2045:
        yield day
        day += ONE


def end_of_month_on(day: date, months: int) -> date:
    """The oracle: the day before the first of the month after, walked to day by day."""
    for _ in range(months + 1):
        day = day.replace(day=1)
        month = day.month
        while day.month == month:
            day += ONE
    return day - ONE


def test_every_day_of_twenty_one_years_has_its_round_reply_and_exam() -> None:
    policy = base()
    seen: dict[tuple[int, int], tuple[date, date]] = {}
    for day in every_day():
        submitted = PartialDate.of(day)
        if day.day == 1:
            seen[day.year, day.month] = end_of_month_on(day, 1), end_of_month_on(day, 3)
        reply, exam = seen[day.year, day.month]
        assert round_of(submitted) == day.isoformat()[:7]
        assert reply_due(submitted, policy) == reply, day
        assert exam_from(submitted, policy) == exam, day
    assert len(seen) == 21 * 12


@pytest.mark.parametrize(
    ("submitted", "reply", "exam"),
    [
        ("2026-01-31", date(2026, 2, 28), date(2026, 4, 30)),
        ("2028-01-15", date(2028, 2, 29), date(2028, 4, 30)),
        ("2026-01", date(2026, 2, 28), date(2026, 4, 30)),
        ("2025-11-30", date(2025, 12, 31), date(2026, 2, 28)),
        ("2025-12-01", date(2026, 1, 31), date(2026, 3, 31)),
    ],
)
def test_known_days_come_out_as_the_page_says(submitted: str, reply: date, exam: date) -> None:
    day = PartialDate.parse(submitted)
    assert reply_due(day, base()) == reply
    assert exam_from(day, base()) == exam


def test_before_2024_no_policy_is_in_force() -> None:
    assert policy_in_force([base()], date(2023, 12, 31)) is None
    assert policy_in_force([base()], date(2024, 1, 1)) == base()
    assert policy_in_force([], date(2024, 1, 1)) is None


def test_a_year_alone_belongs_to_no_round() -> None:
    with pytest.raises(BadInput) as refusal:
        round_of(PartialDate(2025))
    assert refusal.value.code == "round.month_unknown"
    assert reply_due(PartialDate(2025), base()) is None


def test_a_rating_is_valid_through_the_same_day_twelve_months_later() -> None:
    assert rating_valid_until(date(2025, 3, 14), base()) == date(2026, 3, 14)
    assert rating_valid_until(date(2024, 2, 29), base()) == date(2025, 2, 28)
    assert rating_valid_until(date(2023, 2, 28), base()) == date(2024, 2, 28)


def test_an_approval_to_sit_holds_to_the_end_of_the_twelfth_month() -> None:
    assert approval_valid_until(date(2026, 2, 27), base()) == date(2027, 2, 28)
    assert approval_valid_until(date(2027, 2, 1), base()) == date(2028, 2, 29)


def test_the_numbers_come_from_the_policy() -> None:
    policy = base({"references.valid_months": 6, "exam.approval_valid_months": 1})
    assert rating_valid_until(date(2025, 8, 31), policy) == date(2026, 2, 28)
    assert approval_valid_until(date(2026, 1, 31), policy) == date(2026, 2, 28)


def test_unset_numbers_give_no_day() -> None:
    policy = base({"references.valid_months": None, "exam.month_end_days": None})
    assert rating_valid_until(date(2025, 8, 31), policy) is None
    assert in_exam_window(date(2026, 4, 29), date(2026, 4, 30), policy) is None
    assert in_exam_window(date(2026, 3, 29), date(2026, 4, 30), policy) is False
    assert in_exam_window(date(2026, 4, 30), date(2026, 4, 30), policy) is True


def test_the_last_seven_days_of_the_month_are_month_end() -> None:
    april = date(2026, 4, 30)
    days = [date(2026, 4, day) for day in range(1, 31)]
    inside = [day.day for day in days if in_exam_window(day, april, base())]
    assert inside == [24, 25, 26, 27, 28, 29, 30]
    assert in_exam_window(date(2026, 5, 1), april, base())


def test_yearly_cycles_are_calendar_years() -> None:
    cycle = cycle_of(date(2026, 2, 20), always(base()))
    assert cycle is not None
    assert (cycle.starts, cycle.ends) == (date(2026, 1, 1), date(2026, 12, 31))
    assert cycle.opens == date(2026, 10, 1)
    assert cycle.lapses is None
    before = cycle_before(cycle, always(base()))
    assert before is not None
    assert before.ends == date(2025, 12, 31)


def test_before_the_first_policy_there_is_no_cycle() -> None:
    assert cycle_of(date(2023, 6, 1), always(base())) is None


@pytest.mark.parametrize(
    ("adopted", "day", "starts", "ends"),
    [
        (CHANGE, date(2024, 5, 1), date(2024, 1, 1), date(2024, 12, 31)),
        (CHANGE, date(2025, 1, 1), date(2025, 1, 1), date(2027, 12, 31)),
        (CHANGE, date(2026, 7, 1), date(2025, 1, 1), date(2027, 12, 31)),
        (CHANGE, date(2028, 1, 1), date(2028, 1, 1), date(2030, 12, 31)),
        # Adopted within a yearly cycle, which keeps its own rules to its end.
        (date(2025, 7, 1), date(2025, 12, 31), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2025, 7, 1), date(2026, 1, 1), date(2026, 1, 1), date(2027, 12, 31)),
    ],
)
def test_three_year_cycles_end_in_their_fixed_years(
    adopted: date, day: date, starts: date, ends: date
) -> None:
    changed = compose(pack(BASE), [(pack(YEARS), adopted)], {}, adopted)
    cycle = cycle_of(day, lambda one: policy_in_force([base(), changed], one))
    assert cycle is not None
    assert (cycle.starts, cycle.ends) == (starts, ends)


def test_what_is_asked_yearly_has_its_year_within_a_long_cycle() -> None:
    changed = compose(pack(BASE), [(pack(YEARS), CHANGE)], {}, CHANGE)
    cycle = cycle_of(date(2026, 7, 1), always(changed))
    assert cycle is not None
    assert year_of_cycle(date(2026, 7, 1), cycle) == (date(2026, 1, 1), date(2026, 12, 31))
    assert year_of_cycle(date(2027, 12, 31), cycle) == (date(2027, 1, 1), date(2027, 12, 31))
    assert year_of_cycle(date(2030, 1, 1), cycle) == (date(2027, 1, 1), date(2027, 12, 31))


def test_a_cycle_may_end_on_another_day_than_the_year() -> None:
    policy = base(
        {"renewal.cycle_ends": "06-30", "renewal.opens": "10-01", "renewal.grace_days": 31}
    )
    cycle = cycle_of(date(2026, 7, 1), always(policy))
    assert cycle is not None
    assert (cycle.starts, cycle.ends) == (date(2026, 7, 1), date(2027, 6, 30))
    assert (cycle.opens, cycle.lapses) == (date(2026, 10, 1), date(2027, 7, 31))
    assert policy.in_force_from == START
