"""Policy on screen: whole, with its sources; what is open is listed; a change is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coordinator_app.domain.policy_merge import compose
from coordinator_app.domain.policy_settings import settings_of, unset
from coordinator_app.services.policies import DEFAULT_PACK, shipped_packs
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.adopt_policy import SETTINGS, AdoptPolicyDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.pages.policy import PolicyPage
from coordinator_app.ui.pages.policy_lines import Standing, differences, lines_of
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.labels import PlainLabel
from coordinator_app.ui.widgets.rule_fields import fill
from coordinator_app.ui.widgets.settings_table import SettingsTable
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.starting import an_office, click, press, settle

CHANGES = ("alliance-2025", "alliance-three-year-renewal")


class Reading:
    """One user at the page."""

    def __init__(self, qtbot: QtBot, tools: Tools) -> None:
        self.qtbot, self.tools = qtbot, tools
        self.page = PolicyPage(tools)
        qtbot.addWidget(self.page)
        tools.feed.changed.connect(self.page.refresh)
        self.page.resize(1230, 820)
        self.page.show()
        self.page.refresh(None)
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.tools.background)

    def show(self, chip: str) -> None:
        buttons = self.page.chips.findChildren(Button)
        click(next(one for one in buttons if one.text().startswith(chip)))
        self.settle()

    def values(self) -> dict[str, str]:
        """Rule and value of every line shown."""
        return {line.what: line.value for line in self.page.model.rows}

    def panel(self) -> list[str]:
        self.settle()
        return [one.text() for one in self.page.panel.findChildren(PlainLabel) if one.isVisible()]

    def adopt(self) -> AdoptPolicyDialog:
        click(self.page.adopt_button)
        self.settle()
        return next(one for one in self.page.findChildren(AdoptPolicyDialog) if one.isVisible())


@pytest.fixture
def reading(
    qtbot: QtBot, tmp_path: Path, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Reading]:
    desk = an_office(tmp_path / "a.office")
    yield Reading(qtbot, Tools(desk, background, feed, messages))
    background.close()
    desk.close()


def test_the_version_in_force_is_shown_with_its_day(reading: Reading) -> None:
    versions = reading.page.versions
    assert versions.currentText() == "AIMH HI 2024-01, from Jan 1, 2024 (in force)"
    policy = reading.page.policy
    assert policy is not None
    said = "\n".join(one.text() for one in reading.page.findChildren(PlainLabel))
    assert policy.version in said


def test_every_rule_is_shown_with_its_value_or_as_not_set(reading: Reading) -> None:
    reading.show("Rules")
    values = reading.values()
    assert values["A rating is valid after its completion for"] == "12 months"
    assert values["Reviewers of an application"] == "1 reviewer"
    assert values["Renewal day"] == "Dec 31"
    assert values["Membership needed to renew"] == "yes"
    assert (
        values["Scope a reviewer is endorsed in, against the application's"]
        == "the same or a wider scope"
    )
    assert values["Processing fee"] == "not set"
    policy = reading.page.policy
    assert policy is not None
    assert len(values) == len(policy.rules)


def test_all_that_is_unset_is_listed_by_itself(reading: Reading) -> None:
    reading.show("Not set")
    policy = reading.page.policy
    assert policy is not None
    rows = reading.page.model.rows
    assert {line.standing for line in rows} == {Standing.NOT_SET}
    fields = [rule for rule in unset(policy) if rule.key.startswith("requirement.")]
    requirements = {rule.key.removeprefix("requirement.").rpartition(".")[0] for rule in fields}
    others = [rule for rule in unset(policy) if not rule.key.startswith("requirement.")]
    assert len(rows) == len(others) + len(requirements)


def test_the_paragraph_and_its_source_stand_beside_the_rule(reading: Reading) -> None:
    reading.show("Rules")
    reading.page.table.select_key("references.blanks_void")
    said = "\n".join(reading.panel())
    policy = reading.page.policy
    assert policy is not None
    paragraph = policy.paragraph("six-blanks")
    assert paragraph.text in said
    assert paragraph.source in said
    assert "published elsewhere" in said
    reading.page.table.select_key("calendar.reply_months")
    assert "AIMH HI endorsement page, valid as of 2024-01-01" in "\n".join(reading.panel())


def test_every_line_has_a_key_of_its_own(reading: Reading) -> None:
    policy = reading.page.policy
    assert policy is not None
    keys = [line.key for line in lines_of(policy)]
    assert len(keys) == len(set(keys))
    assert differences(policy, policy) == []


def test_a_change_shows_what_becomes_otherwise_before_it_is_adopted(
    reading: Reading, messages: PreparedMessages
) -> None:
    dialog = reading.adopt()
    assert dialog.day.value == date(2026, 3, 1)
    assert not dialog.adopt_button.isEnabled()
    click(dialog.ticks["alliance-three-year-renewal"])
    reading.settle()
    changed = {one.line.what: (one.before, one.after) for one in dialog.model.rows}
    assert changed["Renewal every"] == ("1 year", "3 years")
    assert dialog.adopt_button.text() == "Adopt from Mar 1, 2026"
    messages.answer(True)
    click(dialog.adopt_button)
    reading.settle()
    assert messages.said == [
        "Adopt AIMH HI 2024-01 + Alliance three-year renewal from Mar 1, 2026?"
    ]
    adopted = [policy for _, policy in reading.tools.desk.policies.all()]
    assert [policy.in_force_from for policy in adopted] == [date(2024, 1, 1), date(2026, 3, 1)]
    assert adopted[1].count("renewal.cycle_years") == 3
    assert "is adopted, in force from Mar 1, 2026" in reading.page.notice.text
    assert reading.page.versions.count() == 2
    assert reading.page.versions.currentText().endswith("(in force)")


def test_a_setting_can_be_said_later_and_the_rest_stays(
    reading: Reading, messages: PreparedMessages
) -> None:
    dialog = reading.adopt()
    dialog.views.chosen.emit(SETTINGS)
    assert dialog.settings is not None
    type_into(dialog.settings.lines["fee.processing"].field, "125")
    press(dialog.settings.lines["fee.processing"].field, Qt.Key.Key_Tab)
    reading.settle()
    assert [one.after for one in dialog.model.rows] == ["$125.00"]
    messages.answer(True)
    click(dialog.adopt_button)
    reading.settle()
    policy = reading.tools.desk.policies.all()[1][1]
    assert policy.amount("fee.processing") == Decimal(125)
    assert policy.rules["review.reviewers"].to_confirm


def test_a_day_on_which_a_version_begins_already_is_refused(
    reading: Reading, messages: PreparedMessages
) -> None:
    dialog = reading.adopt()
    dialog.day.set_value(date(2024, 1, 1))
    assert dialog.settings is not None
    type_into(dialog.settings.lines["fee.processing"].field, "1")
    reading.settle()
    messages.answer(True)
    click(dialog.adopt_button)
    reading.settle()
    assert dialog.isVisible()
    assert dialog.notice.text
    assert len(reading.tools.desk.policies.all()) == 1


def test_a_change_before_its_earliest_day_is_refused_at_once(reading: Reading) -> None:
    dialog = reading.adopt()
    dialog.day.set_value(date(2024, 6, 1))
    click(dialog.ticks["alliance-2025"])
    reading.settle()
    assert "Alliance 2025 holds from" in dialog.notice.text
    assert not dialog.adopt_button.isEnabled()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_or_nameless(reading: Reading, look: Theme, percent: int) -> None:
    look.show(Look.LIGHT, percent)
    reading.page.resize(892, 620)
    reading.settle()
    reading.page.grab()
    assert clipped_texts(reading.page) == []
    assert unnamed_controls(reading.page) == []
    dialog = reading.adopt()
    dialog.resize(1000, 640)
    for view in ("changes", SETTINGS):
        dialog.views.chosen.emit(view)
        reading.settle()
        dialog.grab()
        assert clipped_texts(dialog) == []
        assert unnamed_controls(dialog) == []


@pytest.mark.parametrize(
    "changes", [(), ("alliance-2025",), ("alliance-three-year-renewal",), tuple(sorted(CHANGES))]
)
def test_settings_that_nobody_touches_say_nothing(changes: tuple[str, ...], qtbot: QtBot) -> None:
    packs = shipped_packs()
    day = date(2027, 1, 1)
    policy = compose(packs[DEFAULT_PACK], [(packs[id], day) for id in changes], {}, day)
    table = SettingsTable(policy)
    qtbot.addWidget(table)
    assert table.settings() == {}
    assert table.check()
    table.confirm_all()
    said = table.settings()
    assert set(said) == {key for key, line in table.lines.items() if line.rule.value is not None}
    confirmed = compose(packs[DEFAULT_PACK], [(packs[id], day) for id in changes], said, day)
    assert not [rule for rule in confirmed.rules.values() if rule.to_confirm and rule.key in said]


def test_settings_follow_the_changes_chosen_and_keep_what_was_typed(reading: Reading) -> None:
    dialog = reading.adopt()
    assert dialog.settings is not None
    type_into(dialog.settings.lines["fee.processing"].field, "125")
    fill(dialog.settings.lines["renewal.cycle_ends"].field, "06-30")
    reading.settle()
    assert [one.after for one in dialog.model.rows] == ["Jun 30", "$125.00"]
    click(dialog.ticks["alliance-three-year-renewal"])
    reading.settle()
    after = {one.line.what: one.after for one in dialog.model.rows}
    assert after["Processing fee"] == "$125.00"
    assert dialog.notice.text == ""
    policy = dialog.proposal
    assert policy is not None
    lines = dialog.settings.lines
    assert {key: line.rule.value for key, line in lines.items()} == {
        rule.key: rule.value for rule in settings_of(policy)
    }
    assert lines["fee.processing"].tick.isChecked()
