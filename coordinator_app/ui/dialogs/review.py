"""What a reviewer recommends. The decision stays the coordinator's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import CaseCard, ReviewRow
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.words_case import RECOMMENDATIONS, case_line, options


class ReviewDialog(EntryDialog):
    """Records one review."""

    fields: ClassVar[Mapping[str, str]] = {"review.before_assignment": "on"}

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard, review: ReviewRow) -> None:
        super().__init__(owner, tools)
        self._id = review.id
        title = self.tr("Review by {name}").format(name=review.reviewer_name)
        self.begin(title, self.tr("&Record review"), case_line(card))
        self.recommends = Choice(options(RECOMMENDATIONS), none=self.tr("Choose"))
        self.comment = NoteField(lines=4)
        self.on = DateField(today=tools.desk.today())
        self.form.add("recommends", self.tr("Re&commends"), self.recommends, required=True)
        self.form.add("comment", self.tr("Co&mment"), self.comment)
        self.form.add("on", self.tr("Completed &on"), self.on, required=True)
        self.on.set_value(tools.desk.today())
        self.recommends.setFocus()

    def asked(self) -> Ask:
        on = self.on.value
        assert on is not None
        complete = self.tools.desk.reviews.complete
        return partial(complete, self._id, on, str(self.recommends.value), self.comment.value)
