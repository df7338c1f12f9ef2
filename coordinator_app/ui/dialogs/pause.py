"""A pause: more information is asked for, or the case is put on hold. It answers nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.words_case import case_line


class PauseDialog(EntryDialog):
    """The reply stays owed by the same day."""

    def __init__(
        self, owner: QWidget, tools: Tools, card: CaseCard, kind: str = "more_information"
    ) -> None:
        super().__init__(owner, tools)
        self._id = card.row.id
        self.begin(self.tr("Pause"), self.tr("&Pause"), case_line(card))
        self.kind = Choice(
            [
                ("more_information", self.tr("Ask for more information")),
                ("on_hold", self.tr("Put on hold")),
            ]
        )
        self.why = NoteField()
        self.on = DateField(today=tools.desk.today())
        self.form.add("kind", self.tr("&What"), self.kind)
        self.form.add("why", self.tr("W&hy"), self.why, required=True)
        self.form.add("on", self.tr("&From"), self.on, required=True)
        said = self.tr("A pause is no decision: the reply stays owed by the same day.")
        self.form.add_wide(Muted(said, self, wrap=True))
        self.kind.set_value(kind)
        self.on.set_value(tools.desk.today())
        self.why.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        pause = self.tools.desk.applications.pause
        return partial(pause, self._id, str(self.kind.value), on, self.why.value)
