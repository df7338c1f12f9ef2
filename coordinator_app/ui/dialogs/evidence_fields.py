"""The fields of every kind of evidence: which are shown, what they are called, what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.views import CaseCard, EvidenceRow
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import (
    AmountField,
    DateField,
    PartialDateField,
    TextField,
)
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.person_choice import Chosen, PersonChoice
from coordinator_app.ui.widgets.tick_box import TickBox
from coordinator_app.ui.words_case import (
    AREAS,
    COMPETENCIES,
    DEGREES,
    FEE_STATES,
    FEES,
    MODES,
    options,
)
from coordinator_app.ui.words_findings import evidence_line

Labels = Mapping[str, str]
_SPAN: Labels = {
    "started": QT_TRANSLATE_NOOP("evidence", "&From"),
    "ended": QT_TRANSLATE_NOOP("evidence", "&To"),
}
_SIGNED: Labels = {"on": QT_TRANSLATE_NOOP("evidence", "Signed &on")}
_POST: Labels = {
    "title": QT_TRANSLATE_NOOP("evidence", "&Position"),
    "institution": QT_TRANSLATE_NOOP("evidence", "&Agency"),
    **_SPAN,
    "paid": "",
}
# Which rows a kind of evidence has, and what they are called there.
ROWS: Mapping[str, Labels] = {
    "education": {
        "degree": QT_TRANSLATE_NOOP("evidence", "&Degree"),
        "title": QT_TRANSLATE_NOOP("evidence", "&Title or field"),
        "institution": QT_TRANSLATE_NOOP("evidence", "&Institution"),
        "on": QT_TRANSLATE_NOOP("evidence", "A&warded"),
    },
    "transcript": {
        "transcripts_of": QT_TRANSLATE_NOOP("evidence", "Of the &degree"),
        "institution": QT_TRANSLATE_NOOP("evidence", "&Institution"),
        "on": QT_TRANSLATE_NOOP("evidence", "&Received"),
    },
    "work": {**_POST, "families": QT_TRANSLATE_NOOP("evidence", "Fa&milies served")},
    "leadership": _POST,
    "training": {
        "title": QT_TRANSLATE_NOOP("evidence", "&Title"),
        "institution": QT_TRANSLATE_NOOP("evidence", "&Given by"),
        "on": QT_TRANSLATE_NOOP("evidence", "&Day"),
        "hours": QT_TRANSLATE_NOOP("evidence", "&Hours"),
        "area": QT_TRANSLATE_NOOP("evidence", "&Area"),
        "domain": QT_TRANSLATE_NOOP("evidence", "Co&mpetency"),
    },
    "rsc_received": {
        "provider": QT_TRANSLATE_NOOP("evidence", "&Given by"),
        "provider_degree": QT_TRANSLATE_NOOP("evidence", "Provider’s &degree"),
        "vetted": "",
        "hours": QT_TRANSLATE_NOOP("evidence", "&Hours"),
        **_SPAN,
        "mode": QT_TRANSLATE_NOOP("evidence", "&Mode"),
        "own": "",
    },
    "rsc_provided": {
        "title": QT_TRANSLATE_NOOP("evidence", "T&o whom"),
        "hours": QT_TRANSLATE_NOOP("evidence", "&Hours"),
        **_SPAN,
        "mode": QT_TRANSLATE_NOOP("evidence", "&Mode"),
    },
    "code_of_ethics": _SIGNED,
    "agreement": _SIGNED,
    "attestation": _SIGNED,
    "membership": {
        "title": QT_TRANSLATE_NOOP("evidence", "&Association"),
        "until": QT_TRANSLATE_NOOP("evidence", "&Until"),
    },
    "fee": {
        "purpose": QT_TRANSLATE_NOOP("evidence", "&Fee"),
        "paid_state": QT_TRANSLATE_NOOP("evidence", "&State"),
        "amount": QT_TRANSLATE_NOOP("evidence", "Am&ount"),
        "on": QT_TRANSLATE_NOOP("evidence", "&Paid on"),
    },
}
_tr = partial(QCoreApplication.translate, "evidence")


class EvidenceFields:
    """Adds its rows to a form; `draft(kind)` is what they hold."""

    def __init__(self, form: Form, tools: Tools, card: CaseCard) -> None:
        self._form = form
        today, none = tools.desk.today(), _tr("Not said")
        self.degree = Choice(options(DEGREES), none=none)
        self.transcripts_of = Choice(_degrees(card), none=none)
        self.title, self.institution = TextField(), TextField()
        self.provider = PersonChoice(tools, _tr("Given by"), form)
        self.provider_degree = Choice(options(DEGREES), none=none)
        self.vetted = TickBox(_tr("&Vetted: not endorsed, accepted by the association"))
        self.on, self.started, self.ended = (PartialDateField(today=today) for _ in range(3))
        self.hours = AmountField()
        self.mode = Choice(options(MODES), none=none)
        self.own = TickBox(_tr("A&bout the RSC the applicant gives to others"))
        self.families = AmountField(places=0)
        self.paid = TickBox(_tr("Paid &work"))
        self.area = Choice(options(AREAS), none=none)
        self.domain = Choice(options(COMPETENCIES), none=none)
        self.purpose = Choice(options(FEES), none=none)
        self.paid_state = Choice(options(FEE_STATES))
        self.amount = TextField(hint="$")
        self.until = DateField(today=today)
        self.note = NoteField(lines=2)
        self.verified = TickBox(_tr("&Checked against the document"))
        self.paid.setChecked(True)
        self._was = "present"
        self._by_key = self._in_order()
        self._add_rows()

    @property
    def new_provider(self) -> PersonDraft | None:
        """Somebody new who gave the RSC."""
        value = None if self.provider.isHidden() else self.provider.value
        return value if isinstance(value, PersonDraft) else None

    def _in_order(self) -> dict[str, Any]:
        keys = (
            "degree transcripts_of title institution provider provider_degree vetted on hours "
            "started ended mode own families paid area domain purpose paid_state amount until "
            "note verified"
        )
        return {key: getattr(self, key) for key in keys.split()}

    def show_kind(self, kind: str) -> None:
        """Show the rows of a kind under the names they have there."""
        for key in self._by_key:
            label = ROWS[kind].get(key)
            self._form.show_row(key, shown=label is not None or key in ("note", "verified"))
            if label:
                self._form.rename_row(key, _tr(label))

    def focus(self) -> None:
        """The first field shown."""
        for field in self._by_key.values():
            if not field.isHidden():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def draft(self, kind: str) -> EvidenceDraft:
        """What is entered in the rows of this kind. Raises BadInput."""
        shown = ROWS[kind]
        known = {name: value for key in shown for name, value in self._values(key).items()}
        values: dict[str, Any] = known | {"note": self.note.value, "standing": self._standing}
        return EvidenceDraft(kind, **values)

    def show_entry(self, entry: EvidenceRow) -> None:
        """Fill the rows with an entry."""
        self._was = entry.standing
        same = (
            "title",
            "institution",
            "on",
            "started",
            "ended",
            "hours",
            "until",
            "note",
            "amount",
        )
        for key in same:
            self._by_key[key].set_value(getattr(entry, key))
        for key in ("degree", "mode", "area", "domain", "purpose", "paid_state", "provider_degree"):
            self._by_key[key].set_value(getattr(entry, key) or None)
        self.transcripts_of.set_value(entry.transcripts_of)
        self.families.set_value(None if entry.families is None else Decimal(entry.families))
        for box, ticked in (
            (self.vetted, entry.provider_vetted),
            (self.own, entry.about_own_provision),
            (self.paid, entry.paid_work),
            (self.verified, entry.standing == "verified"),
        ):
            box.setChecked(ticked)
        if entry.provider_id is not None:
            self.provider.choose(Chosen(entry.provider_id, entry.provider_name))

    @property
    def _standing(self) -> str:
        if self._was == "rejected":
            return self._was
        return "verified" if self.verified.isChecked() else "present"

    def _values(self, key: str) -> dict[str, object]:
        """What a row says, by the draft's names."""
        match key:
            case "vetted":
                return {"provider_vetted": self.vetted.isChecked()}
            case "own":
                return {"about_own_provision": self.own.isChecked()}
            case "paid":
                return {"paid_work": self.paid.isChecked()}
            case "provider":
                known = self.provider.value
                return {"provider_id": known if isinstance(known, int) else None}
            case "families":
                count = self.families.value
                return {"families": None if count is None else int(count)}
            case _:
                value: object = self._by_key[key].value
                plain = value is None and key not in _MAY_BE_NONE
                return {key: "" if plain else value}

    def _add_rows(self) -> None:
        for key, field in self._by_key.items():
            self._form.add(key, "", field, required=key in _NEEDED)
        self._form.rename_row("note", _tr("&Note"))
        self._form.rename_row("verified", "")
        self.verified.setAccessibleName("")


_MAY_BE_NONE = ("on", "started", "ended", "hours", "until", "transcripts_of")
_NEEDED = ("degree",)


def _degrees(card: CaseCard) -> list[tuple[int, str]]:
    return [(one.id, evidence_line(one)) for one in card.evidence if one.kind == "education"]
