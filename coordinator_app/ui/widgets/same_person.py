"""People on file who may be the one being entered, each to be taken instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.people import Likely
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.labels import Heading, Muted


class SamePerson(QFrame):
    """Hidden while nobody is like the draft. `taken` carries the Likely chosen."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self.seen: PersonDraft | None = None
        self._column = QVBoxLayout(self)
        space(self._column, (12, 9, 12, 9), 5)
        self.hide()

    def show_found(self, found: Sequence[Likely], draft: PersonDraft) -> None:
        """Offer these; from now on they have been seen for this draft."""
        self._clear()
        self.seen = draft
        self.setVisible(bool(found))
        if found:
            self._column.addWidget(Heading(self.tr("Is it one of these?"), self, wrap=True))
            ask = self.tr("Take the person on file, or save once more as somebody new.")
            self._column.addWidget(Muted(ask, self, wrap=True))
        for number, one in enumerate(found):
            button = self._button(one)
            self._column.addWidget(button)
            if not number:
                self.setFocusProxy(button)

    def forget(self) -> None:
        """Nothing has been seen."""
        self._clear()
        self.seen = None
        self.hide()

    def _button(self, one: Likely) -> Button:
        likely = self.tr("Likely the same (e-mail or phone): {name}")
        possibly = self.tr("Possibly the same (name): {name}")
        text = (likely if one.likeness == "likely" else possibly).format(name=one.name)
        button = Button(text.replace("&", "&&"), Kind.SMALL, self)
        button.clicked.connect(partial(self.taken.emit, one))
        return button

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
