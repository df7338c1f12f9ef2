"""Pictures of widgets, taken when everything they wait for has come."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from coordinator_app.ui.background import Background


def picture(widget: QWidget, scale: float = 1.0) -> QImage:
    """What a widget looks like on a screen of this scale."""
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


def settle(background: Background, times: int = 1) -> None:
    """Let results arrive and layouts come to rest; `times` for what one result asks of another."""
    for _ in range(times):
        _wait(background)


def _wait(background: Background) -> None:
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if background.idle else None)
    timer.start(60)
    loop.exec()
    timer.stop()
