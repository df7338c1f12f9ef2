"""The user's settings while the program runs: applied at once, kept in their file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.runtime.settings import TEXT_SCALES, Settings, save_settings
from coordinator_app.ui import theme
from coordinator_app.ui.theme import Look


class Preferences(QObject):
    """`changed` after every change; `not_kept(error)` where the file could not be written."""

    changed = Signal()
    not_kept = Signal(object)

    def __init__(self, path: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings = settings
        self.apply()

    def apply(self) -> None:
        """Show the look and the text size chosen."""
        theme.now().show(Look(self.settings.theme), self.settings.text_scale)

    def change(self, **values: Any) -> None:
        """Take these values, by the names of the fields of Settings, apply and keep them."""
        self.take(replace(self.settings, **values))

    def take(self, settings: Settings) -> None:
        """Take these settings whole."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        if (before.theme, before.text_scale) != (settings.theme, settings.text_scale):
            self.apply()
        self.changed.emit()
        try:
            save_settings(self._path, settings)
        except MachineTrouble as trouble:
            self.not_kept.emit(trouble)

    def larger(self) -> None:
        """The next larger text, if there is one."""
        larger = [size for size in TEXT_SCALES if size > self.settings.text_scale]
        self.change(text_scale=min(larger, default=self.settings.text_scale))

    def smaller(self) -> None:
        """The next smaller text, if there is one."""
        smaller = [size for size in TEXT_SCALES if size < self.settings.text_scale]
        self.change(text_scale=max(smaller, default=self.settings.text_scale))

    def turn(self) -> None:
        """From light to dark, or back."""
        dark = theme.now().palette.name == "dark"
        self.change(theme=Look.LIGHT.value if dark else Look.DARK.value)
