"""A desk at an office of its own for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.services.desk import Desk
from tests.helpers.builders import Clock, an_office
from tests.helpers.files import quick_folder


@pytest.fixture
def clock() -> Clock:
    """Noon of 20 February 2026 in Honolulu; a test may turn it."""
    return Clock()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A quick folder, in which the office lies too."""
    with quick_folder() as found:
        yield found


@pytest.fixture
def desk(folder: Path, clock: Clock) -> Iterator[Desk]:
    """A desk at an office with nobody on file; afterwards every invariant holds."""
    found = an_office(folder, clock)
    yield found
    report = found.checks.report()
    found.close()
    assert report.faults == ()


@pytest.fixture
def doubtful(folder: Path, clock: Clock) -> Iterator[Desk]:
    """The same for tests that break an invariant on purpose."""
    found = an_office(folder, clock)
    yield found
    found.close()
