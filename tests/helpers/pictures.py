"""Pictures of widgets, for looking at and for counting colours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.theme import Look


def picture_of(widget: QWidget, scale: float = 1.0) -> QImage:
    """What a widget looks like on a screen of this scale."""
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


def save_picture(
    widget: QWidget,
    path: Path,
    *,
    size: QSize | None = None,
    scale: float = 1.0,
    look: Look = Look.LIGHT,
    percent: int = 100,
) -> None:
    """Show the widget in a look, a text size and a window size, and write it as PNG."""
    theme.now().show(look, percent)
    if size is not None:
        widget.resize(size)
    widget.show()
    picture_of(widget, scale).save(str(path))


def colours_of(image: QImage) -> set[str]:
    """Every colour in a picture, as #rrggbb."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    dots = memoryview(plain.constBits()).cast("B").cast("I")
    return {f"#{dot & 0xFFFFFF:06x}" for dot in set(dots)}
