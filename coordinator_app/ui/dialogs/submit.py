"""Submitting: the case goes into the round of a day, and is judged by that day's policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain import calendar
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.policy_merge import policy_in_force
from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.dialogs.new_application import adopted
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.tick_box import TickBox
from coordinator_app.ui.words_case import case_line


class SubmitDialog(EntryDialog):
    """Shows the round and the reply day of the date, and what is not there yet."""

    fields: ClassVar[Mapping[str, str]] = {
        "application.submitted_before_registered": "on",
        "policy.none_in_force": "on",
        "category.not_open": "on",
    }
    overridable: ClassVar[frozenset[str]] = frozenset(
        {"application.not_ready", "override.reason_missing"}
    )

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard) -> None:
        super().__init__(owner, tools)
        self._card = card
        self._policies: Sequence[Policy] = ()
        self.begin(self.tr("Submit application"), self.tr("&Submit"), case_line(card))
        self.on = DateField(today=tools.desk.today())
        self.keep = TickBox(self.tr("&Keep the policy of the earlier submission"), self)
        self.keep.setVisible(bool(card.decisions))
        self.round = Muted("", self, wrap=True)
        self.form.add("on", self.tr("Submitted &on"), self.on, required=True)
        self.form.add_wide(self.round)
        self.form.add_wide(self.keep)
        self.on.changed.connect(self._foresee)
        self.keep.toggled.connect(self._kept)
        self.show_obstacles(card.obstacles)
        tools.fetch(self, partial(adopted, tools.desk), self._show_policies)
        self.on.set_value(tools.desk.today())
        self.on.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        submit = self.tools.desk.applications.submit
        keep = self.keep.isChecked()
        return partial(
            submit, self._card.row.id, on, override_reason=self.reason(), keep_policy=keep
        )

    def _show_policies(self, policies: Sequence[Policy]) -> None:
        self._policies = policies
        self._foresee()

    def _foresee(self) -> None:
        on = self.on.value
        policy = policy_in_force(self._policies, on) if on else None
        if on is None or policy is None:
            self.round.setText("")
            return
        due = calendar.reply_due(PartialDate.of(on), policy)
        words = self.tr("{month} round. The reply is owed by {day}. Judged by policy {policy}.")
        self.round.setText(
            words.format(month=formats.month(on), day=formats.day(due), policy=policy.title)
        )

    def _kept(self, checked: bool) -> None:
        if checked:
            words = self.tr("Keeping the earlier policy is an override.")
            self.obstacles.show_sentence(words)
        else:
            self.show_obstacles(self._card.obstacles)
