"""`policy list`, `policy show`, `policy check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from coordinator_app.runtime import paths
from coordinator_app.services.policies import default_policy
from tests.helpers.command import command, refused

SHIPPED = sorted(paths.policies_folder().glob("*.toml"))


def test_the_shipped_policies_are_listed_without_an_office() -> None:
    answer = command("policy", "list", "--json")
    listed = {one["id"]: one["default"] for one in answer.items("shipped")}
    assert set(listed) == {path.stem for path in SHIPPED}
    assert [id for id, default in listed.items() if default] == ["aimh-hi-2024-01"]
    assert answer.items("adopted") == []


def test_an_office_lists_what_it_has_adopted(office: Path) -> None:
    adopted = command("policy", "list", "--file", office, "--json").items("adopted")
    assert [one["version"] for one in adopted] == [default_policy().version]
    assert "adopted" in command("policy", "list", "--file", office).out


def test_a_policy_is_shown_whole() -> None:
    answer = command("policy", "show", "aimh-hi-2024-01", "--json")
    assert answer.plain["digest"] == default_policy().digest
    shown = command("policy", "show").out
    assert "not set" in shown
    assert "to confirm" in shown
    assert "calendar.reply_months" in shown


def test_a_change_is_shown_on_the_default_policy() -> None:
    changed = command("policy", "show", "alliance-three-year-renewal", "--json").plain
    assert changed["changes"] == ["alliance-three-year-renewal"]
    refused(command("policy", "show", "nobodys"), 2, "nobodys", "aimh-hi-2024-01")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_pack_is_sound(path: Path) -> None:
    answer = command("policy", "check", path)
    assert (answer.code, answer.err) == (0, "")
    assert path.name in answer.out


def test_a_wrong_pack_is_refused_with_file_line_and_reason(tmp_path: Path) -> None:
    lines = SHIPPED[0].read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if line.startswith("kind ="))
    lines[at - 1] = 'kind = "wish"'
    path = tmp_path / "wrong.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    refused(command("policy", "check", path), 2, "wrong.toml", f"line {at}", "wish")


def test_a_change_that_does_not_fit_is_a_wrong_file(tmp_path: Path) -> None:
    text = (paths.policies_folder() / "alliance-2025.toml").read_text(encoding="utf-8")
    path = tmp_path / "early.toml"
    path.write_text(text, encoding="utf-8")
    assert command("policy", "check", path).code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "line"), (b"a = [", "line"), (b"\xff\xfe", "UTF-8"), (b"#" * 2_000_001, "2000000")],
)
def test_what_is_no_policy_file_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    refused(command("policy", "check", path), 2, "odd.toml", said)
    refused(command("policy", "check", tmp_path), 2, tmp_path.name)
