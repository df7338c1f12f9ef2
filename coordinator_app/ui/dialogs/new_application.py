"""Logging a preliminary application: who, as what, and the day it came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.policy import Category, Policy
from coordinator_app.domain.policy_merge import policy_in_force
from coordinator_app.services.desk import Desk
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.messages import say_code
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.person_choice import Chosen, PersonChoice


class NewApplicationDialog(EntryDialog):
    """`written` carries the Changes, whose `made` is the case's number."""

    fields: ClassVar[Mapping[str, str]] = {
        "category.not_open": "category",
        "category.unknown": "category",
        "policy.none_in_force": "registered",
        "application.logged_already": "category",
        "person.name_missing": "who",
        "email.not_one": "who",
    }

    def __init__(self, owner: QWidget, tools: Tools, who: Chosen | None = None) -> None:
        super().__init__(owner, tools)
        self.begin(self.tr("New application"), self.tr("&Log application"))
        self._policies: Sequence[Policy] = ()
        self._wished: object = None
        self.who = PersonChoice(tools, self.tr("Applicant"), self)
        self.category = Choice(none=self.tr("Choose a category"))
        self.registered = DateField(today=tools.desk.today())
        self._add_rows()
        if who is not None:
            self.who.choose(who)
        self.registered.set_value(tools.desk.today())
        self.registered.changed.connect(self._offer)
        self.category.changed.connect(self._wish)
        tools.fetch(self, partial(adopted, tools.desk), self._show_policies)
        self.who.setFocus()

    def asked(self) -> Ask:
        who, on = self.who.value, self.registered.value
        assert who is not None
        assert on is not None
        return partial(self.tools.desk.applications.log, who, str(self.category.value), on)

    def people(self) -> Sequence[PersonChoice]:
        return (self.who,)

    def checked(self) -> bool:
        return super().checked() and self._check_policy()

    def _add_rows(self) -> None:
        self.form.add("who", self.tr("&Applicant"), self.who, required=True)
        self.form.add("category", self.tr("&Category"), self.category, required=True)
        hint = self.tr("The day the preliminary application came in.")
        self.form.add(
            "registered", self.tr("&Registered"), self.registered, required=True, hint=hint
        )

    def _show_policies(self, policies: Sequence[Policy]) -> None:
        self._policies = policies
        self._offer()

    def _wish(self) -> None:
        self._wished = self.category.value

    def _offer(self) -> None:
        """Offer the categories of the policy in force on the day, as far as they are open.

        What was chosen is chosen again as soon as it is offered: a day half typed takes nothing away.
        """
        on = self.registered.value
        policy = policy_in_force(self._policies, on) if on else None
        categories = policy.categories.values() if policy else ()
        shown = [(one.code, _words(one)) for one in categories if on and is_open(one, on)]
        kept = self.category.blockSignals(True)
        self.category.show_options(shown, none=self.tr("Choose a category"))
        self.category.set_value(self._wished)
        self.category.blockSignals(kept)
        self.form.show_error("registered", "")

    def _check_policy(self) -> bool:
        on = self.registered.value
        if on is None or policy_in_force(self._policies, on) is not None:
            return True
        self.form.show_error("registered", say_code("policy.none_in_force", day=on))
        return False


def adopted(desk: Desk) -> list[Policy]:
    """Every adopted policy."""
    return [policy for _, policy in desk.policies.all()]


def is_open(category: Category, on: date) -> bool:
    """Whether a category may be applied for on a day."""
    opens, closes = category.opens, category.closes
    return not ((opens and on < opens) or (closes and on > closes))


def _words(category: Category) -> str:
    return f"{category.name} ({category.code})"
