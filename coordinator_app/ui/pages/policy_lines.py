"""A policy as lines: categories, requirements, who may give RSC, and every rule with its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.policy import Category, Policy, ProviderRule, Requirement, Rule
from coordinator_app.domain.policy_settings import unset
from coordinator_app.ui import formats, words_policy
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.words_case import DEGREES, word


class Standing(StrEnum):
    """Who has said a value: the association's page, the association here, someone else, nobody."""

    STATED = "stated"
    GIVEN = "given"
    TO_CONFIRM = "to_confirm"
    NOT_SET = "not_set"


class Part(StrEnum):
    """The parts of the page."""

    CATEGORIES = "categories"
    REQUIREMENTS = "requirements"
    PROVIDERS = "providers"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One line. `key` is equal for the same thing in another version; `categories` it speaks of."""

    key: str
    part: Part
    section: str
    what: str
    beside: str
    value: str
    standing: Standing
    paragraph: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What a version changes: `before` or `after` is "" where the line is new or gone."""

    line: PolicyLine
    before: str
    after: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("PolicyLines", text)


def standing_text(standing: Standing) -> str:
    return {
        Standing.STATED: _tr("stated"),
        Standing.GIVEN: _tr("confirmed"),
        Standing.TO_CONFIRM: _tr("to confirm"),
        Standing.NOT_SET: _tr("not set"),
    }[standing]


def standing_tone(standing: Standing) -> Tone:
    return {
        Standing.STATED: Tone.GOOD,
        Standing.GIVEN: Tone.GOOD,
        Standing.TO_CONFIRM: Tone.WAIT,
        Standing.NOT_SET: Tone.PLAIN,
    }[standing]


def lines_of(policy: Policy) -> list[PolicyLine]:
    """The whole policy, in its own order."""
    return [
        *(_category(policy, one) for one in policy.categories.values()),
        *(_requirement(policy, one) for one in policy.requirements),
        *_providers(policy),
        *(_rule(one) for one in policy.rules.values()),
    ]


def differences(old: Policy, new: Policy) -> list[Difference]:
    """What reads otherwise in `new`, part by part."""
    was = {line.key: line for line in lines_of(old)}
    now = {line.key: line for line in lines_of(new)}
    changed = [
        Difference(line, _said(was.get(key)), _said(line))
        for key, line in now.items()
        if _said(was.get(key)) != _said(line)
    ]
    gone = [Difference(line, _said(line), "") for key, line in was.items() if key not in now]
    return sorted([*changed, *gone], key=lambda one: list(Part).index(one.line.part))


def _said(line: PolicyLine | None) -> str:
    return line.value if line else ""


def _standing(policy: Policy, paragraph: str) -> Standing:
    to_confirm = policy.paragraph(paragraph).to_confirm
    return Standing.TO_CONFIRM if to_confirm else Standing.STATED


def _category(policy: Policy, one: Category) -> PolicyLine:
    exam = {True: _tr("exam"), False: _tr("no exam"), None: _tr("exam not set")}[one.exam]
    parts = [one.credential, one.scope, one.age_band, exam]
    if one.opens is not None:
        parts.append(_tr("from {day}").format(day=formats.day(one.opens)))
    if one.closes is not None:
        parts.append(_tr("until {day}").format(day=formats.day(one.closes)))
    return PolicyLine(
        f"category.{one.code}",
        Part.CATEGORIES,
        one.family,
        f"{one.name} ({one.code})",
        "",
        " · ".join(part for part in parts if part),
        _standing(policy, one.paragraph),
        one.paragraph,
        (one.code,),
    )


def _requirement(policy: Policy, one: Requirement) -> PolicyLine:
    standing = Standing.NOT_SET if one.unset else _standing(policy, one.paragraph)
    return PolicyLine(
        f"requirement.{one.kind}.{one.title}.{' '.join(one.categories)}",
        Part.REQUIREMENTS,
        words_policy.section_title("requirement"),
        one.title,
        ", ".join(one.categories),
        words_policy.requirement_text(one),
        standing,
        one.paragraph,
        one.categories,
    )


def _providers(policy: Policy) -> Iterator[PolicyLine]:
    for one in policy.providers:
        given = one.id.startswith("given.")
        yield PolicyLine(
            f"providers.{one.id}",
            Part.PROVIDERS,
            words_policy.section_title("providers"),
            _applicants(one),
            "",
            _givers(one),
            Standing.GIVEN if given else _standing(policy, one.paragraph),
            one.paragraph,
            one.applicants,
        )
    for rule in unset(policy):
        if rule.key.startswith("providers."):
            code = rule.key.removeprefix("providers.")
            yield PolicyLine(
                rule.key,
                Part.PROVIDERS,
                words_policy.section_title("providers"),
                _tr("To {codes}").format(codes=code),
                "",
                words_policy.not_set(),
                Standing.NOT_SET,
                rule.paragraph,
                (code,),
            )


def _applicants(one: ProviderRule) -> str:
    said = _tr("To {codes}").format(codes=", ".join(one.applicants))
    if one.prepared is None:
        return said
    degree = word(DEGREES, one.prepared)
    return _tr("{to}, highest degree {degree}").format(to=said, degree=degree)


def _givers(one: ProviderRule) -> str:
    said = ", ".join(one.providers)
    if one.with_degree and one.degree_needed_for:
        said = _tr("{codes} ({needing} with {degree})").format(
            codes=said,
            needing=", ".join(one.degree_needed_for),
            degree=word(DEGREES, one.with_degree),
        )
    if one.vetted:
        said = _tr("{codes}, or vetted").format(codes=said)
    if one.earned_from is not None:
        said = _tr("{codes}; hours from {day}").format(codes=said, day=formats.day(one.earned_from))
    if one.earned_to is not None:
        said = _tr("{codes}; hours until {day}").format(codes=said, day=formats.day(one.earned_to))
    return said


def _rule(one: Rule) -> PolicyLine:
    if one.value is None:
        standing = Standing.NOT_SET
    elif one.given:
        standing = Standing.GIVEN
    else:
        standing = Standing.TO_CONFIRM if one.to_confirm else Standing.STATED
    return PolicyLine(
        one.key,
        Part.RULES,
        words_policy.section_title(words_policy.section_of(one.key)),
        one.label,
        "",
        words_policy.rule_text(one),
        standing,
        one.paragraph,
    )
