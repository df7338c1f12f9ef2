"""The few fields with which somebody new comes onto file; the rest is entered on their page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.people import PersonDraft
from coordinator_app.ui.messages import say_code
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.fields import TextField
from coordinator_app.ui.widgets.form import Form


class PersonFields(QWidget):
    """Name, e-mail, phone, agency and island of somebody new."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TextField()
        self.email = TextField()
        self.phone = TextField()
        self.agency = TextField()
        self.island = TextField(hint=self.tr("Oʻahu, Maui, …"))
        self.form = Form(self)
        rows = (
            ("name", self.tr("Name"), self.name),
            ("email", self.tr("E-mail"), self.email),
            ("phone", self.tr("Phone"), self.phone),
            ("agency", self.tr("Agency"), self.agency),
            ("island", self.tr("Island or county"), self.island),
        )
        for key, label, field in rows:
            self.form.add(key, label, field)
            field.changed.connect(self._changed)
        column = QVBoxLayout(self)
        space(column, 0, 0)
        column.addWidget(self.form)
        self.setFocusProxy(self.name)

    @property
    def name_now(self) -> str:
        return self.name.value

    @property
    def value(self) -> PersonDraft:
        """What was entered; a name that is still missing is a question mark."""
        return PersonDraft(
            self.name.value or "?",
            emails=_some(self.email.value),
            phones=_some(self.phone.value),
            agency=self.agency.value,
            island=self.island.value,
        )

    @property
    def problem(self) -> str:
        missing = say_code("typed.required", field=self.tr("Name"))
        return "" if self.name.value else missing

    def mark(self, *, wrong: bool) -> None:
        self.name.mark(wrong=wrong)

    def begin(self, words: str) -> None:
        """Start with what was searched for, as an e-mail or as a name."""
        field = self.email if "@" in words else self.name
        if words and field.empty:
            field.set_value(words)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self.changed.emit()


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
