"""The only way off the GUI thread: one worker, results handed back to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Cancelled(Exception):
    """Raised inside long work by `Work.step` after the user cancelled; never shown as a failure."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come: `done` of `total` (0 where the total is unknown), and at what."""

    done: int
    total: int
    text: str


@dataclass(slots=True)
class Work:
    """The token of one long work: the worker steps it, the GUI thread may cancel it."""

    _tell: Callable[[Progress], None]
    _stop: Event = field(default_factory=Event)

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()

    def step(self, done: int, total: int = 0, text: str = "") -> None:
        """Say how far it is. Raises Cancelled when the user wants an end."""
        if self.cancelled:
            raise Cancelled
        self._tell(Progress(done, total, text))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who waits for a result. Kept in the GUI thread, so that no widget dies in the worker."""

    owner: QObject
    then: Callable[[object], None]
    failed: Failed
    progress: Callable[[Progress], None] | None = None


@dataclass(frozen=True, slots=True)
class _Report:
    """What the worker sends: the ticket, and a step or an end."""

    ticket: int
    value: object = None
    error: Exception | None = None
    step: Progress | None = None


class Background(QObject):
    """One worker, so that writes queue behind one another and never collide.

    `busy` carries True when the first call is queued and False when the last result is delivered.
    """

    busy = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._waiting: dict[int, _Waiting] = {}
        self._last = 0
        self._closed = False
        self._reported.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is queued, running or to be delivered."""
        return not self._waiting

    def run(
        self, owner: QObject, call: Callable[[], T], then: Callable[[T], None], failed: Failed
    ) -> None:
        """Run `call` in the worker, then `then` or `failed` in the GUI thread.

        Nothing is called when `owner` is gone by then, or after `close`.
        """
        self._start(call, _Waiting(owner, then, failed))  # pyright: ignore[reportArgumentType]

    def run_long(
        self,
        owner: QObject,
        call: Callable[[Work], T],
        then: Callable[[T], None],
        failed: Failed,
        progress: Callable[[Progress], None],
    ) -> Work:
        """Like `run` for work that steps; gives the token by which it can be cancelled.

        A cancelled work calls neither `then` nor `failed` unless it had already ended.
        """
        ticket = self._last + 1
        work = Work(lambda step: self._reported.emit(_Report(ticket, step=step)))
        waiting = _Waiting(owner, then, failed, progress)  # pyright: ignore[reportArgumentType]
        self._start(lambda: call(work), waiting)
        return work

    def close(self) -> None:
        """Wait for the work in hand, drop what is queued, deliver nothing more."""
        self._closed = True
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()

    def _start(self, call: Callable[[], object], waiting: _Waiting) -> None:
        if self._closed:
            return
        self._last += 1
        ticket = self._last
        if not self._waiting:
            self.busy.emit(True)
        self._waiting[ticket] = waiting
        self._worker.submit(self._work, ticket, call)

    def _work(self, ticket: int, call: Callable[[], object]) -> None:
        try:
            report = _Report(ticket, value=call())
        except Exception as error:  # noqa: BLE001 - whatever it is, the asker is told
            report = _Report(ticket, error=error)
        self._reported.emit(report)

    def _deliver(self, report: _Report) -> None:
        if report.step is not None:
            self._step(report.ticket, report.step)
            return
        waiting = self._waiting.pop(report.ticket, None)
        if waiting is None:
            return
        if not self._waiting:
            self.busy.emit(False)
        if isValid(waiting.owner):
            _hand_over(waiting, report)

    def _step(self, ticket: int, step: Progress) -> None:
        waiting = self._waiting.get(ticket)
        if waiting and waiting.progress and isValid(waiting.owner):
            waiting.progress(step)


def _hand_over(waiting: _Waiting, report: _Report) -> None:
    if report.error is None:
        waiting.then(report.value)
    elif not isinstance(report.error, Cancelled):
        waiting.failed(report.error)
