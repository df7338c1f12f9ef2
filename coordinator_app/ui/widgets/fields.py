"""Fields of a form: each has a value, says what is wrong with it, and tells when it changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.partial import PartialDate
from coordinator_app.ui import formats, theme, typed
from coordinator_app.ui.messages import sentence_of


class Field(QLineEdit):
    """One line. `problem` is "" or a sentence.

    `changed` is emitted when the text changes, `left` when it was left with Tab, Enter or a click.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, spoken: str = "", parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(hint)
        self.textChanged.connect(self._changed)

    @property
    def problem(self) -> str:
        return ""

    @property
    def empty(self) -> bool:
        return not self.text().strip()

    def mark(self, *, wrong: bool) -> None:
        """Show or take away the red edge; the form shows the sentence beside it."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def _changed(self) -> None:
        self.changed.emit()


class TextField(Field):
    """A line of words; `value` is what was typed without blanks around it."""

    @property
    def value(self) -> str:
        return " ".join(self.text().split())

    def set_value(self, value: str) -> None:
        self.setText(value)
        self.setCursorPosition(0)


class _ReadField(Field):
    """A field whose text is read when it is left, and then written in the office's way."""

    def __init__(self, spoken: str = "", parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(spoken, parent, hint=hint)
        self.editingFinished.connect(self._tidy)

    @property
    def problem(self) -> str:
        try:
            self._read()
        except BadInput as refusal:
            return sentence_of(refusal)
        return ""

    def _read(self) -> str:
        """The text as it should be written. Raises BadInput."""
        raise NotImplementedError

    def _tidy(self) -> None:
        try:
            tidy = self._read()
        except BadInput as refusal:
            self.mark(wrong=True)
            self.setToolTip(sentence_of(refusal))
        else:
            if tidy != self.text():
                self.setText(tidy)
        self.left.emit()

    def _changed(self) -> None:
        if self.toolTip() and not self.problem:
            self.mark(wrong=False)
            self.setToolTip("")
        super()._changed()


class DateField(_ReadField):
    """A typed day, or none. Up and Down step by a day, with Ctrl by a month's first.

    `today` lets "today" be typed. Empty is no date.
    """

    def __init__(
        self,
        spoken: str = "",
        parent: QWidget | None = None,
        *,
        today: date | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(spoken, parent, hint=hint or self.tr("no date"))
        self._today = today
        self.setMinimumWidth(theme.now().px(120))

    @property
    def value(self) -> date | None:
        """The day, or None where there is none or it cannot be read (see `problem`)."""
        try:
            return typed.read_whole_day(self.text(), self._today) if not self.empty else None
        except BadInput:
            return None

    def set_value(self, value: date | None) -> None:
        self.setText(formats.day(value))

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(arg__1.key()))
        start = self.value or self._today
        if step is None or start is None:
            super().keyPressEvent(arg__1)
            return
        self.set_value(date.fromordinal(start.toordinal() + (step if self.value else 0)))

    def _read(self) -> str:
        return "" if self.empty else formats.day(typed.read_whole_day(self.text(), self._today))


class PartialDateField(_ReadField):
    """A typed day, month or year, or none."""

    def __init__(
        self,
        spoken: str = "",
        parent: QWidget | None = None,
        *,
        today: date | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(spoken, parent, hint=hint or self.tr("no date"))
        self._today = today

    @property
    def value(self) -> PartialDate | None:
        try:
            return None if self.empty else typed.read_day(self.text(), self._today)
        except BadInput:
            return None

    def set_value(self, value: PartialDate | None) -> None:
        self.setText(formats.partial_day(value))

    def _read(self) -> str:
        read = None if self.empty else typed.read_day(self.text(), self._today)
        return formats.partial_day(read)


class AmountField(_ReadField):
    """An exact amount from 0 up, or none: clock hours, dollars."""

    def __init__(
        self,
        spoken: str = "",
        parent: QWidget | None = None,
        *,
        places: int = 2,
        hint: str = "",
    ) -> None:
        super().__init__(spoken, parent, hint=hint)
        self._places = places

    @property
    def value(self) -> Decimal | None:
        try:
            return None if self.empty else typed.read_amount(self.text(), self._places)
        except BadInput:
            return None

    def set_value(self, value: Decimal | None) -> None:
        self.setText("" if value is None else formats.number(value))

    def _read(self) -> str:
        read = None if self.empty else typed.read_amount(self.text(), self._places)
        return "" if read is None else formats.number(read)
