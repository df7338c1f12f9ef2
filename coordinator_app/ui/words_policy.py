"""What the parts and values of a policy are called on screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.phrases import Phrase
from coordinator_app.domain.policy import Requirement, Rule, RuleValue
from coordinator_app.domain.policy_rule_shapes import shape_of
from coordinator_app.domain.policy_settings import shown
from coordinator_app.ui import formats
from coordinator_app.ui.actions import QT_TRANSLATE_NOOP
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.words_case import DEGREES, word

# The sections of the rules, in the order of a case's life; the key is the rule's first word.
SECTIONS: Mapping[str, str] = {
    "calendar": QT_TRANSLATE_NOOP("policy", "Calendar"),
    "references": QT_TRANSLATE_NOOP("policy", "Reference ratings"),
    "review": QT_TRANSLATE_NOOP("policy", "Review"),
    "exam": QT_TRANSLATE_NOOP("policy", "Exam"),
    "endorsement": QT_TRANSLATE_NOOP("policy", "Endorsement"),
    "registry": QT_TRANSLATE_NOOP("policy", "Registry"),
    "renewal": QT_TRANSLATE_NOOP("policy", "Renewal"),
    "reactivation": QT_TRANSLATE_NOOP("policy", "Reactivation"),
    "fee": QT_TRANSLATE_NOOP("policy", "Fees"),
    "ers": QT_TRANSLATE_NOOP("policy", "Reflective Supervisor add-on"),
    "category": QT_TRANSLATE_NOOP("policy", "Categories"),
    "requirement": QT_TRANSLATE_NOOP("policy", "Requirements"),
    "providers": QT_TRANSLATE_NOOP("policy", "Who may give RSC"),
}
STEPS: Mapping[str, str] = {
    "education": QT_TRANSLATE_NOOP("policy", "education"),
    "work": QT_TRANSLATE_NOOP("policy", "work"),
    "training": QT_TRANSLATE_NOOP("policy", "training"),
    "rsc": QT_TRANSLATE_NOOP("policy", "RSC"),
    "references": QT_TRANSLATE_NOOP("policy", "reference ratings"),
    "fee": QT_TRANSLATE_NOOP("policy", "fee"),
    "membership": QT_TRANSLATE_NOOP("policy", "membership"),
}
# Units as the packs write them, with their singular.
_ONE: Mapping[str, str] = {
    "months": QT_TRANSLATE_NOOP("policy", "month"),
    "years": QT_TRANSLATE_NOOP("policy", "year"),
    "days": QT_TRANSLATE_NOOP("policy", "day"),
    "items": QT_TRANSLATE_NOOP("policy", "item"),
    "reviewers": QT_TRANSLATE_NOOP("policy", "reviewer"),
    "scorers": QT_TRANSLATE_NOOP("policy", "scorer"),
    "ratings": QT_TRANSLATE_NOOP("policy", "rating"),
    "points": QT_TRANSLATE_NOOP("policy", "point"),
    "clock hours": QT_TRANSLATE_NOOP("policy", "clock hour"),
}
# Units that say nothing beside a value shown in words.
_UNSAID = ("", "categories", "degrees", "month and day")
DOLLARS = "US dollars"


def _tr(text: str) -> str:
    return QCoreApplication.translate("policy", text)


def section_of(key: str) -> str:
    """The section a rule, or the key of something unset, belongs to."""
    return key.partition(".")[0]


def section_title(section: str) -> str:
    return _tr(SECTIONS[section]) if section in SECTIONS else section


def not_set() -> str:
    return _tr(QT_TRANSLATE_NOOP("policy", "not set"))


def unit_text(unit: str, value: RuleValue | None = None) -> str:
    """The unit's word for this number of it; "" where it says nothing."""
    if unit in _UNSAID:
        return ""
    return _tr(_ONE[unit]) if value == 1 and unit in _ONE else _tr(unit)


def degree_words(codes: Iterable[str]) -> str:
    return ", ".join(word(DEGREES, code) for code in codes)


def value_text(key: str, value: RuleValue | None, unit: str) -> str:
    """A rule's value with its unit: "12 months", "$100.00", "Dec 31", "yes", or *not set*."""
    if value is None:
        return not_set()
    if unit == DOLLARS and isinstance(value, Decimal | int):
        return formats.money(Decimal(value))
    plain = plain_text(key, value)
    beside = unit_text(unit, value)
    return f"{plain} {beside}".strip()


def plain_text(key: str, value: RuleValue) -> str:
    """A rule's value without its unit."""
    said = shown(key, value)
    if isinstance(said, Phrase):
        return say_phrase(said)
    match value:
        case bool():
            return (
                _tr(QT_TRANSLATE_NOOP("policy", "yes"))
                if value
                else _tr(QT_TRANSLATE_NOOP("policy", "no"))
            )
        case tuple():
            return _list_text(key, value)
        case str() if (shape := shape_of(key)) is not None and shape.kind == "month_day":
            return month_day_text(value)
        case _:
            return formats.fact(value)


def _list_text(key: str, codes: tuple[str, ...]) -> str:
    if key == "reactivation.steps":
        return ", ".join(_tr(STEPS.get(code, code)) for code in codes)
    return degree_words(codes) if key.endswith(".any_of") else ", ".join(codes)


def month_day_text(value: str) -> str:
    """Dec 31, of "12-31"."""
    month, _, day = value.partition("-")
    return formats.day_in_year(date(2024, int(month), int(day)))


def rule_text(rule: Rule) -> str:
    return value_text(rule.key, rule.value, rule.unit)


def requirement_text(one: Requirement) -> str:
    """What a requirement asks for, in one line."""
    parts = [*_amounts(one), *_spans(one), *_kinds(one)]
    if one.recommended:
        parts.append(_tr(QT_TRANSLATE_NOOP("policy", "recommended, not required")))
    if one.unset:
        parts.append(not_set())
    return "; ".join(part for part in parts if part) or _tr(QT_TRANSLATE_NOOP("policy", "needed"))


def _amounts(one: Requirement) -> list[str]:
    found: list[str] = []
    if one.minimum is not None:
        unit = unit_text(one.unit, one.minimum)
        found.append(f"{formats.number(one.minimum)} {unit}".strip())
    for part in one.parts:
        said = _tr(QT_TRANSLATE_NOOP("policy", "of them {hours} on {area}"))
        found.append(said.format(hours=formats.hours(part.minimum), area=area_text(part.area)))
    if one.about_own_provision is not None:
        said = _tr(QT_TRANSLATE_NOOP("policy", "{hours} about the RSC the applicant gives"))
        found.append(said.format(hours=formats.hours(one.about_own_provision)))
    if one.minimum_families is not None:
        said = _tr(QT_TRANSLATE_NOOP("policy", "{count} families"))
        found.append(said.format(count=one.minimum_families))
    return found


def area_text(area: str) -> str:
    return {
        "imh": _tr(QT_TRANSLATE_NOOP("policy", "infant or early childhood mental health")),
        "rsc_provision": _tr(QT_TRANSLATE_NOOP("policy", "giving RSC")),
        "dei": _tr(QT_TRANSLATE_NOOP("policy", "diversity, equity and inclusion")),
    }.get(area, area)


def _spans(one: Requirement) -> list[str]:
    if one.window_months is None:
        return []
    shortest, longest = one.window_months
    said = _tr(QT_TRANSLATE_NOOP("policy", "within {shortest} to {longest} months"))
    return [said.format(shortest=shortest, longest=longest)]


def _kinds(one: Requirement) -> list[str]:
    found = [degree_words(one.any_of)] if one.any_of else []
    return [*found, ", ".join(role.title for role in one.roles)]
