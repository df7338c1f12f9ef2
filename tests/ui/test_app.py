"""The program put together: the words it is started with, its folders, its own failures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app import app
from coordinator_app.runtime.paths import Paths
from coordinator_app.services.trial import tried
from coordinator_app.ui.main_window import MainWindow
from tests.ui.starting import an_office


@pytest.mark.parametrize(
    ("words", "file"),
    [
        ([], None),
        (["--file", "our.office"], Path("our.office")),
        (["--file=our office.office"], Path("our office.office")),
    ],
)
def test_the_office_named_is_opened(words: list[str], file: Path | None) -> None:
    assert app.file_named(words) == file


def test_without_a_folder_to_write_in_one_sentence_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "profile").write_text("a file stands here", encoding="utf-8")
    monkeypatch.setenv("COORDINATOR_HOME", str(tmp_path / "profile"))
    assert app.run([]) == 1
    assert capsys.readouterr().err.startswith(f"The folder {tmp_path / 'profile'} cannot be made")


def test_a_run_from_start_to_end_leaves_its_log_and_settings(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COORDINATOR_HOME", str(tmp_path / "profile"))
    an_office(tmp_path / "our.office").close()

    def leave() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                window.close()

    timer = QTimer(interval=200)
    timer.timeout.connect(leave)
    timer.start()
    assert app.run(["--file", str(tmp_path / "our.office")]) == 0
    timer.stop()
    paths = Paths.of_user()
    assert paths.log.exists()
    assert str(tmp_path / "our.office") in paths.settings.read_text(encoding="utf-8")
    assert paths.crash.read_text(encoding="utf-8") == ""


def test_a_screen_that_cannot_be_drawn_is_a_fault_of_the_self_test(tmp_path: Path) -> None:
    def window() -> None:
        app.screens(tmp_path, file=tmp_path / "none.office", as_of=date(2026, 2, 20))

    assert tried("trial.window", window).fault is not None
