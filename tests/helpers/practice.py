"""The practice office for tests: made once a process, copied while it is closed."""

from __future__ import annotations

import shutil
import time
from functools import cache
from pathlib import Path

from coordinator_app.services.practice import make_practice
from tests.helpers.files import a_folder


@cache
def _master() -> tuple[Path, float]:
    began = time.process_time()
    path = a_folder() / "practice-master.office"
    make_practice(path).close()
    return path, time.process_time() - began


def practice_file(folder: Path, name: str = "practice.office") -> Path:
    """A closed copy of the practice office as it comes by default."""
    return Path(shutil.copy(_master()[0], folder / name))


def seconds_to_make() -> float:
    """Processor seconds that making it took, which other work on the machine does not lengthen."""
    return _master()[1]
