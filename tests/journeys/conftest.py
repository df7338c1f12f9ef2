"""A program just installed, and a coordinator who sits down at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app.runtime.paths import Paths
from coordinator_app.runtime.settings import load_settings
from coordinator_app.ui import formats
from coordinator_app.ui.application import Application
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.theme import Look, Theme
from tests.helpers.answers import PreparedMessages
from tests.helpers.builders import Clock
from tests.journeys.hands import Coordinator

TODAY = date(2026, 2, 20)


def _light() -> Look:
    return Look.LIGHT


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """A theme whose system wishes light, and US English."""
    formats.use_locale("en_US")
    found = qapp.property("coordinator.theme")
    made = found if isinstance(found, Theme) else Theme(qapp, _light)
    made.show(Look.LIGHT)
    yield made
    made.show(Look.LIGHT)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folders of a profile of its own."""
    found = Paths.below(tmp_path / "profile")
    found.make()
    return found


@pytest.fixture
def clock() -> Clock:
    """The program's clock; a story moves it on to a later day."""
    return Clock(TODAY)


@pytest.fixture
def program(qtbot: QtBot, look: Theme, paths: Paths, clock: Clock) -> Iterator[Application]:
    """The program as it starts, its window closed as a user closes it."""
    preferences = Preferences(paths.settings, load_settings(paths.settings).settings)
    made = Application(paths, clock, preferences, PreparedMessages())
    yield made
    made.end()
    if made.window is not None:
        made.window.blockSignals(True)
        made.window.close()
        made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def me(qtbot: QtBot, program: Application) -> Coordinator:
    """The coordinator, with nothing open yet."""
    assert isinstance(program.messages, PreparedMessages)
    return Coordinator(qtbot, program, program.messages)
