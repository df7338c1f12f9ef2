"""How an endorsement's renewal stands on a day: what a list shows of it, and what is short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from coordinator_app.domain.calendar import Cycle, PolicyOn, cycle_before, cycle_of
from coordinator_app.domain.facts import EndorsementFacts, RenewalFact
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_endorsement import (
    cycle_to_judge,
    endorsement_findings,
    renewal_of,
)
from coordinator_app.domain.registry_rules import ACTIVE, INACTIVE, status_on

# What may be said to be short, the gravest first.
SHORT = ("lapse", "rsc", "training", "code_of_ethics", "attestation", "membership")


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The cycle judged on a day and what is on record for it.

    `training_short` and `rsc_short` are the hours asked where less is recorded; `rsc_asked` tells
    whether RSC is asked of this category at all. `owed`: renewing is open and not done; `short`
    are then the kinds of SHORT that are not met.
    """

    cycle_ends: date | None = None
    training_hours: Decimal | None = None
    training_short: Decimal | None = None
    rsc_hours: Decimal | None = None
    rsc_short: Decimal | None = None
    rsc_asked: bool = False
    code_of_ethics_on: date | None = None
    attestation_on: date | None = None
    owed: bool = False
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owing:
    """Which renewals are owed on a day, as a question to the file.

    `last_*` is the cycle that ended before the day, `running_ends` the end of the running one where
    renewing it is open. `first_counts`: an endorsement begun within a cycle owes it as well.
    """

    last_starts: date | None = None
    last_ends: date | None = None
    first_counts: bool = False
    running_ends: date | None = None


def as_of(facts: EndorsementFacts, day: date) -> EndorsementFacts:
    """The facts as they stood on a day: later moves, signatures and renewals left out."""
    moves = tuple(one for one in facts.moves if one.on <= day)
    status = status_on(moves, day) or INACTIVE
    renewals = tuple(_then(one, day) for one in facts.renewals)
    return replace(facts, moves=moves, status=status, renewals=renewals)


def _then(record: RenewalFact, day: date) -> RenewalFact:
    return replace(
        record,
        code_of_ethics_on=_until(record.code_of_ethics_on, day),
        attestation_on=_until(record.attestation_on, day),
        renewed_on=_until(record.renewed_on, day),
    )


def _until(signed: date | None, day: date) -> date | None:
    return signed if signed is not None and signed <= day else None


def upkeep(facts: EndorsementFacts, day: date, policy_on: PolicyOn) -> Upkeep:
    """How the renewal of an active endorsement stands; of an inactive one there is nothing to say."""
    cycle = cycle_to_judge(facts, day, policy_on) if facts.status == ACTIVE else None
    if cycle is None:
        return Upkeep()
    record = renewal_of(facts, cycle) or RenewalFact(cycle.ends)
    findings = endorsement_findings(facts, cycle.policy, day, policy_on)
    owed = is_open(cycle, day) and record.renewed_on is None
    lacks = {one.kind for one in findings if one.outcome is Outcome.NOT_MET}
    return Upkeep(
        cycle_ends=cycle.ends,
        training_hours=record.training_hours,
        training_short=_asked(findings, "renewal.training_hours") if owed else None,
        rsc_hours=record.rsc_hours,
        rsc_short=_asked(findings, "renewal.rsc_hours") if owed else None,
        rsc_asked=any(one.kind == "rsc" for one in findings),
        code_of_ethics_on=_newest(one.code_of_ethics_on for one in facts.renewals),
        attestation_on=_newest(one.attestation_on for one in facts.renewals),
        owed=owed,
        short=tuple(kind for kind in SHORT if kind in lacks) if owed else (),
    )


def is_open(cycle: Cycle, day: date) -> bool:
    """Whether renewing has begun: from the policy's day of the cycle's last year on."""
    return cycle.opens is None or day >= cycle.opens


def _asked(findings: Iterable[Finding], key: str) -> Decimal | None:
    """The hours asked, where they are not met."""
    for one in findings:
        hours = one.needed.facts.get("hours")
        if one.requirement == key and one.outcome is Outcome.NOT_MET:
            return hours if isinstance(hours, Decimal) else None
    return None


def _newest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def owing(day: date, policy_on: PolicyOn) -> Owing:
    """Which renewals are owed on a day: the same question as `upkeep` asks of each."""
    running = cycle_of(day, policy_on)
    if running is None:
        return Owing()
    last = cycle_before(running, policy_on)
    ends = running.ends if is_open(running, day) else None
    if last is None:
        return Owing(running_ends=ends)
    all_hours = last.policy.word("renewal.first_cycle") == "all_hours"
    return Owing(last.starts, last.ends, all_hours, ends)


def cycles_about(day: date, policy_on: PolicyOn) -> tuple[Cycle, ...]:
    """The cycles a renewal may be recorded for: the running one, then the two before it."""
    found: list[Cycle] = []
    cycle = cycle_of(day, policy_on)
    while cycle is not None and len(found) < 3:
        found.append(cycle)
        cycle = cycle_before(cycle, policy_on)
    return tuple(found)
