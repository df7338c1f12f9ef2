"""Seconds of this machine, and what they are a ratio to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what took `seconds`, beside the `floor` that the same machine needs at least.

    `worked` are the processor's seconds of them: on a busy machine the rest was waiting for others.
    `aim` is said as it stands in the list of aims; "" where there is none.
    """

    what: str
    seconds: float
    worked: float | None = None
    floor: float | None = None
    of: str = ""
    aim: str = ""

    def line(self) -> str:
        ratio, against = "", ""
        if self.floor is not None:
            ratio = f"{self.seconds / max(self.floor, 1e-9):.1f} ×"
            against = f"{self.of} {shown(self.floor)}"
        worked = "" if self.worked is None else f"({shown(self.worked)} worked)"
        told = f"{shown(self.seconds):>10} {worked:19} {ratio:>8}  {against:32}"
        return f"  {self.what:38} {told} {self.aim}"


def shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Seconds of the clock, and of the processor in this process."""

    seconds: float
    worked: float


class Watch:
    """Begins when it is made."""

    def __init__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def stop(self) -> Span:
        return Span(time.perf_counter() - self._began[0], time.process_time() - self._began[1])


def took(call: Callable[[], object]) -> Span:
    watch = Watch()
    call()
    return watch.stop()


def each(calls: Iterable[Callable[[], object]]) -> list[Span]:
    return [took(call) for call in calls]


def total(spans: Sequence[Span]) -> Span:
    return Span(sum(one.seconds for one in spans), sum(one.worked for one in spans))


def p95_of(spans: Sequence[Span]) -> Span:
    return Span(p95([one.seconds for one in spans]), p95([one.worked for one in spans]))


def median(times: Sequence[float]) -> float:
    return sorted(times)[len(times) // 2]


def p95(times: Sequence[float]) -> float:
    """What 95 of 100 stay within."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
