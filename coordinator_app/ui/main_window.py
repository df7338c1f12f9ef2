"""The window: it puts the frame and the pages together, and knows nothing of either's inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.ui import theme
from coordinator_app.ui.actions import ActionSet, Command, commands_named, menu_text, plain_text
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.keyboard import KeyboardDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.frame import Found, FoundGroup, FrameFacts, FrameServices, PageSpec
from coordinator_app.ui.messages import Messages, sentence_of
from coordinator_app.ui.page import Page, Place
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.widgets.icons import window_icon
from coordinator_app.ui.widgets.notice import PracticeBanner
from coordinator_app.ui.widgets.page_place import PagePlace
from coordinator_app.ui.widgets.search_box import SearchBox
from coordinator_app.ui.widgets.sidebar import Sidebar
from coordinator_app.ui.widgets.status_line import StatusLine
from coordinator_app.ui.widgets.top_bar import TopBar
from coordinator_app.ui.widgets.watermark import Watermark

_COMMANDS_FOUND = 8  # how many commands a search shows


class MainWindow(QMainWindow):
    """One open office. `commands` takes up what the app and the pages can do.

    Hidden pages are not refreshed: they are told when they are shown again.
    """

    closing = Signal()
    shown_page = Signal(object)

    def __init__(
        self,
        office: str,
        pages: Sequence[PageSpec],
        services: FrameServices,
        background: Background,
        feed: Feed,
        messages: Messages,
        *,
        practice: bool = False,
    ) -> None:
        super().__init__()
        self._specs = {page.key: page for page in pages}
        self._services, self._background, self._messages = services, background, messages
        self._feed = feed
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._been: list[Place] = []
        self._here = Place("")
        self._failed = partial(messages.failure, self)
        self.commands = ActionSet(self)
        self.search = SearchBox(services.find, background, self._failed, here=self._commands_named)
        self.top_bar = TopBar(office, self.search, self)
        self.sidebar = Sidebar(pages, self)
        self.status_line = StatusLine(self)
        self._stack = QStackedWidget(self)
        self._build(office, practice=practice)
        self._connect()
        self._take_up_commands()

    # What others use

    def start(self) -> None:
        """Fetch the frame's facts and show the first page."""
        self._refresh_frame()
        if self.sidebar.keys:
            self.go(Place(self.sidebar.keys[0]))

    @property
    def page(self) -> Page | None:
        """The page shown."""
        found = self._stack.currentWidget()
        return found if isinstance(found, Page) else None

    @property
    def here(self) -> Place:
        """What is shown."""
        return self._here

    def go(self, place: Place) -> None:
        """Show a page, and on it what the place names; where one was can be gone back to."""
        if self._here.page and place != self._here:
            self._been = [*self._been[-49:], self._here]
        self._show(place)

    def go_back(self) -> None:
        """Show what was shown before."""
        if self._been:
            self._show(self._been.pop())

    def act(
        self, call: Callable[[], Changes], said: str = "", link: str = "", then: str = ""
    ) -> None:
        """Do a write in the worker, announce its changes, and say what was done on the page.

        `link` is a word in the notice that fires the command `then` ("Undo", "edit.undo").
        """
        self._background.run(self, call, partial(self._acted, said, link, then), self._refused)

    # Making it

    def _build(self, office: str, *, practice: bool) -> None:
        self._show_office(office)
        self.setWindowIcon(window_icon(theme.now().colour("accent")))
        self._stack.setObjectName("pages")
        right = QVBoxLayout()
        right.setSpacing(0)
        if practice:
            right.addWidget(PracticeBanner(self))
        right.addWidget(PagePlace(self._stack, self), 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addLayout(right, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(whole)
        self.commands.fill(self.top_bar.menus)
        order_tabs(whole)
        self._watermark = Watermark(self._stack, self.tr("PRACTICE")) if practice else None

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._go_to_key)
        self.search.chosen.connect(self._found)
        self.top_bar.undo.connect(partial(self.commands.fire, "edit.undo"))
        self.top_bar.new.connect(partial(self.commands.fire, "case.new"))
        self._feed.changed.connect(self._changed)
        for number, key in enumerate(self.sidebar.keys[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self._go_to_key, key))

    def _take_up_commands(self) -> None:
        for name, do in {
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            "go.search": self._search,
            "go.back": self.go_back,
            "go.refresh": self._refresh_all,
            "help.keyboard": self._show_keyboard,
            "file.quit": self._quit,
        }.items():
            self.commands.on(name, do)
        self.commands.enable("edit.undo", enabled=False)
        self.commands.enable("edit.redo", enabled=False)
        new = self.commands.action("case.new")
        new.changed.connect(self._show_new)
        self._show_new()

    # Pages

    def _show(self, place: Place) -> None:
        spec = self._specs[place.page]
        page = self._page(place.page)
        self._here = place
        if place.what is not None:
            page.open(place.what)
            self._stale.add(place.page)
        self._stack.setCurrentWidget(page)
        if self._watermark is not None:
            self._watermark.raise_()  # the stack has put the page above it
        self.sidebar.light(spec.under or spec.key)
        if place.page in self._stale:
            self._stale.discard(place.page)
            page.refresh(None)
        page.focus_first()
        self.shown_page.emit(place)

    def _page(self, key: str) -> Page:
        """The page of a key, made when it is first asked for."""
        if key not in self._pages:
            page = self._specs[key].make()
            page.setParent(self._stack)
            page.go.connect(self.go)
            self._stack.addWidget(page)
            self._pages[key] = page
            self._stale.add(key)
        return self._pages[key]

    def _changed(self, changes: Changes) -> None:
        self._refresh_frame()
        for key, page in self._pages.items():
            if page is self.page:
                page.refresh(changes)
            else:
                self._stale.add(key)

    def _refresh_all(self) -> None:
        self._stale.update(self._pages)
        self._refresh_frame()
        if self.page is not None:
            self._stale.discard(self._here.page)
            self.page.refresh(None)

    def _go_to_key(self, key: str) -> None:
        self.go(Place(key))

    def _found(self, found: Found) -> None:
        """Go there, or do the command with the keyboard back on the page, where it was meant."""
        if found.place is not None:
            self.go(found.place)
            return
        if self.page is not None:
            self.page.focus_first()
        self.commands.fire(found.command)

    def _commands_named(self, words: str) -> Sequence[FoundGroup]:
        found = [
            Found(self._title_of(each), self._menu_and_keys(each), command=each.id)
            for each in commands_named(self.commands, words)[:_COMMANDS_FOUND]
        ]
        return [FoundGroup(self.tr("Commands"), found)] if found else ()

    def _title_of(self, command: Command) -> str:
        """As its menu has it now, with what would be undone."""
        return re.sub("&(.)", r"\1", self.commands.action(command.id).text())

    def _menu_and_keys(self, command: Command) -> str:
        keys = self.commands.action(command.id).shortcut()
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        return f"{menu_text(command)} · {shown}" if shown else menu_text(command)

    # The frame

    def _refresh_frame(self) -> None:
        self._background.run(self, self._services.facts, self._show_facts, self._failed)

    def _show_facts(self, facts: FrameFacts) -> None:
        self.sidebar.show_counts(facts.counts)
        self.status_line.show_status(facts.status)
        self.top_bar.show_undo(facts.undo)
        if facts.office:
            self._show_office(facts.office)
        self._name("edit.undo", facts.undo)
        self._name("edit.redo", facts.redo)

    def _show_office(self, office: str) -> None:
        self.setWindowTitle(self.tr("{office} – Endorsement Coordinator").format(office=office))
        self.top_bar.show_office(office)

    def _name(self, command: str, action: str | None) -> None:
        words = plain_text(self.commands.commands[command])
        shown = words if action is None else f"{words} “{action}”"
        self.commands.action(command).setText(shown.replace("&", "&&"))
        self.commands.enable(command, enabled=action is not None)

    def _show_new(self) -> None:
        self.top_bar.new_button.setVisible(self.commands.action("case.new").isVisible())

    # Commands

    def _undo(self) -> None:
        self.commands.enable("edit.undo", enabled=False)
        self.act(self._services.undo, self.tr("Undone: {name}"), self.tr("Redo"), "edit.redo")

    def _redo(self) -> None:
        self.commands.enable("edit.redo", enabled=False)
        self.act(self._services.redo, self.tr("Done again: {name}"), self.tr("Undo"), "edit.undo")

    def _acted(self, said: str, link: str, then: str, changes: Changes) -> None:
        self._feed.tell(changes)
        if said and self.page is not None:
            follow = partial(self.commands.fire, then) if then else None
            self.page.notice.say(said.format(name=changes.action), Tone.NEWS, link, follow)

    def _refused(self, error: Exception) -> None:
        """A refused undo is said on the page, not in a dialog; what can be undone is asked anew."""
        self._refresh_frame()
        if self.page is None:
            self._messages.failure(self, error)
        else:
            self.page.notice.say(sentence_of(error), Tone.BAD)

    def _search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_keyboard(self) -> None:
        KeyboardDialog(self.commands, self).open()

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
