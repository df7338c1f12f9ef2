"""The policies as shipped, and cases for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from coordinator_app.domain.facts import CaseFacts, Evidence, ReferenceFact
from coordinator_app.domain.findings import Finding
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy import Pack, Policy, Requirement
from coordinator_app.domain.policy_merge import compose, policy_in_force
from coordinator_app.domain.policy_pack import read_pack

FOLDER = Path(__file__).parents[2] / "resources" / "policies"
BASE, YEARS, ALLIANCE = "aimh-hi-2024-01", "alliance-three-year-renewal", "alliance-2025"
START, CHANGE = date(2024, 1, 1), date(2025, 1, 1)
TODAY = date(2026, 2, 20)


@cache
def pack(id: str) -> Pack:
    file = FOLDER / f"{id}.toml"
    return read_pack(file.read_text(encoding="utf-8"), name=file.name)


def base(settings: Mapping[str, object] | None = None) -> Policy:
    """AIMH HI 2024-01 with settings."""
    return compose(pack(BASE), (), settings or {}, START)


def alliance(settings: Mapping[str, object] | None = None) -> Policy:
    """The same with the Alliance's changes of 2025."""
    changes = [(pack(ALLIANCE), CHANGE), (pack(YEARS), CHANGE)]
    return compose(pack(BASE), changes, settings or {}, CHANGE)


def always(policy: Policy) -> Callable[[date], Policy | None]:
    """That policy from its first day on."""
    return lambda day: policy_in_force([policy], day)


def with_requirement(policy: Policy, id: str, **changed: object) -> Policy:
    """The policy with a requirement changed."""

    def change(one: Requirement) -> Requirement:
        return replace(one, **changed) if one.id == id else one

    return replace(policy, requirements=tuple(change(one) for one in policy.requirements))


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


def training(id: int, hours: str | None, area: str | None = None) -> Evidence:
    return Evidence(id, "training", hours=None if hours is None else Decimal(hours), area=area)


def rsc(
    id: int,
    hours: str | None,
    started: str | None,
    ended: str | None = None,
    held: tuple[str, ...] | None = ("IMHM-C",),
    *,
    own: bool = False,
) -> Evidence:
    """RSC from a Mentor, Clinical; with only `started`, on one day."""
    return Evidence(
        id,
        "rsc_received",
        on=on(started) if started and not ended else None,
        started=on(started) if started and ended else None,
        ended=on(ended) if ended else None,
        hours=None if hours is None else Decimal(hours),
        provider_held=held,
        about_own_provision=own,
    )


def rating(id: int, kind: str, rater: int | None = None, state: str = "accepted") -> ReferenceFact:
    """A rating completed in January 2026, each by its own rater."""
    return ReferenceFact(
        id=id,
        rater=100 + id if rater is None else rater,
        kind=kind,
        state=state,
        named_on=date(2026, 1, 2),
        asked_on=date(2026, 1, 3),
        received_on=date(2026, 1, 20),
        completed_on=date(2026, 1, 19),
    )


def full_ifs() -> CaseFacts:
    """An Infant Family Specialist who has shown everything, submitted on 31 January 2026."""
    evidence = (
        Evidence(1, "education", degree="bachelor"),
        Evidence(2, "transcript", transcripts_of=1),
        Evidence(3, "work", started=on("2021-03-01"), ended=on("2025-06-30")),
        training(4, "30"),
        rsc(5, "12", "2024-06-01", "2024-12-31"),
        rsc(6, "12", "2025-01-01", "2025-06-30"),
        Evidence(7, "code_of_ethics", on=on("2026-01-10")),
        Evidence(8, "agreement", on=on("2026-01-10")),
        Evidence(9, "membership", until=date(2026, 12, 31)),
        Evidence(10, "fee", paid_state="paid", on=on("2026-01-30")),
    )
    return CaseFacts(
        id=7,
        person=1,
        category="IFS",
        state="in_review",
        registered=on("2025-11-14"),
        submitted=on("2026-01-31"),
        submission=1,
        evidence=evidence,
        references=(rating(1, "supervisor"), rating(2, "colleague"), rating(3, "teacher")),
    )


def judge(
    facts: CaseFacts,
    policy: Policy | None = None,
    today: date = TODAY,
    policy_on: Callable[[date], Policy | None] | None = None,
) -> dict[str, Finding]:
    """The findings of a case by their requirement, by AIMH HI 2024-01 unless told otherwise."""
    policy = policy or base()
    found = case_findings(facts, policy, today, policy_on or always(policy))
    return {one.requirement: one for one in found}


def with_evidence(facts: CaseFacts, *evidence: Evidence) -> CaseFacts:
    return replace(facts, evidence=(*facts.evidence, *evidence))


def only(facts: CaseFacts, kind: str, *evidence: Evidence) -> CaseFacts:
    """The case with all its evidence of one kind replaced."""
    kept = (one for one in facts.evidence if one.kind != kind)
    return replace(facts, evidence=(*kept, *evidence))
