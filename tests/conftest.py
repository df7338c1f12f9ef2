"""What every test stands on: no screen, no home of the user, no unexpected warning in the log."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

# Before any window library looks: no screen is needed, and nobody's own files are touched.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
if sys.platform == "linux":
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any locale that is not UTF-8
_HOME = Path(tempfile.mkdtemp(prefix="coordinator-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name, _folder in {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/appdata",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
    "COORDINATOR_HOME": "profile",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(_HOME / _folder)

# Two busy cores say nothing about a function's speed; benchmarks do.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")

FONTS = Path(__file__).parents[1] / "resources" / "fonts"


@pytest.fixture
def today() -> date:
    """The day on which every test happens."""
    return date(2026, 2, 20)


@pytest.fixture(scope="session", autouse=True)
def _fonts(request: pytest.FixtureRequest) -> None:
    """Register our fonts as the program does: offscreen Qt brings none of its own."""
    if any(
        "ui" in item.path.parts or "journeys" in item.path.parts for item in request.session.items
    ):
        request.getfixturevalue("qapp")
        for file in sorted(FONTS.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


@pytest.fixture
def expected_logs() -> list[str]:
    """Words of the warnings this test means to cause; each must come."""
    return []


class _Heard(logging.Handler):
    """Keeps every record from WARNING on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(expected_logs: list[str]) -> Iterator[None]:
    """Fail on a warning in the log that the test did not expect, and on one that did not come."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    loose = [said for said in heard.said if not any(word in said for word in expected_logs)]
    missed = [word for word in expected_logs if not any(word in said for said in heard.said)]
    assert not loose, "unexpected in the log (add to expected_logs if meant): " + "; ".join(loose)
    assert not missed, f"expected in the log, but not said: {missed}"


@pytest.fixture(autouse=True)
def _no_widget_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with widgets: none lives on, and what crashes in the collector names its test."""
    yield
    if "qapp" not in request.fixturenames:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    left = [name_of(widget) for widget in QApplication.topLevelWidgets() if is_ours(widget)]
    assert not left, f"windows left open (give them to qtbot.addWidget): {left}"


def is_ours(widget: QWidget) -> bool:
    """Whether a window is the program's own, not one that Qt keeps for tooltips and lists."""
    return type(widget).__module__.startswith(("coordinator_app", "tests"))


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.windowTitle()!r}"
