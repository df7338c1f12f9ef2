"""Entering what the applicant has shown, or mending an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.views import CaseCard, EvidenceRow
from coordinator_app.services.desk import Desk
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.dialogs.evidence_fields import EvidenceFields
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.person_choice import PersonChoice
from coordinator_app.ui.words_case import EVIDENCE_KINDS, case_line, options


class EvidenceDialog(EntryDialog):
    """With `entry` that one is changed; `kind` is what is entered first.

    Somebody new who gave RSC comes onto file too, so that ties are known.
    """

    fields: ClassVar[Mapping[str, str]] = {
        "evidence.hours_not_positive": "hours",
        "evidence.ends_before_it_starts": "ended",
    }

    def __init__(
        self,
        owner: QWidget,
        tools: Tools,
        card: CaseCard,
        *,
        kind: str = "",
        entry: EvidenceRow | None = None,
    ) -> None:
        super().__init__(owner, tools, width=600)
        self._id, self._entry = card.row.id, entry
        title = self.tr("Edit evidence") if entry else self.tr("Enter evidence")
        self.begin(title, self.tr("&Save") if entry else self.tr("&Enter"), case_line(card))
        self.kind = Choice(options(EVIDENCE_KINDS))
        self.form.add("kind", self.tr("&What"), self.kind)
        self.rows = EvidenceFields(self.form, tools, card)
        self.kind.set_value(entry.kind if entry else kind or "education")
        self.kind.setEnabled(entry is None)
        if entry is not None:
            self.rows.show_entry(entry)
        self.kind.changed.connect(self._kind_changed)
        self._kind_changed()
        self.rows.focus()

    def asked(self) -> Ask:
        draft, provider = self.rows.draft(str(self.kind.value)), self.rows.new_provider
        write = partial(self._write, self.tools.desk)
        return partial(write, draft, provider)

    def checked(self) -> bool:
        if not super().checked():
            return False
        try:
            self.rows.draft(str(self.kind.value))
        except BadInput as refusal:
            self._refused(refusal)
            return False
        return True

    def people(self) -> Sequence[PersonChoice]:
        used = not self.rows.provider.isHidden() and not self.rows.provider.empty
        return (self.rows.provider,) if used else ()

    def _write(self, desk: Desk, draft: EvidenceDraft, new: PersonDraft | None) -> Changes:
        added = desk.people.add(new) if new else None
        if added is not None:
            draft = replace(draft, provider_id=added.made)
        if self._entry is None:
            written = desk.applications.enter_evidence(self._id, draft)
        else:
            written = desk.applications.change_evidence(self._entry.id, draft)
        if added is None:
            return written
        both = written.kinds | added.kinds
        return replace(written, kinds=both, people=written.people | added.people)

    def _kind_changed(self) -> None:
        self.rows.show_kind(str(self.kind.value))
