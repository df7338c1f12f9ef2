"""What every test of the window stands on: one theme, US English, a worker that is waited for."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app.ui import formats
from coordinator_app.ui.background import Background
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.last_input import last_input
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from tests.helpers.answers import PreparedMessages
from tests.ui.case_offices import Cases, office_with_cases


@pytest.fixture(scope="session", autouse=True)
def _old_things_are_not_collected(qapp: QApplication) -> None:
    """Each test of a window ends with a collection: let it look at what the test made only."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_key_was_pressed(qapp: QApplication) -> None:
    """Whether the keyboard's place shows must not hang on the test before."""
    last_input().by_keys = False


def _light() -> Look:
    return Look.LIGHT


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """A theme whose system wishes light."""
    formats.use_locale("en_US")
    found = qapp.property("coordinator.theme")
    made = found if isinstance(found, Theme) else Theme(qapp, _light)
    if (made.look, made.percent) != (Look.LIGHT, 100) or made is not found:
        made.show(Look.LIGHT)
    yield made
    formats.use_locale("en_US")


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """The worker, ended before the test is."""
    worker = Background()
    yield worker
    worker.close()


@pytest.fixture
def settled(qtbot: QtBot, background: Background) -> Callable[[], None]:
    """Wait until the worker has nothing to do and its results are delivered."""

    def wait() -> None:
        qtbot.waitUntil(lambda: background.idle)

    return wait


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def messages() -> PreparedMessages:
    return PreparedMessages()


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[Cases]:
    """An office with a case at every step of its way."""
    found = office_with_cases(tmp_path)
    yield found
    found.desk.close()


@pytest.fixture
def tools(
    cases: Cases, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Tools]:
    """What pages and dialogs of that office work with; the worker ends before the file is closed."""
    yield Tools(cases.desk, background, feed, messages)
    background.close()
