"""The window, in a process of its own: the start, a keystroke, a case. Told as JSON on one line."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.offices import noon
from tests.benchmarks.timing import Span, Watch, p95_of

WORDS = ("k", "ka", "kah", "kahan", "m", "ma", "mal", "n", "no", "noe", "l", "le", "lei", "leilani k",
         "s", "so", "sou", "t", "ta", "tan", "a", "ak", "aka", "kea", "2026-0")  # fmt: skip
_CASES = 60


def empty(began: float) -> dict[str, object]:
    """The floor of a start: an empty window, painted."""
    application = QApplication(["empty"])
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    until(window.isVisible)
    window.grab()
    said: dict[str, object] = {"seconds": time.time() - began}
    window.close()
    application.quit()
    return said


class Sitting:
    """The program as it starts, on a file, with a profile of its own."""

    def __init__(self, file: Path, folder: Path) -> None:
        from coordinator_app.app import started  # noqa: PLC0415 - the start is measured
        from coordinator_app.runtime.paths import Paths  # noqa: PLC0415
        from coordinator_app.runtime.settings import Settings  # noqa: PLC0415
        from coordinator_app.ui.application import Application  # noqa: PLC0415
        from coordinator_app.ui.preferences import Preferences  # noqa: PLC0415

        started()
        paths = Paths.below(folder)
        paths.make()
        self.application = Application(paths, noon, Preferences(paths.settings, Settings()))
        self.application.start(file)

    def window(self) -> QWidget:
        from coordinator_app.ui.main_window import MainWindow  # noqa: PLC0415

        until(lambda: isinstance(self.application.window, MainWindow))
        window = self.application.window
        assert window is not None
        return window

    def rest(self) -> None:
        until(lambda: self.application.background.idle)


def until(true: Callable[[], bool], seconds: float = 120) -> None:
    """Let Qt work until something is so; it sleeps in between, as it does in the program."""
    end = time.monotonic() + seconds
    awake = QTimer(interval=20)
    awake.start()
    flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not true():
        QApplication.processEvents(flags)
        if time.monotonic() > end:
            raise TimeoutError
    awake.stop()


def start(began: float, file: Path, folder: Path) -> dict[str, object]:
    """Until Today's lines are painted."""
    from coordinator_app.ui.pages.today import TodayPage  # noqa: PLC0415

    sitting = Sitting(file, folder)
    window = sitting.window()

    def lines() -> bool:
        return any(one.table.model().rowCount() for one in window.findChildren(TodayPage))

    until(lines)
    window.grab()
    said: dict[str, object] = {"seconds": time.time() - began}
    sitting.rest()
    sitting.application.end()
    return said


def use(file: Path, folder: Path) -> dict[str, object]:
    """Keystrokes in the list of people, without the pause for further typing; and opened cases."""
    sitting = Sitting(file, folder)
    window = sitting.window()
    sitting.rest()
    said: dict[str, object] = {
        "keys": astuple(_keys(sitting, window)),
        "case": astuple(_cases(sitting, window)),
    }
    sitting.rest()
    sitting.application.end()
    return said | {"peak": _peak()}


def _peak() -> float:
    """The most memory this process has held, in MB; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _keys(sitting: Sitting, window: QWidget) -> Span:
    from coordinator_app.ui.main_window import MainWindow  # noqa: PLC0415
    from coordinator_app.ui.page import Place  # noqa: PLC0415
    from coordinator_app.ui.pages.people import PeoplePage  # noqa: PLC0415

    assert isinstance(window, MainWindow)
    window.go(Place("people"))
    page = window.page
    assert isinstance(page, PeoplePage)
    sitting.rest()
    page._pause.setInterval(0)
    times: list[Span] = []
    arrived: list[int] = []
    page.model.modelReset.connect(lambda: arrived.append(1))
    page.model.dataChanged.connect(lambda: arrived.append(1))
    for words in WORDS:
        arrived.clear()
        watch = Watch()
        page.words.setText(words)
        until(lambda: bool(arrived))
        page.table.repaint()
        times.append(watch.stop())
        until(lambda: not page._rest.isActive() and sitting.application.background.idle)
    return p95_of(times)


def _cases(sitting: Sitting, window: QWidget) -> Span:
    from coordinator_app.domain.lists import ListQuery  # noqa: PLC0415
    from coordinator_app.ui.main_window import MainWindow  # noqa: PLC0415
    from coordinator_app.ui.page import Place  # noqa: PLC0415

    assert isinstance(window, MainWindow)
    desk = sitting.application.desk
    assert desk is not None
    cases = desk.applications.list(ListQuery(order="case", descending=True, limit=_CASES)).rows
    times: list[Span] = []
    for case in cases:
        watch = Watch()
        window.go(Place("case", case.id))
        sitting.rest()
        window.repaint()
        times.append(watch.stop())
    return p95_of(times[1:])


def main(words: list[str]) -> None:
    what, began = words[0], float(words[1])
    with tempfile.TemporaryDirectory(prefix="coordinator-bench-") as name:
        match what:
            case "empty":
                said = empty(began)
            case "start":
                said = start(began, Path(words[2]), Path(name))
            case _:
                said = use(Path(words[2]), Path(name))
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
