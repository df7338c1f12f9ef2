"""What a policy leaves to the association, to be confirmed, changed or left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.policy import Policy, Rule, RuleValue
from coordinator_app.domain.policy_rule_shapes import shape_of
from coordinator_app.domain.policy_settings import settings_of
from coordinator_app.ui import theme
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.fields import AmountField
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.rule_fields import (
    MonthDayField,
    RuleField,
    fill,
    rule_field,
    value_of,
)
from coordinator_app.ui.widgets.tick_box import TickBox
from coordinator_app.ui.words_policy import DOLLARS, section_of, section_title, unit_text


@dataclass(frozen=True, slots=True)
class SettingLine:
    """The widgets of one rule."""

    rule: Rule
    start: RuleValue | None
    field: RuleField
    tick: TickBox
    pill: Pill
    error: PlainLabel

    @property
    def changed(self) -> bool:
        return value_of(self.field) != self.start

    @property
    def said(self) -> bool:
        """Whether the association has said this value itself."""
        return self.changed or self.tick.isChecked()


class SettingsTable(QWidget):
    """`looked_at(rule)` when a rule's field gets the keyboard; `changed` when a value does.

    What is neither changed nor ticked stays *to confirm*; what is unset and left empty stays unset.
    """

    looked_at = Signal(object)
    changed = Signal()

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self.lines: dict[str, SettingLine] = {}
        column = QVBoxLayout(self)
        space(column, (0, 0, 8, 0), 6)
        rules = sorted(settings_of(policy), key=lambda rule: _order(policy, rule))
        for section, some in groupby(rules, key=lambda rule: section_of(rule.key)):
            column.addWidget(Heading(section_title(section), self))
            column.addWidget(self._section(list(some)))
            column.addSpacing(theme.now().px(8))
        column.addStretch(1)

    def settings(self) -> dict[str, RuleValue | None]:
        """The values the association has said; None where it took one away."""
        return {key: value_of(line.field) for key, line in self.lines.items() if line.said}

    def open_count(self) -> int:
        """How many are still to be confirmed or unset."""
        return sum(1 for line in self.lines.values() if not line.said)

    def confirm_all(self) -> None:
        """Take every value that is there as the association's own."""
        for line in self.lines.values():
            if line.rule.value is not None:
                line.tick.setChecked(True)

    def check(self) -> bool:
        """Show a sentence below each wrong field; the first gets the keyboard."""
        wrong = [line for line in self.lines.values() if line.field.problem]
        for line in self.lines.values():
            line.error.setText(line.field.problem)
            line.error.setVisible(bool(line.field.problem))
            line.field.mark(wrong=bool(line.field.problem))
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for line in self.lines.values():
                if watched in (line.field, line.tick):
                    self.looked_at.emit(line.rule)
        return False

    def _section(self, rules: Sequence[Rule]) -> QWidget:
        part = QWidget(self)
        grid = QGridLayout(part)
        space(grid, 0, (10, 6))
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, theme.now().px(244))
        grid.setColumnMinimumWidth(2, theme.now().px(118))
        for rule in rules:
            self._add(grid, part, rule)
        return part

    def _add(self, grid: QGridLayout, part: QWidget, rule: Rule) -> None:
        row = grid.rowCount()
        line = self._line(rule, part)
        name = PlainLabel(rule.label, part, wrap=True)
        name.setBuddy(line.field)
        grid.addWidget(name, row, 0)
        grid.addLayout(_across(line.field, Muted(_unit(rule), part)), row, 1)
        grid.addLayout(_across(line.tick, line.pill), row, 2)
        grid.addWidget(line.error, row + 1, 0, 1, 3)
        self.lines[rule.key] = line
        line.field.changed.connect(partial(self._touched, line))
        line.tick.toggled.connect(partial(self._ticked, line))
        for widget in (line.field, line.tick):
            widget.installEventFilter(self)
        self._show(line)

    def _line(self, rule: Rule, part: QWidget) -> SettingLine:
        field = rule_field(rule, self._policy, part)
        fill(field, _known(rule, self._policy))
        wide = not isinstance(field, AmountField | MonthDayField)
        field.setFixedWidth(theme.now().px(222 if wide else 96))
        tick = TickBox("", part)
        tick.setChecked(rule.given)
        tick.setAccessibleName(self.tr("Confirmed: {label}").format(label=rule.label))
        error = PlainLabel("", part, wrap=True, role="error")
        error.hide()
        return SettingLine(rule, value_of(field), field, tick, Pill("", Tone.PLAIN, part), error)

    def _touched(self, line: SettingLine) -> None:
        if not line.error.isHidden() and not line.field.problem:
            line.error.hide()
            line.field.mark(wrong=False)
        if line.changed and value_of(line.field) is not None:
            line.tick.setChecked(True)
        self._show(line)
        self.changed.emit()

    def _ticked(self, line: SettingLine, _checked: bool) -> None:
        self._show(line)
        self.changed.emit()

    def _show(self, line: SettingLine) -> None:
        value = value_of(line.field)
        line.tick.setEnabled(value is not None)
        if value is None:
            line.pill.say(self.tr("not set"), Tone.PLAIN)
        elif line.said:
            line.pill.say(self.tr("confirmed"), Tone.GOOD)
        else:
            line.pill.say(self.tr("to confirm"), Tone.WAIT)


def _order(policy: Policy, rule: Rule) -> tuple[bool, int]:
    """What has a value first, in the policy's order; then what only is unset."""
    keys = list(policy.rules)
    return rule.key not in policy.rules, keys.index(rule.key) if rule.key in keys else 0


def _across(first: QWidget, second: QWidget) -> QHBoxLayout:
    """Two small parts in one cell of the grid."""
    row = QHBoxLayout()
    space(row, 0, 6)
    row.addWidget(first)
    row.addWidget(second)
    row.addStretch(1)
    return row


def _known(rule: Rule, policy: Policy) -> RuleValue | None:
    """The rule's value without categories that only another change would bring."""
    shape = shape_of(rule.key)
    if isinstance(rule.value, tuple) and shape is not None and shape.kind == "categories":
        return tuple(code for code in rule.value if code in policy.categories)
    return rule.value


def _unit(rule: Rule) -> str:
    return "$" if rule.unit == DOLLARS else unit_text(rule.unit)
