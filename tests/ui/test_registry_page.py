"""The registry and an endorsement on screen: what is short, who is selected, what is done with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.registry_moves import RegistryEntry
from coordinator_app.ui.dialogs.add_endorsement import AddEndorsementDialog
from coordinator_app.ui.dialogs.move import BackDialog, MoveDialog, SanctionDialog
from coordinator_app.ui.dialogs.registry_letter import RegistryLetterDialog
from coordinator_app.ui.dialogs.renewal import RenewalDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.endorsement import EndorsementPage
from coordinator_app.ui.pages.registry import RegistryPage
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases

_SELECT = QItemSelectionModel.SelectionFlag
EVERY = ListQuery(limit=None)


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


@pytest.fixture
def ito(cases: Cases) -> int:
    """Patrick Ito holds a second one as well."""
    person = cases.reviewers[2]
    cases.desk.registry.add_by_hand(person, RegistryEntry("IFS", PartialDate(2023, 5, 4)))
    return person


@pytest.fixture
def page(hands: Hands, tools: Tools, ito: int) -> RegistryPage:
    found = RegistryPage(tools)
    hands.show(found)
    return found


def tick(page: RegistryPage, hands: Hands, *names: str) -> None:
    """Select the rows of these names, as the boxes do."""
    for number, name in enumerate(texts(page.table, "name")):
        if name in names:
            where = page.model.index(number, 0)
            page.table.selectionModel().select(where, _SELECT.Select | _SELECT.Rows)
    hands.settle()


def reasons(tools: Tools) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for one in tools.desk.registry.list(EVERY).rows:
        found.setdefault(one.name, set()).add((one.status, one.reason))
    return found


def test_the_pill_says_what_is_short_and_the_chips_count(page: RegistryPage, tools: Tools) -> None:
    counts = tools.desk.endorsements.counts()
    assert page.chips._buttons["active"].text() == f"Active {counts['active']}"  # pyright: ignore[reportPrivateUsage] - what is read on it
    assert page.chips._buttons["owed"].text() == f"Renewal at risk {counts['owed']}"  # pyright: ignore[reportPrivateUsage] - what is read on it
    by_name = dict(zip(texts(page.table, "name"), texts(page.table, "status"), strict=True))
    assert by_name["Chun, Amelia"] == "RSC short"
    assert by_name["Akana, Hōkūlani"] == "Active"
    rsc = dict(zip(texts(page.table, "name"), texts(page.table, "rsc"), strict=True))
    assert rsc["Chun, Amelia"] == "0 of 12"


def test_moving_is_for_selected_rows_and_says_how_many(page: RegistryPage, hands: Hands) -> None:
    assert not page.move_button.isEnabled()
    assert not page.renew_button.isEnabled()
    tick(page, hands, "Chun, Amelia", "Lum, Rowena")
    assert page.move_button.isEnabled()
    assert page.total.text() == "5 endorsements · 2 selected"


def test_several_are_moved_in_one_dialog_after_a_look(
    page: RegistryPage, hands: Hands, tools: Tools
) -> None:
    tick(page, hands, "Chun, Amelia", "Lum, Rowena")
    hands.click(page.move_button)
    dialog = hands.dialog(page, MoveDialog)
    assert texts(dialog.table, "name") == ["Chun, Amelia", "Lum, Rowena"]
    assert dialog.save_button.text() == "&Move 2"
    dialog.reason_choice.set_value("own_request")
    dialog.evidence.set_value("Their letters of February 12")
    hands.settle()
    assert set(texts(dialog.table, "to")) == {"Inactive: own request"}
    hands.save(dialog)
    assert reasons(tools)["Amelia Chun"] == {("inactive", "own_request")}
    assert texts(page.table, "name") == ["Akana, Hōkūlani", "Ito, Patrick", "Ito, Patrick"]
    assert page.notice.isVisible()


def test_a_sanction_takes_all_the_person_holds(
    page: RegistryPage, hands: Hands, tools: Tools
) -> None:
    page.table.selectRow(texts(page.table, "name").index("Ito, Patrick"))
    hands.settle()
    page.sanction()
    hands.settle()
    dialog = hands.dialog(page, SanctionDialog)
    assert sorted(texts(dialog.table, "category")) == ["IFS", "IMHS"]
    hands.save(dialog)
    assert dialog.isVisible(), "board, from whom and when are needed"
    dialog.board.set_value("Hawaiʻi Board of Psychology")
    dialog.learned_from.set_value("a colleague")
    dialog.learned_on.set_value(date(2026, 2, 3))
    hands.save(dialog)
    assert reasons(tools)["Patrick Ito"] == {("inactive", "sanctioned")}
    held = tools.desk.registry.list(ListQuery(filters={"reason": "sanctioned"})).rows
    (move, *_) = tools.desk.endorsements.card(held[0].id).moves
    assert move.evidence == "Hawaiʻi Board of Psychology; learned from a colleague on Feb 3, 2026"


def test_the_same_renewal_is_recorded_for_all_selected(
    page: RegistryPage, hands: Hands, tools: Tools
) -> None:
    tick(page, hands, "Chun, Amelia", "Lum, Rowena")
    hands.click(page.renew_button)
    dialog = hands.dialog(page, RenewalDialog)
    hands.save(dialog)
    assert dialog.isVisible(), "nothing was entered"
    assert dialog.cycle.value == date(2025, 12, 31)
    dialog.days["code_of_ethics_on"].set_value(date(2025, 12, 12))
    hands.save(dialog)
    signed = {
        one.row.name: one.upkeep.code_of_ethics_on
        for one in tools.desk.endorsements.list(EVERY).rows
    }
    assert signed["Amelia Chun"] == signed["Rowena Lum"] == date(2025, 12, 12)
    assert signed["Patrick Ito"] is None


def test_one_renewal_shows_what_is_on_record_and_goes_to_the_others_held(
    page: RegistryPage, hands: Hands, tools: Tools
) -> None:
    page.table.selectRow(texts(page.table, "name").index("Ito, Patrick"))
    hands.settle()
    hands.click(page.renew_button)
    dialog = hands.dialog(page, RenewalDialog)
    assert "IFS" in dialog.also.text() or "IMHS" in dialog.also.text()
    type_into(dialog.amounts["rsc_hours"], "12.5")
    hands.save(dialog)
    rows = tools.desk.endorsements.list(EVERY).rows
    mine = [one.upkeep.rsc_hours for one in rows if one.row.name == "Patrick Ito"]
    assert [str(one) for one in mine] == ["12.5", "12.5"]
    hands.click(page.renew_button)
    again = hands.dialog(page, RenewalDialog)
    assert again.amounts["rsc_hours"].text() == "12.5"
    again.close()
    hands.settle()


def test_the_list_of_a_day_is_written_to_a_workbook(
    page: RegistryPage, hands: Hands, messages: PreparedMessages, tmp_path: Path
) -> None:
    file = tmp_path / "registry.xlsx"
    messages.answer(file)
    hands.click(page.export_button)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Registry 2026-02-20"]
    assert book.active is not None
    assert book.active.max_row == 6
    book.close()


def test_an_endorsement_is_added_by_hand(page: RegistryPage, hands: Hands, tools: Tools) -> None:
    gone = hands.places(page)
    hands.click(page.add_button)
    dialog = hands.dialog(page, AddEndorsementDialog)
    type_into(dialog.who.search, "rowena")
    hands.wait(lambda: bool(dialog.who.model.rows))
    hands.key(dialog.who.search, Qt.Key.Key_Return)
    dialog.category.set_value("IFA")
    type_into(dialog.since, "2019")
    hands.save(dialog)
    rows = tools.desk.registry.list(EVERY).rows
    added = next(one for one in rows if (one.name, one.category) == ("Rowena Lum", "IFA"))
    assert added.since == PartialDate(2019)
    assert gone == [Place("endorsement", added.id)]


def test_everything_selected_is_moved_though_not_shown(page: RegistryPage, hands: Hands) -> None:
    found: list[int] = []
    page.table.selectAll()
    page.model._pages = {0: page.model._pages[0][:2]}  # pyright: ignore[reportPrivateUsage] - as if the rest was not fetched
    page.chosen_rows(lambda rows: found.extend(one.row.id for one in rows))
    hands.settle()
    assert len(found) == len(set(found)) == 5


# One endorsement


@pytest.fixture
def one(hands: Hands, tools: Tools, ito: int) -> EndorsementPage:
    """Of somebody who holds two."""
    rows = tools.desk.registry.list(ListQuery(filters={"person": str(ito)}, order="category")).rows
    found = EndorsementPage(tools)
    found.open(rows[-1].id)
    hands.show(found)
    return found


def test_an_endorsement_says_what_is_short_and_why(one: EndorsementPage, hands: Hands) -> None:
    said = " ".join(label.text() for label in one.findChildren(PlainLabel))
    assert "Patrick Ito" in said
    assert "12 clock hours of RSC" in said
    assert texts(one.moves.table, "to") == ["Active"]
    assert texts(one.others.table, "category") == ["IFS"]
    assert one.pill.text == "RSC short"


def test_out_and_back_with_the_steps_ticked(
    one: EndorsementPage, hands: Hands, tools: Tools
) -> None:
    assert one.card is not None
    id = one.card.row.id
    hands.click(one.move_button)
    away = hands.dialog(one, MoveDialog)
    away.on.set_value(date(2026, 2, 12))
    hands.settle()
    hands.save(away)
    assert one.pill.text == "Inactive: renewal lapsed"
    assert one.move_button.text() == "&Back to Active…"
    hands.click(one.move_button)
    back = hands.dialog(one, BackDialog)
    assert len(back.steps.boxes) == 7
    hands.save(back)
    assert back.isVisible()
    assert not back.obstacles.isHidden(), "steps are missing: ticked, or a reason"
    for box in back.steps.boxes.values():
        box.setChecked(True)
    assert back.obstacles.isHidden()
    hands.save(back)
    assert tools.desk.endorsements.card(id).row.reason == "reactivated"
    assert texts(one.moves.table, "to") == ["Active", "Inactive", "Active"]


def test_a_letter_about_it_is_seen_then_issued(
    one: EndorsementPage, hands: Hands, tools: Tools
) -> None:
    hands.click(one.letter_button)
    dialog = hands.dialog(one, RegistryLetterDialog)
    hands.wait(dialog.issue_button.isEnabled)
    assert dialog.preview.page_count == 1
    hands.click(dialog.issue_button)
    assert texts(one.letters.table, "kind") == ["Renewal: reminder"]
    assert tools.desk.post.to_send() == 1


def test_no_screen_is_nameless_or_cut(
    page: RegistryPage, one: EndorsementPage, hands: Hands
) -> None:
    for screen in (page, one):
        for size in ((1230, 820), (890, 620)):
            screen.resize(*size)
            hands.settle()
            assert unnamed_controls(screen) == []
            assert clipped_texts(screen) == []
