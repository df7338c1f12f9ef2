"""Making an office, step by step; the program goes on meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.policy import RuleValue
from coordinator_app.runtime.paths import make_folder
from coordinator_app.services.desk import Clock, Desk, make_office
from coordinator_app.services.office import OfficeDraft
from coordinator_app.services.policies import default_policy
from coordinator_app.ui import theme
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.handbook import add_help_key
from coordinator_app.ui.dialogs.new_office_file import FileStep
from coordinator_app.ui.dialogs.new_office_steps import (
    AssociationStep,
    CoordinatorStep,
    OfficeStep,
    PolicyStep,
)
from coordinator_app.ui.fitting import fit
from coordinator_app.ui.messages import Messages, sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.steps import StepList

# Which step and field a refusal belongs to.
_FIELDS: Mapping[str, tuple[int, str]] = {
    "office.unknown_zone": (0, "time_zone"),
    "picture.too_large": (0, "logo"),
    "picture.unreadable": (0, "logo"),
    "file.exists": (2, "path"),
    "file.cannot_make": (2, "path"),
    "folder.not_made": (2, "path"),
}


class NewOfficeDialog(QDialog):
    """`made(desk)` when the office is there and open. `line` says what comes after, if anything."""

    made = Signal(object)

    def __init__(
        self,
        owner: QWidget,
        clock: Clock,
        folder: Path,
        background: Background,
        messages: Messages,
        line: str = "",
    ) -> None:
        super().__init__(owner.window())
        add_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New office"))
        self._clock, self._background, self._messages = clock, background, messages
        self._making = False
        self.association = AssociationStep(background, messages, self)
        self.coordinator = CoordinatorStep(self)
        self.file = FileStep(folder, background, messages, self)
        self.policy = PolicyStep(default_policy(), self)
        self.pages: list[OfficeStep | PolicyStep] = [
            self.association,
            self.coordinator,
            self.file,
            self.policy,
        ]
        names = (self.tr("Association"), self.tr("Coordinator"), self.tr("File"), self.tr("Policy"))
        self.steps = StepList(names, self)
        self._stack = QStackedWidget(self)
        self.notice = NoticeLine(self)
        self.back_button = Button(self.tr("Back"), parent=self)
        self.next_button = Button(self.tr("Next"), Kind.ACCENT, self)
        self.cancel_button = Button(self.tr("Cancel"), parent=self)
        self._build(line)
        fit(self, owner, 980, 700)
        self._connect()
        self._show(0)

    @property
    def number(self) -> int:
        """The step shown, from 0."""
        return self._stack.currentIndex()

    def draft(self) -> OfficeDraft:
        """The office as entered. Raises BadInput."""
        ours, mine = self.association.fields, self.coordinator.fields
        return OfficeDraft(
            name=ours.name.value,
            short_name=ours.short_name.value,
            coordinator=mine.name.value,
            time_zone=ours.zone.value,
            address=ours.address.value,
            email=mine.email.value,
            phone=mine.phone.value,
            coordinator_title=mine.title.value,
            logo=ours.logo.value,
        )

    def go_on(self) -> None:
        """Check this step and go to the next; at the last one make the office."""
        if self._making or not self.pages[self.number].check():
            return
        if self.number < len(self.pages) - 1:
            self._show(self.number + 1)
        else:
            self.make()

    def make(self) -> None:
        """Make the office in the worker, unless a step is still wrong."""
        for number, page in enumerate(self.pages):
            if not page.is_right():
                self._show(number)
                page.check()
                return
        path = self.file.path.path
        assert path is not None
        self._busy(on=True)
        settings = self.policy.table.settings()
        call = partial(_make, path, self.draft(), self._clock, settings, self.file.passphrase)
        self._background.run(self, call, self._made, self._refused)

    def reject(self) -> None:
        """Close; what was typed is asked after first."""
        if self._making:
            return
        if self.association.fields.name.empty and self.coordinator.fields.name.empty:
            super().reject()
            return
        ask = self.tr("Close without making this office?")
        leave = partial(QDialog.reject, self)
        self._messages.ask(self, ask, self.tr("Close without making it"), leave, danger=True)

    def _build(self, line: str) -> None:
        look = theme.now()
        for page in self.pages:
            self._stack.addWidget(page)
        middle = QHBoxLayout()
        space(middle, 0, 26)
        self.steps.setMinimumWidth(look.px(150))
        middle.addWidget(self.steps)
        middle.addWidget(self._stack, 1)
        row = QHBoxLayout()
        space(row, 0, 8)
        row.addWidget(Muted(line, self, wrap=True), 1)
        for button in (self.cancel_button, self.back_button, self.next_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        space(column, (22, 20, 22, 18), 14)
        column.addLayout(middle, 1)
        column.addWidget(self.notice)
        column.addLayout(row)

    def _connect(self) -> None:
        self.next_button.setDefault(True)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self._go_back)
        self.cancel_button.clicked.connect(self.reject)
        self.steps.chosen.connect(self._step_chosen)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.go_on)

    def _step_chosen(self, number: int) -> None:
        """Back at once; forward only over steps that are right."""
        for between in range(self.number, number):
            if not self.pages[between].is_right():
                self._show(between)
                self.pages[between].check()
                return
        self._show(number)

    def _go_back(self, _checked: bool) -> None:
        self._show(max(0, self.number - 1))

    def _show(self, number: int) -> None:
        if number == 2:
            fields = self.association.fields
            known = (fields.name.value, fields.short_name.value, self.coordinator.fields.name.value)
            self.file.suggest(fields.short_name.value, known)
        self._stack.setCurrentIndex(number)
        last = number == len(self.pages) - 1
        self.next_button.setText(self.tr("Make office") if last else self.tr("Next"))
        self.back_button.setEnabled(number > 0)
        done = [at < number and page.is_right() for at, page in enumerate(self.pages)]
        self.steps.show_step(number, done)
        self._focus(number)

    def _focus(self, number: int) -> None:
        firsts: tuple[QWidget, ...] = (
            self.association.fields.name,
            self.coordinator.fields.name,
            self.file.first if self.file.first.isEnabled() else self.file.without,
            self.policy.confirm_button,
        )
        firsts[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, *, on: bool) -> None:
        self._making = on
        for button in (self.next_button, self.back_button, self.cancel_button):
            button.setEnabled(not on)
        self.next_button.setText(self.tr("Making…") if on else self.tr("Make office"))

    def _made(self, desk: Desk) -> None:
        self._making = False
        self.made.emit(desk)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._busy(on=False)
        if not isinstance(error, Refusal):
            self._messages.failure(self, error)
            return
        number, field = _FIELDS.get(error.code, (self.number, ""))
        self._show(number)
        page = self.pages[number]
        if field and isinstance(page, OfficeStep):
            page.form.show_error(field, sentence_of(error))
        else:
            self.notice.say(sentence_of(error), Tone.BAD)


def _make(
    path: Path,
    draft: OfficeDraft,
    clock: Clock,
    settings: Mapping[str, RuleValue | None],
    passphrase: str | None,
) -> Desk:
    """Make the folder where it is missing, then the office."""
    make_folder(path.parent)
    return make_office(path, draft, clock=clock, settings=settings, passphrase=passphrase)
