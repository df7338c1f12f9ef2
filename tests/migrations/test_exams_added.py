"""Revision 0002 adds the tables of exams to a file of the first program, and changes nothing in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import inspect

from coordinator_app.persistence import file, keying, migrate
from coordinator_app.persistence.engine import close_engine, create_private, open_engine
from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.migrate import Revisions
from coordinator_app.persistence.tables_exam import EXAM_RECORDS
from tests.helpers.files import noon

NEW = {table.name for table in EXAM_RECORDS}


def first_revision(folder: Path) -> Revisions:
    """The revisions of the first program, with the schema they make."""
    shutil.copytree(migrate.shipped().folder, folder / "db" / "migrations")
    first = Revisions(folder / "db" / "migrations")
    for later in (first.folder / "versions").glob("0002*"):
        later.unlink()
    first.schema_path.write_text(schema_of_first(first, folder / "trial.office"), encoding="utf-8")
    return first


def schema_of_first(first: Revisions, path: Path) -> str:
    salt = keying.new_salt()
    create_private(path)
    engine = open_engine(path, keying.open_key(salt), salt, enforce_links=False)
    try:
        with engine.connect() as connection, connection.begin():
            first.run(connection)
            return migrate.schema_text(connection)
    finally:
        close_engine(engine, path)


def tables_of(opened: OfficeFile) -> set[str]:
    with opened.engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def test_a_file_of_the_first_program_keeps_its_rows_and_journal(tmp_path: Path) -> None:
    office = tmp_path / "office"
    office.mkdir()
    old = file.create(office / "old.office", now=noon, revisions=first_revision(tmp_path))
    assert not tables_of(old) & NEW
    with old.store.write("Add person") as tx:
        number = tx.insert(
            "person",
            {
                "name": "Kalaniʻōpuʻu",
                "fold": "kalaniopuu",
                "sort_fold": "kalaniopuu",
                "imported": 0,
            },
        )
    old.close()
    opened = file.open_file(old.path, now=noon)
    with opened.store.read() as reader:
        assert reader.get("person", number)["name"] == "Kalaniʻōpuʻu"
        assert all(reader.find(name) == [] for name in NEW)
    assert tables_of(opened) >= NEW
    opened.close()


def test_the_schema_joins_papers_to_people_nowhere_but_behind_the_door() -> None:
    """No row that knows a paper holds a number of a person, a case or a candidate in clear."""
    people = {"person", "application", "candidate"}
    joined = {
        (table.name, key.column.table.name)
        for table in EXAM_RECORDS
        if "paper_id" in table.c or table.name == "paper"
        for key in table.foreign_keys
        if key.column.table.name in people
    }
    assert joined == {("scoring", "person")}, "the scorer alone is known beside a paper"
