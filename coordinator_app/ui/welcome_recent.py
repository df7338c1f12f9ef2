"""The offices opened lately, as lines that can be opened or taken off the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import IconButton
from coordinator_app.ui.widgets.icons import Icon

_NAME, _FOLDER = 13.0, 12.0


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One office file; `there` False where it is not found any more."""

    path: Path
    there: bool

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def folder(self) -> str:
        home, folder = str(Path.home()), str(self.path.parent)
        return folder.replace(home, "~", 1) if folder.startswith(home) else folder


class RecentLine(QAbstractButton):
    """The file's name over its folder; Enter opens it, Delete takes it off the list."""

    removed = Signal()

    def __init__(self, file: RecentFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = file
        self._beside = "" if file.there else self.tr("not found")
        spoken = ", ".join(part for part in (file.name, file.folder, self._beside) if part)
        self.setAccessibleName(spoken)
        self.setToolTip(str(file.path))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if file.there:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        look = theme.now()
        lines = sum(QFontMetrics(look.font(size)).height() for size in (_NAME, _FOLDER))
        return QSize(look.px(300), lines + look.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.now().px(120), self.sizeHint().height())

    def keyPressEvent(self, e: QKeyEvent) -> None:
        match Qt.Key(e.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(e)

    def paintEvent(self, e: QPaintEvent) -> None:
        look = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        box = self.rect().adjusted(look.px(10), look.px(7), -look.px(10), -look.px(7))
        name = look.font(_NAME, 500)
        top = box.adjusted(0, 0, 0, QFontMetrics(name).height() - box.height())
        self._line(painter, top, self._said(), "text" if self.file.there else "disabled", 500)
        below = box.adjusted(0, top.height(), 0, 0)
        self._line(
            painter, below, self.file.folder, "muted" if self.file.there else "disabled", 400
        )
        painter.end()

    def _said(self) -> str:
        return f"{self.file.name} · {self._beside}" if self._beside else self.file.name

    def _line(self, painter: QPainter, box: object, text: str, token: str, weight: int) -> None:
        look = theme.now()
        painter.setFont(look.font(_NAME if weight == 500 else _FOLDER, weight))
        painter.setPen(look.colour(token))
        width = self.width() - look.px(20)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)  # pyright: ignore[reportArgumentType, reportCallIssue]

    def _ground(self, painter: QPainter) -> None:
        look = theme.now()
        box = QRectF(self.rect())
        if self.underMouse() and self.file.there:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)


class RecentList(QWidget):
    """`chosen(path)` and `removed(path)`."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self.lines: list[RecentLine] = []
        space(self._column, 0, 2)

    def show_files(self, files: Sequence[RecentFile]) -> None:
        """Show these instead."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for file in files:
            self._column.addWidget(self._row(file))

    def _row(self, file: RecentFile) -> QWidget:
        row = QWidget(self)
        line = RecentLine(file, row)
        away = IconButton(
            Icon.CLOSE, self.tr("Take {name} off the list").format(name=file.name), row
        )
        line.clicked.connect(partial(self._clicked, file))
        line.removed.connect(partial(self.removed.emit, file.path))
        away.clicked.connect(partial(self._away, file))
        across = QHBoxLayout(row)
        space(across, 0, 4)
        across.addWidget(line, 1)
        across.addWidget(away)
        self.lines.append(line)
        return row

    def _clicked(self, file: RecentFile) -> None:
        if file.there:
            self.chosen.emit(file.path)

    def _away(self, file: RecentFile) -> None:
        self.removed.emit(file.path)
