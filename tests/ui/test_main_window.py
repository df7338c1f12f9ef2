"""The frame: pages by mouse and keyboard, live counts, undo by name, the state of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.errors import RuleBroken
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.keyboard import KeyboardDialog
from coordinator_app.ui.feed import Feed
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
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.widgets.notice import PracticeBanner
from coordinator_app.ui.widgets.watermark import Watermark
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, the, unnamed_controls

Settled = Callable[[], None]
STATUS = Status(
    file="office.endorse",
    protected=False,
    saved=datetime(2026, 2, 20, 14, 2, 31, tzinfo=UTC),
    backup="Backup today 08:00 (verified)",
    entries=18204,
    verified=True,
    policy="Policy AIMH HI 2024-01 in force",
)


class APage(Page):
    """Remembers what was asked of it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.refreshed: list[Changes | None] = []
        self.opened: list[object] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName(title)
        self.body.addWidget(self.field)

    def refresh(self, changes: Changes | None) -> None:
        self.refreshed.append(changes)

    def open(self, what: object) -> None:
        self.opened.append(what)

    def focus_first(self) -> None:
        self.field.setFocus()


class Office:
    """The services behind the frame, and what was called."""

    def __init__(self) -> None:
        self.called: list[str] = []
        self.late = 9
        self.undoable: str | None = "Record rating"
        self.refuses = False

    def facts(self) -> FrameFacts:
        self.called.append("facts")
        counts = {"today": Count(self.late, urgent=True), "people": Count(1508)}
        return FrameFacts(STATUS, counts, undo=self.undoable, redo=None)

    def find(self, text: str) -> Sequence[FoundGroup]:
        return [FoundGroup("Cases", [Found(f"{text} Nāluʻai", "IFS", Place("case", 7))])]

    def undo(self) -> Changes:
        self.called.append("undo")
        if self.refuses:
            raise RuleBroken("typed.no_date", text="x")
        self.undoable = None
        return Changes("Record rating", 18205, frozenset({Kind.REFERENCE}))

    def redo(self) -> Changes:
        self.called.append("redo")
        return Changes("Record rating", 18206, frozenset({Kind.REFERENCE}))


class ARoom:
    """A window with four pages."""

    def __init__(self, background: Background, feed: Feed, messages: PreparedMessages) -> None:
        self.office = Office()
        self.feed = feed
        self.made: list[str] = []
        self.pages: dict[str, APage] = {}
        specs = [
            self.spec("today", "Today"),
            self.spec("people", "People"),
            self.spec("policy", "Policy", below=True),
            self.spec("case", "Case", hidden=True, under="people"),
        ]
        services = FrameServices(
            self.office.facts, self.office.find, self.office.undo, self.office.redo
        )
        self.window = MainWindow("AIMH HI", specs, services, background, feed, messages)

    def spec(
        self, key: str, title: str, *, below: bool = False, hidden: bool = False, under: str = ""
    ) -> PageSpec:
        def make() -> Page:
            self.made.append(key)
            self.pages[key] = APage(title)
            return self.pages[key]

        return PageSpec(key, title, make, below=below, hidden=hidden, under=under)


@pytest.fixture
def room(
    qtbot: QtBot,
    background: Background,
    feed: Feed,
    messages: PreparedMessages,
    settled: Settled,
) -> ARoom:
    made = ARoom(background, feed, messages)
    qtbot.addWidget(made.window)
    made.window.resize(1440, 900)
    made.window.show()
    QTest.qWaitForWindowExposed(made.window)
    made.window.activateWindow()
    made.window.start()
    settled()
    return made


def keys(room: ARoom, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    target = room.window.focusWidget() or room.window
    QTest.keyClick(target, key, modifier)


CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_first_page_is_shown_and_only_it_is_made(room: ARoom) -> None:
    assert room.made == ["today"]
    assert room.window.page is room.pages["today"]
    assert room.pages["today"].refreshed == [None]
    assert room.pages["today"].field.hasFocus()


def test_counts_are_beside_the_pages_and_said(room: ARoom) -> None:
    assert room.window.sidebar.item("today").accessibleName() == "Today, 9, some late"
    assert room.window.sidebar.item("people").accessibleName() == "People, 1,508"
    assert room.window.sidebar.item("policy").accessibleName() == "Policy"


def test_a_click_in_the_sidebar_goes_there(room: ARoom) -> None:
    QTest.mouseClick(room.window.sidebar.item("people"), Qt.MouseButton.LeftButton)
    assert room.window.page is room.pages["people"]
    assert room.window.sidebar.item("people").isChecked()
    assert not room.window.sidebar.item("today").isChecked()


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_1, "today"), (Qt.Key.Key_2, "people"), (Qt.Key.Key_3, "policy")]
)
def test_alt_and_a_figure_go_to_a_page(room: ARoom, key: Qt.Key, page: str) -> None:
    room.window.go(Place("case", 7))
    keys(room, key, ALT)
    assert room.window.page is room.pages[page]
    assert room.pages[page].field.hasFocus()


def test_arrows_move_in_the_sidebar_and_return_goes(room: ARoom) -> None:
    item = room.window.sidebar.item("today")
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Down)
    assert room.window.sidebar.item("people").hasFocus()
    QTest.keyClick(room.window.sidebar.item("people"), Qt.Key.Key_Return)
    assert room.window.page is room.pages["people"]


def test_a_place_opens_one_thing_and_lights_the_page_it_belongs_to(room: ARoom) -> None:
    room.pages["today"].go.emit(Place("case", 7))
    assert room.pages["case"].opened == [7]
    assert room.window.sidebar.item("people").isChecked()


def test_one_can_go_back(room: ARoom) -> None:
    room.window.go(Place("case", 7))
    room.window.go(Place("people"))
    keys(room, Qt.Key.Key_Left, ALT)
    assert room.window.page is room.pages["case"]
    assert room.pages["case"].opened == [7, 7]
    keys(room, Qt.Key.Key_Left, ALT)
    keys(room, Qt.Key.Key_Left, ALT)
    assert room.window.page is room.pages["today"]


def test_a_change_refreshes_what_is_seen_now_and_the_rest_when_it_is(
    room: ARoom, settled: Settled
) -> None:
    room.window.go(Place("people"))
    changes = Changes("Record rating", 1, frozenset({Kind.REFERENCE}))
    room.office.late = 8
    room.feed.tell(changes)
    settled()
    assert room.pages["people"].refreshed == [None, changes]
    assert room.pages["today"].refreshed == [None]
    assert room.window.sidebar.item("today").count == Count(8, urgent=True)
    room.window.go(Place("today"))
    assert room.pages["today"].refreshed == [None, None]


def test_undo_is_named_done_and_can_be_done_again(room: ARoom, settled: Settled) -> None:
    button = room.window.top_bar.undo_button
    assert button.text() == "Undo “Record rating”"
    assert room.window.commands.action("edit.undo").text() == "Undo “Record rating”"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settled()
    assert not button.isVisible()
    assert room.pages["today"].notice.text == "Undone: Record rating"
    assert room.office.called.count("undo") == 1


def test_undo_has_its_key(room: ARoom, settled: Settled) -> None:
    room.window.sidebar.item("today").setFocus()
    keys(room, Qt.Key.Key_Z, CONTROL)
    settled()
    assert "undo" in room.office.called


def test_a_refused_undo_is_said_on_the_page(room: ARoom, settled: Settled) -> None:
    room.office.refuses = True
    room.window.commands.fire("edit.undo")
    settled()
    assert "is not a date" in room.pages["today"].notice.text
    assert room.window.commands.action("edit.undo").isEnabled()


def test_a_write_is_announced_and_told(room: ARoom, settled: Settled) -> None:
    told: list[object] = []
    room.feed.changed.connect(told.append)
    changes = Changes("Log application", 5, frozenset({Kind.APPLICATION}))
    room.window.act(lambda: changes, "Done: {name}")
    settled()
    assert told == [changes]
    assert room.pages["today"].notice.text == "Done: Log application"


def test_the_status_line_says_how_the_file_stands(room: ARoom) -> None:
    assert room.window.status_line.texts == {
        "file": "office.endorse · not protected by a passphrase",
        "saved": "Saved 14:02:31",
        "backup": "Backup today 08:00 (verified)",
        "journal": "Journal: 18,204 entries, verified",
        "policy": "Policy AIMH HI 2024-01 in force",
    }


def test_a_journal_that_does_not_verify_cannot_be_overlooked(room: ARoom) -> None:
    room.window.status_line.show_status(Status("office.endorse", protected=True, verified=False))
    assert "NOT verified" in room.window.status_line.texts["journal"]
    assert "not protected" not in room.window.status_line.texts["file"]


def test_search_is_a_key_away_and_goes_where_the_result_is(room: ARoom, qtbot: QtBot) -> None:
    keys(room, Qt.Key.Key_K, CONTROL)
    assert room.window.search.hasFocus()
    type_into(room.window.search, "Keoni")
    qtbot.waitUntil(room.window.search.results.isVisible)
    QTest.keyClick(room.window.search, Qt.Key.Key_Return)
    assert room.pages["case"].opened == [7]


def shown_for(room: ARoom, qtbot: QtBot, words: str) -> list[str]:
    room.window.search.results.hide()
    keys(room, Qt.Key.Key_K, CONTROL)
    type_into(room.window.search, words)
    qtbot.waitUntil(room.window.search.results.isVisible)
    return room.window.search.results.texts


def test_a_command_is_found_by_its_words_and_done(room: ARoom, qtbot: QtBot) -> None:
    done: list[str] = []
    room.window.commands.on("registry.export", lambda: done.append("export"))
    assert shown_for(room, qtbot, "registry exp")[2:] == ["Commands", "Export…"]
    QTest.keyClick(room.window.search, Qt.Key.Key_Down)
    QTest.keyClick(room.window.search, Qt.Key.Key_Return)
    assert done == ["export"]
    assert room.pages["today"].field.hasFocus(), "the keyboard is back on the page"


def test_a_command_that_cannot_be_done_now_is_not_found(room: ARoom, qtbot: QtBot) -> None:
    assert "Commands" not in shown_for(room, qtbot, "export")
    assert shown_for(room, qtbot, "undo")[2:] == ["Commands", "Undo “Record rating”"]
    room.window.commands.enable("edit.undo", enabled=False)
    assert "Commands" not in shown_for(room, qtbot, "undo")


def test_what_cannot_be_done_is_not_offered(room: ARoom) -> None:
    assert not room.window.top_bar.new_button.isVisible()
    done: list[str] = []
    room.window.commands.on("case.new", lambda: done.append("new"))
    assert room.window.top_bar.new_button.isVisible()
    QTest.mouseClick(room.window.top_bar.new_button, Qt.MouseButton.LeftButton)
    assert done == ["new"]


def test_the_keyboard_page_is_one_key_away(room: ARoom) -> None:
    keys(room, Qt.Key.Key_Slash, CONTROL)
    dialog = room.window.findChild(KeyboardDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_refresh_fetches_everything_anew(room: ARoom, settled: Settled) -> None:
    room.window.go(Place("people"))
    QTest.keyClick(room.window, Qt.Key.Key_F5)
    settled()
    assert room.pages["people"].refreshed == [None, None]
    room.window.go(Place("today"))
    assert room.pages["today"].refreshed == [None, None]


def test_closing_is_announced(room: ARoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.window.closing):
        room.window.commands.fire("file.quit")


def test_every_control_of_the_frame_has_a_name(room: ARoom) -> None:
    assert unnamed_controls(room.window) == []


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_nothing_in_the_frame_is_clipped(room: ARoom, size: tuple[int, int]) -> None:
    room.window.resize(*size)
    room.window.top_bar.show_undo("Record rating")
    assert (room.window.width(), room.window.height()) == size
    assert clipped_texts(room.window) == []


def test_the_window_fits_a_small_screen_with_large_text(room: ARoom, look: Theme) -> None:
    look.show(Look.LIGHT, 150)
    try:
        assert room.window.minimumSizeHint().width() <= 1366
        assert room.window.minimumSizeHint().height() <= 768
    finally:
        look.show(Look.LIGHT)


def test_a_practice_office_says_so_all_the_time_and_on_every_page(
    qtbot: QtBot, background: Background, messages: PreparedMessages
) -> None:
    office = Office()
    services = FrameServices(office.facts, office.find, office.undo, office.redo)
    pages = [PageSpec(key, key, partial(APage, key)) for key in ("today", "people")]
    window = MainWindow("Practice", pages, services, background, Feed(), messages, practice=True)
    qtbot.addWidget(window)
    window.show()
    window.start()
    mark = the(Watermark, window)
    assert mark.accessibleName() == "PRACTICE"
    assert the(PracticeBanner, window).isVisible()
    for key in ("people", "today", "people"):
        window.go(Place(key))
        over = mark.parentWidget()
        assert over is not None
        assert over.children()[-1] is mark, "it lies over the page"
