"""The thin bar of the rounds, and the bar of long work with its cancel button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.background import Progress
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.labels import Muted


class ThinBar(QWidget):
    """`done` of `total` as a thin rounded bar; what it shows is also its accessible name.

    A total of 0 is an empty bar.
    """

    def __init__(
        self, done: int = 0, total: int = 0, spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0
        self.show_share(done, total, spoken)

    def show_share(self, done: int, total: int, spoken: str) -> None:
        self._share = min(1.0, max(0.0, done / total)) if total else 0.0
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.now().px(80), theme.now().px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.now().px(20), theme.now().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.now()
        box = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self._share:
            box.setWidth(max(box.height(), box.width() * self._share))
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()


class WorkBar(QWidget):
    """Long work: what is being done, how far, and a button to cancel it (`cancelled`)."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Muted("", self, wrap=True)
        self._bar = ThinBar(parent=self)
        self._cancel = Button(self.tr("Cancel"), Kind.SMALL, self)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        space(column, 0, 6)
        column.addWidget(self._text)
        column.addLayout(row)

    def show_progress(self, progress: Progress) -> None:
        """Show one step; give it to `Background.run_long` as its `progress`."""
        self._cancel.setEnabled(True)
        self._text.setText(progress.text)
        self._bar.show_share(progress.done, progress.total, progress.text)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
