"""Ratings: from different people, in the roles asked for, not too blank and not too old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.facts import RATER_KINDS, CaseFacts, ReferenceFact, ReviewFact
from coordinator_app.domain.findings import Finding, Outcome, may_submit
from coordinator_app.domain.findings_references import assign, fills
from coordinator_app.domain.policy import Role
from coordinator_app.runtime.sentences import say
from tests.domain.policies_made import alliance, base, full_ifs, judge, rating

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
THREE = (rating(1, "supervisor"), rating(2, "rsc_provider"), rating(3, "colleague"))


def specialist(*references: ReferenceFact, **changed: object) -> CaseFacts:
    return replace(full_ifs(), category="IMHS", references=references, **changed)


def judged(*references: ReferenceFact) -> Finding:
    return judge(specialist(*references))["mhs.references"]


def test_three_accepted_ratings_in_their_roles_will_do() -> None:
    assert judged(*THREE).outcome is MET


def test_received_ratings_may_be_submitted_but_not_decided() -> None:
    arrived = tuple(replace(one, state="received", accepted_on=None) for one in THREE)
    found = judged(*arrived)
    assert (found.present, found.outcome) == (True, NOT_MET)
    assert found.detail is not None
    assert (found.detail.code, found.detail.facts["count"]) == ("ratings.to_accept", 3)
    assert found not in may_submit([found])


@pytest.mark.parametrize("state", ["named", "asked", "reminded", "void", "declined", "replaced"])
def test_only_ratings_that_came_in_count(state: str) -> None:
    found = judged(*THREE[:2], replace(THREE[2], state=state))
    assert (found.present, found.outcome) == (False, NOT_MET)
    assert found.detail is not None
    assert (found.detail.code, found.detail.facts["count"]) == ("ratings.missing", 1)


def test_the_applicant_rates_nobody() -> None:
    assert judged(*THREE[:2], rating(3, "colleague", rater=1)).outcome is NOT_MET


def test_one_person_is_one_rater() -> None:
    found = judged(*THREE[:2], rating(3, "colleague", rater=101))
    assert found.outcome is NOT_MET


def test_one_person_is_one_rater_where_no_roles_are_asked_too() -> None:
    twice = (rating(1, "supervisor"), rating(2, "colleague"), rating(3, "teacher", rater=102))
    found = judge(replace(full_ifs(), references=twice))["three.references"]
    assert (found.outcome, found.present) == (NOT_MET, False)


def test_a_role_that_nobody_fills_is_named() -> None:
    found = judged(THREE[0], THREE[2], rating(4, "teacher"))
    assert found.outcome is NOT_MET
    assert found.detail is not None
    assert found.detail.facts["roles"] == ("RSC provider",)


@pytest.mark.parametrize(("blanks", "outcome"), [(0, MET), (5, MET), (6, NOT_MET), (None, MET)])
def test_six_blanks_void_a_rating(blanks: int | None, outcome: Outcome) -> None:
    found = judged(*THREE[:2], replace(THREE[2], blanks=blanks))
    assert found.outcome is outcome
    assert say(found.have) == ("3 accepted" if outcome is MET else "2 accepted, 1 void")


def test_blanks_cannot_be_judged_while_the_limit_is_unset() -> None:
    case = specialist(*THREE[:2], replace(THREE[2], blanks=1))
    found = judge(case, base({"references.blanks_void": None}))["mhs.references"]
    assert found.outcome is CANNOT_TELL


@pytest.mark.parametrize(
    ("completed", "received", "outcome"),
    [
        (date(2025, 2, 3), date(2025, 3, 1), MET),
        (date(2025, 2, 2), date(2025, 3, 1), NOT_MET),
        (None, date(2025, 3, 1), CANNOT_TELL),
        (None, date(2025, 2, 2), NOT_MET),
        (None, None, CANNOT_TELL),
    ],
)
def test_a_rating_must_be_valid_when_the_first_reviewer_is_assigned(
    completed: date | None, received: date | None, outcome: Outcome
) -> None:
    last = replace(THREE[2], completed_on=completed, received_on=received)
    reviews = (ReviewFact(2, 51, date(2026, 2, 9)), ReviewFact(1, 50, date(2026, 2, 3)))
    case = specialist(*THREE[:2], last, reviews=reviews)
    found = judge(case, today=date(2027, 6, 1))["mhs.references"]
    assert found.outcome is outcome


def test_until_a_review_is_assigned_ratings_grow_old() -> None:
    case = specialist(*THREE)
    assert judge(case, today=date(2027, 1, 19))["mhs.references"].outcome is MET
    assert judge(case, today=date(2027, 1, 20))["mhs.references"].outcome is NOT_MET


def test_validity_cannot_be_judged_while_it_is_unset() -> None:
    found = judge(specialist(*THREE), base({"references.valid_months": None}))["mhs.references"]
    assert found.outcome is CANNOT_TELL


def test_an_endorsed_or_vetted_rater_fills_that_role_whatever_the_tie() -> None:
    case = replace(full_ifs(), category="IFA")
    ratings = [rating(1, "supervisor"), rating(2, "colleague"), rating(3, "other")]
    assert judge(replace(case, references=tuple(ratings)))["fa.references"].outcome is NOT_MET
    for known in ({"rater_endorsed": True}, {"rater_vetted": True}):
        ratings[2] = replace(rating(3, "other"), **known)
        assert judge(replace(case, references=tuple(ratings)))["fa.references"].outcome is MET


def test_the_add_on_asks_two_ratings() -> None:
    case = replace(full_ifs(), category="ERS", held=("IFS",))
    two = (rating(1, "rsc_provider"), rating(2, "rsc_recipient"))
    found = judge(replace(case, references=two), alliance())["ers.references"]
    assert found.outcome is MET


KINDS = (*RATER_KINDS[:5], "endorsed")


def roles_of(kinds: Sequence[Sequence[str]]) -> list[Role]:
    return [Role(f"r{n}", f"role {n}", tuple(some)) for n, some in enumerate(kinds)]


def ratings_of(raters: Sequence[tuple[int, str, bool]]) -> list[ReferenceFact]:
    return [
        replace(rating(n, kind, rater), rater_endorsed=endorsed)
        for n, (rater, kind, endorsed) in enumerate(raters)
    ]


ROLES = st.lists(
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True), max_size=4
).map(roles_of)
RATINGS = st.lists(
    st.tuples(st.integers(2, 6), st.sampled_from(RATER_KINDS[:5]), st.booleans()), max_size=6
).map(ratings_of)


def most_by_trying_all(roles: list[Role], references: list[ReferenceFact]) -> int:
    """The oracle: every way of giving each role one rater or nobody."""
    raters = sorted({one.rater for one in references})
    places = [*raters, *([None] * len(roles))]
    return max(
        sum(
            rater is not None and any(fills(one, role) for one in references if one.rater == rater)
            for role, rater in zip(roles, given_raters, strict=False)
        )
        for given_raters in permutations(places, len(roles))
    )


@given(ROLES, RATINGS)
def test_roles_are_filled_as_well_as_trying_everything(
    roles: list[Role], references: list[ReferenceFact]
) -> None:
    found = assign(roles, references)
    assert len(found) == most_by_trying_all(roles, references)
    assert len(set(found.values())) == len(found)
    for role in roles:
        if role.id in found:
            mine = [one for one in references if one.rater == found[role.id]]
            assert any(fills(one, role) for one in mine)


@given(RATINGS, RATINGS)
def test_one_more_rating_never_makes_a_met_finding_unmet(
    first: list[ReferenceFact], more: list[ReferenceFact]
) -> None:
    if judged(*first).outcome is MET:
        assert judged(*first, *more).outcome is MET
