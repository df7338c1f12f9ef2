"""What the registries, and the reasons for being on one, are called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.views import EndorsementRow
from coordinator_app.domain.views_registry import RegistryRow
from coordinator_app.ui import formats
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.words_case import word

_tr = partial(QCoreApplication.translate, "case")
STATUS: Mapping[str, str] = {
    "active": QT_TRANSLATE_NOOP("case", "Active"),
    "inactive": QT_TRANSLATE_NOOP("case", "Inactive"),
}
REASONS: Mapping[str, str] = {
    "lapsed": QT_TRANSLATE_NOOP("case", "renewal lapsed"),
    "sanctioned": QT_TRANSLATE_NOOP("case", "sanctioned"),
    "own_request": QT_TRANSLATE_NOOP("case", "own request"),
    "deceased": QT_TRANSLATE_NOOP("case", "deceased"),
    "moved_association": QT_TRANSLATE_NOOP("case", "moved to another association"),
    "not_told": QT_TRANSLATE_NOOP("case", "reason not recorded"),
}
MOVE_REASONS: Mapping[str, str] = {
    "lapsed": QT_TRANSLATE_NOOP("case", "Renewal lapsed"),
    "own_request": QT_TRANSLATE_NOOP("case", "Own request (leave, retirement, moved away)"),
    "sanctioned": QT_TRANSLATE_NOOP("case", "Sanctioned by a licensing board"),
    "moved_association": QT_TRANSLATE_NOOP("case", "Moved to another association"),
    "deceased": QT_TRANSLATE_NOOP("case", "Deceased"),
    "reactivated": QT_TRANSLATE_NOOP("case", "Back: the steps to the Active registry are done"),
    "sanction_lifted": QT_TRANSLATE_NOOP("case", "Back: the board has lifted the sanction"),
}
# Of a move that was made.
MOVED: Mapping[str, str] = {
    **REASONS,
    "endorsed": QT_TRANSLATE_NOOP("case", "endorsed"),
    "brought_over": QT_TRANSLATE_NOOP("case", "brought over from older records"),
    "reactivated": QT_TRANSLATE_NOOP("case", "steps back done"),
    "sanction_lifted": QT_TRANSLATE_NOOP("case", "sanction lifted"),
}
STEPS: Mapping[str, str] = {
    "education": QT_TRANSLATE_NOOP("case", "Education since the removal"),
    "work": QT_TRANSLATE_NOOP("case", "Work since the removal"),
    "training": QT_TRANSLATE_NOOP("case", "Training since the removal"),
    "rsc": QT_TRANSLATE_NOOP("case", "RSC since the removal"),
    "references": QT_TRANSLATE_NOOP("case", "Updated reference ratings"),
    "fee": QT_TRANSLATE_NOOP("case", "Reactivation fee"),
    "membership": QT_TRANSLATE_NOOP("case", "Current membership"),
}
SHORT: Mapping[str, str] = {
    "lapse": QT_TRANSLATE_NOOP("case", "Grace over"),
    "rsc": QT_TRANSLATE_NOOP("case", "RSC short"),
    "training": QT_TRANSLATE_NOOP("case", "Training short"),
    "code_of_ethics": QT_TRANSLATE_NOOP("case", "Code of Ethics"),
    "attestation": QT_TRANSLATE_NOOP("case", "Attestation"),
    "membership": QT_TRANSLATE_NOOP("case", "Membership"),
}


def pill_text(one: RegistryRow) -> str:
    """Of an active one whose renewal is owed the gravest that is short, else where it stands."""
    if one.row.status != "active" or not one.upkeep.owed:
        return status_text(one.row)
    if not one.upkeep.short:
        return _tr("To be renewed")
    gravest, *_ = one.upkeep.short
    return word(SHORT, gravest)


def short_text(one: RegistryRow) -> str:
    """All that is short, in one line; "" where nothing is."""
    return formats.names([word(SHORT, kind) for kind in one.upkeep.short])


def pill_tone(one: RegistryRow) -> Tone:
    if one.row.status == "active":
        bad = "lapse" in one.upkeep.short
        return Tone.BAD if bad else Tone.WAIT if one.upkeep.owed else Tone.GOOD
    return Tone.BAD if one.row.reason == "sanctioned" else Tone.PLAIN


def step_text(step: str) -> str:
    """One of the policy's steps back, as a line to tick."""
    return word(STEPS, step)


def status_text(row: EndorsementRow) -> str:
    """ "Active", or "Inactive: renewal lapsed"."""
    status = word(STATUS, row.status)
    if row.status == "active" or row.reason not in REASONS:
        return status
    return f"{status}: {word(REASONS, row.reason)}"
