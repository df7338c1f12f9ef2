"""Where the pages stand: one larger than the window scrolls, so that the window fits every screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from coordinator_app.ui.last_input import last_input


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
        last_input()  # brings what the keyboard reaches into view

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
        page, room = self._stack.currentWidget(), self.maximumViewportSize()
        if page is None:
            return
        size = _needed(page, room)
        if size.height() > room.height():  # the bar takes its part of the width
            bar = self.verticalScrollBar().sizeHint().width()
            size = _needed(page, QSize(room.width() - bar, room.height()))
        if size != self._stack.size():
            self._stack.resize(size)
            self._keep_the_keyboard_in_view()

    def _keep_the_keyboard_in_view(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._stack.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)


def _needed(page: QWidget, room: QSize) -> QSize:
    """The room there is, or more where the page cannot do with it."""
    size, layout = room.expandedTo(page.minimumSizeHint()), page.layout()
    if layout is not None and layout.hasHeightForWidth():  # where lines break, narrow is high
        size.setHeight(max(size.height(), layout.minimumHeightForWidth(size.width())))
    return size
