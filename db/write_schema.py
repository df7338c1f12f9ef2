"""Write `db/schema.sql` anew, as the revisions make it: `python3 dev.py schema`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from coordinator_app.persistence import keying, migrate
from coordinator_app.persistence.engine import close_engine, create_private, open_engine


def schema_of_the_revisions(folder: Path) -> str:
    """The schema of a new file in `folder` after every revision; the file stays behind."""
    path = folder / "empty.office"
    salt = keying.new_salt()
    create_private(path)
    engine = open_engine(path, keying.open_key(salt), salt, enforce_links=False)
    try:
        with engine.connect() as connection, connection.begin():
            migrate.shipped().run(connection)
            return migrate.schema_text(connection)
    finally:
        close_engine(engine, path)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        migrate.shipped().schema_path.write_text(
            schema_of_the_revisions(Path(folder)), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
