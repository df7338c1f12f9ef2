"""The journal as people use it: history, undo, redo, proof."""

from __future__ import annotations

from dataclasses import dataclass

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.views import HistoryRow
from coordinator_app.persistence import cards, journal, undo
from coordinator_app.persistence.journal import Fault
from coordinator_app.persistence.store import Store


@dataclass(frozen=True, slots=True)
class UndoNames:
    """What Undo and Redo would do, by name; None where there is nothing. `undo_left` tells that
    the last action left the house, so that Undo would be refused."""

    undo: str | None
    redo: str | None
    undo_left: bool


@dataclass(frozen=True, slots=True)
class History:
    store: Store

    def newest(self, limit: int = 200) -> tuple[HistoryRow, ...]:
        """The newest entries, the newest first."""
        with self.store.read() as reader:
            found = journal.entries(reader.connection, newest_first=True, limit=limit)
            return tuple(cards.history_row(entry) for entry in found)

    def names(self) -> UndoNames:
        with self.store.read() as reader:
            line = undo.undo_line(reader.connection)
            return UndoNames(
                line.undo.action if line.undo else None,
                line.redo.action if line.redo else None,
                bool(line.undo and line.undo.outside),
            )

    def undo(self, seq: int | None = None) -> Changes:
        """Take back the last action, or the entry `seq`. See persistence/undo.py for refusals."""
        return undo.undo(self.store, seq)

    def redo(self) -> Changes:
        return undo.redo(self.store)

    def verify(self, anchor: tuple[int, str] | None = None) -> list[Fault]:
        """Every fault of the chain; empty when it is whole. `anchor`: (entry, MAC) kept elsewhere."""
        with self.store.read() as reader:
            return journal.verify(reader.connection, anchor)

    def lineage(self) -> str:
        """The file's line of descent: drawn when it was made, kept by every copy of it."""
        with self.store.read() as reader:
            return journal.lineage(reader.connection)

    def last(self) -> tuple[int, str]:
        """(number, MAC) of the newest entry, to be remembered elsewhere; (0, "") without any."""
        with self.store.read() as reader:
            entry = journal.last(reader.connection)
            return (entry.seq, entry.mac) if entry else (0, "")
