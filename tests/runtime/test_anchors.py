"""The journal's end as this computer remembers it."""

from __future__ import annotations

from pathlib import Path

from coordinator_app.runtime.anchors import recall, remember
from coordinator_app.runtime.paths import Paths


def test_the_end_of_a_journal_is_remembered_by_the_files_lineage(tmp_path: Path) -> None:
    paths = Paths.below(tmp_path)
    remember(paths, "one", (7, "aa"))
    remember(paths, "other", (3, "bb"))
    assert recall(paths, "one") == (7, "aa")
    assert recall(paths, "other") == (3, "bb")
    assert recall(paths, "never seen") is None


def test_an_older_end_does_not_replace_a_later_one(tmp_path: Path) -> None:
    paths = Paths.below(tmp_path)
    remember(paths, "one", (7, "aa"))
    remember(paths, "one", (5, "cc"))
    assert recall(paths, "one") == (7, "aa")


def test_a_broken_file_is_as_if_nothing_had_been_seen(tmp_path: Path) -> None:
    paths = Paths.below(tmp_path)
    (tmp_path / "journal-ends.json").write_text("{broken", encoding="utf-8")
    assert recall(paths, "one") is None
    remember(paths, "one", (1, "dd"))
    assert recall(paths, "one") == (1, "dd")
