"""Exams on screen: from a planned sitting to its results, with nobody's name beside a code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.services.desk import Desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.packets import PacketsDialog
from coordinator_app.ui.dialogs.reason import ReasonDialog
from coordinator_app.ui.dialogs.scoring import (
    ApartDialog,
    DecideResultDialog,
    EnrolDialog,
    PartOneDialog,
    ScoreDialog,
    ScorerDialog,
)
from coordinator_app.ui.dialogs.sitting import AdmitDialog, AnswersDialog, PlanSittingDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.office_window import find
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.exams import ExamsPage
from coordinator_app.ui.pages.sitting import SittingPage
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.answers import PreparedMessages
from tests.helpers.builders import Clock, an_endorsed, an_office, made
from tests.helpers.exams import (
    FORM,
    SITTING_DAY,
    answered,
    approved_to_sit,
    enrolled,
    office_in_scoring,
    paired,
    score,
    seated,
)
from tests.helpers.files import quick_folder
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts

THREE = ("Leilani Kahananui", "Keoni Māhoe", "Pualani Souza")


@dataclass(frozen=True, slots=True)
class Office:
    """An office with exams, its clock, and a folder beside it."""

    desk: Desk
    clock: Clock
    folder: Path
    messages: PreparedMessages
    hands: Hands

    def page(self, sitting: int) -> SittingPage:
        page = SittingPage(self.hands.tools)
        page.open(sitting)
        self.hands.show(page)
        return page


@pytest.fixture
def office(
    qtbot: QtBot, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Office]:
    with quick_folder() as folder:
        clock = Clock()
        desk = an_office(folder, clock)
        tools = Tools(desk, background, feed, messages)
        yield Office(desk, clock, folder, messages, Hands(qtbot, tools))
        background.close()
        report = desk.checks.report()
        desk.close()
    assert report.faults == ()


@pytest.fixture
def scored(
    qtbot: QtBot, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Office]:
    """The same with a sitting, number 1, that is being scored."""
    with quick_folder() as folder:
        clock = Clock()
        desk = office_in_scoring(folder, clock, THREE)
        tools = Tools(desk, background, feed, messages)
        yield Office(desk, clock, folder, messages, Hands(qtbot, tools))
        background.close()
        report = desk.checks.report()
        desk.close()
    assert report.faults == ()


def all_words(page: QWidget) -> str:
    """Every text a page shows in labels."""
    return "\n".join(one.text() for one in page.findChildren(PlainLabel) if one.isVisible())


def test_without_a_sitting_the_page_says_what_to_do_and_planning_leads_to_it(
    office: Office,
) -> None:
    page = ExamsPage(office.hands.tools)
    office.hands.show(page)
    assert page.empty.isVisible()
    gone: list[Place] = []
    page.go.connect(gone.append)
    office.hands.click(page.empty.button)
    dialog = office.hands.dialog(page, PlanSittingDialog)
    office.hands.save(dialog)
    assert set(dialog.form.errors()) >= {"on", "title", "version"}
    dialog.on.set_value(SITTING_DAY)
    type_into(dialog.title, "April 2026 sitting")
    type_into(dialog.version, "2026-1")
    dialog.tasks.set_value("Vignette 1; none")
    office.hands.save(dialog)
    assert "Task “Vignette 1”: give it a title and at least 1 point." in all_words(dialog)
    dialog.tasks.set_value("Vignette 1; 50\nVignette 2; 40")
    dialog.part_one.setText("60")
    office.hands.save(dialog)
    assert texts(page.table, "title") == ["April 2026 sitting"]
    assert gone == [Place("sitting", office.desk.exams.list()[0].id)]
    assert office.desk.exams.card(1).form.most == 90


def test_a_candidate_is_admitted_and_an_early_one_asks_for_a_reason(office: Office) -> None:
    approved_to_sit(office.desk, THREE[0])
    office.desk.exams.plan(date(2026, 4, 20), "Early sitting", FORM)
    page = office.page(1)
    assert page.acts["admit"].isVisible()
    assert not page.acts["code"].isVisible()
    office.hands.click(page.acts["admit"])
    dialog = office.hands.dialog(page, AdmitDialog)
    assert dialog.obstacles.isVisible()
    type_into(dialog.obstacles.field, "Moves away")
    office.hands.save(dialog)
    assert texts(page.candidate_table, "name") == ["Kahananui, Leilani"]
    office.hands.click(page.acts["code"])
    assert page.chips.key in ("papers", "candidates")
    assert len(texts(page.paper_table, "code")) == 1


def test_answers_are_entered_for_a_candidate_and_no_code_is_shown_beside_the_name(
    office: Office,
) -> None:
    sitting = seated(office.desk, office.clock, THREE)
    codes = [one.code for one in office.desk.exams.card(sitting).papers]
    page = office.page(sitting)
    page.chips.choose("candidates")
    page.chips.chosen.emit("candidates")
    office.hands.settle()
    words = all_words(page.panel)
    assert "Kahananui" in words
    assert not any(code in words for code in codes)
    office.hands.click(page.panel.acts["answers"])
    dialog = office.hands.dialog(page, AnswersDialog)
    dialog.part_one.setText("52")
    dialog.answers[0].set_value("We sat with the family.")
    office.hands.save(dialog)
    assert texts(page.candidate_table, "answers").count("entered") == 1
    assert "1 of 3 answered" in page.steps.said


def test_papers_are_shown_by_code_alone_whatever_is_chosen(scored: Office) -> None:
    office, sitting = scored, 1
    page = office.page(sitting)
    for paper in page.papers.rows:
        page.paper_table.select_key(paper.id)
        office.hands.settle()
        words = all_words(page)
        assert paper.code in words
        assert not any(name.split()[-1] in words for name in THREE)
    tips = [one.toolTip() + one.accessibleName() for one in page.findChildren(QWidget)]
    assert not any(name.split()[-1] in tip for tip in tips for name in THREE)


def test_packets_are_searched_then_exported_with_the_small_group_confirmed(
    office: Office,
) -> None:
    enrolled(office.desk)
    sitting = paired(
        office.desk, answered(office.desk, seated(office.desk, office.clock, THREE[:2]))
    )
    page = office.page(sitting)
    office.hands.click(page.acts["packets"])
    dialog = office.hands.dialog(page, PacketsDialog)
    assert "No known identifier" in dialog.verdict.text()
    assert not dialog.leaks.isVisible()
    office.hands.save(dialog)
    assert "small" in dialog.form.errors()
    dialog.small.set_value("Both know it.")
    office.messages.answer(office.folder / "out")
    office.hands.save(dialog)
    assert len(list((office.folder / "out").rglob("*.pdf"))) == 4
    assert office.desk.exams.card(sitting).row.state == "scoring"
    assert page.pill.text == "Scoring"


def test_a_leak_is_named_with_the_papers_own_words(office: Office) -> None:
    enrolled(office.desk)
    sitting = paired(office.desk, answered(office.desk, seated(office.desk, office.clock, THREE)))
    first = office.desk.exams.card(sitting).candidates[0]
    office.desk.exams.enter_answers(first.id, (f"I, {first.name}, wrote this.", "x"), 50)
    page = office.page(sitting)
    office.hands.click(page.acts["packets"])
    dialog = office.hands.dialog(page, PacketsDialog)
    assert "1 of 3 packets" in dialog.verdict.text()
    assert dialog.leaks.isVisible()
    assert "names the examinee" in texts(dialog.table, "verdict")
    assert any("wrote this" in one for one in texts(dialog.table, "around"))


def test_scores_are_sealed_then_a_third_is_suggested_and_the_result_decided(
    scored: Office,
) -> None:
    office, sitting = scored, 1
    office.clock.day = date(2026, 5, 10)
    page = office.page(sitting)
    office.hands.click(page.panel.acts["score"])
    dialog = office.hands.dialog(page, ScoreDialog)
    for field, given in zip(dialog.points, ("40", "42"), strict=True):
        field.setText(given)
    office.hands.save(dialog)
    assert texts(page.paper_table, "scoreA")[0] == "sealed"
    assert texts(page.paper_table, "outcome")[0] == "waiting for B"
    score(office.desk, page.papers.rows[0].id, "B", 20, 20)
    page.refresh(None)
    office.hands.settle()
    assert texts(page.paper_table, "scoreA")[0] == "82"
    assert "Suggested third scorer" in all_words(page.panel)
    office.hands.click(page.panel.acts["seat C"])
    third = office.hands.dialog(page, ScorerDialog)
    office.hands.save(third)
    assert office.desk.exams.card(sitting).papers[0].seat("C") is not None


def test_a_result_is_decided_with_a_reason_and_released_for_all(scored: Office) -> None:
    office, sitting = scored, 1
    office.clock.day = date(2026, 5, 10)
    for paper in office.desk.exams.card(sitting).papers:
        score(office.desk, paper.id, "A", 40, 42)
        score(office.desk, paper.id, "B", 40, 40)
    page = office.page(sitting)
    for paper in page.papers.rows:
        page.paper_table.select_key(paper.id)
        office.hands.settle()
        office.hands.click(page.panel.acts["decide"])
        dialog = office.hands.dialog(page, DecideResultDialog)
        dialog.part_one.set_value(True)
        dialog.part_two.set_value(True)
        dialog.words.set_value("Both say so.")
        office.hands.save(dialog)
    assert not page.acts["settle"].isVisible()
    office.messages.answer(True)
    office.hands.click(page.acts["release"])
    assert page.steps.said[-1] == "released"
    assert "identities sealed" not in page.head.beside.text()
    assert set(texts(page.paper_table, "outcome")) == {"passed"}


def test_the_door_asks_for_a_reason_and_leads_to_the_case(scored: Office) -> None:
    office, sitting = scored, 1
    office.clock.day = date(2026, 5, 10)
    paper = office.desk.exams.card(sitting).papers[0]
    office.desk.scores.enter(paper.id, "A", (Decimal(40), Decimal(40)), office.clock.day)
    office.desk.scores.enter(paper.id, "B", (Decimal(40), Decimal(40)), office.clock.day)
    page = office.page(sitting)
    gone: list[Place] = []
    page.go.connect(gone.append)
    office.hands.click(page.panel.acts["open"])
    dialog = office.hands.dialog(page, ReasonDialog)
    office.hands.save(dialog)
    assert dialog.form.errors()
    type_into(dialog.words, "Asked by the board")
    office.hands.save(dialog)
    assert [place.page for place in gone] == ["case"]


def test_a_code_is_found_in_the_search_and_leads_to_its_sitting(office: Office) -> None:
    sitting = seated(office.desk, office.clock, THREE)
    code = office.desk.exams.card(sitting).papers[0].code
    groups = find(office.desk, code.replace("-", " ").lower())
    assert [(one.title, one.detail, one.place) for one in groups[-1].found] == [
        (code, "April 2026 sitting", Place("sitting", sitting))
    ]


def test_two_scorers_are_kept_apart_with_a_reason(office: Office) -> None:
    one, other, *_ = enrolled(office.desk)
    page = ExamsPage(office.hands.tools)
    office.hands.show(page)
    page.keep_apart()
    office.hands.settle()
    dialog = office.hands.dialog(page, ApartDialog)
    dialog.one.set_value(one)
    dialog.other.set_value(one)
    dialog.words.set_value("Partners at home.")
    office.hands.save(dialog)
    assert "two different scorers" in dialog.notice.text
    dialog.other.set_value(other)
    office.hands.save(dialog)
    assert office.desk.history.newest(1)[0].action == "Keep scorers apart"


def test_part_one_is_corrected_and_a_planned_sitting_called_off(scored: Office) -> None:
    office, sitting = scored, 1
    page = office.page(sitting)
    office.hands.click(page.panel.acts["part_one"])
    dialog = office.hands.dialog(page, PartOneDialog)
    dialog.right.setText("61")
    office.hands.save(dialog)
    assert "0 to 60" in all_words(dialog)
    dialog.right.setText("47")
    office.hands.save(dialog)
    assert page.papers.rows[0].part_one == 47
    assert "call_off" not in page.doing.possible(office.desk.exams.card(sitting))
    other = made(office.desk.exams.plan(SITTING_DAY, "Another", FORM))
    page = office.page(other)
    office.hands.click(page.acts["call_off"])
    reason = office.hands.dialog(page, ReasonDialog)
    type_into(reason.words, "No room")
    office.hands.save(reason)
    assert office.desk.exams.card(other).row.state == "called_off"


def test_scorers_are_enrolled_from_those_endorsed(office: Office) -> None:
    an_endorsed(office.desk, "Alika Chun", "IMHM-C")
    page = ExamsPage(office.hands.tools)
    office.hands.show(page)
    page.enrol()
    office.hands.settle()
    dialog = office.hands.dialog(page, EnrolDialog)
    assert dialog.told.text() == "Nobody is enrolled yet."
    type_into(dialog.who.search, "Chun")
    office.hands.wait(lambda: bool(dialog.who.model.rows))
    dialog.who.table.select_key(dialog.who.model.rows[0].id)
    dialog.who.table.opened.emit(dialog.who.model.rows[0])
    office.hands.settle()
    dialog.most.setText("4")
    office.hands.save(dialog)
    assert [one.most_papers for one in office.desk.pairs.scorers(SITTING_DAY)] == [4]


@pytest.mark.parametrize("width", [1230, 900])
def test_nothing_on_the_sitting_is_cut_and_every_control_has_a_name(
    scored: Office, width: int, settled: Callable[[], None]
) -> None:
    office, sitting = scored, 1
    page = SittingPage(office.hands.tools)
    page.open(sitting)
    office.hands.show(page, width)
    settled()
    assert clipped_texts(page) == []
    assert unnamed_controls(page) == []


def test_the_first_paper_is_shown_though_the_keyboard_came_before_the_rows(scored: Office) -> None:
    page = SittingPage(scored.hands.tools)
    page.show()
    page.focus_first()
    page.open(1)
    scored.hands.show(page)
    assert page.paper_table.selected() == [page.papers.rows[0]]
    assert page.panel.isVisible()
