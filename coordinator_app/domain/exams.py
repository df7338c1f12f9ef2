"""Who may sit, when two scores agree, what an exam's result is. Every number is the policy's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordinator_app.domain import calendar
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.papers import Form
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy

MAY_SIT = ("to_sit", "not_passed")
SMALL_GROUP = 3


@dataclass(frozen=True, slots=True)
class Seeker:
    """Somebody who might sit: the case's state and days. `valid_until` of the approval to sit."""

    application: int
    state: str
    submitted: PartialDate | None
    valid_until: date | None
    retake_from: date | None = None


def obstacles(seeker: Seeker, day: date, policy: Policy) -> tuple[Phrase, ...]:
    """What keeps somebody from a sitting on `day`; only `exam.` ones may be passed by override.

    `barred.` ones never: no approval to sit, or one that has run out (the sitting's day counts).
    """
    if seeker.state not in MAY_SIT:
        return (phrase("barred.not_approved"),)
    until = seeker.valid_until if seeker.state == "to_sit" else None
    if until is not None and day > until:
        return (phrase("barred.approval_over", until=until),)
    return (*_too_early(seeker, day, policy), *_retake(seeker, day))


def _too_early(seeker: Seeker, day: date, policy: Policy) -> tuple[Phrase, ...]:
    earliest = calendar.exam_from(seeker.submitted, policy) if seeker.submitted else None
    if earliest is None:
        return (phrase("exam.earliest_unknown"),)
    reached = calendar.in_exam_window(day, earliest, policy)
    if reached is None:
        return (phrase("exam.window_unset", earliest=earliest),)
    return () if reached else (phrase("exam.too_early", earliest=earliest),)


def _retake(seeker: Seeker, day: date) -> tuple[Phrase, ...]:
    if seeker.state != "not_passed":
        return ()
    if seeker.retake_from is None:
        return (phrase("exam.retake_unset"),)
    if day < seeker.retake_from:
        return (phrase("exam.retake_early", day=seeker.retake_from),)
    return ()


def check_admission(found: Sequence[Phrase], override_reason: str) -> None:
    """Raises RuleBroken `exam.barred` for what no override helps, `exam.not_yet` else."""
    barred = tuple(one for one in found if one.code.startswith("barred."))
    if barred:
        raise RuleBroken("exam.barred", why=barred)
    if found and not override_reason.strip():
        raise RuleBroken("exam.not_yet", why=tuple(found))


# --- scores -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a paper stands.

    `state`: waiting (for scores), agree, disagree, third_waiting, undecided (the policy does not
    say), settled. `missing` are the seats not in. `points` of Part Two where it can be said,
    `apart` how far the first two lie from each other.
    """

    state: str
    missing: tuple[str, ...] = ()
    points: Decimal | None = None
    apart: Decimal | None = None
    why: Phrase | None = None


def outcome(totals: dict[str, Decimal | None], form: Form, policy: Policy | None) -> Outcome:
    """Where a paper stands by its totals a seat (None: not in yet).

    Two agree within `exam.tolerance` points, on the same side of the pass mark where one is set;
    where the tolerance is unset the coordinator decides.
    """
    missing = tuple(seat for seat in ("A", "B") if totals.get(seat) is None)
    if missing:
        return Outcome("waiting", missing)
    first, second = totals["A"], totals["B"]
    assert first is not None
    assert second is not None
    apart = abs(first - second)
    if "C" in totals:
        return _with_third(totals, apart, policy)
    tolerance = policy.amount("exam.tolerance") if policy else None
    if tolerance is None:
        return Outcome("undecided", apart=apart, why=phrase("exam.tolerance_unset", apart=apart))
    mark = pass_mark(form, policy)
    if apart > tolerance:
        why = phrase("exam.apart", apart=apart, tolerance=tolerance)
        return Outcome("disagree", apart=apart, why=why)
    if mark is not None and (first >= mark) != (second >= mark):
        return Outcome("disagree", apart=apart, why=phrase("exam.sides", mark=mark))
    return Outcome("agree", points=mean(first, second), apart=apart)


def _with_third(
    totals: dict[str, Decimal | None], apart: Decimal, policy: Policy | None
) -> Outcome:
    first, second, third = (totals[seat] for seat in ("A", "B", "C"))
    if third is None:
        return Outcome("third_waiting", ("C",), apart=apart)
    assert first is not None
    assert second is not None
    points = by_third(first, second, third, policy.word("exam.third_scorer") if policy else None)
    if points is None:
        return Outcome("undecided", apart=apart, why=phrase("exam.third_rule_unset"))
    return Outcome("agree", points=points, apart=apart)


def by_third(first: Decimal, second: Decimal, third: Decimal, rule: str | None) -> Decimal | None:
    """The points by what the policy says a third score does; None where it says nothing known.

    closest_two: the mean of the two that lie closest, the third with the higher where both are
    as close; third_decides; mean_of_three.
    """
    match rule:
        case "third_decides":
            return third
        case "mean_of_three":
            return mean(first, second, third)
        case "closest_two":
            pairs = sorted(((first, third), (second, third), (first, second)), key=_closeness)
            return mean(*pairs[0])
        case _:
            return None


def _closeness(pair: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    return abs(pair[0] - pair[1]), -(pair[0] + pair[1])


def mean(*points: Decimal) -> Decimal:
    """The mean, exact to a hundredth of a point."""
    return (sum(points, Decimal(0)) / len(points)).quantize(Decimal("0.01"))


def pass_mark(form: Form, policy: Policy | None) -> Decimal | None:
    """The points with which Part Two is passed; None where the policy does not say."""
    percent = policy.amount("exam.part_two_pass_percent") if policy else None
    return None if percent is None else percent * form.most / 100


@dataclass(frozen=True, slots=True)
class Verdict:
    """A paper's result a part; None where the form has no such part."""

    part_one: bool | None
    part_two: bool

    @property
    def passed(self) -> bool:
        return self.part_two and self.part_one is not False


def verdict(
    points: Decimal, right: int | None, form: Form, policy: Policy | None
) -> Verdict | None:
    """The result by the policy's pass marks; None where one that is needed is unset.

    `right` are the items of Part One answered rightly (None: not counted yet).
    """
    mark = pass_mark(form, policy)
    if form.part_one is None:
        return None if mark is None else Verdict(None, points >= mark)
    percent = policy.amount("exam.part_one_pass_percent") if policy else None
    if mark is None or percent is None or right is None:
        return None
    return Verdict(right * 100 >= percent * form.part_one, points >= mark)


def check_part_one(right: int | None, form: Form) -> None:
    """Raises BadInput `exam.part_one_wrong`."""
    if right is None:
        return
    if form.part_one is None or not 0 <= right <= form.part_one:
        raise BadInput("exam.part_one_wrong", right=right, most=form.part_one or 0)


def retake_from(sat_on: date, policy: Policy) -> date | None:
    """The first day on which the exam may be taken again (`exam.retake_months`); None if unset."""
    months = policy.count("exam.retake_months")
    return None if months is None else calendar.months_after(sat_on, months)
