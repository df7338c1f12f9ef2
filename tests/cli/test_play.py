"""`play`: the first case without a window, and what it leaves in the folder."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.command import command, refused


def test_the_case_ends_on_the_active_registry_with_its_letter_sent(played_folder: Path) -> None:
    told = json.loads((played_folder / "summary.json").read_text(encoding="utf-8"))
    assert (told["state"], told["endorsed_on_active_registry"]) == ("endorsed", True)
    assert told["answered_on"] == "2026-02-20" <= told["reply_due"]
    assert set(told["findings"].values()) == {"met"}
    assert (told["check_faults"], told["overrides"]) == (0, 0)
    letters = [name for name in told["files"] if name.endswith("-approved.pdf")]
    assert len(letters) == 1
    assert (played_folder / letters[0]).read_bytes().startswith(b"%PDF-")
    assert told["name"] in (played_folder / "registry.csv").read_text(encoding="utf-8-sig")


def test_the_office_it_leaves_holds_and_says_the_same(played_folder: Path) -> None:
    file = played_folder / "first-case.office"
    assert command("check", "--file", file).code == 0
    day = ("--as-of", "2026-02-20")
    active = command("registry", "--status", "active", "--file", file, *day, "--json")
    assert "Leilani Kaʻahumanu-Nguyễn" in {row["name"] for row in active.items("endorsements")}
    before = command("registry", "--file", file, "--as-of", "2025-12-31", "--json")
    assert "Leilani Kaʻahumanu-Nguyễn" not in {row["name"] for row in before.items("endorsements")}


def test_every_step_of_the_case_is_in_the_journal(played_folder: Path) -> None:
    file = played_folder / "first-case.office"
    shown = command("journal", "show", "--limit", "500", "--file", file, "--json").items("entries")
    assert {entry["action"] for entry in shown} >= {
        "Make office",
        "Import workbook",
        "Log application",
        "Accept application",
        "Enter evidence",
        "Verify evidence",
        "Name rater",
        "Ask rater",
        "Remind rater",
        "Record rating",
        "Replace rater",
        "Accept rating",
        "Submit application",
        "Assign reviewer",
        "Record review",
        "Decide",
        "Issue letter",
        "Mark letter sent",
        "Add note",
        "Add to-do",
        "Finish to-do",
    }


def test_a_folder_is_played_into_once(played_folder: Path) -> None:
    refused(command("play", "--out", played_folder), 2, "first-case.office")


def test_a_day_before_the_rules_is_refused(tmp_path: Path) -> None:
    refused(command("play", "--out", tmp_path / "x", "--as-of", "2024-05-01"), 2, "2025-10-01")
    assert not (tmp_path / "x").exists()


def test_the_first_day_it_can_be_played_on_is_the_one_it_names(tmp_path: Path) -> None:
    assert command("play", "--out", tmp_path / "x", "--as-of", "2025-10-01").code == 0
