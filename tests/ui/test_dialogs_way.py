"""The dialogs on the way of a case, from accepted to decided, by mouse and keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.ui.dialogs.acceptance import AcceptanceDialog
from coordinator_app.ui.dialogs.decision import DecisionDialog
from coordinator_app.ui.dialogs.pause import PauseDialog
from coordinator_app.ui.dialogs.reason import ReasonDialog
from coordinator_app.ui.dialogs.review import ReviewDialog
from coordinator_app.ui.dialogs.reviewer import ReviewerDialog
from coordinator_app.ui.dialogs.submit import SubmitDialog
from coordinator_app.ui.pages.case_acts import Act, Do
from coordinator_app.ui.tools import Tools
from tests.helpers.keys import type_into
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


def test_accepting_asks_for_fee_and_membership_and_an_override_stays_on_the_case(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.registered)
    hands.click(page.head.next)
    dialog = hands.dialog(page, AcceptanceDialog)
    hands.save(dialog)
    assert dialog.form.errors() == {"fee": "Fee is needed here. Please fill it in."}
    dialog.fee.set_value("unpaid")
    hands.save(dialog)
    assert dialog.obstacles.isVisible(), "what stands in the way is named, the override offered"
    assert hands.card(page).row.state == "registered"
    hands.save(dialog)
    assert dialog.isVisible(), "an override needs its reason"
    type_into(dialog.obstacles.field, "The board waived it")
    hands.key(dialog.obstacles.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    card = hands.card(page)
    assert card.row.state == "accepted"
    assert [one.reason for one in card.overrides] == ["The board waived it"]


def test_accepting_with_all_in_order_writes_membership_and_fee(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.registered)
    dialog = hands.do(page, Act(Do.ACCEPT), AcceptanceDialog)
    dialog.association.set_value("AIMH HI")
    dialog.until.setText("12/31/2026")
    dialog.fee.set_value("paid")
    dialog.amount.setText("$100")
    hands.save(dialog)
    card = hands.card(page)
    assert card.row.state == "accepted"
    assert [one.amount for one in card.evidence] == ["100.00"]
    assert not card.overrides


def test_submitting_foretells_the_round_and_names_what_is_missing(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.accepted)
    dialog = hands.do(page, Act(Do.SUBMIT), SubmitDialog)
    assert "February 2026 round" in dialog.round.text()
    assert "Mar 31, 2026" in dialog.round.text()
    assert dialog.obstacles.isVisible()
    dialog.on.setText("Jan 31, 2026")
    assert "Feb 28, 2026" in dialog.round.text()
    hands.save(dialog)
    assert dialog.isVisible()
    assert hands.card(page).row.state == "accepted"


def test_a_complete_case_is_submitted_with_one_key(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.ready)
    dialog = hands.do(page, Act(Do.SUBMIT), SubmitDialog)
    assert not dialog.obstacles.isVisible()
    hands.key(dialog.on, Qt.Key.Key_Return)
    row = hands.card(page).row
    assert (row.state, row.round, row.reply_due) == ("submitted", "2026-02", date(2026, 3, 31))


def test_a_day_before_registering_is_refused_at_its_field(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.ready)
    dialog = hands.do(page, Act(Do.SUBMIT), SubmitDialog)
    dialog.on.setText("2025-10-01")
    hands.save(dialog)
    assert dialog.isVisible()
    assert "Oct 1, 2025" in dialog.on.accessibleDescription()


def test_the_best_reviewer_is_chosen_already_and_whoever_is_barred_cannot_be(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.submitted)
    hands.click(page.head.next)
    dialog = hands.dialog(page, ReviewerDialog)
    assert dialog.chosen is not None
    assert not dialog.chosen.conflicts
    why = dict(zip(texts(dialog.table, "name"), texts(dialog.table, "why"), strict=True))
    assert why["Amelia Chun"].startswith("never: gave the RSC")
    assert why["Patrick Ito"] == "same agency"
    dialog.table.select_key(cases.reviewers[0])
    assert not dialog.save_button.isEnabled()


def test_a_reviewer_with_a_tie_needs_a_reason_that_stays_visible(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.submitted)
    dialog = hands.do(page, Act(Do.ASSIGN), ReviewerDialog)
    dialog.table.select_key(cases.reviewers[2])
    assert "same agency" in dialog.obstacles._what._text.text()
    hands.save(dialog)
    assert dialog.isVisible()
    dialog.obstacles.field.set_value("Nobody else reads Ilocano")
    hands.save(dialog)
    card = hands.card(page)
    assert card.row.state == "in_review"
    assert card.overrides[-1].rule == "conflict.same_agency"
    assert page.middle.reviews.model.rows[0].reviewer_name == "Patrick Ito"


def test_a_review_is_recorded_from_the_accent_button(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    hands.click(page.head.next)
    dialog = hands.dialog(page, ReviewDialog)
    dialog.recommends.set_value("approve")
    dialog.comment.set_value("All in order.")
    hands.save(dialog)
    assert texts(page.middle.reviews.table, "says") == ["Approve"]


def test_deciding_has_the_findings_beside_it_and_only_the_decisions_of_the_category(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.DECIDE), DecisionDialog)
    offered = [dialog.kind.itemText(n) for n in range(dialog.kind.count())]
    assert offered == ["Choose a decision", "Approve", "Defer", "Deny"]
    assert "1 missing" in texts(dialog.table, "verdict")
    assert not dialog.obstacles.isVisible()
    dialog.kind.set_value("approve")
    assert dialog.obstacles.isVisible()
    assert "Reference ratings: 1 missing" in dialog.obstacles._what._text.text()
    dialog.kind.set_value("defer")
    assert not dialog.obstacles.isVisible()


def test_deferring_says_why_near_its_field_and_keeps_what_was_typed(
    hands: Hands, cases: Cases
) -> None:
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.DECIDE), DecisionDialog)
    dialog.kind.set_value("defer")
    dialog.on.setText("Feb 19, 2026")
    hands.save(dialog)
    assert dialog.isVisible()
    assert dialog.reasons.accessibleDescription()
    assert dialog.on.value == date(2026, 2, 19)
    dialog.reasons.set_value("A third rating is missing.")
    hands.save(dialog)
    card = hands.card(page)
    assert card.row.state == "deferred"
    assert card.decisions[-1].reasons == "A third rating is missing."


def test_approving_in_spite_of_what_is_missing_names_its_reason(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.DECIDE), DecisionDialog)
    dialog.kind.set_value("approve")
    hands.save(dialog)
    assert dialog.isVisible()
    dialog.obstacles.field.set_value("The board decided so on Feb 18")
    hands.save(dialog)
    card = hands.card(page)
    assert card.row.state == "endorsed"
    assert [one.rule for one in card.overrides] == ["decide"]
    said = "\n".join(label.text() for label in page.way.findChildren(QLabel))
    assert "approved before everything was met" in said
    assert "The board decided so on Feb 18" in said


def test_a_pause_and_its_end(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    dialog = hands.do(page, Act(Do.PAUSE), PauseDialog)
    dialog.why.set_value("The transcript is not official")
    hands.save(dialog)
    assert page.head.pill.text == "More information"
    hands.click(page.head.next)
    resume = hands.dialog(page, ReasonDialog)
    hands.save(resume)
    assert hands.card(page).row.state == "in_review"


def test_a_case_is_withdrawn_from_the_menu_with_a_reason(hands: Hands, cases: Cases) -> None:
    page = hands.case(cases.in_review)
    words = [action.text().replace("&", "") for action in page.head._menu.actions()]
    assert "Withdraw…" in words
    page.head._menu.actions()[words.index("Withdraw…")].trigger()
    hands.settle()
    dialog = hands.dialog(page, ReasonDialog)
    dialog.words.set_value("Moved to Oregon")
    hands.save(dialog)
    assert page.head.pill.text == "Withdrawn"
    assert "Moved to Oregon" in texts(page.middle.notes.table, "text")
