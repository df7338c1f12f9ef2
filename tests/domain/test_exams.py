"""Who may sit, when scores agree, what the result is: by the policy's numbers, or not said."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.exams import (
    Seeker,
    Verdict,
    by_third,
    obstacles,
    outcome,
    retake_from,
    verdict,
)
from coordinator_app.domain.imports_sheets import RawCell, RawRow, RawSheet, RawWorkbook
from coordinator_app.domain.papers import (
    LETTERS,
    Form,
    Task,
    check_letter,
    draw_code,
    read_code,
    shown_code,
)
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.score_cells import read_scores
from coordinator_app.services.policies import default_policy

FORM = Form("2026-1", (Task("Vignette 1", 50), Task("Vignette 2", 50)), 60)
UNSET = default_policy()


def a_policy(**rules: object) -> Policy:
    return default_policy({f"exam.{key}": value for key, value in rules.items()})  # pyright: ignore[reportArgumentType]


# --- codes ------------------------------------------------------------------------------------

EIGHT = st.text(LETTERS, min_size=8, max_size=8)


@given(EIGHT, st.integers(0, 8), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_noticed(eight: str, place: int, other: str) -> None:
    plain = shown_code(eight).replace("-", "")
    changed = plain[:place] + other + plain[place + 1 :]
    if changed != plain:
        with pytest.raises(BadInput):
            read_code(changed)


@given(EIGHT)
def test_a_code_is_read_however_it_is_typed(eight: str) -> None:
    code = shown_code(eight)
    assert read_code(f" {code.lower()} ") == read_code(code.replace("-", " ")) == code


def test_ten_thousand_codes_differ_and_hang_on_no_order() -> None:
    codes = [draw_code() for _ in range(10_000)]
    assert len(set(codes)) == 10_000
    ranks = {code: place for place, code in enumerate(sorted(codes))}
    n = len(codes)
    apart = sum((place - ranks[code]) ** 2 for place, code in enumerate(codes))
    rho = 1 - 6 * apart / (n * (n * n - 1))
    assert abs(rho) <= 0.04, "four standard deviations; an order would give 1"
    assert len(Counter("".join(codes)) - Counter({"-": 99_999})) == 30


def test_letters_that_are_taken_for_one_another_are_not_drawn() -> None:
    assert len(LETTERS) == 30
    assert not set("0O1ILS") & set(LETTERS)
    assert check_letter("22222222") in LETTERS


# --- who may sit ------------------------------------------------------------------------------


def seeker(**more: object) -> Seeker:
    known: dict[str, object] = {
        "state": "to_sit",
        "submitted": PartialDate(2026, 1, 31),
        "valid_until": date(2027, 2, 28),
    }
    return Seeker(1, **(known | more))  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("day", "more", "codes"),
    [
        (date(2026, 4, 30), {}, []),
        (date(2026, 4, 24), {}, []),
        (date(2026, 4, 23), {}, ["exam.too_early"]),
        (date(2027, 2, 28), {}, []),
        (date(2027, 3, 1), {}, ["barred.approval_over"]),
        (date(2026, 4, 30), {"state": "endorsed"}, ["barred.not_approved"]),
        (date(2026, 9, 1), {"state": "not_passed"}, ["exam.retake_unset"]),
        (
            date(2026, 9, 1),
            {"state": "not_passed", "retake_from": date(2026, 9, 2)},
            ["exam.retake_early"],
        ),
        (date(2026, 9, 2), {"state": "not_passed", "retake_from": date(2026, 9, 2)}, []),
        (date(2026, 9, 2), {"submitted": None}, ["exam.earliest_unknown"]),
    ],
)
def test_what_keeps_somebody_from_a_sitting(
    day: date, more: dict[str, object], codes: list[str]
) -> None:
    assert [one.code for one in obstacles(seeker(**more), day, UNSET)] == codes


# --- scores -----------------------------------------------------------------------------------


def stands(policy: Policy, *totals: int | None) -> tuple[str, Decimal | None]:
    given = {
        seat: None if one is None else Decimal(one)
        for seat, one in zip("ABC", totals, strict=False)
    }
    found = outcome(given, FORM, policy)
    return found.state, found.points


TEN = a_policy(tolerance=Decimal(10))
MARKED = a_policy(tolerance=Decimal(10), part_two_pass_percent=Decimal(70))


@pytest.mark.parametrize(
    ("policy", "totals", "expected"),
    [
        (TEN, (None, None), ("waiting", None)),
        (TEN, (80, None), ("waiting", None)),
        (TEN, (80, 70), ("agree", Decimal(75))),
        (TEN, (80, 69), ("disagree", None)),
        (UNSET, (80, 80), ("undecided", None)),
        (MARKED, (74, 69), ("disagree", None)),
        (MARKED, (74, 70), ("agree", Decimal(72))),
        (MARKED, (69, 60), ("agree", Decimal("64.5"))),
        (MARKED, (90, 60, None), ("third_waiting", None)),
        (MARKED, (90, 60, 80), ("undecided", None)),
        (a_policy(tolerance=Decimal(1), third_scorer="third_decides"), (90, 60, 80), ("agree", Decimal(80))),
        (a_policy(tolerance=Decimal(1), third_scorer="closest_two"), (90, 60, 80), ("agree", Decimal(85))),
    ],
)  # fmt: skip
def test_where_a_paper_stands(
    policy: Policy, totals: tuple[int | None, ...], expected: tuple[str, Decimal | None]
) -> None:
    assert stands(policy, *totals) == expected


def test_what_a_third_score_does() -> None:
    first, second, third = Decimal(90), Decimal(60), Decimal(75)
    assert by_third(first, second, third, "closest_two") == Decimal("82.5"), "as close: the higher"
    assert by_third(first, second, third, "mean_of_three") == Decimal(75)
    assert by_third(first, second, third, None) is None


def test_a_result_is_told_a_part_and_not_where_a_mark_is_unset() -> None:
    marks = a_policy(part_one_pass_percent=Decimal(80), part_two_pass_percent=Decimal(70))
    assert verdict(Decimal(70), 48, FORM, marks) == Verdict(True, True)
    assert verdict(Decimal("69.99"), 48, FORM, marks) == Verdict(True, False)
    failed = verdict(Decimal(90), 47, FORM, marks)
    assert failed == Verdict(False, True)
    assert failed is not None
    assert not failed.passed
    assert verdict(Decimal(90), 48, FORM, UNSET) is None
    assert verdict(Decimal(90), None, FORM, marks) is None
    assert verdict(Decimal(90), None, Form("2", FORM.tasks), marks) == Verdict(None, True)


def test_the_retake_day_is_the_policys_or_unknown() -> None:
    assert retake_from(date(2026, 8, 31), UNSET) is None
    assert retake_from(date(2026, 8, 31), a_policy(retake_months=6)) == date(2027, 2, 28)


# --- score sheets, cell by cell ---------------------------------------------------------------

CODE = shown_code("9B6TEH64")
HEAD = ("Paper", "Scorer", "Task", "Most points", "Points", "Comment")


def book(*rows: tuple[str, ...]) -> RawWorkbook:
    made = tuple(
        RawRow(
            n,
            tuple(
                RawCell(f"{'ABCDEF'[c]}{n}", n, c + 1, text) for c, text in enumerate(row) if text
            ),
        )
        for n, row in enumerate((HEAD, *rows), start=1)
    )
    return RawWorkbook("back.xlsx", "xlsx", "", (RawSheet("Scores", "visible", made),))


def told(*rows: tuple[str, ...]) -> tuple[list[str], int]:
    found = read_scores(book(*rows), {(CODE, "A"): FORM})
    return [one.code for one in found.refused], len(found.scores)


ONE, TWO = (CODE, "A", "Vignette 1", "50"), (CODE, "a", "vignette 2 ", "50")


def test_a_whole_paper_is_read_with_its_comments() -> None:
    found = read_scores(book((*ONE, "40,5", "Well told."), (*TWO, "31")), {(CODE, "A"): FORM})
    assert found.refused == ()
    assert found.scores[0].points == (Decimal("40.5"), Decimal(31))
    assert found.scores[0].comment == "Well told."


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([(*ONE, "40")], ["sheet.task_missing"]),
        ([(*ONE, "40"), TWO], ["sheet.points_missing"]),
        ([(*ONE, "40"), (*ONE, "41")], ["sheet.task_twice"]),
        ([(*ONE, "NaN"), (*TWO, "1")], ["sheet.not_points"]),
        ([("9B6T-EH64-2", "A", "Vignette 1", "", "4")], ["sheet.not_a_code"]),
        ([(CODE, "B", "Vignette 1", "50", "4")], ["sheet.unknown_paper"]),
        ([(CODE, "A", "Vignette 9", "50", "4")], ["sheet.unknown_task"]),
        ([("", "A", "Vignette 1", "50", "4")], ["sheet.not_a_code"]),
        ([ONE, TWO], []),
    ],
)
def test_what_a_sheet_may_not_say(rows: list[tuple[str, ...]], codes: list[str]) -> None:
    assert told(*rows) == (codes, 0)


def test_lines_in_any_order_are_one_paper() -> None:
    lines = [(*ONE, "40"), (*TWO, "31")]
    Random(1).shuffle(lines)
    assert told(*lines) == ([], 1)
