"""Work off the GUI thread comes back to it, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.ui.background import Background, Cancelled, Progress, Work

Settled = Callable[[], None]


def never(_: object) -> None:
    pytest.fail("must not be called")


def test_a_call_runs_elsewhere_and_its_result_arrives_here(
    background: Background, settled: Settled
) -> None:
    got: list[tuple[bool, bool]] = []
    owner = QObject()

    def then(elsewhere: bool) -> None:
        got.append((elsewhere, current_thread() is main_thread()))

    background.run(owner, lambda: current_thread() is not main_thread(), then, never)
    settled()
    assert got == [(True, True)]


def test_a_refusal_arrives_as_itself(background: Background, settled: Settled) -> None:
    got: list[Exception] = []

    def refuse() -> None:
        raise RuleBroken("typed.no_date", text="x")

    background.run(QObject(), refuse, never, got.append)
    settled()
    assert [type(error) for error in got] == [RuleBroken]


def test_calls_run_one_after_another_in_their_order(
    background: Background, settled: Settled
) -> None:
    got: list[int] = []
    owner = QObject()
    for number in range(20):
        background.run(owner, lambda n=number: n, got.append, never)
    settled()
    assert got == list(range(20))


def test_nothing_is_delivered_to_an_owner_that_is_gone(
    background: Background, settled: Settled
) -> None:
    owner, gate = QObject(), Event()
    background.run(owner, gate.wait, never, never)
    delete(owner)
    gate.set()
    settled()


def test_long_work_tells_how_far_it_is(background: Background, settled: Settled) -> None:
    steps: list[Progress] = []
    done: list[str] = []

    def count(work: Work) -> str:
        for number in range(3):
            work.step(number + 1, 3, "rows")
        return "done"

    background.run_long(QObject(), count, done.append, never, steps.append)
    settled()
    assert [step.done for step in steps] == [1, 2, 3]
    assert done == ["done"]


def test_cancelled_work_ends_at_its_next_step_and_says_nothing(
    background: Background, settled: Settled
) -> None:
    started, cancelled = Event(), Event()
    ended: list[bool] = []

    def work_on(work: Work) -> None:
        started.set()
        cancelled.wait(5)
        try:
            work.step(1)
        except Cancelled:
            ended.append(True)
            raise

    work = background.run_long(QObject(), work_on, never, never, never)
    started.wait(5)
    work.cancel()
    cancelled.set()
    settled()
    assert ended == [True]


def test_busy_is_told_once_for_a_row_of_calls(
    background: Background, settled: Settled, qtbot: QtBot
) -> None:
    told: list[object] = []
    background.busy.connect(told.append)
    owner = QObject()
    for _ in range(3):
        background.run(owner, lambda: None, lambda _: None, never)
    settled()
    assert told == [True, False]


def test_closing_waits_for_what_runs_and_drops_what_is_queued(qtbot: QtBot) -> None:
    worker, started, gate = Background(), Event(), Event()
    ran: list[str] = []

    def slow() -> None:
        started.set()
        gate.wait(5)
        ran.append("first")

    worker.run(QObject(), slow, never, never)
    worker.run(QObject(), lambda: ran.append("second"), never, never)
    started.wait(5)
    gate.set()
    worker.close()
    worker.run(QObject(), lambda: ran.append("third"), never, never)
    assert ran[:1] == ["first"]
    assert "third" not in ran


def test_none_true_and_false_do_not_run_out(qtbot: QtBot) -> None:
    """PySide6 6.12 takes a reference of them a call on Python 3.11; see `ui/__init__.py`."""
    thing = QObject()
    for _ in range(50_000):
        thing.setObjectName("x")
        assert thing.blockSignals(False) is False
        assert QObject.isWidgetType(thing) is False
    assert thing.objectName() == "x"
