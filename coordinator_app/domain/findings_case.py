"""Everything a policy asks of one application, judged on one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.facts import CaseFacts
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_calendar import calendar_findings
from coordinator_app.domain.findings_education import education, transcripts
from coordinator_app.domain.findings_judging import Judging, no_policy
from coordinator_app.domain.findings_papers import fee, membership, prerequisite, signed
from coordinator_app.domain.findings_references import references
from coordinator_app.domain.findings_rsc import rsc_received
from coordinator_app.domain.findings_spans import years
from coordinator_app.domain.findings_training import training
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import Policy, Requirement

Judge = Callable[[Judging, Requirement], Finding]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "education": education,
        "transcripts": transcripts,
        "work": years,
        "leadership": years,
        "training": training,
        "rsc_received": rsc_received,
        "rsc_provided": years,
        "references": references,
        "code_of_ethics": signed,
        "agreement": signed,
        "membership": membership,
        "fee": fee,
        "prerequisite": prerequisite,
    }
)


def case_findings(
    facts: CaseFacts, policy: Policy | None, today: date, policy_on: PolicyOn
) -> tuple[Finding, ...]:
    """One finding a requirement of the category, in the policy's order, then the calendar's.

    `policy` is the one the case is judged by: pinned at submission, before it today's. `policy_on`
    gives the policy in force on any day, for hours judged by the rules of the day they were
    earned. Without a policy the only finding is that it cannot be told; the same for a category
    the policy does not have.
    """
    if policy is None:
        return (no_policy(today),)
    if facts.category not in policy.categories:
        return (_unknown_category(facts, policy, today),)
    judging = Judging(facts, policy, today, policy_on)
    asked = policy.requirements_for(facts.category)
    found = tuple(JUDGES[one.kind](judging, one) for one in asked)
    return (*_with_stand_ins(asked, found), *calendar_findings(judging))


def _unknown_category(facts: CaseFacts, policy: Policy, today: date) -> Finding:
    missing = no_policy(today)
    needed = phrase("policy.no_such_category", category=facts.category, policy=policy.title)
    return replace(missing, needed=needed, why=replace(missing.why, policy=policy.version))


def _with_stand_ins(
    asked: tuple[Requirement, ...], found: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """A requirement that another stands in for is met when the other is (education or work)."""
    by_id = {one.requirement: one for one in found}
    return tuple(
        _stood_in(finding, by_id.get(requirement.instead or ""))
        for requirement, finding in zip(asked, found, strict=True)
    )


def _stood_in(finding: Finding, other: Finding | None) -> Finding:
    if other is None or finding.outcome is Outcome.MET:
        return finding
    if other.outcome is Outcome.MET:
        detail = phrase("requirement.stood_in", other=other.title)
        return replace(finding, outcome=Outcome.MET, present=True, detail=detail)
    return replace(finding, present=finding.present or other.present)
