"""What the calendar asks of a case: the reply, the reviews, the ratings' age, the exam."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coordinator_app.domain.calendar import (
    approval_valid_until,
    exam_from,
    rating_valid_until,
    reply_due,
)
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import (
    NOTHING,
    Judging,
    label_of,
    not_set,
    outcome_of,
    why_rule,
)
from coordinator_app.domain.findings_references import ARRIVED
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Category

# Nothing is owed any more to who has withdrawn, or whose application was closed unanswered.
_ENDED = ("withdrawn", "closed")
_MAY_SIT = ("to_sit", "to_sit_expired")


def calendar_findings(judging: Judging) -> Iterator[Finding]:
    """Findings of the kinds category, review, reply, rating_validity, exam and approval."""
    category = judging.policy.categories[judging.facts.category]
    yield from _open(judging, category)
    submitted = judging.facts.submitted
    if submitted is not None:
        yield _review(judging)
        if judging.facts.state not in _ENDED or judging.facts.letter_sent_on:
            yield _reply(judging, submitted)
    yield from _ratings(judging)
    if submitted is not None and category.exam is not False:
        yield _exam(judging, category, submitted)
    yield from _approval(judging)


def _made(
    judging: Judging,
    key: str,
    kind: str,
    needed: Phrase,
    have: Phrase,
    outcome: Outcome,
    due: date | None = None,
    detail: Phrase | None = None,
) -> Finding:
    reason = why_rule(judging.policy, key)
    return Finding(key, kind, reason.title, needed, have, outcome, reason, due, detail)


def _unset(judging: Judging, key: str, kind: str) -> Finding:
    needed = not_set(label_of(judging.policy.rules.get(key), key))
    return _made(judging, key, kind, needed, NOTHING, Outcome.CANNOT_TELL)


def _reply(judging: Judging, submitted: PartialDate) -> Finding:
    """Answered on time: the decision letter is marked sent on or before the due day."""
    key, kind = "calendar.reply_months", "reply"
    due = reply_due(submitted, judging.policy)
    if due is None and submitted.month:
        return _unset(judging, key, kind)
    if due is None:
        needed, detail = phrase("needed.reply_month"), phrase("reply.month_unknown")
        return _made(judging, key, kind, needed, NOTHING, Outcome.CANNOT_TELL, None, detail)
    sent = judging.facts.letter_sent_on
    have = phrase("have.sent_on", date=sent) if sent else NOTHING
    outcome, detail = _answered(judging, due)
    return _made(judging, key, kind, phrase("needed.reply", day=due), have, outcome, due, detail)


def _answered(judging: Judging, due: date) -> tuple[Outcome, Phrase | None]:
    sent = judging.facts.letter_sent_on
    if sent is None and judging.facts.imported and judging.facts.decision:
        return Outcome.CANNOT_TELL, phrase("reply.not_recorded")
    late = ((sent or judging.today) - due).days
    if late > 0:
        return Outcome.NOT_MET, phrase("reply.late", days=late)
    return (Outcome.MET, None) if sent else (Outcome.CANNOT_TELL, phrase("reply.open", days=-late))


def _review(judging: Judging) -> Finding:
    """As many reviewers as the policy asks for have completed their review."""
    key = "review.reviewers"
    wanted = judging.policy.count(key)
    if wanted is None:
        return _unset(judging, key, "review")
    reviews = judging.facts.reviews
    done = len({one.reviewer for one in reviews if one.completed_on})
    return _made(
        judging,
        key,
        "review",
        phrase("needed.reviews", count=wanted),
        phrase("have.reviews", done=done, assigned=len(reviews)) if reviews else NOTHING,
        outcome_of(done >= wanted, possible=False),
    )


def _ratings(judging: Judging) -> Iterator[Finding]:
    """Until the first review is assigned: how long the oldest rating is still valid."""
    if judging.facts.reviews or judging.facts.decided_on:
        return
    days = [
        rating_valid_until(one.completed_on, judging.policy)
        for one in judging.facts.references
        if one.state in ARRIVED and one.completed_on
    ]
    known = [day for day in days if day is not None]
    if known:
        until = min(known)
        met = judging.today <= until
        yield _made(
            judging,
            "references.valid_months",
            "rating_validity",
            phrase("needed.ratings_valid"),
            phrase("have.valid_until", day=until),
            outcome_of(met, possible=False),
            until,
        )


def _exam(judging: Judging, category: Category, submitted: PartialDate) -> Finding:
    """From when on the exam may be sat, where the category asks for one."""
    key = "calendar.exam_months"
    earliest = exam_from(submitted, judging.policy)
    if category.exam is None or earliest is None:
        return _unset(judging, key, "exam")
    reached = judging.today >= earliest
    return _made(
        judging,
        key,
        "exam",
        phrase("needed.exam_from", day=earliest),
        phrase("have.exam_reached") if reached else phrase("have.exam_ahead"),
        outcome_of(reached, possible=False),
        earliest,
    )


def _approval(judging: Judging) -> Iterator[Finding]:
    """Until when an approval to sit holds."""
    decided = judging.facts.decided_on
    may_sit = judging.facts.decision == "approve_to_sit" or judging.facts.state in _MAY_SIT
    if not may_sit or decided is None or judging.facts.exam_result_on:
        return
    key = "exam.approval_valid_months"
    until = approval_valid_until(decided, judging.policy)
    if until is None:
        yield _unset(judging, key, "approval")
        return
    yield _made(
        judging,
        key,
        "approval",
        phrase("needed.sit_by", day=until),
        phrase("have.valid_until", day=until),
        outcome_of(judging.today <= until, possible=False),
        until,
    )


def _open(judging: Judging, category: Category) -> Iterator[Finding]:
    """Whether the category may be applied for, where the policy bounds the days."""
    key = f"category.{category.code}.closes"
    rule = judging.policy.rules.get(key)
    closes = judging.policy.day(key) or category.closes
    if rule is not None and rule.value is None:
        yield _unset(judging, key, "category")
    elif closes or category.opens:
        opened = category.opens is None or judging.day >= category.opens
        met = opened and (closes is None or judging.day <= closes)
        have = phrase("have.day", day=judging.day)
        outcome = outcome_of(met, possible=False)
        yield _made(judging, key, "category", _bounds(category.opens, closes), have, outcome)


def _bounds(opens: date | None, closes: date | None) -> Phrase:
    if opens is None:
        return phrase("needed.open_to", closes=closes)
    if closes is None:
        return phrase("needed.open_from", opens=opens)
    return phrase("needed.open", opens=opens, closes=closes)
