"""Taking an action back, and doing it again, as new entries that put the old row images back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.persistence import journal
from coordinator_app.persistence.kept import journal as kept
from coordinator_app.persistence.store import TABLES, Reader, Store, Transaction

_REACH = 2000  # how many entries back the undo line is followed


@dataclass(frozen=True, slots=True)
class UndoLine:
    """The action Undo would take back, and the one Redo would do again."""

    undo: journal.Entry | None
    redo: journal.Entry | None


def undo_line(connection: Connection) -> UndoLine:
    """Replay the newest entries: what is done and not undone, what was undone last."""
    columns = select(kept.c.seq, kept.c.kind, kept.c.target)
    newest = connection.execute(columns.order_by(kept.c.seq.desc()).limit(_REACH)).all()
    done: list[int] = []
    undone: list[int] = []
    for seq, kind, target in reversed(newest):
        if kind == "do":
            done.append(seq)
            undone.clear()
        else:
            _follow(kind, target, done, undone)
    return UndoLine(*(journal.entry(connection, at[-1]) if at else None for at in (done, undone)))


def _follow(kind: str, target: int, done: list[int], undone: list[int]) -> None:
    source, goal = (done, undone) if kind == "undo" else (undone, done)
    if target in source:
        source.remove(target)
    goal.append(target)


def undo(store: Store, seq: int | None = None) -> Changes:
    """Take back entry `seq`, or the last action not yet undone.

    Raises RuleBroken: `undo.nothing`; `undo.left_the_house` for what went outside;
    `undo.changed_since` naming the later action that changed a touched row, or refers to it.
    """
    with store.read() as reader:
        entry = _wanted(reader, seq)
    with store.enter(_heading("undo", entry)) as tx:
        for image in reversed(journal.images_of(tx.connection, entry.seq)):
            _take(tx, image.record, expected=image.after, wanted=image.before)
    return tx.changes()


def redo(store: Store) -> Changes:
    """Do again what was undone last. Raises RuleBroken `redo.nothing` or `undo.changed_since`."""
    with store.read() as reader:
        entry = undo_line(reader.connection).redo
    if entry is None:
        raise RuleBroken("redo.nothing")
    with store.enter(_heading("redo", entry)) as tx:
        for image in journal.images_of(tx.connection, entry.seq):
            _take(tx, image.record, expected=image.before, wanted=image.after)
    return tx.changes()


def _heading(kind: str, entry: journal.Entry) -> journal.Heading:
    return journal.Heading(entry.action, entry.detail, entry.reason, kind, entry.seq)


def _wanted(reader: Reader, seq: int | None) -> journal.Entry:
    line = undo_line(reader.connection)
    entry = line.undo if seq is None else next(journal.entries(reader.connection, seq=seq), None)
    if entry is None:
        raise (
            RuleBroken("undo.nothing") if seq is None else BadInput("journal.no_entry", number=seq)
        )
    if entry.kind != "do":
        raise BadInput("undo.not_an_action", number=entry.seq)
    if entry.outside:
        raise RuleBroken("undo.left_the_house", action=entry.action)
    if seq is not None and _is_undone(reader.connection, entry.seq):
        raise RuleBroken("undo.already", action=entry.action)
    return entry


def _is_undone(connection: Connection, seq: int) -> bool:
    query = select(kept.c.kind).where(kept.c.target == seq).order_by(kept.c.seq.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none() == "undo"


def _take(
    tx: Transaction, record: str, *, expected: journal.Row | None, wanted: journal.Row | None
) -> None:
    known = expected if expected is not None else wanted
    assert known is not None
    number = cast("int", known["id"])
    present = tx.find(record, id=number)
    now = present[0] if present else None
    if not _same(now, expected):
        raise RuleBroken(
            "undo.changed_since", action=_last_action_on(tx.connection, record, number)
        )
    if wanted is not None and now is not None:
        wanted = dict(wanted) | {"version": cast("int", now["version"]) + 1}
    try:
        tx.put(record, now, wanted)
    except IntegrityError as error:  # a row is taken away that another refers to
        raise _referred_to(tx, record, number) from error


def _same(now: journal.Row | None, expected: journal.Row | None) -> bool:
    """Equal but for the version, which an undo moves on like every edit."""
    if now is None or expected is None:
        return now is None and expected is None
    return all(now[name] == value for name, value in expected.items() if name != "version")


def _last_action_on(connection: Connection, record: str, number: int) -> str:
    span = journal.span_of(connection, record, number)
    return journal.entry(connection, span[1]).action if span else ""


def _referred_to(tx: Transaction, record: str, number: int) -> RuleBroken:
    """The refusal that names the action which wrote something that refers to a row."""
    for table in TABLES.values():
        for link in table.foreign_keys:
            if link.column.table.name != record:
                continue
            referring = tx.connection.execute(
                select(table.c.id).where(link.parent == number).limit(1)
            ).scalar()
            if referring is not None:
                later = _last_action_on(tx.connection, table.name, referring)
                return RuleBroken("undo.referred_to", action=later)
    return RuleBroken("undo.changed_since", action=_last_action_on(tx.connection, record, number))
