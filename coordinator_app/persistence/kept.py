"""The tables beside the records: the journal, and what is derived or must survive an undo."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from coordinator_app.persistence.tables import metadata

blob = Table(
    "blob",
    metadata,
    Column("sha", Text, primary_key=True),
    Column("media", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)
counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
    sqlite_strict=True,
)
mark = Table(
    "mark",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
search_term = Table(
    "search_term",
    metadata,
    Column("term", Text, primary_key=True),
    Column("person_id", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_search_term_person_id", search_term.c.person_id)
journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("reason", Text),
    Column("kind", Text, nullable=False),
    Column("target", Integer),
    Column("outside", Integer, nullable=False),
    Column("images", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("mac", Text, nullable=False),
    sqlite_strict=True,
)
journal_image = Table(
    "journal_image",
    metadata,
    Column("seq", Integer, ForeignKey("journal.seq"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("person_id", Integer),
    Column("application_id", Integer),
    Column("before", Text),
    Column("after", Text),
    Column("digest", Text, nullable=False),
    Column("erased", Integer, nullable=False),
    sqlite_strict=True,
)
Index("ix_journal_image_record", journal_image.c.record, journal_image.c.row, journal_image.c.seq)
Index("ix_journal_image_person_id", journal_image.c.person_id, journal_image.c.seq)
Index("ix_journal_image_application_id", journal_image.c.application_id, journal_image.c.seq)
