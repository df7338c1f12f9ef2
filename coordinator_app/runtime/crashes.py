"""When the program itself is wrong: one hook, one report, and the trace of a hard end.

A report names the version, the kind of error and the places in the program; never what a record
held. One of the two modules that may catch every Exception (the other is `ui/background.py`).
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TextIO

import coordinator_app
from coordinator_app.runtime.logs import plain_traceback
from coordinator_app.runtime.paths import Paths, make_folder

Tell = Callable[[str], None]
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Watch:
    """The installed hooks; `stop` puts back what was there before."""

    file: TextIO
    tell: Tell
    excepthook: Callable[[type[BaseException], BaseException, TracebackType | None], object]
    threadhook: Callable[[threading.ExceptHookArgs], object]

    def stop(self) -> None:
        sys.excepthook = self.excepthook
        threading.excepthook = self.threadhook
        faulthandler.disable()
        self.file.close()


def report_of(error: BaseException) -> str:
    """What to send with a bug report: the program's version, the system, kinds and places."""
    versions = f"{coordinator_app.__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return f"Endorsement Coordinator {versions}\n{plain_traceback(error)}\n"


def crashed_last_time(paths: Paths) -> str:
    """What a hard end (a crash below Python) of the last run left, or "" where there was none."""
    try:
        return paths.crash.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def watch(paths: Paths, tell: Tell) -> Watch:
    """From now on every uncaught error is logged and given to `tell` as a report, on its thread.

    Empties the file of the last hard end: read `crashed_last_time` first. Raises
    MachineTrouble("folder.not_made").
    """
    make_folder(paths.logs)
    file = paths.crash.open("w", encoding="utf-8")
    faulthandler.enable(file)
    watching = Watch(file, tell, sys.excepthook, threading.excepthook)
    sys.excepthook = lambda kind, error, trace: _caught(watching, kind, error, trace)
    threading.excepthook = lambda seen: _caught_in_thread(watching, seen)
    return watching


def _caught_in_thread(watching: Watch, seen: threading.ExceptHookArgs) -> None:
    if seen.exc_value is not None:
        _caught(watching, seen.exc_type, seen.exc_value, seen.exc_traceback)


def _caught(
    watching: Watch,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        watching.excepthook(kind, error, trace)
        return
    _LOG.critical("the program failed", exc_info=error)
    try:
        watching.tell(report_of(error))
    except Exception:  # noqa: BLE001 - telling must not hide the first error, which is logged
        _LOG.critical("the report could not be shown")
