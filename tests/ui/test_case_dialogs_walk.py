"""Every dialog of a case: named controls, whole texts, keys that do something, nothing clipped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.facts import COMPETENCIES as CODES
from coordinator_app.domain.facts import EVIDENCE_KINDS, RATER_KINDS, REFERENCE_STATES, STATES
from coordinator_app.ui import words_case
from coordinator_app.ui.actions import ActionSet
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.dialogs.evidence import EvidenceDialog
from coordinator_app.ui.dialogs.evidence_fields import ROWS
from coordinator_app.ui.pages.case import COMMANDS, CasePage
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import NoteField
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, tab_order, unnamed_controls
from tests.ui.case_hands import Hands
from tests.ui.case_offices import Cases

DIALOGS: tuple[tuple[str, Do], ...] = (
    ("registered", Do.ACCEPT),
    ("accepted", Do.EVIDENCE),
    ("accepted", Do.NAME_RATER),
    ("accepted", Do.SUBMIT),
    ("submitted", Do.ASSIGN),
    ("in_review", Do.DECIDE),
    ("in_review", Do.PAUSE),
    ("in_review", Do.NOTE),
    ("in_review", Do.WITHDRAW),
    ("decided", Do.LETTER),
)


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


@pytest.mark.parametrize(("which", "do"), DIALOGS, ids=[do.value for _, do in DIALOGS])
@pytest.mark.parametrize(("percent", "chosen"), [(100, Look.LIGHT), (200, Look.DARK)])
def test_every_dialog_has_names_whole_texts_and_a_first_place_for_the_keyboard(
    hands: Hands, cases: Cases, look: Theme, which: str, do: Do, percent: int, chosen: Look
) -> None:
    look.show(chosen, percent)
    page = hands.case(getattr(cases, which), 1100, 700)
    dialog = hands.do(page, Act(do), QDialog)
    hands.wait(lambda: hands.tools.background.idle)
    assert unnamed_controls(dialog) == []
    clipped = [said for said in clipped_texts(dialog) if "ElidedLabel" not in said]
    assert clipped == []
    assert dialog.width() <= page.width()
    assert dialog.height() <= page.height()
    assert dialog.focusWidget() is not None
    assert dialog.windowTitle()


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_every_kind_of_evidence_has_its_rows_and_can_be_entered(
    hands: Hands, cases: Cases, kind: str
) -> None:
    page = hands.case(cases.accepted, 900, 900)
    dialog = hands.do(page, Act(Do.EVIDENCE, kind=kind), EvidenceDialog)
    shown = {key for key, field in dialog.rows._by_key.items() if not field.isHidden()}
    assert shown == {*ROWS[kind], "note", "verified"}
    assert clipped_texts(dialog) == []
    assert unnamed_controls(dialog) == []
    dialog.rows.degree.set_value("master")
    before = len(hands.card(page).evidence)
    hands.save(dialog)
    assert len(hands.card(page).evidence) == before + 1


def test_all_of_an_entry_comes_back_when_it_is_edited(hands: Hands, cases: Cases) -> None:
    draft = EvidenceDraft(
        "work",
        title="Home visitor",
        institution="Keiki First",
        families=12,
        paid_work=False,
        note="volunteer",
        standing="verified",
    )
    hands.tools.desk.applications.enter_evidence(cases.accepted, draft)
    page = hands.case(cases.accepted)
    entry = hands.card(page).evidence[-1]
    dialog = hands.do(page, Act(Do.EDIT_EVIDENCE, entry.id), EvidenceDialog)
    assert dialog.rows.draft("work") == draft


def test_somebody_new_who_gave_rsc_comes_onto_file(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.accepted)
    dialog = hands.do(page, Act(Do.EVIDENCE, kind="rsc_received"), EvidenceDialog)
    hands.click(dialog.rows.provider.new_button)
    dialog.rows.provider.draft.name.set_value("Iolana Pua")
    dialog.rows.hours.setText("12.5")
    dialog.rows.started.setText("Jan 2025")
    dialog.rows.ended.setText("Nov 2025")
    hands.save(dialog)
    entry = hands.card(page).evidence[-1]
    assert entry.provider_name == "Iolana Pua"
    assert entry.provider_id is not None
    assert hands.tools.desk.people.card(entry.provider_id).name == "Iolana Pua"


def test_a_span_that_ends_before_it_starts_is_refused_at_its_field(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.accepted)
    dialog = hands.do(page, Act(Do.EVIDENCE, kind="work"), EvidenceDialog)
    dialog.rows.started.setText("2025")
    dialog.rows.ended.setText("2023")
    hands.save(dialog)
    assert dialog.isVisible()
    assert dialog.rows.ended.accessibleDescription()


def test_tab_goes_through_a_dialog_from_the_first_field_to_the_last_button(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.PAUSE), EntryDialog)
    order = [one.accessibleName() or one.property("text") for one in tab_order(dialog)]
    first = order.index("What")
    assert [*order[first:], *order[:first]] == ["What", "Why", "From", "Cancel", "&Pause"]


def test_the_commands_of_a_case_are_on_while_it_is_shown_and_can_be_done(
    hands: Hands, cases: Cases, qtbot: QtBot
) -> None:
    page = CasePage(hands.tools)
    page.open(cases.accepted)
    qtbot.addWidget(page)
    commands = ActionSet(page)
    page.commands = commands  # pyright: ignore[reportAttributeAccessIssue]
    page.show()
    page.refresh(None)
    hands.settle()
    on = {name for name in COMMANDS if commands.action(name).isEnabled()}
    assert {"case.evidence", "case.rater", "case.submit", "edit.note"} <= on
    assert "case.decide" not in on
    commands.fire("case.evidence")
    hands.settle()
    assert hands.dialog(page, EvidenceDialog).isVisible()
    page.hide()
    assert not any(commands.action(name).isVisible() for name in COMMANDS)


def test_every_stored_code_has_a_word() -> None:
    assert set(words_case.STATES) == set(STATES)
    assert set(words_case.REFERENCE_STATES) == set(REFERENCE_STATES)
    assert set(words_case.RATER_KINDS) == set(RATER_KINDS)
    assert set(words_case.EVIDENCE_KINDS) == set(EVIDENCE_KINDS) == set(ROWS)
    assert tuple(words_case.COMPETENCIES) == CODES


def test_ctrl_enter_saves_from_a_field_of_several_lines(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.NOTE), EntryDialog)
    note = dialog.focusWidget()
    assert isinstance(note, NoteField)
    dialog.activateWindow()
    hands.wait(dialog.isActiveWindow)
    type_into(note, "Rang twice")
    hands.key(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert any(one.text == "Rang twice" for one in hands.card(page).notes)
