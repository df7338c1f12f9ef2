"""Last year's spreadsheets: the dry run, and writing what it promised."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coordinator_app.documents.hostile import read_workbook
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.imports_drafts import ImportPlan, KnownPerson, RowFate, RowPlan
from coordinator_app.domain.imports_plan import plan_import
from coordinator_app.domain.imports_sheets import RawWorkbook
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.policy_merge import policy_in_force
from coordinator_app.persistence import people
from coordinator_app.persistence.columns import iso, text
from coordinator_app.persistence.phrases import kept_phrase
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.import_records import Writing
from coordinator_app.services.policies import Policies

_WRITTEN = (RowFate.ACCEPTED, RowFate.QUESTION)


@dataclass(frozen=True, slots=True)
class Imports:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def read(self, path: Path) -> RawWorkbook:
        """Read a stranger's file in a limited child process. Raises BadInput `import.…`."""
        return read_workbook(path)

    def plan(
        self,
        workbook: RawWorkbook,
        mapping: Mapping[str, str] | None = None,
        sheets: Sequence[str] | None = None,
    ) -> ImportPlan:
        """The dry run: one fate for each row and each cell. Writes nothing.

        `mapping` corrects guessed columns: header or column letters → field.
        """
        with self.store.read() as reader:
            return plan_import(
                workbook,
                self._policy(reader).categories,
                tuple(_known(reader)),
                mapping,
                sheets,
                _fingerprints(reader),
            )

    def _policy(self, reader: Reader) -> Policy:
        policy = self.policies.on(reader, self.today())
        if policy is None:
            raise RuleBroken("policy.none_in_force", day=self.today())
        return policy

    def write(self, plan: ImportPlan) -> tuple[Changes, int]:
        """Write what the plan accepts and questions; (changes, rows added). Twice adds nothing."""
        with self.store.write("Import workbook", detail=plan.file) as tx:
            done = _fingerprints(tx)
            rows = [
                row for row in plan.rows if row.fate in _WRITTEN and row.fingerprint not in done
            ]
            if rows:
                self._write(tx, plan, rows)
        return tx.changes(), len(rows)

    def _write(self, tx: Transaction, plan: ImportPlan, rows: Sequence[RowPlan]) -> None:
        origin = {"name": plan.file, "sha": plan.digest, "read_on": iso(self.today())}
        file = tx.insert("import_file", origin)
        policies = self.policies.read(tx)

        def policy_on(day: date) -> tuple[int, Policy] | None:
            found = policy_in_force([policy for _, policy in policies], day)
            return next(((id, one) for id, one in policies if one is found), None)

        writing = Writing(tx, self.today(), policy_on)
        for row in rows:
            owner, case, held = writing.row(row)
            links = {"person_id": owner, "application_id": case, "endorsement_id": held}
            tx.insert("import_row", {"import_file_id": file} | _told(row) | links)


def _told(row: RowPlan) -> dict[str, object]:
    """What stood in the row, cell by cell as typed, and what became of it."""
    cells = {cell.cell_ref: cell.as_typed for cell in row.cells if cell.field != "comment"}
    return {
        "sheet": row.sheet,
        "row": row.row,
        "fingerprint": row.fingerprint,
        "fate": row.fate.value,
        "cells": json.dumps(cells, ensure_ascii=False),
        "reasons": json.dumps([kept_phrase(one) for one in row.questions], ensure_ascii=False),
    }


def _fingerprints(reader: Reader) -> frozenset[str]:
    return frozenset(text(row, "fingerprint") for row in reader.find("import_row"))


def _known(reader: Reader) -> list[KnownPerson]:
    """Everybody on file, once for each name they go by."""
    applied = _codes(reader, "application")
    endorsed = _codes(reader, "endorsement")
    return [
        KnownPerson(
            one.id,
            name,
            tuple(sorted(one.emails)),
            tuple(sorted(one.phones)),
            applied.get(one.id, ()),
            endorsed.get(one.id, ()),
        )
        for one in people.all_known(reader)
        for name in sorted(one.names)
    ]


def _codes(reader: Reader, record: str) -> dict[object, tuple[str, ...]]:
    found: dict[object, tuple[str, ...]] = {}
    for row in reader.find(record):
        found[row["person_id"]] = (*found.get(row["person_id"], ()), text(row, "category"))
    return found
