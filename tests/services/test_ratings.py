"""Ratings: asked, reminded, received, void, replaced; three different people, none the applicant."""

from __future__ import annotations

from datetime import date

import pytest

from coordinator_app.domain.errors import BadInput, NotFound, RuleBroken
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.references import RatingDraft
from coordinator_app.domain.views import ReferenceRow
from coordinator_app.services.desk import Desk
from tests.helpers.builders import (
    SHOWN,
    a_person,
    accepted,
    an_endorsed,
    made,
    rated,
    submitted,
    with_evidence,
)

DAY = date(2026, 1, 6)


def named(desk: Desk, case: int, name: str = "Noa Kamaka") -> int:
    return made(desk.references.name_rater(case, PersonDraft(name), "colleague", DAY))


def reference(desk: Desk, case: int, number: int) -> ReferenceRow:
    return next(one for one in desk.cases.card(case).references if one.id == number)


def test_a_rating_goes_its_way(desk: Desk) -> None:
    case = accepted(desk)
    one = named(desk, case)
    desk.references.ask(one, date(2026, 1, 7))
    desk.references.remind(one, date(2026, 1, 21))
    desk.references.remind(one, date(2026, 2, 4))
    assert (reference(desk, case, one).reminders, reference(desk, case, one).reminded_on) == (2, date(2026, 2, 4))  # fmt: skip
    desk.references.receive(one, RatingDraft(date(2026, 2, 6), date(2026, 2, 9), 2, True, True))
    desk.references.accept(one, date(2026, 2, 10))
    row = reference(desk, case, one)
    assert (row.state, row.completed_on, row.received_on, row.accepted_on, row.blanks, row.waiver) == (
        "accepted", date(2026, 2, 6), date(2026, 2, 9), date(2026, 2, 10), 2, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("blanks", "state"), [(None, "received"), (5, "received"), (6, "void"), (7, "void")]
)
def test_six_items_without_enough_information_make_a_rating_void(
    desk: Desk, blanks: int | None, state: str
) -> None:
    case = accepted(desk)
    one = named(desk, case)
    desk.references.receive(one, RatingDraft(DAY, DAY, blanks))
    row = reference(desk, case, one)
    assert (row.state, row.void_reason) == (state, "blanks" if state == "void" else "")
    if state == "void":
        with pytest.raises(RuleBroken, match=r"reference\.wrong_state"):
            desk.references.accept(one, DAY)


@pytest.mark.parametrize(
    ("completed", "usable"),
    [(date(2025, 2, 2), True), (date(2025, 2, 1), False), (date(2024, 2, 29), False)],
)
def test_a_ratings_age_is_measured_on_the_first_reviewers_day(
    desk: Desk, completed: date, usable: bool
) -> None:
    case = with_evidence(desk, accepted(desk))
    ratings = rated(desk, case, completed=completed)
    desk.applications.submit(case, date(2026, 1, 31), override_reason="old ratings")
    desk.reviews.assign(case, an_endorsed(desk), date(2026, 2, 2))
    desk.reviews.assign(case, an_endorsed(desk, "Later Reviewer"), date(2026, 2, 12))
    if usable:
        desk.references.accept(ratings[0], date(2026, 3, 1))
        return
    with pytest.raises(RuleBroken, match=r"rating\.too_old") as raised:
        desk.references.accept(ratings[0], date(2026, 2, 1))
    assert raised.value.facts["measured"] == date(2026, 2, 2)


def test_a_leap_days_rating_is_valid_through_the_last_of_february(desk: Desk) -> None:
    case = accepted(desk)
    one, two = named(desk, case), named(desk, case, "Mele Souza")
    for rating in (one, two):
        desk.references.receive(rating, RatingDraft(date(2024, 2, 29), DAY))
    desk.references.accept(one, date(2025, 2, 28))
    with pytest.raises(RuleBroken, match=r"rating\.too_old"):
        desk.references.accept(two, date(2025, 3, 1))


def test_the_applicant_does_not_rate(desk: Desk) -> None:
    person = a_person(desk)
    case = accepted(desk, person)
    with pytest.raises(RuleBroken, match=r"reference\.is_applicant"):
        desk.references.name_rater(case, person, "colleague", DAY)


def test_one_person_rates_once(desk: Desk) -> None:
    case, rater = accepted(desk), a_person(desk, "Noa Kamaka")
    desk.references.name_rater(case, rater, "colleague", DAY)
    with pytest.raises(RuleBroken, match=r"reference\.named_already"):
        desk.references.name_rater(case, rater, "supervisor", DAY)


def test_who_declined_may_be_named_again(desk: Desk) -> None:
    case, rater = accepted(desk), a_person(desk, "Noa Kamaka")
    one = made(desk.references.name_rater(case, rater, "colleague", DAY))
    desk.references.decline(one)
    desk.references.name_rater(case, rater, "colleague", DAY)
    assert [one.state for one in desk.cases.card(case).references] == ["declined", "named"]


def test_a_rater_is_replaced_and_both_stay_on_the_case(desk: Desk) -> None:
    case = accepted(desk)
    one = named(desk, case)
    with pytest.raises(BadInput, match=r"reference\.reason_missing"):
        desk.references.void(one, "")
    desk.references.receive(one, RatingDraft(DAY, DAY))
    desk.references.void(one, "filled in by somebody else")
    two = made(desk.references.replace(one, PersonDraft("Mele Souza"), "colleague", DAY))
    rows = [(one.rater_name, one.state) for one in desk.cases.card(case).references]
    assert rows == [("Noa Kamaka", "replaced"), ("Mele Souza", "named")]
    with desk.people.store.read() as reader:
        assert reader.get("reference", one)["replaced_by"] == two


def test_a_rater_is_somebody_of_a_known_kind(desk: Desk) -> None:
    case = accepted(desk)
    with pytest.raises(BadInput, match=r"reference\.unknown_kind"):
        desk.references.name_rater(case, PersonDraft("Noa"), "friend", DAY)
    with pytest.raises(NotFound):
        desk.references.name_rater(case, 999, "colleague", DAY)
    assert desk.people.search("Noa") == ()


def test_a_void_rating_is_missing(desk: Desk) -> None:
    case = with_evidence(desk, accepted(desk), SHOWN)
    ratings = rated(desk, case)
    desk.references.void(ratings[2], "wrong form")
    with pytest.raises(RuleBroken, match=r"application\.not_ready"):
        desk.applications.submit(case, date(2026, 1, 31))


def test_one_person_rating_twice_is_found_by_the_check(doubtful: Desk) -> None:
    case = submitted(doubtful)
    rows = doubtful.cases.card(case).references
    with doubtful.people.store.write("Wrong") as tx:
        tx.update("reference", rows[1].id, {"rater_id": rows[0].rater_id})
        tx.update("reference", rows[2].id, {"rater_id": doubtful.cases.card(case).row.person_id})
    assert {one.code for one in doubtful.checks.report().faults} == {
        "check.rates_twice",
        "check.rates_oneself",
    }


def test_a_rating_is_not_received_before_it_was_completed() -> None:
    with pytest.raises(BadInput, match=r"rating\.received_before_completed"):
        RatingDraft(date(2026, 1, 7), DAY)
    with pytest.raises(BadInput, match=r"rating\.blanks_negative"):
        RatingDraft(DAY, DAY, blanks=-1)
