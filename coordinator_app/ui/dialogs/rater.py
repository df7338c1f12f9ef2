"""Naming a rater, or another in the place of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import CaseCard, ReferenceRow
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.person_choice import PersonChoice
from coordinator_app.ui.widgets.tick_box import TickBox
from coordinator_app.ui.words_case import RATER_KINDS, case_line, options


class RaterDialog(EntryDialog):
    """With `instead`, the new rater takes the place of that one."""

    fields: ClassVar[Mapping[str, str]] = {
        "reference.is_applicant": "who",
        "reference.named_already": "who",
    }

    def __init__(
        self, owner: QWidget, tools: Tools, card: CaseCard, instead: ReferenceRow | None = None
    ) -> None:
        super().__init__(owner, tools)
        self._id, self._instead = card.row.id, instead
        self.who = PersonChoice(tools, self.tr("Rater"), self)
        self.kind = Choice(options(RATER_KINDS), none=self.tr("Choose"))
        self.vetted = TickBox(self.tr("&Vetted: not endorsed, accepted after a call"), self)
        self.on = DateField(today=tools.desk.today())
        self._say(card)
        self.form.add("who", self.tr("&Rater"), self.who, required=True)
        self.form.add("kind", self.tr("Rates &as"), self.kind, required=True)
        self.form.add("on", self.tr("Named &on"), self.on, required=True)
        self.form.add_wide(self.vetted)
        self.on.set_value(tools.desk.today())
        if instead is not None:
            self.kind.set_value(instead.kind)
        self.who.setFocus()

    def asked(self) -> Ask:
        who, on, kind = self.who.value, self.on.value, str(self.kind.value)
        assert who is not None
        assert on is not None
        vetted, references = self.vetted.isChecked(), self.tools.desk.references
        if self._instead is None:
            return partial(references.name_rater, self._id, who, kind, on, vetted=vetted)
        return partial(references.replace, self._instead.id, who, kind, on, vetted=vetted)

    def people(self) -> Sequence[PersonChoice]:
        return (self.who,)

    def _say(self, card: CaseCard) -> None:
        if self._instead is None:
            self.begin(self.tr("Name rater"), self.tr("&Name rater"), case_line(card))
        else:
            title = self.tr("Another rater instead of {name}")
            name = self._instead.rater_name or self.tr("somebody not named")
            self.begin(title.format(name=name), self.tr("&Replace rater"), case_line(card))
