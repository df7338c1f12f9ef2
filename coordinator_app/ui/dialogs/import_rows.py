"""The dry run of an import: every row with its fate, and the cells of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.imports_drafts import CellReading, ImportPlan, RowFate, RowPlan
from coordinator_app.ui import words_import
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.labels import Muted, PlainLabel
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.why import WhyBox

ALL = "all"


class ImportRows(QWidget):
    """Chips that count the fates, the rows, and a panel with each cell of the chosen row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        chips = [
            Chip(ALL, self.tr("All rows")),
            Chip(RowFate.ACCEPTED.value, self.tr("Accepted")),
            Chip(RowFate.QUESTION.value, self.tr("Questions")),
            Chip(RowFate.REJECTED.value, self.tr("Rejected")),
            Chip(RowFate.NOT_DATA.value, self.tr("Not data")),
        ]
        self.chips = FilterChips(chips, self.tr("Fates of the rows"), self)
        self.model = RowModel(_columns(), key=_key, parent=self)
        self.table = TableView(self.model, self.tr("Rows of the workbook"), self, tall=False)
        self.panel = SidePanel(self, width=380)
        self._plan: ImportPlan | None = None
        self._build()
        self.chips.chosen.connect(self._filter)
        self.table.chosen.connect(self._chosen)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show this dry run; the filter stays."""
        self._plan = plan
        counts = plan.counts()
        self.chips.count(
            {
                ALL: len(plan.rows),
                RowFate.ACCEPTED.value: counts["accepted"],
                RowFate.QUESTION.value: counts["questions"],
                RowFate.REJECTED.value: counts["rejected"],
                RowFate.NOT_DATA.value: counts["not_data"],
            }
        )
        self._filter(self.chips.key)

    def _build(self) -> None:
        card = Card(self, flush=True)
        card.add(self.table)
        column = QVBoxLayout(self)
        space(column, 0, 10)
        column.addWidget(self.chips)
        column.addWidget(Beside(card, self.panel, self, stretch=(2, 1), narrow=720), 1)

    def _filter(self, key: object) -> None:
        if self._plan is None:
            return
        rows = [row for row in self._plan.rows if key in (ALL, row.fate.value)]
        self.model.show(rows)
        self.table.set_empty(self.tr("No row has this fate. Choose another one above."))
        if rows and self.table.current() is None:
            first = next((row for row in rows if row.fate is not RowFate.NOT_DATA), rows[0])
            self.table.select_key(_key(first))
        self._show(self.table.current())

    def _chosen(self, rows: list[RowPlan]) -> None:
        self._show(rows[0] if rows else None)

    def _show(self, row: RowPlan | None) -> None:
        self.panel.clear()
        if row is None:
            self.panel.say(self.tr("No row is chosen"), "")
            return
        self.panel.say(words_import.who_of(row) or self.tr("An empty row"), _place(row))
        if words_import.why_of(row):
            title = words_import.fate_word(row.fate).capitalize()
            self.panel.add(WhyBox(title, words_import.why_of(row), parent=self.panel))
        for cell in row.cells:
            self.panel.add(self._cell(cell))

    def _cell(self, cell: CellReading) -> QWidget:
        part = QWidget(self.panel)
        top = QHBoxLayout()
        space(top, 0, 8)
        top.addWidget(Muted(words_import.cell_title(cell), part, wrap=True), 1)
        tone = words_import.CELL_TONES[cell.fate]
        top.addWidget(Pill(words_import.cell_word(cell.fate), tone, part))
        column = QVBoxLayout(part)
        space(column, 0, 2)
        column.addLayout(top)
        column.addWidget(PlainLabel(cell.as_typed, part, wrap=True))
        if cell.phrase is not None:
            column.addWidget(PlainLabel(say_phrase(cell.phrase), part, wrap=True, role="small"))
        return part


def _key(row: RowPlan) -> object:
    return (row.sheet, row.row)


def _place(row: RowPlan) -> str:
    return f"{row.sheet} {row.row}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportRows", text)


def _columns() -> list[Column[RowPlan]]:
    who, why = words_import.who_of, words_import.why_of
    category, fate = words_import.category_of, _fate
    return [
        Column(key="row", title=_tr("Row"), text=_place, order=_order, cell=Cell.MUTED, width=18),
        Column(key="who", title=_tr("Who"), text=who, order=who, width=20),
        Column(key="category", title=_tr("Category"), text=category, order=category, width=10),
        Column(
            key="fate",
            title=_tr("Fate"),
            text=fate,
            order=fate,
            cell=Cell.PILL,
            tone=_tone,
            width=10,
        ),
        Column(
            key="why", title=_tr("Why"), text=why, cell=Cell.MUTED, tip=why, width=28, stretch=True
        ),
    ]


def _order(row: RowPlan) -> object:
    return (row.sheet, row.row)


def _fate(row: RowPlan) -> str:
    return words_import.fate_word(row.fate)


def _tone(row: RowPlan) -> Tone:
    return words_import.FATE_TONES[row.fate]
