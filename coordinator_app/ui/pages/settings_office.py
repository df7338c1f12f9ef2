"""The part of Settings that describes the office: the same fields as when it was made."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.views import OfficeCard
from coordinator_app.services.office import OfficeDraft
from coordinator_app.ui.messages import sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.office_form import AssociationFields, CoordinatorFields

_FIELDS = {
    "office.unknown_zone": "time_zone",
    "picture.too_large": "logo",
    "picture.unreadable": "logo",
}


class OfficePart(Card):
    """`said(text, tone)` what became of saving."""

    said = Signal(object, object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._shown: OfficeCard | None = None
        self.form = Form(self)
        self.association = AssociationFields(self.form, tools.background, tools.messages, self)
        self.coordinator = CoordinatorFields(self.form, self)
        self.save_button = Button(self.tr("Save"), Kind.ACCENT, self)
        self.revert_button = Button(self.tr("As it was"), parent=self)
        self.add(self.form)
        self.add(buttons(self.revert_button, self.save_button, spread=True))
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self._revert)
        for changed in self._changes():
            changed.connect(self._touched)
        self._touched()

    def refresh(self) -> None:
        """Fetch the office anew, unless something is being typed."""
        if not self.is_changed():
            self._tools.fetch(self, partial(_office, self._tools), self._show)

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._shown is not None and (
            self._typed() != _typed_of(self._shown) or self.association.logo.value is not None
        )

    def save(self) -> None:
        """Write what was typed, as one action."""
        if self.form.check():
            self.save_button.setEnabled(False)
            call = partial(self._tools.desk.office.change, self._draft())
            self._tools.write(self, call, self._saved, self._refused)

    def _changes(self) -> list[SignalInstance]:
        ours, mine = self.association, self.coordinator
        lines = (ours.name, ours.short_name, ours.zone, *(mine.name, mine.title, mine.email))
        return [one.changed for one in (*lines, mine.phone, ours.address, ours.logo)]

    def _typed(self) -> tuple[str, ...]:
        ours, mine = self.association, self.coordinator
        return (
            *(ours.name.value, ours.short_name.value, ours.address.value, ours.zone.value),
            *(mine.name.value, mine.title.value, mine.email.value, mine.phone.value),
        )

    def _draft(self) -> OfficeDraft:
        ours, mine = self.association, self.coordinator
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

    def _show(self, found: tuple[OfficeCard, bytes | None]) -> None:
        card, logo = found
        self._shown = card
        self.association.show_card(card, logo)
        self.coordinator.show_card(card)
        self._touched()

    def _touched(self) -> None:
        changed = self.is_changed()
        self.save_button.setEnabled(changed)
        self.revert_button.setVisible(changed)

    def _saved(self, changes: Changes) -> None:
        self.association.logo.value = None
        self._shown = None
        self.refresh()
        self.said.emit(self.tr("The office is saved."), Tone.GOOD)

    def _refused(self, error: Exception) -> None:
        self._touched()
        if not isinstance(error, Refusal):
            self._tools.messages.failure(self, error)
        elif error.code in _FIELDS:
            self.form.show_error(_FIELDS[error.code], sentence_of(error))
        else:
            self.said.emit(sentence_of(error), Tone.BAD)

    def _revert(self, _checked: bool) -> None:
        self._shown = None
        self.refresh()


def _office(tools: Tools) -> tuple[OfficeCard, bytes | None]:
    """In the worker: the office and its logo."""
    return tools.desk.office.card(), tools.desk.office.logo()


def _typed_of(card: OfficeCard) -> tuple[str, ...]:
    return (
        *(card.name, card.short_name, card.address.strip(), card.time_zone),
        *(card.coordinator, card.coordinator_title, card.email, card.phone),
    )
