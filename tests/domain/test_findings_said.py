"""Everything a finding, Today or a refused policy can say has its sentence, with every fact in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

import pytest

from coordinator_app.domain.facts import (
    DEGREES,
    TRAINING_AREAS,
    CaseFacts,
    EndorsementFacts,
    Evidence,
    MoveFact,
    RenewalFact,
    ReviewFact,
)
from coordinator_app.domain.findings import Finding
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.findings_endorsement import endorsement_findings
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.policy_rule_shapes import REACTIVATION_STEPS, RULE_SHAPES
from coordinator_app.domain.today import case_items, endorsement_items
from coordinator_app.runtime.sentences import all_sentences, say
from tests.domain.policies_made import TODAY, alliance, always, base, full_ifs, on, rsc, training

POLICIES = {"base": base(), "alliance": alliance()}
STATES = ("registered", "in_review", "more_information", "to_sit", "endorsed")
DAYS = (date(2024, 2, 1), TODAY, date(2027, 3, 31))


def cases(category: str) -> Iterator[CaseFacts]:
    """Full, empty, late, unclear, rejected: one of each for a category."""
    full = replace(full_ifs(), category=category)
    more = (
        Evidence(20, "education"),
        Evidence(21, "work"),
        Evidence(22, "leadership", started=on("2025"), families=3),
        training(23, None),
        rsc(24, "3", "2025-01-01", held=()),
        rsc(25, "3", None, held=None),
        Evidence(26, "fee", paid_state="unclear"),
        Evidence(27, "membership"),
    )
    yield full
    yield replace(full, evidence=more, held=("IFS",), reviews=(ReviewFact(1, 5, TODAY),))
    yield replace(full, evidence=(), references=(), submitted=on("2025"))
    yield replace(full, references=full.references[:1], letter_sent_on=TODAY)
    for state in STATES:
        yield replace(full, state=state, decision="approve_to_sit", decided_on=TODAY)
        yield replace(full, state=state, submitted=None, imported=True)


def endorsements(category: str) -> Iterator[EndorsementFacts]:
    held = EndorsementFacts(1, 1, category, on("2021"), "active", provides_rsc=True)
    told = RenewalFact(
        date(2026, 12, 31), Decimal(1), Decimal(2), TODAY, TODAY, TODAY, TODAY, Decimal(1)
    )
    yield held
    yield replace(held, renewals=(told,), since=on("2026-02-01"))
    for reason in ("lapsed", "sanctioned"):
        yield replace(held, status="inactive", moves=(MoveFact(DAYS[0], "inactive", reason),))


def said(finding: Finding) -> Iterator[Phrase]:
    yield finding.needed
    yield finding.have
    if finding.detail is not None:
        yield finding.detail


def check(spoken: Phrase) -> None:
    text = say(spoken)
    assert "{" not in text, spoken
    assert spoken.code in all_sentences(), spoken
    for fact in spoken.facts.values():
        parts = cast("tuple[object, ...]", fact) if isinstance(fact, tuple) else (fact,)
        for part in parts:
            if isinstance(part, Phrase):
                check(part)


@pytest.mark.parametrize("name", POLICIES)
def test_every_finding_of_a_case_can_be_said(name: str) -> None:
    policy = POLICIES[name]
    for facts in (one for code in policy.categories for one in cases(code)):
        for day in DAYS:
            for finding in case_findings(facts, policy, day, always(policy)):
                for spoken in said(finding):
                    check(spoken)
            for item in case_items(facts, policy, day, always(policy)):
                check(item.what)


GRACE = (base({"renewal.grace_days": 30}), base({"renewal.training_hours": None}))


@pytest.mark.parametrize("policy", [*POLICIES.values(), *GRACE], ids=range(4))
def test_every_finding_of_an_endorsement_can_be_said(policy: Policy) -> None:
    for facts in (one for code in policy.categories for one in endorsements(code)):
        for day in DAYS:
            for finding in endorsement_findings(facts, policy, day, always(policy)):
                for spoken in said(finding):
                    check(spoken)
            for item in endorsement_items(facts, day, always(policy)):
                check(item.what)


def test_every_word_that_is_put_together_has_its_sentence() -> None:
    shapes = RULE_SHAPES.values()
    words = [
        *(f"degree.{degree}" for degree in (*DEGREES, "unknown")),
        *(f"area.{area}" for area in TRAINING_AREAS),
        *(f"fee.state.{state}" for state in ("paid", "waived", "unclear")),
        *(f"reactivation.{step}" for step in (*REACTIVATION_STEPS, "sanction_lifted")),
        *(f"pack.type.{shape.kind}" for shape in shapes),
        *(f"choice.{choice}" for shape in shapes for choice in shape.choices),
    ]
    assert not [word for word in words if word not in all_sentences()]
    assert say(phrase("pack.type.choice", choices=("a", "b"))) == "one of: a, b"
