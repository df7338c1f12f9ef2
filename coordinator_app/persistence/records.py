"""Every journaled table."""

from __future__ import annotations

from coordinator_app.persistence import tables
from coordinator_app.persistence.tables_exam import EXAM_RECORDS

RECORDS = (*tables.RECORDS, *EXAM_RECORDS)
