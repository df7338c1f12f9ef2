"""Writing a file: whole or not there, and only the owner may read it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.runtime.files import trouble_of, write_beside


def test_the_new_bytes_take_the_old_ones_place(tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    write_beside(letter, b"old")
    write_beside(letter, b"new")
    assert letter.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [letter]
    if sys.platform != "win32":
        assert stat.S_IMODE(letter.stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.pdf"
    write_beside(letter, b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineTrouble) as refused:
        write_beside(letter, b"new")
    monkeypatch.undo()
    assert refused.value.code == "file.no_room"
    assert letter.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [letter]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineTrouble) as refused:
        write_beside(tmp_path / "no" / "letter.pdf", b"x")
    assert refused.value.code == "file.not_written"
    assert refused.value.facts["path"] == str(tmp_path / "no" / "letter.pdf")


def test_a_file_that_excel_holds_open_is_told_as_such(tmp_path: Path) -> None:
    held = trouble_of(tmp_path / "list.xlsx", PermissionError(errno.EACCES, "Access is denied"))
    assert held.code == "file.in_use"


def test_a_very_long_name_is_written_too(tmp_path: Path) -> None:
    longest = tmp_path / ("ō" * 120 + ".pdf")
    write_beside(longest, b"x")
    assert longest.read_bytes() == b"x"
