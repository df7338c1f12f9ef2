"""`dates`: round, reply day and first exam day of a submission."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.command import command, refused


@pytest.mark.parametrize(
    ("submitted", "round_", "reply", "exam"),
    [
        ("2026-01-31", "2026-01", "2026-02-28", "2026-04-30"),
        ("2028-01-15", "2028-01", "2028-02-29", "2028-04-30"),
        ("2026-11", "2026-11", "2026-12-31", "2027-02-28"),
    ],
)
def test_a_submission_gives_its_round_and_days(
    submitted: str, round_: str, reply: str, exam: str
) -> None:
    plain = command("dates", submitted, "--json").plain
    assert (plain["round"], plain["reply_due"], plain["exam_from"]) == (round_, reply, exam)
    shown = command("dates", submitted)
    assert shown.code == 0
    assert all(day in shown.out for day in (round_, reply, exam))


def test_a_day_before_the_first_policy_is_refused_by_a_rule() -> None:
    refused(command("dates", "2023-12-31"), 1, "No policy", "2023-12-31")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2026-02-30"], "2026-02-30"),
        (["yesterday"], "yesterday"),
        (["2026"], "month"),
        (["2026-01-31", "--policy", "alliance-2052"], "alliance-2025"),
        ([], "SUBMITTED"),
        (["2026-01-31", "--as-of", "2026-01-31"], "--as-of"),
    ],
)
def test_a_wrong_word_is_wrong_usage(words: list[str], said: str) -> None:
    refused(command("dates", *words), 2, said)


def test_another_shipped_policy_may_be_asked_for() -> None:
    plain = command("dates", "2026-01-31", "--policy", "alliance-2025", "--json").plain
    assert str(plain["policy"]).startswith("aimh-hi-2024-01+alliance-2025@")
    refused(command("dates", "2024-06-01", "--policy", "alliance-2025"), 1, "2025-01-01")


def test_the_office_answers_by_the_policies_it_has_adopted(office: Path) -> None:
    plain = command("dates", "2026-01-31", "--file", office, "--json").plain
    shipped = command("dates", "2026-01-31", "--json").plain
    assert plain == shipped
    version = str(plain["policy"])
    assert command("dates", "2026-01-31", "--file", office, "--policy", version).code == 0
