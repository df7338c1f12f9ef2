"""The way of a case, as dots one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.painting import tick


class Reached(StrEnum):
    """Done is a ticked dot, now a ring, ahead a small dot, skipped a dash: shape and colour."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, what is to be said of it, and how far it is."""

    title: str
    detail: str
    reached: Reached


class Dot(QWidget):
    """The mark of a step."""

    def __init__(self, reached: Reached, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = reached
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.now().px(14), theme.now().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        _paint_mark(painter, middle, self._reached)
        painter.end()


def _paint_mark(painter: QPainter, middle: QPointF, reached: Reached) -> None:
    look = theme.now()
    unit = look.px(10) / 10
    painter.setPen(Qt.PenStyle.NoPen)
    match reached:
        case Reached.DONE:
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(middle, 6 * unit, 6 * unit)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("on_accent"), 1.5))
            side = 11 * unit
            painter.drawPath(tick(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)))
        case Reached.NOW:
            painter.setPen(QPen(look.colour("now"), 3 * unit))
            painter.setBrush(look.colour("card"))
            painter.drawEllipse(middle, 4.5 * unit, 4.5 * unit)
        case Reached.AHEAD:
            painter.setBrush(look.colour("waiting"))
            painter.drawEllipse(middle, 4 * unit, 4 * unit)
        case Reached.SKIPPED:
            painter.setPen(QPen(look.colour("waiting"), 2 * unit))
            painter.drawLine(middle - QPointF(4 * unit, 0), middle + QPointF(4 * unit, 0))


class Timeline(QWidget):
    """The steps of a case. Each is read aloud with its state."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        space(self._column, 0, 0)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps instead."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        # Shown together: each shown by itself would lay out the whole page anew.
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        space(column, 0, 11)
        for step in steps:
            column.addWidget(self._row(step, rows))
        self._column.addWidget(rows)
        self._column.addStretch(1)
        rows.show()

    def _row(self, step: Step, rows: QWidget) -> QWidget:
        row = QWidget(rows)
        words = QVBoxLayout()
        space(words, 0, 1)
        quiet = step.reached in (Reached.AHEAD, Reached.SKIPPED)
        title = (
            PlainLabel(step.title, row, wrap=True) if quiet else Heading(step.title, row, wrap=True)
        )
        title.setAccessibleName(f"{step.title}, {self._spoken(step.reached)}")
        words.addWidget(title)
        if step.detail:
            words.addWidget(Muted(step.detail, row, wrap=True))
        line = QHBoxLayout(row)
        space(line, 0, 10)
        line.addWidget(Dot(step.reached, row), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return row

    def _spoken(self, reached: Reached) -> str:
        return {
            Reached.DONE: self.tr("done"),
            Reached.NOW: self.tr("now"),
            Reached.AHEAD: self.tr("ahead"),
            Reached.SKIPPED: self.tr("not needed"),
        }[reached]
