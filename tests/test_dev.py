"""`dev.py`: every trouble is one sentence with its remedy."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import dev

HERE = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 15), (4, 0)])
def test_another_python_is_told_which_ones_will_do(version: tuple[int, int]) -> None:
    with pytest.raises(dev.Trouble, match=r"needs Python 3\.11, 3\.12, 3\.13 or 3\.14: ") as told:
        dev.refuse_other_pythons(version)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_a_python_the_locks_are_made_for_is_taken(version: tuple[int, int]) -> None:
    dev.refuse_other_pythons(version)


def test_an_older_python_3_can_read_the_file_far_enough_to_say_so() -> None:
    ast.parse((HERE / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("Could not find a version ... connection broken\nNo matching distribution", "internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one the lock names"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for sqlcipher3==0.6.4", "64-bit Python"),
        ("anything else", "internet"),
    ],
)
def test_what_pip_says_becomes_a_remedy(said: str, remedy: str) -> None:
    assert remedy in dev.install_remedy(said)


def test_a_missing_system_library_is_told_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Traceback ...\nImportError: libEGL.so.1: cannot open shared object file"

    def failing(words: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, 1, said, "")

    monkeypatch.setattr(dev, "run_quietly", failing)
    with pytest.raises(dev.Trouble, match=r"libEGL\.so\.1.*apt-get install libegl1") as told:
        dev.refuse_missing_libraries()
    assert "Traceback" not in str(told.value)


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["nonsense"]) == 2
    shown = capsys.readouterr().err
    assert all(f"  {name} " in shown for name in dev.COMMANDS)


def test_a_trouble_is_one_line_and_exit_code_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_larger_lock_holds_the_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    assert dev.made(dev.fingerprint("run")) == []
    dev.remember("develop", dev.fingerprint("develop"))
    assert "run" in dev.made(dev.fingerprint("run"))
    (tmp_path / "made.json").write_text(
        json.dumps({"develop": "of another lock"}), encoding="utf-8"
    )
    assert dev.made(dev.fingerprint("run")) == []


def test_nothing_of_this_machines_package_settings_gets_into_a_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PIP_FIND_LINKS", "PIP_INDEX_URL", "PIP_CONFIG_FILE", "UV_INDEX_URL"):
        monkeypatch.setenv(name, "somewhere")
    assert "somewhere" not in dev.plain_environment().values()


def test_without_a_screen_run_plays_a_month(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[list[str]] = []

    def called(words: list[str]) -> int:
        calls.append(words)
        return 0

    monkeypatch.setattr(dev, "HERE", tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda _lock: None)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    monkeypatch.setattr(dev, "call", called)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.main(["run"]) == 0
    out = str(tmp_path / "build" / "month")
    assert [words[1:] for words in calls] == [["month", "--out", out]]
    assert capsys.readouterr().out == (
        f"There is no screen here, so a month is played without a window, into {out}.\n"
    )


def test_a_build_has_an_environment_of_its_own_made_once_a_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []

    def made(folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        done.append(folder)

    def installed(*words: str, python: Path) -> None:
        done.extend((words[-1], python.is_relative_to(tmp_path / ".venv-build")))

    monkeypatch.setattr(dev, "HERE", tmp_path)
    monkeypatch.setattr(dev, "make_environment", made)
    monkeypatch.setattr(dev, "pip", installed)
    lock = tmp_path / "requirements" / "build.txt"
    lock.parent.mkdir()
    for text in ("pyinstaller==1\n", "pyinstaller==1\n", "pyinstaller==2\n"):
        lock.write_text(text, encoding="utf-8")
        dev.build_environment()
    assert done == [tmp_path / ".venv-build", "requirements/build.txt", True] * 2
