"""Hours of reflective supervision/consultation received: enough, from whom, within which span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from coordinator_app.domain.calendar import months_after
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
from coordinator_app.domain.findings_providers import Counts, counts, span_of
from coordinator_app.domain.findings_training import have_hours
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Requirement

_DAY = timedelta(days=1)
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class _Log:
    """Logged hours. `widest` is the span they can lie in, `surely` what they cover at least."""

    hours: Decimal | None
    own: bool
    counts: Counts
    widest: tuple[date, date] | None
    surely: tuple[date, date] | None


def rsc_received(judging: Judging, requirement: Requirement) -> Finding:
    """At least so many qualifying hours, some about the RSC given to others, within a span.

    The span: some stretch of at most the longest number of months holds enough hours, and those
    reach over at least the shortest number.
    """
    shown = judging.evidence("rsc_received")
    logs = [_log(judging, one) for one in shown]
    sure = [log for log in logs if log.counts is Counts.YES and log.hours is not None]
    have = _have(sure, logs) if shown else NOTHING
    if requirement.minimum is None:
        needed, outcome = not_set(requirement.title), Outcome.CANNOT_TELL
        return judged(judging, requirement, needed, have, outcome, present=bool(shown))
    could = [log for log in logs if log.counts is not Counts.NO]
    outcome = outcome_of(_surely(sure, requirement), _possibly(could, requirement))
    return judged(
        judging,
        requirement,
        _needed(requirement, requirement.minimum),
        have,
        outcome,
        detail=_detail(outcome, sure, could, requirement.minimum) if shown else None,
        present=bool(shown),
    )


def _log(judging: Judging, one: Evidence) -> _Log:
    widest = span_of(one, judging.day)
    return _Log(
        hours=one.hours,
        own=one.about_own_provision,
        counts=counts(judging, one),
        widest=widest,
        surely=_certain(one, widest),
    )


def _certain(one: Evidence, widest: tuple[date, date] | None) -> tuple[date, date] | None:
    """From the latest first day to the earliest last day, where they leave a span."""
    first = one.started or one.on
    if widest is None or first is None:
        return None
    last = one.ended or one.on
    begins, ends = first.last(), last.first() if last else widest[1]
    return (begins, ends) if begins <= ends else None


def _hours(logs: Iterable[_Log]) -> Decimal:
    return exact_sum(log.hours for log in logs if log.hours is not None)


def _enough(logs: Sequence[_Log], requirement: Requirement) -> bool:
    own = [log for log in logs if log.own]
    return _hours(logs) >= (requirement.minimum or 0) and _hours(own) >= (
        requirement.about_own_provision or 0
    )


def _surely(logs: list[_Log], requirement: Requirement) -> bool:
    """Whether certain hours suffice, wholly within one stretch that is long enough."""
    if not requirement.minimum or requirement.window_months is None:
        return _enough(logs, requirement)
    shortest, longest = requirement.window_months
    for begins in {log.widest[0] for log in logs if log.widest}:
        ends = months_after(begins, longest) - _DAY
        within = [log for log in logs if _within(log.widest, begins, ends)]
        if _enough(within, requirement) and _reaches(within, shortest):
            return True
    return False


def _within(span: tuple[date, date] | None, begins: date, ends: date) -> bool:
    return span is not None and begins <= span[0] and span[1] <= ends


def _reaches(logs: list[_Log], shortest: int) -> bool:
    """Whether certain hours lie so many months apart."""
    spans = [log.surely for log in logs if log.surely]
    if not spans:
        return shortest == 0
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return last >= months_after(first, shortest) - _DAY


def _possibly(logs: list[_Log], requirement: Requirement) -> bool:
    """Whether hours would suffice if all that is not known were as good as it can be."""
    if any(log.hours is None for log in logs):
        return True
    if not requirement.minimum or requirement.window_months is None:
        return _enough(logs, requirement)
    shortest, longest = requirement.window_months
    for begins in set(_starts(logs, longest)):
        ends = _later(begins, longest)
        touched = [log for log in logs if log.widest is None or _touches(log.widest, begins, ends)]
        if _enough(touched, requirement) and _may_reach(touched, begins, ends, shortest):
            return True
    return False


def _starts(logs: list[_Log], longest: int) -> Iterator[date]:
    """Where a stretch may begin so that what it touches changes."""
    yield _FIRST
    for log in logs:
        for day in log.widest or ():
            yield day
            yield months_after(day, -longest) + _DAY if day.year > longest // 12 + 1 else _FIRST


def _later(begins: date, longest: int) -> date:
    return months_after(begins, longest) - _DAY if begins.year < 9000 else _LAST


def _touches(span: tuple[date, date], begins: date, ends: date) -> bool:
    return span[0] <= ends and span[1] >= begins


def _may_reach(logs: list[_Log], begins: date, ends: date, shortest: int) -> bool:
    if any(log.widest is None for log in logs):
        return True
    spans = [log.widest for log in logs if log.widest]
    first = max(begins, min(span[0] for span in spans))
    last = min(ends, max(span[1] for span in spans))
    return last >= months_after(first, shortest) - _DAY


def _needed(requirement: Requirement, minimum: Decimal) -> Phrase:
    if not minimum:
        return phrase("needed.recommended")
    hours = phrase("needed.hours", hours=minimum)
    if requirement.window_months:
        shortest, longest = requirement.window_months
        hours = phrase("needed.rsc_window", hours=minimum, shortest=shortest, longest=longest)
    if requirement.about_own_provision:
        return phrase("needed.rsc_own", hours=hours, own=requirement.about_own_provision)
    return hours


def _have(sure: list[_Log], logs: list[_Log]) -> Phrase:
    rejected = [log for log in logs if log.counts is Counts.NO]
    opened = [log for log in logs if log.counts is Counts.UNKNOWN]
    if not rejected and not opened:
        return have_hours(_hours(sure), len(logs))
    parts = [phrase("have.rsc_counted", hours=_hours(sure))]
    if opened:
        parts.append(phrase("have.rsc_open", hours=_hours(opened)))
    if rejected:
        parts.append(phrase("have.rsc_not_counted", hours=_hours(rejected)))
    return phrase("have.rsc_hours", parts=tuple(parts))


def _detail(
    outcome: Outcome, sure: list[_Log], could: list[_Log], minimum: Decimal
) -> Phrase | None:
    if outcome is Outcome.MET:
        return None
    opened = [log for log in could if log.counts is Counts.UNKNOWN]
    if outcome is Outcome.CANNOT_TELL and opened:
        return phrase("rsc.provider_unknown", hours=_hours(opened))
    if outcome is Outcome.CANNOT_TELL:
        return phrase("rsc.dates_unclear")
    short = less(minimum, _hours(sure))
    return phrase("short.hours", hours=short) if short > 0 else phrase("rsc.not_as_asked")
