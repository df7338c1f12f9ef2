"""The folders of the program and of the user."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.runtime import paths
from coordinator_app.runtime.paths import Paths, make_folder


def test_the_profile_can_be_put_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COORDINATOR_HOME", str(tmp_path))
    profile = Paths.of_user()
    everything = (profile.settings, profile.log, profile.crash, profile.practice, profile.offices)
    assert all(path.is_relative_to(tmp_path) for path in everything)


def test_without_a_wish_the_profile_lies_in_the_users_own_folders(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COORDINATOR_HOME")
    profile = Paths.of_user()
    assert profile.profile.is_relative_to(Path.home())
    assert profile.offices.is_relative_to(profile.profile), (
        "not in Documents, which is often synced"
    )


def test_making_the_folders_keeps_others_out(tmp_path: Path) -> None:
    profile = Paths.below(tmp_path / "ʻōlelo")
    profile.make()
    profile.make()
    assert profile.logs.is_dir()
    if sys.platform != "win32":
        assert stat.S_IMODE(profile.logs.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(MachineTrouble) as refused:
        make_folder(tmp_path / "file" / "folder")
    assert refused.value.code == "folder.not_made"


def test_resources_are_found_in_the_source_and_in_the_built_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.fonts_folder().is_dir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.policies_folder() == tmp_path / "resources" / "policies"
    assert paths.migrations_folder() == tmp_path / "db" / "migrations"


def test_no_test_sees_the_users_own_home() -> None:
    assert "coordinator-tests-" in str(Path.home())
    assert "coordinator-tests-" in os.environ["XDG_CONFIG_HOME"]
