"""What a policy leaves to the association: its settings, and what is still unset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.facts import DEGREES
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import Policy, ProviderRule, Requirement, Rule, RuleValue
from coordinator_app.domain.policy_rule_shapes import RuleShape, in_shape, shape_of

_AMOUNT = RuleShape("amount")
_CODES = RuleShape("categories")


def settings_of(policy: Policy) -> tuple[Rule, ...]:
    """Everything adopting may give a value: rules that are settings, and all that is unset."""
    rules = tuple(rule for rule in policy.rules.values() if rule.setting)
    return (*rules, *(rule for rule in unset(policy) if rule.key not in policy.rules))


def choices_of(key: str) -> tuple[str, ...]:
    """The values a rule chooses among; none for any other rule."""
    shape = shape_of(key)
    return () if shape is None else shape.choices


def shown(key: str, value: RuleValue) -> object:
    """A value as a fact to be shown: the choices are words of their own."""
    return phrase(f"choice.{value}") if choices_of(key) else value


def unset(policy: Policy) -> tuple[Rule, ...]:
    """All that the association has not stated, as rules without a value.

    Besides rules these are `requirement.<id>.minimum`, `requirement.<id>.any_of` and
    `providers.<category>`: who may give RSC, where RSC is asked and nothing says who.
    """
    return (
        *(rule for rule in policy.rules.values() if rule.value is None),
        *(_unset_field(one, key) for one in policy.requirements for key in one.unset),
        *_unset_providers(policy),
    )


def _unset_field(requirement: Requirement, key: str) -> Rule:
    return Rule(
        key=f"requirement.{requirement.id}.{key}",
        value=None,
        label=f"{requirement.title} ({', '.join(requirement.categories)})",
        unit=requirement.unit if key == "minimum" else "degrees",
        paragraph=requirement.paragraph,
        setting=True,
        to_confirm=True,
    )


def _unset_providers(policy: Policy) -> list[Rule]:
    ruled = {code for rule in policy.providers for code in rule.applicants}
    asked = {
        code: requirement
        for requirement in policy.requirements
        if requirement.kind == "rsc_received" and not requirement.recommended
        for code in requirement.categories
        if code not in ruled
    }
    return [_unset_provider(code, requirement) for code, requirement in asked.items()]


def _unset_provider(code: str, requirement: Requirement) -> Rule:
    return Rule(
        key=f"providers.{code}",
        value=None,
        label=f"{requirement.title}: providers ({code})",
        unit="categories",
        paragraph=requirement.paragraph,
        setting=True,
        to_confirm=True,
    )


def with_settings(policy: Policy, settings: Mapping[str, object]) -> Policy:
    """The policy with the values given, in the order of their keys.

    Raises BadInput("policy.unknown_setting"), BadInput("policy.setting_type") and
    RuleBroken("policy.not_a_setting").
    """
    for key in sorted(settings):
        policy = _with_setting(policy, key, settings[key])
    return policy


def _with_setting(policy: Policy, key: str, value: object) -> Policy:
    if key in policy.rules:
        return _with_rule(policy, policy.rules[key], value)
    if key not in {rule.key for rule in unset(policy)}:
        raise BadInput("policy.unknown_setting", key=key)
    if value is None:
        return policy
    if key.startswith("providers."):
        return _with_provider(policy, key.removeprefix("providers."), value)
    id, _, field = key.removeprefix("requirement.").rpartition(".")
    return _with_field(policy, id, field, value)


def _with_rule(policy: Policy, rule: Rule, value: object) -> Policy:
    """A value said by the association: no longer to confirm. None leaves the rule unset."""
    if not rule.setting:
        raise RuleBroken("policy.not_a_setting", key=rule.key, label=rule.label)
    shape = shape_of(rule.key)
    said = None if value is None or shape is None else in_shape(value, shape)
    if said is None and value is not None:
        raise _wrong_type(rule.key, rule.label, value)
    _check_categories(policy, rule.key, rule.label, said)
    given = replace(rule, value=said, given=said is not None, to_confirm=said is None)
    return replace(policy, rules=MappingProxyType({**policy.rules, rule.key: given}))


def _check_categories(policy: Policy, key: str, label: str, said: RuleValue | None) -> None:
    shape = shape_of(key) or _CODES
    if isinstance(said, tuple) and shape.kind == "categories":
        for code in said:
            if code not in policy.categories:
                raise _wrong_type(key, label, code)


def _with_field(policy: Policy, id: str, field: str, value: object) -> Policy:
    """The minimum or the accepted degrees of a requirement, said by the association."""
    return replace(
        policy,
        requirements=tuple(
            _said(one, field, value) if one.id == id and field in one.unset else one
            for one in policy.requirements
        ),
    )


def _said(requirement: Requirement, field: str, value: object) -> Requirement:
    key = f"requirement.{requirement.id}.{field}"
    left = tuple(name for name in requirement.unset if name != field)
    if field == "any_of":
        degrees = in_shape(value, _CODES)
        if not isinstance(degrees, tuple) or not set(degrees) <= set(DEGREES):
            raise _wrong_type(key, requirement.title, value)
        return replace(requirement, any_of=degrees, unset=left)
    minimum = in_shape(value, _AMOUNT)
    if not isinstance(minimum, Decimal):
        raise _wrong_type(key, requirement.title, value)
    return replace(requirement, minimum=minimum, unset=left)


def _with_provider(policy: Policy, code: str, value: object) -> Policy:
    said = in_shape(value, _CODES)
    rule = next(one for one in unset(policy) if one.key == f"providers.{code}")
    if not isinstance(said, tuple) or not said:
        raise _wrong_type(rule.key, rule.label, value)
    _check_categories(policy, rule.key, rule.label, said)
    given = ProviderRule(f"given.{code}", (code,), said, rule.paragraph)
    return replace(policy, providers=(*policy.providers, given))


def _wrong_type(key: str, label: str, value: object) -> BadInput:
    return BadInput("policy.setting_type", key=key, label=label, value=str(value))
