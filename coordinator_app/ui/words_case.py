"""What the stored codes of a case are called on screen, and the tone they are shown in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.palette import Tone

STATES: Mapping[str, str] = {
    "registered": QT_TRANSLATE_NOOP("case", "Registered"),
    "accepted": QT_TRANSLATE_NOOP("case", "Accepted"),
    "in_progress": QT_TRANSLATE_NOOP("case", "In progress"),
    "submitted": QT_TRANSLATE_NOOP("case", "Submitted"),
    "in_review": QT_TRANSLATE_NOOP("case", "In review"),
    "more_information": QT_TRANSLATE_NOOP("case", "More information"),
    "on_hold": QT_TRANSLATE_NOOP("case", "On hold"),
    "approved": QT_TRANSLATE_NOOP("case", "Approved"),
    "to_sit": QT_TRANSLATE_NOOP("case", "Approved to sit"),
    "to_sit_expired": QT_TRANSLATE_NOOP("case", "Approval expired"),
    "not_passed": QT_TRANSLATE_NOOP("case", "Exam not passed"),
    "endorsed": QT_TRANSLATE_NOOP("case", "Endorsed"),
    "deferred": QT_TRANSLATE_NOOP("case", "Deferred"),
    "denied": QT_TRANSLATE_NOOP("case", "Denied"),
    "withdrawn": QT_TRANSLATE_NOOP("case", "Withdrawn"),
    "closed": QT_TRANSLATE_NOOP("case", "Closed"),
}
_STATE_TONES: Mapping[str, Tone] = {
    "in_progress": Tone.NEWS,
    "submitted": Tone.NEWS,
    "in_review": Tone.NEWS,
    "more_information": Tone.WAIT,
    "on_hold": Tone.WAIT,
    "approved": Tone.GOOD,
    "to_sit": Tone.GOOD,
    "to_sit_expired": Tone.BAD,
    "not_passed": Tone.WAIT,
    "endorsed": Tone.GOOD,
    "deferred": Tone.WAIT,
}
RATER_KINDS: Mapping[str, str] = {
    "supervisor": QT_TRANSLATE_NOOP("case", "Supervisor"),
    "rsc_provider": QT_TRANSLATE_NOOP("case", "RSC provider"),
    "rsc_recipient": QT_TRANSLATE_NOOP("case", "RSC recipient"),
    "colleague": QT_TRANSLATE_NOOP("case", "Colleague"),
    "teacher": QT_TRANSLATE_NOOP("case", "Teacher"),
    "trainer": QT_TRANSLATE_NOOP("case", "Trainer"),
    "consultant": QT_TRANSLATE_NOOP("case", "Consultant"),
    "supervisee": QT_TRANSLATE_NOOP("case", "Supervisee"),
    "parent": QT_TRANSLATE_NOOP("case", "Parent or recipient of services"),
    "cda_mentor": QT_TRANSLATE_NOOP("case", "CDA mentor"),
    "board_member": QT_TRANSLATE_NOOP("case", "Board member"),
    "other": QT_TRANSLATE_NOOP("case", "Other"),
}
REFERENCE_STATES: Mapping[str, str] = {
    "named": QT_TRANSLATE_NOOP("case", "named"),
    "asked": QT_TRANSLATE_NOOP("case", "asked {day}"),
    "reminded": QT_TRANSLATE_NOOP("case", "reminded {day}"),
    "received": QT_TRANSLATE_NOOP("case", "received {day}"),
    "accepted": QT_TRANSLATE_NOOP("case", "accepted {day}"),
    "void": QT_TRANSLATE_NOOP("case", "void"),
    "declined": QT_TRANSLATE_NOOP("case", "declined"),
    "replaced": QT_TRANSLATE_NOOP("case", "replaced"),
}
REFERENCE_TONES: Mapping[str, Tone] = {
    "asked": Tone.WAIT,
    "reminded": Tone.WAIT,
    "received": Tone.NEWS,
    "accepted": Tone.GOOD,
    "void": Tone.BAD,
}
EVIDENCE_KINDS: Mapping[str, str] = {
    "education": QT_TRANSLATE_NOOP("case", "Education"),
    "transcript": QT_TRANSLATE_NOOP("case", "Official transcript"),
    "work": QT_TRANSLATE_NOOP("case", "Specialized work"),
    "leadership": QT_TRANSLATE_NOOP("case", "Leadership"),
    "training": QT_TRANSLATE_NOOP("case", "In-service training"),
    "rsc_received": QT_TRANSLATE_NOOP("case", "RSC received"),
    "rsc_provided": QT_TRANSLATE_NOOP("case", "RSC provided"),
    "code_of_ethics": QT_TRANSLATE_NOOP("case", "Code of Ethics"),
    "agreement": QT_TRANSLATE_NOOP("case", "Endorsement Agreement"),
    "membership": QT_TRANSLATE_NOOP("case", "Membership"),
    "fee": QT_TRANSLATE_NOOP("case", "Fee"),
    "attestation": QT_TRANSLATE_NOOP("case", "Attestation of no sanction"),
}
STANDINGS: Mapping[str, str] = {
    "present": QT_TRANSLATE_NOOP("case", "entered"),
    "verified": QT_TRANSLATE_NOOP("case", "verified"),
    "rejected": QT_TRANSLATE_NOOP("case", "rejected"),
}
STANDING_TONES: Mapping[str, Tone] = {"verified": Tone.GOOD, "rejected": Tone.BAD}
# The eight domains of the Competency Guidelines, by name only (their wording is copyrighted).
COMPETENCIES: Mapping[str, str] = {
    "theoretical_foundations": QT_TRANSLATE_NOOP("case", "Theoretical foundations"),
    "law_policy": QT_TRANSLATE_NOOP("case", "Law, regulation, agency policy"),
    "systems_expertise": QT_TRANSLATE_NOOP("case", "Systems expertise"),
    "direct_service": QT_TRANSLATE_NOOP("case", "Direct service skills"),
    "working_with_others": QT_TRANSLATE_NOOP("case", "Working with others"),
    "communicating": QT_TRANSLATE_NOOP("case", "Communicating"),
    "thinking": QT_TRANSLATE_NOOP("case", "Thinking"),
    "reflection": QT_TRANSLATE_NOOP("case", "Reflection"),
}
AREAS: Mapping[str, str] = {
    "imh": QT_TRANSLATE_NOOP("case", "Infant or early childhood mental health"),
    "rsc_provision": QT_TRANSLATE_NOOP("case", "Providing RSC"),
    "dei": QT_TRANSLATE_NOOP("case", "Diversity, equity and inclusion"),
}
DEGREES: Mapping[str, str] = {
    "none": QT_TRANSLATE_NOOP("case", "No degree"),
    "cda": QT_TRANSLATE_NOOP("case", "CDA"),
    "associate": QT_TRANSLATE_NOOP("case", "Associate’s"),
    "bachelor": QT_TRANSLATE_NOOP("case", "Bachelor’s"),
    "master": QT_TRANSLATE_NOOP("case", "Master’s"),
    "doctorate": QT_TRANSLATE_NOOP("case", "Doctorate"),
    "licence": QT_TRANSLATE_NOOP("case", "State mental health license"),
}
MODES: Mapping[str, str] = {
    "individual": QT_TRANSLATE_NOOP("case", "Individual"),
    "group": QT_TRANSLATE_NOOP("case", "Group"),
}
FEE_STATES: Mapping[str, str] = {
    "paid": QT_TRANSLATE_NOOP("case", "Paid"),
    "waived": QT_TRANSLATE_NOOP("case", "Waived"),
    "unclear": QT_TRANSLATE_NOOP("case", "Unclear"),
}
FEES: Mapping[str, str] = {
    "registration": QT_TRANSLATE_NOOP("case", "Registration fee"),
    "processing": QT_TRANSLATE_NOOP("case", "Processing fee"),
}
DECISIONS: Mapping[str, str] = {
    "approve": QT_TRANSLATE_NOOP("case", "Approve"),
    "approve_to_sit": QT_TRANSLATE_NOOP("case", "Approve to sit the exam"),
    "defer": QT_TRANSLATE_NOOP("case", "Defer"),
    "deny": QT_TRANSLATE_NOOP("case", "Deny"),
}
DECIDED: Mapping[str, str] = {
    "approve": QT_TRANSLATE_NOOP("case", "approved"),
    "approve_to_sit": QT_TRANSLATE_NOOP("case", "approved to sit the exam"),
    "defer": QT_TRANSLATE_NOOP("case", "deferred"),
    "deny": QT_TRANSLATE_NOOP("case", "denied"),
}
RECOMMENDATIONS: Mapping[str, str] = {
    "approve": QT_TRANSLATE_NOOP("case", "Approve"),
    "more_information": QT_TRANSLATE_NOOP("case", "Ask for more information"),
    "defer": QT_TRANSLATE_NOOP("case", "Defer"),
    "deny": QT_TRANSLATE_NOOP("case", "Deny"),
}
CONFLICTS: Mapping[str, str] = {
    "self": QT_TRANSLATE_NOOP("case", "the applicant"),
    "family": QT_TRANSLATE_NOOP("case", "family"),
    "gave_rsc": QT_TRANSLATE_NOOP("case", "gave the RSC"),
    "same_agency": QT_TRANSLATE_NOOP("case", "same agency"),
    "gave_reference": QT_TRANSLATE_NOOP("case", "gave a reference"),
    "supervises": QT_TRANSLATE_NOOP("case", "supervises the applicant"),
    "declared": QT_TRANSLATE_NOOP("case", "declared a tie"),
}
OVERRIDES: Mapping[str, str] = {
    "acceptance": QT_TRANSLATE_NOOP("case", "accepted without membership or fee"),
    "submit": QT_TRANSLATE_NOOP("case", "submitted before everything was there"),
    "decide": QT_TRANSLATE_NOOP("case", "approved before everything was met"),
    "policy.kept": QT_TRANSLATE_NOOP("case", "the earlier policy was kept"),
    "conflict": QT_TRANSLATE_NOOP("case", "a reviewer with a tie: {tie}"),
}
WAYS: Mapping[str, str] = {
    "e-mail": QT_TRANSLATE_NOOP("case", "By e-mail"),
    "post": QT_TRANSLATE_NOOP("case", "By post"),
    "by hand": QT_TRANSLATE_NOOP("case", "By hand"),
}


def word(table: Mapping[str, str], code: str) -> str:
    """What a code is called; a code nobody named is shown as it is."""
    return QCoreApplication.translate("case", table[code]) if code in table else code


def options(table: Mapping[str, str], *codes: str) -> list[tuple[str, str]]:
    """(code, words) of a Choice, of all codes or of these."""
    return [(code, word(table, code)) for code in (codes or table)]


def state_word(state: str) -> str:
    return word(STATES, state)


def state_tone(state: str) -> Tone:
    return _STATE_TONES.get(state, Tone.PLAIN)


def case_line(card: CaseCard) -> str:
    """Of which case a dialog speaks: name, category, case number."""
    return f"{card.row.name} · {card.category_name} · {card.row.case_number}"


def override_word(rule: str) -> str:
    """What an override passed over."""
    if rule.startswith("conflict."):
        tie = word(CONFLICTS, rule.removeprefix("conflict."))
        return word(OVERRIDES, "conflict").format(tie=tie)
    return word(OVERRIDES, rule)
