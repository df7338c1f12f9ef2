"""The practice offices that are measured: made once and kept, until the code that makes them changes."""

from __future__ import annotations

import hashlib
import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator_app.services.practice import make_practice

HERE = Path(__file__).resolve().parents[2]
KEPT = HERE / "build" / "benchmarks"
DAY = date(2026, 2, 20)
NOON = datetime(2026, 2, 20, 12, tzinfo=ZoneInfo("Pacific/Honolulu"))
_MAKE_IT = (
    "coordinator_app/services/practice*.py",
    "coordinator_app/persistence/tables.py",
    "coordinator_app/persistence/kept.py",
    "coordinator_app/persistence/search.py",
    "db/migrations/versions/*.py",
    "db/demo/*",
)


def noon() -> datetime:
    return NOON


def kept(people: int) -> Path:
    """The office of so many people, made now if it is not there yet. Never written to."""
    path = KEPT / f"practice-{people}-{_code()}.office"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        for old in KEPT.glob(f"practice-{people}-*"):
            old.unlink()
        _make(path, people)
    return path


def copy(people: int, folder: Path) -> Path:
    """One to write into."""
    return Path(shutil.copy(kept(people), folder / f"practice-{people}.office"))


def _make(path: Path, people: int) -> None:
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)

    told = [-1]

    def tell(done: int, whole: int) -> None:
        if done * 100 // whole == told[-1]:
            return
        told.append(done * 100 // whole)
        sys.stderr.write(f"\rmaking the practice office: {done:,} of {whole:,} people")
        sys.stderr.flush()

    make_practice(unfinished, people=people, as_of=DAY, progress=tell).close()
    sys.stderr.write("\n")
    unfinished.rename(path)


def _code() -> str:
    found = hashlib.sha256()
    for pattern in _MAKE_IT:
        for file in sorted(HERE.glob(pattern)):
            if file.is_file():
                found.update(file.read_bytes())
    return found.hexdigest()[:12]
