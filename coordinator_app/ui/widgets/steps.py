"""The steps of a longer entry: which there are, which is shown, which are done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.painting import tick


class StepItem(QAbstractButton):
    """A number in a ring, ticked when it is done, and the step's name."""

    def __init__(self, number: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._done = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_done(done=False)

    def set_done(self, *, done: bool) -> None:
        self._done = done
        said = self.tr("done") if done else ""
        named = (self.tr("Step {number}").format(number=self._number), self.text(), said)
        self.setAccessibleName(", ".join(part for part in named if part))
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.now()
        metrics = QFontMetrics(look.font(weight=600))
        width = metrics.horizontalAdvance(self.text()) + look.px(54)
        return QSize(width, metrics.height() + look.px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(e)

    def paintEvent(self, e: QPaintEvent) -> None:
        look = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        side = look.px(18)
        ring = QRectF(look.px(8), (self.height() - side) / 2, side, side)
        self._mark(painter, ring)
        chosen = self.isChecked()
        painter.setFont(look.font(weight=600 if chosen else 500))
        painter.setPen(look.colour("chosen_ink" if chosen else "quiet"))
        text = self.rect().adjusted(look.px(36), 0, -look.px(8), 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        look = theme.now()
        token = "chosen" if self.isChecked() else "hover" if self.underMouse() else ""
        box = QRectF(self.rect())
        if token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(token))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _mark(self, painter: QPainter, ring: QRectF) -> None:
        look = theme.now()
        if self._done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("on_accent"), 1.6))
            inset = ring.width() * 0.16
            painter.drawPath(tick(ring.adjusted(inset, inset, -inset, -inset)))
            return
        painter.setPen(QPen(look.colour("accent" if self.isChecked() else "muted"), 1.4))
        painter.setBrush(look.colour("card"))
        painter.drawEllipse(ring.adjusted(0.7, 0.7, -0.7, -0.7))
        painter.setFont(look.font(11, 600))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepList(QWidget):
    """`chosen(number)`, from 0, when the user goes to a step."""

    chosen = Signal(object)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps"))
        column = QVBoxLayout(self)
        space(column, 0, 4)
        self.items = [StepItem(number, name, self) for number, name in enumerate(names, start=1)]
        for number, item in enumerate(self.items):
            item.clicked.connect(partial(self._clicked, number))
            column.addWidget(item)
        column.addStretch(1)

    def show_step(self, number: int, done: Sequence[bool]) -> None:
        """Which step is shown, and which are done."""
        self.items[number].setChecked(True)
        for item, ready in zip(self.items, done, strict=True):
            item.set_done(done=ready)

    def _clicked(self, number: int) -> None:
        self.chosen.emit(number)
