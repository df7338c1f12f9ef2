"""What was understood but has no field of its own in a record: it is kept as typed as well.

Without this a "yes" below Attestation, or "2025" below Renewed thru, would be read and then lost:
a record keeps the day of an attestation and the day a cycle ends, and neither is written there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coordinator_app.domain.imports_cases import Values, value
from coordinator_app.domain.imports_drafts import CellReading, NoteDraft, PersonDraft, RowPlan
from coordinator_app.domain.imports_fields import SheetKind
from coordinator_app.domain.imports_names import tidy
from coordinator_app.domain.imports_rows import values_of
from coordinator_app.domain.imports_understood import (
    HoursRead,
    NameRead,
    ProviderRead,
    RaterRead,
    SignedRead,
    StatusRead,
    TranscriptsRead,
)
from coordinator_app.domain.partial import PartialDate

# Fields of a person who is on file already, which an import does not write over.
_OF_KNOWN = ("island", "phone")


def with_kept(readings: Sequence[CellReading], kind: SheetKind) -> tuple[CellReading, ...]:
    """The readings, with `keep` set where a record would hold less than the cell says."""
    values = values_of(readings)
    return tuple(
        replace(one, keep=True) if not one.keep and _says_more(one, values, kind) else one
        for one in readings
    )


def _says_more(one: CellReading, values: Values, kind: SheetKind) -> bool:
    match one.value:
        case bool():
            return one.field == "attestation"
        case SignedRead():
            return kind == "registry"
        case PartialDate():
            return _loses_date(one.field, one.value)
        case StatusRead(on=PartialDate() as on) | RaterRead(on=PartialDate() as on):
            return not on.is_whole
        case TranscriptsRead():
            return one.value.have is not None and not one.value.complete
        case ProviderRead() | HoursRead():
            return _has_no_record(one, values, kind)
        case _:
            return False


def _loses_date(field: str, day: PartialDate) -> bool:
    """These fields of a record are whole days; a submission needs its month at least."""
    if field in ("renewed_through", "decided_on"):
        return not day.is_whole
    return field == "submitted" and not day.month


def _has_no_record(one: CellReading, values: Values, kind: SheetKind) -> bool:
    """A provider without hours; hours on a registry row that names no cycle."""
    if isinstance(one.value, ProviderRead):
        hours = value(values, "rsc_hours", HoursRead)
        return hours is None or hours.hours is None
    cycle = value(values, "renewed_through", PartialDate)
    return kind == "registry" and cycle is None and isinstance(one.value, HoursRead)


def with_persons_notes(row: RowPlan, person: PersonDraft) -> RowPlan:
    """The row with its person; what the person's record will not take from it becomes a note."""
    lost = [one for one in row.cells if not one.keep and _is_lost(one, person)]
    notes = (NoteDraft(one.cell_ref, one.header, one.as_typed) for one in lost)
    return replace(row, person=person, notes=(*row.notes, *notes))


def _is_lost(one: CellReading, person: PersonDraft) -> bool:
    """Another spelling of the name; the island of somebody on file; an island after the first."""
    if isinstance(one.value, NameRead):
        return one.value.name.casefold() != person.name.casefold()
    if one.field not in _OF_KNOWN or not isinstance(one.value, str):
        return False
    second = one.field == "island" and tidy(one.value) != person.island
    return person.existing is not None or second
