"""A PDF as it will be printed: in the page's width, with zoom, print and save."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.ui import printing, theme
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, IconButton
from coordinator_app.ui.widgets.icons import Icon
from coordinator_app.ui.widgets.labels import ElidedLabel, Muted

STEPS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class _Pages(QPdfView):
    """Qt shows the pages, but not that the keyboard is there."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.now().colour("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class PdfPreview(QWidget):
    """`printed(sheets)` and `saved(path)` tell what was done with the document."""

    printed = Signal(object)
    saved = Signal(object)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._pdf = b""
        self._name = "document.pdf"
        self._document: QPdfDocument | None = None
        self._none = QPdfDocument(self)
        self._view = _Pages(self)
        self._title = ElidedLabel("", self, role="heading")
        self._pages = Muted("", self)
        self._build()

    @property
    def page_count(self) -> int:
        return self._document.pageCount() if self._document else 0

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show a document; `name` is offered for saving. Raises BadInput("print.not_a_pdf")."""
        document = printing.open_pdf(pdf, self)
        old, self._document = self._document, document
        self._pdf, self._name = pdf, name
        self._view.setDocument(document)
        if old is not None:
            old.deleteLater()
        self._title.setText(name)
        self._pages.setText(self._counted(document.pageCount()))
        self._set_enabled(on=True)

    def clear(self) -> None:
        """Show nothing."""
        self._view.setDocument(self._none)
        if self._document is not None:
            self._document.deleteLater()
        self._document, self._pdf = None, b""
        self._title.setText("")
        self._pages.setText("")
        self._set_enabled(on=False)

    def fit(self) -> None:
        """The whole page in view."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom(self, direction: int) -> None:
        """One step nearer (1) or further (-1)."""
        near = self._view.zoomFactor() if self._view.zoomMode() is QPdfView.ZoomMode.Custom else 1.0
        steps = [step for step in STEPS if (step - near) * direction > 0.001]
        if steps:
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
            self._view.setZoomFactor(min(steps, key=lambda step: abs(step - near)))

    def save(self) -> None:
        """Ask where to, and write the document there."""
        kinds = self.tr("PDF documents (*.pdf)")
        title = self.tr("Save the document")
        self._messages.choose_save(self, title, Path.home() / self._name, kinds, self._write)

    def print(self) -> None:
        """Ask for a printer, and print."""
        failed = partial(self._messages.failure, self)
        printing.ask_and_print(self, self._pdf, self._was_printed, failed)

    def _build(self) -> None:
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._view.setAccessibleName(self.tr("Document"))
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        space(column, 0, 8)
        column.addLayout(self._tools())
        column.addWidget(self._view, 1)
        self._set_enabled(on=False)

    def _tools(self) -> QHBoxLayout:
        nearer = IconButton(Icon.PLUS, self.tr("Larger"), self)
        further = IconButton(Icon.MINUS, self.tr("Smaller"), self)
        whole = IconButton(Icon.FIT, self.tr("Whole page"), self)
        self._save = Button(self.tr("Save as…"), parent=self)
        self._print = Button(self.tr("Print…"), parent=self)
        nearer.clicked.connect(self._nearer)
        further.clicked.connect(self._further)
        whole.clicked.connect(self.fit)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._tool_buttons = (further, nearer, whole, self._save, self._print)
        row = QHBoxLayout()
        space(row, 0, 6)
        row.addWidget(self._title, 1)
        row.addWidget(self._pages)
        for button in self._tool_buttons:
            row.addWidget(button)
        return row

    def _counted(self, pages: int) -> str:
        return self.tr("1 page") if pages == 1 else self.tr("{n} pages").format(n=pages)

    def _nearer(self) -> None:
        self.zoom(1)

    def _further(self) -> None:
        self.zoom(-1)

    def _set_enabled(self, *, on: bool) -> None:
        for button in self._tool_buttons:
            button.setEnabled(on)

    def _write(self, path: Path) -> None:
        try:
            path.write_bytes(self._pdf)
        except OSError as trouble:
            reason = trouble.strerror or str(trouble)
            refusal = MachineTrouble("print.not_saved", path=str(path), reason=reason)
            self._messages.failure(self, refusal)
        else:
            self.saved.emit(path)

    def _was_printed(self, sheets: int) -> None:
        self.printed.emit(sheets)
