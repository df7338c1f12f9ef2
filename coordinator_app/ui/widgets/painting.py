"""Pills, marks and small shapes, painted alike in widgets and in table cells."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from coordinator_app.ui import theme
from coordinator_app.ui.palette import Tone

PILL_PIXELS = 12.0
BUTTON_PIXELS = 12.5
_UNIT = re.compile(r"(?<=\d) (?=(h|%|years?|months?|days?)\b)")


def pill_size(text: str) -> QSize:
    look = theme.now()
    metrics = QFontMetrics(look.font(PILL_PIXELS, 500))
    height = metrics.height() + look.px(5)
    return QSize(metrics.horizontalAdvance(text) + look.px(20), height)


def paint_pill(painter: QPainter, box: QRect, text: str, tone: Tone) -> None:
    """A pill at the left of `box`, in its middle; its words are elided where they do not fit."""
    look = theme.now()
    tint = look.palette.tint(tone)
    size = pill_size(text)
    width = min(size.width(), box.width())
    top = box.top() + (box.height() - size.height()) // 2
    shape = QRectF(box.left(), top, width, size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tint.edge), 1))
    painter.setBrush(QColor(tint.fill))
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    painter.setPen(QColor(tint.ink))
    paint_line(
        painter, shape.adjusted(look.px(8), 0, -look.px(8), 0).toRect(), text, PILL_PIXELS, 500
    )
    painter.restore()


def paint_line(
    painter: QPainter, box: QRect, text: str, pixels: float, weight: int, *, centred: bool = True
) -> None:
    """One line in the painter's pen, elided at the right."""
    painter.setFont(theme.now().font(pixels, weight))
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def button_size(text: str) -> QSize:
    look = theme.now()
    metrics = QFontMetrics(look.font(BUTTON_PIXELS, 500))
    return QSize(metrics.horizontalAdvance(text) + look.px(22), metrics.height() + look.px(9))


def paint_button(painter: QPainter, box: QRect, text: str, *, over: bool, focused: bool) -> None:
    """A small button filling `box`."""
    look = theme.now()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = look.colour("focus" if focused else "muted" if over else "control_edge")
    painter.setPen(QPen(edge, 2 if focused else 1))
    painter.setBrush(look.colour("hover" if over else "card"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(look.colour("text"))
    paint_line(painter, box, text, BUTTON_PIXELS, 500)
    painter.restore()


def paint_box(painter: QPainter, middle: QPointF, *, ticked: bool) -> None:
    """A check box around `middle`."""
    look = theme.now()
    half = look.px(14) / 2
    shape = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent" if ticked else "muted"), 1.2))
    painter.setBrush(look.colour("accent" if ticked else "card"))
    painter.drawRoundedRect(shape, 3, 3)
    if ticked:
        painter.setPen(_pen(look.colour("on_accent"), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick(shape))
    painter.restore()


def unbroken(text: str) -> str:
    """The text with figures and their unit kept in one line: 3.5 h."""
    return _UNIT.sub("\u00a0", text)


def tick(shape: QRectF) -> QPainterPath:
    path = QPainterPath(_at(shape, 0.24, 0.52))
    path.lineTo(_at(shape, 0.43, 0.71))
    path.lineTo(_at(shape, 0.77, 0.31))
    return path


def triangle(middle: QPointF, size: float, *, up: bool) -> QPainterPath:
    height = size * 0.62 * (-1 if up else 1)
    path = QPainterPath(QPointF(middle.x() - size / 2, middle.y() - height / 2))
    path.lineTo(QPointF(middle.x() + size / 2, middle.y() - height / 2))
    path.lineTo(QPointF(middle.x(), middle.y() + height / 2))
    path.closeSubpath()
    return path


def _at(shape: QRectF, right: float, down: float) -> QPointF:
    return QPointF(shape.left() + right * shape.width(), shape.top() + down * shape.height())


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
