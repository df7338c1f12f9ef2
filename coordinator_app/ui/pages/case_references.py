"""The raters of a case: who, in which role, how far; never what a rating said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.references import STEPS
from coordinator_app.domain.views import ReferenceRow
from coordinator_app.ui import formats
from coordinator_app.ui.counted import counted
from coordinator_app.ui.pages.case_acts import Do
from coordinator_app.ui.pages.case_part import RowAct, TablePart
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column
from coordinator_app.ui.words_case import RATER_KINDS, REFERENCE_STATES, REFERENCE_TONES, word


class ReferencesPart(TablePart[ReferenceRow]):
    """One row a rater, the void and replaced ones too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        empty = self.tr("Nobody is named yet. Name the raters the policy asks for.")
        self.fill(self._columns(), self._all_acts(), self.tr("References"), empty)

    def _columns(self) -> list[Column[ReferenceRow]]:
        return [
            Column(
                key="rater",
                title=self.tr("Rater"),
                text=self._name,
                second=_kind,
                cell=Cell.TWO_LINE,
                bold=True,
                width=18,
                stretch=True,
            ),
            Column(
                key="asked",
                title=self.tr("Asked"),
                text=_asked,
                second=_reminded,
                cell=Cell.TWO_LINE,
                width=15,
                stretch=True,
            ),
            Column(
                key="state",
                title=self.tr("State"),
                text=state_text,
                tone=_tone,
                tip=_why_void,
                cell=Cell.PILL,
                width=18,
            ),
            Column(key="next", title="", text=self._next, cell=Cell.BUTTON, right=True, width=12),
        ]

    def _all_acts(self) -> list[RowAct[ReferenceRow]]:
        return [
            RowAct(Do.NAME_RATER, self.tr("Name &rater…")),
            RowAct(Do.ASK, self.tr("As&k…"), _may("ask")),
            RowAct(Do.ACCEPT_RATING, self.tr("Acce&pt…"), _may("accept")),
            RowAct(Do.RATING, self.tr("Record ratin&g…"), _may("receive")),
            RowAct(Do.REMIND, self.tr("Re&mind…"), _may("remind")),
            RowAct(Do.REPLACE, self.tr("Replace…"), _may("replace"), within=Do.NAME_RATER),
            RowAct(Do.DECLINED, self.tr("Declined"), _may("decline"), leads=False),
            RowAct(Do.VOID, self.tr("Void…"), _may("void"), leads=False),
            RowAct(Do.RATER_LETTER, self.tr("Letter…"), _has_letter, leads=False),
        ]

    def _name(self, row: ReferenceRow) -> str:
        return row.rater_name or self.tr("not named")

    def _next(self, row: ReferenceRow) -> str:
        return self.first_text(row)


class _May:
    """Whether a step of a reference may be taken from a row's state."""

    def __init__(self, step: str) -> None:
        self._from = STEPS[step]

    def __call__(self, row: ReferenceRow) -> bool:
        return row.state in self._from


def _may(step: str) -> _May:
    return _May(step)


def _has_letter(row: ReferenceRow) -> bool:
    return row.rater_id is not None and row.state in ("named", "asked", "reminded", "void")


def _kind(row: ReferenceRow) -> str:
    return word(RATER_KINDS, row.kind)


def _asked(row: ReferenceRow) -> str:
    return formats.day(row.asked_on)


def _reminded(row: ReferenceRow) -> str:
    if not row.reminders:
        return ""
    times = counted("references", "%n reminder", "%n reminders", row.reminders)
    last = formats.day_in_year(row.reminded_on) if row.reminded_on else ""
    return ", ".join(part for part in (times, last) if part)


def state_text(row: ReferenceRow) -> str:
    """received Feb 2; void: 7 blanks."""
    days = {
        "asked": row.asked_on,
        "reminded": row.reminded_on,
        "received": row.received_on,
        "accepted": row.accepted_on,
    }
    day = days.get(row.state)
    if row.state == "void" and row.void_reason == "blanks":
        blanks = counted("references", "%n blank", "%n blanks", row.blanks or 0)
        return f"{word(REFERENCE_STATES, 'void')}: {blanks}"
    shown = formats.day_in_year(day) if day else ""
    return word(REFERENCE_STATES, row.state).format(day=shown).strip()


def _tone(row: ReferenceRow) -> Tone:
    return REFERENCE_TONES.get(row.state, Tone.PLAIN)


def _why_void(row: ReferenceRow) -> str:
    return "" if row.void_reason == "blanks" else row.void_reason
