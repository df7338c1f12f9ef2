"""What an endorsee has shown for a renewal: hours, signatures, membership, and whether it is complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.calendar import Cycle
from coordinator_app.domain.registry_moves import RenewalDraft
from coordinator_app.domain.views_registry import EndorsementCard, RegistryRow, RenewalRow
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import AmountField, DateField
from coordinator_app.ui.widgets.tick_box import TickBox

_HOURS = ("training_hours", "training_rsc_hours", "training_dei_hours", "rsc_hours")
_DAYS = ("code_of_ethics_on", "attestation_on", "membership_until", "renewed_on")


class RenewalDialog(EntryDialog):
    """Of one endorsement what is on record stands in the fields; of several the same is noted for all.

    What is left empty stays as it is.
    """

    fields: ClassVar[Mapping[str, str]] = {
        "renewal.no_such_cycle": "cycle",
        "renewal.hours_negative": "training_hours",
    }

    def __init__(self, owner: QWidget, tools: Tools, rows: Sequence[RegistryRow]) -> None:
        super().__init__(owner, tools)
        self._rows = tuple(rows)
        self._card: EndorsementCard | None = None
        self.cycle = Choice()
        self.amounts = {name: AmountField() for name in _HOURS}
        self.days = {name: DateField(today=tools.desk.today()) for name in _DAYS}
        self.also = TickBox("", self)
        self.also.setChecked(True)
        self.also.hide()
        self.begin(self.tr("Renewal"), self.tr("&Record renewal"), self._of_whom())
        self._add_rows()
        self.cycle.changed.connect(self._cycle_changed)
        tools.fetch(self, tools.desk.endorsements.cycles, self._show_cycles, self._refused)
        self.amounts["training_hours"].setFocus()

    def asked(self) -> Ask:
        record = self.tools.desk.endorsements.record_renewals
        return partial(record, self._ids(), self._draft())

    def _draft(self) -> RenewalDraft:
        ends = self.cycle.value
        assert isinstance(ends, date)
        hours = {name: field.value for name, field in self.amounts.items()}
        days = {name: field.value for name, field in self.days.items()}
        return RenewalDraft(
            ends,
            hours["training_hours"],
            hours["training_rsc_hours"],
            hours["training_dei_hours"],
            hours["rsc_hours"],
            days["code_of_ethics_on"],
            days["attestation_on"],
            days["membership_until"],
            days["renewed_on"],
        )

    def checked(self) -> bool:
        if not super().checked():
            return False
        fields = (*self.amounts.values(), *self.days.values())
        if all(field.empty for field in fields):
            words = self.tr("Enter at least one of these: hours, a signature, a day.")
            self.form.show_error("training_hours", words)
            self.amounts["training_hours"].setFocus()
            return False
        return True

    def _ids(self) -> tuple[int, ...]:
        mine = tuple(one.id for one in self._rows)
        if self._card is None or not self.also.isChecked():
            return mine
        return (*mine, *(one.id for one in self._card.others if one.status == "active"))

    def _of_whom(self) -> str:
        if len(self._rows) == 1:
            row = self._rows[0].row
            return f"{row.name} · {row.category}"
        told = self.tr(
            "The same is recorded for {n} endorsements; what is left empty stays as it is."
        )
        return told.format(n=formats.count(len(self._rows)))

    def _add_rows(self) -> None:
        add = self.form.add
        add("cycle", self.tr("C&ycle that ends"), self.cycle, required=True)
        hours = self.amounts
        add("training_hours", self.tr("&Training hours"), hours["training_hours"])
        within = self.tr("Part of the training hours.")
        add("training_rsc_hours", self.tr("of these on giving RSC"), hours["training_rsc_hours"])
        add(
            "training_dei_hours",
            self.tr("of these on diversity"),
            hours["training_dei_hours"],
            hint=within,
        )
        add("rsc_hours", self.tr("RSC &hours received"), hours["rsc_hours"])
        days = self.days
        add("code_of_ethics_on", self.tr("Code of &Ethics signed"), days["code_of_ethics_on"])
        add("attestation_on", self.tr("&Attestation signed"), days["attestation_on"])
        add("membership_until", self.tr("&Member until"), days["membership_until"])
        done = self.tr("The day everything was there; empty while something is missing.")
        add("renewed_on", self.tr("Rene&wed on"), days["renewed_on"], hint=done)
        self.form.add_wide(self.also)

    def _show_cycles(self, cycles: Sequence[Cycle]) -> None:
        offered = [(one.ends, formats.day(one.ends)) for one in cycles]
        with self.quietly():
            self.cycle.show_options(offered)
            self.cycle.set_value(self._likely(cycles))
        if len(self._rows) == 1:
            card = partial(self.tools.desk.endorsements.card, self._rows[0].id)
            self.tools.fetch(self, card, self._show_card, self._refused)

    def _likely(self, cycles: Sequence[Cycle]) -> object:
        """The cycle that is judged now, else the running one."""
        judged = [one.upkeep.cycle_ends for one in self._rows if one.upkeep.cycle_ends]
        return min(judged, default=cycles[0].ends if cycles else None)

    def _show_card(self, card: EndorsementCard) -> None:
        self._card = card
        others = [one.category for one in card.others if one.status == "active"]
        words = self.tr("Also for the person’s other endorsements: {codes}")
        self.also.setText(words.format(codes=", ".join(others)))
        self.also.setVisible(bool(others))
        self._cycle_changed()

    def _cycle_changed(self) -> None:
        """Show what is on record for the cycle."""
        if self._card is None:
            return
        record = next((r for r in self._card.renewals if r.cycle_ends == self.cycle.value), None)
        with self.quietly():
            for name, field in self.amounts.items():
                field.set_value(_hours(record, name))
            for name, field in self.days.items():
                field.set_value(getattr(record, name) if record else None)


def _hours(record: RenewalRow | None, name: str) -> Decimal | None:
    return getattr(record, name) if record else None
