"""Hours of in-service training, with their sub-minimums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from coordinator_app.domain.facts import Evidence
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import (
    NOTHING,
    Judging,
    exact_sum,
    judged,
    less,
    not_set,
    outcome_of,
)
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Part, Requirement


def hours_of(shown: Sequence[Evidence]) -> Decimal:
    """The hours that were reported, exactly."""
    return exact_sum(one.hours for one in shown if one.hours is not None)


def training(judging: Judging, requirement: Requirement) -> Finding:
    """At least so many clock hours, and of them so many in each area asked for.

    Sessions without hours, and hours without an area, are what is open.
    """
    shown = judging.evidence("training")
    total = hours_of(shown)
    have = have_hours(total, len(shown))
    if requirement.minimum is None:
        needed, outcome = not_set(requirement.title), Outcome.CANNOT_TELL
        return judged(judging, requirement, needed, have, outcome, present=bool(shown))
    short = _short_parts(requirement, shown)
    open_ended = any(one.hours is None for one in shown)
    loose = hours_of([one for one in shown if one.area is None])
    sure = total >= requirement.minimum and not short
    could = total >= requirement.minimum and exact_sum(short.values()) <= loose
    return judged(
        judging,
        requirement,
        needed_hours(requirement, requirement.minimum),
        have,
        outcome_of(sure, open_ended or could),
        detail=_detail(less(requirement.minimum, total), short) if shown and not sure else None,
        present=bool(shown),
    )


def have_hours(hours: Decimal, entries: int) -> Phrase:
    """What was reported, and in how many entries."""
    if not entries:
        return NOTHING
    if entries == 1:
        return phrase("have.hours_once", hours=hours)
    return phrase("have.hours", hours=hours, entries=entries)


def needed_hours(requirement: Requirement, minimum: Decimal) -> Phrase:
    if requirement.parts:
        parts = tuple(_part(part.area, part.minimum) for part in requirement.parts)
        return phrase("needed.hours_parts", hours=minimum, parts=parts)
    if requirement.typical is not None:
        return phrase("needed.hours_typical", hours=minimum, typical=requirement.typical)
    return phrase("needed.hours", hours=minimum)


def _part(area: str, hours: Decimal) -> Phrase:
    return phrase("hours.in_area", hours=hours, area=phrase(f"area.{area}"))


def _short_parts(requirement: Requirement, shown: Sequence[Evidence]) -> dict[str, Decimal]:
    """The areas that lack hours, and how many each."""
    short = {part.area: less(part.minimum, _in_area(part, shown)) for part in requirement.parts}
    return {area: hours for area, hours in short.items() if hours > 0}


def _in_area(part: Part, shown: Sequence[Evidence]) -> Decimal:
    return hours_of([one for one in shown if one.area == part.area])


def _detail(short: Decimal, parts: dict[str, Decimal]) -> Phrase:
    if short > 0:
        return phrase("short.hours", hours=short)
    if parts:
        named = tuple(_part(area, hours) for area, hours in parts.items())
        return phrase("short.parts", parts=named)
    return phrase("hours.not_known")
