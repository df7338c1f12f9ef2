"""The few icons, drawn as lines in a square of 16, sharp at every scale and right in every theme."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap


class Icon(StrEnum):
    """What an icon means."""

    SEARCH = "search"
    CLOSE = "close"
    PLUS = "plus"
    MINUS = "minus"
    FIT = "fit"
    PRINT = "print"
    SAVE = "save"
    DOWN = "down"
    CHECK = "check"
    WARNING = "warning"
    CALENDAR = "calendar"
    COLUMNS = "columns"
    APP = "app"


Stroke = list[tuple[float, float]]


def _lines(*strokes: Stroke) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path


def _search() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(7, 7), 4.5, 4.5)
    path.addPath(_lines([(10.3, 10.3), (14, 14)]))
    return path


def _calendar() -> QPainterPath:
    path = _lines([(2, 6.5), (14, 6.5)], [(5, 1.5), (5, 4.5)], [(11, 1.5), (11, 4.5)])
    path.addRoundedRect(QRectF(2, 3, 12, 11), 1.5, 1.5)
    return path


def _print() -> QPainterPath:
    path = _lines(
        [(4.5, 6), (4.5, 2), (11.5, 2), (11.5, 6)],
        [(4.5, 12), (2, 12), (2, 6), (14, 6), (14, 12), (11.5, 12)],
    )
    path.addRect(QRectF(4.5, 9.5, 7, 4.5))
    return path


def _columns() -> QPainterPath:
    path = _lines([(6, 3), (6, 13)], [(10, 3), (10, 13)])
    path.addRoundedRect(QRectF(2, 3, 12, 10), 1.5, 1.5)
    return path


def _app() -> QPainterPath:
    """A seal with a tick: what the program is about."""
    path = _lines([(5, 8.2), (7.2, 10.4), (11.2, 5.8)])
    path.addEllipse(QPointF(8, 8), 6.3, 6.3)
    return path


_SHAPES: dict[Icon, Callable[[], QPainterPath]] = {
    Icon.SEARCH: _search,
    Icon.CLOSE: lambda: _lines([(4, 4), (12, 12)], [(12, 4), (4, 12)]),
    Icon.PLUS: lambda: _lines([(8, 3), (8, 13)], [(3, 8), (13, 8)]),
    Icon.MINUS: lambda: _lines([(3, 8), (13, 8)]),
    Icon.FIT: lambda: _lines(
        [(2, 5), (2, 2), (5, 2)],
        [(11, 2), (14, 2), (14, 5)],
        [(14, 11), (14, 14), (11, 14)],
        [(5, 14), (2, 14), (2, 11)],
    ),
    Icon.PRINT: _print,
    Icon.SAVE: lambda: _lines(
        [(8, 2), (8, 10)],
        [(4.5, 6.8), (8, 10.2), (11.5, 6.8)],
        [(2.5, 11), (2.5, 14), (13.5, 14), (13.5, 11)],
    ),
    Icon.DOWN: lambda: _lines([(4, 6), (8, 10), (12, 6)]),
    Icon.CHECK: lambda: _lines([(3, 8.5), (6.5, 12), (13, 4.5)]),
    Icon.WARNING: lambda: _lines(
        [(8, 2), (14.5, 13.5), (1.5, 13.5), (8, 2)], [(8, 6), (8, 9.5)], [(8, 11.4), (8, 11.6)]
    ),
    Icon.CALENDAR: _calendar,
    Icon.COLUMNS: _columns,
    Icon.APP: _app,
}


def paint_icon(painter: QPainter, box: QRectF, icon: Icon, colour: QColor) -> None:
    """Draw an icon into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_SHAPES[icon]())
    painter.restore()


def window_icon(colour: QColor) -> QIcon:
    """The program's icon, in the sizes systems ask for."""
    icon = QIcon()
    for side in (16, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, QRectF(0, 0, side, side), Icon.APP, colour)
        painter.end()
        icon.addPixmap(picture)
    return icon
