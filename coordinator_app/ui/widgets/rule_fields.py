"""One field for each kind of rule: what is typed becomes the value the policy keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.facts import DEGREES as DEGREE_CODES
from coordinator_app.domain.fold import fold
from coordinator_app.domain.policy import Policy, Rule, RuleValue
from coordinator_app.domain.policy_rule_shapes import REACTIVATION_STEPS, RuleShape, shape_of
from coordinator_app.ui import typed, words_policy
from coordinator_app.ui.messages import say_code
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import AmountField, DateField, Field, TextField
from coordinator_app.ui.words_case import DEGREES, word

_LEAP = " 2024"  # a year in which every month and day exists


class CountField(AmountField):
    """A whole number, `least` or more."""

    def __init__(self, spoken: str, parent: QWidget | None = None, *, least: int = 0) -> None:
        super().__init__(spoken, parent, places=0)
        self._least = least

    @property
    def whole(self) -> int | None:
        """The number as it is kept."""
        return None if self.value is None else int(self.value)

    @property
    def problem(self) -> str:
        if self.value is not None and self.value < self._least:
            return say_code("typed.at_least", least=self._least)
        return super().problem


class MonthDayField(Field):
    """A day of every year: Dec 31, 12/31 or 12-31."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent, hint=self.tr("Dec 31"))
        self.editingFinished.connect(self._tidy)

    @property
    def value(self) -> str | None:
        """ "12-31", or None where nothing is typed or it cannot be read."""
        try:
            return self._read() if not self.empty else None
        except BadInput:
            return None

    @property
    def problem(self) -> str:
        wrong = not self.empty and self.value is None
        return say_code("typed.no_month_day", text=self.text().strip()) if wrong else ""

    def set_value(self, value: str | None) -> None:
        self.setText(words_policy.month_day_text(value) if value else "")

    def _read(self) -> str:
        """A month's day is read as a date of a leap year, in the office's order of figures."""
        text = " ".join(self.text().split())
        sign = "/" if "/" in text else "-" if text.replace("-", "").isdecimal() else " "
        whole = f"2024-{text}" if sign == "-" else f"{text}{sign}{_LEAP.strip()}"
        day = typed.read_whole_day(whole)
        return f"{day.month:02d}-{day.day:02d}"

    def _tidy(self) -> None:
        if self.value:
            self.set_value(self.value)


class CodesField(Field):
    """Some of a list of codes, typed by code or by word, with commas between."""

    def __init__(
        self, words: Mapping[str, str], spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(spoken, parent)
        self._words = dict(words)
        self._codes = {fold(name): code for code, said in words.items() for name in (code, said)}
        self.setToolTip(", ".join(self._words.values()))

    @property
    def value(self) -> tuple[str, ...] | None:
        found = [self._codes.get(fold(part)) for part in self._parts()]
        return tuple(code for code in found if code) if found and all(found) else None

    @property
    def problem(self) -> str:
        wrong = [part for part in self._parts() if fold(part) not in self._codes]
        if not wrong:
            return ""
        return say_code("typed.no_such_code", text=wrong[0], known=tuple(self._words.values()))

    def set_value(self, value: Sequence[str] | None) -> None:
        self.setText(", ".join(self._words.get(code, code) for code in value or ()))
        self.setCursorPosition(0)

    def _parts(self) -> list[str]:
        return [part.strip() for part in self.text().split(",") if part.strip()]


RuleField = CountField | AmountField | TextField | Choice | DateField | MonthDayField | CodesField


def rule_field(rule: Rule, policy: Policy, parent: QWidget) -> RuleField:
    """The field for a rule of `policy`, or for something of it that is unset; empty."""
    shape = shape_of(rule.key) or _unset_shape(rule.key)
    match shape.kind:
        case "count":
            return CountField(rule.label, parent, least=shape.least)
        case "amount":
            return AmountField(rule.label, parent)
        case "flag" | "choice":
            return Choice(
                _options(rule.key, shape), rule.label, parent, none=words_policy.not_set()
            )
        case "day":
            return DateField(rule.label, parent)
        case "month_day":
            return MonthDayField(rule.label, parent)
        case "categories" | "steps":
            return CodesField(_codes(rule.key, shape, policy), rule.label, parent)
        case _:
            return TextField(rule.label, parent)


def _unset_shape(key: str) -> RuleShape:
    return RuleShape("amount" if key.endswith(".minimum") else "categories")


def _options(key: str, shape: RuleShape) -> list[tuple[object, str]]:
    values: Sequence[RuleValue] = (True, False) if shape.kind == "flag" else shape.choices
    return [(value, words_policy.plain_text(key, value)) for value in values]


def _codes(key: str, shape: RuleShape, policy: Policy) -> dict[str, str]:
    if shape.kind == "steps":
        return {code: words_policy.plain_text(key, (code,)) for code in REACTIVATION_STEPS}
    if key.endswith(".any_of"):
        return {code: word(DEGREES, code) for code in DEGREE_CODES}
    return {code: code for code in policy.categories}


def value_of(field: RuleField) -> RuleValue | None:
    """What is typed, as the policy keeps it; None where nothing is."""
    if isinstance(field, CountField):
        return field.whole
    if isinstance(field, TextField):
        return field.value or None
    return field.value


def fill(field: RuleField, value: RuleValue | None) -> None:
    """Show a rule's value in its field."""
    if isinstance(field, AmountField):
        field.set_value(Decimal(value) if isinstance(value, int | Decimal) else None)
    elif isinstance(field, TextField):
        field.set_value(value if isinstance(value, str) else "")
    else:
        field.set_value(value)  # pyright: ignore[reportArgumentType] - the rule's shape made the field
