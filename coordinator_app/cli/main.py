"""`coordinator COMMAND`: read the words, run the command, say what came of it.

Exit codes: 0 done; 1 a rule says no, something was found, or the computer is in trouble; 2 wrong
usage or input. What is refused is one sentence on the standard error.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from types import TracebackType

from coordinator_app.cli import (
    check,
    documents,
    exam,
    files,
    imports,
    month,
    play,
    policy,
    practice,
    registry,
    report,
    rounds,
    window,
)
from coordinator_app.cli.parser import Command, Words, make_parser
from coordinator_app.cli.told import DONE, FOUND, WRONG, fact, printable, write
from coordinator_app.cli.window import Window
from coordinator_app.domain.errors import BadInput, MachineTrouble, Refusal
from coordinator_app.runtime import logs
from coordinator_app.runtime.paths import Paths
from coordinator_app.runtime.sentences import sentence

_GROUPS = {
    "policy": "the rules: shipped and adopted",
    "journal": "the record of every change",
    "report": "the year in figures",
    "exam": "sittings, pairs of scorers, packets",
}
_STOPPED = 130  # as a shell says it of a program ended by Ctrl+C


def commands(windowed: Window | None = None) -> tuple[Command, ...]:
    """Every command that works here; those that need the window only where it is given."""
    return (
        *rounds.COMMANDS,
        *policy.COMMANDS,
        *imports.COMMANDS,
        *documents.COMMANDS,
        *registry.COMMANDS,
        *exam.COMMANDS,
        *check.COMMANDS,
        *report.COMMANDS,
        *files.COMMANDS,
        *practice.COMMANDS,
        *play.COMMANDS,
        *(month.commands(windowed.draw) if windowed else ()),
        *(window.commands(windowed) if windowed else ()),
    )


def start(words: Sequence[str], windowed: Window | None = None) -> int:
    """`main` as a program of its own: an error of ours is logged and told in one sentence."""
    sys.excepthook = _unexpected
    return main(words, windowed)


def main(words: Sequence[str], windowed: Window | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        return _run(words, windowed)
    except Refusal as refusal:
        return _refused(refusal)
    except BrokenPipeError:  # whoever read the answer has gone: `| head`
        return DONE
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        return _refused(MachineTrouble("cli.machine", path=trouble.filename or "", reason=reason))
    except KeyboardInterrupt:
        return _STOPPED


def _run(words: Sequence[str], windowed: Window | None) -> int:
    parser = make_parser(commands(windowed), _GROUPS)
    try:
        asked = parser.parse_args(words, Words())
    except SystemExit as told_already:  # --help and --version
        sys.stdout.flush()
        return DONE if told_already.code in (0, None) else WRONG
    command: Command | None = getattr(asked, "command", None)
    if command is None:
        raise BadInput("cli.no_command")
    command.check(asked)
    answer = command.run(asked)
    write(answer, as_json=asked.json)
    return answer.code


def _refused(refusal: Refusal) -> int:
    told = printable(sentence(refusal.code, refusal.facts, show=fact))
    sys.stderr.write(f"{told}\n")
    return WRONG if isinstance(refusal, BadInput) else FOUND


def _unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """An error of ours: what the log needs to find it goes there, one sentence to the reader."""
    del kind, trace
    profile = Paths.of_user()
    try:
        handler = logs.start_logging(profile)
        logging.getLogger(__name__).critical("a command failed", exc_info=error)
        logs.stop_logging(handler)
    except (Refusal, OSError) as trouble:
        # No place for a log: the reader is told all the same.
        sys.stderr.write(f"{type(trouble).__name__}: ")
    facts = {"kind": type(error).__name__, "log": profile.log}
    sys.stderr.write(f"{sentence('cli.unexpected', facts)}\n")
