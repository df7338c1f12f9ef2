"""A list of dated lines, as histories and notes are: when, what, and a fine line between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.labels import Muted, PlainLabel


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: when (and who), and what happened, in the words shown."""

    when: str
    what: str


class EntryList(QWidget):
    """Entries from the newest down. Put it into a Scroll where there may be many."""

    def __init__(self, entries: Sequence[Entry] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        space(self._column, 0, 8)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these instead."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, entry in enumerate(entries):
            if number:
                self._column.addWidget(self._line())
            part = self._part(entry)
            self._column.addWidget(part)
            part.show()
        self._column.addStretch(1)

    def _part(self, entry: Entry) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        space(column, 0, 1)
        column.addWidget(Muted(entry.when, part, wrap=True))
        column.addWidget(PlainLabel(entry.what, part, wrap=True))
        return part

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setObjectName("separator")
        return line
