"""What keeps an endorsement active: the renewal of a cycle, and the way back once inactive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from coordinator_app.domain.calendar import (
    Cycle,
    PolicyOn,
    cycle_before,
    cycle_of,
    year_of_cycle,
)
from coordinator_app.domain.facts import EndorsementFacts, RenewalFact
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import (
    NOTHING,
    label_of,
    less,
    no_policy,
    not_set,
    outcome_of,
    why_rule,
)
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_rules import (
    INACTIVE,
    move_in_force,
    reactivation_steps,
)


def endorsement_findings(
    facts: EndorsementFacts, policy: Policy | None, today: date, policy_on: PolicyOn
) -> tuple[Finding, ...]:
    """Findings on the renewal cycle to be judged today; for an inactive one, the steps back.

    `policy` is today's; the cycle is judged by the policy of its first day. The cycle is the
    last one while it is still owed, else the running one (`cycle_to_judge`).
    """
    if policy is None:
        return (no_policy(today),)
    if facts.status == INACTIVE:
        return tuple(_steps_back(facts, policy, today))
    cycle = cycle_to_judge(facts, today, policy_on)
    if cycle is None:
        # Either no policy was in force when the cycle began, or its length is not set.
        return (replace(no_policy(today), needed=phrase("renewal.no_cycle", day=today)),)
    return tuple(_Renewing(facts, cycle, today).findings())


def cycle_to_judge(facts: EndorsementFacts, today: date, policy_on: PolicyOn) -> Cycle | None:
    """The cycle that ended last, while its renewal is owed; else the running one.

    Imported endorsements owe a past cycle only if something was recorded for it. None where no
    policy was in force when the cycle began.
    """
    running = cycle_of(today, policy_on)
    last = cycle_before(running, policy_on) if running else None
    return last if last and _owed(facts, last) else running


def renewal_of(facts: EndorsementFacts, cycle: Cycle) -> RenewalFact | None:
    """What was recorded for a cycle."""
    return next((one for one in facts.renewals if one.cycle_ends == cycle.ends), None)


def _owed(facts: EndorsementFacts, cycle: Cycle) -> bool:
    record = renewal_of(facts, cycle)
    if record is not None:
        return record.renewed_on is None
    if facts.imported or facts.since is None:
        return False
    if facts.since.first() >= cycle.starts:
        asked = cycle.policy.word("renewal.first_cycle") == "all_hours"
        return asked and facts.since.last() <= cycle.ends
    return True


@dataclass(frozen=True, slots=True)
class _Renewing:
    """One endorsement in one cycle."""

    facts: EndorsementFacts
    cycle: Cycle
    today: date

    @property
    def policy(self) -> Policy:
        return self.cycle.policy

    @property
    def record(self) -> RenewalFact:
        return renewal_of(self.facts, self.cycle) or RenewalFact(self.cycle.ends)

    @property
    def reference_day(self) -> date:
        return min(self.today, self.cycle.ends)

    def findings(self) -> Iterator[Finding]:
        record = self.record
        yield self._hours("training", "training_hours", record.training_hours)
        if self.facts.provides_rsc:
            yield self._hours("training", "training_rsc_hours", record.training_rsc_hours)
        yield self._hours("training", "training_dei_hours", record.training_dei_hours)
        yield from self._rsc(record)
        yield from self._yearly("code_of_ethics", "renewal.code_of_ethics_yearly")
        yield from self._yearly("attestation", "renewal.attestation_from")
        yield from self._membership()
        yield self._lapse(record)

    def _made(
        self,
        key: str,
        kind: str,
        needed: Phrase,
        have: Phrase,
        outcome: Outcome,
        due: date,
        detail: Phrase | None = None,
    ) -> Finding:
        return Finding(
            requirement=key,
            kind=kind,
            title=label_of(self.policy.rules.get(key), key),
            needed=needed,
            have=have,
            outcome=outcome,
            why=why_rule(self.policy, key),
            due=due,
            detail=detail,
            present=have is not NOTHING,
        )

    def _unset(self, key: str, kind: str, have: Phrase = NOTHING) -> Finding:
        needed = not_set(label_of(self.policy.rules.get(key), key))
        return self._made(key, kind, needed, have, Outcome.CANNOT_TELL, self.cycle.ends)

    def _hours(self, kind: str, name: str, hours: Decimal | None) -> Finding:
        key = f"renewal.{name}"
        wanted = self.policy.amount(key)
        have = NOTHING if hours is None else phrase("have.reported_hours", hours=hours)
        if wanted is None:
            return self._unset(key, kind, have)
        outcome, detail = self._enough(wanted, hours)
        needed = phrase("needed.hours", hours=wanted)
        return self._made(key, kind, needed, have, outcome, self.cycle.ends, detail)

    def _enough(self, wanted: Decimal, hours: Decimal | None) -> tuple[Outcome, Phrase | None]:
        """Of the cycle in which an endorsement began, hours are asked only if the policy says."""
        if (hours or 0) >= wanted:
            return Outcome.MET, None
        first = self.policy.word("renewal.first_cycle")
        if self._began_since(self.cycle.starts) and first != "all_hours":
            met = first == "no_hours"
            return outcome_of(met, possible=True), phrase("renewal.first_cycle")
        return Outcome.NOT_MET, phrase("short.hours", hours=less(wanted, hours or Decimal(0)))

    def _began_since(self, day: date) -> bool:
        return self.facts.since is not None and self.facts.since.first() >= day

    def _rsc(self, record: RenewalFact) -> Iterator[Finding]:
        """RSC is asked of the categories the policy lists."""
        codes = self.policy.codes("renewal.rsc_categories")
        if codes is None:
            yield self._unset("renewal.rsc_categories", "rsc")
        elif self.facts.category in codes:
            yield self._hours("rsc", "rsc_hours", record.rsc_hours)

    def _yearly(self, kind: str, key: str) -> Iterator[Finding]:
        """What is signed anew every year: the Code of Ethics, and with it the attestation."""
        begins, ends = year_of_cycle(self.reference_day, self.cycle)
        asked_from = self.policy.day(key)
        if self.policy.value(key) is None:
            yield self._unset(key, kind)
            return
        if self.policy.flag(key) is False or (asked_from and ends < asked_from):
            return
        days = [one.code_of_ethics_on for one in self.facts.renewals]
        if kind == "attestation":
            days = [one.attestation_on for one in self.facts.renewals]
        signed = [day for day in days if day is not None and begins <= day <= ends]
        first = self._began_since(begins)
        yield self._made(
            key,
            kind,
            phrase("needed.signed_by", day=ends),
            phrase("have.signed_on", date=max(signed)) if signed else NOTHING,
            outcome_of(bool(signed) or first, possible=False),
            ends,
            phrase("renewal.first_year") if first and not signed else None,
        )

    def _membership(self) -> Iterator[Finding]:
        key = "renewal.membership"
        asked = self.policy.flag(key)
        ends = [one.membership_until for one in self.facts.renewals if one.membership_until]
        if asked is None:
            yield self._unset(key, "membership")
        elif asked:
            day = self.reference_day
            yield self._made(
                key,
                "membership",
                phrase("needed.membership", day=day),
                phrase("have.member_until", date=max(ends)) if ends else NOTHING,
                outcome_of(bool(ends) and max(ends) >= day, possible=False),
                self.cycle.ends,
            )

    def _lapse(self, record: RenewalFact) -> Finding:
        """Renewed, or when the endorsement lapses: after the days of grace."""
        key, kind = "renewal.grace_days", "lapse"
        lapses = self.cycle.lapses
        if record.renewed_on is not None:
            needed = phrase("needed.renewed", day=self.cycle.ends)
            have = phrase("have.renewed_on", date=record.renewed_on)
            return self._made(key, kind, needed, have, Outcome.MET, self.cycle.ends)
        if lapses is None:
            return self._unset(key, kind)
        met = self.today <= lapses
        needed = phrase("needed.renewed", day=lapses)
        detail = None if met else phrase("renewal.lapsed", day=lapses)
        return self._made(key, kind, needed, NOTHING, outcome_of(met, False), lapses, detail)


def _steps_back(facts: EndorsementFacts, policy: Policy, today: date) -> Iterator[Finding]:
    """The reactivation steps as a list to work through: nothing of them is known here."""
    move = move_in_force(facts.moves, today)
    reason = move.reason if move else ""
    steps = reactivation_steps(policy, reason)
    key = "reactivation.steps"
    for step in (None,) if steps is None else steps:
        rule = "registry.sanctioned_inactive" if step == "sanction_lifted" else key
        label = label_of(policy.rules.get(key), key)
        yield Finding(
            requirement=f"reactivation.{step or 'steps'}",
            kind="reactivation",
            title=label,
            needed=phrase(f"reactivation.{step}") if step else not_set(label),
            have=NOTHING,
            outcome=Outcome.CANNOT_TELL,
            why=why_rule(policy, rule),
            present=False,
        )
