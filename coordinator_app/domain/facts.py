"""What is known of a case or an endorsement, as the rules look at it. No names, only facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase

# Application states, as stored.
STATES = (
    "registered",
    "accepted",
    "in_progress",
    "submitted",
    "in_review",
    "more_information",
    "on_hold",
    "approved",
    "to_sit",
    "to_sit_expired",
    "not_passed",
    "endorsed",
    "deferred",
    "denied",
    "withdrawn",
    "closed",
)
REFERENCE_STATES = (
    "named",
    "asked",
    "reminded",
    "received",
    "accepted",
    "void",
    "declined",
    "replaced",
)
EVIDENCE_KINDS = (
    "education",
    "transcript",
    "work",
    "leadership",
    "training",
    "rsc_received",
    "rsc_provided",
    "code_of_ethics",
    "agreement",
    "membership",
    "fee",
    "attestation",
)
# What a rater is to the applicant; a role of a policy is filled by one or more of these.
RATER_KINDS = (
    "supervisor",
    "rsc_provider",
    "rsc_recipient",
    "colleague",
    "teacher",
    "trainer",
    "consultant",
    "supervisee",
    "parent",
    "cda_mentor",
    "board_member",
    "other",
)
TRAINING_AREAS = ("imh", "rsc_provision", "dei")
# The eight domains of the Competency Guidelines, by name only: their wording is copyrighted.
COMPETENCIES = (
    "theoretical_foundations",
    "law_policy",
    "systems_expertise",
    "direct_service",
    "working_with_others",
    "communicating",
    "thinking",
    "reflection",
)
DEGREES = ("none", "cda", "associate", "bachelor", "master", "doctorate", "licence")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing the applicant has shown.

    `started`..`ended` is the span of work or of logged hours; `on` the day of a single thing
    (signature, payment, session, degree). `hours` are clock hours. `standing` is present,
    verified or rejected; rejected evidence does not count. `degree` is one of DEGREES.
    `area` of training: imh, rsc_provision, dei. `provider_*` describe who gave RSC;
    `provider_held` are the category codes that person held, active, on the day earned
    (None: not known to the registry). `paid_state`: paid, waived, unclear.
    """

    id: int
    kind: str
    standing: str = "present"
    on: PartialDate | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    hours: Decimal | None = None
    degree: str | None = None
    area: str | None = None
    domain: str | None = None
    families: int | None = None
    paid_work: bool = True
    mode: str | None = None
    about_own_provision: bool = False
    provider_held: tuple[str, ...] | None = None
    provider_degree: str | None = None
    provider_vetted: bool = False
    transcripts_of: int | None = None
    until: date | None = None
    paid_state: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceFact:
    """One named rater. `rater` is a person's number, `kind` the role they rate in.

    `completed_on` is the day the rating was completed, `blanks` how many items were answered
    "not enough information" (None: not counted).
    """

    id: int
    rater: int
    kind: str
    state: str
    named_on: date | None = None
    asked_on: date | None = None
    received_on: date | None = None
    completed_on: date | None = None
    accepted_on: date | None = None
    blanks: int | None = None
    rater_endorsed: bool = False
    rater_vetted: bool = False
    reminded_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """A reviewer's work on one submission."""

    id: int
    reviewer: int
    assigned_on: date
    completed_on: date | None = None
    recommendation: str | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Everything the rules need to judge one application on one day.

    `submission` counts submissions of the same case from 1 (0: none yet). `decision` is that of
    the present submission; `letter_sent_on` the day its decision letter was marked sent.
    `held` are the categories the person holds on the active registry.
    """

    id: int
    person: int
    category: str
    state: str
    registered: PartialDate | None = None
    accepted_on: date | None = None
    submitted: PartialDate | None = None
    submission: int = 0
    imported: bool = False
    evidence: tuple[Evidence, ...] = ()
    references: tuple[ReferenceFact, ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    held: tuple[str, ...] = ()
    decision: str | None = None
    decided_on: date | None = None
    letter_sent_on: date | None = None
    exam_result_on: date | None = None


@dataclass(frozen=True, slots=True)
class RenewalFact:
    """What an endorsee has shown for one renewal cycle. Hours None: not reported.

    `training_rsc_hours` (on giving RSC) and `training_dei_hours` are part of `training_hours`.
    """

    cycle_ends: date
    training_hours: Decimal | None = None
    rsc_hours: Decimal | None = None
    code_of_ethics_on: date | None = None
    attestation_on: date | None = None
    membership_until: date | None = None
    renewed_on: date | None = None
    training_rsc_hours: Decimal | None = None
    training_dei_hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MoveFact:
    """A dated change of registry. `to` is active or inactive."""

    on: date
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class EndorsementFacts:
    """Everything the rules need to judge one endorsement on one day.

    `provides_rsc` tells whether the person gives RSC to others (None: not known).
    """

    id: int
    person: int
    category: str
    since: PartialDate | None
    status: str
    moves: tuple[MoveFact, ...] = ()
    renewals: tuple[RenewalFact, ...] = ()
    imported: bool = False
    provides_rsc: bool | None = None


@dataclass(frozen=True, slots=True)
class TodoFact:
    """A dated note that asks for something."""

    id: int
    text: str
    due: date
    person: int
    application: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """A question that an import left open on a record."""

    id: int
    text: Phrase
    asked_on: date
    person: int
    application: int | None = None
    endorsement: int | None = None
