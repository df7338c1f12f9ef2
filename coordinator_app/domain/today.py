"""What is due, and why: the findings of all open cases and endorsements, as one list to work off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.facts import (
    CaseFacts,
    EndorsementFacts,
    QuestionFact,
    ReferenceFact,
    TodoFact,
)
from coordinator_app.domain.findings import Finding, Outcome, Why
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.findings_endorsement import (
    cycle_to_judge,
    endorsement_findings,
    renewal_of,
)
from coordinator_app.domain.findings_judging import why, why_rule
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_rules import ACTIVE

# What is said first of things due on one day.
KINDS = (
    "reply",
    "ratings",
    "rating",
    "reviewer",
    "more_information",
    "exam_seat",
    "approval",
    "renewal_hours",
    "code_of_ethics",
    "attestation",
    "todo",
    "acceptance",
    "question",
)
_PLACES = {kind: place for place, kind in enumerate(KINDS)}
_UNDER_REVIEW = ("submitted", "in_review", "more_information", "on_hold")
_BEFORE_DECISION = ("accepted", "in_progress", *_UNDER_REVIEW)


@dataclass(frozen=True, slots=True)
class DueItem:
    """One line of Today. `due` None has no day; `action` names the command that takes it on."""

    kind: str
    due: date | None
    what: Phrase
    person: int
    application: int | None
    endorsement: int | None
    why: Why
    action: str

    def days_late(self, today: date) -> int:
        """How many days it is late; 0 or less while it is not."""
        return 0 if self.due is None else (today - self.due).days


# What stands in the way of a reply is said in the place of the reply: the first of these.
_BEFORE_REPLY = ("ratings", "reviewer", "reply")


def lines_of_case(
    facts: CaseFacts, policy: Policy | None, today: date, policy_on: PolicyOn
) -> tuple[DueItem, ...]:
    """What one case needs; where it owes a reply, only what has to be done next."""
    items = tuple(case_items(facts, policy, today, policy_on))
    owed = [_BEFORE_REPLY.index(item.kind) for item in items if item.kind in _BEFORE_REPLY]
    later = _BEFORE_REPLY[min(owed) + 1 :] if owed else ()
    return tuple(item for item in items if item.kind not in later)


def order(item: DueItem) -> tuple[date, int, int, int, int]:
    """What is most days late stands first, then by day; what has no day comes last."""
    return (*day_and_kind(item), item.person, item.application or 0, item.endorsement or 0)


def day_and_kind(item: DueItem) -> tuple[date, int]:
    """What the lines of one group have in common."""
    return item.due or date.max, _PLACES[item.kind]


def case_items(
    facts: CaseFacts, policy: Policy | None, today: date, policy_on: PolicyOn
) -> Iterator[DueItem]:
    """What one open case needs. A case without a policy, or already answered, needs nothing."""
    if policy is None or facts.category not in policy.categories:
        return
    if facts.state == "registered":
        yield _acceptance(facts, policy)
        return
    findings = case_findings(facts, policy, today, policy_on)
    yield from _reply(facts, findings)
    if facts.state in _BEFORE_DECISION:
        yield from _ratings(facts, policy, today)
    if facts.state in _UNDER_REVIEW and facts.decision is None:
        yield from _review(facts, findings)
    if facts.state == "to_sit":
        yield from _exam(facts, findings)


def _item(
    facts: CaseFacts, kind: str, due: date | None, what: Phrase, reason: Why, action: str
) -> DueItem:
    return DueItem(kind, due, what, facts.person, facts.id, None, reason, action)


def _acceptance(facts: CaseFacts, policy: Policy) -> DueItem:
    asked = policy.requirements_for(facts.category)
    rule = next((one for one in asked if one.kind in ("membership", "fee")), None)
    reason = Why("acceptance", policy.version, "", "", "", "")
    if rule is not None:
        reason = why(policy, rule.id, rule.paragraph)
    return _item(facts, "acceptance", None, phrase("today.to_accept"), reason, "accept")


def _reply(facts: CaseFacts, findings: tuple[Finding, ...]) -> Iterator[DueItem]:
    """The decision letter that is owed, or the decision before it."""
    finding = _of_kind(findings, "reply")
    recorded = facts.imported and facts.decision is not None
    if finding is None or finding.due is None or facts.letter_sent_on or recorded:
        return
    decided = facts.decision is not None
    what = phrase("today.letter_to_send") if decided else phrase("today.decision_owed")
    yield _item(facts, "reply", finding.due, what, finding.why, "letter" if decided else "decide")


def _ratings(facts: CaseFacts, policy: Policy, today: date) -> Iterator[DueItem]:
    """Raters who were asked, or last reminded, longer ago than the policy waits."""
    wait = policy.count("references.remind_after_days")
    for one in facts.references:
        last = _last_asked(one)
        if wait is None or last is None or one.state not in ("asked", "reminded"):
            continue
        due = last + timedelta(days=wait)
        if due <= today:
            what = phrase("today.rating_missing", days=(today - last).days)
            reason = why_rule(policy, "references.remind_after_days")
            yield _item(facts, "rating", due, what, reason, "remind")


def _last_asked(reference: ReferenceFact) -> date | None:
    days = [day for day in (reference.asked_on, reference.reminded_on) if day is not None]
    return max(days, default=None)


def _review(facts: CaseFacts, findings: tuple[Finding, ...]) -> Iterator[DueItem]:
    """What a submitted case lacks before it can be decided."""
    reply = _of_kind(findings, "reply")
    due = reply.due if reply else None
    ratings, review = _of_kind(findings, "references"), _of_kind(findings, "review")
    if ratings is not None and ratings.outcome is not Outcome.MET:
        what = phrase("today.ratings_needed", detail=ratings.detail or ratings.needed)
        yield _item(facts, "ratings", due, what, ratings.why, "open")
    wanted = _wanted(review)
    if review is not None and len(facts.reviews) < wanted:
        what = phrase("today.reviewer_to_assign", count=wanted - len(facts.reviews))
        yield _item(facts, "reviewer", due, what, review.why, "assign_reviewer")
    if facts.state == "more_information" and reply is not None:
        what = phrase("today.more_information")
        yield _item(facts, "more_information", due, what, reply.why, "open")


def _wanted(review: Finding | None) -> int:
    count = review.needed.facts.get("count") if review else None
    return count if isinstance(count, int) else 0


def _exam(facts: CaseFacts, findings: tuple[Finding, ...]) -> Iterator[DueItem]:
    """Until the exam's first day: that a seat may be offered; from then on: until when."""
    exam, approval = _of_kind(findings, "exam"), _of_kind(findings, "approval")
    if exam is not None and exam.due is not None and exam.outcome is not Outcome.MET:
        what = phrase("today.exam_seat", day=exam.due)
        yield _item(facts, "exam_seat", exam.due, what, exam.why, "open")
    elif approval is not None and approval.due is not None:
        what = phrase("today.approval_ends", day=approval.due)
        yield _item(facts, "approval", approval.due, what, approval.why, "open")


def _of_kind(findings: Iterable[Finding], kind: str) -> Finding | None:
    return next((one for one in findings if one.kind == kind), None)


def endorsement_items(
    facts: EndorsementFacts, today: date, policy_on: PolicyOn
) -> Iterator[DueItem]:
    """What an active endorsement lacks, from the day renewing opens until it is renewed."""
    cycle = cycle_to_judge(facts, today, policy_on) if facts.status == ACTIVE else None
    if cycle is None or (cycle.opens is not None and today < cycle.opens):
        return
    record = renewal_of(facts, cycle)
    if record is not None and record.renewed_on is not None:
        return
    findings = endorsement_findings(facts, cycle.policy, today, policy_on)
    short = [one for one in findings if one.kind in ("training", "rsc") and _lacks(one)]
    if short:
        yield _renewal(facts, "renewal_hours", _short(short), short[0])
    for kind in ("code_of_ethics", "attestation"):
        for one in findings:
            if one.kind == kind and _lacks(one):
                yield _renewal(facts, kind, phrase(f"today.{kind}"), one)


def of_holder(item: DueItem, person: int, endorsement: int) -> DueItem:
    """The same line for another endorsement that lacks the same."""
    return replace(item, person=person, endorsement=endorsement)


def _lacks(finding: Finding) -> bool:
    return finding.outcome is Outcome.NOT_MET


def _short(short: list[Finding]) -> Phrase:
    parts = tuple(
        phrase("today.short_of", what=one.title, short=one.detail or one.needed) for one in short
    )
    return phrase("today.renewal_short", parts=parts)


def _renewal(facts: EndorsementFacts, kind: str, what: Phrase, finding: Finding) -> DueItem:
    return DueItem(kind, finding.due, what, facts.person, None, facts.id, finding.why, "renew")


def todo_item(todo: TodoFact) -> DueItem:
    """A to-do on a person or a case."""
    reason = Why("todo", "", "", "", "", "")
    what = phrase("today.todo", text=todo.text)
    return DueItem("todo", todo.due, what, todo.person, todo.application, None, reason, "open")


def question_item(question: QuestionFact) -> DueItem:
    """A question an import left open."""
    reason = Why("question", "", "", "", "", "")
    what = phrase("today.question", text=question.text)
    return DueItem(
        "question",
        None,
        what,
        question.person,
        question.application,
        question.endorsement,
        reason,
        "answer",
    )
