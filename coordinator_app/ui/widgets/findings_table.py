"""The table of findings: requirement, needs, has, verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_tr = partial(QCoreApplication.translate, "FindingsTable")


class FindingsTable(TableView):
    """As high as its rows, `tall` ones of two lines (None: where words need them).

    `needs=False` leaves out what is needed, beside a form.
    """

    def __init__(
        self, parent: QWidget | None = None, *, needs: bool = True, tall: bool | None = False
    ) -> None:
        self._evidence: Sequence[EvidenceRow] = ()
        asked = [_needs_column()] if needs else []
        columns = [_title_column(), *asked, *_has_columns(self._has, self._verdict)]
        self.findings = RowModel[Finding](columns, key=_key)
        super().__init__(self.findings, _tr("Requirements"), parent, tall=tall)
        self.findings.setParent(self)
        self.hug_rows(MANY)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_empty(_tr("No policy is in force, so nothing can be asked for."))

    def show_findings(self, found: Sequence[Finding], evidence: Sequence[EvidenceRow]) -> None:
        """Show these, with what stands behind them."""
        self._evidence = evidence
        self.findings.show(found)

    def _has(self, finding: Finding) -> str:
        return words.has(finding, self._evidence)

    def _verdict(self, finding: Finding) -> str:
        return words.verdict(finding, self._evidence)


def _title_column() -> Column[Finding]:
    return Column(
        key="title",
        title=_tr("Requirement"),
        text=words.title,
        tip=_full_title,
        bold=True,
        width=18,
        stretch=True,
    )


def _needs_column() -> Column[Finding]:
    return Column(
        key="needs",
        title=_tr("Needs"),
        text=words.needs,
        tip=words.needs,
        cell=Cell.MUTED,
        width=14,
        stretch=True,
    )


def _has_columns(
    has: Callable[[Finding], str], verdict: Callable[[Finding], str]
) -> list[Column[Finding]]:
    return [
        Column(key="has", title=_tr("Has"), text=has, tip=has, width=16, stretch=True),
        Column(
            key="verdict",
            title="",
            text=verdict,
            tone=_tone,
            tip=words.why_text,
            cell=Cell.PILL,
            width=12,
        ),
    ]


def _key(finding: Finding) -> str:
    return finding.requirement


def _full_title(finding: Finding) -> str:
    return finding.title


def _tone(finding: Finding) -> Tone:
    return words.tone(finding)
