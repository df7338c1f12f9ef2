"""What the policy asks of a case, and the competencies its training covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from coordinator_app.domain.findings import Finding
from coordinator_app.domain.views import CaseCard, EvidenceRow
from coordinator_app.ui import formats, theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.findings_table import FindingsTable
from coordinator_app.ui.widgets.labels import Heading, Muted
from coordinator_app.ui.words_case import COMPETENCIES, word

WIDE = 500


class FindingsPart(QWidget):
    """`chosen(Finding or None)` while going through the table, `opened(Finding)` on Enter or click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FindingsTable(self)
        self.competencies = Competencies(self)
        column = QVBoxLayout(self)
        space(column, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self.competencies)
        column.addStretch(1)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.opened)
        self.setFocusProxy(self.table)

    def show_card(self, card: CaseCard) -> None:
        """Show the findings of the day and the hours by competency."""
        self.table.show_findings(card.findings, card.evidence)
        self.competencies.show_hours(hours_by_domain(card.evidence))

    def _chosen(self, rows: Sequence[Finding]) -> None:
        self.chosen.emit(rows[0] if rows else None)


def hours_by_domain(evidence: Sequence[EvidenceRow]) -> dict[str, Decimal]:
    """Clock hours of training by competency, of what was not rejected."""
    found: dict[str, Decimal] = {}
    for one in evidence:
        if one.kind == "training" and one.standing != "rejected" and one.hours and one.domain:
            found[one.domain] = found.get(one.domain, Decimal(0)) + one.hours
    return found


class Competencies(QWidget):
    """Eight boxes, four or two in a line; not there while no training names a competency."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {code: _Box(word(COMPETENCIES, code), self) for code in COMPETENCIES}
        self._grid = QGridLayout()
        space(self._grid, 0, (8, 8))
        self._across = 0
        column = QVBoxLayout(self)
        space(column, (16, 14, 16, 14), 10)
        column.addWidget(Heading(self.tr("Competencies covered by training"), self, wrap=True))
        column.addLayout(self._grid)
        self._lay_out(4)

    def show_hours(self, hours: Mapping[str, Decimal]) -> None:
        """Show these hours by competency."""
        self.setVisible(any(code in self._boxes for code in hours))
        for code, box in self._boxes.items():
            box.say(hours.get(code, Decimal(0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(4 if event.size().width() >= theme.now().px(WIDE) else 2)

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, number // across, number % across)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


class _Box(QFrame):
    """One competency and its hours."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._name = name
        self._hours = Heading("", self)
        column = QVBoxLayout(self)
        space(column, (9, 7, 9, 7), 2)
        column.addWidget(Muted(name, self, wrap=True))
        column.addWidget(self._hours)
        column.addStretch(1)

    def say(self, hours: Decimal) -> None:
        text = formats.hours(hours)
        self._hours.setText(text)
        self._hours.setAccessibleName(f"{self._name}: {text}")
