"""Which hand was used last: after a key, the keyboard's place is shown; after a click it is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

_NAME = "coordinator.last_input"
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class LastInput(QObject):
    """One per application. It listens to the windows themselves, so that it hears each key once."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self.by_keys = False
        application.setProperty(_NAME, self)
        application.focusWindowChanged.connect(self._listen)
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


def last_input() -> LastInput:
    """The application's own; made when it is first asked for."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    found = application.property(_NAME)
    return found if isinstance(found, LastInput) else LastInput(application)
