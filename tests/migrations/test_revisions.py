"""Bringing a file to this version's tables: whole or not at all, after a verified backup."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_mock_engine, text
from sqlalchemy.exc import OperationalError

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.persistence import file, journal, kept, migrate
from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.migrate import Revisions
from coordinator_app.persistence.tables import metadata
from coordinator_app.runtime import paths
from tests.helpers.files import a_file, add_person, dump, noon

ADDED = "ALTER TABLE person ADD COLUMN pronoun TEXT"
NEXT = """
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade():
    for statement in {statements!r}:
        op.get_bind().exec_driver_sql(statement)
"""


def schema_of(opened: OfficeFile) -> str:
    with opened.engine.connect() as connection, connection.begin():
        return migrate.schema_text(connection)


def test_a_new_file_has_the_shipped_schema(tmp_path: Path) -> None:
    opened = file.create(tmp_path / "new.office", now=noon)
    assert schema_of(opened) == migrate.shipped().schema_path.read_text(encoding="utf-8")
    opened.close()


def test_the_tables_the_program_knows_are_those_of_the_schema(tmp_path: Path) -> None:
    """`create_all` of tables.py and kept.py, statement for statement, but for the triggers."""
    assert kept.metadata is metadata
    said: list[str] = []
    engine = create_mock_engine("sqlite://", lambda sql, *_: said.append(str(sql.compile(dialect=engine.dialect))))  # fmt: skip  # pyright: ignore
    metadata.create_all(engine, checkfirst=False)
    opened = file.create(tmp_path / "new.office", now=noon)
    shipped = {plain(one) for one in schema_of(opened).split(";\n\n") if "TRIGGER" not in one}
    opened.close()
    assert {plain(one) for one in said} == shipped - {""} - VERSION_TABLE


VERSION_TABLE = {
    "create table alembic_version ( version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num) )"
}


def plain(statement: str) -> str:
    return " ".join(statement.lower().split())


def test_every_table_of_ours_is_strict(tmp_path: Path) -> None:
    opened = file.create(tmp_path / "new.office", now=noon)
    with opened.store.read() as reader:
        found = reader.connection.execute(text("SELECT name, strict FROM pragma_table_list"))
        loose = {name for name, strict in found if not strict}
    assert {name for name in loose if not name.startswith("sqlite_")} == {"alembic_version"}
    opened.close()


def test_the_journals_triggers_are_there(tmp_path: Path) -> None:
    opened = file.create(tmp_path / "new.office", now=noon)
    names = re.findall(r"CREATE TRIGGER (\w+)", schema_of(opened))
    opened.close()
    assert len(names) == 6
    assert {"journal_has_no_gap", "journal_is_append_only_update"} <= set(names)


def next_version(folder: Path, *statements: str, schema: str | None = None) -> Revisions:
    """Revisions of a later program: ours and one more, with the schema it makes."""
    ours = migrate.shipped()
    shutil.copytree(ours.folder, folder / "db" / "migrations")
    later = Revisions(folder / "db" / "migrations")
    newest = later.folder / "versions" / "0003_more.py"
    newest.write_text(NEXT.format(statements=statements), encoding="utf-8")
    made = ours.schema_path.read_text(encoding="utf-8") if schema is None else schema
    later.schema_path.write_text(made, encoding="utf-8")
    return later


def altered_schema(folder: Path) -> str:
    """What the added column makes of the schema, learned from a file of its own."""
    opened = a_file(folder, "trial.office")
    with opened.engine.connect() as connection, connection.begin():
        connection.execute(text(ADDED))
    found = schema_of(opened)
    opened.close()
    opened.path.unlink()
    return found


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A closed file of this version, with somebody in it."""
    (tmp_path / "office").mkdir()
    opened = a_file(tmp_path / "office")
    add_person(opened.store, "Kalaniʻōpuʻu")
    opened.close()
    return opened.path


def test_an_older_file_is_backed_up_and_brought_up_to_date(older: Path, tmp_path: Path) -> None:
    later = next_version(tmp_path, ADDED, schema=altered_schema(tmp_path))
    bytes_before = older.read_bytes()
    opened = file.open_file(older, now=noon, revisions=later)
    with opened.store.read() as reader:
        asked = "SELECT name, pronoun FROM person"
        assert [tuple(row) for row in reader.connection.execute(text(asked))] == [
            ("Kalaniʻōpuʻu", None)
        ]
        assert (
            reader.connection.execute(text("PRAGMA user_version")).scalar_one()
            == migrate.shipped().head() + 1
        )
    opened.close()
    kept_file = next(one for one in older.parent.iterdir() if one != older)
    assert re.fullmatch(r"a-before-update-[0-9a-f]{6}\.office", kept_file.name)
    copy = file.open_file(kept_file, now=noon)
    older.write_bytes(bytes_before)
    original = file.open_file(older, now=noon)
    assert dump(copy.store) == dump(original.store)
    copy.close()
    original.close()


def test_an_office_of_the_first_version_opens_with_everything_in_it(tmp_path: Path) -> None:
    """Where only the schema differs, revision 0001 was changed: add a new revision instead."""
    copy = tmp_path / "old.office"
    shutil.copyfile(paths.old_office(), copy)
    opened = file.open_file(copy, now=noon)
    assert schema_of(opened) == migrate.shipped().schema_path.read_text(encoding="utf-8")
    with opened.store.read() as reader:
        counted = "SELECT count(*) FROM {}"
        found = [
            reader.connection.execute(text(counted.format(table))).scalar_one()
            for table in ("person", "application", "evidence", "endorsement", "note")
        ]
        assert found == [8, 1, 21, 3, 3]
        assert journal.verify(reader.connection) == []
    opened.close()
    assert len(list(tmp_path.iterdir())) == (1 if migrate.shipped().head() == 1 else 2)


def test_a_file_brought_up_to_date_is_not_backed_up_again(older: Path, tmp_path: Path) -> None:
    later = next_version(tmp_path, ADDED, schema=altered_schema(tmp_path))
    for _ in range(2):
        file.open_file(older, now=noon, revisions=later).close()
    assert len(list(older.parent.iterdir())) == 2


def test_a_file_brought_up_to_date_is_too_new_for_the_program_before(
    older: Path, tmp_path: Path
) -> None:
    later = next_version(tmp_path, ADDED, schema=altered_schema(tmp_path))
    file.open_file(older, now=noon, revisions=later).close()
    with pytest.raises(BadInput, match=r"^file\.too_new$"):
        file.open_file(older, now=noon)


@pytest.mark.parametrize(
    ("statements", "trouble"),
    [
        ((ADDED, "INSERT INTO nowhere VALUES (1)"), OperationalError),
        ((ADDED, "DROP TRIGGER journal_has_no_gap"), MachineTrouble),
        ((ADDED,), MachineTrouble),
        (("INSERT INTO note (person_id, written_on, text, version) VALUES (99, '', '', 1)",), MachineTrouble),
    ],
    ids=["a statement fails", "a trigger is lost", "another schema than shipped", "a broken link"],
)  # fmt: skip
def test_a_failing_revision_leaves_the_file_as_it_was(
    older: Path, tmp_path: Path, statements: tuple[str, ...], trouble: type[Exception]
) -> None:
    later = next_version(tmp_path, *statements)
    before = file.open_file(older, now=noon)
    rows, schema = dump(before.store), schema_of(before)
    before.close()
    with pytest.raises(trouble):
        file.open_file(older, now=noon, revisions=later)
    after = file.open_file(older, now=noon)
    assert dump(after.store) == rows
    assert schema_of(after) == schema
    after.close()


def test_a_new_file_whose_revisions_fail_is_not_left_behind(tmp_path: Path) -> None:
    later = next_version(tmp_path, "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(OperationalError):
        file.create(tmp_path / "new.office", now=noon, revisions=later)
    assert [one.name for one in tmp_path.iterdir()] == ["db"]


def test_a_file_is_not_touched_where_the_backup_before_the_update_fails(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = next_version(tmp_path, ADDED, schema=altered_schema(tmp_path))
    monkeypatch.setattr("coordinator_app.persistence.backup.damages", lambda _connection: ["bad"])  # pyright: ignore
    before = older.read_bytes()
    with pytest.raises(MachineTrouble, match=r"^backup\.failed$"):
        file.open_file(older, now=noon, revisions=later)
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]
