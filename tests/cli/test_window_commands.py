"""`screens` and `self-test`: what the command line asks of the window it is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from coordinator_app.cli.window import Window
from coordinator_app.domain.phrases import phrase
from coordinator_app.services.trial import FilesTrial, Tried, tried
from tests.helpers.command import command, refused
from tests.helpers.practice import practice_file


class Drawn:
    """A window that notes what it was asked to draw, and draws one page of nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path | None, str, float, tuple[int, int], date | None]] = []

    def draw(
        self,
        out: Path,
        *,
        file: Path | None,
        theme: str,
        scale: float,
        size: tuple[int, int],
        as_of: date | None,
    ) -> Sequence[Path]:
        self.asked.append((file, theme, scale, size, as_of))
        made = out / "today.png"
        made.write_bytes(b"")
        return [made]

    def well(self, folder: Path, today: date) -> Iterable[Tried]:
        assert folder.is_dir()
        assert today == date(2026, 2, 20)
        yield Tried(phrase("trial.letter"), None)

    def badly(self, folder: Path, today: date) -> Iterable[Tried]:
        yield from self.well(folder, today)
        yield Tried(phrase("trial.copy"), phrase("trial.broken", kind="OSError", text="no room"))


def test_screens_are_drawn_as_asked_for(office: Path, tmp_path: Path) -> None:
    drawn = Drawn()
    window = Window(drawn.draw, drawn.well)
    out = tmp_path / "new" / "folder"
    words = ("--theme", "dark", "--scale", "1.5", "--size", "1100x700", "--json")
    answer = command("screens", "--out", out, "--file", office, *words, window=window)
    assert answer.plain == {"folder": str(out), "screens": [str(out / "today.png")]}
    plain = command("screens", "--out", out, "--as-of", "2026-02-20", window=window)
    assert "today.png" in plain.out
    assert drawn.asked == [
        (office, "dark", 1.5, (1100, 700), None),
        (None, "light", 1.0, (1440, 900), date(2026, 2, 20)),
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
    words = ("self-test", "--as-of", "2026-02-20")
    good = command(*words, window=Window(drawn.draw, drawn.well))
    assert (good.code, good.err) == (0, "a letter as PDF: well\n")
    answer = command(*words, "--json", window=Window(drawn.draw, drawn.badly))
    assert answer.code == 1
    assert answer.items("tried")[1]["fault"] == "it failed (OSError no room)"
    assert "no room" in answer.err


def test_the_files_are_tried_for_real(tmp_path: Path) -> None:
    practice_file(tmp_path)
    trial = FilesTrial(tmp_path, date(2026, 2, 20))
    for act in (trial.letter, trial.workbook, trial.copy, trial.old):
        assert tried("trial.letter", act).fault is None


def test_without_an_office_nothing_else_is_tried(tmp_path: Path) -> None:
    (tmp_path / "practice.office").write_bytes(b"")
    found = list(FilesTrial(tmp_path, date(2026, 2, 20)).all())
    assert [one.fault.code for one in found if one.fault] == ["file.exists"]


def test_what_breaks_is_a_fault_and_no_traceback() -> None:
    def act() -> None:
        raise ImportError("openpyxl")

    fault = tried("trial.letter", act).fault
    assert fault is not None
    assert dict(fault.facts) == {"kind": "ImportError", "text": "openpyxl"}


def test_without_a_window_there_is_no_such_command(tmp_path: Path) -> None:
    refused(command("screens", "--out", tmp_path), 2, "screens")
    listed = command("--help", window=Window(Drawn().draw, Drawn().well)).out
    assert "self-test" in listed
