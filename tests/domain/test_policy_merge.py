"""Base, changes and settings make one whole version, the same in whatever order they come."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.errors import BadInput, Refusal, RuleBroken
from coordinator_app.domain.policy import Pack, Policy
from coordinator_app.domain.policy_json import policy_from_json, policy_to_json, with_digest
from coordinator_app.domain.policy_merge import compose, policy_in_force
from coordinator_app.domain.policy_settings import choices_of, settings_of, shown, unset
from tests.domain.policies_made import ALLIANCE, BASE, CHANGE, START, YEARS, alliance, base, pack

SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "renewal.training_hours": st.decimals(0, 500, places=3),
        "exam.month_end_days": st.integers(1, 31),
        "review.scope": st.sampled_from(["same", "same_or_wider"]),
        "renewal.rsc_categories": st.lists(st.sampled_from(["IFS", "IMHM-R/F"]), unique=True),
        "reactivation.exam_again": st.booleans(),
        "exam.third_scorer": st.sampled_from(["closest_two", "third_decides"]),
        "fee.processing": st.none() | st.decimals(0, 9999, places=2),
        "requirement.ecfs.rsc.minimum": st.integers(0, 99),
        "requirement.ecfs.education.any_of": st.just(["bachelor", "licence"]),
        "providers.IMHM-C": st.just(("IMHM-C", "ECMHM-C")),
    },
)


@given(SETTINGS)
def test_json_gives_back_the_same_policy(settings: Mapping[str, object]) -> None:
    policy = base(settings)
    text = policy_to_json(policy)
    again = policy_from_json(text)
    assert again == policy
    assert policy_to_json(again) == text
    assert list(again.categories) == list(policy.categories)
    assert with_digest(again).digest == policy.digest


def test_json_of_a_changed_policy_gives_it_back() -> None:
    assert policy_from_json(policy_to_json(alliance())) == alliance()


def test_the_digest_is_of_everything() -> None:
    digests = {
        base().digest,
        alliance().digest,
        base({"review.reviewers": 2}).digest,
        base({"review.reviewers": 1}).digest,
        with_digest(replace(base(), title="Another")).digest,
        with_digest(replace(base(), in_force_from=CHANGE)).digest,
    }
    assert len(digests) == 6
    assert base().version == f"{BASE}@{base().digest[:12]}"


@pytest.mark.parametrize("text", ["[]", "{}", '{"id": 1}', '{"id": "x", "title": []}'])
def test_other_json_is_not_taken_for_a_policy(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        policy_from_json(text)


def test_a_value_of_another_kind_is_not_taken_for_a_policys() -> None:
    body = json.loads(policy_to_json(base()))
    body["rules"][0]["value"] = {"number": 7}
    with pytest.raises(ValueError, match="not a value of a policy"):
        policy_from_json(json.dumps(body))


def test_changes_give_the_same_whatever_their_order() -> None:
    changes = [(pack(ALLIANCE), CHANGE), (pack(YEARS), date(2025, 7, 1))]
    made = {
        compose(pack(BASE), order, {}, date(2026, 1, 1)).digest for order in permutations(changes)
    }
    assert len(made) == 1


@given(st.permutations(["review.reviewers", "exam.month_end_days", "fee.exam"]))
def test_settings_give_the_same_whatever_their_order(keys: list[str]) -> None:
    assert base(dict.fromkeys(keys, 3)) == base(dict.fromkeys(sorted(keys), 3))


def test_a_change_later_than_the_version_is_left_out() -> None:
    changes = [(pack(ALLIANCE), CHANGE)]
    before = compose(pack(BASE), changes, {}, date(2024, 12, 31))
    assert before.changes == ()
    assert compose(pack(BASE), changes, {}, CHANGE).changes == (ALLIANCE,)


def test_a_change_replaces_its_sections_and_nothing_else() -> None:
    policy = compose(pack(BASE), [(pack(YEARS), CHANGE)], {}, CHANGE)
    old = base()
    assert policy.count("renewal.cycle_years") == 3
    assert policy.requirements == old.requirements
    assert policy.categories == old.categories
    kept = {key for key in old.rules if not key.startswith("renewal.")}
    assert {key: policy.rules[key] for key in kept} == {key: old.rules[key] for key in kept}


def test_the_later_of_two_changes_of_one_section_stands() -> None:
    other = renewing_every_five_years("five-years")
    changes = [(other, date(2026, 1, 1)), (pack(YEARS), CHANGE)]
    assert compose(pack(BASE), changes, {}, date(2026, 6, 1)).count("renewal.cycle_years") == 5
    swapped = [(other, CHANGE), (pack(YEARS), date(2026, 1, 1))]
    assert compose(pack(BASE), swapped, {}, date(2026, 6, 1)).count("renewal.cycle_years") == 3


def renewing_every_five_years(id: str) -> Pack:
    rules = dict(pack(YEARS).rules)
    key = "renewal.cycle_years"
    rules[key] = replace(rules[key], value=5)
    return replace(pack(YEARS), id=id, title=id, rules=rules)


def test_two_changes_of_one_section_from_one_day_are_refused() -> None:
    changes = [(pack(YEARS), CHANGE), (renewing_every_five_years("five-years"), CHANGE)]
    refusal = refused(lambda: compose(pack(BASE), changes, {}, CHANGE), RuleBroken)
    assert refusal.code == "policy.section_twice"
    assert refusal.facts["section"] == "rules.renewal"
    assert refusal.facts["date"] == CHANGE
    assert {refusal.facts["first"], refusal.facts["second"]} == {
        "Alliance three-year renewal",
        "five-years",
    }


def refused(call: object, kind: type[Refusal]) -> Refusal:
    assert callable(call)
    with pytest.raises(kind) as refusal:
        call()
    return refusal.value


@pytest.mark.parametrize(
    ("start", "changes", "day", "code"),
    [
        (BASE, [], date(2023, 12, 31), "policy.before_base"),
        (YEARS, [], CHANGE, "policy.not_a_base"),
        (BASE, [(BASE, CHANGE)], CHANGE, "policy.not_a_change"),
        (BASE, [(ALLIANCE, date(2024, 12, 31))], CHANGE, "policy.before_change"),
    ],
)
def test_what_does_not_go_together_is_refused(
    start: str, changes: list[tuple[str, date]], day: date, code: str
) -> None:
    given_changes = [(pack(id), from_day) for id, from_day in changes]
    refusal = refused(lambda: compose(pack(start), given_changes, {}, day), RuleBroken)
    assert refusal.code == code


def test_a_change_may_not_give_a_paragraph_another_text() -> None:
    change = pack(YEARS)
    paragraphs = dict(change.paragraphs)
    paragraphs["attestation"] = replace(paragraphs["attestation"], text="Something else.")
    wrong = [(replace(change, paragraphs=paragraphs), CHANGE)]
    refusal = refused(lambda: compose(pack(BASE), wrong, {}, CHANGE), RuleBroken)
    assert refusal.code == "policy.paragraph_twice"


def test_a_change_may_not_repeat_a_requirement_that_stays() -> None:
    change = pack(ALLIANCE)
    first = replace(change.requirements[0], id="all.transcripts")
    wrong = [(replace(change, requirements=(first, *change.requirements[1:])), CHANGE)]
    refusal = refused(lambda: compose(pack(BASE), wrong, {}, CHANGE), RuleBroken)
    assert refusal.code == "policy.requirement_twice"


def test_a_change_needs_the_categories_it_speaks_of() -> None:
    wrong = [(replace(pack(YEARS), speaks_of=("IFX",)), CHANGE)]
    refusal = refused(lambda: compose(pack(BASE), wrong, {}, CHANGE), BadInput)
    assert refusal.code == "policy.change_needs"


@pytest.mark.parametrize(
    ("key", "value", "kind", "code"),
    [
        ("exam.month_end", 7, BadInput, "policy.unknown_setting"),
        ("requirement.ifs.training.minimum", 20, BadInput, "policy.unknown_setting"),
        ("calendar.reply_months", 2, RuleBroken, "policy.not_a_setting"),
        ("exam.month_end_days", "7", BadInput, "policy.setting_type"),
        ("exam.month_end_days", 0, BadInput, "policy.setting_type"),
        ("exam.month_end_days", True, BadInput, "policy.setting_type"),
        ("renewal.training_hours", Decimal("NaN"), BadInput, "policy.setting_type"),
        ("renewal.training_hours", -1, BadInput, "policy.setting_type"),
        ("renewal.cycle_ends", "02-32", BadInput, "policy.setting_type"),
        ("review.scope", "wider", BadInput, "policy.setting_type"),
        ("renewal.membership", 1, BadInput, "policy.setting_type"),
        ("renewal.rsc_categories", ("IFX",), BadInput, "policy.setting_type"),
        ("reactivation.steps", ["dance"], BadInput, "policy.setting_type"),
        ("fee.exam", object(), BadInput, "policy.setting_type"),
        ("requirement.ecfs.rsc.minimum", "many", BadInput, "policy.setting_type"),
        ("requirement.ecfs.education.any_of", ("BA",), BadInput, "policy.setting_type"),
        ("providers.IMHM-C", ("IFX",), BadInput, "policy.setting_type"),
        ("providers.IMHM-C", (), BadInput, "policy.setting_type"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(
    key: str, value: object, kind: type[Refusal], code: str
) -> None:
    assert refused(lambda: base({key: value}), kind).code == code


def test_a_setting_said_by_the_association_is_no_longer_to_confirm() -> None:
    before, after = base().rules["exam.month_end_days"], base({"exam.month_end_days": 7})
    assert (before.value, before.default, before.to_confirm, before.given) == (7, 7, True, False)
    rule = after.rules["exam.month_end_days"]
    assert (rule.value, rule.default, rule.to_confirm, rule.given) == (7, 7, False, True)
    left = base({"exam.month_end_days": None}).rules["exam.month_end_days"]
    assert (left.value, left.to_confirm, left.given) == (None, True, False)


def test_what_is_unset_is_listed_until_it_is_said() -> None:
    said = {
        "requirement.ecfs.rsc.minimum": 24,
        "requirement.ecfs.education.any_of": ["bachelor"],
        "providers.IMHM-C": ["IMHM-C"],
        "fee.exam": Decimal(200),
    }
    before, after = keys(base()), keys(base(said))
    assert said.keys() <= before
    assert before - after == said.keys()
    requirement = next(one for one in base(said).requirements if one.id == "ecfs.rsc")
    assert (requirement.minimum, requirement.unset) == (Decimal(24), ())
    assert base(dict.fromkeys(said)) == base({"fee.exam": None})


def keys(policy: Policy) -> set[str]:
    return {rule.key for rule in unset(policy)}


def test_every_unset_value_can_be_given() -> None:
    offered = {rule.key for rule in settings_of(base())}
    assert keys(base()) <= offered
    assert "calendar.reply_months" not in offered


def test_choices_are_shown_as_words() -> None:
    assert choices_of("review.scope") == ("same", "same_or_wider")
    assert choices_of("review.reviewers") == ()
    assert choices_of("providers.IFS") == ()
    assert shown("review.reviewers", 2) == 2
    assert getattr(shown("review.scope", "same"), "code", None) == "choice.same"


def test_the_latest_policy_begun_is_in_force() -> None:
    policies = [alliance(), base()]
    assert policy_in_force(policies, date(2024, 12, 31)) == base()
    assert policy_in_force(policies, CHANGE) == alliance()
    assert policy_in_force(policies, START) == base()
