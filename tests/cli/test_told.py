"""How an answer is written: columns, signs that steer a terminal, JSON of every kind of fact."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from decimal import Decimal

import pytest

from coordinator_app.cli.told import Told, plain, printable, table, write
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import phrase


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    lines = table(("name", "since"), [("Nāone", PartialDate(2026, 1)), ("Zoë Åkesson-Peña", None)])
    assert lines == ["name              since", "Nāone             2026-01", "Zoë Åkesson-Peña"]


def test_marks_take_no_place_and_wide_letters_two() -> None:
    decomposed = "Na\u0304one"
    lines = table(("name", "x"), [(decomposed, 1), ("李小龍", 2)])
    assert [line.index(mark) for line, mark in zip(lines[1:], "12", strict=True)] == [9, 5]


def test_nothing_to_show_shows_no_heads() -> None:
    assert table(("name",), []) == []


def test_signs_that_steer_a_terminal_are_not_passed_on() -> None:
    assert printable("Leilani\x1b[2J\r\x07\nKa") == "Leilani\ufffd[2J\ufffd\ufffd Ka"
    assert printable("Kaʻahumanu · Nguyễn") == "Kaʻahumanu · Nguyễn"


def test_every_fact_has_its_plain_form() -> None:
    given = {
        "day": date(2026, 1, 31),
        "month": PartialDate(2026, 1),
        "hours": Decimal("46.50"),
        "why": phrase("policy.none_in_force", day=date(2023, 12, 31)),
        "many": ("a", 1, None, True),
        "set": frozenset({2}),
    }
    assert plain(given) == {
        "day": "2026-01-31",
        "month": "2026-01",
        "hours": "46.50",
        "why": "No policy is in force on 2023-12-31.",
        "many": ["a", 1, None, True],
        "set": [2],
    }


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_json_is_written_in_what_the_reader_can_read(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    write(Told({"name": "Kaʻahumanu"}, []), as_json=True)
    assert json.loads(raw.getvalue().decode(encoding)) == {"name": "Kaʻahumanu"}


def test_lines_are_written_even_where_a_letter_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    write(Told(None, ["Kaʻahumanu"]), as_json=False)
    assert raw.getvalue().split() == [b"Ka?ahumanu"]
