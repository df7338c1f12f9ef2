"""Letters follow from decisions, lack nothing, and never carry a rating."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.letters import (
    DECISION_LETTERS,
    DECLARED,
    SHORT_LIMIT,
    TO_RATERS,
    Association,
    LetterFacts,
    LetterKind,
    Signer,
    all_texts,
    check_letter,
    field_name,
    letter_name,
    letter_of,
)
from coordinator_app.runtime.sentences import all_sentences


@pytest.fixture
def deferral() -> LetterFacts:
    return LetterFacts(
        kind=LetterKind.DEFERRED,
        association=Association("Association for Infant Mental Health Hawaiʻi", "AIMH HI"),
        coordinator=Signer("Rachel Lum"),
        number="L-2026-0007",
        dated=date(2026, 2, 27),
        recipient="Leilani Kahananui",
        case_number="2026-018",
        category="Infant Family Specialist",
        category_code="IFS",
        decision="defer",
        decided_on=date(2026, 2, 26),
    )


@pytest.mark.parametrize(
    ("decision", "letter"),
    [
        ("approve", "approved"),
        ("approve_to_sit", "approved_to_sit"),
        ("defer", "deferred"),
        ("deny", "denied"),
    ],
)
def test_each_decision_has_its_one_letter(decision: str, letter: str) -> None:
    assert letter_of(decision) == letter


@pytest.mark.parametrize("pause", ["more_information", "on_hold", "", "approved"])
def test_a_pause_is_not_a_decision_and_has_no_decision_letter(pause: str) -> None:
    with pytest.raises(RuleBroken, match=r"letter\.no_such_decision"):
        letter_of(pause)


def test_a_whole_letter_is_not_refused(deferral: LetterFacts) -> None:
    check_letter(deferral)


@pytest.mark.parametrize("other", ["approve", "approve_to_sit", "deny", None])
def test_a_letter_that_says_other_than_the_decision_is_refused(
    deferral: LetterFacts, other: str | None
) -> None:
    with pytest.raises(RuleBroken, match=r"letter\.contradicts_decision"):
        check_letter(replace(deferral, decision=other))


@pytest.mark.parametrize("fact", ["recipient", "number", "case_number", "category", "decided_on"])
def test_a_letter_that_lacks_a_needed_fact_is_refused_and_names_it(
    deferral: LetterFacts, fact: str
) -> None:
    nothing: dict[str, None] = {fact: None}
    with pytest.raises(BadInput, match=r"letter\.fact_missing") as refused:
        check_letter(replace(deferral, **nothing))  # pyright: ignore[reportArgumentType] - that is the test
    assert refused.value.facts["field"] == field_name(fact)


def test_a_name_may_have_three_hundred_letters_and_no_more(deferral: LetterFacts) -> None:
    check_letter(replace(deferral, recipient="K" * SHORT_LIMIT))
    with pytest.raises(BadInput, match=r"letter\.too_long"):
        check_letter(replace(deferral, recipient="K" * (SHORT_LIMIT + 1)))


def test_no_fact_of_any_letter_is_a_rating() -> None:
    facts = {one.name for one in fields(LetterFacts)}
    told = {name for declared in DECLARED.values() for name in declared.names}
    assert told <= facts
    assert not {name for name in facts if "rating" in name or "score" in name or "items" in name}


def test_what_goes_to_an_applicant_does_not_say_what_a_rater_did() -> None:
    """Only letters to raters know of the waiver and of when the rater was asked."""
    for kind in set(LetterKind) - TO_RATERS:
        assert not DECLARED[kind].names & {"waived", "asked_on", "applicant"}


def test_every_letter_declares_its_facts_and_every_decision_letter_needs_its_day() -> None:
    assert set(DECLARED) == set(LetterKind)
    assert all("decided_on" in DECLARED[kind].needed for kind in DECISION_LETTERS)


def test_every_letter_and_every_fact_has_a_name_to_show(deferral: LetterFacts) -> None:
    names = {name for name, _ in all_texts(deferral)} | {"logo", "signature", "wording"}
    needed = {name for declared in DECLARED.values() for name in declared.needed}
    codes = [field_name(name).code for name in names | needed]
    codes += [letter_name(kind).code for kind in LetterKind]
    assert [code for code in codes if code not in all_sentences()] == []
