"""The year in figures, counted from facts: by submission date, each application once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from statistics import median

APPROVALS = ("approve", "approve_to_sit")


@dataclass(frozen=True, slots=True)
class Submitted:
    """One application as the year counts it: by the day it was first submitted.

    `decision` is the last one recorded; `answered_on` the day the first decision letter of that
    first submission was marked sent; `ended` a withdrawn or closed case, which owes no reply.
    """

    category: str
    submitted_on: date
    reply_due: date | None
    answered_on: date | None
    decision: str | None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class CategoryFigures:
    """One line of the table. `days_to_reply` is a median in calendar days, None without replies."""

    category: str
    submitted: int
    approved: int
    deferred: int
    denied: int
    days_to_reply: int | None
    submitted_before: int


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What the annual report says of a year, with the year before beside it.

    `on_time` is the share answered on or before the reply day, of those whose reply day has come;
    None where there was none. `active` maps each of ten years to the active registry on its last
    day (on `as_of` for the year that is not over).
    """

    year: int
    as_of: date
    lines: tuple[CategoryFigures, ...]
    whole: CategoryFigures
    on_time: Fraction | None
    on_time_before: Fraction | None
    active: tuple[tuple[int, int], ...]
    moved_to_inactive: int
    moved_to_active: int
    exams_sat: int
    exams_passed: int


@dataclass(frozen=True, slots=True)
class AnnualFacts:
    """All that the report is made of: figures, the office's name, the categories' names."""

    association: str
    practice: bool
    figures: YearFigures
    category_names: Mapping[str, str]
    policy: str

    def name_of(self, code: str) -> str:
        """ "Infant Family Associate (IFA)"; a code the policy does not know stays a code."""
        name = self.category_names.get(code)
        return f"{name} ({code})" if name else code


def line_of(
    category: str, cases: Iterable[Submitted], before: Iterable[Submitted]
) -> CategoryFigures:
    """Count one category, or all ("")."""
    mine = [one for one in cases if category in ("", one.category)]
    days = [
        (one.answered_on - one.submitted_on).days for one in mine if one.answered_on is not None
    ]
    return CategoryFigures(
        category,
        len(mine),
        sum(one.decision in APPROVALS for one in mine),
        sum(one.decision == "defer" for one in mine),
        sum(one.decision == "deny" for one in mine),
        round(median(days)) if days else None,
        sum(category in ("", one.category) for one in before),
    )


def in_order(figures: YearFigures, codes: Sequence[str]) -> YearFigures:
    """With the lines in the policy's order of categories; codes it does not know come last."""
    place = {code: number for number, code in enumerate(codes)}
    lines = sorted(
        figures.lines, key=lambda line: (place.get(line.category, len(place)), line.category)
    )
    return replace(figures, lines=tuple(lines))


def share_on_time(cases: Iterable[Submitted], as_of: date) -> Fraction | None:
    """Answered on or before the reply day, of all whose reply day has come or who were answered."""
    owed = [
        one
        for one in cases
        if one.reply_due is not None
        and not (one.ended and one.answered_on is None)
        and (one.answered_on is not None or one.reply_due < as_of)
    ]
    if not owed:
        return None
    kept = sum(_kept(one) for one in owed)
    return Fraction(kept, len(owed))


def _kept(one: Submitted) -> bool:
    due, answered = one.reply_due, one.answered_on
    return answered is not None and due is not None and answered <= due


def percent(share: Fraction | None) -> int | None:
    """A share in whole per cent, rounded half up; None for none."""
    return None if share is None else int(share * 100 + Fraction(1, 2))
