"""Bringing an endorsement over by hand, from older records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.policy import Policy
from coordinator_app.domain.policy_merge import policy_in_force
from coordinator_app.domain.registry_moves import RegistryEntry
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.dialogs.new_application import adopted
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import DateField, PartialDateField
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.person_choice import PersonChoice


class AddEndorsementDialog(EntryDialog):
    """For what was there before this file; what is decided here comes onto the registry by itself."""

    fields: ClassVar[Mapping[str, str]] = {
        "category.unknown": "category",
        "endorsement.held_already": "category",
        "move.in_future": "since",
    }

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner, tools)
        self.begin(self.tr("Add endorsement"), self.tr("&Add endorsement"))
        today = tools.desk.today()
        self.who = PersonChoice(tools, self.tr("Endorsee"), self)
        self.category = Choice(none=self.tr("Choose a category"))
        self.since = PartialDateField(today=today)
        self.came_on = DateField(today=today)
        yes_no = [(True, self.tr("Yes")), (False, self.tr("No"))]
        self.gives_rsc = Choice(yes_no, none=self.tr("Not known"))
        self._add_rows()
        tools.fetch(self, partial(adopted, tools.desk), self._offer)
        self.who.setFocus()

    def asked(self) -> Ask:
        who, since = self.who.value, self.since.value
        assert who is not None
        assert since is not None
        entry = RegistryEntry(
            str(self.category.value),
            since,
            came_on=self.came_on.value,
            provides_rsc=self.gives_rsc.value,
        )
        return partial(self.tools.desk.registry.add_by_hand, who, entry)

    def people(self) -> Sequence[PersonChoice]:
        return (self.who,)

    def _add_rows(self) -> None:
        add = self.form.add
        add("who", self.tr("&Endorsee"), self.who, required=True)
        add("category", self.tr("&Category"), self.category, required=True)
        known = self.tr("As well as it is known: a day, a month or a year.")
        add("since", self.tr("Endorsed &since"), self.since, required=True, hint=known)
        came = self.tr("Empty: from the beginning.")
        add("came_on", self.tr("On this registry &from"), self.came_on, hint=came)
        add("gives_rsc", self.tr("&Gives RSC to others"), self.gives_rsc)
        said = self.tr("Somebody sanctioned by a licensing board comes onto the Inactive registry.")
        self.form.add_wide(Muted(said, self, wrap=True))

    def _offer(self, policies: Sequence[Policy]) -> None:
        policy = policy_in_force(policies, self.tools.desk.today())
        codes = policy.categories.values() if policy else ()
        shown = [(one.code, f"{one.name} ({one.code})") for one in codes]
        with self.quietly():
            self.category.show_options(shown, none=self.tr("Choose a category"))
