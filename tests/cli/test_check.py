"""`check`, `journal`, `undo`, `redo`: everything is as it was written, and what is not is found."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.helpers.command import command, refused

_SPOTS = 72


def spots(size: int) -> list[tuple[int, int]]:
    """(byte, bit): all of the salt, the ends, and others at random but always the same."""
    drawn = random.Random(20260220)
    others = [drawn.randrange(size) for _ in range(_SPOTS - 18)]
    return [(at, drawn.randrange(8)) for at in (*range(16), 16, size - 1, *others)]


def test_one_changed_bit_anywhere_is_found(practice_office: Path, tmp_path: Path) -> None:
    whole = practice_office.read_bytes()
    path = tmp_path / "damaged.office"
    passed: list[tuple[int, int]] = []
    for at, bit in spots(len(whole)):
        changed = bytearray(whole)
        changed[at] ^= 1 << bit
        path.write_bytes(changed)
        answer = command("check", "--file", path)
        if answer.code != 1 or len(answer.err.splitlines()) > 1 or "Traceback" in answer.err:
            passed.append((at, bit))
        if not answer.err:
            assert "fault" in answer.out
    assert not passed


@pytest.mark.parametrize("at", [0, 15, 16, 100, 4000])
def test_the_journal_says_in_one_sentence_that_it_cannot_be_read(
    at: int, practice_office: Path, tmp_path: Path
) -> None:
    changed = bytearray(practice_office.read_bytes())
    changed[at] ^= 1
    path = tmp_path / "damaged.office"
    path.write_bytes(changed)
    refused(command("journal", "verify", "--file", path), 1, "damaged.office", "backup")


def test_a_sound_office_is_said_to_be_sound(practice_office: Path) -> None:
    answer = command("check", "--file", practice_office, "--json")
    assert (answer.code, answer.err, answer.plain["faults"]) == (0, "", [])
    assert command("journal", "verify", "--file", practice_office, "--json").plain["faults"] == []


@pytest.mark.parametrize("content", [b"", b"short", b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_office_is_not_proved(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "some.office"
    path.write_bytes(content)
    refused(command("check", "--file", path), 1, "some.office")
    refused(command("check", "--file", tmp_path / "none.office"), 2, "none.office")


def test_the_journal_shows_the_newest_first(office: Path) -> None:
    rows = command("journal", "show", "--limit", "3", "--file", office, "--json").items("entries")
    entries = [row["entry"] for row in rows]
    assert len(entries) == 3
    assert entries == sorted(entries, key=str, reverse=True)
    assert rows[0]["action"] == "Mark letter sent"
    assert "Mark letter sent" in command("journal", "show", "--file", office).out


def test_the_last_action_is_undone_and_done_again(office: Path) -> None:
    assert command("undo", "--file", office, "--json").plain["action"] == "Mark letter sent"
    assert command("redo", "--file", office, "--json").plain["action"] == "Mark letter sent"
    refused(command("redo", "--file", office), 1)
    assert command("undo", "--file", office).code == 0
    refused(command("undo", "--file", office), 1, "Issue letter")
    assert command("check", "--file", office).code == 0
    assert command("journal", "verify", "--file", office).code == 0
