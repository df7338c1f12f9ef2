"""The oldest version of each package the program may run with, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from coordinator_app.domain.phrases import Phrase, phrase

SQLITE = "SQLite (in SQLCipher)"


@dataclass(frozen=True, slots=True)
class Floor:
    """A package, its oldest acceptable version, and what was wrong before it."""

    package: str
    oldest: str
    why: str


FLOORS: tuple[Floor, ...] = (
    Floor(
        "reportlab", "5.0.1", "code execution before 3.6.13; hosts trusted by default before 5.0"
    ),
    Floor("pillow", "13.0.0", "two critical faults in reading pictures"),
    Floor("openpyxl", "3.1.5", "external entities before 2.4.2; nothing older is tested"),
    Floor("defusedxml", "0.7.1", "keeps external entities out of workbooks"),
    Floor("pikepdf", "2.10", "external entities in XMP (CVE-2021-29421)"),
    Floor("pyside6-essentials", "6.12", "the version tested"),
    Floor("sqlalchemy", "2.0.40", "the version line tested"),
    Floor("sqlcipher3", "0.6.4", "brings the SQLite below"),
    Floor(SQLITE, "3.53.2", "memory faults in full-text search (CVE-2026-11822, -11824)"),
)


def numbers(text: str) -> tuple[int, ...]:
    """A version as numbers for comparison: "6.12.0.140" -> (6, 12, 0, 140); what follows is left."""
    plain = re.match(r"\d+(?:\.\d+)*", text)
    parts = tuple(int(part) for part in plain.group().split(".")) if plain else ()
    return parts[: len(parts) - _zeros(parts)]


def _zeros(parts: tuple[int, ...]) -> int:
    """How many zeros end it: 6.12 and 6.12.0 are one version."""
    return next((at for at, part in enumerate(reversed(parts)) if part), len(parts))


def installed_version(package: str) -> str:
    """The installed version, or "" where the package is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def versions(given: Mapping[str, str]) -> dict[str, str]:
    """The version of each package of `FLOORS`; `given` holds those that only another layer knows."""
    return {
        floor.package: given.get(floor.package) or installed_version(floor.package)
        for floor in FLOORS
    }


def below_floor(found: Mapping[str, str]) -> tuple[Phrase, ...]:
    """One phrase for each package in `found` that is missing or too old; none for one not in it."""
    return tuple(
        phrase(
            "versions.too_old",
            package=floor.package,
            found=found[floor.package] or "-",
            oldest=floor.oldest,
        )
        for floor in FLOORS
        if floor.package in found and numbers(found[floor.package]) < numbers(floor.oldest)
    )
