"""What every judgement stands on: the facts, the policy, the day; and how a finding is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact

from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.facts import CaseFacts, Evidence
from coordinator_app.domain.findings import Finding, Outcome, Why
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy, Requirement, Rule

# Sums of hours are exact: nothing is rounded, whatever number of digits was entered.
_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[Inexact])
NOTHING = phrase("have.nothing")


@dataclass(frozen=True, slots=True)
class Judging:
    """One case, judged by one policy on one day. `policy_on` gives the policy of any day."""

    facts: CaseFacts
    policy: Policy
    today: date
    policy_on: PolicyOn

    @property
    def day(self) -> date:
        """The day the evidence is looked at: of submission, before it today."""
        submitted = self.facts.submitted
        return min(submitted.last(), self.today) if submitted else self.today

    def evidence(self, *kinds: str) -> tuple[Evidence, ...]:
        """What was shown of some kinds and not rejected."""
        return tuple(
            one for one in self.facts.evidence if one.kind in kinds and one.standing != "rejected"
        )


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, exactly; 0 of nothing."""
    total = Decimal(0)
    for amount in amounts:
        total = _EXACT.add(total, amount)
    return total


def less(amount: Decimal, other: Decimal) -> Decimal:
    """What is left of `amount`, exactly."""
    return _EXACT.subtract(amount, other)


def outcome_of(sure: bool, possible: bool) -> Outcome:
    """Met for certain, not met whatever is unknown, or not to be told."""
    if sure:
        return Outcome.MET
    return Outcome.CANNOT_TELL if possible else Outcome.NOT_MET


def why(policy: Policy, rule: str, paragraph: str, *, to_confirm: bool = False) -> Why:
    """The rule with the policy's paragraph behind it."""
    cited = policy.paragraph(paragraph)
    return Why(
        rule=rule,
        policy=policy.version,
        paragraph=cited.id,
        title=cited.title,
        text=cited.text,
        source=cited.source,
        to_confirm=to_confirm or cited.to_confirm,
    )


def why_rule(policy: Policy, key: str) -> Why:
    """The same for a rule by its key. A value the association gave is no longer to confirm."""
    rule = policy.rules.get(key)
    if rule is None:
        return Why(key, policy.version, "", "", "", "")
    cited = policy.paragraph(rule.paragraph)
    confirm = rule.to_confirm and not rule.given
    return Why(key, policy.version, cited.id, cited.title, cited.text, cited.source, confirm)


def no_policy(day: date) -> Finding:
    """The one finding of a day on which no policy is in force."""
    return Finding(
        requirement="policy",
        kind="policy",
        title="Policy",
        needed=phrase("policy.none_in_force", day=day),
        have=NOTHING,
        outcome=Outcome.CANNOT_TELL,
        why=Why("policy", "", "", "", "", ""),
        present=False,
    )


def not_set(label: str) -> Phrase:
    """Needed, but the association has not said how much or what."""
    return phrase("policy.not_set", rule=label)


def label_of(rule: Rule | None, key: str) -> str:
    return key if rule is None else rule.label


def judged(
    judging: Judging,
    requirement: Requirement,
    needed: Phrase,
    have: Phrase,
    outcome: Outcome,
    *,
    detail: Phrase | None = None,
    present: bool = True,
) -> Finding:
    """The finding of a requirement."""
    return Finding(
        requirement=requirement.id,
        kind=requirement.kind,
        title=requirement.title,
        needed=needed,
        have=have,
        outcome=outcome,
        why=why(judging.policy, requirement.id, requirement.paragraph),
        detail=detail,
        present=present,
        recommended=requirement.recommended,
    )
