"""The registry as a workbook or CSV, for whoever works on in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from coordinator_app.documents.csv_files import table_csv
from coordinator_app.documents.tables import Cells, Column, sheet
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.runtime.files import write_beside

ENDINGS = (".csv", ".xlsx")
_REGISTRY: tuple[Column[EndorsementRow], ...] = (
    Column("Name", lambda row: row.name),
    Column("Category", lambda row: row.category),
    Column("Credential", lambda row: row.credential),
    Column("Endorsed since", lambda row: row.since, Cells.DATE),
    Column("Registry", lambda row: row.status),
    Column("From", lambda row: row.status_since, Cells.DATE),
    Column("Reason", lambda row: row.reason),
    Column("Renewal", lambda row: row.renewal_due, Cells.DATE),
    Column("Training hours", lambda row: row.training_hours, Cells.NUMBER),
    Column("RSC hours", lambda row: row.rsc_hours, Cells.NUMBER),
    Column("Code of Ethics signed", lambda row: row.code_of_ethics_on, Cells.DATE),
    Column("Attestation signed", lambda row: row.attestation_on, Cells.DATE),
)


def write_registry(
    path: Path, rows: Sequence[EndorsementRow], *, practice: bool, day: date | None = None
) -> None:
    """Write the rows as what the file's ending says. Raises BadInput `spreadsheet.ending`.

    `day` is that on which the registry stood so; it names the sheet.
    """
    if path.suffix.lower() not in ENDINGS:
        raise BadInput("spreadsheet.ending", file=path.name, known=ENDINGS)
    title = f"Registry {day.isoformat()}" if day else "Registry"
    table = sheet(title, _REGISTRY, rows)
    if path.suffix.lower() == ".csv":
        write_beside(path, table_csv(table, practice=practice))
    else:
        # Slow to load, and only a workbook needs it.
        from coordinator_app.documents.workbooks import workbook_xlsx  # noqa: PLC0415

        write_beside(path, workbook_xlsx([table], practice=practice))
