"""Forms: a label, a field, and the sentence that says what is wrong with it, in rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coordinator_app.ui.messages import say_code
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.fields import Field
from coordinator_app.ui.widgets.labels import PlainLabel


class FormField(Protocol):
    """What a form needs of a field beside its being a QWidget."""

    changed: SignalInstance

    @property
    def problem(self) -> str: ...
    @property
    def empty(self) -> bool: ...
    def mark(self, *, wrong: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: the field, its name, its error line and whether it must be filled in."""

    field: QWidget
    label: str
    error: PlainLabel
    required: bool
    name: PlainLabel
    beside: tuple[QWidget, ...] = ()

    @property
    def as_field(self) -> FormField | None:
        return cast("FormField", self.field) if hasattr(self.field, "problem") else None


class Form(QWidget):
    """Rows of label and field. `check()` shows what is wrong and goes to the first of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        space(self._grid, 0, (18, 10))
        self._grid.setColumnStretch(1, 1)

    def add(
        self, key: str, label: str, field: QWidget, *, required: bool = False, hint: str = ""
    ) -> None:
        """Add a row. A required field says so in words; `hint` stands below it.

        A letter of the label after & goes to the field.
        """
        words = label.replace("&", "")
        place = self._grid.rowCount()
        name = PlainLabel(label, self)
        name.setBuddy(field)
        field.setAccessibleName(field.accessibleName() or words)
        error = PlainLabel("", self, wrap=True, role="error")
        error.hide()
        named = self._named(name, required=required)
        under = PlainLabel(hint, self, wrap=True, role="small")
        under.setVisible(bool(hint))
        self._grid.addWidget(named, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(self._column(field, under, error), place, 1)
        beside = (named, under) if hint else (named,)
        row = _Row(field, words, error, required, name, beside)
        self._rows[key] = row
        if (telling := row.as_field) is not None:
            telling.changed.connect(self._quiet)
        if isinstance(field, Field):
            field.left.connect(partial(self._left, key))

    def add_wide(self, part: QWidget) -> None:
        """Add something over both columns."""
        self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2)

    def show_row(self, key: str, *, shown: bool) -> None:
        """Show or hide a row; a hidden one is not asked for. Raises KeyError."""
        row = self._rows[key]
        row.field.setVisible(shown)
        row.error.setVisible(shown and bool(row.error.text()))
        for part in row.beside:
            part.setVisible(shown)

    def rename_row(self, key: str, label: str) -> None:
        """Call a row otherwise, for the eye and the ear. Raises KeyError."""
        row = self._rows[key]
        row.name.setText(label)
        row.field.setAccessibleName(label.replace("&", ""))
        self._rows[key] = replace(row, label=label.replace("&", ""))

    def show_error(self, key: str, sentence: str) -> None:
        """Show a sentence below a field, or take it away with "". Raises KeyError."""
        row = self._rows[key]
        row.error.setText(sentence)
        row.error.setVisible(bool(sentence))
        row.field.setAccessibleDescription(sentence)
        if (field := row.as_field) is not None:
            field.mark(wrong=bool(sentence))

    def errors(self) -> dict[str, str]:
        """What is wrong now, by the fields' keys."""
        found = {key: self._wrong(row) for key, row in self._rows.items()}
        return {key: sentence for key, sentence in found.items() if sentence}

    def check(self) -> bool:
        """Show every error; True where there is none, else the first wrong field has the focus."""
        errors = self.errors()
        for key in self._rows:
            self.show_error(key, errors.get(key, ""))
        for key in errors:
            self._rows[key].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _wrong(self, row: _Row) -> str:
        field = row.as_field
        if field is None or row.field.isHidden() or not row.field.isEnabled():
            return ""
        if row.required and field.empty:
            return say_code("typed.required", field=row.label)
        return field.problem

    def _left(self, key: str) -> None:
        """A field left with something that cannot be read says so at once; an empty one waits."""
        row = self._rows[key]
        if row.as_field is not None and row.as_field.problem:
            self.show_error(key, row.as_field.problem)

    def _quiet(self) -> None:
        """While a wrong field is mended its sentence goes as soon as it is right."""
        for key, row in self._rows.items():
            if not row.error.isHidden() and not self._wrong(row):
                self.show_error(key, "")

    def _named(self, name: PlainLabel, *, required: bool) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        space(column, (0, 6, 0, 0), 1)
        column.addWidget(name)
        if required:
            column.addWidget(PlainLabel(self.tr("required"), box, role="small"))
        return box

    def _column(self, field: QWidget, hint: PlainLabel, error: PlainLabel) -> QVBoxLayout:
        column = QVBoxLayout()
        space(column, 0, 4)
        for part in (field, hint, error):
            column.addWidget(part)
        return column
