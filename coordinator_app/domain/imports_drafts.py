"""What an import would write: drafts of people, applications and endorsements, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from coordinator_app.domain.imports_columns import SheetColumns
from coordinator_app.domain.imports_understood import CellFate, CellValue, HoursRead
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase


class RowFate(StrEnum):
    """accepted; question: written, with the question on the record; rejected: returned; not data."""

    ACCEPTED = "accepted"
    QUESTION = "question"
    REJECTED = "rejected"
    NOT_DATA = "not_data"


@dataclass(frozen=True, slots=True)
class CellReading:
    """What became of one cell. `field` is "" for an unmapped column, "comment" for a comment.

    `keep`: what was typed also goes onto the record as a note.
    """

    sheet: str
    cell_ref: str
    header: str
    field: str
    as_typed: str
    value: CellValue
    fate: CellFate
    phrase: Phrase | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """Words of the sheet to keep on the record, with the column they stood in, as typed."""

    cell_ref: str
    header: str
    text: str
    comment: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody already in the file. `emails_folded` as `imports_names.fold_email` folds them.

    `applied` are the categories of their applications, `endorsed` those of their endorsements.
    """

    id: int
    name_fold: str
    emails_folded: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    applied: tuple[str, ...] = ()
    endorsed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """One person of the plan. `key` ("p1") is stable within the plan; `existing` a known person's id.

    `islands` and `agencies` are all that were found, the first one first. `applied` and `endorsed`
    are the categories an existing person has in the file already.
    """

    key: str
    name: str
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    islands: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    existing: int | None = None
    applied: tuple[str, ...] = ()
    endorsed: tuple[str, ...] = ()

    @property
    def island(self) -> str:
        return self.islands[0] if self.islands else ""


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """One piece of evidence in the words of facts.Evidence. `shown` False: the sheet says "no".

    Only what is shown becomes evidence; the rest is there so that every cell is accounted for.
    """

    kind: str
    shown: bool
    on: PartialDate | None = None
    hours: Decimal | None = None
    at_least: bool = False
    mode: str = ""
    provider_name: str = ""
    provider_category: str = ""
    provider_vetted: bool = False
    transcripts_of: int | None = None
    paid_state: str = ""
    amount: Decimal | None = None
    check: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceDraft:
    """One of the three columns. `state` is one of facts.REFERENCE_STATES; `rater` "" if unnamed.

    `asked_on` and `received_on` only where the cell writes the whole or partial date itself.
    """

    place: int
    state: str
    rater: str = ""
    asked_on: PartialDate | None = None
    received_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class ApplicationDraft:
    """A case as the row tells it. `state` is one of facts.STATES, `decision` one of
    applications.DECISIONS or "". `decided_on` is None unless a column holds it: it is never taken
    from the letter."""

    category: str
    state: str
    registered: PartialDate | None = None
    submitted: PartialDate | None = None
    decision: str = ""
    decided_on: PartialDate | None = None
    letter_sent: PartialDate | None = None
    evidence: tuple[EvidenceDraft, ...] = ()
    references: tuple[ReferenceDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class EndorsementDraft:
    """A registry row. `reason` of an inactive one: lapsed, sanctioned, own_request, deceased, moved, ""."""

    category: str
    credential: str
    status: str
    reason: str = ""
    status_on: PartialDate | None = None
    since: PartialDate | None = None
    renewed_through: PartialDate | None = None
    year: int | None = None
    training: HoursRead | None = None
    rsc: HoursRead | None = None
    code_of_ethics: bool | None = None
    attestation: bool | None = None


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row with its one fate. `reasons` say why it is not data or rejected; `questions` go onto
    the record. `fingerprint` is equal for equal content wherever the row stands; an ordinal tells
    identical rows apart."""

    sheet: str
    row: int
    fate: RowFate
    kind: str
    cells: tuple[CellReading, ...] = ()
    reasons: tuple[Phrase, ...] = ()
    questions: tuple[Phrase, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    person: PersonDraft | None = None
    application: ApplicationDraft | None = None
    endorsement: EndorsementDraft | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The dry run: what each row would become. Nothing has been written."""

    file: str
    digest: str
    rows: tuple[RowPlan, ...]
    people: tuple[PersonDraft, ...]
    sheets: tuple[SheetColumns, ...]
    told: tuple[Phrase, ...] = field(default=())

    def counts(self) -> Mapping[str, int]:
        """Disjoint counts that add up to the rows: accepted, questions, rejected, not_data."""
        found = Counter(row.fate for row in self.rows)
        return {
            "accepted": found[RowFate.ACCEPTED],
            "questions": found[RowFate.QUESTION],
            "rejected": found[RowFate.REJECTED],
            "not_data": found[RowFate.NOT_DATA],
        }

    @property
    def cells(self) -> tuple[CellReading, ...]:
        return tuple(cell for row in self.rows for cell in row.cells)

    @property
    def raters(self) -> tuple[str, ...]:
        """Names of raters as written, each once."""
        named = (
            one.rater
            for row in self.rows
            if row.application
            for one in row.application.references
            if one.rater
        )
        return tuple(dict.fromkeys(named))
