"""Two doors to the file: read and write. A write is one named action in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Insert,
    Integer,
    Select,
    Table,
    Text,
    Update,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy import cast as sql_cast

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.errors import MachineTrouble, NotFound
from coordinator_app.domain.phrases import phrase
from coordinator_app.persistence import journal, search
from coordinator_app.persistence.engine import READ_ONLY
from coordinator_app.persistence.kept import counter, mark
from coordinator_app.persistence.records import RECORDS
from coordinator_app.persistence.trouble import DAMAGED, trouble_in_words

Values = Mapping[str, object]
TABLES: dict[str, Table] = {table.name: table for table in RECORDS}
_KINDS: dict[str, Kind] = {
    "office": Kind.OFFICE,
    "policy": Kind.POLICY,
    "application": Kind.APPLICATION,
    "submission": Kind.APPLICATION,
    "pause": Kind.APPLICATION,
    "override": Kind.APPLICATION,
    "evidence": Kind.APPLICATION,
    "decision": Kind.APPLICATION,
    "exam_result": Kind.EXAM,
    "sitting": Kind.EXAM,
    "candidate": Kind.EXAM,
    "paper": Kind.EXAM,
    "paper_identity": Kind.EXAM,
    "opening": Kind.EXAM,
    "scorer": Kind.EXAM,
    "scorer_apart": Kind.EXAM,
    "scoring": Kind.EXAM,
    "packet": Kind.EXAM,
    "result": Kind.EXAM,
    "attachment": Kind.APPLICATION,
    "reference": Kind.REFERENCE,
    "review": Kind.REVIEW,
    "letter": Kind.LETTER,
    "note": Kind.NOTE,
    "question": Kind.NOTE,
    "endorsement": Kind.ENDORSEMENT,
    "move": Kind.ENDORSEMENT,
    "renewal": Kind.ENDORSEMENT,
}


class Reader:
    """Rows as plain dictionaries. Lives in one `with`, in one thread."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def get(self, record: str, id: int) -> dict[str, object]:
        """One row. Raises NotFound."""
        found = self.find(record, id=id)
        if not found:
            raise NotFound("record.not_found", record=phrase(f"record.{record}"), number=id)
        return found[0]

    def find(self, record: str, *, order: str = "id", **values: object) -> list[dict[str, object]]:
        """The rows whose columns have these values (a None is looked for as NULL)."""
        return self.find_where(record, values, order=order)

    def find_where(
        self, record: str, values: Values, *, order: str = "id"
    ) -> list[dict[str, object]]:
        """The same, for columns that are known by name only."""
        known = {name: value for name, value in values.items() if value is not None}
        query = _query(record, tuple(known), tuple(values.keys() - known.keys()), order)
        found = self.connection.execute(query, known)
        names = tuple(found.keys())
        return [dict(zip(names, row, strict=True)) for row in found]


# Statements are built once: building one costs more than SQLite needs to run it.


@lru_cache(maxsize=1000)
def _query(
    record: str, known: tuple[str, ...], unknown: tuple[str, ...], order: str
) -> Select[Any]:
    table = TABLES[record]
    query = select(table).where(*(table.c[name] == bindparam(name) for name in known))
    query = query.where(*(table.c[name].is_(None) for name in sorted(unknown)))
    return query.order_by(table.c[order], table.c.id)


@cache
def _insert(record: str) -> Insert:
    return insert(TABLES[record])


@cache
def _update(record: str) -> Update:
    """Every column of one row, named by `row_id`."""
    table = TABLES[record]
    return update(table).where(table.c.id == bindparam("row_id"))


class Transaction(Reader):
    """The only writer. Remembers each row's image before and after for the journal.

    `made` is set by an action that makes one record others will want the number of; `detail`, where
    what the journal should say beside the action's name is known only inside the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.images: list[journal.Image] = []
        self.made: int | None = None
        self.detail: str | None = None
        self.committed: Changes | None = None

    def insert(self, record: str, values: Values) -> int:
        """Add a row (columns left out are NULL) and give its number."""
        table = TABLES[record]
        row = {column.name: None for column in table.columns} | dict(values) | {"version": 1}
        if row["id"] is None:
            del row["id"]
        made = self.connection.execute(_insert(record), row).inserted_primary_key
        assert made is not None
        number = int(made[0])
        self.images.append(journal.Image(record, number, None, row | {"id": number}))
        return number

    def update(self, record: str, id: int, values: Values) -> None:
        """Change a row; writing what is there already writes nothing."""
        before = self.get(record, id)
        if all(before[name] == value for name, value in values.items()):
            return
        version = before["version"]
        assert isinstance(version, int)
        self.put(record, before, before | dict(values) | {"version": version + 1})

    def put(self, record: str, before: Values | None, after: Values | None) -> None:
        """Take a row from one image to another, whole: what undo and redo do."""
        table = TABLES[record]
        row = after if after is not None else before
        assert row is not None
        number = row["id"]
        assert isinstance(number, int)
        if after is None:
            self.connection.execute(table.delete().where(table.c.id == number))
        elif before is None:
            self.connection.execute(_insert(record), dict(after))
        else:
            self.connection.execute(_update(record), {**after, "row_id": number})
        self.images.append(journal.Image(record, number, before, after))

    def next_number(self, name: str) -> int:
        """The next of a running series. Undo never gives one back: numbers are not used twice."""
        mine = counter.c.name == name
        last = self.connection.execute(select(counter.c.value).where(mine)).scalar()
        if last is None:
            self.connection.execute(insert(counter).values(name=name, value=1))
            return 1
        self.connection.execute(update(counter).where(mine).values(value=last + 1))
        return last + 1

    def changes(self) -> Changes:
        """What the committed action touched. Only after the `with` has ended well."""
        assert self.committed is not None
        return self.committed


def touched(
    action: str, entry: int, images: list[journal.Image], made: int | None = None
) -> Changes:
    """Read from the row images what a screen needs to know."""
    owners: dict[str, set[int]] = {"person": set(), "application": set(), "endorsement": set()}
    for image in images:
        row = image.after if image.after is not None else image.before
        assert row is not None
        for name, found in owners.items():
            number = row["id"] if image.record == name else row.get(f"{name}_id")
            if isinstance(number, int):
                found.add(number)
    return Changes(
        action,
        entry,
        frozenset(_KINDS.get(image.record, Kind.PERSON) for image in images),
        frozenset(owners["person"]),
        frozenset(owners["application"]),
        frozenset(owners["endorsement"]),
        made,
    )


class Store:
    """The open file. `now` gives an aware moment in the office's own zone; `who` the coordinator."""

    def __init__(self, engine: Engine, *, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._reading = engine.execution_options(**{READ_ONLY: True})
        self._now = now
        self._shared: Connection | None = None

    @contextmanager
    def together(self) -> Generator[None]:
        """Many actions in one transaction of the file: each in the journal, all kept or none.

        For making a whole office, where a thousand waits for the disk would take minutes. Reads in
        between see what was written. For one thread; not within itself.
        """
        with self._connected(self._engine) as connection:
            self._shared = connection
            try:
                yield
            finally:
                self._shared = None

    @contextmanager
    def read(self) -> Generator[Reader]:
        """A short look at the file; it cannot write."""
        with self._connected(self._reading) as connection:
            yield Reader(connection)

    @contextmanager
    def write(
        self, action: str, *, detail: str = "", reason: str | None = None, outside: bool = False
    ) -> Generator[Transaction]:
        """One named action: committed with its journal entry, or not at all.

        An action that touched nothing leaves no entry. Afterwards `tx.changes()` says what it did.
        """
        with self.enter(journal.Heading(action, detail, reason, outside=outside)) as tx:
            yield tx

    @contextmanager
    def enter(self, heading: journal.Heading) -> Generator[Transaction]:
        with self._connected(self._engine) as connection:
            tx = Transaction(connection)
            yield tx
            tx.committed = self._finish(tx, heading)

    @contextmanager
    def _connected(self, engine: Engine) -> Generator[Connection]:
        """A connection in a transaction. After damage every connection is closed: the next one reads
        the file anew, and a page that was only unreachable for a moment is whole again.

        Within `together`, a part of its transaction that can be taken back by itself.
        """
        if self._shared is not None:
            with self._shared.begin_nested():
                yield self._shared
            return
        try:
            with trouble_in_words(), engine.connect() as connection, connection.begin():
                yield connection
        except MachineTrouble as trouble:
            if trouble.code == DAMAGED:
                self._engine.dispose()
            raise

    def _finish(self, tx: Transaction, heading: journal.Heading) -> Changes:
        if not tx.images:
            return Changes(heading.action, 0)
        named = [image for image in tx.images if image.record in search.SOURCES]
        search.refresh(tx.connection, touched("", 0, named).people)
        if tx.detail is not None:
            heading = replace(heading, detail=tx.detail)
        entry = journal.append(tx.connection, heading, tx.images, who=who(tx), at=self._now())
        _count_generation(tx.connection)
        return touched(heading.action, entry.seq, tx.images, tx.made)


def who(reader: Reader) -> str:
    """The coordinator named in the office, as the journal's *who*."""
    found = reader.find("office")
    return str(found[0]["coordinator"]) if found else ""


def _count_generation(connection: Connection) -> None:
    connection.execute(_NEXT_GENERATION)


_NEXT_GENERATION = (
    update(mark)
    .where(mark.c.name == "generation")
    .values(value=sql_cast(sql_cast(mark.c.value, Integer) + 1, Text))
)
