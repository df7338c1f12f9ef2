"""What the registries, and the reasons for being on one, are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from coordinator_app.domain.views import EndorsementRow
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.words_case import word

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


def status_text(row: EndorsementRow) -> str:
    """ "Active", or "Inactive: renewal lapsed"."""
    status = word(STATUS, row.status)
    if row.status == "active" or row.reason not in REASONS:
        return status
    return f"{status}: {word(REASONS, row.reason)}"
