"""`exam list`, `exam pair`, `exam packets`: by code, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.builders import Clock, an_office
from tests.helpers.command import command, refused
from tests.helpers.exams import answered, enrolled, seated
from tests.helpers.files import quick_folder

THREE = ("Leilani Kahananui", "Keoni Māhoe", "Pualani Souza")
DAY = ("--as-of", "2026-04-30")


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as found:
        yield found


@pytest.fixture
def office(folder: Path) -> Path:
    """An office with a sitting whose answers are entered."""
    clock = Clock()
    desk = an_office(folder, clock)
    enrolled(desk)
    answered(desk, seated(desk, clock, THREE))
    desk.close()
    return desk.path


def test_sittings_are_listed_with_their_counts(office: Path) -> None:
    answer = command("exam", "list", "--file", office, *DAY, "--json")
    assert answer.code == 0
    (row,) = answer.items("sittings")
    assert (row["title"], row["candidates"], row["papers"]) == ("April 2026 sitting", 3, 3)
    assert "April 2026 sitting" in command("exam", "list", "--file", office, *DAY).out


def test_pairs_are_first_shown_then_written_the_same_for_the_same_seed(office: Path) -> None:
    asked = ("exam", "pair", "--file", office, *DAY, "--sitting", "1", "--seed", "7")
    first = command(*asked, "--dry-run", "--json")
    assert command(*asked, "--dry-run", "--json").out == first.out
    written = command(*asked, "--json")
    assert (written.code, written.plain["seed"]) == (0, 7)
    assert len(written.items("pairs")) == 3
    assert not any(name in written.out for name in THREE)
    refused(command(*asked), 1, "two scorers")


def test_packets_are_searched_then_released_into_a_folder(office: Path, folder: Path) -> None:
    base = ("--file", office, *DAY, "--sitting", "1")
    command("exam", "pair", *base, "--seed", "7")
    searched = command("exam", "packets", *base, "--json")
    assert searched.code == 0
    assert {one["verdict"] for one in searched.items("packets")} == {"clean"}
    released = command("exam", "packets", *base, "--out", folder / "out", "--json")
    assert released.code == 0, released.err
    assert len([one for one in (folder / "out").rglob("*.pdf")]) == 6
    refused(command("exam", "packets", *base, "--out", folder / "out"), 2, "empty")


def test_an_unknown_sitting_is_refused(office: Path) -> None:
    answer = command("exam", "packets", "--file", office, *DAY, "--sitting", "9")
    assert answer.code == 2
