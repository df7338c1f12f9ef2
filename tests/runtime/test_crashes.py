"""A crash is logged, told once and known at the next start."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.runtime import crashes
from coordinator_app.runtime.crashes import crashed_last_time, report_of, watch
from coordinator_app.runtime.paths import Paths


@pytest.fixture
def told(tmp_path: Path) -> Iterator[list[str]]:
    """The reports of a watched program."""
    reports: list[str] = []
    watching = watch(Paths.below(tmp_path), reports.append)
    yield reports
    watching.stop()


def raised() -> ValueError:
    try:
        raise ValueError("Keola Kahananui")
    except ValueError as error:
        return error


def test_an_uncaught_error_is_told_without_its_words(
    told: list[str], expected_logs: list[str]
) -> None:
    expected_logs.append("the program failed")
    error = raised()
    sys.excepthook(ValueError, error, error.__traceback__)
    assert len(told) == 1
    assert "ValueError" in told[0]
    assert "test_crashes.py:" in told[0]
    assert "Keola" not in told[0]


def test_an_error_in_a_thread_is_told_too(told: list[str], expected_logs: list[str]) -> None:
    expected_logs.append("the program failed")
    worker = threading.Thread(target=lambda: 1 // 0)
    worker.start()
    worker.join()
    assert "ZeroDivisionError" in told[0]


def test_a_report_that_cannot_be_shown_hides_nothing(
    tmp_path: Path, expected_logs: list[str]
) -> None:
    expected_logs += ["the program failed", "could not be shown"]

    def broken(_report: str) -> None:
        raise RuntimeError

    watching = watch(Paths.below(tmp_path), broken)
    error = raised()
    sys.excepthook(ValueError, error, error.__traceback__)
    watching.stop()


def test_the_hooks_are_put_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    watch(Paths.below(tmp_path), lambda _report: None).stop()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_hard_end_is_known_at_the_next_start(tmp_path: Path) -> None:
    paths = Paths.below(tmp_path)
    assert crashed_last_time(paths) == ""
    program = (
        "import faulthandler, sys; from pathlib import Path;"
        "from coordinator_app.runtime import crashes, paths;"
        "crashes.watch(paths.Paths.below(Path(sys.argv[1])), print);"
        "faulthandler._sigabrt()"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False)
    assert "Fatal Python error" in crashed_last_time(paths)
    watch(paths, lambda _report: None).stop()
    assert crashed_last_time(paths) == ""


def test_a_report_names_the_version() -> None:
    assert report_of(raised()).startswith(
        f"Endorsement Coordinator {crashes.coordinator_app.__version__}"
    )
