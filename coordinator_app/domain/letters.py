"""Letters: which there are, which follows from which decision, and the facts each may speak of.

A letter is a function of recorded facts. No fact here is a rating: what a rater said is
confidential (AIMH HI policy, references) and so cannot be printed, whatever a wording asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase

# Letters (Unicode characters) of a short fact, such as a name or a line of an address.
SHORT_LIMIT = 300


class LetterKind(StrEnum):
    """Every letter the office writes; the value names its wording file and is stored."""

    APPLICATION_ACCEPTED = "application_accepted"
    MORE_INFORMATION = "more_information"
    APPROVED = "approved"
    APPROVED_TO_SIT = "approved_to_sit"
    DEFERRED = "deferred"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    REFERENCE_REQUEST = "reference_request"
    REFERENCE_REMINDER = "reference_reminder"
    REPLACEMENT_RATING = "replacement_rating"
    ON_HOLD = "on_hold"
    EXAM_PASSED = "exam_passed"
    EXAM_NOT_PASSED = "exam_not_passed"
    INACTIVE_LAPSED = "inactive_lapsed"
    INACTIVE_SANCTIONED = "inactive_sanctioned"
    INACTIVE_OWN_REQUEST = "inactive_own_request"
    ACTIVE_AGAIN = "active_again"
    RENEWAL_REMINDER = "renewal_reminder"
    RENEWAL_CONFIRMED = "renewal_confirmed"


_LETTER_OF: Mapping[str, LetterKind] = MappingProxyType(
    {
        "approve": LetterKind.APPROVED,
        "approve_to_sit": LetterKind.APPROVED_TO_SIT,
        "defer": LetterKind.DEFERRED,
        "deny": LetterKind.DENIED,
    }
)
DECISION_LETTERS = frozenset(_LETTER_OF.values())
TO_RATERS = frozenset({LetterKind.REFERENCE_REQUEST, LetterKind.REFERENCE_REMINDER})
# What the newest exam result of a case must be for its letter.
_RESULT_OF: Mapping[LetterKind, bool] = MappingProxyType(
    {LetterKind.EXAM_PASSED: True, LetterKind.EXAM_NOT_PASSED: False}
)
EXAM_LETTERS = frozenset(_RESULT_OF)
# The reasons of the newest move for which each letter about the registry is written.
_MOVES_OF: Mapping[LetterKind, frozenset[str]] = MappingProxyType(
    {
        LetterKind.INACTIVE_LAPSED: frozenset({"lapsed"}),
        LetterKind.INACTIVE_SANCTIONED: frozenset({"sanctioned"}),
        LetterKind.INACTIVE_OWN_REQUEST: frozenset({"own_request"}),
        LetterKind.ACTIVE_AGAIN: frozenset({"reactivated", "sanction_lifted"}),
    }
)
MOVE_LETTERS = frozenset(_MOVES_OF)
RENEWAL_LETTERS = frozenset({LetterKind.RENEWAL_REMINDER, LetterKind.RENEWAL_CONFIRMED})
# Letters about an endorsement rather than about a case.
REGISTRY_LETTERS = MOVE_LETTERS | RENEWAL_LETTERS


def letter_of(decision: str) -> LetterKind:
    """The one letter a decision is answered by: approve, approve_to_sit, defer or deny.

    Raises RuleBroken("letter.no_such_decision"): a pause is not a decision and has no such letter.
    """
    kind = _LETTER_OF.get(decision)
    if kind is None:
        raise RuleBroken("letter.no_such_decision", decision=decision)
    return kind


def letter_of_move(reason: str) -> LetterKind | None:
    """The letter that tells of a move for this reason; None where none is written."""
    return next((kind for kind, reasons in _MOVES_OF.items() if reason in reasons), None)


@dataclass(frozen=True, slots=True)
class Association:
    """Who writes. `logo_sha` is the SHA-256 of the stored logo, None for the drawn badge."""

    name: str
    short_name: str
    office_line: str | None = None
    address: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    logo_sha: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `signature_sha` is the SHA-256 of a stored picture, None to sign by hand."""

    name: str
    title: str | None = None
    signature_sha: str | None = None


@dataclass(frozen=True, slots=True)
class LetterFinding:
    """One requirement as the reader should see it, in words already made for them."""

    requirement: str
    needed: str
    have: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All that one letter is made of; kept with the letter, so that it can be made again.

    `recipient` is the name for letters. Days are calendar days of the office. `round_month` is
    the calendar month of submission. What is not known is None, and is then left out.

    Of an exam: `passed`, and `result_from`, who gave the result. Of an endorsement: its number,
    `move_reason` and `moved_on` of its newest move, and of the cycle that is renewed its last day,
    the last day of grace, and the day it was renewed.
    """

    kind: LetterKind
    association: Association
    coordinator: Signer
    number: str
    dated: date
    recipient: str
    address: tuple[str, ...] = ()
    case_number: str | None = None
    round_month: PartialDate | None = None
    category: str | None = None
    category_code: str | None = None
    credential: str | None = None
    policy_title: str | None = None
    submitted: date | None = None
    decision: str | None = None
    decided_on: date | None = None
    endorsed_from: date | None = None
    exam_from: date | None = None
    valid_until: date | None = None
    asked_on: date | None = None
    return_by: date | None = None
    applicant: str | None = None
    rater: str | None = None
    waived: bool | None = None
    reasons: tuple[str, ...] = ()
    findings: tuple[LetterFinding, ...] = ()
    practice: bool = False
    passed: bool | None = None
    sat_on: date | None = None
    retake_from: date | None = None
    result_from: str | None = None
    endorsement_id: int | None = None
    moved_on: date | None = None
    move_reason: str | None = None
    cycle_ends: date | None = None
    grace_until: date | None = None
    renewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """The facts a wording of one kind may use. A letter is refused while a needed one is None."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = field(default=())

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.needed + self.optional)


_OFFICE = ("association", "coordinator", "recipient", "number", "dated")
_CASE = (*_OFFICE, "case_number", "category", "category_code")
_MORE = ("credential", "policy_title", "submitted", "round_month")
_DECIDED = (*_CASE, "decided_on")
_HELD = (*_OFFICE, "category", "category_code")
_MOVED = Declared((*_HELD, "moved_on"), ("credential", "policy_title"))
_CYCLE = ("credential", "policy_title", "grace_until")

DECLARED: Mapping[LetterKind, Declared] = MappingProxyType(
    {
        LetterKind.APPLICATION_ACCEPTED: Declared(_CASE, (*_MORE, "findings")),
        LetterKind.MORE_INFORMATION: Declared(
            (*_CASE, "reasons"), (*_MORE, "findings", "return_by")
        ),
        LetterKind.APPROVED: Declared((*_DECIDED, "endorsed_from"), (*_MORE, "valid_until")),
        LetterKind.APPROVED_TO_SIT: Declared((*_DECIDED, "exam_from"), (*_MORE, "valid_until")),
        LetterKind.DEFERRED: Declared(_DECIDED, (*_MORE, "reasons", "findings")),
        LetterKind.DENIED: Declared(_DECIDED, (*_MORE, "reasons", "findings")),
        LetterKind.WITHDRAWN: Declared(_CASE, _MORE),
        LetterKind.REFERENCE_REQUEST: Declared(
            (*_CASE, "applicant"), ("return_by", "waived", "policy_title")
        ),
        LetterKind.REFERENCE_REMINDER: Declared(
            (*_CASE, "applicant", "asked_on"), ("return_by", "waived", "policy_title")
        ),
        LetterKind.REPLACEMENT_RATING: Declared((*_CASE, "rater"), (*_MORE, "return_by")),
        LetterKind.ON_HOLD: Declared(_CASE, (*_MORE, "reasons", "return_by")),
        LetterKind.EXAM_PASSED: Declared(
            (*_CASE, "sat_on", "endorsed_from"), (*_MORE, "result_from")
        ),
        LetterKind.EXAM_NOT_PASSED: Declared(
            (*_CASE, "sat_on"), (*_MORE, "result_from", "retake_from")
        ),
        LetterKind.INACTIVE_LAPSED: _MOVED,
        LetterKind.INACTIVE_SANCTIONED: _MOVED,
        LetterKind.INACTIVE_OWN_REQUEST: _MOVED,
        LetterKind.ACTIVE_AGAIN: _MOVED,
        LetterKind.RENEWAL_REMINDER: Declared(
            (*_HELD, "cycle_ends"), (*_CYCLE, "findings", "return_by")
        ),
        LetterKind.RENEWAL_CONFIRMED: Declared((*_HELD, "cycle_ends", "renewed_on"), _CYCLE),
    }
)


def field_name(fact: str) -> Phrase:
    """What a fact is called on screen."""
    return phrase(f"letter.field.{fact}")


def letter_name(kind: LetterKind) -> Phrase:
    """What a letter is called on screen."""
    return phrase(f"letter.kind.{kind.value}")


def check_letter(facts: LetterFacts) -> None:
    """Refuse a letter that lacks a fact it needs, or says other than what is on record.

    Raises RuleBroken("letter.contradicts_decision"), ("letter.contradicts_record") of an exam or a
    move, BadInput("letter.fact_missing") or BadInput("letter.too_long").
    """
    if facts.kind in DECISION_LETTERS:
        _check_decision(facts)
    _check_record(facts)
    for name in DECLARED[facts.kind].needed:
        if getattr(facts, name) in (None, "", ()):
            raise BadInput(
                "letter.fact_missing", letter=letter_name(facts.kind), field=field_name(name)
            )
    for name, text in short_texts(facts):
        if len(text) > SHORT_LIMIT:
            raise BadInput("letter.too_long", field=field_name(name), limit=SHORT_LIMIT)


def _check_decision(facts: LetterFacts) -> None:
    if _LETTER_OF.get(facts.decision or "") is not facts.kind:
        raise RuleBroken(
            "letter.contradicts_decision",
            letter=letter_name(facts.kind),
            decision=facts.decision or "",
        )


def _check_record(facts: LetterFacts) -> None:
    """A letter of an exam says its result, a letter of a move the newest move."""
    other_result = facts.kind in EXAM_LETTERS and facts.passed is not _RESULT_OF[facts.kind]
    reasons = _MOVES_OF.get(facts.kind)
    if other_result or (reasons is not None and facts.move_reason not in reasons):
        raise RuleBroken("letter.contradicts_record", letter=letter_name(facts.kind))


def short_texts(facts: LetterFacts) -> list[tuple[str, str]]:
    """Every text of a letter that stands on one line, with the name of its fact."""
    house, signer = facts.association, facts.coordinator
    single: list[tuple[str, str | None]] = [
        ("association", house.name),
        ("association_short_name", house.short_name),
        ("association_office_line", house.office_line),
        *(("association_address", line) for line in house.address),
        ("association_email", house.email),
        ("association_phone", house.phone),
        ("coordinator", signer.name),
        ("coordinator_title", signer.title),
        *(("address", line) for line in facts.address),
        *((name, getattr(facts, name)) for name in _SHORT),
    ]
    return [(name, text) for name, text in single if text]


def all_texts(facts: LetterFacts) -> list[tuple[str, str]]:
    """Every text of a letter, with the name of its fact."""
    return [
        *short_texts(facts),
        *(("reasons", reason) for reason in facts.reasons),
        *(("findings", part) for line in facts.findings for part in _parts(line)),
    ]


def _parts(line: LetterFinding) -> tuple[str, str, str]:
    return (line.requirement, line.needed, line.have)


_SHORT = (
    "recipient",
    "number",
    "case_number",
    "category",
    "category_code",
    "credential",
    "policy_title",
    "applicant",
    "rater",
    "result_from",
)
