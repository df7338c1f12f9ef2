"""People, one person's record, and the registries on screen."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coordinator_app.domain.views import NoteRow
from coordinator_app.ui.dialogs.note import NoteDialog
from coordinator_app.ui.dialogs.person import PersonDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.people import PeoplePage
from coordinator_app.ui.pages.person import PersonPage
from coordinator_app.ui.pages.registry import RegistryPage
from coordinator_app.ui.tables import RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


@pytest.fixture
def people(hands: Hands, tools: Tools) -> PeoplePage:
    page = PeoplePage(tools)
    hands.show(page)
    return page


@pytest.fixture
def person(hands: Hands, tools: Tools, cases: Cases) -> PersonPage:
    page = PersonPage(tools)
    page.open(cases.desk.cases.card(cases.in_review).row.person_id)
    hands.show(page)
    return page


def said(page: PersonPage) -> list[str]:
    return [label.text() for label in page.findChildren(PlainLabel)]


def test_a_name_is_found_however_its_okina_is_typed(people: PeoplePage, hands: Hands) -> None:
    for typed in ("nāluʻai", "Nalu'ai", "naluai", "NALU‘AI"):
        people.words.clear()
        type_into(people.words, typed)
        hands.qtbot.waitUntil(lambda: texts(people.table, "name") == ["Nāluʻai, Keoni"])


def test_chips_count_what_they_let_through(people: PeoplePage, cases: Cases) -> None:
    everybody = people.model.total
    assert everybody > len(cases.reviewers)
    assert any(text == f"All {everybody}" for text in chip_texts(people))


def chip_texts(page: PeoplePage) -> list[str]:
    return [button.text() for button in page.chips._group.buttons()]


def test_enter_opens_the_record(people: PeoplePage, hands: Hands) -> None:
    gone: list[Place] = []
    people.go.connect(gone.append)
    people.table.selectRow(0)
    hands.key(people.table, Qt.Key.Key_Return)
    row = people.model.row_at(0)
    assert row is not None
    assert gone == [Place("person", row.id)]


def test_a_person_is_added_and_then_shown(people: PeoplePage, hands: Hands, cases: Cases) -> None:
    gone: list[Place] = []
    people.go.connect(gone.append)
    hands.click(people.add_button)
    dialog = hands.dialog(people, PersonDialog)
    type_into(dialog.name, "Wai Lun Zhāng")
    type_into(dialog.email, "wai@example.org")
    hands.save(dialog)
    assert len(gone) == 1
    card = cases.desk.people.card(int(str(gone[0].what)))
    assert (card.name, card.family, card.contacts[0].value) == (
        "Wai Lun Zhāng",
        "Zhāng",
        "wai@example.org",
    )


def test_somebody_like_one_on_file_is_told_before_a_second_record_is_made(
    people: PeoplePage, hands: Hands, cases: Cases
) -> None:
    before = people.model.total
    hands.click(people.add_button)
    dialog = hands.dialog(people, PersonDialog)
    type_into(dialog.name, "Keoni Naluai")
    hands.save(dialog)
    assert "Keoni Nāluʻai" in dialog.notice.text
    assert people.model.total == before
    hands.save(dialog)
    assert people.model.total == before + 1


def test_a_record_shows_contacts_cases_and_history(person: PersonPage) -> None:
    assert person.head.title.text() == "Keoni Nāluʻai"
    assert texts(person.tables.cases, "state") == ["In review"]
    shown = said(person)
    assert "E-mail" in shown
    assert "History" in shown


def test_a_corrected_name_keeps_what_else_is_on_record(
    person: PersonPage, hands: Hands, cases: Cases
) -> None:
    id = cases.desk.cases.card(cases.in_review).row.person_id
    before = cases.desk.people.card(id)
    hands.click(person.edit_button)
    dialog = hands.dialog(person, PersonDialog)
    dialog.name.clear()
    type_into(dialog.name, "Keoni K. Nāluʻai")
    type_into(dialog.former, "Keoni Silva")
    hands.save(dialog)
    after = cases.desk.people.card(id)
    assert person.head.title.text() == "Keoni K. Nāluʻai"
    assert person.head.beside.text() == "formerly Keoni Silva"
    assert after.contacts == before.contacts
    assert after.agencies == before.agencies
    assert after.island == before.island


def test_a_to_do_is_written_and_ticked_off(person: PersonPage, hands: Hands) -> None:
    known = len(texts(person.tables.notes, "text"))
    hands.click(person.note_button)
    dialog = hands.dialog(person, NoteDialog)
    dialog.words.setPlainText("Ask for the new address")
    dialog.due.set_value(date(2026, 3, 1))
    hands.save(dialog)
    assert "Ask for the new address" in texts(person.tables.notes, "text")
    assert len(texts(person.tables.notes, "text")) == known + 1
    place = texts(person.tables.notes, "text").index("Ask for the new address")
    model = cast("RowModel[NoteRow]", person.tables.notes.model())
    person.tables.notes.acted.emit(model.row_at(place), "done")
    hands.settle()
    place = texts(person.tables.notes, "text").index("Ask for the new address")
    assert texts(person.tables.notes, "done")[place] == ""


def test_enter_on_a_case_leads_to_it(person: PersonPage, hands: Hands, cases: Cases) -> None:
    gone: list[Place] = []
    person.go.connect(gone.append)
    person.tables.cases.selectRow(0)
    hands.key(person.tables.cases, Qt.Key.Key_Return)
    assert gone == [Place("case", cases.in_review)]


def test_the_registry_stands_as_on_the_day_chosen(hands: Hands, tools: Tools, cases: Cases) -> None:
    page = RegistryPage(tools)
    hands.show(page)
    assert page.model.total == len(cases.reviewers) + 1
    page.day.set_value(date(2024, 1, 31))
    page.day.editingFinished.emit()
    hands.settle()
    assert page.model.total == 0
    page.day.set_value(tools.desk.today())
    page.day.editingFinished.emit()
    hands.settle()
    assert page.model.total == len(cases.reviewers) + 1
    assert set(texts(page.table, "status")) == {"Active", "RSC short"}


def test_nothing_is_nameless_or_cut(
    people: PeoplePage, person: PersonPage, hands: Hands, tools: Tools
) -> None:
    registry = RegistryPage(tools)
    hands.show(registry)
    for page in (people, person, registry):
        for size in ((1230, 820), (890, 620)):
            page.resize(*size)
            hands.settle()
            assert unnamed_controls(page) == []
            assert clipped_texts(page) == []


def test_a_record_is_put_aside_with_a_reason_and_leaves_the_lists(
    person: PersonPage, hands: Hands, cases: Cases, messages: PreparedMessages
) -> None:
    gone: list[Place] = []
    person.go.connect(gone.append)
    messages.answer("Entered twice by mistake")
    hands.click(person.archive_button)
    assert gone == [Place("people")]
    assert cases.desk.people.search("naluai") == ()
    assert cases.desk.history.newest(1)[0].reason == "Entered twice by mistake"


def test_an_address_that_is_none_is_said_at_its_field(people: PeoplePage, hands: Hands) -> None:
    before = people.model.total
    hands.click(people.add_button)
    dialog = hands.dialog(people, PersonDialog)
    type_into(dialog.name, "Wai Lun Zhāng")
    type_into(dialog.email, "wai at example.org")
    hands.save(dialog)
    assert "wai at example.org" in dialog.email.accessibleDescription()
    assert people.model.total == before
    dialog.cancel_button.setEnabled(True)
    messages_of(hands).answer(True)
    hands.click(dialog.cancel_button)


def messages_of(hands: Hands) -> PreparedMessages:
    found = hands.tools.messages
    assert isinstance(found, PreparedMessages)
    return found
