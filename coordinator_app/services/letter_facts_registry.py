"""The facts of a letter about an endorsement, from its moves and renewals."""

from __future__ import annotations

from datetime import date

from coordinator_app.documents.plain_facts import us_english
from coordinator_app.domain.calendar import Cycle, cycle_of
from coordinator_app.domain.facts import EndorsementFacts
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_endorsement import cycle_to_judge, endorsement_findings
from coordinator_app.domain.letters import LetterFacts, LetterFinding, LetterKind, Signer
from coordinator_app.domain.phrases import Phrase
from coordinator_app.persistence import cases, people
from coordinator_app.persistence.columns import number, text
from coordinator_app.persistence.store import Reader
from coordinator_app.runtime.sentences import say
from coordinator_app.services.letter_facts import association_of
from coordinator_app.services.policies import Policies

# What an endorsee is told is still needed; that the rest is late the letter says itself.
_TOLD = ("training", "rsc", "code_of_ethics", "attestation", "membership")


def facts_of_endorsement(
    reader: Reader, policies: Policies, kind: LetterKind, id: int, today: date
) -> LetterFacts:
    """Everything a letter about this endorsement may say; what is not known is None."""
    row = reader.get("endorsement", id)
    owner = reader.get("person", number(row, "person_id"))
    office = reader.find("office")[0]
    held = cases.endorsement_facts(reader, id)
    policy_on = policies.finder(reader)
    policy = policy_on(today)
    category = policy.categories.get(held.category) if policy else None
    move = held.moves[-1] if held.moves else None
    renewed = _renewed_on(held) if kind is LetterKind.RENEWAL_CONFIRMED else None
    cycle = _cycle(held, renewed, today, policies, reader)
    return LetterFacts(
        kind=kind,
        association=association_of(office),
        coordinator=Signer(text(office, "coordinator"), text(office, "coordinator_title") or None),
        number="",
        dated=today,
        recipient=people.letter_name(owner),
        address=people.address_lines(owner),
        category=category.name if category else held.category,
        category_code=held.category,
        credential=text(row, "credential"),
        policy_title=policy.title if policy else None,
        findings=_lacking(endorsement_findings(held, policy, today, policy_on)),
        practice=bool(office["practice"]),
        endorsement_id=id,
        moved_on=move.on if move else None,
        move_reason=move.reason if move else None,
        cycle_ends=cycle.ends if cycle else None,
        grace_until=cycle.lapses if cycle else None,
        renewed_on=renewed[1] if renewed else None,
    )


def _renewed_on(held: EndorsementFacts) -> tuple[date, date] | None:
    """(end of the cycle, day) of the newest renewal that is complete."""
    done = [(one.cycle_ends, one.renewed_on) for one in held.renewals if one.renewed_on]
    return max(done, default=None)


def _cycle(
    held: EndorsementFacts,
    renewed: tuple[date, date] | None,
    today: date,
    policies: Policies,
    reader: Reader,
) -> Cycle | None:
    policy_on = policies.finder(reader)
    if renewed is not None:
        return cycle_of(renewed[0], policy_on)
    return cycle_to_judge(held, today, policy_on)


def _lacking(findings: tuple[Finding, ...]) -> tuple[LetterFinding, ...]:
    return tuple(
        LetterFinding(one.title, _words(one.needed), _words(one.have))
        for one in findings
        if one.kind in _TOLD and one.outcome is Outcome.NOT_MET
    )


def _words(told: Phrase) -> str:
    return say(told, show=_shown)


def _shown(fact: object) -> str:
    return us_english(fact) if isinstance(fact, date) else str(fact)
