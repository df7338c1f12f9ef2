"""The program put together: folders, log, look, window. The only place that asks for the moment."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.runtime import crashes, logs
from coordinator_app.runtime.paths import Paths, fonts_folder, make_folder
from coordinator_app.runtime.sentences import sentence
from coordinator_app.runtime.settings import Settings, load_settings
from coordinator_app.services.computer import too_old
from coordinator_app.services.desk import Clock
from coordinator_app.services.practice import make_practice
from coordinator_app.services.trial import FilesTrial, Tried, tried
from coordinator_app.ui import formats, theme
from coordinator_app.ui.application import Application
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.screens import Screens

HOME = ZoneInfo("Pacific/Honolulu")


def run(words: Sequence[str]) -> int:
    """Open the window: `--file PATH` or `--file=PATH` an office, otherwise Welcome.

    Returns the exit code; 1 where the profile's folders cannot be made, said on standard error.
    """
    paths = Paths.of_user()
    try:
        paths.make()
        log = logs.start_logging(paths)
    except MachineTrouble as trouble:
        sys.stderr.write(f"{sentence(trouble.code, trouble.facts)}\n")
        return 1
    try:
        return _run(paths, file_named(words))
    finally:
        logs.stop_logging(log)


def file_named(words: Sequence[str]) -> Path | None:
    """The office named on the command line."""
    match list(words):
        case ["--file", path]:
            return Path(path)
        case [word] if word.startswith("--file="):
            return Path(word.removeprefix("--file="))
        case _:
            return None


def _run(paths: Paths, file: Path | None) -> int:
    qt = started()
    loaded = load_settings(paths.settings)
    messages = Messages(report=logs.log_error)
    preferences = Preferences(paths.settings, loaded.settings)
    application = Application(paths, now, preferences, messages)
    ended_hard = crashes.crashed_last_time(paths)
    watching = crashes.watch(paths, application.crashed.emit)
    application.finished.connect(qt.quit)
    application.start(file, (*loaded.troubles, *too_old()))
    if ended_hard:
        application.tell_crash_of_last_time(ended_hard)
    try:
        return qt.exec()
    finally:
        application.end()
        watching.stop()


def now() -> datetime:
    """The moment the computer's clock shows."""
    return datetime.now(UTC)


def started() -> QApplication:
    """Qt with our fonts and look; offscreen where there is no screen."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    logging.getLogger("qt").addHandler(logging.NullHandler())
    qInstallMessageHandler(_note)
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("Endorsement Coordinator")
    qt.setQuitOnLastWindowClosed(False)
    theme.register_fonts(fonts_folder())
    formats.use_locale()
    theme.Theme(qt)
    return qt


def _note(kind: QtMsgType, where: QMessageLogContext, text: str | None) -> None:
    """What Qt itself has to say goes to the log, not into a terminal."""
    del where
    level = logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
    logging.getLogger("qt").log(level, text or "")


def has_screen() -> bool:
    """Whether a window can be seen here, as far as the environment tells."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def screens(
    out: Path,
    *,
    file: Path | None = None,
    theme: str = "light",
    scale: float = 1.0,
    size: tuple[int, int] = (1440, 900),
    as_of: date | None = None,
) -> list[Path]:
    """Draw every screen of the office in `file` into `out` as it stands on `as_of` (today).

    Without `file` of a practice office, made in a folder that is gone afterwards. Raises what
    `open_desk` refuses, and MachineTrouble where the folder cannot be made.
    """
    day = as_of or now().astimezone(HOME).date()
    make_folder(out)
    with _application(theme) as (application, paths):
        office = file or paths.practice
        if file is None:
            make_practice(office, as_of=day).close()
        return Screens(application, out, scale, size).all(office, _noon(day))


def self_test(folder: Path, today: date) -> Iterator[Tried]:
    """Try the files, then every screen of the office they made. See `FilesTrial`."""
    files = FilesTrial(folder, today)
    yield from files.all()

    def window() -> None:
        drawn = screens(folder, file=files.file, as_of=today)
        if not all(path.stat().st_size for path in drawn):
            raise ValueError

    yield tried("trial.window", window)


@contextmanager
def _application(look: str) -> Generator[tuple[Application, Paths]]:
    """The application with a profile of its own, as if it had just been installed."""
    started()
    with tempfile.TemporaryDirectory(prefix="coordinator-") as folder:
        paths = Paths.below(Path(folder))
        preferences = Preferences(paths.settings, Settings(theme=look))
        application = Application(paths, now, preferences)
        try:
            yield application, paths
        finally:
            application.end()


def _noon(day: date) -> Clock:
    moment = datetime.combine(day, time(12), HOME)

    def clock() -> datetime:
        return moment

    return clock
