"""Recording a rating as it came in: never its answers, only what decides whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.references import RatingDraft
from coordinator_app.domain.views import CaseCard, ReferenceRow
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.messages import sentence_of
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import AmountField, DateField
from coordinator_app.ui.words_case import RATER_KINDS, case_line, word


class RatingDialog(EntryDialog):
    """With as many blanks as the policy names the rating is void at once."""

    fields: ClassVar[Mapping[str, str]] = {"rating.received_before_completed": "received"}

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard, rating: ReferenceRow) -> None:
        super().__init__(owner, tools)
        self._id = rating.id
        title = self.tr("Rating from {name}").format(name=rating.rater_name)
        line = f"{word(RATER_KINDS, rating.kind)} · {case_line(card)}"
        self.begin(title, self.tr("&Record rating"), line)
        today = tools.desk.today()
        self.completed, self.received = DateField(today=today), DateField(today=today)
        self.blanks = AmountField(places=0)
        unsaid = self.tr("Not said")
        self.recommends = Choice(self._yes_no(), none=unsaid)
        self.waiver = Choice(self._yes_no(), none=unsaid)
        self._add_rows()
        self.received.set_value(today)
        self.completed.setFocus()

    def asked(self) -> Ask:
        return partial(self.tools.desk.references.receive, self._id, self._draft())

    def checked(self) -> bool:
        if not super().checked():
            return False
        try:
            self._draft()
        except BadInput as refusal:
            self.form.show_error("received", sentence_of(refusal))
            return False
        return True

    def _draft(self) -> RatingDraft:
        completed, received, blanks = self.completed.value, self.received.value, self.blanks.value
        assert completed is not None
        assert received is not None
        return RatingDraft(
            completed,
            received,
            None if blanks is None else int(blanks),
            self.recommends.value,
            self.waiver.value,
        )

    def _yes_no(self) -> list[tuple[bool, str]]:
        return [(True, self.tr("Yes")), (False, self.tr("No"))]

    def _add_rows(self) -> None:
        blanks = self.tr(
            "How many items were answered “not enough information”; empty: not counted."
        )
        self.form.add("completed", self.tr("&Completed on"), self.completed, required=True)
        self.form.add("received", self.tr("Recei&ved on"), self.received, required=True)
        self.form.add("blanks", self.tr("&Blanks"), self.blanks, hint=blanks)
        self.form.add("recommends", self.tr("Reco&mmends"), self.recommends)
        hint = self.tr("Whether the applicant gave up the right to see it.")
        self.form.add("waiver", self.tr("&Waiver signed"), self.waiver, hint=hint)
