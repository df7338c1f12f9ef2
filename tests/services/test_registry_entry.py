"""What a decision puts on the registry, and that nobody sanctioned is ever on an active list."""

from __future__ import annotations

from datetime import date

import pytest

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.registry_moves import RegistryEntry
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.services.desk import Desk
from tests.helpers.builders import (
    PAID,
    Clock,
    an_endorsed,
    decidable,
    decided,
    logged,
)

DECIDED = date(2026, 2, 10)


def on_list(desk: Desk, as_of: date, **filters: str) -> tuple[EndorsementRow, ...]:
    return desk.registry.list(ListQuery(filters=filters), as_of).rows


def names(desk: Desk, as_of: date, status: str = "active") -> list[str]:
    return [one.name for one in on_list(desk, as_of, status=status)]


def sanction(desk: Desk, person: int, on: date) -> None:
    held = on_list(desk, on, person=str(person))
    desk.registry.move(held[0].id, "inactive", "sanctioned", on, "board's letter of that day")


def test_approved_without_exam_is_on_the_active_registry_from_the_decisions_day(desk: Desk) -> None:
    case = decided(desk, "approve", on=DECIDED)
    person = desk.cases.card(case).row.person_id
    assert names(desk, date(2026, 2, 9)) == ["Keoni Akana"]
    assert names(desk, DECIDED) == ["Keoni Akana", "Leilani Kahananui"]
    found = on_list(desk, DECIDED, person=str(person))[0]
    assert (found.category, found.credential, found.reason) == ("IFA", "IMH-E®", "endorsed")
    assert (found.since, found.status_since) == (PartialDate.of(DECIDED), DECIDED)
    assert not found.imported


@pytest.mark.parametrize("kind", ["defer", "deny"])
def test_no_other_decision_puts_anybody_on_the_registry(desk: Desk, kind: str) -> None:
    case = decided(desk, kind)
    assert on_list(desk, DECIDED, person=str(desk.cases.card(case).row.person_id)) == ()


def test_who_holds_the_category_actively_is_not_endorsed_in_it_again(desk: Desk) -> None:
    person = an_endorsed(desk, "Leilani Kahananui", "IFA")
    case = decidable(desk, person)
    before = desk.history.last()
    with pytest.raises(RuleBroken, match=r"endorsement\.held_already"):
        desk.decisions.decide(case, "approve", DECIDED)
    assert desk.history.last() == before
    assert desk.cases.card(case).row.state == "in_review"


def test_somebody_sanctioned_starts_inactive(desk: Desk) -> None:
    person = an_endorsed(desk, "Leilani Kahananui", "IFS")
    case = decidable(desk, person)
    sanction(desk, person, date(2026, 2, 5))
    desk.decisions.decide(case, "approve", DECIDED)
    assert names(desk, DECIDED) == ["Keoni Akana"]
    held = on_list(desk, DECIDED, person=str(person))
    assert {one.category: (one.status, one.reason) for one in held} == {
        "IFS": ("inactive", "sanctioned"),
        "IFA": ("inactive", "sanctioned"),
    }


def test_a_sanction_moves_all_and_its_end_gives_all_back(desk: Desk, clock: Clock) -> None:
    person = an_endorsed(desk, "Leilani Kahananui", "IFS")
    desk.registry.add_by_hand(person, RegistryEntry("IMHS", PartialDate(2024, 5)))
    sanction(desk, person, date(2026, 2, 5))
    assert names(desk, date(2026, 2, 4)) == ["Leilani Kahananui"] * 2
    assert names(desk, date(2026, 2, 5)) == []
    clock.day = date(2026, 6, 1)
    held = on_list(desk, clock.day, person=str(person))
    with pytest.raises(RuleBroken, match=r"move\.sanction_lasts"):
        desk.registry.move(held[0].id, "active", "reactivated", clock.day)
    desk.registry.move(held[0].id, "active", "sanction_lifted", clock.day, "board's letter")
    assert names(desk, clock.day) == ["Leilani Kahananui"] * 2
    assert names(desk, date(2026, 5, 31)) == []


def test_who_passed_the_exam_is_endorsed_from_the_result(desk: Desk) -> None:
    case = logged(desk, category="IMHS")
    desk.applications.accept(case, PAID, date(2026, 1, 5))
    desk.applications.submit(case, date(2026, 1, 31), override_reason="by board")
    desk.decisions.decide(case, "approve_to_sit", DECIDED, override_reason="by board")
    assert names(desk, DECIDED) == []
    sat, told = date(2026, 4, 30), date(2026, 5, 20)
    desk.decisions.record_exam(case, sat, passed=True, source="the Alliance", on=told)
    assert names(desk, date(2026, 5, 19)) == []
    assert names(desk, told) == ["Leilani Kahananui"]


def test_an_active_endorsement_in_spite_of_a_sanction_is_found_by_the_check(doubtful: Desk) -> None:
    person = an_endorsed(doubtful, "Leilani Kahananui", "IFS")
    doubtful.registry.add_by_hand(person, RegistryEntry("IMHS", PartialDate(2024, 5)))
    with doubtful.people.store.write("Wrong") as tx:
        tx.insert("move", {"endorsement_id": 1, "day": "2026-02-01", "target": "inactive", "reason": "sanctioned"})  # fmt: skip
    assert [one.code for one in doubtful.checks.report().faults] == ["check.sanctioned_active"]


def test_an_endorsement_on_no_registry_is_found_by_the_check(doubtful: Desk) -> None:
    with doubtful.people.store.write("Wrong") as tx:
        tx.insert(
            "endorsement",
            {
                "person_id": tx.insert(
                    "person", {"name": "X", "fold": "x", "sort_fold": "x", "imported": 0}
                ),
                "category": "IFA",
                "credential": "IMH-E®",
                "source": "by_hand",
                "imported": 0,
            },
        )
    assert [one.code for one in doubtful.checks.report().faults] == ["check.no_registry"]


def test_an_endorsement_is_on_exactly_one_registry_on_every_day(desk: Desk, clock: Clock) -> None:
    person = an_endorsed(desk, "Leilani Kahananui", "IFS", since=date(2025, 3, 1))
    clock.day = date(2026, 3, 1)
    for day, to, reason in (
        (date(2025, 6, 1), "inactive", "own_request"),
        (date(2025, 9, 1), "active", "reactivated"),
        (date(2026, 1, 1), "inactive", "lapsed"),
    ):
        desk.registry.move(1, to, reason, day)
    told = {
        date(2025, 2, 28): [],
        date(2025, 3, 1): ["active"],
        date(2025, 5, 31): ["active"],
        date(2025, 6, 1): ["inactive"],
        date(2025, 9, 1): ["active"],
        date(2026, 1, 1): ["inactive"],
    }
    for day, expected in told.items():
        assert [one.status for one in on_list(desk, day, person=str(person))] == expected, day


def test_the_registry_is_listed_in_the_order_of_folded_family_names(desk: Desk) -> None:
    for name in ("Ōmura Kai", "ʻAukai Nālani", "Zoe Ah Sing", "Kalaniʻōpuʻu", "O'Neill Ana"):
        an_endorsed(desk, name)
    page = desk.registry.list(ListQuery(filters={"status": "active"}, limit=3))
    assert page.total == 5
    assert len(page.rows) == 3
    everybody = [one.name for one in desk.registry.list(ListQuery(limit=None)).rows]
    assert everybody == ["O'Neill Ana", "Ōmura Kai", "Kalaniʻōpuʻu", "ʻAukai Nālani", "Zoe Ah Sing"]


def test_a_person_is_found_on_the_registry_by_any_spelling(desk: Desk) -> None:
    an_endorsed(desk, "Kalaniʻōpuʻu Akana")
    an_endorsed(desk, "Noa Souza")
    found = desk.registry.list(ListQuery(text="KALANI'OPU")).rows
    assert [one.name for one in found] == ["Kalaniʻōpuʻu Akana"]
