"""Filter chips with their counts, one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from coordinator_app.ui import formats
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its key, its words and how many rows it lets through (None: not counted)."""

    key: str
    text: str
    count: int | None = None


class FilterChips(QWidget):
    """`chosen(key)` when the user takes another one; arrow keys move among them."""

    chosen = Signal(object)

    def __init__(self, chips: Sequence[Chip], spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self._chips = {chip.key: chip for chip in chips}
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=8)
        for chip in chips:
            button = Button("", Kind.CHIP, self)
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[chip.key] = button
            row.addWidget(button)
        self.count({chip.key: chip.count for chip in chips})
        if chips:
            self._buttons[chips[0].key].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def key(self) -> str:
        """The key of the chosen chip."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a chip without telling `chosen`. Raises KeyError."""
        self._buttons[key].setChecked(True)

    def count(self, counts: Mapping[str, int | None]) -> None:
        """Show these counts; chips that are not named keep theirs."""
        for key, count in counts.items():
            words = self._chips[key].text
            shown = words if count is None else f"{words} {formats.count(count)}"
            self._buttons[key].setText(shown.replace("&", "&&"))

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, mine in self._buttons.items() if mine is button))
