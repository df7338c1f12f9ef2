"""Marking letters sent: how they went out, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import LetterRow
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.words_case import WAYS, options

_NAMED = 6


class LettersSentDialog(EntryDialog):
    """One way and one day for all of these; none of them was sent before."""

    fields: ClassVar[Mapping[str, str]] = {"letter.sent_before_issued": "on"}

    def __init__(self, owner: QWidget, tools: Tools, letters: Sequence[LetterRow]) -> None:
        super().__init__(owner, tools, width=480)
        self._ids = tuple(one.id for one in letters)
        self.begin(self.tr("Mark sent"), self.tr("&Mark sent"), self._named(letters))
        self.how = Choice(options(WAYS))
        self.on = DateField(today=tools.desk.today())
        self.on.set_value(tools.desk.today())
        self.form.add("how", self.tr("Sent &how"), self.how, required=True)
        self.form.add("on", self.tr("Sent &on"), self.on, required=True)
        self.how.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        return partial(self.tools.desk.post.mark_sent, self._ids, str(self.how.value), on)

    def _named(self, letters: Sequence[LetterRow]) -> str:
        """Which letters, by number and name."""
        said = [f"{one.number}, {one.name}" for one in letters[:_NAMED]]
        if len(letters) > _NAMED:
            more = self.tr("and {n} more")
            said.append(more.format(n=formats.count(len(letters) - _NAMED)))
        return "\n".join(said)
