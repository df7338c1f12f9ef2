"""Invented facts, by which a wording is tried before it is kept, and shown while it is written."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TypedDict

from coordinator_app.domain.letters import (
    DECLARED,
    TO_RATERS,
    Association,
    LetterFacts,
    LetterFinding,
    LetterKind,
    Signer,
)
from coordinator_app.domain.partial import PartialDate

_ADDRESS = ("94-1221 Kaʻahumanu Street", "Waipahu, Hawaiʻi 96797")
_ADDRESS_OF_RATER = ("Keiki Steps", "75 Kalākaua Avenue, Suite 200", "Honolulu, Hawaiʻi 96815")
# What is not a fact for a wording, but must agree with the letter's kind.
_BESIDE = ("kind", "address", "decision", "practice", "passed", "move_reason")
_MOVES = {
    LetterKind.INACTIVE_LAPSED: "lapsed",
    LetterKind.INACTIVE_SANCTIONED: "sanctioned",
    LetterKind.INACTIVE_OWN_REQUEST: "own_request",
    LetterKind.ACTIVE_AGAIN: "reactivated",
}
_DECISIONS = {
    LetterKind.APPROVED: "approve",
    LetterKind.APPROVED_TO_SIT: "approve_to_sit",
    LetterKind.DEFERRED: "defer",
    LetterKind.DENIED: "deny",
}


def sample_facts(kind: LetterKind, *, full: bool = True) -> LetterFacts:
    """A letter's facts: all that are declared for its kind, or only the needed ones."""
    declared = DECLARED[kind]
    wanted = declared.names if full else frozenset(declared.needed)
    every = _every_fact(kind)
    given = {
        one.name: getattr(every, one.name)
        for one in fields(LetterFacts)
        if one.name in wanted or one.name in _BESIDE
    }
    return LetterFacts(**given)


def _every_fact(kind: LetterKind) -> LetterFacts:
    return LetterFacts(
        kind=kind,
        association=Association(
            name="Association for Infant Mental Health Hawaiʻi",
            short_name="AIMH HI",
            office_line="Endorsement Office",
            address=("P.O. Box 100", "Honolulu, Hawaiʻi 96801"),
            email="endorsement@office.example",
            phone="808-555-0100",
        ),
        coordinator=Signer("Rachel Lum", "Endorsement Coordinator"),
        number="L-2026-0041",
        dated=date(2026, 2, 27),
        recipient="Siobhán Nguyễn" if kind in TO_RATERS else "Leilani Kahananui",
        address=_ADDRESS_OF_RATER if kind in TO_RATERS else _ADDRESS,
        case_number="2026-018",
        round_month=PartialDate(2026, 1),
        category="Infant Mental Health Specialist",
        category_code="IMHS",
        credential="IMH-E®",
        policy_title="AIMH HI 2024-01",
        submitted=date(2026, 1, 31),
        decision=_DECISIONS.get(kind),
        decided_on=date(2026, 2, 26),
        endorsed_from=date(2026, 2, 26),
        exam_from=date(2026, 4, 30),
        valid_until=date(2027, 2, 28),
        asked_on=date(2026, 1, 9),
        return_by=date(2026, 3, 31),
        applicant="Leilani Kahananui",
        rater="Siobhán Nguyễn",
        waived=True,
        reasons=("The transcript of the degree has not reached us from the university.",),
        findings=(
            LetterFinding("Reflective supervision, received", "50 hours", "42.5 hours"),
            LetterFinding("Training", "30 hours", "27 hours"),
        ),
        **_later_facts(kind),
    )


class _Later(TypedDict):
    """What is known of an exam, a move and a renewal."""

    passed: bool
    sat_on: date
    retake_from: date
    result_from: str
    moved_on: date
    move_reason: str | None
    cycle_ends: date
    grace_until: date
    renewed_on: date


def _later_facts(kind: LetterKind) -> _Later:
    return {
        "passed": kind is LetterKind.EXAM_PASSED,
        "sat_on": date(2026, 4, 30),
        "retake_from": date(2026, 10, 31),
        "result_from": "Alliance for the Advancement of Infant Mental Health",
        "moved_on": date(2026, 3, 2),
        "move_reason": _MOVES.get(kind),
        "cycle_ends": date(2025, 12, 31),
        "grace_until": date(2026, 3, 1),
        "renewed_on": date(2025, 12, 12),
    }
