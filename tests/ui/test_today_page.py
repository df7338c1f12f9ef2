"""Today on screen: what is due, for whom, why, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.views import DueRow
from coordinator_app.services.desk import Desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.today import TodayPage, when_text, when_tone
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.answers import PreparedMessages
from tests.helpers.builders import Clock, an_office
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import texts
from tests.ui.case_offices import Cases

DAY = date(2026, 2, 20)
NEXT = ("ratings", "reviewer", "reply")


def rows_of(page: TodayPage) -> tuple[DueRow, ...]:
    """The lines in the order shown."""
    return cast("RowModel[DueRow]", page.table.model()).rows


@pytest.fixture
def page(qtbot: QtBot, tools: Tools, settled: Callable[[], None]) -> TodayPage:
    made = TodayPage(tools)
    qtbot.addWidget(made)
    made.resize(1240, 820)
    made.show()
    made.refresh(None)
    settled()
    settled()
    return made


@pytest.fixture
def empty_tools(
    tmp_path: Path, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Tools]:
    desk: Desk = an_office(tmp_path, Clock(DAY))
    yield Tools(desk, background, feed, messages)
    background.close()
    desk.close()


def test_a_day_is_said_by_how_near_it_is() -> None:
    said = [when_text(DAY + timedelta(days=days), DAY) for days in (-20, -1, 0, 1, 8, 15)]
    assert said == ["20 days late", "1 day late", "today", "in 1 day", "in 8 days", "Mar 7"]
    assert when_text(None, DAY) == ""
    assert when_text(date(2027, 1, 5), DAY) == "Jan 5, 2027"


def test_late_and_near_are_tinted_and_say_so_in_words() -> None:
    assert when_tone(DAY - timedelta(days=1), DAY) is Tone.BAD
    assert when_tone(DAY + timedelta(days=14), DAY) is Tone.WAIT
    assert when_tone(DAY + timedelta(days=15), DAY) is Tone.PLAIN


def test_a_case_under_review_is_one_line_with_its_next_step(page: TodayPage, cases: Cases) -> None:
    steps = [
        row.first.kind
        for row in rows_of(page)
        if row.first.application == cases.submitted and row.first.kind in NEXT
    ]
    assert steps == ["ratings"]


def test_the_panel_says_why_in_the_policys_own_words(
    page: TodayPage, settled: Callable[[], None]
) -> None:
    row = next(row for row in rows_of(page) if row.first.why.text)
    page.panel.show_row(row, DAY)
    settled()
    said = [label.text() for label in page.panel.findChildren(PlainLabel)]
    assert row.first.why.text in said
    assert any(row.first.why.source in words for words in said)


def test_enter_on_a_line_leads_to_its_case(page: TodayPage, settled: Callable[[], None]) -> None:
    gone: list[Place] = []
    page.go.connect(gone.append)
    place = next(
        number
        for number, row in enumerate(rows_of(page))
        if len(row.items) == 1 and row.first.application is not None
    )
    row = rows_of(page)[place]
    page.table.selectRow(place)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert gone == [Place("case", row.first.application)]


def test_a_narrow_page_leaves_the_reasons_to_the_panel(page: TodayPage) -> None:
    assert "why" in page.table.shown_keys()
    page.resize(860, 620)
    assert "why" not in page.table.shown_keys()


def test_nothing_is_nameless_or_cut(page: TodayPage, settled: Callable[[], None]) -> None:
    assert unnamed_controls(page) == []
    assert clipped_texts(page) == []


def test_what_is_written_shows_at_once(
    page: TodayPage, cases: Cases, settled: Callable[[], None]
) -> None:
    before = page.table.model().rowCount()
    changes = cases.desk.notes.add("Call the dean", person_id=1, due=DAY)
    page.refresh(changes)
    settled()
    assert page.table.model().rowCount() == before + 1
    assert "Call the dean" in texts(page.table, "what")


def test_an_empty_office_is_told_what_to_do_next(
    qtbot: QtBot, empty_tools: Tools, settled: Callable[[], None]
) -> None:
    page = TodayPage(empty_tools)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    settled()
    assert not page.table.isVisible()
    assert "New application" in " ".join(label.text() for label in page.findChildren(PlainLabel))
    empty_tools.desk.applications.log(PersonDraft("Hina"), "IFA", DAY)
    page.refresh(None)
    settled()
    assert page.table.isVisible()
    assert texts(page.table, "who") == ["Hina"]
