"""The part of Settings that belongs to the user and this computer: look and text size."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coordinator_app.runtime.settings import TEXT_SCALES
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.form import Form


class WindowPart(Card):
    """Every choice is applied at once, to every window."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent, title="")
        self._preferences = preferences
        looks = [
            ("system", self.tr("As the computer has it")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ]
        self.look = Choice(looks, parent=self)
        sizes = [(size, f"{size} %") for size in TEXT_SCALES]
        self.text_size = Choice(sizes, parent=self)
        form = Form(self)
        form.add("look", self.tr("&Look"), self.look)
        form.add("text", self.tr("Te&xt size"), self.text_size, hint=self.tr("Ctrl + and Ctrl −"))
        self.add(form)
        self._show()
        self.look.changed.connect(self._changed)
        self.text_size.changed.connect(self._changed)
        preferences.changed.connect(self._show)

    def _show(self) -> None:
        for field, value in (
            (self.look, self._preferences.settings.theme),
            (self.text_size, self._preferences.settings.text_scale),
        ):
            field.blockSignals(True)
            field.set_value(value)
            field.blockSignals(False)

    def _changed(self) -> None:
        self._preferences.change(theme=self.look.value, text_scale=self.text_size.value)
