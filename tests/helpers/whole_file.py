"""Everything that lies in an office's file, as text that can be compared."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from coordinator_app.persistence import file


def ordered_dump(path: Path) -> list[str]:
    """Every row of every table of an unprotected file that is not open, tables and rows in order."""
    opened = file.open_file(path, now=lambda: datetime(2026, 2, 20, tzinfo=UTC))
    try:
        with opened.engine.connect() as connection:
            tables = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).scalars()
            return [
                line
                for table in tables.all()
                for line in sorted(
                    f"{table}: {tuple(row)!r}"
                    for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
                )
            ]
    finally:
        opened.close()


def values_of(path: Path, table: str, column: str) -> set[object]:
    """The different values that a column of a table holds, or an expression of its columns."""
    opened = file.open_file(path, now=lambda: datetime(2026, 2, 20, tzinfo=UTC))
    try:
        with opened.engine.connect() as connection:
            query = f"SELECT DISTINCT {column} FROM {table}"
            return set(connection.exec_driver_sql(query).scalars().all())
    finally:
        opened.close()
