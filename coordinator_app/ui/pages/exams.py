"""Every exam sitting, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.views_exam import SittingRow
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.scoring import ApartDialog, EnrolDialog
from coordinator_app.ui.dialogs.sitting import PlanSittingDialog
from coordinator_app.ui.page import Page, PageHead, Place
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.buttons import Kind as ButtonKind
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.words_exam import SITTING_STATES, exam_word, sitting_tone


class ExamsPage(Page):
    """One line a sitting; Enter opens it."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Exams")
        self._tools = tools
        self.scorers_button = Button(self.tr("Scorers…"), parent=self)
        self.apart_button = Button(self.tr("Keep apart…"), parent=self)
        self.plan_button = Button(self.tr("Plan sitting…"), ButtonKind.ACCENT, self)
        self.head = PageHead(self.title, "", *self._buttons(), parent=self)
        self.model = RowModel(_columns(), key=_id, parent=self)
        memory = tools.lists.columns
        self.table = TableView(self.model, self.title, self, name="exams", memory=memory)
        self._card = Card(self, flush=True)
        self._card.add(self.table)
        self.empty = EmptyState(
            self.tr("No sitting is planned"),
            self.tr(
                "Plan one to admit those who are approved to sit. An exam bought from the "
                "Alliance needs none: record its result on the case."
            ),
            self.tr("Plan sitting…"),
            self,
        )
        self.body.addWidget(self.head)
        self.body.addWidget(self._card, 1)
        self.body.addWidget(self.empty, 1)
        self._card.hide()
        self.empty.hide()
        self._connect()

    def refresh(self, changes: Changes | None) -> None:
        if self.touched_by(changes, Kind.EXAM, Kind.APPLICATION):
            self._tools.fetch(self, self._tools.desk.exams.list, self._show)

    def focus_first(self) -> None:
        self.table.setFocus()

    def _buttons(self) -> tuple[Button, ...]:
        return self.apart_button, self.scorers_button, self.plan_button

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.plan_button.clicked.connect(self.plan)
        self.empty.acted.connect(self.plan)
        self.scorers_button.clicked.connect(self.enrol)
        self.apart_button.clicked.connect(self.keep_apart)

    def plan(self) -> None:
        """Plan a sitting, and go to it."""
        dialog = PlanSittingDialog(self, self._tools)
        dialog.written.connect(self._planned)
        dialog.open()

    def enrol(self) -> None:
        """Who scores."""
        EnrolDialog(self, self._tools).open()

    def keep_apart(self) -> None:
        """Two who do not score together."""
        ApartDialog(self, self._tools).open()

    def _planned(self, changes: Changes) -> None:
        if changes.made is not None:
            self.go.emit(Place("sitting", changes.made))

    def _show(self, found: tuple[SittingRow, ...]) -> None:
        self.model.show(found)
        self._card.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _open(self, row: SittingRow) -> None:
        self.go.emit(Place("sitting", row.id))


def _columns() -> list[Column[SittingRow]]:
    return [
        Column(key="day", title=_tr("Day"), text=_day, order=lambda row: row.day, width=14),
        Column(key="title", title=_tr("Sitting"), text=_title, bold=True, width=28, stretch=True),
        Column(key="candidates", title=_tr("Candidates"), text=_candidates, right=True, width=11),
        Column(key="papers", title=_tr("Papers coded"), text=_papers, right=True, width=12),
        Column(key="scores", title=_tr("Scores in"), text=_scores, right=True, width=10),
        Column(
            key="state",
            title=_tr("State"),
            text=lambda row: exam_word(SITTING_STATES, row.state),
            tone=sitting_tone,
            cell=Cell.PILL,
            width=18,
        ),
    ]


def _id(row: SittingRow) -> int:
    return row.id


def _day(row: SittingRow) -> str:
    return formats.day(row.day)


def _title(row: SittingRow) -> str:
    return row.title


def _candidates(row: SittingRow) -> str:
    return formats.count(row.candidates)


def _papers(row: SittingRow) -> str:
    return formats.count(row.papers)


def _scores(row: SittingRow) -> str:
    if not row.scores_wanted:
        return "–"
    return _tr("{done} of {total}").format(
        done=formats.count(row.scores_in), total=formats.count(row.scores_wanted)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExamsPage", text)
