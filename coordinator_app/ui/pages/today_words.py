"""The words of a line of Today: who, what button, and what a group is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.views import DueRow
from coordinator_app.ui.counted import counted
from coordinator_app.ui.page import Place


def _say(text: str) -> str:
    return QCoreApplication.translate("TodayPage", text)


def action_text(row: DueRow) -> str:
    """What the button of a line says."""
    if len(row.items) > 1:
        return _say("Open list")
    texts = {
        "accept": _say("Accept…"),
        "decide": _say("Decide…"),
        "letter": _say("Letter…"),
        "remind": _say("Remind…"),
        "assign_reviewer": _say("Assign…"),
        "answer": _say("Answer…"),
    }
    return texts.get(row.first.action, _say("Open"))


def group_text(row: DueRow) -> str:
    """What several lines of one kind are called together."""
    texts = {
        "reply": _say("Decisions of a round"),
        "acceptance": _say("Registered; membership and fee to check"),
        "question": _say("Questions an import left open"),
        "renewal_hours": _say("Renewal hours short"),
        "code_of_ethics": _say("Code of Ethics not signed again"),
        "attestation": _say("Attestation of no sanction not signed"),
    }
    return texts[row.first.kind]


def who_text(row: DueRow) -> str:
    """The person, or how many people a group is of."""
    if len(row.items) == 1:
        return row.name
    many = {
        "acceptance": "%n applications",
        "reply": "%n applicants",
        "question": "%n questions",
    }
    what = many.get(row.first.kind, "%n endorsees")
    return counted("TodayPage", what, what, len(row.items))


def place_of(row: DueRow) -> Place | None:
    """Where a line of Today is worked on: its case, its person, or the list of the group."""
    item = row.first
    if len(row.items) > 1:
        page = {"acceptance": "applications", "reply": "applications", "question": "people"}.get(
            item.kind, "registry"
        )
        return Place(page)
    if item.application is not None:
        return Place("case", item.application)
    if item.endorsement is not None:
        return Place("endorsement", item.endorsement)
    return Place("person", item.person)
