"""The steps an application may take, and what is entered on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.facts import DEGREES, EVIDENCE_KINDS
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import Category

DECISIONS = ("approve", "approve_to_sit", "defer", "deny")
PAUSES = ("more_information", "on_hold")
ENDED = ("endorsed", "denied", "withdrawn", "closed")
# What nothing more is done for, unless it comes back; "not passed" may sit again.
NOT_OPEN = (*ENDED, "deferred", "to_sit_expired")
BEFORE_SUBMISSION = ("registered", "accepted", "in_progress")
UNDER_REVIEW = ("submitted", "in_review")

# From which states each step may be taken (product.md, life cycles).
STEPS: dict[str, tuple[str, ...]] = {
    "accept": ("registered",),
    "enter_evidence": (*BEFORE_SUBMISSION, *UNDER_REVIEW, *PAUSES, "deferred"),
    "name_rater": (*BEFORE_SUBMISSION, *UNDER_REVIEW, *PAUSES, "deferred"),
    "submit": ("accepted", "in_progress"),
    "assign_reviewer": UNDER_REVIEW,
    "decide": UNDER_REVIEW,
    "pause": (*BEFORE_SUBMISSION, *UNDER_REVIEW),
    "resume": PAUSES,
    "take_up_again": ("deferred",),
    "record_exam": ("to_sit", "not_passed"),
    "let_approval_expire": ("to_sit",),
    "withdraw": (*BEFORE_SUBMISSION, *UNDER_REVIEW, *PAUSES, "deferred", "to_sit", "not_passed"),
    "close": (
        "registered",
        "accepted",
        "in_progress",
        "deferred",
        "to_sit_expired",
        "not_passed",
        "approved",
    ),
}


def check_step(step: str, state: str) -> None:
    """Raises RuleBroken `application.wrong_state` when the case is not where the step begins."""
    if state not in STEPS[step]:
        raise RuleBroken(
            "application.wrong_state", step=phrase(f"step.{step}"), state=phrase(f"state.{state}")
        )


def check_decision(kind: str, category: Category, reasons: str) -> None:
    """Which decision a category knows: approval to sit only where there is an exam, and only that.

    Deferring and denying say why. A category whose exam is not set takes either approval.
    """
    if kind not in DECISIONS:
        raise BadInput("decision.unknown", kind=kind)
    if kind == "approve" and category.exam:
        raise RuleBroken("decision.exam_first", category=category.code)
    if kind == "approve_to_sit" and category.exam is False:
        raise RuleBroken("decision.no_exam", category=category.code)
    if kind in ("defer", "deny") and not reasons.strip():
        raise BadInput("decision.reasons_missing")


def state_after(kind: str) -> str:
    """Approved without exam is endorsed in the same action."""
    return {
        "approve": "endorsed",
        "approve_to_sit": "to_sit",
        "defer": "deferred",
        "deny": "denied",
    }[kind]


def check_open(category: Category, on: date) -> None:
    """A category may be applied for between the days its policy states."""
    if (category.opens and on < category.opens) or (category.closes and on > category.closes):
        raise RuleBroken("category.not_open", category=category.code, day=on)


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A piece of evidence as entered. Hours are clock hours, more than nothing; see facts.Evidence."""

    kind: str
    standing: str = "present"
    title: str = ""
    institution: str = ""
    on: PartialDate | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    hours: Decimal | None = None
    degree: str = ""
    area: str = ""
    domain: str = ""
    families: int | None = None
    paid_work: bool = True
    mode: str = ""
    about_own_provision: bool = False
    provider_id: int | None = None
    provider_name: str = ""
    provider_degree: str = ""
    provider_vetted: bool = False
    transcripts_of: int | None = None
    until: date | None = None
    paid_state: str = ""
    purpose: str = ""
    amount: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in EVIDENCE_KINDS:
            raise BadInput("evidence.unknown_kind", kind=self.kind)
        if self.hours is not None and (not self.hours.is_finite() or self.hours <= 0):
            raise BadInput("evidence.hours_not_positive", hours=str(self.hours))
        if self.degree and self.degree not in DEGREES:
            raise BadInput("evidence.unknown_degree", degree=self.degree)
        if self.started and self.ended and self.ended.last() < self.started.first():
            raise BadInput("evidence.ends_before_it_starts", started=self.started, ended=self.ended)
