"""`practice`: an invented office, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from coordinator_app.cli.practice import Tenths
from tests.helpers.command import command, refused


def test_an_office_is_made_as_of_the_day_told(tmp_path: Path) -> None:
    path = tmp_path / "new.office"
    answer = command("practice", path, "--as-of", "2025-09-10", "--seed", "7", "--json")
    assert answer.code == 0, answer.err
    assert answer.plain == {"file": str(path), "people": 60, "seed": 7, "as_of": "2025-09-10"}
    assert "60 of 60 people" in answer.err
    listed = command("policy", "list", "--file", path, "--json").items("adopted")
    assert [one["in_force_from"] for one in listed] == ["2024-01-01", "2025-01-01"]
    rows = command("journal", "show", "--limit", "1", "--file", path, "--json")
    assert str(rows.items("entries")[0]["at"])[:10] <= "2025-09-10"


def test_what_is_there_already_is_left_alone(practice_office: Path) -> None:
    before = practice_office.stat().st_mtime_ns
    answer = command("practice", practice_office)
    assert answer.code == 2
    assert answer.err.splitlines()[-1].startswith(practice_office.name)
    assert practice_office.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--people", "3"], "60"),
        (["--people", "many"], "many"),
        (["--as-of", "2024-02-01"], "2025-06-01"),
        (["--file", "x"], "--file"),
    ],
)
def test_what_cannot_be_made_leaves_no_file(words: list[str], said: str, tmp_path: Path) -> None:
    path = tmp_path / "p.office"
    answer = command("practice", path, *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err.splitlines()[-1]
    assert not path.exists()


def test_a_folder_that_is_not_there_is_the_computers_trouble(tmp_path: Path) -> None:
    answer = command("practice", tmp_path / "none" / "p.office")
    assert answer.code == 1
    assert "p.office" in answer.err.splitlines()[-1]


def test_progress_is_told_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Tenths()
    for done in (0, 1, 6, 7, 30, 31, 60, 60):
        tell(done, 60)
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()] == ["6", "30", "60"]


def test_one_sentence_when_it_is_refused(tmp_path: Path) -> None:
    refused(command("practice"), 2, "PATH")
    refused(command("practice", tmp_path / "p.office", "--seed", "-1"), 2, "-1")
