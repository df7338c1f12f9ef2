"""Bringing a file to this version's tables: backed up, whole or not at all, and compared afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.persistence.engine import APPLICATION_ID
from coordinator_app.runtime import paths

_SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name"


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions in a folder; `schema.sql` beside that folder is what they make."""

    folder: Path

    @property
    def schema_path(self) -> Path:
        return self.folder.parent / "schema.sql"

    def head(self) -> int:
        """The number of the newest revision: the file's `user_version`."""
        newest = ScriptDirectory.from_config(self._config()).get_current_head()
        assert newest is not None
        return int(newest)

    def _config(self, connection: Connection | None = None) -> Config:
        config = Config()
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        return config

    def version_of(self, connection: Connection) -> int:
        """The revision the open file has. Raises BadInput for another program's file or a newer one."""
        mine = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if mine != APPLICATION_ID:
            raise BadInput("file.not_ours", file="")
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if found > self.head():
            raise BadInput("file.too_new", file="", found=found, known=self.head())
        return found

    def upgrade(self, engine: Engine) -> None:
        """Run every missing revision in one transaction, check links and compare with `schema.sql`.

        `engine` does not enforce links (a rebuilt parent would delete its children); they are
        checked before the commit. Raises MachineTrouble and leaves the file as it was if anything
        is amiss.
        """
        with engine.connect() as connection, connection.begin():
            self.run(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {self.head()}")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise MachineTrouble("file.links_broken")
            if schema_text(connection) != self.schema_path.read_text(encoding="utf-8"):
                raise MachineTrouble("file.schema_differs")

    def run(self, connection: Connection) -> None:
        """The missing revisions alone, in the transaction that is open."""
        command.upgrade(self._config(connection), "head")


def shipped() -> Revisions:
    """The revisions this program knows."""
    return Revisions(paths.migrations_folder())


def schema_text(connection: Connection) -> str:
    """Tables, indexes and triggers of the open file, as SQL."""
    found = connection.exec_driver_sql(_SCHEMA).scalars()
    return "".join(f"{statement};\n\n" for statement in found)
