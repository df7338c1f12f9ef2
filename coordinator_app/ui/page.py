"""What a page is to the main window: a title, a refresh, and a first place for the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.labels import ElidedLabel, Title
from coordinator_app.ui.widgets.notice import NoticeLine


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can go: a page by its key, and what it should show there (an id)."""

    page: str
    what: object = None


class Page(QWidget):
    """A page of the window. It asks to go elsewhere by `go`, and shows itself by what it is given.

    Subclasses set `title` and override `refresh`, `focus_first` and, where they can show one
    thing of many, `open`.
    """

    go = Signal(object)
    title: str = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notice = NoticeLine(self)
        self.body = QVBoxLayout(self)
        self.body.addWidget(self.notice)
        space(self.body, (22, 16, 22, 20), 14)

    def refresh(self, changes: Changes | None) -> None:
        """Fetch anew if `changes` touch this page, or in any case where they are None."""

    def open(self, what: object) -> None:
        """Show this one thing; called before `refresh` when the page is gone to by a Place."""

    def focus_first(self) -> None:
        """Give the keyboard to the first place where work begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def touched_by(self, changes: Changes | None, *kinds: object) -> bool:
        """Whether a refresh is due: no changes named, or one of these kinds is among them."""
        return changes is None or bool(changes.kinds.intersection(kinds))


class PageHead(QWidget):
    """The first line of a page: its title, a quiet line beside it, and buttons at the right."""

    def __init__(
        self, title: str, beside: str = "", *buttons: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Title(title, self)
        self.beside = ElidedLabel(beside, self, role="muted")
        self._row = QHBoxLayout(self)
        space(self._row, 0, 8)
        self._rescale()
        theme.now().changed.connect(self._rescale)
        self._row.addWidget(self.title)
        self._row.addSpacing(6)
        self._row.addWidget(self.beside)
        self._row.addStretch(1)
        self.beside.setVisible(bool(beside))
        for button in buttons:
            self._row.addWidget(button)

    def say(self, title: str, beside: str = "") -> None:
        self.title.setText(title)
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))

    def _rescale(self) -> None:
        """As high with buttons as without, so that titles do not jump from page to page."""
        self.setMinimumHeight(theme.now().px(32))

    def insert(self, part: QWidget) -> None:
        """Put something behind the quiet line: a pill, a choice of date."""
        self._row.insertWidget(self._row.indexOf(self.beside) + 1, part)
