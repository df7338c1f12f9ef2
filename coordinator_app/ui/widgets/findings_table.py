"""The table of findings: requirement, needs, has, verdict."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.findings import Finding
from coordinator_app.domain.views import EvidenceRow
from coordinator_app.ui import words_findings as words
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.widgets.table_view import TableView

MANY = 40


class FindingsTable(TableView):
    """As high as its rows. `needs=False` leaves out what is needed, beside a form."""

    def __init__(
        self, parent: QWidget | None = None, *, needs: bool = True, tall: bool = False
    ) -> None:
        tr = partial(QCoreApplication.translate, "FindingsTable")
        self._evidence: Sequence[EvidenceRow] = ()
        title = Column[Finding](
            key="title",
            title=tr("Requirement"),
            text=_title,
            tip=_full_title,
            bold=True,
            width=15,
            stretch=True,
        )
        asked = Column[Finding](
            key="needs",
            title=tr("Needs"),
            text=words.needs,
            tip=words.needs,
            cell=Cell.MUTED,
            width=15,
            stretch=True,
        )
        has = Column[Finding](
            key="has", title=tr("Has"), text=self._has, tip=self._has, width=16, stretch=True
        )
        pill = Column[Finding](
            key="verdict",
            title="",
            text=self._verdict,
            tone=_tone,
            tip=_why,
            cell=Cell.PILL,
            width=12,
        )
        columns = (title, asked, has, pill) if needs else (title, has, pill)
        self.findings = RowModel[Finding](columns, key=_key)
        super().__init__(self.findings, tr("Requirements"), parent, tall=tall)
        self.findings.setParent(self)
        self.hug_rows(MANY)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_empty(tr("No policy is in force, so nothing can be asked for."))

    def show_findings(self, found: Sequence[Finding], evidence: Sequence[EvidenceRow]) -> None:
        """Show these, with what stands behind them."""
        self._evidence = evidence
        self.findings.show(found)

    def _has(self, finding: Finding) -> str:
        return words.has(finding, self._evidence)

    def _verdict(self, finding: Finding) -> str:
        return words.verdict(finding, self._evidence)


def _key(finding: Finding) -> str:
    return finding.requirement


def _title(finding: Finding) -> str:
    return words.title(finding)


def _full_title(finding: Finding) -> str:
    return finding.title


def _tone(finding: Finding) -> Tone:
    return words.tone(finding)


def _why(finding: Finding) -> str:
    return words.why_text(finding)
