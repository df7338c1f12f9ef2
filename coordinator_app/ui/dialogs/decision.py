"""Deciding, with the findings beside the choice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats, theme
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.findings_table import FindingsTable
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.words_case import DECISIONS, RECOMMENDATIONS, case_line, options, word

APPROVALS = ("approve", "approve_to_sit")
WIDE = 760


class DecisionDialog(EntryDialog):
    """Only the decisions the category knows. What stands in the way is named for an approval."""

    fields: ClassVar[Mapping[str, str]] = {
        "decision.exam_first": "kind",
        "decision.no_exam": "kind",
        "decision.reasons_missing": "reasons",
    }
    overridable: ClassVar[frozenset[str]] = frozenset({"decision.not_ready"})

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard) -> None:
        super().__init__(owner, tools, width=980)
        self._card = card
        self.begin(self.tr("Decide"), self.tr("&Record decision"), _line(card))
        self.kind = Choice(options(DECISIONS, *kinds(card)), none=self.tr("Choose a decision"))
        self.reasons = NoteField(lines=4)
        self.on = DateField(today=tools.desk.today())
        self.after = Muted("", self, wrap=True)
        self.table = FindingsTable(self, needs=False, tall=True)
        self._fill()
        self.on.set_value(tools.desk.today())
        self.table.show_findings(card.findings, card.evidence)
        self.kind.changed.connect(self._kind_changed)
        self._kind_changed()
        self.kind.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        decide = self.tools.desk.decisions.decide
        return partial(
            decide,
            self._card.row.id,
            str(self.kind.value),
            on,
            reasons=self.reasons.value,
            override_reason=self.reason(),
        )

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        wide = arg__1.size().width() >= theme.now().px(WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._halves.setDirection(across if wide else down)

    def _fill(self) -> None:
        self.form.add("kind", self.tr("&Decision"), self.kind, required=True)
        self.form.add_wide(self.after)
        self.form.add("on", self.tr("Decided &on"), self.on, required=True)
        hint = self.tr("They stand in the letter; one a line.")
        self.form.add("reasons", self.tr("Rea&sons"), self.reasons, hint=hint)
        card = Card(self, flush=True)
        card.add(self.table)
        card.body.addStretch(1)
        right = QVBoxLayout()
        space(right, 0, 14)
        for part in (self.form, self.obstacles):
            self.body.removeWidget(part)
            right.addWidget(part)
        right.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        space(self._halves, 0, 16)
        self._halves.addWidget(card, 5)
        self._halves.addLayout(right, 4)
        self.body.insertLayout(0, self._halves)

    def _kind_changed(self) -> None:
        kind = self.kind.value
        self.show_obstacles(self._card.obstacles if kind in APPROVALS else ())
        self.after.setText(self._said(str(kind or "")))
        self.after.setVisible(bool(self.after.text()))

    def _said(self, kind: str) -> str:
        """What follows from a decision."""
        exam = formats.day(self._card.exam_from)
        return {
            "approve": self.tr("Goes onto the Active registry from the day of the decision."),
            "approve_to_sit": self.tr("May sit the exam from {day} on.").format(day=exam),
            "defer": self.tr("May come back to a later round with all its evidence. Say why."),
            "deny": self.tr("Ends the case. Say why."),
        }.get(kind, "")


def kinds(card: CaseCard) -> tuple[str, ...]:
    """The decisions a category knows: approval to sit only where there is an exam."""
    if card.exam is None:
        return (*APPROVALS, "defer", "deny")
    return ("approve_to_sit" if card.exam else "approve", "defer", "deny")


def _line(card: CaseCard) -> str:
    """The case, and what its reviewers recommended."""
    mine = [one for one in card.reviews if one.recommendation]
    said = [f"{one.reviewer_name}: {word(RECOMMENDATIONS, one.recommendation)}" for one in mine]
    return " · ".join((case_line(card), *said))
