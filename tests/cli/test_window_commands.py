"""`screens` and `self-test`: what the command line asks of the window it is given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from coordinator_app.cli.window import Window
from tests.helpers.command import command, refused


class Drawn:
    """A window that notes what it was asked to draw, and draws one page of nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, str, float, tuple[int, int]]] = []

    def draw(
        self, path: Path, out: Path, *, theme: str, scale: float, size: tuple[int, int]
    ) -> Sequence[Path]:
        self.asked.append((path, theme, scale, size))
        made = out / "today.png"
        made.write_bytes(b"")
        return [made]

    def well(self) -> Sequence[tuple[str, str]]:
        return [("window", ""), ("letter", "")]

    def badly(self) -> Sequence[tuple[str, str]]:
        return [("window", ""), ("letter", "no typeface")]


def test_screens_are_drawn_as_asked_for(office: Path, tmp_path: Path) -> None:
    drawn = Drawn()
    window = Window(drawn.draw, drawn.well)
    out = tmp_path / "new" / "folder"
    words = ("--theme", "dark", "--scale", "1.5", "--size", "1100x700", "--json")
    answer = command("screens", "--out", out, "--file", office, *words, window=window)
    assert answer.plain == {"folder": str(out), "screens": [str(out / "today.png")]}
    plain = command("screens", "--out", out, "--file", office, window=window)
    assert "today.png" in plain.out
    assert drawn.asked == [
        (office, "dark", 1.5, (1100, 700)),
        (office, "light", 1.0, (1440, 900)),
    ]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--scale", "0"),
        ("--scale", "9"),
        ("--scale", "x"),
        ("--size", "1440"),
        ("--size", "10x10"),
        ("--theme", "blue"),
    ],
)
def test_a_size_no_screen_has_is_wrong_usage(
    option: str, value: str, office: Path, tmp_path: Path
) -> None:
    drawn = Drawn()
    words = ("screens", "--out", tmp_path, "--file", office, option, value)
    refused(command(*words, window=Window(drawn.draw, drawn.well)), 2, value)
    assert drawn.asked == []


def test_a_fault_found_by_the_self_test_is_told_with_exit_code_one() -> None:
    drawn = Drawn()
    assert command("self-test", window=Window(drawn.draw, drawn.well)).code == 0
    answer = command("self-test", "--json", window=Window(drawn.draw, drawn.badly))
    assert answer.code == 1
    assert answer.items("tried")[1] == {"what": "letter", "fault": "no typeface"}
    assert "no typeface" in command("self-test", window=Window(drawn.draw, drawn.badly)).out


def test_without_a_window_there_is_no_such_command(tmp_path: Path) -> None:
    refused(command("screens", "--out", tmp_path), 2, "screens")
    listed = command("--help", window=Window(Drawn().draw, Drawn().well)).out
    assert "self-test" in listed
