"""The window on one open office: its pages, and what the frame shows of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.views import Hit, OfficeCard
from coordinator_app.services.desk import Desk
from coordinator_app.ui.dialogs.new_application import NewApplicationDialog
from coordinator_app.ui.frame import (
    Count,
    Found,
    FoundGroup,
    FrameFacts,
    FrameServices,
    PageSpec,
    Status,
)
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.page import Page, Place
from coordinator_app.ui.pages.applications import ApplicationsPage
from coordinator_app.ui.pages.case import CasePage
from coordinator_app.ui.pages.endorsement import EndorsementPage
from coordinator_app.ui.pages.endorsement_tables import kind_text
from coordinator_app.ui.pages.exams import ExamsPage
from coordinator_app.ui.pages.letters import LettersPage
from coordinator_app.ui.pages.people import PeoplePage
from coordinator_app.ui.pages.person import PersonPage
from coordinator_app.ui.pages.policy import PolicyPage
from coordinator_app.ui.pages.registry import RegistryPage
from coordinator_app.ui.pages.reports import ReportsPage
from coordinator_app.ui.pages.settings import SettingsPage
from coordinator_app.ui.pages.sitting import SittingPage
from coordinator_app.ui.pages.today import TodayPage
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.tools import Tools

_FOUND = 24  # how many results a search shows
_LETTERS_FOUND = 8


def _say(text: str) -> str:
    return QCoreApplication.translate("OfficeWindow", text)


def open_window(tools: Tools, office: OfficeCard, preferences: Preferences) -> MainWindow:
    """The window on an open office, with every page that works. Not shown yet, not started."""
    desk = tools.desk
    services = FrameServices(
        facts=partial(frame_facts, desk),
        find=partial(find, desk),
        undo=desk.history.undo,
        redo=desk.history.redo,
    )
    window = MainWindow(
        office.short_name,
        _pages(tools, preferences),
        services,
        tools.background,
        tools.feed,
        tools.messages,
        practice=office.practice,
    )
    window.commands.on("case.new", partial(_new_application, window, tools))
    return window


def _new_application(window: MainWindow, tools: Tools) -> None:
    """Log an application, then show its case."""
    dialog = NewApplicationDialog(window, tools)
    dialog.written.connect(partial(_show_case, window))
    dialog.open()


def _show_case(window: MainWindow, changes: Changes) -> None:
    window.go(Place("case", changes.made))


def _pages(tools: Tools, preferences: Preferences) -> list[PageSpec]:
    return [
        PageSpec("today", _say("Today"), partial(TodayPage, tools)),
        PageSpec("applications", _say("Applications"), partial(ApplicationsPage, tools)),
        PageSpec("exams", _say("Exams"), partial(ExamsPage, tools)),
        PageSpec("registry", _say("Registry"), partial(RegistryPage, tools)),
        PageSpec("people", _say("People"), partial(PeoplePage, tools)),
        PageSpec("letters", _say("Letters"), partial(LettersPage, tools)),
        PageSpec("reports", _say("Reports"), partial(ReportsPage, tools)),
        PageSpec("policy", _say("Policy"), partial(PolicyPage, tools), below=True),
        PageSpec(
            "settings", _say("Settings"), partial(SettingsPage, tools, preferences), below=True
        ),
        _hidden("case", _say("Case"), partial(CasePage, tools), "applications"),
        _hidden("endorsement", _say("Endorsement"), partial(EndorsementPage, tools), "registry"),
        _hidden("sitting", _say("Sitting"), partial(SittingPage, tools), "exams"),
        _hidden("person", _say("Person"), partial(PersonPage, tools), "people"),
    ]


def _hidden(key: str, title: str, make: partial[Page], under: str) -> PageSpec:
    return PageSpec(key, title, make, hidden=True, under=under)


def frame_facts(desk: Desk) -> FrameFacts:
    """What the frame shows, fetched in the worker after every change."""
    counts, file, names = desk.due.counts(), desk.file_card(), desk.history.names()
    policy = _say("Policy {title} in force").format(title=file.policy) if file.policy else ""
    status = Status(
        file=file.path.name,
        protected=file.protected,
        saved=file.saved,
        entries=file.entries,
        policy=policy or _say("No policy in force"),
    )
    shown = {
        "today": Count(counts.due, urgent=counts.late > 0),
        "applications": Count(counts.applications),
        "exams": Count(desk.exams.open_count()),
        "registry": Count(counts.registry),
        "people": Count(counts.people),
        "letters": Count(desk.post.to_send()),
    }
    undo = None if names.undo_left else names.undo  # what left the house is not offered
    office = desk.office.card().short_name
    return FrameFacts(status, shown, undo=undo, redo=names.redo, office=office)


def find(desk: Desk, words: str) -> Sequence[FoundGroup]:
    """People and cases that the words point to, and letters by the beginning of their number.

    Of an exam paper's code: its sitting, and nobody's name.
    """
    hits = desk.people.search(words, _FOUND)
    groups = {"person": _say("People"), "case": _say("Applications")}
    found = [
        FoundGroup(title, [_found(hit) for hit in hits if hit.kind == kind])
        for kind, title in groups.items()
        if any(hit.kind == kind for hit in hits)
    ]
    return [*found, *_papers(desk, words), *_letters(desk, words)]


def _letters(desk: Desk, words: str) -> Sequence[FoundGroup]:
    found = [
        Found(one.number, f"{one.name} · {kind_text(one)}", Place("letters", one.id))
        for one in desk.post.numbered(words, _LETTERS_FOUND)
    ]
    return [FoundGroup(_say("Letters"), found)] if found else ()


def _papers(desk: Desk, words: str) -> Sequence[FoundGroup]:
    at = desk.exams.find(words)
    if at is None:
        return ()
    card = desk.exams.card(at[0])
    place = Place("sitting", card.row.id)
    return [FoundGroup(_say("Exams"), [Found(desk.exams.paper(at[1]).code, card.row.title, place)])]


def _found(hit: Hit) -> Found:
    return Found(hit.title, hit.subtitle, Place(hit.kind, hit.id))
