"""`check`, `journal show`, `journal verify`, `undo`, `redo`: is everything as it was written."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import contextmanager

from coordinator_app.cli.desks import desk_of, file_of
from coordinator_app.cli.parser import FILE, OFFICE, PASSPHRASE, Command, Words, count
from coordinator_app.cli.told import DONE, FOUND, Told, line, said, table
from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.views import HistoryRow
from coordinator_app.services.desk import Desk

_SHOWN = 12  # faults that are written out; with --json all are
# A damaged first page looks like a passphrase: the file has no other mark of either.
_CLOSED = ("cli.passphrase_needed", "file.wrong_passphrase", "file.not_ours")


@contextmanager
def _proved(words: Words) -> Generator[Desk]:
    """The office to be proved. What cannot be opened is a finding, not a wrong word.

    Raises MachineTrouble `cli.cannot_prove`.
    """
    try:
        with desk_of(words) as desk:
            yield desk
    except BadInput as refusal:
        if refusal.code not in _CLOSED:
            raise
        raise MachineTrouble("cli.cannot_prove", file=file_of(words).name) from None


def _check(words: Words) -> Told:
    """The invariants, the journal and every page of the file."""
    with _proved(words) as desk:
        report = desk.checks.report()
    plain = {
        "faults": report.faults,
        "overrides": report.overrides,
        "imported": dict(report.imported),
    }
    faults = [said(one) for one in report.faults]
    lines = [line("cli.check_faults", count=len(faults)) if faults else line("cli.check_sound")]
    lines += faults[:_SHOWN]
    lines += [line("cli.overrides", count=len(report.overrides))] if report.overrides else []
    lines += [said(one) for one in report.overrides]
    if report.imported:
        told = tuple(f"{record} {number}" for record, number in report.imported)
        lines.append(line("cli.imported", records=told))
    return Told(plain, lines, FOUND if faults else DONE)


def _verify(words: Words) -> Told:
    """Whether the chain of entries holds from the first to the last."""
    with _proved(words) as desk:
        faults = desk.history.verify()
        entries, mac = desk.history.last()
    told = [said(phrase(f"journal.{one.code}", entry=one.seq)) for one in faults]
    plain = {"faults": told, "entries": entries, "mac": mac}
    sound = line("cli.journal_sound", entries=entries, mac=mac)
    lines = [line("cli.check_faults", count=len(told)), *told[:_SHOWN]] if told else [sound]
    return Told(plain, lines, FOUND if told else DONE)


def _show_words(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=count, default=40, metavar="N", help="how many, the newest first (40)"
    )


def _show(words: Words) -> Told:
    with desk_of(words) as desk:
        rows = desk.history.newest(words.limit)
    shown = [(row.seq, row.at, row.who, _action(row), row.reason) for row in rows]
    plain = {"entries": [_plain(row) for row in rows]}
    return Told(plain, table(("entry", "when", "who", "action", "reason"), shown))


def _action(row: HistoryRow) -> str:
    words = f"{row.action}: {row.detail}" if row.detail else row.action
    return words if row.target is None else f"{words} ({row.kind} {row.target})"


def _plain(row: HistoryRow) -> dict[str, object]:
    return {
        "entry": row.seq,
        "at": row.at,
        "who": row.who,
        "action": row.action,
        "detail": row.detail,
        "reason": row.reason,
        "kind": row.kind,
        "target": row.target,
        "outside": row.outside,
    }


def _undo(words: Words) -> Told:
    """Take the last action back. Raises RuleBroken where it has left the house."""
    with desk_of(words) as desk:
        name = desk.history.names().undo
        changes = desk.history.undo()
    return _taken(changes.entry, name, "cli.undone")


def _redo(words: Words) -> Told:
    with desk_of(words) as desk:
        name = desk.history.names().redo
        changes = desk.history.redo()
    return _taken(changes.entry, name, "cli.redone")


def _taken(entry: int, name: str | None, code: str) -> Told:
    return Told({"entry": entry, "action": name}, [line(code, action=name or "", entry=entry)])


COMMANDS = (
    Command("check", "prove the file, the journal and the rules of the registry", _check, OFFICE),
    Command("journal show", "the newest actions", _show, (FILE, PASSPHRASE), _show_words),
    Command("journal verify", "whether the journal is whole", _verify, (FILE, PASSPHRASE)),
    Command("undo", "take the last action back", _undo, OFFICE),
    Command("redo", "do again what was taken back", _redo, OFFICE),
)
