"""The middle card of a case: requirements, and in further tabs all that hangs on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats
from coordinator_app.ui.pages.case_acts import possible
from coordinator_app.ui.pages.case_findings import FindingsPart
from coordinator_app.ui.pages.case_lists import LettersPart, NotesPart, QuestionsPart, ReviewsPart
from coordinator_app.ui.pages.case_references import ReferencesPart
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.card import Card


class MiddleCard(Card):
    """One part is shown at a time, so that the card is as high as that part."""

    wanted = Signal(object)
    turned = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, flush=True)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.tr("Parts of the case"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.findings = FindingsPart(self)
        self.references = ReferencesPart(self)
        self.reviews = ReviewsPart(self)
        self.notes = NotesPart(today, self)
        self.questions = QuestionsPart(self)
        self.letters = LettersPart(self)
        self._place()
        self.tabs.currentChanged.connect(self._turned)
        for part in self.lists():
            part.wanted.connect(self.wanted)

    def lists(self) -> tuple[ReferencesPart, ReviewsPart, NotesPart, QuestionsPart, LettersPart]:
        """The parts behind the requirements, in the order of their tabs."""
        return self.references, self.reviews, self.notes, self.questions, self.letters

    def start(self) -> None:
        """Show the requirements."""
        self.tabs.setCurrentIndex(0)

    def focus_table(self) -> None:
        """Give the keyboard to the part shown."""
        self._parts()[self.tabs.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_card(self, card: CaseCard) -> None:
        """Show everything on the case; tabs count what is in them."""
        self.findings.show_card(card)
        able = {act.do for act in possible(card)}
        self.references.show_rows(card.references, able)
        self.reviews.show_rows(card.reviews, able)
        self.notes.show_rows(card.notes)
        self.questions.show_rows(card.questions)
        self.letters.show_rows(card.letters)
        for number, part in enumerate(self.lists(), start=1):
            mine = len(part.model.rows)
            count = formats.count(mine) if mine else ""
            self.tabs.setTabText(number, f"{self._titles()[number]} {count}".strip())
        self.tabs.setTabVisible(4, bool(card.questions))

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Requirements"),
            self.tr("References"),
            self.tr("Review"),
            self.tr("Notes"),
            self.tr("Questions"),
            self.tr("Letters"),
        )

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.findings, *self.lists())

    def _place(self) -> None:
        for title in self._titles():
            self.tabs.addTab(title)
        above = QWidget(self)
        column = QVBoxLayout(above)
        space(column, (6, 4, 6, 0), 0)
        column.addWidget(self.tabs)
        self.add(above)
        for part in self._parts():
            self.add(part)
        self.body.addStretch(1)
        self._turned(0)

    def _turned(self, tab: int) -> None:
        for number, part in enumerate(self._parts()):
            part.setVisible(number == tab)
        self.turned.emit(tab)
