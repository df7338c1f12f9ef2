"""The journal's end, remembered on this computer: a cut tail passes the chain, but not this.

By the file's lineage: the number and MAC of the last entry seen here. No names, no paths.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from coordinator_app.runtime.files import write_beside
from coordinator_app.runtime.paths import Paths, make_folder

Anchor = tuple[int, str]


def _file(paths: Paths) -> Path:
    return paths.profile / "journal-ends.json"


def _all(paths: Paths) -> dict[str, list[object]]:
    try:
        found: object = json.loads(_file(paths).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, list[object]]", found) if isinstance(found, dict) else {}


def recall(paths: Paths, lineage: str) -> Anchor | None:
    """The end of this file's journal as last seen here; None if it was never open here."""
    match _all(paths).get(lineage):
        case [int(seq), str(mac)]:
            return seq, mac
        case _:
            return None


def remember(paths: Paths, lineage: str, anchor: Anchor) -> None:
    """Keep the end of a file's journal, unless a later one is kept. Raises MachineTrouble."""
    known = recall(paths, lineage)
    if known is not None and known[0] >= anchor[0]:
        return
    make_folder(paths.profile)
    kept = _all(paths) | {lineage: list(anchor)}
    write_beside(_file(paths), json.dumps(kept, indent=1, sort_keys=True).encode())
