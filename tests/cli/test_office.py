"""`today`, `registry`, `letters`, `backup`, `doctor` on an office."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

import pytest

from tests.helpers.command import command, refused

DAY = ("--as-of", "2026-02-20")


def test_today_tells_what_is_due_and_why(practice_office: Path) -> None:
    answer = command("today", "--file", practice_office, *DAY, "--json")
    assert (answer.code, answer.err, answer.plain["day"]) == (0, "", "2026-02-20")
    items = answer.items("due")
    assert items
    assert all(set(item) == {*items[0]} for item in items)
    assert all(item["what"] and item["name"] for item in items)
    shown = command("today", "--file", practice_office, *DAY).out
    assert shown.startswith("2026-02-20: ")


def test_the_registry_is_that_of_the_day(office: Path) -> None:
    rows = command("registry", "--file", office, *DAY, "--json").items("endorsements")
    assert {row["status"] for row in rows} == {"active"}
    assert (
        command("registry", "--status", "inactive", "--file", office, *DAY, "--json").items(
            "endorsements"
        )
        == []
    )
    early = command("registry", "--file", office, "--as-of", "2018-12-31", "--json")
    assert [row["name"] for row in early.items("endorsements")] == ["Ikaika Nāone"]


@pytest.mark.parametrize(("name", "begins"), [("r.csv", b"\xef\xbb\xbfName"), ("r.xlsx", b"PK")])
def test_the_registry_is_written_as_a_spreadsheet(
    name: str, begins: bytes, office: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    assert command("registry", "--file", office, "--out", out).code == 0
    assert out.read_bytes().startswith(begins)
    refused(command("registry", "--file", office, "--out", tmp_path / "r.doc"), 2, "r.doc", ".csv")


def test_the_letters_of_a_round_are_written_once_more_the_same(
    office: Path, played_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "letters" / "january"
    words = ("letters", "--round", "2026-01", "--out", out, "--file", office, *DAY)
    letters = command(*words, "--json").items("letters")
    assert [letter["kind"] for letter in letters] == ["approved"]
    kept = next(played_folder.glob("*-approved.pdf")).read_bytes()
    assert Path(str(letters[0]["file"])).read_bytes() == kept
    assert command(*words).code == 0
    none = ("letters", "--round", "2025-01", "--out", out, "--file", office, "--json")
    assert command(*none).items("letters") == []


def test_a_case_that_came_back_is_answered_once_a_round(
    practice_office: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(practice_office, tmp_path / "practice.office"))
    words = ("--out", tmp_path / "out", "--file", path, *DAY, "--json")
    for round_ in ("2025-10", "2025-11", "2025-12", "2026-01"):
        letters = command("letters", "--round", round_, *words).items("letters")
        cases = [letter["case"] for letter in letters]
        assert len(set(cases)) == len(cases)
    assert command("check", "--file", path).code == 0


def test_what_differs_has_its_own_line(practice_office: Path) -> None:
    shown = command("today", "--file", practice_office, *DAY).out.splitlines()
    short = [line for line in shown if "short by" in line]
    assert len({line.partition("short by")[2].split()[0] for line in short}) == len(short)


def test_a_backup_is_an_office_of_its_own(office: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.office"
    made = command("backup", copy, "--file", office, "--json").plain
    assert made["bytes"] == copy.stat().st_size
    assert command("check", "--file", copy).code == 0
    seals = [
        command("journal", "verify", "--file", file, "--json").plain for file in (office, copy)
    ]
    assert seals[0] == seals[1]
    refused(command("backup", copy, "--file", office), 2, "copy.office")
    refused(command("backup", tmp_path / "no" / "x.office", "--file", office), 1, "x.office")


def test_the_doctor_looks_at_the_computer_and_the_office(office: Path) -> None:
    answer = command("doctor", "--file", office, "--json")
    sections = cast("dict[str, object]", answer.plain["sections"])
    assert {"program", "packages", "folders", "office"} <= sections.keys()
    assert "Troubles" in command("doctor").out


def test_the_doctor_tells_of_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "odd.office"
    path.write_bytes(b"x" * 5000)
    answer = command("doctor", "--file", path)
    assert answer.code == 1
    assert "odd.office" in answer.out
