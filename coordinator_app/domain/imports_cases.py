"""From the cells of a row to a case or an endorsement, and what contradicts itself in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from coordinator_app.domain.imports_drafts import (
    ApplicationDraft,
    EndorsementDraft,
    EvidenceDraft,
    ReferenceDraft,
)
from coordinator_app.domain.imports_understood import (
    CellValue,
    DecisionRead,
    FeeRead,
    HoursRead,
    ProviderRead,
    RaterRead,
    SignedRead,
    StatusRead,
    TranscriptsRead,
)
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Category

Values = Mapping[str, CellValue]
V = TypeVar("V")


def value(values: Values, name: str, kind: type[V]) -> V | None:
    """The value of a field, where it has one of that kind."""
    found = values.get(name)
    return found if isinstance(found, kind) else None


def application_of(values: Values, category: str) -> ApplicationDraft:
    """The case a row tells of. Its state is the decision's, else as far as the dates reach."""
    decision = value(values, "decision", DecisionRead)
    return ApplicationDraft(
        category=category,
        state=_state(values, decision),
        registered=value(values, "registered", PartialDate),
        submitted=value(values, "submitted", PartialDate),
        decision=decision.decision if decision else "",
        decided_on=value(values, "decided_on", PartialDate),
        letter_sent=value(values, "letter_sent", PartialDate),
        evidence=tuple(_evidence(values)),
        references=tuple(_references(values)),
    )


def _state(values: Values, decision: DecisionRead | None) -> str:
    """An approval is only approved: endorsements come from registry sheets alone."""
    if decision:
        return "approved" if decision.state == "endorsed" else decision.state
    if value(values, "submitted", PartialDate):
        return "submitted"
    shown = any(one.shown for one in _evidence(values) if one.kind != "fee")
    return "in_progress" if shown or any(_references(values)) else "registered"


def _evidence(values: Values) -> Iterator[EvidenceDraft]:
    if fee := value(values, "fee", FeeRead):
        shown = fee.state != "unclear"
        yield EvidenceDraft("fee", shown, paid_state=fee.state, amount=fee.amount, check=fee.check)
    if transcripts := value(values, "transcripts", TranscriptsRead):
        yield EvidenceDraft("transcript", transcripts.complete, transcripts_of=transcripts.of)
    if training := value(values, "training_hours", HoursRead):
        yield _hours("training", training)
    if rsc := value(values, "rsc_hours", HoursRead) or _rsc_without_hours(values):
        yield _hours("rsc_received", rsc, value(values, "rsc_provider", ProviderRead))
    if code := value(values, "code_of_ethics", SignedRead):
        yield EvidenceDraft("code_of_ethics", code.signed, on=code.on)


def _rsc_without_hours(values: Values) -> HoursRead | None:
    """A provider alone tells who, not how much: it is kept, and shows nothing."""
    return HoursRead(None) if value(values, "rsc_provider", ProviderRead) else None


def _hours(kind: str, read: HoursRead, by: ProviderRead | None = None) -> EvidenceDraft:
    given = by or ProviderRead("")
    return EvidenceDraft(
        kind,
        shown=read.hours is not None,
        hours=read.hours,
        at_least=read.at_least,
        mode=read.mode,
        provider_name=given.name,
        provider_category=given.category,
        provider_vetted=given.vetted,
    )


def _references(values: Values) -> Iterator[ReferenceDraft]:
    for place in (1, 2, 3):
        read = value(values, f"reference_{place}", RaterRead)
        if read:
            asked_on = read.on if read.state == "asked" else None
            received_on = read.on if read.state == "received" else None
            yield ReferenceDraft(place, read.state, read.rater, asked_on, received_on)


def doubts_of_application(
    case: ApplicationDraft, categories: Mapping[str, Category]
) -> Iterator[Phrase]:
    """What the row leaves open or contradicts; the case is written all the same."""
    known = categories.get(case.category)
    if known is None:
        yield phrase("import.category_not_in_policy", category=case.category)
    if not case.registered:
        yield phrase("import.no_registered")
    if case.decision and not case.submitted:
        yield phrase("import.decided_without_submission")
    yield from _doubts_of_dates(case)
    yield from _doubts_of_letter(case)
    if case.decision == "approve_to_sit" and known and known.exam is False:
        yield phrase("import.no_exam_asked", category=case.category)


def _doubts_of_dates(case: ApplicationDraft) -> Iterator[Phrase]:
    if before(case.submitted, case.registered):
        yield phrase(
            "import.submitted_before_registered",
            submitted=case.submitted,
            registered=case.registered,
        )
    if before(case.letter_sent, case.submitted):
        yield phrase(
            "import.letter_before_submission", sent=case.letter_sent, submitted=case.submitted
        )
    if before(case.letter_sent, case.decided_on):
        yield phrase(
            "import.letter_before_decision", sent=case.letter_sent, decided=case.decided_on
        )


def _doubts_of_letter(case: ApplicationDraft) -> Iterator[Phrase]:
    if case.letter_sent and not case.decision:
        yield phrase("import.letter_without_decision", sent=case.letter_sent)
    if case.decision and not (case.letter_sent or case.decided_on):
        yield phrase("import.decision_without_day")


def before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether `one` is certainly earlier: its latest day lies before the other's earliest."""
    return bool(one and other and one.last() < other.first())


def endorsement_of(
    values: Values, category: str, year: int | None, categories: Mapping[str, Category]
) -> EndorsementDraft:
    """The endorsement of a registry row. Without a clear status it is not put on the active list."""
    status = value(values, "status", StatusRead) or StatusRead("inactive")
    return EndorsementDraft(
        category=category,
        credential=value(values, "credential", str) or _usual_credential(category, categories),
        status=status.status,
        reason=status.reason,
        status_on=status.on,
        since=value(values, "endorsed_on", PartialDate),
        renewed_through=value(values, "renewed_through", PartialDate),
        year=year,
        training=value(values, "training_hours", HoursRead),
        rsc=value(values, "rsc_hours", HoursRead),
        code_of_ethics=_signed(value(values, "code_of_ethics", SignedRead)),
        attestation=value(values, "attestation", bool),
    )


def _signed(code: SignedRead | None) -> bool | None:
    return code.signed if code else None


def _usual_credential(category: str, categories: Mapping[str, Category]) -> str:
    if category in categories:
        return categories[category].credential
    return "ECMH-E®" if category.startswith("EC") else "IMH-E®"


def doubts_of_endorsement(one: EndorsementDraft, values: Values) -> Iterator[Phrase]:
    """What a registry row leaves open or contradicts."""
    if "status" not in values:
        yield phrase("import.no_status")
    if not one.since:
        yield phrase("import.no_endorsed_on")
    if one.credential == ("IMH-E®" if one.category.startswith("EC") else "ECMH-E®"):
        yield phrase(
            "import.credential_contradicts", credential=one.credential, category=one.category
        )
    if one.reason == "sanctioned" and before(one.status_on, one.since):
        yield phrase(
            "import.sanction_before_endorsement", sanctioned=one.status_on, since=one.since
        )
    if before(one.renewed_through, one.since):
        yield phrase(
            "import.renewed_before_endorsement", renewed=one.renewed_through, since=one.since
        )
