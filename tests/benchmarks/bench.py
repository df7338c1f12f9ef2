"""`python3 dev.py bench`: figures at 60 and at 100,000 people, each beside its floor of the same run.

Nothing is asserted: two busy cores say little about a limit. `--quick` measures 60 people only.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import desk, offices
from tests.benchmarks.timing import Figure, Span, median

_STARTS = 3
_SIZES = (60, 100_000)


def main(words: list[str]) -> int:
    for people in _SIZES[:1] if "--quick" in words else _SIZES:
        sys.stdout.write(f"\n{people:,} people\n")
        for figure in lines(people):
            sys.stdout.write(figure + "\n")
            sys.stdout.flush()
    return 0


def lines(people: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="coordinator-bench-") as name:
        folder = Path(name)
        file = offices.copy(people, folder)
        floor = median([_child("empty")["seconds"] for _ in range(_STARTS)])
        starts = [_child("start", str(file))["seconds"] for _ in range(_STARTS)]
        start = median(starts)
        yield Figure("start to usable Today", start, None, floor, "empty window", "≤ 1.3 ×").line()
        used = _child("use", str(file))
        bare = desk.bare_search(file)
        keys, case = Span(*used["keys"]), Span(*used["case"])
        key = "keystroke to painted rows, p95"
        yield Figure(key, keys.seconds, keys.worked, bare, "bare SQL", "≤ 33 ms").line()
        yield Figure("opening a case, p95", case.seconds, case.worked, aim="≤ 50 ms").line()
        for figure in desk.figures(file, folder):
            yield figure.line()
        yield f"  {'peak memory of the window':38} {used['peak']:7.0f} MB"


def _child(*words: str) -> dict[str, Any]:
    """One process of window.py; what it told."""
    what, *more = words
    call = [sys.executable, "-m", "tests.benchmarks.window", what, str(time.time()), *more]
    done = subprocess.run(call, cwd=offices.HERE, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
