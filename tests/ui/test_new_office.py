"""Making an office: each step says what is wrong, and the file holds what was entered."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.domain.errors import BadInput
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.new_office import NewOfficeDialog
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.rule_fields import CodesField, CountField, MonthDayField
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.starting import click, clock, press, settle

PHRASE = "mango tide kettle"


class Entry:
    """One user filling in the steps."""

    def __init__(self, qtbot: QtBot, dialog: NewOfficeDialog, background: Background) -> None:
        self.qtbot, self.dialog, self._background = qtbot, dialog, background
        self.made: list[Desk] = []
        dialog.made.connect(self.made.append)

    def settle(self) -> None:
        settle(self.qtbot, self._background)

    def next(self) -> None:
        click(self.dialog.next_button)
        self.settle()

    def to_the_file(self) -> None:
        """Fill in the first two steps."""
        type_into(self.dialog.association.fields.name, "Association for IMH Hawaiʻi")
        type_into(self.dialog.association.fields.short_name, "AIMH HI")
        self.next()
        type_into(self.dialog.coordinator.fields.name, "Rachel Lum")
        self.next()

    def to_the_policy(self, passphrase: str = PHRASE) -> None:
        self.to_the_file()
        type_into(self.dialog.file.first, passphrase)
        type_into(self.dialog.file.again, passphrase)
        self.next()

    def errors(self, form: Form) -> list[str]:
        return list(form.errors().values())


@pytest.fixture
def entry(
    qtbot: QtBot, tmp_path: Path, background: Background, messages: PreparedMessages
) -> Iterator[Entry]:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = NewOfficeDialog(owner, clock, tmp_path / "offices", background, messages)
    dialog.resize(980, 700)
    dialog.show()
    found = Entry(qtbot, dialog, background)
    yield found
    background.close()
    for desk in found.made:
        desk.close()


def test_each_step_says_what_is_missing_beside_its_field(entry: Entry) -> None:
    entry.next()
    assert entry.dialog.number == 0
    assert entry.errors(entry.dialog.association.form) == [
        "Association is needed here. Please fill it in.",
        "Short name is needed here. Please fill it in.",
    ]
    assert entry.dialog.association.fields.name.hasFocus()


def test_the_office_is_made_as_entered(entry: Entry, tmp_path: Path) -> None:
    entry.to_the_policy()
    entry.next()
    desk = entry.made[0]
    assert desk.path == tmp_path / "offices" / "aimh-hi.office"
    card = desk.office.card()
    assert (card.name, card.coordinator) == ("Association for IMH Hawaiʻi", "Rachel Lum")
    assert card.time_zone == "Pacific/Honolulu"
    assert desk.file_card().protected
    desk.close()
    with pytest.raises(BadInput, match=r"file\.passphrase_needed"):
        open_desk(desk.path, clock=clock)
    entry.made[0] = open_desk(desk.path, clock=clock, passphrase=PHRASE)


def test_a_setting_changed_is_the_associations_own_and_the_rest_stays_to_confirm(
    entry: Entry,
) -> None:
    entry.to_the_policy()
    lines = entry.dialog.policy.table.lines
    fee, reviewers = lines["fee.processing"], lines["review.reviewers"]
    type_into(fee.field, "100")
    assert (fee.tick.isChecked(), fee.pill.text) == (True, "confirmed")
    click(reviewers.tick)
    assert lines["renewal.training_hours"].pill.text == "to confirm"
    assert lines["exam.tolerance"].pill.text == "not set"
    entry.next()
    policy = entry.made[0].policies.all()[0][1]
    assert policy.amount("fee.processing") == Decimal(100)
    assert policy.rules["review.reviewers"].given
    assert policy.rules["renewal.training_hours"].to_confirm
    assert policy.value("exam.tolerance") is None


def test_a_wrong_setting_is_said_below_it(entry: Entry) -> None:
    entry.to_the_policy()
    line = entry.dialog.policy.table.lines["review.reviewers"]
    assert isinstance(line.field, CountField)
    line.field.setText("0")
    entry.next()
    assert line.error.text() == "Write a whole number from 1 up."
    assert entry.made == []


def test_the_policys_paragraph_is_shown_beside_the_rule_in_hand(entry: Entry) -> None:
    entry.to_the_policy()
    table = entry.dialog.policy.table
    table.lines["references.blanks_void"].field.setFocus()
    said = [
        label.text()
        for label in entry.dialog.policy.findChildren(
            type(table.lines["references.blanks_void"].error)
        )
    ]
    assert "Six items without enough information" in said


def test_a_weak_passphrase_and_two_different_ones_are_refused(entry: Entry) -> None:
    entry.to_the_file()
    step = entry.dialog.file
    type_into(step.first, "aloha")
    assert step.pill.text == "weak: easily guessed"
    type_into(step.again, "alohA")
    entry.next()
    assert entry.errors(step.form) == [
        "This passphrase is too easy to guess. Take four or more unrelated words.",
        "The two passphrases are not the same. Type the second one again.",
    ]
    assert entry.dialog.number == 2


def test_going_without_a_passphrase_is_a_choice_of_its_own(entry: Entry) -> None:
    entry.to_the_file()
    step = entry.dialog.file
    entry.next()
    assert entry.dialog.number == 2
    click(step.without)
    assert step.pill.text == "not protected by a passphrase"
    entry.next()
    entry.next()
    assert not entry.made[0].file_card().protected


def test_a_file_that_is_there_is_not_written_over(entry: Entry, tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    there = tmp_path / "offices" / "aimh-hi.office"
    there.write_bytes(b"mine")
    entry.to_the_file()
    click(entry.dialog.file.without)
    entry.next()
    assert "exists already" in entry.errors(entry.dialog.file.form)[0]
    assert there.read_bytes() == b"mine"


def test_a_folder_that_a_program_copies_is_warned_of(entry: Entry, tmp_path: Path) -> None:
    entry.to_the_file()
    entry.dialog.file.path.set_value(str(tmp_path / "Dropbox" / "our"))
    press(entry.dialog.file.path, Qt.Key.Key_Return)
    entry.settle()
    assert entry.dialog.file.warning.isVisible()
    assert entry.dialog.file.path.path == tmp_path / "Dropbox" / "our.office"


def test_a_city_is_enough_to_find_its_time_zone(entry: Entry) -> None:
    zone = entry.dialog.association.fields.zone
    zone.setText("detroit")
    zone.editingFinished.emit()
    assert zone.value == "America/Detroit"
    zone.setText("Atlantis")
    assert zone.problem.startswith("“Atlantis” is no time zone.")


def test_a_logo_is_shown_and_kept_and_another_file_is_refused(
    entry: Entry, tmp_path: Path, messages: PreparedMessages
) -> None:
    file = BytesIO()
    Image.new("RGB", (90, 60), "teal").save(file, format="PNG")
    (tmp_path / "logo.png").write_bytes(file.getvalue())
    (tmp_path / "letter.jpg").write_bytes(b"no picture")
    logo = entry.dialog.association.fields.logo
    messages.answer(tmp_path / "letter.jpg", tmp_path / "logo.png")
    click(logo.choose_button)
    entry.settle()
    assert logo.problem
    assert entry.dialog.association.form.errors()["logo"] == logo.problem
    click(logo.choose_button)
    entry.settle()
    assert logo.value is not None
    assert logo.problem == ""
    entry.to_the_policy()
    entry.next()
    assert entry.made[0].office.logo() == logo.value


def test_closing_asks_once_something_was_typed(entry: Entry, messages: PreparedMessages) -> None:
    type_into(entry.dialog.association.fields.name, "AIMH")
    messages.answer(False)
    click(entry.dialog.cancel_button)
    assert entry.dialog.isVisible()
    messages.answer(True)
    click(entry.dialog.cancel_button)
    entry.settle()
    assert messages.said == ["Close without making this office?"] * 2


def test_steps_lead_back_at_once_and_forward_only_over_what_is_right(entry: Entry) -> None:
    steps = entry.dialog.steps.items
    press(steps[3], Qt.Key.Key_Return)
    assert entry.dialog.number == 0
    entry.to_the_file()
    click(steps[0])
    assert entry.dialog.number == 0
    click(steps[2])
    assert entry.dialog.number == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Dec 31", "12-31"), ("12/31", "12-31"), ("10-1", "10-01"), ("Feb 29", "02-29"), ("31", None)],
)
def test_a_day_of_the_year_is_read_as_people_write_it(
    qtbot: QtBot, typed: str, kept: str | None
) -> None:
    field = MonthDayField("Renewal day")
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value == kept
    assert bool(field.problem) == (kept is None)


def test_codes_are_read_by_code_or_by_word(qtbot: QtBot) -> None:
    field = CodesField({"bachelor": "Bachelor’s", "master": "Master’s"}, "Degrees")
    qtbot.addWidget(field)
    field.setText("Bachelors, MASTER")
    assert field.value == ("bachelor", "master")
    field.setText("bachelor, phd")
    assert field.value is None
    assert field.problem.startswith("“phd” is not one of these: Bachelor’s, Master’s.")


@pytest.mark.parametrize("percent", [100, 200])
def test_no_step_is_clipped_or_nameless(entry: Entry, look: Theme, percent: int) -> None:
    entry.to_the_policy()
    look.show(Look.DARK, percent)
    entry.dialog.resize(1100, 700)
    for number in range(4):
        click(entry.dialog.steps.items[number])
        entry.settle()
        assert entry.dialog.number == number
        entry.dialog.grab()
        assert clipped_texts(entry.dialog) == []
        assert unnamed_controls(entry.dialog) == []
