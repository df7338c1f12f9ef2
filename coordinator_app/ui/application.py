"""The running program: Welcome, or the window on the one open office."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coordinator_app.domain.phrases import Phrase
from coordinator_app.domain.views import OfficeCard
from coordinator_app.runtime.paths import Paths
from coordinator_app.services.desk import Clock, Desk
from coordinator_app.ui.actions import ActionSet
from coordinator_app.ui.application_files import OfficeFiles
from coordinator_app.ui.application_help import HelpCommands
from coordinator_app.ui.background import Background
from coordinator_app.ui.backing_up import ask_and_back_up
from coordinator_app.ui.dialogs.crash import CrashDialog
from coordinator_app.ui.dialogs.import_workbook import ImportDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.list_memory import ListMemory
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.messages import Messages, say_code, say_phrase
from coordinator_app.ui.office_window import open_window
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.welcome import Welcome
from coordinator_app.ui.welcome_recent import RecentFile

Shown = Welcome | MainWindow


class Application(QObject):
    """`finished` when the last window is closed and everything written.

    `crashed` may be emitted from any thread, with a report; it is shown.
    """

    finished = Signal()
    crashed = Signal(object)

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        preferences: Preferences,
        messages: Messages | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.messages = messages or Messages(self)
        self.preferences = preferences
        self.tools: Tools | None = None
        self._paths = paths
        self._window: Shown | None = None
        self._leaving = False
        self._told: Sequence[Phrase] = ()
        self._crash: CrashDialog | None = None
        self._files = OfficeFiles(paths, clock, self.background, self.messages, self)
        self._help = HelpCommands(paths, self.background, self.messages, self)
        self._files.opened.connect(self.sit_down)
        self._files.made_for.connect(self.sit_down)
        preferences.not_kept.connect(self._not_kept)
        self.crashed.connect(self._show_crash, Qt.ConnectionType.QueuedConnection)

    @property
    def window(self) -> Shown | None:
        """The window shown: Welcome or the open office's."""
        return self._window

    @property
    def desk(self) -> Desk | None:
        """The open office."""
        return self.tools.desk if self.tools else None

    def start(self, file: Path | None = None, told: Sequence[Phrase] = ()) -> None:
        """Show Welcome, or open this file; `told` is what was found amiss on the way."""
        self._told = told
        self._show_welcome(visible=file is None)
        if file is None:
            self._tell()
        else:
            self.open(file)

    def open(self, path: Path) -> None:
        """Open an office's file instead of what is shown."""
        window = self._shown()
        if self.desk is not None and _same(self.desk.path, path):
            self._say(say_code("start.open_already", file=path.name))
            return
        self._files.open(window, path)

    def sit_down(self, desk: Desk, workbook: Path | None = None) -> None:
        """Show this office once the one that is open is closed; bring in the workbook, if any."""
        if self.tools is not None:
            self._leave(partial(self.sit_down, desk, workbook))
            return
        then = partial(self._seated, desk, workbook)
        self.background.run(self, partial(_introduced, desk), then, self._failed)

    def tell_crash_of_last_time(self, report: str) -> None:
        """Show what a hard end of the last run left."""
        CrashDialog(self._window, say_code("start.crashed_last_time"), report).open()

    def end(self) -> None:
        """Wait for the work in hand and close what is open: nothing is left half done."""
        self.background.close()
        if self.tools is not None:
            self.tools.desk.close()
            self.tools = None
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()

    # Windows

    def _shown(self) -> Shown:
        assert self._window is not None
        return self._window

    def _show_welcome(self, *, visible: bool = True) -> None:
        """Behind an office that is being opened it stays unseen, unless there is something to ask."""
        welcome = Welcome()
        welcome.chosen.connect(self.open)
        welcome.brought.connect(self._bring_in)
        welcome.forgotten.connect(self._forget)
        self._show_recent(welcome)
        self._show(welcome, visible=visible)
        welcome.focus_first()

    def _show_recent(self, welcome: Welcome) -> None:
        paths = [Path(each) for each in self.preferences.settings.recent]
        welcome.show_recent([RecentFile(path, path.is_file()) for path in paths])

    def _show(self, window: Shown, *, visible: bool = True) -> None:
        """Show this window instead of the present one."""
        old, self._window = self._window, window
        self._take_up(window.commands)
        window.closing.connect(partial(self._window_closed, window))
        window.setVisible(visible)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _take_up(self, commands: ActionSet) -> None:
        everywhere: dict[str, Callable[[], None]] = {
            "file.new": self._new,
            "file.open": self._ask_open,
            "file.practice": self._practice,
            "file.import": self._import,
            "file.quit": self._quit,
            "view.larger": self.preferences.larger,
            "view.smaller": self.preferences.smaller,
            "view.dark": self.preferences.turn,
            "help.handbook": self._handbook,
            "help.report": self._report,
            "help.about": self._about,
        }
        in_office: dict[str, Callable[[], None]] = {
            "file.backup": self._back_up,
            "file.close": self._close_office,
        }
        for name, do in (everywhere | (in_office if self.tools else {})).items():
            commands.on(name, do)

    # The open office

    def _seated(self, desk: Desk, workbook: Path | None, known: tuple[OfficeCard, str]) -> None:
        office, lineage = known
        lists = ListMemory(self.preferences, lineage)
        self.tools = Tools(desk, self.background, Feed(self), self.messages, lists)
        window = open_window(self.tools, office, self.preferences)
        self._restore_place(window)
        self._show(window)
        window.start()
        self._tell()
        if not _same(desk.path, self._paths.practice):
            self.preferences.take(self.preferences.settings.opened(desk.path))
        if workbook is not None:
            self._import_dialog().read(workbook)

    def _leave(self, then: Callable[[], None]) -> None:
        """Close the open office once everything queued is written, then go on."""
        tools, self.tools = self.tools, None
        assert tools is not None
        window = self._shown()
        self._keep_place(window)
        window.setEnabled(False)
        self.background.run(self, tools.desk.close, partial(_then, then), self._failed)

    def _restore_place(self, window: QWidget) -> None:
        kept = QByteArray(base64.b64decode(self.preferences.settings.window))
        if kept.isEmpty() or not window.restoreGeometry(kept):
            room = window.screen().availableSize()
            window.resize(min(1440, room.width()), min(900, room.height()))

    def _keep_place(self, window: QWidget) -> None:
        if isinstance(window, MainWindow):
            kept = base64.b64encode(window.saveGeometry().data()).decode("ascii")
            self.preferences.change(window=kept)

    def _close_office(self) -> None:
        self._leave(self._back_to_welcome)

    def _back_to_welcome(self) -> None:
        self._show_welcome()

    def _window_closed(self, window: Shown) -> None:
        """The window is being closed by the user: that is the end of the program."""
        if window is not self._window or self._leaving:
            return
        self._leaving = True
        if self.tools is None:
            self.finished.emit()
        else:
            self._leave(self.finished.emit)

    # Commands

    def _new(self) -> None:
        self._files.new(self._shown())

    def _ask_open(self) -> None:
        window = self._shown()
        kinds = self.tr("Offices (*.office *.endorse);;All files (*)")
        title = self.tr("Open office")
        self.messages.choose_file(window, title, kinds, self.open, self._paths.offices)

    def _practice(self) -> None:
        if self._paths.practice.exists():
            self.open(self._paths.practice)
        else:
            self._files.make_practice(self._shown())

    def _import(self) -> None:
        title = self.tr("Bring in a spreadsheet")
        kinds = self.tr("Spreadsheets (*.xlsx *.csv)")
        self.messages.choose_file(self._shown(), title, kinds, self._bring_in)

    def _bring_in(self, workbook: Path) -> None:
        """Into the open office; without one it is made first."""
        if self.tools is None:
            self._files.new(self._shown(), workbook)
        else:
            self._import_dialog().read(workbook)

    def _import_dialog(self) -> ImportDialog:
        assert self.tools is not None
        dialog = ImportDialog(self._shown(), self.tools)
        dialog.show()
        return dialog

    def _back_up(self) -> None:
        if self.tools is not None:
            desk = self.tools.desk
            ask_and_back_up(self._shown(), desk, self.background, self.messages, self._say)

    def _quit(self) -> None:
        self._shown().close()

    def _report(self) -> None:
        self._help.copy_report(self._shown(), self.desk, self._say)

    def _handbook(self) -> None:
        self._help.handbook(self._shown())

    def _about(self) -> None:
        self._help.about(self._shown())

    def _forget(self, path: Path) -> None:
        self.preferences.take(self.preferences.settings.forgotten(path))
        if isinstance(self._window, Welcome):
            self._show_recent(self._window)
            self._window.focus_first()

    # What is said

    def _say(self, text: str, tone: Tone = Tone.GOOD) -> None:
        window = self._shown()
        page = window if isinstance(window, Welcome) else window.page
        if page is not None:
            page.notice.say(text, tone)

    def _tell(self) -> None:
        """Say once what was found amiss at the start."""
        told, self._told = self._told, ()
        if told:
            self._say(" ".join(say_phrase(one) for one in told), Tone.WAIT)

    def _failed(self, error: Exception) -> None:
        self.messages.failure(self._shown(), error)

    def _not_kept(self, error: Exception) -> None:
        if self._window is not None:
            self.messages.failure(self._window, error)

    def _show_crash(self, report: str) -> None:
        """One failure often brings others of its kind: the first one is shown."""
        if self._crash is None or not isValid(self._crash):
            self._crash = CrashDialog(self._window, say_code("start.crashed_now"), report)
            self._crash.open()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _introduced(desk: Desk) -> tuple[OfficeCard, str]:
    """The office as set up, and its file's lineage."""
    return desk.office.card(), desk.history.lineage()


def _then(then: Callable[[], None], _nothing: None) -> None:
    then()
