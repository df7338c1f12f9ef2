"""Where the pages stand: one larger than the window scrolls, so that the window fits every screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget


class PagePlace(QScrollArea):
    """As large as the page shown must be, else as large as the room there is."""

    def __init__(self, stack: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._later = QTimer(self, singleShot=True, interval=0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(stack)
        stack.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        stack.installEventFilter(self)
        stack.currentChanged.connect(self._fit)
        self._later.timeout.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._fit()

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """What the page needs may change with what it shows."""
        if arg__2.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return super().eventFilter(arg__1, arg__2)

    def _fit(self) -> None:
        page = self._stack.currentWidget()
        if page is not None:
            self._stack.resize(self.maximumViewportSize().expandedTo(page.minimumSizeHint()))

    def _follow(self, _left: QWidget | None, reached: QWidget | None) -> None:
        """The keyboard's place is brought into view."""
        if reached is not None and self._stack.isAncestorOf(reached):
            self.ensureWidgetVisible(reached)
