"""What holds for all commands: where words may stand, exit codes, one sentence, JSON and only JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coordinator_app.cli.main import commands
from coordinator_app.services.desk import make_office
from coordinator_app.services.office import OfficeDraft
from tests.helpers.command import command, refused
from tests.helpers.whole_file import values_of

_ASKING = ("today", "registry", "check", "journal show", "journal verify", "policy list")


def test_help_lists_every_command_and_none_that_cannot_be_run() -> None:
    shown = command("--help")
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.partition("commands:")[2].splitlines()
    listed = {line.split()[0] for line in lines if line.startswith("    ")}
    firsts = {one.name.split()[0] for one in commands()}
    assert listed - {"COMMAND"} == firsts
    assert not listed & {"screens", "self-test"}


@pytest.mark.parametrize("name", [one.name for one in commands()])
def test_every_command_has_its_own_help(name: str) -> None:
    shown = command(*name.split(), "--help")
    assert (shown.code, shown.err) == (0, "")
    assert f"coordinator {name}" in shown.out
    assert "--json" in shown.out


def test_the_version_is_told() -> None:
    assert command("--version").out.startswith("coordinator 0.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--help"),
        (["--json"], "--help"),
        (["tday"], "tday"),
        (["policy"], "COMMAND"),
        (["today"], "--file OFFICE"),
        (["today", "--file", "nowhere.office"], "nowhere.office"),
        (["today", "--as-of", "20260131"], "20260131"),
        (["--passphrase-fd", "x", "today"], "x"),
        (["policy", "list", "--as-of", "2026-01-01"], "--as-of"),
        (["--as-of", "2026-01-01", "policy", "list"], "policy list"),
        (["registry", "--status", "lapsed"], "lapsed"),
        (["letters", "--round", "2026-13", "--out", "x"], "2026-13"),
        (["journal", "show", "--limit", "-3"], "-3"),
        (["undo", "--dry"], "--dry"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_two(words: list[str], said: str) -> None:
    refused(command(*words), 2, said)


@pytest.mark.parametrize("name", _ASKING)
def test_words_for_all_commands_may_stand_before_or_after(name: str, office: Path) -> None:
    options = ["--file", str(office), "--json"]
    before = command(*options, *name.split())
    after = command(*name.split(), *options)
    split = command("--json", *name.split(), "--file", office)
    assert before.plain == after.plain == split.plain
    assert {before.code, after.code, split.code} <= {0, 1}
    assert before.err == ""


def test_the_word_said_last_holds(office: Path) -> None:
    first = ("--as-of", "2025-01-01", "today", "--as-of", "2026-02-20")
    assert command("--file", office, *first, "--json").plain["day"] == "2026-02-20"


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Honolulu"])
def test_the_day_told_is_today_but_the_journal_keeps_the_real_moment(
    zone: str, workbook: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.office"
    draft = OfficeDraft("Far", "Far", "Kalani Akau", time_zone=zone)
    make_office(path, draft, clock=lambda: datetime(2026, 1, 1, 12, tzinfo=UTC)).close()
    day = ("--file", path, "--as-of", "2026-02-20", "--json")
    assert command("today", *day).plain["day"] == "2026-02-20"
    before = datetime.now(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0)
    assert command("import", workbook, "--sheet", "REGISTRY", *day).code == 0
    rows = command("journal", "show", "--limit", "1", "--file", path, "--json").items("entries")
    written = datetime.fromisoformat(str(rows[0]["at"])).replace(tzinfo=None)
    assert before <= written <= datetime.now(ZoneInfo(zone)).replace(tzinfo=None)
    assert values_of(path, "import_file", "read_on") == {"2026-02-20"}


def test_a_new_office_begins_on_the_day_told(workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.office"
    assert command("import", workbook, "--file", path, "--as-of", "2026-02-20").code == 0
    assert values_of(path, "policy", "adopted_on") == {"2026-02-20"}
