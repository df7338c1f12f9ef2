"""The left card of a case: what it is for, and the way it has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.pages.case_steps import steps
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.timeline import Timeline
from coordinator_app.ui.words_case import override_word


class WayCard(Card):
    """Category, credential, case number, policy; the steps; overrides, which stay visible."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category = Heading("", self, wrap=True)
        self._line = Muted("", self, wrap=True)
        self.person_button = Button(self.tr("The applicant’s record"), Kind.LINK, self)
        self.timeline = Timeline(parent=self)
        self._overrides = QVBoxLayout()
        space(self._overrides, 0, 4)
        for part in (self._category, self._line):
            self.add(part)
        self.body.addSpacing(10)
        self.add(self.timeline)
        self.add(self._overrides)
        self.body.addStretch(1)
        self.add(self.person_button)
        self.person_button.clicked.connect(self._show_person)

    def show_card(self, card: CaseCard) -> None:
        """Show what the case is for and how far it is."""
        named = f"{card.category_name} ({card.row.category})"
        known = card.category_name != card.row.category
        self._category.setText(named if known else card.row.category)
        self._line.setText(line_of(card))
        self.timeline.show_steps(steps(card))
        self._show_overrides(card)

    def _show_overrides(self, card: CaseCard) -> None:
        while (item := self._overrides.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in card.overrides:
            said = self.tr("Override, {day}: {rule}").format(
                day=formats.day(one.made_on), rule=override_word(one.rule)
            )
            self._overrides.addWidget(PlainLabel(said, self, wrap=True))
            self._overrides.addWidget(Muted(one.reason, self, wrap=True))

    def _show_person(self) -> None:
        self.wanted.emit(Act(Do.PERSON))


def line_of(card: CaseCard) -> str:
    """IMH-E® · case 2026-007 · policy AIMH HI 2024-01, and that it was imported."""
    tr = partial(QCoreApplication.translate, "WayCard")
    words = tr("case {number}").format(number=card.row.case_number)
    policy = tr("policy {title}").format(title=card.policy) if card.policy else ""
    imported = tr("imported history") if card.row.imported else ""
    return " · ".join(part for part in (card.credential, words, policy, imported) if part)
