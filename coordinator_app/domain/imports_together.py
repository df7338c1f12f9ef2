"""What only the rows together can tell: approved and on the registry, said twice, sanctioned."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from coordinator_app.domain.imports_cases import before
from coordinator_app.domain.imports_drafts import (
    ApplicationDraft,
    CellReading,
    RowFate,
    RowPlan,
)
from coordinator_app.domain.imports_understood import CellFate
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Category


def judged_together(
    rows: Sequence[RowPlan], categories: Mapping[str, Category], imported: Collection[str] = ()
) -> list[RowPlan]:
    """Compare rows of the same person, then set each row's fate: with a question, or accepted.

    Rows whose fingerprint is in `imported` are already in the file and not held against it.
    """
    once = _said_once([row if row.fingerprint in imported else _against_file(row) for row in rows])
    held = {
        (row.person.key, row.endorsement.category): row
        for row in once
        if row.person and row.endorsement
    }
    sanctioned = {
        row.person.key: row
        for row in once
        if row.person and row.endorsement and row.endorsement.reason == "sanctioned"
    }
    judged = [_approved(row, held, categories) for row in once]
    return [_settled(_off_active(row, sanctioned)) for row in judged]


def _said_once(rows: Sequence[RowPlan]) -> list[RowPlan]:
    """A second case of the same person and category is asked; a second endorsement is returned."""
    first: dict[tuple[str, str, str], RowPlan] = {}
    kept: list[RowPlan] = []
    for row in rows:
        about = _about(row)
        earlier = first.setdefault(about, row) if about else row
        kept.append(row if earlier is row else _again(row, earlier))
    return kept


def _about(row: RowPlan) -> tuple[str, str, str] | None:
    """Kind, person and category of a row; None where it makes no record."""
    record = row.application or row.endorsement
    return (row.kind, row.person.key, record.category) if record and row.person else None


def _again(row: RowPlan, earlier: RowPlan) -> RowPlan:
    if row.endorsement:
        said = phrase("import.endorsed_twice", sheet=earlier.sheet, row=earlier.row)
        return _returning(row, said)
    return _asking(row, phrase("import.same_case_twice", sheet=earlier.sheet, row=earlier.row))


def _against_file(row: RowPlan) -> RowPlan:
    """The person may have the case or the endorsement from an earlier import of the same sheet."""
    if not row.person:
        return row
    if row.endorsement and row.endorsement.category in row.person.endorsed:
        return _returning(row, phrase("import.endorsed_already", category=row.endorsement.category))
    if row.application and row.application.category in row.person.applied:
        return _asking(row, phrase("import.case_already", category=row.application.category))
    return row


def _returning(row: RowPlan, reason: Phrase) -> RowPlan:
    return replace(
        row,
        fate=RowFate.REJECTED,
        cells=tuple(_returned(one) for one in row.cells),
        reasons=(reason,),
        questions=(),
        notes=(),
        person=None,
        endorsement=None,
    )


def _returned(one: CellReading) -> CellReading:
    return replace(
        one, value=None, fate=CellFate.IGNORED, phrase=phrase("import.row_returned"), keep=False
    )


def _asking(row: RowPlan, *more: Phrase) -> RowPlan:
    return replace(row, questions=(*row.questions, *more))


def _approved(
    row: RowPlan, held: Mapping[tuple[str, str], RowPlan], categories: Mapping[str, Category]
) -> RowPlan:
    """An approval stays approved unless a registry row of this file has the endorsement."""
    case = row.application
    if not case or not row.person or case.decision != "approve":
        return row
    endorsed = held.get((row.person.key, case.category))
    if endorsed and endorsed.endorsement:
        return _endorsed(row, case, endorsed, endorsed.endorsement.since)
    known = categories.get(case.category)
    exam = bool(known and known.exam)
    return _asking(
        row, phrase("import.approved_exam" if exam else "import.approved_not_on_registry")
    )


def _endorsed(
    row: RowPlan, case: ApplicationDraft, on: RowPlan, since: PartialDate | None
) -> RowPlan:
    """Endorsed by that registry row, unless it is older than the case: then it is asked."""
    if before(since, case.registered):
        asked = phrase("import.endorsed_before_case", since=since, sheet=on.sheet, row=on.row)
        return _asking(row, asked)
    return replace(row, application=replace(case, state="endorsed"))


def _off_active(row: RowPlan, sanctioned: Mapping[str, RowPlan]) -> RowPlan:
    """A sanction moves all endorsements of the person (product rule): none stays on the active list."""
    one = row.endorsement
    if not one or not row.person or one.status != "active" or row.person.key not in sanctioned:
        return row
    other = sanctioned[row.person.key]
    on = other.endorsement.status_on if other.endorsement else None
    moved = replace(one, status="inactive", reason="sanctioned", status_on=on)
    asked = phrase("import.sanctioned_elsewhere", sheet=other.sheet, row=other.row)
    return _asking(replace(row, endorsement=moved), asked)


def _settled(row: RowPlan) -> RowPlan:
    if row.fate is RowFate.ACCEPTED and row.questions:
        return replace(row, fate=RowFate.QUESTION)
    return row
