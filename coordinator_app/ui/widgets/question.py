"""The dialogs of `messages.py`: a sentence, and at most two buttons named by verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.labels import Heading, Muted

Answer = Callable[[], None]


class Question(QDialog):
    """Opens at once and belongs to `owner`'s window; Esc is the careful answer."""

    def __init__(
        self,
        owner: QWidget,
        text: str,
        *,
        yes: str,
        no: str,
        then: Answer | None = None,
        otherwise: Answer | None = None,
        details: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Endorsement Coordinator"))
        self.setAccessibleName(text)
        self._then, self._otherwise = then, otherwise
        self.body = QVBoxLayout(self)
        self.body.addWidget(Heading(text, self, wrap=True))
        if details:
            self.body.addWidget(Muted(details, self, wrap=True))
        self.yes = Button(yes, Kind.DANGER if danger else Kind.ACCENT, self)
        self.no = Button(no, Kind.PLAIN, self)
        self._place(safe=danger or not no)
        self.accepted.connect(self._said_yes)
        self.rejected.connect(self._said_no)
        self.open()

    def _place(self, *, safe: bool) -> None:
        space(self.body, (20, 20, 20, 16), 10)
        self.setMinimumWidth(theme.now().px(420))
        row = QHBoxLayout()
        space(row, 0, 8)
        row.addStretch(1)
        for button in (self.no, self.yes):
            button.setVisible(bool(button.text()))
            row.addWidget(button)
        self.body.addSpacing(6)
        self.body.addLayout(row)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        default = self.no if safe and self.no.text() else self.yes
        default.setDefault(True)
        default.setFocus()

    def _said_yes(self) -> None:
        if self._then is not None:
            self._then()

    def _said_no(self) -> None:
        if self._otherwise is not None:
            self._otherwise()


def translated_cancel() -> str:
    return QCoreApplication.translate("Messages", "Cancel")


class TextQuestion(Question):
    """A question answered in words."""

    def __init__(
        self,
        owner: QWidget,
        text: str,
        yes: str,
        then: Callable[[str], None],
        *,
        start: str = "",
        required: bool = True,
    ) -> None:
        super().__init__(owner, text, yes=yes, no=translated_cancel(), then=self._answer)
        self._told, self._required = then, required
        self.field = NoteField(text, self)
        self.field.set_value(start)
        self.field.changed.connect(self._check)
        self.body.insertWidget(1, self.field)
        self.field.setFocus()
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(not self._required or not self.field.empty)

    def _answer(self) -> None:
        self._told(self.field.value)
