"""What an import's fates and fields are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.imports_drafts import CellReading, RowFate, RowPlan
from coordinator_app.domain.imports_fields import FIELDS, IGNORE
from coordinator_app.domain.imports_understood import CellFate
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone

FATES: Mapping[str, str] = {
    "accepted": QT_TRANSLATE_NOOP("import", "accepted"),
    "question": QT_TRANSLATE_NOOP("import", "question"),
    "rejected": QT_TRANSLATE_NOOP("import", "rejected"),
    "not_data": QT_TRANSLATE_NOOP("import", "not data"),
}
FATE_TONES: Mapping[RowFate, Tone] = {
    RowFate.ACCEPTED: Tone.GOOD,
    RowFate.QUESTION: Tone.WAIT,
    RowFate.REJECTED: Tone.BAD,
    RowFate.NOT_DATA: Tone.PLAIN,
}
CELL_FATES: Mapping[CellFate, str] = {
    CellFate.USED: QT_TRANSLATE_NOOP("import", "understood"),
    CellFate.NOTED: QT_TRANSLATE_NOOP("import", "kept as a note"),
    CellFate.QUESTION: QT_TRANSLATE_NOOP("import", "question"),
    CellFate.IGNORED: QT_TRANSLATE_NOOP("import", "left out"),
}
CELL_TONES: Mapping[CellFate, Tone] = {
    CellFate.USED: Tone.GOOD,
    CellFate.NOTED: Tone.NEWS,
    CellFate.QUESTION: Tone.WAIT,
    CellFate.IGNORED: Tone.PLAIN,
}
FIELD_WORDS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("import", "Name"),
    "first": QT_TRANSLATE_NOOP("import", "Given name"),
    "last": QT_TRANSLATE_NOOP("import", "Family name"),
    "email": QT_TRANSLATE_NOOP("import", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("import", "Phone"),
    "island": QT_TRANSLATE_NOOP("import", "Island or county"),
    "agency": QT_TRANSLATE_NOOP("import", "Agency"),
    "category": QT_TRANSLATE_NOOP("import", "Category"),
    "registered": QT_TRANSLATE_NOOP("import", "Registered"),
    "submitted": QT_TRANSLATE_NOOP("import", "Submitted"),
    "fee": QT_TRANSLATE_NOOP("import", "Fee"),
    "transcripts": QT_TRANSLATE_NOOP("import", "Transcripts"),
    "training_hours": QT_TRANSLATE_NOOP("import", "Training hours"),
    "rsc_hours": QT_TRANSLATE_NOOP("import", "RSC hours"),
    "rsc_provider": QT_TRANSLATE_NOOP("import", "RSC provider"),
    "reference_1": QT_TRANSLATE_NOOP("import", "Reference 1"),
    "reference_2": QT_TRANSLATE_NOOP("import", "Reference 2"),
    "reference_3": QT_TRANSLATE_NOOP("import", "Reference 3"),
    "code_of_ethics": QT_TRANSLATE_NOOP("import", "Code of Ethics"),
    "decision": QT_TRANSLATE_NOOP("import", "Decision"),
    "decided_on": QT_TRANSLATE_NOOP("import", "Decided on"),
    "letter_sent": QT_TRANSLATE_NOOP("import", "Letter sent"),
    "credential": QT_TRANSLATE_NOOP("import", "Credential"),
    "endorsed_on": QT_TRANSLATE_NOOP("import", "Endorsed on"),
    "status": QT_TRANSLATE_NOOP("import", "Registry: active or inactive"),
    "renewed_through": QT_TRANSLATE_NOOP("import", "Renewed through"),
    "attestation": QT_TRANSLATE_NOOP("import", "Attestation"),
    "notes": QT_TRANSLATE_NOOP("import", "Notes"),
    "comment": QT_TRANSLATE_NOOP("import", "Comment"),
    IGNORE: QT_TRANSLATE_NOOP("import", "Leave this column out"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)


def fate_word(fate: RowFate) -> str:
    return _tr(FATES[fate.value])


def cell_word(fate: CellFate) -> str:
    return _tr(CELL_FATES[fate])


def field_word(field: str) -> str:
    return _tr(FIELD_WORDS[field]) if field in FIELD_WORDS else field


def field_options() -> list[tuple[str, str]]:
    """(field, words) for a column's choice; the last one leaves the column out."""
    return [(name, field_word(name)) for name in (*(one.name for one in FIELDS), IGNORE)]


def who_of(row: RowPlan) -> str:
    """Whom the row is about, or the first words that stand in it."""
    if row.person is not None:
        return row.person.name
    return next((cell.as_typed for cell in row.cells if cell.as_typed.strip()), "")


def category_of(row: RowPlan) -> str:
    record = row.application or row.endorsement
    return record.category if record else ""


def why_of(row: RowPlan) -> str:
    """Why the row is returned or not data, or what is asked about it."""
    return " ".join(say_phrase(one) for one in (*row.reasons, *row.questions))


def cell_title(cell: CellReading) -> str:
    """The header as typed, else what the column was taken for; with the cell's place."""
    head = cell.header or (field_word(cell.field) if cell.field else "")
    return f"{cell.cell_ref} {head}".strip()
