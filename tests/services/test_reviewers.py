"""Reviewers: in order of load, never with a conflict, and overrides that everybody can see."""

from __future__ import annotations

from datetime import date

import pytest

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.phrases import phrase
from coordinator_app.services import reviews
from coordinator_app.services.desk import Desk
from tests.helpers.builders import a_person, an_endorsed, decidable, made, submitted

DAY = date(2026, 2, 2)


def candidates(desk: Desk, case: int) -> list[str]:
    return [one.name for one in desk.reviews.candidates(case, DAY) if not one.barred]


def applicant(desk: Desk, case: int) -> int:
    return desk.cases.card(case).row.person_id


def test_the_lightest_load_comes_first_then_the_longest_since_the_last(desk: Desk) -> None:
    busy, done, idle = (an_endorsed(desk, name) for name in ("Ana Busy", "Bea Done", "Cal Idle"))
    an_endorsed(desk, "Abe Also Idle")
    one = submitted(desk, PersonDraft("One Applicant"))
    two = submitted(desk, PersonDraft("Two Applicant"))
    desk.reviews.assign(one, busy, DAY)
    review = made(desk.reviews.assign(two, done, DAY))
    desk.reviews.complete(review, DAY, "approve", "")
    three = submitted(desk, PersonDraft("Three Applicant"))
    assert candidates(desk, three) == ["Abe Also Idle", "Cal Idle", "Bea Done", "Ana Busy"]
    assert idle


@pytest.mark.parametrize(
    ("category", "names"),
    [
        ("IFA", ["Macro", "Promotion", "Specialist"]),
        ("IFS", ["Macro", "Specialist"]),
        ("IMHS", ["Macro", "Specialist"]),
        ("IMHM-C", ["Macro"]),
    ],
)
def test_a_reviewer_is_endorsed_in_the_same_or_a_wider_scope(
    desk: Desk, category: str, names: list[str]
) -> None:
    for name, held in (("Promotion", "ECFA"), ("Specialist", "ECMHS"), ("Macro", "IMHM-P")):
        an_endorsed(desk, name, held)
    case = made(desk.applications.log(PersonDraft("Leilani"), category, date(2026, 1, 5)))
    assert candidates(desk, case) == names


def test_who_is_not_on_the_active_registry_that_day_does_not_review(desk: Desk) -> None:
    case = submitted(desk)
    gone = an_endorsed(desk, "Gone Away")
    desk.registry.move(1, "inactive", "own_request", date(2026, 2, 1))
    with pytest.raises(RuleBroken, match=r"review\.not_endorsed"):
        desk.reviews.assign(case, gone, DAY)
    with pytest.raises(RuleBroken, match=r"review\.not_endorsed"):
        desk.reviews.assign(case, a_person(desk, "Nobody"), DAY)


def tied(desk: Desk, case: int, reviewer: int, kind: str) -> None:
    """Tie a reviewer to the applicant in one of the ways there are."""
    person = applicant(desk, case)
    match kind:
        case "gave_rsc":
            drafts = EvidenceDraft("rsc_received", on=PartialDate(2025, 5), provider_id=reviewer)
            desk.applications.enter_evidence(case, drafts)
        case "gave_reference":
            desk.references.name_rater(case, reviewer, "colleague", DAY)
        case "same_agency":
            mine = PersonDraft(
                "Leilani Kahananui", agency="Keiki ʻOhana", membership_until="2026-12-31"
            )
            desk.people.change(person, mine)
            desk.people.change(reviewer, PersonDraft("Keoni Akana", agency="KEIKI 'OHANA"))
        case _:
            desk.people.declare_tie(person, reviewer, kind)


@pytest.mark.parametrize("kind", ["family", "gave_rsc"])
def test_some_conflicts_no_override_helps(desk: Desk, kind: str) -> None:
    case, reviewer = submitted(desk), an_endorsed(desk)
    tied(desk, case, reviewer, kind)
    with pytest.raises(RuleBroken, match=r"review\.never") as raised:
        desk.reviews.assign(case, reviewer, DAY, override_reason="nobody else")
    assert raised.value.facts["conflict"] == phrase(f"conflict.{kind}")
    assert desk.cases.card(case).row.state == "submitted"


def test_nobody_reviews_their_own_case(desk: Desk) -> None:
    person = an_endorsed(desk, "Leilani Kahananui", "IFS")
    case = submitted(desk, person)
    with pytest.raises(RuleBroken, match=r"review\.never"):
        desk.reviews.assign(case, person, DAY, override_reason="nobody else")


@pytest.mark.parametrize("kind", ["same_agency", "gave_reference", "supervises", "declared"])
def test_other_conflicts_need_an_override_which_the_check_lists(desk: Desk, kind: str) -> None:
    case, reviewer = submitted(desk), an_endorsed(desk)
    tied(desk, case, reviewer, kind)
    with pytest.raises(RuleBroken, match=r"review\.conflict"):
        desk.reviews.assign(case, reviewer, DAY)
    assert not desk.cases.card(case).reviews
    desk.reviews.assign(case, reviewer, DAY, override_reason="nobody else on the island")
    card = desk.cases.card(case)
    assert [(one.rule, one.reason) for one in card.overrides] == [
        (f"conflict.{kind}", "nobody else on the island")
    ]
    assert card.reviews[0].why == "override"
    report = desk.checks.report()
    assert report.faults == ()
    assert [one.facts["rule"] for one in report.overrides] == [phrase(f"override.conflict.{kind}")]


def test_a_conflict_puts_a_candidate_behind_those_without(desk: Desk) -> None:
    case = submitted(desk)
    tied(desk, case, an_endorsed(desk, "Ana Tied"), "declared")
    an_endorsed(desk, "Zoe Free")
    found = desk.reviews.candidates(case, DAY)
    assert [(one.name, one.conflicts) for one in found] == [("Zoe Free", ()), ("Ana Tied", ("declared",))]  # fmt: skip


def test_an_agency_left_before_the_assignment_is_no_conflict(desk: Desk) -> None:
    case, reviewer = submitted(desk), an_endorsed(desk)
    tied(desk, case, reviewer, "same_agency")
    mine = desk.people.card(reviewer).agencies[0].id
    desk.people.leave_agency(mine, date(2026, 2, 1))
    desk.reviews.assign(case, reviewer, DAY)
    assert desk.cases.card(case).reviews[0].why == "no_tie_lightest_load"


@pytest.mark.parametrize(
    "kind", ["family", "gave_rsc", "same_agency", "gave_reference", "declared"]
)
def test_a_conflict_learned_later_is_listed_and_holds_up_the_approval(
    desk: Desk, kind: str
) -> None:
    case = submitted(desk)
    reviewer = an_endorsed(desk)
    review = made(desk.reviews.assign(case, reviewer, DAY))
    desk.reviews.complete(review, DAY, "approve", "")
    for one in desk.cases.card(case).references:
        desk.references.accept(one.id, DAY)
    tied(desk, case, reviewer, kind)
    told = desk.checks.report()
    assert told.faults == ()
    assert [one.code for one in told.overrides] == ["check.conflict_later"]
    with pytest.raises(RuleBroken, match=r"decision\.reviewer_conflict"):
        desk.decisions.decide(case, "approve", date(2026, 2, 10))
    desk.decisions.decide(case, "approve", date(2026, 2, 10), override_reason="looked at again")
    assert f"conflict.{kind}" in [one.rule for one in desk.cases.card(case).overrides]


def test_agencies_of_which_no_letter_is_known_are_not_the_same(desk: Desk) -> None:
    case = submitted(desk, PersonDraft("Leilani Kahananui", agency="—"))
    reviewer = an_endorsed(desk)
    desk.people.change(reviewer, PersonDraft("Keoni Akana", agency="?"))
    assert [one.conflicts for one in desk.reviews.candidates(case, DAY)] == [()]


def test_a_conflict_that_was_known_is_a_fault(doubtful: Desk) -> None:
    desk = doubtful
    case, reviewer = submitted(desk), an_endorsed(desk)
    tied(desk, case, reviewer, "family")
    values = {"application_id": case, "reviewer_id": reviewer, "submission": 1}
    with desk.people.store.write("Wrong") as tx:
        tx.insert("review", values | {"assigned_on": "2026-02-02", "why": "no_tie_lightest_load"})
    found = desk.checks.report().faults
    assert [(one.code, one.facts["conflict"]) for one in found] == [
        ("check.conflict", phrase("conflict.family"))
    ]


def test_a_reviewer_is_assigned_once_a_round(desk: Desk) -> None:
    case, reviewer = submitted(desk), an_endorsed(desk)
    desk.reviews.assign(case, reviewer, DAY)
    with pytest.raises(RuleBroken, match=r"review\.assigned_already"):
        desk.reviews.assign(case, reviewer, DAY)
    desk.reviews.assign(case, an_endorsed(desk, "Second Reviewer"), DAY)
    assert len(desk.cases.card(case).reviews) == 2


def test_a_review_is_completed_once_and_not_before_it_began(desk: Desk) -> None:
    case = decidable(desk)
    review = desk.cases.card(case).reviews[0].id
    with pytest.raises(RuleBroken, match=r"review\.done_already"):
        desk.reviews.complete(review, DAY, "deny", "")
    second = made(desk.reviews.assign(case, an_endorsed(desk, "Second Reviewer"), DAY))
    with pytest.raises(BadInput, match=r"review\.before_assignment"):
        desk.reviews.complete(second, date(2026, 2, 1), "deny", "")
    with pytest.raises(BadInput, match=r"review\.unknown_recommendation"):
        desk.reviews.complete(second, DAY, "maybe", "")


def test_of_a_great_many_the_best_are_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    case = submitted(desk)
    for number in range(6):
        an_endorsed(desk, f"Reviewer {number}")
    an_endorsed(desk, "Narrow Scope", "IFA")
    tied(desk, case, an_endorsed(desk, "Abe Tied"), "declared")
    busy = submitted(desk)
    first = desk.reviews.candidates(busy, DAY)[0]
    desk.reviews.assign(busy, first.person, DAY)
    everybody = desk.reviews.candidates(case, DAY)
    for many in (1, 3, 5):
        monkeypatch.setattr(reviews, "_MANY", many)
        assert desk.reviews.candidates(case, DAY) == everybody[:many]
    monkeypatch.setattr(reviews, "_MANY", 99)
    assert desk.reviews.candidates(case, DAY) == everybody
