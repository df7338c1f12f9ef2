"""A PDF on screen and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.ui import printing
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.gallery_content import a_pdf
from coordinator_app.ui.widgets.pdf_preview import PdfPreview
from tests.helpers.answers import PreparedMessages
from tests.helpers.walk import the, unnamed_controls


@pytest.fixture(scope="module")
def letter(qapp: object) -> bytes:
    return a_pdf(pages=3)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(150)
    return made


def darkness(pdf: bytes, page: int) -> float:
    """The share of dark dots of a page."""
    keeper = QObject()
    picture = printing.page_picture(printing.open_pdf(pdf, keeper), page, QSize(612, 792))
    dots = bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    return sum(dot < 160 for dot in dots) / len(dots)


def test_every_page_is_printed_and_reads_back_alike(letter: bytes, printer: QPrinter) -> None:
    assert printing.print_pdf(letter, printer) == 3
    printed = Path(printer.outputFileName()).read_bytes()
    keeper = QObject()
    document = printing.open_pdf(printed, keeper)
    assert document.pageCount() == 3
    assert document.pagePointSize(0).toSize() == QSize(612, 792)
    for page in range(3):
        assert 0 < darkness(letter, page) == pytest.approx(darkness(printed, page), rel=0.5)


def test_a_range_of_pages_is_printed(letter: bytes, printer: QPrinter) -> None:
    printer.setFromTo(2, 3)
    assert printing.print_pdf(letter, printer) == 2


@pytest.mark.parametrize("broken", [b"", b"not a PDF", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_refused(qapp: object, broken: bytes) -> None:
    with pytest.raises(BadInput, match=r"print\.not_a_pdf"):
        printing.open_pdf(broken, QObject())


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\)")
def test_a_printer_that_takes_nothing_is_told(letter: bytes, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
    with pytest.raises(MachineTrouble, match=r"print\.not_printed"):
        printing.print_pdf(letter, printer)


def test_without_a_printer_it_says_what_to_do(
    qtbot: QtBot, messages: PreparedMessages, preview: PdfPreview
) -> None:
    preview.print()
    if QPrinterInfo.availablePrinters():
        the(QPrintDialog, preview.window()).reject()
    else:
        assert "has no printer set up" in messages.said[-1]


@pytest.fixture
def preview(qtbot: QtBot, messages: PreparedMessages, letter: bytes) -> PdfPreview:
    made = PdfPreview(messages)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.show_pdf(letter, "L-2026-0041.pdf")
    return made


def test_the_preview_saves_the_very_bytes(
    preview: PdfPreview, messages: PreparedMessages, letter: bytes, tmp_path: Path
) -> None:
    messages.answer(tmp_path / "letter.pdf")
    told: list[object] = []
    preview.saved.connect(told.append)
    QTest.mouseClick(the(Button, preview, "Save as…"), Qt.MouseButton.LeftButton)
    assert told == [tmp_path / "letter.pdf"]
    assert (tmp_path / "letter.pdf").read_bytes() == letter


def test_a_place_that_cannot_be_written_is_told(
    preview: PdfPreview, messages: PreparedMessages, tmp_path: Path
) -> None:
    messages.answer(tmp_path / "no such folder" / "letter.pdf")
    preview.save()
    assert "could not be written" in messages.said[-1]


def test_the_preview_zooms(preview: PdfPreview) -> None:
    view = the(QPdfView, preview)
    preview.zoom(1)
    assert (view.zoomMode(), view.zoomFactor()) == (QPdfView.ZoomMode.Custom, 1.25)
    preview.zoom(-1)
    preview.zoom(-1)
    assert view.zoomFactor() == 0.75
    for _ in range(20):
        preview.zoom(1)
    assert view.zoomFactor() == 4.0
    preview.fit()
    assert view.zoomMode() is QPdfView.ZoomMode.FitInView


def test_an_emptied_preview_offers_nothing(preview: PdfPreview) -> None:
    assert preview.page_count == 3
    preview.clear()
    assert preview.page_count == 0
    assert not the(Button, preview, "Print…").isEnabled()


def test_another_document_takes_the_place_of_the_first(preview: PdfPreview) -> None:
    preview.show_pdf(a_pdf(pages=1), "other.pdf")
    assert preview.page_count == 1


def test_every_tool_has_a_name(preview: PdfPreview) -> None:
    assert unnamed_controls(preview) == []
