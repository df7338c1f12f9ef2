"""`import`: a real office's workbook into the file, or what would become of it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.helpers.command import Answer, command, refused

COUNTS = ("accepted", "questions", "rejected", "not_data")
FATES = {"accepted": "accepted", "questions": "question", "rejected": "rejected"}


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def counts(answer: Answer) -> dict[str, object]:
    return {name: answer.plain[name] for name in COUNTS}


def test_the_office_is_made_and_every_row_has_one_fate(workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "aimh-hi.office"
    answer = command("import", workbook, "--file", path, "--json")
    assert (answer.code, answer.err) == (0, "")
    rows = answer.items("rows")
    for count, fate in (*FATES.items(), ("not_data", "not_data")):
        assert answer.plain[count] == sum(row["fate"] == fate for row in rows)
    written = sum(row["fate"] in ("accepted", "question") for row in rows)
    assert answer.plain["added"] == written > 100
    assert answer.plain["office_made"] == "aimh hi"
    assert {row["sheet"] for row in rows} == {"Applicants 2025", "REGISTRY"}
    assert all(row["reason"] for row in rows if row["fate"] != "accepted")
    assert not any(row["reason"] for row in rows if row["fate"] == "accepted")


def test_twice_adds_nothing(workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.office"
    assert command("import", workbook, "--file", path).code == 0
    entries = command("journal", "show", "--file", path, "--json").plain
    again = command("import", workbook, "--file", path, "--json")
    assert (again.plain["added"], again.plain["office_made"]) == (0, None)
    assert command("journal", "show", "--file", path, "--json").plain == entries
    assert command("check", "--file", path).code == 0


def test_a_dry_run_writes_nothing(workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.office"
    dry = command("import", workbook, "--file", path, "--dry-run", "--json")
    assert (dry.code, dry.plain["added"], list(tmp_path.iterdir())) == (0, 0, [])
    assert command("import", workbook, "--dry-run", "--json").plain == dry.plain
    wet = command("import", workbook, "--file", path, "--json")
    assert counts(wet) == counts(dry)
    before = digest(path)
    assert command("import", workbook, "--file", path, "--dry-run").code == 0
    assert (digest(path), list(tmp_path.iterdir())) == (before, [path])


def test_a_new_office_is_named_as_told(workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.office"
    named = ("--association", "AIMH HI", "--coordinator", "Kalani Akau")
    told = command("import", workbook, "--file", path, *named)
    assert "AIMH HI" in told.out
    assert "not protected by a passphrase" in told.out
    entries = command("journal", "show", "--file", path, "--json").items("entries")
    assert {entry["who"] for entry in entries} == {"Kalani Akau"}
    refused(command("import", workbook, "--file", path, *named), 2, "--association", "Settings")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such.xlsx"], "no-such.xlsx"),
        (["{book}", "--sheet", "Renewals"], "Renewals"),
        (["{book}", "--mapping", "Email=shoe_size"], "shoe_size"),
        (["{book}", "--mapping", "Shoe=email"], "Shoe"),
        (["{book}", "--mapping", "no-such.toml"], "no-such.toml"),
    ],
)
def test_what_cannot_be_brought_in_leaves_no_office(
    words: list[str], said: str, workbook: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.office"
    given = [word.format(book=workbook) for word in words]
    refused(command("import", *given, "--file", path), 2, said)
    assert not path.exists()


def test_rejected_rows_are_given_back_with_the_reason(workbook: Path, tmp_path: Path) -> None:
    sheet, back = tmp_path / "sheet.csv", tmp_path / "back.xlsx"
    rows = ("Name,Category,Submitted", "Kaleo Akana,IFS,1/31/2026", "Nobody,Wizard,1/31/2026")
    sheet.write_text("\n".join(rows), encoding="utf-8")
    words = ("--file", tmp_path / "a.office", "--returned", back)
    answer = command("import", sheet, *words)
    assert answer.code == 0, answer.err
    assert "back.xlsx" in answer.out
    again = command("import", back, "--dry-run", "--json")
    assert (again.plain["accepted"], again.plain["rejected"]) == (0, 1)
    none = tmp_path / "none.xlsx"
    assert command("import", workbook, *words[:2], "--returned", none).code == 0
    assert not none.exists()


def test_only_the_sheets_asked_for_are_read(workbook: Path) -> None:
    answer = command("import", workbook, "--dry-run", "--sheet", "REGISTRY", "--json")
    assert {row["sheet"] for row in answer.items("rows")} == {"REGISTRY"}


def fields(answer: Answer, sheet: str = "Applicants 2025") -> dict[object, object]:
    found = [one for one in answer.items("columns") if one["sheet"] == sheet]
    return {one["header"]: one["field"] for one in found}


def test_a_mapping_corrects_what_was_guessed(workbook: Path, tmp_path: Path) -> None:
    guessed = fields(command("import", workbook, "--dry-run", "--json"))
    assert guessed["Fee pd"] == "fee"
    pair = command("import", workbook, "--dry-run", "--json", "--mapping", "Fee pd=ignore")
    as_toml, as_json = tmp_path / "m.toml", tmp_path / "m.json"
    as_toml.write_text('"Fee pd" = "ignore"\n', encoding="utf-8")
    as_json.write_text(json.dumps({"Applicants 2025": {"Fee pd": "ignore"}}), encoding="utf-8")
    for answer in (
        pair,
        command("import", workbook, "--dry-run", "--json", "--mapping", as_toml),
        command("import", workbook, "--dry-run", "--json", "--mapping", as_json),
    ):
        assert answer.code == 0, answer.err
        assert fields(answer) == guessed | {"Fee pd": "ignore"}


@pytest.mark.parametrize("content", ["a = ", "[1, 2", '["x"]', '{"Email": 3}', '{"S": {"E": []}}'])
def test_a_mapping_that_is_none_is_named(content: str, workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "mapping.json"
    path.write_text(content, encoding="utf-8")
    refused(command("import", workbook, "--dry-run", "--mapping", path), 2, "mapping.json")
