"""The next version of a policy keeps what the association has said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from coordinator_app.domain.policy import Pack, Policy, RuleValue
from coordinator_app.domain.policy_merge import compose
from coordinator_app.domain.policy_next import dated_changes, given_settings, next_version
from coordinator_app.services.policies import DEFAULT_PACK, shipped_packs

PACKS: Mapping[str, Pack] = shipped_packs()
BASE = PACKS[DEFAULT_PACK]
FIRST = date(2024, 1, 1)
SAID: dict[str, RuleValue | None] = {
    "fee.processing": Decimal(100),
    "review.reviewers": 2,
    "renewal.training_hours": None,
    "requirement.ecfs.work.minimum": Decimal(2),
    "requirement.ecfs.education.any_of": ("bachelor", "master"),
    "providers.ECFS": ("IMHS", "ECMHS"),
}


def first() -> Policy:
    return compose(BASE, (), SAID, FIRST)


def test_what_was_said_is_found_again_in_a_policy() -> None:
    assert given_settings(first(), compose(BASE, (), {}, FIRST)) == SAID


def test_a_change_keeps_what_was_said_and_begins_on_its_day() -> None:
    new = [PACKS["alliance-2025"]]
    made = next_version(PACKS, first(), [], new, date(2027, 1, 1), {"fee.renewal": Decimal(40)})
    assert made.in_force_from == date(2027, 1, 1)
    assert made.changes == ("alliance-2025",)
    assert made.amount("fee.processing") == 100
    assert made.amount("fee.renewal") == 40
    assert made.count("review.reviewers") == 2
    assert made.amount("renewal.training_hours") is None
    assert made.rules["fee.processing"].given
    assert next(one for one in made.requirements if one.id == "ecfs.work").minimum == 2


def test_settings_alone_make_a_version_too() -> None:
    made = next_version(PACKS, first(), [], [], date(2026, 3, 1), {"fee.processing": Decimal(120)})
    assert made.amount("fee.processing") == 120
    assert made.changes == ()


def test_a_rule_that_a_change_takes_away_is_said_no_more() -> None:
    three = PACKS["alliance-three-year-renewal"]
    made = next_version(PACKS, first(), [], [three], date(2027, 1, 1), {})
    kept = {key for key, rule in made.rules.items() if rule.given}
    assert "fee.processing" in kept
    assert not {key for key in kept if key.startswith("renewal.")}


def test_an_older_change_holds_from_the_version_it_came_with() -> None:
    three = next_version(
        PACKS, first(), [], [PACKS["alliance-three-year-renewal"]], date(2026, 1, 1), {}
    )
    both = next_version(PACKS, three, [first()], [PACKS["alliance-2025"]], date(2027, 1, 1), {})
    days = {pack.id: day for pack, day in dated_changes(PACKS, both, [first(), three])}
    assert days == {
        "alliance-three-year-renewal": date(2026, 1, 1),
        "alliance-2025": date(2027, 1, 1),
    }
