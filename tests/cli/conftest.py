"""Offices the commands are tried on: made once, copied closed for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.helpers.command import command
from tests.helpers.practice import practice_file

WORKBOOK = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"


@pytest.fixture(scope="session")
def played_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the first case was played, as of 2026-02-20."""
    folder = tmp_path_factory.mktemp("played") / "case"
    answer = command("play", "--out", folder, "--as-of", "2026-02-20")
    assert answer.code == 0, answer.err
    return folder


@pytest.fixture(scope="session")
def practice_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice office of 2026-02-20, never to be written to."""
    return practice_file(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def office(played_folder: Path, tmp_path: Path) -> Path:
    """The played office, to write to."""
    return Path(shutil.copy(played_folder / "first-case.office", tmp_path / "first-case.office"))


@pytest.fixture
def workbook() -> Path:
    return WORKBOOK
