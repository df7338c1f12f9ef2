"""A program just installed, with the hands of one user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.runtime.paths import Paths
from coordinator_app.runtime.settings import load_settings
from coordinator_app.services.desk import Desk, make_office
from coordinator_app.services.office import OfficeDraft
from coordinator_app.ui.application import Application
from coordinator_app.ui.background import Background
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.welcome import Welcome
from tests.helpers.answers import PreparedMessages

W = TypeVar("W", bound=QWidget)
DRAFT = OfficeDraft("Association for Infant Mental Health Hawaiʻi", "AIMH HI", "Rachel Lum")
BOOK = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"


def clock() -> datetime:
    """20 February 2026, noon in Hawaiʻi."""
    return datetime(2026, 2, 20, 22, tzinfo=UTC)


def an_office(path: Path, passphrase: str | None = None) -> Desk:
    return make_office(path, DRAFT, clock=clock, passphrase=passphrase)


def settle(qtbot: QtBot, background: Background) -> None:
    """Until the worker is idle, its results are shown and closed dialogs are gone."""
    qtbot.waitUntil(lambda: background.idle, timeout=30_000)
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    QTest.keyClick(widget, key, held)


@dataclass(frozen=True, slots=True)
class Started:
    """The running program, its folders, and what it says and asks."""

    qtbot: QtBot
    paths: Paths
    application: Application
    messages: PreparedMessages

    def settle(self) -> None:
        settle(self.qtbot, self.application.background)

    @property
    def welcome(self) -> Welcome:
        assert isinstance(self.application.window, Welcome)
        return self.application.window

    @property
    def office(self) -> MainWindow:
        assert isinstance(self.application.window, MainWindow)
        return self.application.window

    def click(self, widget: QWidget) -> None:
        click(widget)
        self.settle()

    def fire(self, command: str) -> None:
        """Do a command as its menu would."""
        assert self.application.window is not None
        self.application.window.commands.fire(command)
        self.settle()

    def dialog(self, kind: type[W]) -> W:
        """The one open dialog of a kind."""
        assert self.application.window is not None
        found = [one for one in self.application.window.findChildren(kind) if one.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are open"
        return found[0]

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=30_000)
        self.settle()


def start(qtbot: QtBot, folder: Path) -> Started:
    """The program with a profile of its own; the test ends it with `end`."""
    paths = Paths.below(folder / "profile")
    paths.make()
    messages = PreparedMessages()
    preferences = Preferences(paths.settings, load_settings(paths.settings).settings)
    application = Application(paths, clock, preferences, messages)
    return Started(qtbot, paths, application, messages)


def end(started: Started) -> None:
    """Close what is open, as the program does when it is left."""
    started.application.end()
    started.application.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
