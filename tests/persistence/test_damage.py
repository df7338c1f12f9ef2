"""Damage is found, said in words, and never spreads."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.pool import QueuePool

from coordinator_app.domain.errors import MachineTrouble, Refusal
from coordinator_app.persistence import backup, file
from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.store import Store
from tests.helpers.files import a_file, add_person, dump, noon

PAGE = 4096


def a_full_file(folder: Path) -> OfficeFile:
    """A file in which nearly every page is in use."""
    opened = a_file(folder)
    for number in range(6):
        add_person(opened.store, f"Leilani {number} Kahananui", emails=(f"l{number}@example.org",))
    return opened


def flip(path: Path, at: int, bit: int = 0) -> None:
    with path.open("r+b") as whole:
        whole.seek(at)
        was = whole.read(1)[0]
        whole.seek(at)
        whole.write(bytes([was ^ 1 << bit]))


def is_found(path: Path) -> bool:
    """Whether the damage shows at opening or when every page is looked at."""
    try:
        opened = file.open_file(path, now=noon)
    except Refusal:
        return True
    try:
        with opened.store.read() as reader:
            return bool(backup.damages(reader.connection))
    except MachineTrouble as trouble:
        return trouble.code == "machine.damaged"
    finally:
        opened.close()


def test_every_changed_bit_is_found(tmp_path: Path) -> None:
    opened = a_full_file(tmp_path)
    opened.close()
    assert not is_found(opened.path)
    size = opened.path.stat().st_size
    chosen = random.Random(20260220)
    pages = [page * PAGE + chosen.randrange(PAGE) for page in range(size // PAGE)]
    bits = [(at, chosen.randrange(8)) for at in (0, 15, 16, 17, PAGE - 1, size - 1, *pages)]
    missed: list[int] = []
    for at, bit in bits:
        flip(opened.path, at, bit)
        if not is_found(opened.path):
            missed.append(at)
        flip(opened.path, at, bit)
    assert len(bits) > 100
    assert not missed
    assert not is_found(opened.path), "the flips were not taken back"


@pytest.fixture
def broken(tmp_path: Path) -> OfficeFile:
    """An open file whose pages with people cannot be read; `mend` is in its folder's other copy."""
    opened = a_full_file(tmp_path)
    opened.close()
    (tmp_path / "whole").write_bytes(opened.path.read_bytes())
    return opened


def damage_rows(path: Path) -> None:
    """Break all pages but the first ones, so that the file opens and its rows cannot be read."""
    for page in range(1, path.stat().st_size // PAGE):
        flip(path, page * PAGE + 100)


def read_people(store: Store) -> int:
    with store.read() as reader:
        return len(reader.find("person"))


def write_person(store: Store) -> int:
    return add_person(store)


@pytest.mark.parametrize("action", [read_people, write_person])
def test_a_bad_page_is_said_and_the_connection_opened_anew(
    broken: OfficeFile, tmp_path: Path, action: Callable[[Store], int]
) -> None:
    """A page that was only unreachable (a network drive that went away) is whole at the next try."""
    opened = file.open_file(broken.path, now=noon)
    damage_rows(broken.path)
    with pytest.raises(MachineTrouble, match=r"^machine\.damaged$"):
        action(opened.store)
    assert isinstance(opened.engine.pool, QueuePool)
    assert opened.engine.pool.checkedin() == 0, "a connection that met damage is used again"
    broken.path.write_bytes((tmp_path / "whole").read_bytes())
    assert action(opened.store)
    assert len(dump(opened.store)["person"]) >= 6
    opened.close()


def test_a_damaged_file_is_kept_as_it_is(broken: OfficeFile, tmp_path: Path) -> None:
    damage_rows(broken.path)
    before = broken.path.read_bytes()
    with pytest.raises(MachineTrouble):
        file.open_file(broken.path, now=noon)
    assert broken.path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.office", "whole"]


SCRIPT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from coordinator_app.domain.errors import Refusal
from coordinator_app.persistence import file
for _ in range(5):
    try:
        opened = file.open_file(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
        with opened.store.read() as reader:
            reader.find("person")
    except Refusal as refusal:
        print(refusal.code)
"""


def test_damage_writes_little_on_standard_error(broken: OfficeFile) -> None:
    damage_rows(broken.path)
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(broken.path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["machine.damaged"] * 5
    assert len(ran.stderr.splitlines()) < 10
