"""Filter chips with their counts, one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from coordinator_app.ui import formats
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its key, its words and how many rows it lets through (None: not counted)."""

    key: str
    text: str
    count: int | None = None


_LONGEST = 32  # letters of a chip's words; the rest is in its tip


class FilterChips(QWidget):
    """`chosen(key)` when the user takes another one; arrow keys move among them.

    `show_more` adds chips that can go again; `follow` puts other widgets behind the last chip.
    """

    chosen = Signal(object)

    def __init__(self, chips: Sequence[Chip], spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self._chips = {chip.key: chip for chip in chips}
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self, gap=8, even=True)
        self._more: list[str] = []
        self._spare: list[Button] = []
        self._behind: tuple[QWidget, ...] = ()
        for chip in chips:
            self._add(chip)
        if chips:
            self._buttons[chips[0].key].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all chips, from left to right."""
        return tuple(self._chips)

    @property
    def key(self) -> str:
        """The key of the chosen chip."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def button(self, key: str) -> Button:
        """The button of a chip. Raises KeyError."""
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Choose a chip without telling `chosen`. Raises KeyError."""
        self._buttons[key].setChecked(True)

    def count(self, counts: Mapping[str, int | None]) -> None:
        """Show these counts; chips that are not named keep theirs, and keys without a chip are let be."""
        for key in self._chips.keys() & counts.keys():
            words, count = _short(self._chips[key].text), counts[key]
            shown = words if count is None else f"{words} {formats.count(count)}"
            self._buttons[key].setText(shown.replace("&", "&&"))

    def show_more(self, chips: Sequence[Chip]) -> None:
        """Show these behind the first ones, instead of what was shown so before.

        Buttons that are wanted no longer are hidden and used again: a layout written in Python
        shares its items with Qt, and must not have one taken out.
        """
        for key in self._more:
            button = self._buttons.pop(key)
            del self._chips[key]
            self._group.removeButton(button)
            button.setChecked(False)
            button.hide()
            self._spare.append(button)
        self._more = [chip.key for chip in chips]
        for chip in chips:
            self._add(chip)
        self._order()

    def follow(self, *widgets: QWidget) -> None:
        """Let these stand behind the last chip, and Tab go to them from there."""
        for widget in widgets:
            self._row.addWidget(widget)
        self._behind = widgets
        self._order()

    def _order(self) -> None:
        more = (self._buttons[key] for key in self._more)
        self._row.put_last(*more, *self._behind)
        order_tabs(self)

    def _add(self, chip: Chip) -> None:
        button = self._spare.pop() if self._spare else self._button()
        button.setToolTip(chip.text if _short(chip.text) != chip.text else "")
        button.show()
        self._group.addButton(button)
        self._chips[chip.key] = chip
        self._buttons[chip.key] = button
        self.count({chip.key: chip.count})

    def _button(self) -> Button:
        button = Button("", Kind.CHIP, self)
        button.setCheckable(True)
        self._row.addWidget(button)
        return button

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, mine in self._buttons.items() if mine is button))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
