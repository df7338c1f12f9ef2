"""The annual report: seen as it will be printed, saved as a page or a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.runtime.files import write_beside
from coordinator_app.ui.page import Page, PageHead
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.pdf_preview import PdfPreview

_YEARS = 10


class ReportsPage(Page):
    """One year at a time; the figures are counted anew whenever it is shown."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Reports")
        self._tools = tools
        this = tools.desk.today().year
        years = [(year, str(year)) for year in range(this, this - _YEARS, -1)]
        self.year = Choice(years, self.tr("Year"), self)
        self.save_button = Button(self.tr("Save workbook…"), parent=self)
        self.head = PageHead(self.title, self.tr("annual report of"), self.save_button, parent=self)
        self.head.insert(self.year)
        self.preview = PdfPreview(tools.messages, self)
        card = Card(self)
        card.add(self.preview, 1)
        self.body.addWidget(self.head)
        self.body.addWidget(card, 1)
        self.year.changed.connect(self._fetch)
        self.save_button.clicked.connect(self._ask_where)

    def refresh(self, changes: Changes | None) -> None:
        del changes
        self._fetch()

    def focus_first(self) -> None:
        self.year.setFocus()

    def _fetch(self) -> None:
        year = self._chosen()
        make = partial(self._tools.desk.reports.annual_pdf, year)
        self._tools.fetch(self, make, partial(self._show, year))

    def _chosen(self) -> int:
        return int(self.year.value or self._tools.desk.today().year)

    def _show(self, year: int, pdf: bytes) -> None:
        if year == self._chosen():
            self.preview.show_pdf(pdf, f"annual-{year}.pdf")

    def _ask_where(self) -> None:
        kinds = self.tr("Excel workbooks (*.xlsx)")
        start = Path.home() / f"annual-{self._chosen()}.xlsx"
        title = self.tr("Save the year’s figures")
        self._tools.messages.choose_save(self, title, start, kinds, self._save)

    def _save(self, path: Path) -> None:
        write = partial(self._write, self._chosen(), path)
        self._tools.fetch(self, write, self._saved)

    def _write(self, year: int, path: Path) -> Path:
        write_beside(path, self._tools.desk.reports.annual_workbook(year))
        return path

    def _saved(self, path: Path) -> None:
        self.notice.say(self.tr("Saved as {file}.").format(file=path.name), Tone.GOOD)
