"""One sitting: its five steps, its papers by code, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.views_exam import CandidateRow, PaperRow, SittingCard
from coordinator_app.ui import formats, theme
from coordinator_app.ui.page import Page, PageHead
from coordinator_app.ui.pages.sitting_columns import candidate_columns, paper_columns
from coordinator_app.ui.pages.sitting_doing import SittingDoing
from coordinator_app.ui.pages.sitting_panel import SittingPanel
from coordinator_app.ui.pages.sitting_steps import SittingSteps
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.buttons import Kind as ButtonKind
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.words_exam import SITTING_STATES, exam_word, sitting_tone

# So wide is the page at least in which the papers show points too; the panel always does.
_WIDE = 1000


class SittingPage(Page):
    """`open(id)` shows a sitting; papers are codes until the results are released and after."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Sitting")
        self._tools = tools
        self._id: int | None = None
        self.card: SittingCard | None = None
        self.doing = SittingDoing(self, tools)
        self.acts = {key: Button(words, kind, self) for key, words, kind in self._buttons()}
        self.head = PageHead(self.title, "", *self.acts.values(), parent=self)
        self.pill = Pill("", Tone.PLAIN, self)
        self.head.insert(self.pill)
        self.steps = SittingSteps(self)
        chips = [Chip("papers", self.tr("Papers")), Chip("candidates", self.tr("Candidates"))]
        self.chips = FilterChips(chips, self.tr("Show"), self)
        self.papers = RowModel(paper_columns(), key=lambda row: row.id, parent=self)
        self.candidates = RowModel(candidate_columns(), key=lambda row: row.id, parent=self)
        memory = tools.lists.columns
        self.paper_table = TableView(
            self.papers, self.tr("Papers"), self, name="papers", memory=memory
        )
        self.candidate_table = TableView(
            self.candidates, self.tr("Candidates"), self, name="candidates", memory=memory
        )
        self.panel = SittingPanel(tools, self)
        self._place()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow, the scorers' names need the room of their points."""
        super().resizeEvent(event)
        less = self.width() < theme.now().px(_WIDE)
        self.paper_table.columns.fold("scoreA", "scoreB", folded=less)

    # What the window uses

    def open(self, what: object) -> None:
        self._id = what if isinstance(what, int) else None
        self.card = None
        self.notice.dismiss()

    def refresh(self, changes: Changes | None) -> None:
        if self._id is not None and self.touched_by(changes, Kind.EXAM, Kind.APPLICATION):
            self._tools.fetch(self, partial(self._tools.desk.exams.card, self._id), self._show)

    def focus_first(self) -> None:
        self.table.setFocus()

    @property
    def table(self) -> TableView:
        """The table that is shown."""
        return self.paper_table if self.chips.key == "papers" else self.candidate_table

    # Making it

    def _buttons(self) -> list[tuple[str, str, ButtonKind]]:
        plain, accent = ButtonKind.PLAIN, ButtonKind.ACCENT
        return [
            ("call_off", self.tr("Call off…"), plain),
            ("admit", self.tr("Admit…"), plain),
            ("code", self.tr("Code papers"), accent),
            ("pair", self.tr("Pair papers"), accent),
            ("packets", self.tr("Packets…"), accent),
            ("take_in", self.tr("Take in score sheet…"), plain),
            ("settle", self.tr("Settle results"), plain),
            ("release", self.tr("Release results…"), accent),
        ]

    def _place(self) -> None:
        self._paper_card, self._candidate_card = Card(self, flush=True), Card(self, flush=True)
        self._paper_card.add(self.paper_table)
        self._candidate_card.add(self.candidate_table)
        self.paper_table.set_empty(
            self.tr("No papers yet: admit candidates, then code their papers.")
        )
        self.candidate_table.set_empty(self.tr("Nobody is admitted yet: use Admit above."))
        row = QHBoxLayout()
        space(row, 0, 14)
        row.addWidget(self._paper_card, 2)
        row.addWidget(self._candidate_card, 2)
        row.addWidget(self.panel, 1)
        for part in (self.head, self.steps, self.chips):
            self.body.addWidget(part)
        self.body.addLayout(row, 1)
        self._candidate_card.hide()
        self.panel.hide()

    def _connect(self) -> None:
        self.chips.chosen.connect(self._changed)
        self.paper_table.chosen.connect(self._show_panel)
        self.candidate_table.chosen.connect(self._show_panel)
        self.paper_table.opened.connect(self._opened_paper)
        self.candidate_table.opened.connect(self._opened_candidate)
        self.panel.wanted.connect(self._wanted)
        for act, button in self.acts.items():
            button.clicked.connect(self._asker(act))

    def _asker(self, act: str) -> Callable[[], None]:
        return partial(self._wanted, act, None)

    # Showing

    def _show(self, card: SittingCard) -> None:
        first = self.card is None
        self.card = card
        row = card.row
        self.head.say(row.title, self._beside(card))
        self.pill.say(exam_word(SITTING_STATES, row.state), sitting_tone(row))
        self.steps.show_row(row)
        self.papers.show(card.papers)
        self.candidates.show(card.candidates)
        self.chips.count({"papers": len(card.papers), "candidates": len(card.candidates)})
        possible = self.doing.possible(card)
        for act, button in self.acts.items():
            button.setVisible(act in possible)
        if first:
            self.chips.choose("papers" if card.papers else "candidates")
            self._changed()
        self._show_panel()

    def _beside(self, card: SittingCard) -> str:
        said = self.tr("{day} · {papers} papers · {scorers} scorers").format(
            day=formats.day(card.row.day),
            papers=formats.count(len(card.papers)),
            scorers=formats.count(card.scorers),
        )
        if card.row.state in ("planned", "scoring"):
            return self.tr("{said} · identities sealed").format(said=said)
        return said

    def _changed(self, _key: object = None) -> None:
        papers = self.chips.key == "papers"
        self._paper_card.setVisible(papers)
        self._candidate_card.setVisible(not papers)
        model = self.papers if papers else self.candidates
        if not self.table.selected() and model.rows:
            self.table.select_key(model.rows[0].id)
        self._show_panel()

    def _show_panel(self, _rows: object = None) -> None:
        card = self.card
        if card is None:
            return
        chosen = next(iter(self.table.selected()), None)
        if self.chips.key == "papers":
            self.panel.show_paper(card, chosen if isinstance(chosen, PaperRow) else None)
        else:
            self.panel.show_candidate(card, chosen if isinstance(chosen, CandidateRow) else None)

    def _opened_paper(self, row: PaperRow) -> None:
        act = next(iter(self.panel.acts), None)
        if act is not None:
            self._wanted(act, row)

    def _opened_candidate(self, row: CandidateRow) -> None:
        self._wanted("answers" if "answers" in self.panel.acts else "case", row)

    def _wanted(self, act: str, what: object) -> None:
        if self.card is not None:
            self.doing.do(act, self.card, what)
