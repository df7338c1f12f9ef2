"""Labels that show text as it is: never markup, whoever wrote it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.widgets.painting import unbroken

# Room between the lines of a paragraph, as a share of the letters' own height.
LEADING = 1.14
# A label of so many letters never gives way: too little would be left.
WHOLE = 16


class PlainLabel(QLabel):
    """A label of plain text; `wrap` breaks it into lines, `role` names its style in the sheet."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        role: str = "",
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, str, int], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def _airy(self) -> bool:
        """Whether we lay the lines out ourselves: Qt has no line height for plain text."""
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        return self.wordWrap() and not self.textInteractionFlags() & selectable

    def heightForWidth(self, arg__1: int) -> int:
        if not self._airy:
            return super().heightForWidth(arg__1)
        known = (self.text(), self.font().key(), arg__1)
        if known not in self._heights:  # a layout asks for the same ones again and again
            self._heights[known] = ceil(self._lay_out(arg__1)[1])
        return self._heights[known]

    def sizeHint(self) -> QSize:
        if not self._airy:
            return super().sizeHint()
        natural = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(natural, theme.now().px(380))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self._airy:
            return super().minimumSizeHint()
        longest = max(self.text().split(), key=len, default="")
        width = min(self.fontMetrics().horizontalAdvance(longest) + 2, theme.now().px(160))
        return QSize(width, self._pitch())

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        if not self._airy:
            super().paintEvent(arg__1)
            return
        layout, height = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = 0.0 if height >= self.height() else (self.height() - height) / 2
        layout.draw(painter, QPointF(0, top))
        painter.end()

    def _pitch(self) -> int:
        return round(self.fontMetrics().height() * LEADING)

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        """The lines at this width, and their height."""
        layout = QTextLayout(unbroken(self.text()).replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        pitch = self._pitch()
        gap = (pitch - self.fontMetrics().height()) / 2
        lines = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, lines * pitch + gap))
            lines += 1
        layout.endLayout()
        return layout, lines * pitch


class Title(PlainLabel):
    """The name of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, role="title")


class Heading(PlainLabel):
    """The name of a card or a part of one."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(text, parent, role="heading", wrap=wrap)


class Muted(PlainLabel):
    """Quiet text beside the main thing."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(text, parent, role="muted", wrap=wrap)


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit ends in an ellipsis and is whole in its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            self.setProperty("role", role)

    @property
    def elided(self) -> bool:
        """Whether a part of the text is not seen."""
        return self._shown() != self.text()

    def minimumSizeHint(self) -> QSize:
        text = self.text()
        least = text if len(text) <= WHOLE else text[:4] + "…"
        return QSize(
            self.fontMetrics().horizontalAdvance(least), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        self._tell()

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())
        painter.end()

    def _shown(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _tell(self) -> None:
        whole = self.text() if self.elided else ""
        if self.toolTip() != whole:
            self.setToolTip(whole)
