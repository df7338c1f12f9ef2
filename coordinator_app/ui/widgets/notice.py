"""A line that says what happened, with a link to take it back; nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, IconButton, Kind
from coordinator_app.ui.widgets.icons import Icon
from coordinator_app.ui.widgets.labels import PlainLabel


class NoticeLine(QFrame):
    """Hidden until it has something to say; it stays until it is closed or says something else."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = PlainLabel("", self, wrap=True)
        self._link = Button("", Kind.LINK, self)
        self._close = IconButton(Icon.CLOSE, self.tr("Close this message"), self)
        self._then: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        space(row, (12, 4, 6, 4), 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._link)
        row.addWidget(self._close)
        self._link.clicked.connect(self._follow)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self,
        text: str,
        tone: Tone = Tone.NEWS,
        link: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence; `link` is a word that calls `then` ("Undo")."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._then = then
        self.setProperty("tone", tone.value)
        for part in (self, self._text):
            self.style().unpolish(part)
            self.style().polish(part)
        self.show()

    def dismiss(self) -> None:
        self.hide()
        self.closed.emit()

    def _follow(self) -> None:
        then = self._then
        self.dismiss()
        if then is not None:
            then()


class PracticeBanner(QFrame):
    """Says that nothing here is real, as long as a practice office is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice")
        row = QHBoxLayout(self)
        space(row, (22, 4, 16, 4), 10)
        word = PlainLabel(self.tr("PRACTICE"), self, role="heading")
        row.addWidget(word)
        row.addWidget(
            PlainLabel(
                self.tr("Everybody in this office is invented; nothing here is real."),
                self,
                wrap=True,
            ),
            1,
        )
