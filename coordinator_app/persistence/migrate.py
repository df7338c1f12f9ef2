"""Bringing a file to this version's tables: backed up, whole or not at all, and compared afterwards."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.persistence.engine import APPLICATION_ID
from coordinator_app.runtime import paths

_SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(paths.migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def head() -> int:
    """The number of the newest revision this program knows: the file's `user_version`."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None
    return int(newest)


def version_of(connection: Connection) -> int:
    """The revision the open file has. Raises BadInput for another program's file or a newer one."""
    mine = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mine != APPLICATION_ID:
        raise BadInput("file.not_ours", file="")
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if found > head():
        raise BadInput("file.too_new", found=found, known=head())
    return found


def upgrade(engine: Engine) -> None:
    """Run every missing revision in one transaction, check links and compare with `db/schema.sql`.

    `engine` does not enforce links (a rebuilt parent would delete its children); they are checked
    before the commit. Raises MachineTrouble and leaves the file as it was if anything is amiss.
    """
    with engine.connect() as connection, connection.begin():
        command.upgrade(_config(connection), "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {head()}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise MachineTrouble("file.links_broken")
        if schema_text(connection) != schema_as_shipped():
            raise MachineTrouble("file.schema_differs")


def schema_text(connection: Connection) -> str:
    """Tables, indexes and triggers of the open file, as SQL."""
    found = connection.exec_driver_sql(_SCHEMA).scalars()
    return "".join(f"{statement};\n\n" for statement in found)


def schema_path() -> Path:
    return paths.migrations_folder().parent / "schema.sql"


def schema_as_shipped() -> str:
    return schema_path().read_text(encoding="utf-8")
