"""Where the keyboard is: shown after a key and not after a click, and always brought into view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_NAME = "coordinator.last_input"
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class LastInput(QObject):
    """One per application. It listens to the windows themselves, so that it hears each key once."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.by_keys = False
        application.setProperty(_NAME, self)
        application.focusWindowChanged.connect(self._listen)
        application.focusChanged.connect(self._bring_into_view)
        self._listen(QGuiApplication.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS:
            self.by_keys = True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.by_keys = False
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:  # a filter installed again is only moved to the front
            window.installEventFilter(self)

    def _bring_into_view(self, _left: QWidget | None, reached: QWidget | None) -> None:
        """Qt itself does so only for what is reached from within the same area. What the mouse
        presses stays where it is."""
        if reached is None or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        above = reached.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(reached)
            above = above.parentWidget()


def last_input() -> LastInput:
    """The application's own; made when it is first asked for."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    found = application.property(_NAME)
    return found if isinstance(found, LastInput) else LastInput(application)
