"""Years of work, of leadership, of providing RSC: days counted once, however spans overlap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from coordinator_app.domain.facts import Evidence
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import (
    NOTHING,
    Judging,
    judged,
    not_set,
    outcome_of,
)
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Requirement

Span = tuple[date, date]
# Any two calendar years have at least 730 days, so that whole years always count as such.
_YEAR = 365


def days_in(spans: Iterable[Span]) -> int:
    """Calendar days in the union of spans, first and last day included."""
    total, reached = 0, date.min
    for first, last in sorted(spans):
        begins = max(first, reached + timedelta(days=1)) if total else first
        if last >= begins:
            total += (last - begins).days + 1
            reached = last
    return total


def years(judging: Judging, requirement: Requirement) -> Finding:
    """So many years of work, leadership or providing RSC. Partial dates count from the latest
    first day to the earliest last day; what lies between that and the longest reading is open.
    """
    shown = judging.evidence(requirement.kind)
    counted = [one for one in shown if one.paid_work or requirement.unpaid != "no"]
    surely = [one for one in counted if one.paid_work or requirement.unpaid == "yes"]
    least = days_in(_shortest(surely, judging.day))
    have = _have(least) if shown else NOTHING
    if requirement.minimum is None:
        needed, outcome = not_set(requirement.title), Outcome.CANNOT_TELL
        return judged(judging, requirement, needed, have, outcome, present=bool(shown))
    needed = phrase("needed.years", years=requirement.minimum)
    wanted = requirement.minimum * _YEAR
    most = _most(counted, judging.day)
    families = _families(counted, requirement)
    outcome = _both(outcome_of(least >= wanted, most is None or most >= wanted), families)
    detail = _detail(outcome, families, wanted - least) if shown else None
    return judged(judging, requirement, needed, have, outcome, detail=detail, present=bool(counted))


def _shortest(shown: list[Evidence], day: date) -> list[Span]:
    spans = [
        (one.started.last(), min(one.ended.first() if one.ended else day, day))
        for one in shown
        if one.started
    ]
    return [span for span in spans if span[0] <= span[1]]


def _most(shown: list[Evidence], day: date) -> int | None:
    """The days by the longest reading; None where a beginning is not known at all."""
    if any(one.started is None for one in shown):
        return None
    spans = [
        (one.started.first(), min(one.ended.last() if one.ended else day, day))
        for one in shown
        if one.started
    ]
    return days_in(span for span in spans if span[0] <= span[1])


def _have(days: int) -> Phrase:
    whole, rest = divmod(days, _YEAR)
    return phrase("have.years", years=whole, months=rest * 12 // _YEAR)


def _families(shown: list[Evidence], requirement: Requirement) -> Outcome:
    """Whether enough families were served, where the policy asks for a number."""
    if requirement.minimum_families is None:
        return Outcome.MET
    known = sum(one.families or 0 for one in shown)
    unknown = any(one.families is None for one in shown)
    return outcome_of(known >= requirement.minimum_families, unknown)


def _both(one: Outcome, other: Outcome) -> Outcome:
    both = {one, other}
    for worst in (Outcome.NOT_MET, Outcome.CANNOT_TELL):
        if worst in both:
            return worst
    return Outcome.MET


def _detail(outcome: Outcome, families: Outcome, short: Decimal) -> Phrase | None:
    if outcome is Outcome.MET:
        return None
    if families is not Outcome.MET:
        return phrase("work.families_short")
    if outcome is Outcome.CANNOT_TELL:
        return phrase("work.dates_unclear")
    return phrase("short.days", days=int(short))
