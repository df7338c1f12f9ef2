"""Settings: the office, this window, the file and its proofs, and what the program is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

import coordinator_app
from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.ui.dialogs.about import AboutDialog
from coordinator_app.ui.page import Page, PageHead
from coordinator_app.ui.pages.settings_file import FilePart
from coordinator_app.ui.pages.settings_office import OfficePart
from coordinator_app.ui.pages.settings_window import WindowPart
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.card import Card, Scroll, buttons
from coordinator_app.ui.widgets.labels import Heading, PlainLabel


class SettingsPage(Page):
    """What belongs to the office is saved by a button; what belongs to the window at once."""

    def __init__(
        self, tools: Tools, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = self.tr("Settings")
        self._tools = tools
        self.office = OfficePart(tools, self)
        self.window_part = WindowPart(preferences, self)
        self.file = FilePart(tools, self)
        self.about_button = Button(self.tr("Versions and licenses"), parent=self)
        self._build()
        self.office.said.connect(self._say)
        self.file.said.connect(self._say)
        self.about_button.clicked.connect(self._about)

    def refresh(self, changes: Changes | None) -> None:
        if self.touched_by(changes, Kind.OFFICE):
            self.office.refresh()
        self.file.refresh()

    def focus_first(self) -> None:
        self.office.association.name.setFocus()

    def _build(self) -> None:
        self.body.addWidget(PageHead(self.title, parent=self))
        left = self._column((self.tr("The office"), self.office))
        right = self._column(
            (self.tr("This window"), self.window_part),
            (self.tr("The file"), self.file),
            (self.tr("The program"), self._program()),
        )
        both = Beside(left, right, self, stretch=(1, 1), narrow=820, gap=22)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        space(column, (0, 0, 8, 0), 0)
        column.addWidget(both)
        column.addStretch(1)
        self.body.addWidget(Scroll(inner, self), 1)

    def _column(self, *parts: tuple[str, QWidget]) -> QWidget:
        column = QWidget(self)
        down = QVBoxLayout(column)
        space(down, 0, 8)
        for title, part in parts:
            down.addWidget(Heading(title, column))
            down.addWidget(part)
            down.addSpacing(8)
        down.addStretch(1)
        return column

    def _program(self) -> Card:
        card = Card(self)
        version = self.tr("Endorsement Coordinator {version}")
        card.add(PlainLabel(version.format(version=coordinator_app.__version__), card))
        card.add(buttons(self.about_button))
        return card

    def _say(self, text: str, tone: Tone) -> None:
        self.notice.say(text, tone)

    def _about(self, _checked: bool) -> None:
        AboutDialog(self).open()
