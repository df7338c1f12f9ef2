"""Accepting a preliminary application: membership and fee are checked."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import CaseCard, PersonCard
from coordinator_app.services.applications import Acceptance
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import AmountField, DateField, TextField
from coordinator_app.ui.words_case import case_line


class AcceptanceDialog(EntryDialog):
    """An override is offered when the service says that membership or fee is wanting."""

    overridable: ClassVar[frozenset[str]] = frozenset({"acceptance.fee", "acceptance.membership"})

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard) -> None:
        super().__init__(owner, tools)
        self._id = card.row.id
        self.begin(
            self.tr("Accept application"),
            self.tr("&Accept application"),
            case_line(card),
        )
        self.association = TextField()
        self.until = DateField(today=tools.desk.today())
        self.fee = Choice(self._fees(), none=self.tr("Choose"))
        self.amount = AmountField(hint="$")
        self.on = DateField(today=tools.desk.today())
        self._add_rows()
        self.on.set_value(tools.desk.today())
        tools.fetch(self, partial(tools.desk.people.card, card.row.person_id), self._show_person)
        self.association.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        amount = self.amount.value
        said = Acceptance(
            self.association.value,
            self.until.value,
            str(self.fee.value),
            "" if amount is None else f"{amount:.2f}",
            self.reason(),
        )
        return partial(self.tools.desk.applications.accept, self._id, said, on)

    def _fees(self) -> list[tuple[str, str]]:
        return [
            ("paid", self.tr("Paid")),
            ("waived", self.tr("Waived")),
            ("none", self.tr("None is asked")),
            ("unpaid", self.tr("Not paid yet")),
        ]

    def _add_rows(self) -> None:
        self.form.add("association", self.tr("&Member of"), self.association)
        self.form.add("until", self.tr("Member &until"), self.until)
        self.form.add("fee", self.tr("&Fee"), self.fee, required=True)
        self.form.add("amount", self.tr("Am&ount"), self.amount)
        self.form.add("on", self.tr("Accepted &on"), self.on, required=True)

    def _show_person(self, person: PersonCard) -> None:
        """What is on file of the membership, where nothing was typed yet."""
        if self.association.empty and self.until.empty:
            with self.quietly():
                self.association.set_value(person.membership_association)
                self.until.set_value(person.membership_until)
