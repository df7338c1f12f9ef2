"""Buttons in the few kinds there are."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.widgets.icons import Icon, paint_icon


class Kind(StrEnum):
    """`accent` is the one main step of a screen."""

    PLAIN = "plain"
    ACCENT = "accent"
    SMALL = "small"
    SMALL_ACCENT = "smallAccent"
    DANGER = "danger"
    LINK = "link"
    CRUMB = "crumb"
    CHIP = "chip"


class Button(QPushButton):
    """A push button of a kind; Enter presses it as Space does."""

    def __init__(self, text: str, kind: Kind = Kind.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isDefault():
            self.click()
        else:
            super().keyPressEvent(arg__1)


class IconButton(QToolButton):
    """A small button with a drawn icon; `spoken` is its name for the ear and its tooltip."""

    def __init__(self, icon: Icon, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        side = theme.now().px(28)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        painter = QPainter(self)
        side = theme.now().px(16)
        middle = QPointF(self.width() / 2, self.height() / 2)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        token = "text" if self.isEnabled() else "disabled"
        paint_icon(painter, box, self._icon, theme.now().colour(token))
        painter.end()
