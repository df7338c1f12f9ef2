"""Bringing in a spreadsheet: looked through, corrected, written, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.domain.imports_drafts import RowFate, RowPlan
from coordinator_app.domain.lists import ListQuery
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.import_workbook import COLUMNS, ImportDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel
from coordinator_app.ui.widgets.pill import Pill
from tests.helpers.answers import PreparedMessages
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.starting import BOOK, an_office, click, settle

ONE_WRONG = "Name,Category,Submitted,Where\nKeoni Nāluʻai,IFS,2025-06-01,Maui\nNoe Cabral,,2025-06-02,Oʻahu\n"


class Import:
    """One user with the dialog."""

    def __init__(self, qtbot: QtBot, tools: Tools, owner: QWidget) -> None:
        self.qtbot, self.tools, self.owner = qtbot, tools, owner
        self.dialog = ImportDialog(owner, tools)
        self.dialog.resize(1180, 760)
        self.dialog.show()

    def settle(self) -> None:
        settle(self.qtbot, self.tools.background)

    def read(self, path: Path) -> None:
        self.dialog.read(path)
        self.settle()

    def show(self, chip: str) -> None:
        """Press a chip of the fates."""
        buttons = self.dialog.rows.chips.findChildren(type(self.dialog.write_button))
        click(next(one for one in buttons if one.text().startswith(chip)))
        self.settle()

    def chips(self) -> list[str]:
        return [
            one.text()
            for one in self.dialog.rows.chips.findChildren(type(self.dialog.write_button))
        ]

    def columns(self) -> None:
        self.dialog.views.choose(COLUMNS)
        self.dialog.views.chosen.emit(COLUMNS)
        self.settle()

    def write(self) -> None:
        click(self.dialog.write_button)
        self.settle()

    def people(self) -> int:
        return self.tools.desk.people.list(ListQuery(limit=1)).total

    def panel(self) -> list[str]:
        """All words beside the chosen row."""
        self.settle()
        shown = (one for one in self.dialog.rows.panel.findChildren(PlainLabel))
        return [label.text() for label in shown if label.isVisible()]


@pytest.fixture
def importing(
    qtbot: QtBot, tmp_path: Path, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Import]:
    desk = an_office(tmp_path / "a.office")
    owner = QWidget()
    qtbot.addWidget(owner)
    yield Import(qtbot, Tools(desk, background, feed, messages), owner)
    background.close()
    desk.close()


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A sheet with one row that cannot be taken."""
    path = tmp_path / "last year.csv"
    path.write_text(ONE_WRONG, encoding="utf-8")
    return path


def test_every_row_has_a_fate_and_nothing_is_written_yet(importing: Import) -> None:
    importing.read(BOOK)
    plan = importing.dialog.plan
    assert plan is not None
    counts = plan.counts()
    assert importing.chips() == [
        f"All rows {len(plan.rows)}",
        f"Accepted {counts['accepted']}",
        f"Questions {counts['questions']}",
        f"Rejected {counts['rejected']}",
        f"Not data {counts['not_data']}",
    ]
    assert sum(counts.values()) == len(plan.rows)
    assert importing.people() == 0
    wanted = counts["accepted"] + counts["questions"]
    assert importing.dialog.write_button.text() == f"Write {wanted} rows"


def test_the_rows_of_one_fate_can_be_looked_at_alone(importing: Import) -> None:
    importing.read(BOOK)
    importing.show("Questions")
    rows = importing.dialog.rows.model.rows
    assert {row.fate for row in rows} == {RowFate.QUESTION}
    importing.show("Rejected")
    assert importing.dialog.rows.model.rows == ()
    assert importing.dialog.rows.table.isVisible()


def test_the_chosen_row_tells_what_became_of_each_cell(importing: Import) -> None:
    importing.read(BOOK)
    importing.show("Questions")
    row: RowPlan = importing.dialog.rows.model.rows[0]
    importing.dialog.rows.table.select_key((row.sheet, row.row))
    said = importing.panel()
    assert row.person is not None
    assert said[0] == row.person.name
    for cell in row.cells:
        assert cell.as_typed in said
    pills = [one for one in importing.dialog.rows.panel.findChildren(Pill) if one.isVisible()]
    assert len(pills) == len(row.cells)
    assert {pill.text for pill in pills} >= {"understood", "question"}


def test_a_column_taken_for_something_else_changes_the_dry_run(
    importing: Import, wrong: Path
) -> None:
    importing.read(wrong)
    importing.columns()
    choice = importing.dialog.columns.choices["D"]
    assert choice.value is None
    choice.set_value("island")
    importing.settle()
    plan = importing.dialog.plan
    assert plan is not None
    assert plan.rows[1].person is not None
    assert plan.rows[1].person.island == "Maui"
    assert importing.dialog.columns.choices["D"].value == "island"


def test_a_sheet_may_be_left_out(importing: Import) -> None:
    importing.read(BOOK)
    before = importing.dialog.plan
    importing.columns()
    click(importing.dialog.columns.take)
    importing.settle()
    plan = importing.dialog.plan
    assert plan is not None
    assert before is not None
    assert [one.sheet for one in plan.sheets] == [one.sheet for one in before.sheets][1:]
    assert len(plan.rows) < len(before.rows)


def test_what_is_written_can_be_taken_back(importing: Import) -> None:
    importing.read(BOOK)
    plan = importing.dialog.plan
    assert plan is not None
    heard: list[object] = []
    importing.tools.feed.changed.connect(heard.append)
    importing.write()
    assert importing.people() >= len(plan.people)
    assert len(heard) == 1
    said = "\n".join(label.text() for label in importing.dialog.findChildren(PlainLabel))
    assert "110 rows of coordinator-tracking-2025.xlsx were written" in said
    click(importing.dialog.undo_button)
    importing.settle()
    assert importing.people() == 0
    assert len(heard) == 2
    assert importing.tools.desk.checks.report().faults == ()


def test_bringing_it_in_twice_adds_nothing(importing: Import, wrong: Path) -> None:
    importing.read(wrong)
    importing.write()
    assert importing.people() == 1
    again = Import(importing.qtbot, importing.tools, importing.owner)
    again.read(wrong)
    again.write()
    said = "\n".join(label.text() for label in again.dialog.findChildren(PlainLabel))
    assert "Nothing was written" in said
    assert again.people() == 1
    assert not again.dialog.undo_button.isVisible()


def test_rejected_rows_are_given_back_in_a_file_with_the_reason(
    importing: Import, wrong: Path, messages: PreparedMessages, tmp_path: Path
) -> None:
    importing.read(wrong)
    messages.answer(tmp_path / "back.xlsx")
    click(importing.dialog.save_button)
    importing.settle()
    page = load_workbook(tmp_path / "back.xlsx").worksheets[0]
    rows = [[cell for cell in row] for row in page.iter_rows(values_only=True)]
    assert rows[0] == ["Reason", "Row", "Name", "Submitted", "Where"]
    assert rows[1][1:] == [3, "Noe Cabral", "2025-06-02", "Oʻahu"]
    assert rows[1][0]
    assert "back.xlsx" in importing.dialog.notice.text


def test_a_file_that_is_no_spreadsheet_is_refused_in_a_sentence(
    importing: Import, tmp_path: Path
) -> None:
    path = tmp_path / "letter.xlsx"
    path.write_bytes(b"%PDF-1.7")
    importing.read(path)
    assert "letter.xlsx" in importing.dialog.notice.text
    assert not importing.dialog.write_button.isEnabled()


def test_reading_can_be_given_up(importing: Import) -> None:
    importing.dialog.read(BOOK)
    importing.dialog.bar.cancelled.emit()
    importing.settle()
    assert importing.people() == 0


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_or_nameless(importing: Import, look: Theme, percent: int) -> None:
    importing.read(BOOK)
    look.show(Look.DARK, percent)
    importing.dialog.resize(1100, 700)
    for view in ("rows", COLUMNS):
        importing.dialog.views.choose(view)
        importing.dialog.views.chosen.emit(view)
        importing.settle()
        importing.dialog.grab()
        assert unnamed_controls(importing.dialog) == []
        whole = [one for one in clipped_texts(importing.dialog) if "ElidedLabel" not in one]
        assert whole == []
