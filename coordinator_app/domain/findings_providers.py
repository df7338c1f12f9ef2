"""Whether an hour of RSC counts: who gave it, judged by the policy of the day it was earned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from coordinator_app.domain.calendar import months_after
from coordinator_app.domain.facts import Evidence
from coordinator_app.domain.findings_education import ACADEMIC, highest_degree
from coordinator_app.domain.findings_judging import Judging
from coordinator_app.domain.policy import ProviderRule

# Longer logs than this are looked at month by month only so far; the rest stays open.
_MONTHS_LOOKED_AT = 240


class Counts(Enum):
    """Whether hours qualify."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def counts(judging: Judging, one: Evidence) -> Counts:
    """Whether logged RSC hours qualify for the case's category.

    Judged by the provider rules in force, and by the provider's standing, on the day earned. A
    log over several months must come out the same in each of them, or it cannot be told.
    """
    days = list(_days(one, judging.day))
    if not days:
        return Counts.UNKNOWN
    return _agreed({_on(judging, one, day) for day in days})


def _days(one: Evidence, today: date) -> Iterator[date]:
    """The first and last day it can have been earned on, and each month's day between."""
    span = span_of(one, today)
    if span is None:
        return
    first, last = span
    yield from (first, last)
    for months in range(1, _MONTHS_LOOKED_AT):
        between = months_after(first, months)
        if between >= last:
            return
        yield between


def span_of(one: Evidence, today: date) -> tuple[date, date] | None:
    """The longest span logged hours can lie in; None where no day is known."""
    first = one.started or one.on
    if first is None:
        return None
    last = one.ended or one.on
    end = last.last() if last else today
    return first.first(), max(end, first.first())


def _agreed(found: set[Counts]) -> Counts:
    return found.pop() if len(found) == 1 else Counts.UNKNOWN


def _on(judging: Judging, one: Evidence, day: date) -> Counts:
    policy = judging.policy_on(day)
    if policy is None:
        return Counts.UNKNOWN
    category = judging.facts.category
    rules = [rule for rule in policy.providers if _applies(rule, category, day)]
    prepared = _prepared(judging)
    if prepared is not None:
        rules = [rule for rule in rules if rule.prepared in (None, prepared)]
        return _any_of(rules, one)
    ways = {rule.prepared for rule in rules} or {None}
    return _agreed(
        {_any_of([rule for rule in rules if rule.prepared in (None, way)], one) for way in ways}
    )


def _applies(rule: ProviderRule, category: str, day: date) -> bool:
    begun = rule.earned_from is None or day >= rule.earned_from
    return (
        category in rule.applicants and begun and (rule.earned_to is None or day <= rule.earned_to)
    )


def _prepared(judging: Judging) -> str | None:
    """How the applicant is prepared: bachelor, or master for a Master's or higher."""
    degrees = tuple(one.degree for one in judging.evidence("education"))
    highest = highest_degree(degrees)
    return "master" if highest == "doctorate" else highest


def _any_of(rules: list[ProviderRule], one: Evidence) -> Counts:
    """By the rules that apply; where none does, the association has not said who may give RSC."""
    found = {_by(rule, one) for rule in rules} or {Counts.UNKNOWN}
    return next(best for best in (Counts.YES, Counts.UNKNOWN, Counts.NO) if best in found)


def _by(rule: ProviderRule, one: Evidence) -> Counts:
    if rule.vetted and one.provider_vetted:
        return Counts.YES
    if one.provider_held is None:
        return Counts.UNKNOWN
    held = set(one.provider_held) & set(rule.providers)
    if held - set(rule.degree_needed_for):
        return Counts.YES
    return _by_degree(rule, one) if held else Counts.NO


def _by_degree(rule: ProviderRule, one: Evidence) -> Counts:
    """A provider who counts only with a degree."""
    wanted, degree = rule.with_degree, one.provider_degree
    if wanted is None:
        return Counts.YES
    if degree is None:
        return Counts.UNKNOWN
    above = ACADEMIC[ACADEMIC.index(wanted) :] if wanted in ACADEMIC else (wanted,)
    return Counts.YES if degree in above else Counts.NO
