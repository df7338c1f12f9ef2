"""Code of Ethics, agreement, membership, fee, and what must be held before."""

from __future__ import annotations

from datetime import date

from coordinator_app.domain.facts import Evidence
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import NOTHING, Judging, judged, outcome_of
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Requirement

FEES = ("registration", "processing")
SETTLED = ("paid", "waived")


def signed(judging: Judging, requirement: Requirement) -> Finding:
    """A signed paper: the Code of Ethics, the Endorsement Agreement."""
    shown = judging.evidence(requirement.kind)
    dated = [one.on for one in shown if one.on is not None]
    have: Phrase = NOTHING
    if shown:
        have = phrase("have.signed_on", date=max(dated)) if dated else phrase("have.signed")
    needed, met = phrase("needed.signed"), bool(shown)
    return judged(judging, requirement, needed, have, outcome_of(met, False), present=met)


def membership(judging: Judging, requirement: Requirement) -> Finding:
    """Membership current on the day of submission; of which the end is not known, once verified."""
    shown = judging.evidence("membership")
    ends = [one.until for one in shown if one.until is not None]
    endless = [one for one in shown if one.until is None]
    have: Phrase = NOTHING
    if shown:
        have = phrase("have.member_until", date=max(ends)) if ends else phrase("have.member")
    current = any(end >= judging.day for end in ends)
    outcome = outcome_of(
        current or any(one.standing == "verified" for one in endless), bool(endless)
    )
    return judged(
        judging,
        requirement,
        phrase("needed.membership", day=judging.day),
        have,
        outcome,
        detail=_membership_detail(outcome, ends),
        present=bool(shown),
    )


def _membership_detail(outcome: Outcome, ends: list[date]) -> Phrase | None:
    if outcome is Outcome.MET:
        return None
    if outcome is Outcome.CANNOT_TELL:
        return phrase("membership.end_unknown")
    return phrase("membership.lapsed") if ends else None


def fee(judging: Judging, requirement: Requirement) -> Finding:
    """The registration and the processing fee, paid or waived; of an amount set to 0, none.

    While the association has set no amount, any settled fee will do, and none leaves it open.
    """
    shown = [one for one in judging.evidence("fee") if one.purpose in (None, *FEES)]
    settled = [one for one in shown if one.paid_state in SETTLED]
    owed = [purpose for purpose in FEES if judging.policy.amount(f"fee.{purpose}")]
    open_ended = any(judging.policy.amount(f"fee.{purpose}") is None for purpose in FEES)
    missing = tuple(purpose for purpose in owed if not _covers(settled, purpose))
    free = not owed and not open_ended
    met = not missing and (free or bool(settled))
    unclear = any(one.paid_state not in SETTLED for one in shown)
    return judged(
        judging,
        requirement,
        phrase("needed.no_fee") if free else phrase("needed.fee"),
        _have_fee(shown),
        outcome_of(met, unclear or (open_ended and not missing)),
        detail=_fee_detail(met, unclear, missing),
        present=met or bool(shown),
    )


def _covers(settled: list[Evidence], purpose: str) -> bool:
    return any(one.purpose in (None, purpose) for one in settled)


def _have_fee(shown: list[Evidence]) -> Phrase:
    if not shown:
        return NOTHING
    states = tuple(phrase(f"fee.state.{one.paid_state or 'unclear'}") for one in shown)
    return phrase("have.fees", fees=states)


def _fee_detail(met: bool, unclear: bool, missing: tuple[str, ...]) -> Phrase | None:
    if met:
        return None
    if unclear:
        return phrase("fee.unclear")
    if missing:
        return phrase("fee.missing", fees=tuple(phrase(f"fee.{purpose}") for purpose in missing))
    return phrase("fee.amount_not_set")


def prerequisite(judging: Judging, requirement: Requirement) -> Finding:
    """One of the categories that must be held, on the active registry."""
    category = judging.policy.categories[judging.facts.category]
    held = tuple(code for code in category.prerequisite if code in judging.facts.held)
    have = phrase("have.categories", categories=held) if held else NOTHING
    needed = phrase("needed.one_of", categories=category.prerequisite)
    met = bool(held)
    return judged(judging, requirement, needed, have, outcome_of(met, False), present=met)
