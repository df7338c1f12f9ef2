"""The first screen: make an office, open one, or try the practice office."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coordinator_app.ui import theme
from coordinator_app.ui.actions import ActionSet
from coordinator_app.ui.spacing import space
from coordinator_app.ui.welcome_recent import RecentFile, RecentList
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, Scroll
from coordinator_app.ui.widgets.icons import window_icon
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.notice import NoticeLine

OFFICE_ENDS = (".office", ".endorse")
BOOK_ENDS = (".xlsx", ".csv")


class Welcome(QMainWindow):
    """`chosen(path)` an office file, `brought(path)` a spreadsheet dropped, `forgotten(path)`.

    The commands are taken up by the application; the buttons fire them.
    """

    closing = Signal()
    chosen = Signal(object)
    brought = Signal(object)
    forgotten = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Endorsement Coordinator"))
        self.setWindowIcon(window_icon(theme.now().colour("accent")))
        self.setAcceptDrops(True)
        self.commands = ActionSet(self)
        self.notice = NoticeLine(self)
        self.recent = RecentList(self)
        self.buttons: dict[str, Button] = {}
        self._build()
        self.recent.chosen.connect(self.chosen)
        self.recent.removed.connect(self.forgotten)
        look = theme.now()
        self.resize(look.px(1000), look.px(680))

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """The offices opened lately, the last one first."""
        self.recent.show_files(files)
        self.recent.setVisible(bool(files))
        self._none.setVisible(not files)

    def focus_first(self) -> None:
        """The last office where there is one, else New office."""
        there = [line for line in self.recent.lines if line.file.there]
        first: QWidget = there[0] if there else self.buttons["file.new"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = dropped_file(event.mimeData())
        if found is not None:
            (self.brought if found.suffix.lower() in BOOK_ENDS else self.chosen).emit(found)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    # Making it

    def _build(self) -> None:
        inner = QWidget(self)
        both = Beside(self._begin(inner), self._lately(inner), inner, narrow=700, gap=48)
        both.setMaximumWidth(theme.now().px(1040))
        middle = QHBoxLayout(inner)
        space(middle, (28, 12, 28, 28), 0)
        middle.addWidget(both)
        whole = QWidget(self)
        whole.setObjectName("page")
        whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(whole)
        space(column, (12, 8, 12, 0), 0)
        column.addWidget(self._menus(whole), 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.notice)
        column.addWidget(Scroll(inner, whole), 1)
        self.setCentralWidget(whole)

    def _menus(self, parent: QWidget) -> QMenuBar:
        bar = QMenuBar(parent)
        bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.commands.fill(bar)
        return bar

    def _begin(self, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        column = QVBoxLayout(part)
        space(column, 0, 10)
        column.addStretch(2)
        title = PlainLabel(self.tr("Endorsement Coordinator"), part, wrap=True, role="display")
        column.addWidget(title)
        line = self.tr(
            "From the first application to the registry: what is due, why, and the letter that says so."
        )
        column.addWidget(Muted(line, part, wrap=True))
        column.addSpacing(14)
        grid = QGridLayout()
        space(grid, 0, (16, 12))
        grid.setColumnStretch(1, 1)
        for row, (command, words, below) in enumerate(self._ways()):
            grid.addWidget(self._way(command, words, below, part), row, 0)
            grid.addWidget(Muted(below, part, wrap=True), row, 1)
        column.addLayout(grid)
        column.addStretch(3)
        return part

    def _ways(self) -> list[tuple[str, str, str]]:
        return [
            (
                "file.new",
                self.tr("New office…"),
                self.tr("For your association. Its file stays on this computer."),
            ),
            (
                "file.open",
                self.tr("Open office…"),
                self.tr("A file you have already, or a backup."),
            ),
            (
                "file.import",
                self.tr("Bring in a workbook…"),
                self.tr("Last year’s spreadsheet: looked through first, then brought in."),
            ),
            (
                "file.practice",
                self.tr("Practice office"),
                self.tr("Everybody in it is invented: try anything."),
            ),
        ]

    def _way(self, command: str, words: str, below: str, parent: QWidget) -> Button:
        kind = Kind.ACCENT if command == "file.new" else Kind.PLAIN
        button = Button(words, kind, parent)
        button.setAccessibleDescription(below)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._fire, command))
        self.buttons[command] = button
        return button

    def _lately(self, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        column = QVBoxLayout(part)
        space(column, 0, 10)
        card = Card(part)
        card.add(Heading(self.tr("Recent"), card))
        self._none = Muted(
            self.tr("Offices you open are listed here. Nothing has been opened yet."),
            card,
            wrap=True,
        )
        card.add(self._none)
        card.add(self.recent)
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        return part

    def _fire(self, command: str) -> None:
        self.commands.fire(command)


def dropped_file(dropped: QMimeData) -> Path | None:
    """The office file or spreadsheet that is dragged over the window; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    fit = [path for path in paths if path.suffix.lower() in (*OFFICE_ENDS, *BOOK_ENDS)]
    return fit[0] if len(paths) == 1 and fit else None
