"""A passphrase comes by a prompt or a file descriptor, never by a word or the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command import command, refused

SECRET = "kupuna ʻohana 1941"
ASK = ("journal", "verify", "--json")
OWN_TERMINAL = (
    "import fcntl, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "from coordinator_app.__main__ import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


@pytest.fixture
def given() -> Iterator[list[int]]:
    """File descriptors to close afterwards."""
    opened: list[int] = []
    yield opened
    for one in opened:
        os.close(one)


def descriptor(text: str, given: list[int]) -> str:
    """The number of a file descriptor from which `text` can be read."""
    reads, writes = os.pipe()
    os.write(writes, text.encode())
    os.close(writes)
    given.append(reads)
    return str(reads)


@pytest.fixture
def kept_office(workbook: Path, tmp_path: Path, given: list[int]) -> Path:
    """An office that its passphrase keeps."""
    path = tmp_path / "kept.office"
    words = ("--passphrase-fd", descriptor(f"{SECRET}\nmore", given))
    made = command("import", workbook, "--file", path, *words)
    assert made.code == 0, made.err
    assert "not protected" not in made.out
    return path


def test_the_right_passphrase_opens_it_in_any_spelling(kept_office: Path, given: list[int]) -> None:
    for text in (f"{SECRET}\n", SECRET, f"{SECRET}\r\n"):
        words = ("--file", kept_office, "--passphrase-fd", descriptor(text, given))
        assert command(*words, *ASK).plain["faults"] == []


def test_a_wrong_or_missing_passphrase_is_refused(kept_office: Path, given: list[int]) -> None:
    today = ("today", "--file", kept_office)
    refused(command(*today), 2, "kept.office", "--passphrase-fd")
    wrong = descriptor("kupuna", given)
    refused(command(*today, "--passphrase-fd", wrong), 2, "kept.office")
    refused(command("check", "--file", kept_office), 1, "kept.office")


def test_a_descriptor_that_gives_nothing_is_refused(kept_office: Path, given: list[int]) -> None:
    today = ("today", "--file", kept_office, "--passphrase-fd")
    refused(command(*today, descriptor("", given)), 2)
    refused(command(*today, "987"), 2, "987")


def test_a_file_without_a_passphrase_is_not_asked_for_one(office: Path) -> None:
    assert command(*ASK, "--file", office, "--passphrase-fd", "987").code == 0


if sys.platform != "win32":
    import pty

    def test_at_a_terminal_it_is_typed_unseen(kept_office: Path) -> None:
        """`getpass` asks the controlling terminal, so the child gets one of its own."""
        ours, theirs = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, *ASK, "--file", str(kept_office)],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        os.close(theirs)
        asked = b""
        while b":" not in asked:
            asked += os.read(ours, 1000)
        os.write(ours, f"{SECRET}\n".encode())
        out, err = child.communicate(timeout=60)
        os.close(ours)
        assert (child.returncode, err) == (0, b"")
        assert b'"faults": []' in out
        assert b"kept.office" in asked
