"""Backups: equal row for row, verified before they get their name, nothing left after a failure."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.persistence import backup, file, journal
from coordinator_app.persistence.file import OfficeFile
from tests.helpers.files import add_person, dump, noon


def test_a_backup_is_equal_row_for_row(opened: OfficeFile, tmp_path: Path) -> None:
    add_person(opened.store, "Kalaniʻōpuʻu", emails=("k@example.org",), agency="Keiki ʻOhana")
    made = backup.make(opened.engine, tmp_path / "copy.office", key=opened.key)
    copy = file.open_file(made.path, now=noon)
    assert dump(copy.store) == dump(opened.store)
    assert everything(copy) == everything(opened)
    with copy.store.read() as reader:
        assert journal.verify(reader.connection) == []
    assert made.entries == 2
    assert made.size == made.path.stat().st_size
    copy.close()


def everything(opened: OfficeFile) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows, of the journal and what is derived too."""
    with opened.store.read() as reader:
        tables = reader.connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ).scalars()
        return {
            name: [
                tuple(row) for row in reader.connection.exec_driver_sql(f'SELECT * FROM "{name}"')
            ]
            for name in tables.all()
        }


@pytest.mark.parametrize(
    "name", ["a#b.office", "a?mode=ro.office", "100%25.office", "file:x", "ʻo k.office"]
)
def test_a_backup_may_have_any_name(opened: OfficeFile, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    backup.make(opened.engine, folder / name, key=opened.key)
    assert [one.name for one in folder.iterdir()] == [name]


def test_a_backup_is_for_its_owner_only(opened: OfficeFile, tmp_path: Path) -> None:
    made = backup.make(opened.engine, tmp_path / "copy.office", key=opened.key)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_a_backup_opens_with_the_passphrase_of_the_file(tmp_path: Path) -> None:
    office = file.create(tmp_path / "new.office", now=noon, passphrase="kūlana ʻāina")
    made = backup.make(office.engine, tmp_path / "copy.office", key=office.key)
    office.close()
    with pytest.raises(BadInput, match=r"^file\.passphrase_needed$"):
        file.open_file(made.path, now=noon)
    file.open_file(made.path, now=noon, passphrase="kūlana ʻāina").close()


def test_a_backup_never_replaces_a_file(opened: OfficeFile, tmp_path: Path) -> None:
    (tmp_path / "copy.office").write_bytes(b"mine")
    with pytest.raises(BadInput, match=r"^backup\.exists$"):
        backup.make(opened.engine, tmp_path / "copy.office", key=opened.key)
    assert (tmp_path / "copy.office").read_bytes() == b"mine"


def test_a_backup_of_a_file_is_made_while_it_is_in_use(opened: OfficeFile, tmp_path: Path) -> None:
    with opened.store.read() as reader:
        reader.find("office")
        backup.make(opened.engine, tmp_path / "copy.office", key=opened.key)
    add_person(opened.store)


def test_a_folder_that_is_not_there_gives_no_backup(opened: OfficeFile, tmp_path: Path) -> None:
    with pytest.raises(MachineTrouble, match=r"^backup\.failed$"):
        backup.make(opened.engine, tmp_path / "none" / "copy.office", key=opened.key)
    add_person(opened.store)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 200 kB, where the tests may mount one; else a folder in which nothing can be written."""
    folder = Path(tempfile.mkdtemp())
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)]
    may_mount = shutil.which("mount") is not None and getattr(os, "geteuid", lambda: 1)() == 0
    mounted = (
        may_mount and subprocess.run(command, capture_output=True, check=False).returncode == 0
    )
    if not mounted:
        folder.chmod(0o500)
    yield folder
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)
    folder.chmod(0o700)
    folder.rmdir()


def test_a_disk_that_is_full_leaves_no_half_backup(opened: OfficeFile, small_disk: Path) -> None:
    before = dump(opened.store)
    with pytest.raises(MachineTrouble, match=r"^backup\.failed$") as raised:
        backup.make(opened.engine, small_disk / "copy.office", key=opened.key)
    assert raised.value.facts["cause"]
    assert not list(small_disk.iterdir())
    assert dump(opened.store) == before
    add_person(opened.store)


def test_a_backup_that_does_not_verify_is_none(
    opened: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "damages", lambda _connection: ["page 7"])  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    with pytest.raises(MachineTrouble, match=r"^backup\.failed$"):
        backup.make(opened.engine, tmp_path / "copy.office", key=opened.key)
    assert [one.name for one in tmp_path.iterdir()] == ["a.office"]
