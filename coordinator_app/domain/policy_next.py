"""The next version of an association's policy: what was adopted, new changes, its own settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from coordinator_app.domain.policy import Pack, Policy, RuleValue
from coordinator_app.domain.policy_merge import compose
from coordinator_app.domain.policy_settings import settings_of, unset

Dated = tuple[Pack, date]


def next_version(
    packs: Mapping[str, Pack],
    last: Policy,
    earlier: Sequence[Policy],
    new: Sequence[Pack],
    day: date,
    settings: Mapping[str, RuleValue | None],
) -> Policy:
    """`last` with the `new` changes from `day` on, in force from that day; nothing is written.

    What the association has said before stays said, and `settings` are said now, both as far as
    there is such a rule. `earlier` are the adopted versions up to `last`: they tell from which
    day each older change holds. Raises what `compose` raises, and KeyError where a pack that
    `last` was made of does not come with the program any more.
    """
    base = packs[last.id.partition("+")[0]]
    old = dated_changes(packs, last, earlier)
    before = compose(base, old, {}, last.in_force_from)
    changes = (*old, *((pack, day) for pack in new))
    may = {rule.key for rule in settings_of(compose(base, changes, {}, day))}
    said = {**given_settings(last, before), **settings}
    return compose(base, changes, {key: said[key] for key in said.keys() & may}, day)


def dated_changes(
    packs: Mapping[str, Pack], last: Policy, earlier: Sequence[Policy]
) -> tuple[Dated, ...]:
    """The changes in `last`, each with the day of the first version it was in."""
    versions = sorted((*earlier, last), key=lambda policy: policy.in_force_from)
    first: dict[str, date] = {}
    for policy in versions:
        for id in policy.changes:
            first.setdefault(id, policy.in_force_from)
    return tuple((packs[id], first[id]) for id in last.changes)


def given_settings(policy: Policy, plain: Policy) -> dict[str, RuleValue | None]:
    """What the association has said in `policy`, by key; `plain` is the same without any of it."""
    said: dict[str, RuleValue | None] = {
        key: rule.value
        for key, rule in policy.rules.items()
        if rule.given or (key in plain.rules and rule.value != plain.rules[key].value)
    }
    left = {rule.key for rule in unset(policy)}
    for rule in unset(plain):
        if rule.key not in left and rule.key not in policy.rules:
            said[rule.key] = _stated(policy, rule.key)
    return said


def _stated(policy: Policy, key: str) -> RuleValue | None:
    """The value that was given to something a pack had left unset."""
    if key.startswith("providers."):
        id = f"given.{key.removeprefix('providers.')}"
        return next((rule.providers for rule in policy.providers if rule.id == id), None)
    id, _, field = key.removeprefix("requirement.").rpartition(".")
    found = next((one for one in policy.requirements if one.id == id), None)
    if found is None:
        return None
    return found.any_of if field == "any_of" else found.minimum
