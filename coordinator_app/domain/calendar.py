"""Rounds, due days and renewal cycles. Months are months, never thirty days.

Every number comes from the policy; a day that needs an unset number is None.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy import Policy

PolicyOn = Callable[[date], Policy | None]
_DAY = timedelta(days=1)
# Longer than any cycle: walking from so far back finds the cycle that a day lies in.
_YEARS_BACK = 12


def month_end(year: int, month: int, months: int = 0) -> date:
    """The last day of the month that lies `months` after a month."""
    count = year * 12 + month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it is too short."""
    end = month_end(day.year, day.month, months)
    return end.replace(day=min(day.day, end.day))


def round_of(submitted: PartialDate) -> str:
    """The round, as "2026-01": the calendar month of submission (product rule of rounds).

    Raises BadInput("round.month_unknown") where only the year is known.
    """
    if not submitted.month:
        raise BadInput("round.month_unknown", date=submitted)
    return f"{submitted.year:04d}-{submitted.month:02d}"


def reply_due(submitted: PartialDate, policy: Policy) -> date | None:
    """The last day on which the reply is on time: a month's last day, `calendar.reply_months` on."""
    return _month_end_after(submitted, policy.count("calendar.reply_months"))


def exam_from(submitted: PartialDate, policy: Policy) -> date | None:
    """The first day of the exam: a month's last day, `calendar.exam_months` after the round."""
    return _month_end_after(submitted, policy.count("calendar.exam_months"))


def _month_end_after(submitted: PartialDate, months: int | None) -> date | None:
    if months is None or not submitted.month:
        return None
    return month_end(submitted.year, submitted.month, months)


def in_exam_window(sitting: date, earliest: date, policy: Policy) -> bool | None:
    """Whether a sitting is late enough: from the last days of the month of `earliest` on.

    How many days count as month-end is `exam.month_end_days`; None where it is unset and the
    answer hangs on it.
    """
    days = policy.count("exam.month_end_days")
    if sitting >= earliest:
        return True
    if days is None:
        return None if (sitting.year, sitting.month) == (earliest.year, earliest.month) else False
    return sitting > earliest - timedelta(days=days)


def approval_valid_until(decided_on: date, policy: Policy) -> date | None:
    """The last day an approval to sit holds: of the month `exam.approval_valid_months` on."""
    months = policy.count("exam.approval_valid_months")
    return None if months is None else month_end(decided_on.year, decided_on.month, months)


def rating_valid_until(completed_on: date, policy: Policy) -> date | None:
    """The last day a rating may be used: the same day `references.valid_months` later."""
    months = policy.count("references.valid_months")
    return None if months is None else months_after(completed_on, months)


@dataclass(frozen=True, slots=True)
class Cycle:
    """A renewal cycle, first and last day included, and the policy of its first day."""

    starts: date
    ends: date
    policy: Policy

    @property
    def opens(self) -> date | None:
        """When renewing begins, in the cycle's last year (`renewal.opens`)."""
        opens = _in_year(self.policy.word("renewal.opens"), self.ends.year)
        return opens if opens is None or opens <= self.ends else opens.replace(year=opens.year - 1)

    @property
    def lapses(self) -> date | None:
        """The last day of grace after the cycle (`renewal.grace_days`); None where unset."""
        grace = self.policy.count("renewal.grace_days")
        return None if grace is None else self.ends + timedelta(days=grace)


def cycle_of(day: date, policy_on: PolicyOn) -> Cycle | None:
    """The renewal cycle that `day` lies in. `policy_on` must say the same whenever it is asked.

    A cycle keeps the policy of its first day to its end; the next follows the policy then in
    force. None where the cycle began on a day without a policy, or its length is unset.
    """
    return _cycle_of(day, policy_on)


@lru_cache(maxsize=64)  # a list asks the same of each of its rows
def _cycle_of(day: date, policy_on: PolicyOn) -> Cycle | None:
    starts = date(day.year - _YEARS_BACK, 1, 1)
    while starts <= day:
        policy = policy_on(starts)
        ends = cycle_end(starts, policy) if policy else None
        if policy and ends and ends >= day:
            return Cycle(starts, ends, policy)
        starts = ends + _DAY if ends else date(starts.year + 1, 1, 1)
    return None


def cycle_before(cycle: Cycle, policy_on: PolicyOn) -> Cycle | None:
    """The cycle that ended the day before this one began."""
    return cycle_of(cycle.starts - _DAY, policy_on)


def cycle_end(starts: date, policy: Policy) -> date | None:
    """The end of a cycle that begins on `starts`: the next fixed day of a year of renewal.

    Cycles of several years end in the years counted from `renewal.anchor_year`.
    """
    years = policy.count("renewal.cycle_years")
    ends = _in_year(policy.word("renewal.cycle_ends"), starts.year)
    if years is None or ends is None:
        return None
    year = starts.year if ends >= starts else starts.year + 1
    anchor = policy.count("renewal.anchor_year")
    if years > 1 and anchor is None:
        return None
    return _in_year(policy.word("renewal.cycle_ends"), year + ((anchor or year) - year) % years)


def year_of_cycle(day: date, cycle: Cycle) -> tuple[date, date]:
    """The year within a cycle that `day` lies in: what is asked yearly is asked once in it."""
    day = min(max(day, cycle.starts), cycle.ends)
    ends = cycle.ends
    while months_after(ends, -12) >= day:
        ends = months_after(ends, -12)
    return max(cycle.starts, months_after(ends, -12) + _DAY), ends


def _in_year(month_day: str | None, year: int) -> date | None:
    if month_day is None:
        return None
    month, day = (int(part) for part in month_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))
