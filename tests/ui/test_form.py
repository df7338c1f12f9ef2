"""Forms: fields say what is wrong with them, near them, in a sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.domain.partial import PartialDate
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import AmountField, DateField, PartialDateField, TextField
from coordinator_app.ui.widgets.form import Form
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, tab_order, unnamed_controls

TODAY = date(2026, 2, 20)


class ARoom:
    """A form with one field of each kind."""

    def __init__(self) -> None:
        self.form = Form()
        self.name = TextField()
        self.day = DateField(today=TODAY)
        self.since = PartialDateField()
        self.hours = AmountField()
        self.category = Choice([("IFS", "Specialist"), ("IFA", "Associate")], none="not chosen")
        self.note = NoteField()
        self.form.add("name", "Name", self.name, required=True)
        self.form.add("day", "Registered", self.day, required=True, hint="When it came in")
        self.form.add("since", "Member since", self.since)
        self.form.add("hours", "Hours", self.hours)
        self.form.add("category", "Category", self.category, required=True)
        self.form.add("note", "Note", self.note)


@pytest.fixture
def room(qtbot: QtBot) -> ARoom:
    made = ARoom()
    qtbot.addWidget(made.form)
    made.form.resize(600, 400)
    made.form.show()
    QTest.qWaitForWindowExposed(made.form)
    return made


def shown_texts(form: Form) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def test_a_form_filled_by_keyboard(room: ARoom) -> None:
    room.name.setFocus()
    for text in ("  Keoni   Nāluʻai ", "1/31/2026", "Jan 2020", "46.50 h"):
        focus = room.form.focusWidget()
        assert focus is not None
        type_into(focus, text)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    room.category.set_value("IFA")
    assert room.form.check()
    assert room.name.value == "Keoni Nāluʻai"
    assert room.day.value == date(2026, 1, 31)
    assert room.since.value == PartialDate(2020, 1)
    assert room.hours.value == Decimal("46.5")
    assert room.category.value == "IFA"


def test_what_was_typed_is_written_in_the_offices_way_when_it_is_left(room: ARoom) -> None:
    room.day.setFocus()
    QTest.keyClicks(room.day, "2026-01-31")
    QTest.keyClick(room.day, Qt.Key.Key_Tab)
    assert room.day.text() == "Jan 31, 2026"


def test_every_error_is_shown_and_the_first_has_the_keyboard(room: ARoom) -> None:
    room.day.setText("1/31/26")
    room.hours.setText("many")
    assert not room.form.check()
    texts = shown_texts(room.form)
    assert "Name is needed here. Please fill it in." in texts
    assert "“1/31/26”: write the year with four digits, as in 2026." in texts
    assert any("“many” is not a number" in text for text in texts)
    assert room.form.focusWidget() is room.name
    assert room.name.accessibleDescription() == "Name is needed here. Please fill it in."


def test_a_field_left_with_what_cannot_be_read_says_so_at_once(room: ARoom) -> None:
    room.day.setFocus()
    QTest.keyClicks(room.day, "soon")
    QTest.keyClick(room.day, Qt.Key.Key_Tab)
    assert any("“soon” is not a date" in text for text in shown_texts(room.form))
    assert "“soon” is not a date" in room.day.toolTip()
    room.day.setText("today")
    assert not any("“soon”" in text for text in shown_texts(room.form))
    assert (room.day.toolTip(), room.day.property("wrong")) == ("", False)


def test_a_required_field_passed_by_is_not_yet_an_error(room: ARoom) -> None:
    room.day.setFocus()
    QTest.keyClick(room.day, Qt.Key.Key_Tab)
    assert not any("needed" in text for text in shown_texts(room.form))


def test_an_error_goes_as_soon_as_it_is_mended(room: ARoom) -> None:
    room.form.check()
    QTest.keyClicks(room.name, "K")
    assert "Name is needed here. Please fill it in." not in shown_texts(room.form)
    assert "Registered is needed here. Please fill it in." in shown_texts(room.form)


def test_a_refusal_can_be_shown_at_its_field(room: ARoom) -> None:
    room.form.show_error("name", "There is a person of this name already.")
    assert "There is a person of this name already." in shown_texts(room.form)
    assert room.name.property("wrong") is True


def test_required_is_a_word(room: ARoom) -> None:
    assert shown_texts(room.form).count("required") == 3


def test_an_empty_date_is_no_date(room: ARoom) -> None:
    room.day.set_value(TODAY)
    room.day.set_value(None)
    assert room.day.value is None
    assert room.day.problem == ""
    assert room.day.empty


def test_arrows_step_through_days(room: ARoom) -> None:
    QTest.keyClick(room.day, Qt.Key.Key_Up)
    assert room.day.value == TODAY
    QTest.keyClick(room.day, Qt.Key.Key_Up)
    assert room.day.value == date(2026, 2, 21)
    QTest.keyClick(room.day, Qt.Key.Key_Down)
    QTest.keyClick(room.day, Qt.Key.Key_Down)
    assert room.day.value == date(2026, 2, 19)


def test_today_is_a_word(room: ARoom) -> None:
    QTest.keyClicks(room.day, "today")
    assert room.day.value == TODAY


def test_scrolling_over_a_choice_changes_nothing(room: ARoom) -> None:
    assert room.category.empty
    room.category.show_options([("IFA", "Associate")])
    assert room.category.value == "IFA"
    room.category.set_value("nonesuch")
    assert room.category.value == "IFA"


def test_tab_goes_through_the_fields_in_their_order(room: ARoom) -> None:
    expected = [room.name, room.day, room.since, room.hours, room.category, room.note]
    assert tab_order(room.form) == expected


def test_every_field_has_its_labels_name(room: ARoom) -> None:
    assert unnamed_controls(room.form) == []
    assert [field.accessibleName() for field in tab_order(room.form)] == [
        "Name", "Registered", "Member since", "Hours", "Category", "Note",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [360, 600])
def test_nothing_is_clipped(room: ARoom, width: int) -> None:
    room.form.check()
    room.form.resize(width, 600)
    assert clipped_texts(room.form) == []
