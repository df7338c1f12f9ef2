"""Asking for an office's passphrase; a wrong one is said below the field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.dialogs.handbook import add_help_key
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import buttons
from coordinator_app.ui.widgets.fields import Field
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Muted, Title


class SecretField(Field):
    """A line that is not shown as it is typed; `value` is taken exactly, blanks too."""

    def __init__(self, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @property
    def value(self) -> str:
        return self.text()

    @property
    def empty(self) -> bool:
        return not self.text()

    def show_text(self, *, shown: bool) -> None:
        """Show what is typed, or hide it again."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)


class PassphraseDialog(QDialog):
    """`given(passphrase)` each time it is to be tried; the opener calls `refuse` or `accept`."""

    given = Signal(object)

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner.window())
        add_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.owner = owner
        self.setWindowTitle(self.tr("Passphrase"))
        self.field = SecretField(parent=self)
        self.form = Form(self)
        self.form.add("passphrase", self.tr("&Passphrase"), self.field, required=True)
        self.open_button = Button(self.tr("Open"), Kind.ACCENT, self)
        cancel = Button(self.tr("Cancel"), parent=self)
        head = Title(self.tr("Open {name}").format(name=name), self)
        head.setWordWrap(True)
        line = self.tr("This office is protected by a passphrase. Nobody can open it without.")
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 12)
        for part in (head, Muted(line, self, wrap=True), self.form):
            column.addWidget(part)
        column.addLayout(buttons(cancel, self.open_button, spread=True))
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.try_it)
        cancel.clicked.connect(self.reject)
        self.setMinimumWidth(theme.now().px(460))

    def try_it(self) -> None:
        """Give what was typed to the opener."""
        if self.form.check():
            self._busy(on=True)
            self.given.emit(self.field.value)

    def refuse(self, sentence: str) -> None:
        """It was the wrong one: say so, and let it be typed again."""
        self._busy(on=False)
        self.form.show_error("passphrase", sentence)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _busy(self, *, on: bool) -> None:
        self.open_button.setEnabled(not on)
        self.open_button.setText(self.tr("Opening…") if on else self.tr("Open"))
