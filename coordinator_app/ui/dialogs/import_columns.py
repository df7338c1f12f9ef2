"""What each column of a workbook was taken for, each open to correction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coordinator_app.domain.imports_columns import ColumnGuess, SheetColumns
from coordinator_app.domain.imports_drafts import ImportPlan
from coordinator_app.domain.imports_sheets import RawSheet, RawWorkbook
from coordinator_app.ui import words_import
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.card import Card, Scroll
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.labels import ElidedLabel, Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.tick_box import TickBox

_SAMPLES = 3  # cells shown of each column


class ImportColumns(QWidget):
    """`corrected` when a column or the choice of sheets was changed: plan anew."""

    corrected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: RawWorkbook | None = None
        self._sheets: dict[str, SheetColumns] = {}
        self._chosen: dict[str, str] = {}
        self._taken: set[str] = set()
        self._sheet = ""
        self.chips: FilterChips | None = None
        self.choices: dict[str, Choice] = {}
        self._pills: dict[str, Pill] = {}
        self._filled: tuple[str, ...] = ()
        self.take = TickBox(self.tr("&Bring in this sheet"), self)
        self._told = Muted("", self, wrap=True)
        self._grid_place = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self.take.toggled.connect(self._take)

    @property
    def mapping(self) -> dict[str, str]:
        """What the user said of columns: "SHEET!B" → field."""
        return dict(self._chosen)

    @property
    def sheets(self) -> list[str]:
        """The sheets to bring in, in the workbook's order."""
        return [one.name for one in self._all() if one.name in self._taken]

    def show_book(self, book: RawWorkbook) -> None:
        """Another workbook: nothing is corrected yet, visible sheets are taken."""
        self._book, self._chosen, self._filled = book, {}, ()
        self._taken = {one.name for one in book.sheets if one.state == "visible"}
        self._sheet = next(iter(self.sheets), "")
        chips = [Chip(one.name, one.name) for one in book.sheets]
        if self.chips is not None:
            self.chips.hide()
            self.chips.deleteLater()
        self.chips = FilterChips(chips, self.tr("Sheets"), self)
        self.chips.chosen.connect(self._go_to)
        self._column.insertWidget(0, self.chips)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the columns are taken for now."""
        self._sheets = {one.sheet: one for one in plan.sheets}
        self._show()

    def _build(self) -> None:
        space(self._column, 0, 10)
        space(self._grid_place, 0, 0)
        for part in (self.take, self._told):
            self._column.addWidget(part)
        card = Card(self)
        inner = QWidget(card)
        inner.setLayout(self._grid_place)
        card.add(Scroll(inner, card), 1)
        self._column.addWidget(card, 1)

    def _all(self) -> Sequence[RawSheet]:
        return self._book.sheets if self._book else ()

    def _go_to(self, name: object) -> None:
        self._sheet = str(name)
        self._show()

    def _take(self, on: bool) -> None:
        if on == (self._sheet in self._taken):
            return
        if on:
            self._taken.add(self._sheet)
        else:
            self._taken.discard(self._sheet)
        self.corrected.emit()

    def _show(self) -> None:
        self.take.setChecked(self._sheet in self._taken)
        found = self._sheets.get(self._sheet)
        told = [say_phrase(one) for one in found.told] if found else []
        self._told.setText(" ".join(told) or self._kind(found))
        filled = (self._sheet, *(one.column for one in found.columns)) if found else ()
        if found is not None and filled == self._filled:
            self._say_anew(found)
        else:
            self._fill(found)
        self._filled = filled

    def _say_anew(self, found: SheetColumns) -> None:
        """The lines stay, and with them the keyboard's place: only what is said changes."""
        for guess in found.columns:
            if f"{self._sheet}!{guess.column}" not in self._chosen:
                choice = self.choices[guess.column]
                kept = choice.blockSignals(True)
                choice.set_value(guess.field or None)
                choice.blockSignals(kept)
            self._pills[guess.column].say(*self._sureness(guess))

    def _fill(self, found: SheetColumns | None) -> None:
        while (item := self._grid_place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices, self._pills = {}, {}
        if found is not None:
            self._grid_place.addWidget(self._grid(found))
        self._grid_place.addStretch(1)

    def _kind(self, found: SheetColumns | None) -> str:
        if found is None:
            return self.tr("This sheet is left out.")
        return {
            "applications": self.tr("A sheet of applications."),
            "registry": self.tr("A sheet of the registry."),
            "": self.tr("Neither applications nor a registry: its rows are returned."),
        }[found.kind]

    def _grid(self, found: SheetColumns) -> QWidget:
        part = QWidget(self)
        grid = QGridLayout(part)
        space(grid, (0, 0, 8, 0), (16, 8))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 2)
        titles = ("", self.tr("Header"), self.tr("The first cells"), self.tr("Taken for"), "")
        for number, title in enumerate(titles):
            grid.addWidget(Heading(title, part), 0, number)
        for row, guess in enumerate(found.columns, start=1):
            self._line(grid, row, guess, part)
        return part

    def _line(self, grid: QGridLayout, row: int, guess: ColumnGuess, part: QWidget) -> None:
        head = guess.header or self.tr("no header")
        spoken = self.tr("Column {letters}, {header}").format(letters=guess.column, header=head)
        choice = Choice(
            words_import.field_options(), spoken, part, none=self.tr("Kept as a note, as typed")
        )
        choice.set_value(guess.field or None)
        choice.changed.connect(partial(self._choose, guess.column, choice))
        self.choices[guess.column] = choice
        grid.addWidget(Muted(guess.column, part), row, 0)
        grid.addWidget(PlainLabel(head, part, wrap=True), row, 1)
        grid.addWidget(ElidedLabel(self._samples(guess), part, role="muted"), row, 2)
        grid.addWidget(choice, row, 3)
        self._pills[guess.column] = Pill(*self._sureness(guess), part)
        grid.addWidget(self._pills[guess.column], row, 4)

    def _sureness(self, guess: ColumnGuess) -> tuple[str, Tone]:
        if f"{self._sheet}!{guess.column}" in self._chosen:
            return self.tr("by you"), Tone.NEWS
        if not guess.field:
            return self.tr("not known"), Tone.WAIT
        sure = guess.confidence >= 1.0
        return (self.tr("known"), Tone.GOOD) if sure else (self.tr("likely"), Tone.WAIT)

    def _samples(self, guess: ColumnGuess) -> str:
        """What stands in the first cells below the header."""
        sheet = next(one for one in self._all() if one.name == self._sheet)
        header = self._sheets[self._sheet].header_row
        cells = (
            cell.value
            for row in sheet.rows
            if row.row > header
            for cell in row.cells
            if cell.column == guess.number and cell.value.strip()
        )
        return " · ".join(value for _, value in zip(range(_SAMPLES), cells, strict=False))

    def _choose(self, column: str, choice: Choice) -> None:
        key = f"{self._sheet}!{column}"
        if choice.value is None:
            # Words that are kept as they are: the field of notes says so.
            self._chosen[key] = "notes"
        else:
            self._chosen[key] = str(choice.value)
        self.corrected.emit()
