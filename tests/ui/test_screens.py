"""Every screen as a picture."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app import app
from coordinator_app.ui.screens import hide_folder
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.practice import practice_file


def test_every_screen_is_drawn(tmp_path: Path, qtbot: QtBot) -> None:
    file = practice_file(tmp_path)
    made = app.screens(tmp_path / "out", file=file, theme="dark", size=(1100, 700))
    assert [path.stem for path in made] == [
        *("welcome", "new-office", "today", "applications", "exams", "registry", "people"),
        *("letters", "reports", "policy", "settings", "case", "person", "endorsement"),
        *("sitting", "import", "letter"),
    ]
    assert all(path.stat().st_size > 5_000 for path in made)
    shutil.rmtree(tmp_path / "out")


def test_a_picture_names_the_office_without_its_folder(tmp_path: Path, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    words = [PlainLabel(str(tmp_path / "a.office"), page), PlainLabel("Size", page)]
    hide_folder(page, tmp_path / "a.office")
    assert [one.text() for one in words] == ["a.office", "Size"]
