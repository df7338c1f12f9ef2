"""Two parts side by side that stand one below the other where the window is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space


class Beside(QWidget):
    """`narrow` is the width in pixels at 100 % below which the second part goes under the first."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        parent: QWidget | None = None,
        *,
        stretch: tuple[int, int] = (1, 1),
        narrow: float = 640,
        gap: float = 14,
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        space(self._row, 0, gap)
        self._row.addWidget(first, stretch[0])
        self._row.addWidget(second, stretch[1])
        theme.now().changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme.now().px(self._narrow)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
