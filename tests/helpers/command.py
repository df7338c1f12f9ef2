"""Running a command in this process, and what it answered."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from coordinator_app.cli.main import main
from coordinator_app.cli.window import Window


@dataclass(frozen=True, slots=True)
class Answer:
    """The exit code and both outputs of one command."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> dict[str, object]:
        """What `--json` wrote, and nothing else."""
        return cast("dict[str, object]", json.loads(self.out))

    def items(self, name: str) -> list[dict[str, object]]:
        """A list of objects in the JSON."""
        return cast("list[dict[str, object]]", self.plain[name])


def command(*words: str | Path, window: Window | None = None) -> Answer:
    """Run `coordinator WORDS`. An error that is no refusal comes out: then the program is wrong."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words], window)
    return Answer(code, out.getvalue(), err.getvalue())


def refused(answer: Answer, code: int, *words: str) -> None:
    """One sentence on the standard error with these words in it, nothing on the other."""
    assert (answer.code, answer.out) == (code, "")
    assert len(answer.err.splitlines()) == 1, answer.err
    assert answer.err.rstrip().endswith((".", "?", ")")), answer.err
    missing = [word for word in words if word not in answer.err]
    assert not missing, answer.err
