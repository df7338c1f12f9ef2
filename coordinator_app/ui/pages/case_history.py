"""The history of a case: each entry with who and when, and undo where it can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.views import HistoryRow
from coordinator_app.ui import formats
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.words_history import past, undoable

FIRST = 10


class HistoryCard(Card):
    """The newest entries; the rest on demand. `wanted(Act)` to take one back."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[HistoryRow] = ()
        self._undoable: set[int] = set()
        self._all = False
        self.add(Heading(self.tr("History"), self))
        self._lines = QVBoxLayout()
        space(self._lines, 0, 8)
        self.more_button = Button("", Kind.SMALL, self)
        self.more_button.clicked.connect(self._show_all)
        self.add(self._lines)
        self.add(self.more_button)
        self.body.addStretch(1)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these, the newest first as they come."""
        self._rows, self._undoable = rows, undoable(rows)
        self._fill()

    @property
    def texts(self) -> list[str]:
        """What is read, from the top."""
        return [past(row) for row in self._shown()]

    def _shown(self) -> Sequence[HistoryRow]:
        return self._rows if self._all else self._rows[:FIRST]

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in self._shown():
            self._lines.addWidget(self._line(row))
        self.more_button.setVisible(len(self._rows) > FIRST and not self._all)
        words = self.tr("Show all {count}").format(count=formats.count(len(self._rows)))
        self.more_button.setText(words)

    def _line(self, row: HistoryRow) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        space(column, 0, 2)
        column.addLayout(self._when(row, part))
        column.addWidget(PlainLabel(past(row), part, wrap=True))
        if row.reason:
            column.addWidget(PlainLabel(row.reason, part, wrap=True, role="small"))
        line = QFrame(part)
        line.setObjectName("separator")
        column.addSpacing(4)
        column.addWidget(line)
        return part

    def _when(self, row: HistoryRow, part: QWidget) -> QHBoxLayout:
        at = datetime.fromisoformat(row.at)
        this_year = row.at[:4] == self._rows[0].at[:4]
        day = formats.day_in_year(at.date()) if this_year else formats.day(at.date())
        when = f"{day} {at:%H:%M}"
        said = QHBoxLayout()
        space(said, 0, 6)
        said.addWidget(Muted(f"{when} · {row.who}", part, wrap=True), 1)
        if row.seq in self._undoable:
            undo = Button(self.tr("Undo this"), Kind.CRUMB, part)
            undo.setAccessibleName(self.tr("Undo: {what}").format(what=past(row)))
            undo.clicked.connect(partial(self.wanted.emit, Act(Do.UNDO, row.seq)))
            said.addWidget(undo)
        return said

    def _show_all(self) -> None:
        self._all = True
        self._fill()
