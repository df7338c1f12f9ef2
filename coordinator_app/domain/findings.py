"""Facts + policy + date → findings: what is needed, what there is, met or not, due when, and why."""

from __future__ import annotations

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
