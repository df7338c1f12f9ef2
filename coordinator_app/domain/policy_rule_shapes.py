"""The rules a policy may hold: what each key is called and what kind of value it takes.

The values themselves stand in the policy files; here is only what the program understands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import cast

from coordinator_app.domain.policy import RuleValue


@dataclass(frozen=True, slots=True)
class RuleShape:
    """`kind`: count, amount, flag, day, month_day, categories, steps, choice.

    `needed`: a whole policy must hold the rule, if only as unset.
    """

    kind: str
    choices: tuple[str, ...] = ()
    needed: bool = True
    least: int = 0


_COUNT, _AMOUNT, _FLAG = (RuleShape(kind) for kind in ("count", "amount", "flag"))
_POSITIVE = RuleShape("count", least=1)

RULE_SHAPES: Mapping[str, RuleShape] = MappingProxyType(
    {
        "calendar.reply_months": _POSITIVE,
        "calendar.exam_months": _POSITIVE,
        "references.valid_months": _POSITIVE,
        "references.blanks_void": _POSITIVE,
        "references.remind_after_days": _POSITIVE,
        "review.reviewers": _POSITIVE,
        "review.scope": RuleShape("choice", ("same", "same_or_wider")),
        "review.order": RuleShape("choice", ("side_by_side", "in_sequence")),
        "exam.scorers": _POSITIVE,
        "exam.tolerance": _AMOUNT,
        "exam.third_scorer": RuleShape("choice", ("closest_two", "third_decides", "mean_of_three")),
        "exam.month_end_days": _POSITIVE,
        "exam.approval_valid_months": _POSITIVE,
        "exam.retake_months": _COUNT,
        "exam.part_one_pass_percent": _AMOUNT,
        "exam.part_two_pass_percent": _AMOUNT,
        "endorsement.begins": RuleShape("choice", ("decision_date", "letter_date")),
        "endorsement.begins_after_exam": RuleShape("choice", ("result_date", "letter_date")),
        "renewal.cycle_years": _POSITIVE,
        "renewal.cycle_ends": RuleShape("month_day"),
        "renewal.anchor_year": RuleShape("count", needed=False, least=1900),
        "renewal.opens": RuleShape("month_day"),
        "renewal.training_hours": _AMOUNT,
        "renewal.training_rsc_hours": _AMOUNT,
        "renewal.training_dei_hours": _AMOUNT,
        "renewal.rsc_hours": _AMOUNT,
        "renewal.rsc_categories": RuleShape("categories"),
        "renewal.first_cycle": RuleShape("choice", ("all_hours", "no_hours")),
        "renewal.membership": _FLAG,
        "renewal.code_of_ethics_yearly": _FLAG,
        "renewal.attestation_from": RuleShape("day"),
        "renewal.grace_days": _COUNT,
        "registry.sanctioned_inactive": _FLAG,
        "reactivation.steps": RuleShape("steps"),
        "reactivation.references": _COUNT,
        "reactivation.exam_again": _FLAG,
        "fee.registration": _AMOUNT,
        "fee.processing": _AMOUNT,
        "fee.exam": _AMOUNT,
        "fee.renewal": _AMOUNT,
        "fee.late_renewal": _AMOUNT,
        "fee.reactivation": _AMOUNT,
        "ers.emerging_years": RuleShape("count", needed=False),
    }
)
REACTIVATION_STEPS = ("education", "work", "training", "rsc", "references", "fee", "membership")

_CLOSES = re.compile(r"category\.(?P<code>[A-Z/-]+)\.closes")
_DAY_SHAPE = RuleShape("day", needed=False)
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def shape_of(key: str) -> RuleShape | None:
    """The shape of a rule; `category.<code>.closes` exists for every category."""
    return _DAY_SHAPE if _CLOSES.fullmatch(key) else RULE_SHAPES.get(key)


def fits(value: RuleValue, shape: RuleShape) -> bool:
    """Whether a value has the kind and range a rule asks for."""
    match value:
        case bool():
            return shape.kind == "flag"
        case int():
            return shape.kind == "count" and value >= shape.least
        case Decimal():
            return shape.kind == "amount" and value.is_finite() and value >= 0
        case str():
            return _fits_text(value, shape)
        case date():
            return shape.kind == "day" and not isinstance(value, datetime)
        case _:
            return _fits_list(value, shape)


def _fits_text(value: str, shape: RuleShape) -> bool:
    match shape.kind:
        case "choice":
            return value in shape.choices
        case "month_day":
            return bool(_MONTH_DAY.fullmatch(value))
        case _:
            return False


def _fits_list(value: tuple[str, ...], shape: RuleShape) -> bool:
    if shape.kind == "steps":
        return set(value) <= set(REACTIVATION_STEPS)
    return shape.kind == "categories" and all(value)


def in_shape(value: object, shape: RuleShape) -> RuleValue | None:
    """A value as a file or a person gives it, in the rule's own type; None where it does not fit.

    Whole numbers serve as amounts, lists as tuples.
    """
    if isinstance(value, list | tuple):
        found: RuleValue = tuple(str(part) for part in cast("Sequence[object]", value))
    elif isinstance(value, int) and not isinstance(value, bool) and shape.kind == "amount":
        found = Decimal(value)
    elif isinstance(value, int | str | Decimal | date):
        found = value
    else:
        return None
    return found if fits(found, shape) else None
