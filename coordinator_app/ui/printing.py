"""Printing a PDF: its pages, at the printer's resolution, one sheet each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from coordinator_app.domain.errors import BadInput, MachineTrouble

# Above 600 dots an inch a page of text gains nothing and takes 100 MB and more.
FINEST = 600


def open_pdf(pdf: bytes, parent: QObject) -> QPdfDocument:
    """A document over these bytes, which live as long as `parent`.

    Raises BadInput("print.not_a_pdf").
    """
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready or not document.pageCount():
        raise BadInput("print.not_a_pdf")
    return document


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages the printer's range asks for; how many were printed.

    Raises BadInput("print.not_a_pdf") and MachineTrouble("print.not_printed").
    """
    keeper = QObject()
    document = open_pdf(pdf, keeper)
    _fit_paper(printer, document)
    pages = _wanted(printer, document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        raise MachineTrouble("print.not_printed")
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            painter.end()
            raise MachineTrouble("print.not_printed")
        _print_page(painter, printer, document, page)
    painter.end()
    return len(pages)


def _fit_paper(printer: QPrinter, document: QPdfDocument) -> None:
    """The whole sheet is ours: the document has its own margins. Turned as its first page is."""
    size = document.pagePointSize(0)
    printer.setFullPage(True)
    wide = size.width() > size.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        upright = size.transposed() if wide else size
        printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))


def _wanted(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(min(first, count) - 1, min(last, count))


def _print_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    points = document.pagePointSize(page)
    share = min(sheet.width() / points.width(), sheet.height() / points.height())
    size = QSizeF(points.width() * share, points.height() * share)
    place = QRectF(
        (sheet.width() - size.width()) / 2,
        (sheet.height() - size.height()) / 2,
        size.width(),
        size.height(),
    )
    fine = min(1.0, FINEST / max(1, printer.resolution()))
    painter.drawImage(place, page_picture(document, page, (size * fine).toSize()))


def page_picture(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """One page as a picture on white; QPdfDocument leaves the paper transparent."""
    drawn = document.render(page, size, QPdfDocumentRenderOptions())
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(QPointF(0, 0), drawn)
    painter.end()
    return paper


def ask_and_print(
    owner: QWidget,
    pdf: bytes,
    printed: Callable[[int], None],
    failed: Callable[[Exception], None],
) -> None:
    """Let the user choose the printer, then print; `printed` gets the number of sheets.

    `failed` gets a refusal with its sentence: no printer is set up, or it did not take the pages.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        failed(MachineTrouble("print.no_printer"))
        return
    dialog = QPrintDialog(printer, owner.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(_print_now, pdf, printer, printed, failed))
    QDialog.open(dialog)


def _print_now(
    pdf: bytes,
    printer: QPrinter,
    printed: Callable[[int], None],
    failed: Callable[[Exception], None],
) -> None:
    try:
        sheets = print_pdf(pdf, printer)
    except (BadInput, MachineTrouble) as refusal:
        failed(refusal)
    else:
        printed(sheets)
