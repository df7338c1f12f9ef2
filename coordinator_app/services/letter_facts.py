"""The facts of a letter, from the records of its case."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from coordinator_app.domain import calendar
from coordinator_app.domain.letters import (
    DECISION_LETTERS,
    EXAM_LETTERS,
    Association,
    LetterFacts,
    LetterKind,
    Signer,
)
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy import Policy
from coordinator_app.persistence import people
from coordinator_app.persistence.columns import Row, day, flag, maybe_day, number, text, when
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader
from coordinator_app.services.policies import Policies

_NO_NUMBER = ""


def facts_of(
    reader: Reader, policies: Policies, kind: LetterKind, application_id: int, today: date
) -> LetterFacts:
    """Everything a letter on this case may say; what is not known is None."""
    row = reader.get("application", application_id)
    owner = reader.get("person", number(row, "person_id"))
    office = reader.find("office")[0]
    policy = policies.judging(reader, row, today)
    decision = _decision(reader, application_id) if kind in DECISION_LETTERS else None
    category = policy.categories.get(text(row, "category")) if policy else None
    return LetterFacts(
        kind=kind,
        association=association_of(office),
        coordinator=Signer(text(office, "coordinator"), text(office, "coordinator_title") or None),
        number=_NO_NUMBER,
        dated=today,
        recipient=people.letter_name(owner),
        address=people.address_lines(owner),
        case_number=case_term(number(row, "case_year"), number(row, "case_running")),
        round_month=PartialDate.parse(text(row, "round")) if row["round"] else None,
        category=category.name if category else None,
        category_code=text(row, "category"),
        credential=category.credential if category else None,
        policy_title=policy.title if policy else None,
        submitted=_whole(row),
        decision=text(decision, "kind") if decision else None,
        decided_on=maybe_day(decision, "decided_on") if decision else None,
        endorsed_from=_endorsed_from(reader, application_id),
        exam_from=_exam_from(row, policy, decision),
        valid_until=maybe_day(decision, "valid_until") if decision else None,
        reasons=_reasons(decision),
        practice=bool(office["practice"]),
        **_exam(reader, application_id, kind),
    )


class _Exam(TypedDict, total=False):
    """The newest result of a case's exam."""

    passed: bool
    sat_on: date
    retake_from: date | None
    result_from: str | None


def _exam(reader: Reader, application_id: int, kind: LetterKind) -> _Exam:
    found = reader.find("exam_result", application_id=application_id, order="sat_on")
    if not found or kind not in EXAM_LETTERS:
        return {}
    row = found[-1]
    return {
        "passed": flag(row, "passed"),
        "sat_on": day(row, "sat_on"),
        "retake_from": maybe_day(row, "retake_from"),
        "result_from": text(row, "source") or None,
    }


def association_of(office: Row) -> Association:
    """Who writes, as the office is set up."""
    return Association(
        name=text(office, "name"),
        short_name=text(office, "short_name"),
        office_line=text(office, "office_line") or None,
        address=tuple(line for line in text(office, "address").splitlines() if line.strip()),
        email=text(office, "email") or None,
        phone=text(office, "phone") or None,
        logo_sha=text(office, "logo") or None,
    )


def _decision(reader: Reader, application_id: int) -> Row | None:
    found = reader.find("decision", application_id=application_id)
    return found[-1] if found else None


def _whole(row: Row) -> date | None:
    submitted = when(row, "submitted")
    return submitted.whole() if submitted else None


def _endorsed_from(reader: Reader, application_id: int) -> date | None:
    found = reader.find("endorsement", application_id=application_id)
    since = when(found[-1], "since") if found else None
    return since.whole() if since else None


def _exam_from(row: Row, policy: Policy | None, decision: Row | None) -> date | None:
    submitted = when(row, "submitted")
    if policy is None or submitted is None or not decision or decision["kind"] != "approve_to_sit":
        return None
    return calendar.exam_from(submitted, policy)


def _reasons(decision: Row | None) -> tuple[str, ...]:
    lines = text(decision, "reasons").splitlines() if decision else []
    return tuple(line.strip() for line in lines if line.strip())
