"""Why a requirement is judged so, and the evidence behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.domain.applications import STEPS
from coordinator_app.domain.facts import EVIDENCE_KINDS
from coordinator_app.domain.findings import Finding
from coordinator_app.domain.views import CaseCard, EvidenceRow
from coordinator_app.ui import words_findings as words
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.widgets.buttons import Button, IconButton, Kind
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.icons import Icon
from coordinator_app.ui.widgets.labels import Heading, Muted
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.why import WhyBox
from coordinator_app.ui.words_case import STANDING_TONES, STANDINGS, word

MANY = 6
_KIND = {"transcripts": "transcript"}


class WhyCard(Card):
    """Hidden until a requirement is chosen. `wanted(Act)` for what is to be done on the evidence."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._may_enter = False
        self.close_button = IconButton(Icon.CLOSE, self.tr("Close the reason"), self)
        self._title = Heading("", self, wrap=True)
        self._needs, self._has = Muted("", self, wrap=True), Muted("", self, wrap=True)
        self.why = WhyBox("", parent=self)
        self.model = RowModel(self._columns(), key=_id, parent=self)
        self.table = TableView(self.model, self.tr("Evidence"), self, tall=True)
        self.enter_button = Button(self.tr("Enter…"), Kind.SMALL_ACCENT, self)
        self.edit_button = Button(self.tr("Edit…"), Kind.SMALL, self)
        self.verify_button = Button(self.tr("Verify"), Kind.SMALL, self)
        self.reject_button = Button(self.tr("Reject…"), Kind.SMALL, self)
        self._place()
        self._connect()
        self.hide()

    def show_finding(self, finding: Finding, card: CaseCard) -> None:
        """Show this one with its evidence."""
        mine = words.behind(finding, card.evidence)
        self._kind = _KIND.get(finding.kind, finding.kind)
        evidence = self._kind in EVIDENCE_KINDS
        self._may_enter = evidence and card.row.state in STEPS["enter_evidence"]
        self._title.setText(finding.title)
        self._needs.setText(self.tr("Needs: {what}").format(what=words.needs(finding)))
        self._has.setText(self.tr("Has: {what}").format(what=words.has(finding, mine)))
        verdict = words.verdict(finding, card.evidence)
        title = self.tr("Why: {verdict}").format(verdict=verdict)
        self.why.say(title, words.why_text(finding), words.why_source(finding, card.policy))
        self.model.show(mine)
        self.table.setVisible(bool(mine))
        self.enter_button.setVisible(self._may_enter)
        self._chosen(self.table.selected())
        self.show()

    def _columns(self) -> list[Column[EvidenceRow]]:
        return [
            Column(
                key="what",
                title=self.tr("Evidence"),
                text=words.evidence_title,
                second=words.evidence_detail,
                tip=_tip,
                cell=Cell.TWO_LINE,
                width=20,
                stretch=True,
            ),
            Column(
                key="standing",
                title="",
                text=_standing,
                tone=_tone,
                cell=Cell.PILL,
                width=9,
            ),
        ]

    def _place(self) -> None:
        self.table.horizontalHeader().hide()
        self.table.hug_rows(MANY)
        top = QHBoxLayout()
        space(top, 0, 8)
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(top)
        for part in (self._needs, self._has, self.why):
            self.add(part)
        acts = (self.enter_button, self.edit_button, self.verify_button, self.reject_button)
        self.add(buttons(*acts))
        self.add(self.table)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._close)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.enter_button.clicked.connect(self._enter)
        self.edit_button.clicked.connect(self._edit)
        self.verify_button.clicked.connect(self._verify)
        self.reject_button.clicked.connect(self._reject)

    def _chosen(self, rows: Sequence[EvidenceRow]) -> None:
        row = rows[0] if rows else None
        for button in (self.edit_button, self.verify_button, self.reject_button):
            button.setVisible(self._may_enter and row is not None)
        if row is not None:
            self.verify_button.setEnabled(row.standing != "verified")
            self.reject_button.setEnabled(row.standing != "rejected")

    def _close(self) -> None:
        self.closed.emit()
        self.hide()

    def _enter(self) -> None:
        self.wanted.emit(Act(Do.EVIDENCE, kind=self._kind))

    def _edit(self) -> None:
        self._want(Do.EDIT_EVIDENCE)

    def _verify(self) -> None:
        self._want(Do.VERIFY)

    def _reject(self) -> None:
        self._want(Do.REJECT)

    def _opened(self, row: EvidenceRow) -> None:
        if self._may_enter:
            self.wanted.emit(Act(Do.EDIT_EVIDENCE, row.id))

    def _want(self, do: Do) -> None:
        for row in self.table.selected()[:1]:
            self.wanted.emit(Act(do, row.id))


def _id(row: EvidenceRow) -> int:
    return row.id


def _tip(row: EvidenceRow) -> str:
    return "\n".join(part for part in (words.evidence_line(row), row.note) if part)


def _standing(row: EvidenceRow) -> str:
    return word(STANDINGS, row.standing)


def _tone(row: EvidenceRow) -> Tone:
    return STANDING_TONES.get(row.standing, Tone.PLAIN)
