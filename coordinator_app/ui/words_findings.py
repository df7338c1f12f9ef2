"""Findings as they are read in a table: what is needed, what there is, and the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.findings import CALENDAR_KINDS, Finding, Outcome
from coordinator_app.domain.views import EvidenceRow
from coordinator_app.ui import formats
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.words_case import (
    COMPETENCIES,
    DEGREES,
    EVIDENCE_KINDS,
    FEE_STATES,
    FEES,
    word,
)

# How many characters a verdict may have; a longer one is told in the Why box.
SHORT = 22
# What stands behind a requirement of these kinds, beside evidence of the same name.
BEHIND = {"transcripts": ("transcript",)}
_MET = {
    "code_of_ethics": QT_TRANSLATE_NOOP("findings", "signed"),
    "agreement": QT_TRANSLATE_NOOP("findings", "signed"),
    "membership": QT_TRANSLATE_NOOP("findings", "current"),
    "fee": QT_TRANSLATE_NOOP("findings", "settled"),
    "references": QT_TRANSLATE_NOOP("findings", "accepted"),
    "review": QT_TRANSLATE_NOOP("findings", "complete"),
    "reply": QT_TRANSLATE_NOOP("findings", "answered"),
    "exam": QT_TRANSLATE_NOOP("findings", "may sit"),
}
_TITLES = {
    "reply": QT_TRANSLATE_NOOP("findings", "Reply"),
    "exam": QT_TRANSLATE_NOOP("findings", "Exam"),
    "approval": QT_TRANSLATE_NOOP("findings", "Approval to sit"),
    "rating_validity": QT_TRANSLATE_NOOP("findings", "Age of ratings"),
}
_tr = partial(QCoreApplication.translate, "findings")


def title(finding: Finding) -> str:
    """The policy's own title; what the calendar says is called in a word."""
    return _tr(_TITLES[finding.kind]) if finding.kind in _TITLES else finding.title


def needs(finding: Finding) -> str:
    return say_phrase(finding.needed)


def has(finding: Finding, evidence: Sequence[EvidenceRow] = ()) -> str:
    """What there is; for degrees what they are of and from where."""
    mine = behind(finding, evidence)
    if finding.kind == "education" and mine and finding.outcome is Outcome.MET:
        return "; ".join(_degree(one) for one in mine)
    return say_phrase(finding.have)


def behind(finding: Finding, evidence: Sequence[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """The entries of evidence a finding was made from, rejected ones too."""
    kinds = BEHIND.get(finding.kind, (finding.kind,))
    return tuple(one for one in evidence if one.kind in kinds)


def verdict(finding: Finding, evidence: Sequence[EvidenceRow] = ()) -> str:
    """One or two words for a pill."""
    if finding.outcome is Outcome.MET:
        return _met(finding, behind(finding, evidence))
    if finding.detail is not None and len(said := say_phrase(finding.detail)) <= SHORT:
        return said
    if finding.kind == "reply" and finding.outcome is Outcome.NOT_MET:
        return _tr("late")
    if finding.kind in CALENDAR_KINDS:
        return _tr("not yet") if finding.kind in ("reply", "exam") else _tr("look")
    if finding.recommended:
        return _tr("recommended")
    if not finding.present:
        return _tr("missing")
    return _tr("not met") if finding.outcome is Outcome.NOT_MET else _tr("cannot tell")


def tone(finding: Finding) -> Tone:
    """The tint of the verdict: late is bad, what is owed waits, the rest is plain."""
    match finding.outcome:
        case Outcome.MET:
            return Tone.GOOD
        case Outcome.NOT_MET if finding.kind == "reply":
            return Tone.BAD
        case Outcome.NOT_MET if finding.recommended or finding.kind == "exam":
            return Tone.PLAIN
        case Outcome.NOT_MET:
            return Tone.WAIT
        case _:
            return Tone.PLAIN


def why_text(finding: Finding) -> str:
    """The verdict in full, and the policy's own words."""
    parts = [say_phrase(finding.detail)] if finding.detail else []
    if finding.why.text:
        parts.append(f"“{finding.why.text}”")
    return "\n".join(_capital(part) for part in parts)


def why_source(finding: Finding, policy: str) -> str:
    """Policy, paragraph and source; and whether the association has yet to confirm it."""
    why = finding.why
    named = _tr("Policy {title}").format(title=policy) if policy else ""
    lines = [" · ".join(part for part in (named, why.title) if part), why.source]
    if why.to_confirm:
        lines.append(_tr("To confirm: the association has not said this itself."))
    return "\n".join(line for line in lines if line)


def _met(finding: Finding, mine: Sequence[EvidenceRow]) -> str:
    if finding.kind in _MET:
        return _tr(_MET[finding.kind])
    counted = [one for one in mine if one.standing != "rejected"]
    if counted and all(one.standing == "verified" for one in counted):
        return _tr("verified")
    return _tr("met")


def _degree(one: EvidenceRow) -> str:
    parts = (one.title or word(DEGREES, one.degree), one.institution)
    year = str(one.on.year) if one.on else ""
    return " ".join(part for part in (", ".join(p for p in parts if p), year) if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def evidence_line(one: EvidenceRow) -> str:
    """One entry of evidence, in a line."""
    return _together(evidence_title(one), evidence_detail(one))


def evidence_title(one: EvidenceRow) -> str:
    """What it is: a degree, a post, a training and its hours."""
    if one.kind == "education":
        return _degree(one)
    hours = formats.hours(one.hours) if one.hours is not None else ""
    state = word(FEE_STATES, one.paid_state) if one.paid_state else ""
    purpose = word(FEES, one.purpose) if one.purpose else ""
    said = _together(one.title, hours, purpose, state, one.amount)
    return said or word(EVIDENCE_KINDS, one.kind)


def evidence_detail(one: EvidenceRow) -> str:
    """By whom, in what, when."""
    domain = word(COMPETENCIES, one.domain) if one.domain else ""
    return _together(domain, _who(one), evidence_when(one))


def _together(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _who(one: EvidenceRow) -> str:
    if one.provider_name:
        return one.provider_name
    return "" if one.kind == "education" else one.institution


def evidence_when(one: EvidenceRow) -> str:
    """The day, or the span; for a membership until when."""
    if one.until is not None:
        return _tr("until {day}").format(day=formats.day(one.until))
    if one.kind == "education":
        return ""
    if one.started or one.ended:
        first, last = formats.partial_day(one.started), formats.partial_day(one.ended)
        return f"{first} – {last or _tr('now')}"
    return formats.partial_day(one.on)
