"""Facts + policy + date → findings: what is needed, what there is, met or not, due when, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coordinator_app.domain.phrases import Phrase


class Outcome(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Why:
    """The rule, the policy paragraph and its source, to be shown one click away.

    `text` is the paragraph's own words; `to_confirm` marks what the association has not said.
    """

    rule: str
    policy: str
    paragraph: str
    title: str
    text: str
    source: str
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement judged on one day.

    `present` tells that there is something to look at (for references: enough received), which is
    what submitting asks; `outcome` is the judgement, which is what deciding asks.
    `requirement` is the requirement's id ("fs.training") or a rule key ("calendar.reply"),
    `kind` groups it (training, references, reply, exam, renewal ...). `needed` and `have` are
    phrases; `detail` explains a verdict that is not plain (short by so much, not set).
    """

    requirement: str
    kind: str
    title: str
    needed: Phrase
    have: Phrase
    outcome: Outcome
    why: Why
    due: date | None = None
    detail: Phrase | None = None
    present: bool = True
    recommended: bool = False


# What the calendar says; it reminds, and does not hold anything up.
CALENDAR_KINDS = frozenset({"reply", "exam", "approval", "rating_validity"})
# Comes after submission.
_AFTER_SUBMISSION = frozenset({"review"})


def asked_to_submit(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The requirements that submitting looks at."""
    return tuple(one for one in findings if _holds_up(one) and one.kind not in _AFTER_SUBMISSION)


def may_submit(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stands in the way of submitting: requirements of which nothing is present.

    Ratings must be received, not yet accepted. Empty: the application may be submitted.
    """
    return tuple(one for one in asked_to_submit(findings) if not one.present)


def may_decide(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stands in the way of approving: requirements not met, or that cannot be told.

    Ratings must be accepted and the reviews complete. Empty: the application may be approved.
    """
    return tuple(one for one in findings if one.outcome is not Outcome.MET and _holds_up(one))


def _holds_up(one: Finding) -> bool:
    return not one.recommended and one.kind not in CALENDAR_KINDS
