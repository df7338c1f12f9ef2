"""What screens and lists show: plain rows, ready to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordinator_app.domain.findings import Finding
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase
from coordinator_app.domain.today import DueItem


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list. `agency` and `email` are the present ones."""

    id: int
    name: str
    sort_name: str
    island: str
    agency: str
    email: str
    phone: str
    applications: int
    endorsements: int
    questions: int
    imported: bool


@dataclass(frozen=True, slots=True)
class ContactRow:
    id: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class AgencyRow:
    id: int
    agency: str
    started: PartialDate | None
    ended: PartialDate | None


@dataclass(frozen=True, slots=True)
class LicenceRow:
    id: int
    kind: str
    number: str
    board: str
    until: date | None


@dataclass(frozen=True, slots=True)
class TieRow:
    """A declared tie to another person: family, supervises, gave_rsc, gave_reference, declared."""

    id: int
    other_id: int
    other_name: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A dated note; with `due` it is a to-do."""

    id: int
    person_id: int | None
    application_id: int | None
    written_on: date
    text: str
    due: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question an import left open on a record, and the cell or row it comes from."""

    id: int
    person_id: int | None
    application_id: int | None
    endorsement_id: int | None
    place: str
    asks: Phrase
    asked_on: date
    answered_on: date | None
    answer: str


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """A case in a list. `state` is the stored code, or "closed"-like words of the life cycle."""

    id: int
    case_number: str
    person_id: int
    name: str
    sort_name: str
    category: str
    round: str
    state: str
    registered: PartialDate | None
    submitted: PartialDate | None
    reply_due: date | None
    decision: str
    decided_on: date | None
    answered_on: date | None
    questions: int
    imported: bool


@dataclass(frozen=True, slots=True)
class EndorsementRow:
    """An endorsement as it stands on a day. Hours and dates are those of the running cycle."""

    id: int
    person_id: int
    name: str
    sort_name: str
    category: str
    credential: str
    since: PartialDate | None
    status: str
    status_since: date
    reason: str
    renewal_due: date | None
    training_hours: Decimal | None
    rsc_hours: Decimal | None
    code_of_ethics_on: date | None
    attestation_on: date | None
    questions: int
    imported: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence on a case, as entered."""

    id: int
    kind: str
    standing: str
    title: str
    institution: str
    on: PartialDate | None
    started: PartialDate | None
    ended: PartialDate | None
    hours: Decimal | None
    degree: str
    area: str
    domain: str
    provider_id: int | None
    provider_name: str
    mode: str
    until: date | None
    paid_state: str
    purpose: str
    amount: str
    transcripts_of: int | None
    note: str
    families: int | None = None
    paid_work: bool = True
    about_own_provision: bool = False
    provider_degree: str = ""
    provider_vetted: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A rating asked for. Imported ones may have a rater nobody named."""

    id: int
    rater_id: int | None
    rater_name: str
    kind: str
    state: str
    asked_on: date | None
    reminders: int
    reminded_on: date | None
    received_on: date | None
    completed_on: date | None
    accepted_on: date | None
    blanks: int | None
    waiver: bool | None
    void_reason: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    id: int
    submission: int
    reviewer_id: int
    reviewer_name: str
    assigned_on: date
    completed_on: date | None
    recommendation: str
    comment: str
    why: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    id: int
    submission: int
    kind: str
    decided_on: date | None
    valid_until: date | None
    reasons: str
    imported: bool


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter as issued. Its PDF is kept byte for byte under `pdf` (SHA-256)."""

    id: int
    number: str
    kind: str
    person_id: int
    name: str
    application_id: int | None
    case_number: str
    issued_on: date
    sent_on: date | None
    sent_how: str
    pdf: str


@dataclass(frozen=True, slots=True)
class OverrideRow:
    rule: str
    reason: str
    made_on: date


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A journal entry as a person reads it. `at` is the local moment in ISO text."""

    seq: int
    at: str
    who: str
    action: str
    detail: str
    reason: str
    kind: str
    target: int | None
    outside: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything on one person."""

    id: int
    name: str
    given: str
    family: str
    letter_name: str
    discipline: str
    language: str
    island: str
    address: str
    membership_association: str
    membership_until: date | None
    easy_number: str
    imported: bool
    former_names: tuple[str, ...]
    contacts: tuple[ContactRow, ...]
    agencies: tuple[AgencyRow, ...]
    licences: tuple[LicenceRow, ...]
    ties: tuple[TieRow, ...]
    applications: tuple[ApplicationRow, ...]
    endorsements: tuple[EndorsementRow, ...]
    notes: tuple[NoteRow, ...]
    questions: tuple[QuestionRow, ...]
    letters: tuple[LetterRow, ...]
    history: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class CaseCard:
    """Everything on one case, with the findings of the day.

    `policy` is the title of the policy it is judged by; `obstacles` are the findings that stand in
    the way of the next step (submitting before submission, deciding afterwards).
    """

    row: ApplicationRow
    category_name: str
    credential: str
    policy: str
    exam: bool | None
    exam_from: date | None
    findings: tuple[Finding, ...]
    obstacles: tuple[Finding, ...]
    evidence: tuple[EvidenceRow, ...]
    references: tuple[ReferenceRow, ...]
    reviews: tuple[ReviewRow, ...]
    decisions: tuple[DecisionRow, ...]
    letters: tuple[LetterRow, ...]
    notes: tuple[NoteRow, ...]
    questions: tuple[QuestionRow, ...]
    overrides: tuple[OverrideRow, ...]
    history: tuple[HistoryRow, ...]
    accepted_on: date | None = None


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round on Today: how many of its applications are decided, and the reply day."""

    round: str
    applications: int
    decided: int
    late: int
    reply_due: date | None
    open: bool


@dataclass(frozen=True, slots=True)
class DueRow:
    """One line of Today: a due item, or several of one kind due on one day.

    `name` and `subtitle` speak of the person and case of a single item; a group has neither.
    """

    items: tuple[DueItem, ...]
    name: str
    subtitle: str

    @property
    def first(self) -> DueItem:
        return self.items[0]


@dataclass(frozen=True, slots=True)
class Counts:
    """The live counts of the sidebar. `late` of the due items have passed their day."""

    due: int
    late: int
    applications: int
    registry: int
    people: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result. `kind` is person or case; `id` its number."""

    kind: str
    id: int
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """The office as set up, and what the status line says of its file."""

    name: str
    short_name: str
    office_line: str
    address: str
    email: str
    phone: str
    time_zone: str
    coordinator: str
    coordinator_title: str
    locale: str
    logo: str
    practice: bool
