"""`coordinator` as a program of its own: what reaches the shell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coordinator_app.__main__ import main

PROGRAM = [sys.executable, "-m", "coordinator_app"]
# As a shell starts it: with a buffer, which Python empties once more as it ends.
BUFFERED = os.environ | {"PYTHONUNBUFFERED": ""}
FAILING = (
    "import sys\n"
    "from coordinator_app.cli import main\n"
    "def fail(words, windowed):\n"
    "    raise {error}('Leilani')\n"
    "main._run = fail\n"
    "sys.exit(main.start(['today']))\n"
)


def test_an_answer_reaches_the_shell() -> None:
    done = subprocess.run([*PROGRAM, "dates", "2026-01-31"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2026-02-28" in done.stdout
    assert b"2026-04-30" in done.stdout


def test_the_program_has_the_commands_that_need_the_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    assert "screens" in listed
    assert "self-test" in listed


def test_a_refusal_reaches_the_shell() -> None:
    done = subprocess.run([*PROGRAM, "dates", "2023-12-31"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("limit", ["1", "500"])
def test_when_nobody_reads_any_more_it_ends_quietly(limit: str, office: Path) -> None:
    """A short answer fails only when it is flushed, a long one while it is written."""
    words = ["journal", "show", "--limit", limit, "--file", str(office)]
    child = subprocess.Popen(
        [*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BUFFERED
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    assert (child.wait(60), said) == (0, b"")


if sys.platform == "linux":

    @pytest.mark.parametrize("words", [["policy", "show"], ["dates", "2026-01-31"]])
    def test_a_full_disk_is_told_in_one_sentence(words: list[str]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, check=False, env=BUFFERED
            )
        assert done.returncode == 1
        assert done.stderr.count(b"\n") == 1
        assert b"Traceback" not in done.stderr


def failing(error: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A command that fails as no command should."""
    return subprocess.run(
        [sys.executable, "-c", FAILING.format(error=error)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"COORDINATOR_HOME": str(home)},
    )


def test_an_error_of_ours_is_one_sentence_and_its_places_are_in_the_log(tmp_path: Path) -> None:
    done = failing("KeyError", tmp_path)
    log = tmp_path / "logs" / "coordinator.log"
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert str(log) in done.stderr
    told = log.read_text(encoding="utf-8")
    assert "KeyError" in told
    assert "Leilani" not in told + done.stderr


def test_without_a_place_for_the_log_the_sentence_still_comes(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("not a folder", encoding="utf-8")
    done = failing("KeyError", home)
    assert done.returncode == 1
    assert "KeyError" in done.stderr
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    done = failing("KeyboardInterrupt", tmp_path)
    assert (done.returncode, done.stdout + done.stderr) == (130, "")


def test_it_answers_where_no_okina_can_be_shown(office: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "registry", "--file", str(office)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
