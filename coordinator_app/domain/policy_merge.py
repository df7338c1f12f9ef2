"""Making a whole policy out of a base, changes and the association's own settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.policy import (
    Category,
    Pack,
    Paragraph,
    Policy,
    ProviderRule,
    Requirement,
    Rule,
)
from coordinator_app.domain.policy_json import with_digest
from coordinator_app.domain.policy_pack_checks import rule_section
from coordinator_app.domain.policy_settings import with_settings


def compose(
    base: Pack,
    changes: Sequence[tuple[Pack, date]],
    settings: Mapping[str, object],
    in_force_from: date,
) -> Policy:
    """A new whole version, in force from a day: the base, the changes then in force, the settings.

    Of `changes` (each with the day it holds from) those later than `in_force_from` are left out;
    where two replace one section the later one stands, in whatever order they are given.
    `settings` are values by rule key, and by the keys `unset` names; None leaves a rule unset.

    Raises RuleBroken: policy.not_a_base, policy.not_a_change, policy.before_base,
    policy.before_change, policy.section_twice, policy.paragraph_twice, policy.requirement_twice,
    policy.not_a_setting;
    BadInput: policy.unknown_setting, policy.setting_type, policy.change_needs.
    """
    _check_base(base, in_force_from)
    ordered = sorted(changes, key=lambda change: (change[1], change[0].id))
    for pack, day in ordered:
        _check_change(pack, day)
    _check_sections(ordered)
    policy = _base_policy(base, in_force_from)
    for pack, day in ordered:
        if day <= in_force_from:
            policy = _changed(policy, pack)
    return with_digest(with_settings(policy, settings))


def policy_in_force(policies: Iterable[Policy], day: date) -> Policy | None:
    """The policy with the latest first day not after `day`; None before the first."""
    begun = [policy for policy in policies if policy.in_force_from <= day]
    return max(begun, key=lambda policy: policy.in_force_from, default=None)


def _check_base(base: Pack, day: date) -> None:
    if base.kind != "policy" or base.in_force_from is None:
        raise RuleBroken("policy.not_a_base", policy=base.title)
    if day < base.in_force_from:
        raise RuleBroken("policy.before_base", policy=base.title, first=base.in_force_from, day=day)


def _check_change(pack: Pack, day: date) -> None:
    if pack.kind != "change":
        raise RuleBroken("policy.not_a_change", policy=pack.title)
    if pack.in_force_from is not None and day < pack.in_force_from:
        raise RuleBroken(
            "policy.before_change", policy=pack.title, first=pack.in_force_from, day=day
        )


def _check_sections(ordered: Sequence[tuple[Pack, date]]) -> None:
    """Two changes of one section from one day have no order between them: refused."""
    taken: dict[tuple[str, date], Pack] = {}
    for pack, day in ordered:
        for section in pack.replaces:
            other = taken.setdefault((section, day), pack)
            if other is not pack:
                raise RuleBroken(
                    "policy.section_twice",
                    section=section,
                    first=other.title,
                    second=pack.title,
                    date=day,
                )


def _base_policy(base: Pack, day: date) -> Policy:
    return Policy(
        id=base.id,
        title=base.title,
        in_force_from=day,
        digest="",
        paragraphs=base.paragraphs,
        categories=base.categories,
        requirements=base.requirements,
        providers=base.providers,
        rules=_marked(base.rules, base.paragraphs),
    )


def _changed(policy: Policy, pack: Pack) -> Policy:
    _check_spoken_of(policy, pack)
    return replace(
        policy,
        id=f"{policy.id}+{pack.id}",
        title=f"{policy.title} + {pack.title}",
        paragraphs=_paragraphs(policy, pack),
        categories=_categories(policy, pack),
        requirements=_requirements(policy, pack),
        providers=_providers(policy, pack),
        rules=_rules(policy, pack),
        changes=(*policy.changes, pack.id),
    )


def _check_spoken_of(policy: Policy, pack: Pack) -> None:
    missing = tuple(code for code in pack.speaks_of if code not in policy.categories)
    if missing:
        raise BadInput("policy.change_needs", change=pack.title, categories=missing)


def _paragraphs(policy: Policy, pack: Pack) -> Mapping[str, Paragraph]:
    """A change may repeat a paragraph word for word, not give its id another text."""
    for id, paragraph in pack.paragraphs.items():
        if policy.paragraphs.get(id, paragraph) != paragraph:
            raise RuleBroken("policy.paragraph_twice", paragraph=id, change=pack.title)
    return MappingProxyType({**policy.paragraphs, **pack.paragraphs})


def _categories(policy: Policy, pack: Pack) -> Mapping[str, Category]:
    return MappingProxyType({**policy.categories, **pack.categories})


def _requirements(policy: Policy, pack: Pack) -> tuple[Requirement, ...]:
    """What the replaced categories were asked for goes; what they are asked for now comes."""
    prefix = "requirements."
    gone = {name.removeprefix(prefix) for name in pack.replaces if name.startswith(prefix)}
    kept = (
        replace(one, categories=tuple(code for code in one.categories if code not in gone))
        for one in policy.requirements
    )
    left = tuple(one for one in kept if one.categories)
    for twice in {one.id for one in left} & {one.id for one in pack.requirements}:
        raise RuleBroken("policy.requirement_twice", requirement=twice, change=pack.title)
    return (*left, *pack.requirements)


def _providers(policy: Policy, pack: Pack) -> tuple[ProviderRule, ...]:
    return pack.providers if "providers" in pack.replaces else policy.providers


def _rules(policy: Policy, pack: Pack) -> Mapping[str, Rule]:
    kept = {
        key: rule for key, rule in policy.rules.items() if rule_section(key) not in pack.replaces
    }
    return MappingProxyType({**kept, **_marked(pack.rules, pack.paragraphs)})


def _marked(rules: Mapping[str, Rule], paragraphs: Mapping[str, Paragraph]) -> Mapping[str, Rule]:
    """A rule that rests on a paragraph to confirm is itself to confirm."""
    return MappingProxyType(
        {
            key: replace(rule, to_confirm=rule.to_confirm or paragraphs[rule.paragraph].to_confirm)
            for key, rule in rules.items()
        }
    )
