"""Reference ratings: enough, by different people, in the roles asked for, none too old or blank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from coordinator_app.domain.calendar import rating_valid_until
from coordinator_app.domain.facts import ReferenceFact
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import NOTHING, Judging, judged, not_set, outcome_of
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Requirement, Role

ARRIVED = ("received", "accepted")


def fills(reference: ReferenceFact, role: Role) -> bool:
    """Whether a rating can stand in a role: by what the rater is to the applicant, or is."""
    return (
        reference.kind in role.kinds
        or ("endorsed" in role.kinds and reference.rater_endorsed)
        or ("vetted" in role.kinds and reference.rater_vetted)
    )


def assign(roles: Sequence[Role], references: Sequence[ReferenceFact]) -> Mapping[str, int]:
    """Role id -> rater, as many roles as can be filled, no rater in two (augmenting paths)."""
    taken: dict[int, Role] = {}

    def place(role: Role, tried: set[int]) -> bool:
        for rater in sorted({one.rater for one in references if fills(one, role)} - tried):
            tried.add(rater)
            if rater not in taken or place(taken[rater], tried):
                taken[rater] = role
                return True
        return False

    for role in roles:
        place(role, set())
    return {role.id: rater for rater, role in taken.items()}


def validity_day(judging: Judging) -> date:
    """The day ratings must be valid on: when the first reviewer is assigned, until then today."""
    assigned = [review.assigned_on for review in judging.facts.reviews]
    return min(assigned, default=judging.facts.decided_on or judging.today)


def usable(judging: Judging, reference: ReferenceFact) -> tuple[bool, bool]:
    """Whether a rating counts (surely, possibly), apart from whether it has been accepted.

    Void with too many blanks, or completed too long before the first review was assigned.
    """
    if reference.rater == judging.facts.person or reference.state not in ARRIVED:
        return False, False
    blanks = _few_blanks(judging, reference)
    fresh = _fresh(judging, reference)
    return blanks[0] and fresh[0], blanks[1] and fresh[1]


def _few_blanks(judging: Judging, reference: ReferenceFact) -> tuple[bool, bool]:
    limit = judging.policy.count("references.blanks_void")
    if not reference.blanks:
        return True, True
    if limit is None:
        return False, True
    return reference.blanks < limit, reference.blanks < limit


def _fresh(judging: Judging, reference: ReferenceFact) -> tuple[bool, bool]:
    completed = reference.completed_on or reference.received_on
    until = rating_valid_until(completed, judging.policy) if completed else None
    if until is None:
        return False, True
    day = validity_day(judging)
    # Received is no earlier than completed: too old by the former is too old by the latter.
    fresh = day <= until
    return fresh and reference.completed_on is not None, fresh


def references(judging: Judging, requirement: Requirement) -> Finding:
    """As many accepted ratings as asked, in the roles asked for. Present: so many are received."""
    named = judging.facts.references
    have = _have(judging) if named else NOTHING
    arrived = [one for one in named if usable(judging, one)[1]]
    accepted = [one for one in arrived if one.state == "accepted"]
    certain = [one for one in accepted if usable(judging, one)[0]]
    present = _complete(requirement, arrived)
    if requirement.minimum is None:
        needed, outcome = not_set(requirement.title), Outcome.CANNOT_TELL
        return judged(judging, requirement, needed, have, outcome, present=bool(arrived))
    outcome = outcome_of(_complete(requirement, certain), _complete(requirement, accepted))
    return judged(
        judging,
        requirement,
        _needed(requirement),
        have,
        outcome,
        detail=_detail(outcome, requirement, arrived, certain, accepted),
        present=present,
    )


def _complete(requirement: Requirement, counted: Sequence[ReferenceFact]) -> bool:
    """Enough different raters, and every role filled."""
    raters = {one.rater for one in counted}
    filled = assign(requirement.roles, counted)
    return len(raters) >= (requirement.minimum or 0) and len(filled) == len(requirement.roles)


def _needed(requirement: Requirement) -> Phrase:
    if not requirement.roles:
        return phrase("needed.ratings", count=requirement.minimum)
    titles = tuple(role.title for role in requirement.roles)
    return phrase("needed.ratings_by", count=requirement.minimum, roles=titles)


def _have(judging: Judging) -> Phrase:
    """How many are accepted, received and void; the rest is under way."""
    named = judging.facts.references
    void = sum(one.state == "void" or _turned_void(judging, one) for one in named)
    ways = {state: sum(one.state == state for one in named) for state in ARRIVED}
    asked = sum(one.state in ("named", "asked", "reminded") for one in named)
    turned = [one for one in named if _turned_void(judging, one)]
    told = {
        "accepted": ways["accepted"] - sum(one.state == "accepted" for one in turned),
        "received": ways["received"] - sum(one.state == "received" for one in turned),
        "asked": asked,
        "void": void,
    }
    parts = tuple(phrase(f"ratings.{way}", count=count) for way, count in told.items() if count)
    return phrase("have.ratings", parts=parts) if parts else NOTHING


def _turned_void(judging: Judging, reference: ReferenceFact) -> bool:
    return reference.state in ARRIVED and not usable(judging, reference)[1]


def _detail(
    outcome: Outcome,
    requirement: Requirement,
    arrived: list[ReferenceFact],
    certain: list[ReferenceFact],
    accepted: list[ReferenceFact],
) -> Phrase | None:
    if outcome is Outcome.MET:
        return None
    if outcome is Outcome.CANNOT_TELL:
        return phrase("ratings.date_unknown", count=len(accepted) - len(certain))
    if _complete(requirement, arrived):
        return phrase("ratings.to_accept", count=len(arrived) - len(accepted))
    missing = int(requirement.minimum or 0) - len({one.rater for one in arrived})
    if missing > 0:
        return phrase("ratings.missing", count=missing)
    filled = assign(requirement.roles, arrived)
    unfilled = tuple(role.title for role in requirement.roles if role.id not in filled)
    return phrase("ratings.roles_missing", roles=unfilled)
