"""Today is brought up to date after each change, and is then what computing it anew would give."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.registry_moves import RegistryEntry, RenewalDraft
from coordinator_app.persistence import since
from coordinator_app.services import today_kept
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.today import Today
from tests.helpers.builders import Clock, an_endorsed, an_office, logged
from tests.helpers.coordinator import Coordinator
from tests.helpers.files import quick_folder
from tests.helpers.practice import practice_file
from tests.helpers.today_in_full import counted, in_full


def is_what_computing_anew_gives(desk: Desk) -> None:
    assert desk.due.items() == in_full(desk)
    counts, anew = desk.due.counts(), Today(desk.people.store, desk.policies, desk.today)
    assert desk.due.list() == anew.list()
    assert counts == anew.counts()
    assert (counts.applications, counts.registry, counts.people) == counted(desk)
    late = sum(item.days_late(desk.today()) > 0 for item in desk.due.items())
    assert (counts.due, counts.late) == (len(desk.due.list().rows), late)


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time everything was computed anew."""
    found: list[int] = []
    anew = today_kept.due.archived

    def archived(reader: today_kept.Reader, only: Collection[int] | None = None) -> set[int]:
        if only is None:
            found.append(1)
        return anew(reader, only)

    monkeypatch.setattr(today_kept.due, "archived", archived)
    return found


@settings(max_examples=6)
@given(draw=st.randoms(use_true_random=False), length=st.integers(5, 40))
def test_after_any_actions_it_is_what_computing_anew_gives(
    draw: random.Random, length: int
) -> None:
    clock = Clock(date(2026, 2, 20))
    with quick_folder() as folder:
        desk = an_office(folder, clock)
        try:
            one = Coordinator(desk, clock, draw)
            for _ in range(length):
                one.act()
                if draw.random() < 0.7:
                    is_what_computing_anew_gives(desk)
            is_what_computing_anew_gives(desk)
        finally:
            desk.close()


@pytest.fixture(scope="module")
def practice() -> Iterator[Path]:
    with quick_folder() as folder:
        yield practice_file(folder)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 2, 20),
        date(2026, 9, 30),
        date(2026, 11, 15),
        date(2027, 1, 1),
        date(2027, 3, 15),
        date(2025, 7, 1),
        date(2023, 12, 31),
    ],
)
def test_of_the_practice_office_it_is_the_same_on_any_day(practice: Path, day: date) -> None:
    desk = open_desk(practice, clock=Clock(day))
    try:
        is_what_computing_anew_gives(desk)
    finally:
        desk.close()


def test_one_change_computes_only_what_it_touches(desk: Desk, computed: list[int]) -> None:
    person = an_endorsed(desk)
    desk.due.list()
    logged(desk, person)
    assert [item.kind for item in desk.due.items()].count("acceptance") == 1
    desk.due.counts()
    assert computed == [1]


def test_another_day_computes_everything_anew(
    desk: Desk, clock: Clock, computed: list[int]
) -> None:
    an_endorsed(desk)
    desk.due.list()
    clock.day += timedelta(days=400)
    is_what_computing_anew_gives(desk)
    assert len(computed) > 1


def test_a_renewal_recorded_takes_its_line_away(desk: Desk) -> None:
    person = an_endorsed(desk, since=date(2024, 3, 1))
    held = desk.people.card(person).endorsements[0].id
    assert {item.endorsement for item in desk.due.items()} == {held}
    day = date(2025, 12, 31)
    desk.registry.record_renewal(
        held,
        RenewalDraft(day, training_hours=Decimal(20), renewed_on=day),
    )
    assert desk.due.items() == ()


def test_what_was_taken_back_with_its_transaction_leaves_no_line(desk: Desk) -> None:
    desk.due.list()
    with pytest.raises(BadInput):
        _log_and_stop(desk)
    is_what_computing_anew_gives(desk)
    assert desk.due.items() == ()


def _log_and_stop(desk: Desk) -> None:
    with desk.together():
        logged(desk)
        assert len(desk.due.items()) == 1
        raise BadInput("practice.cancelled")


def test_very_many_changes_are_not_read_one_by_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(since, "_MANY", 3)
    desk.due.list()
    desk.registry.add_by_hand(
        PersonDraft("Keoni Akana"), RegistryEntry("IFS", PartialDate(2024, 2))
    )
    with desk.people.store.read() as reader:
        assert since.changed(reader, since.Entry(0, "")) is None
    is_what_computing_anew_gives(desk)


def test_a_raters_endorsement_changes_the_case_they_rate(desk: Desk) -> None:
    case = logged(desk)
    rater = an_endorsed(desk, "Mele Souza")
    desk.references.name_rater(case, rater, "colleague", desk.today())
    desk.due.list()
    held = desk.people.card(rater).endorsements[0].id
    desk.registry.move(held, "inactive", "own_request", desk.today(), "mail")
    with desk.people.store.read() as reader:
        moved = Changes("Move endorsement", 1, endorsements=frozenset({held}))
        assert case in today_kept.due.cases_touched(reader, moved)
    is_what_computing_anew_gives(desk)
