"""What the doctor asks of this computer and of an open file."""

from __future__ import annotations

from pathlib import Path

from coordinator_app.domain.phrases import Phrase
from coordinator_app.persistence.engine import sqlite_version
from coordinator_app.runtime.diagnosis import Diagnosis, diagnose
from coordinator_app.runtime.floors import SQLITE, below_floor, versions
from coordinator_app.runtime.paths import Paths
from coordinator_app.services.desk import Desk


def too_old() -> tuple[Phrase, ...]:
    """One phrase for each package that is older than what is safe here."""
    return below_floor(versions({SQLITE: sqlite_version()}))


def examine(
    profile: Paths,
    desk: Desk | None = None,
    file: Path | None = None,
    troubles: tuple[Phrase, ...] = (),
) -> Diagnosis:
    """The program, the computer and, where an office is open, its file with every check.

    `file` is one that could not be opened, and `troubles` say why.
    """
    known = {SQLITE: sqlite_version()}
    if desk is None:
        return diagnose(profile, file, known, troubles=troubles)
    card = desk.file_card()
    section = {
        "size": f"{card.path.stat().st_size} bytes",
        "passphrase": "yes" if card.protected else "no",
        "journal": f"{card.entries} entries",
        "policies": ", ".join(policy.version for _, policy in desk.policies.all()),
    }
    faults = desk.checks.report().faults
    return diagnose(profile, card.path, known, {"office": section}, (*troubles, *faults))
