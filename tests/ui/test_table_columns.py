"""Widths of columns: what is hidden and shown again is as wide as before."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.ui.tables import Column, RowModel
from coordinator_app.ui.widgets.table_view import TableView

ROW = "Rating missing, last asked 21 days ago"


def a_table(qtbot: QtBot) -> tuple[TableView, RowModel[str]]:
    """Narrow, and without rows yet."""
    columns = [
        Column[str](key="what", title="What", text=lambda row: row, width=26, stretch=True),
        Column[str](key="why", title="Why", text=lambda row: row, width=24, stretch=True),
    ]
    model = RowModel(columns, key=lambda row: row)
    table = TableView(model, "Table")
    qtbot.addWidget(table)
    table.resize(120, 200)
    table.show()
    return table, model


def test_a_column_hidden_and_shown_again_is_not_taken_for_one_drawn_by_hand(qtbot: QtBot) -> None:
    (plain, plain_rows), (hidden, hidden_rows) = a_table(qtbot), a_table(qtbot)
    hidden.setColumnHidden(1, True)
    hidden.setColumnHidden(1, False)
    for table, rows in ((plain, plain_rows), (hidden, hidden_rows)):
        rows.show([ROW])
        table.resize(420, 200)
    assert hidden.columnWidth(1) == plain.columnWidth(1)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


def test_the_room_of_a_scroll_bar_that_went_is_taken(qtbot: QtBot, page: QWidget) -> None:
    """As on a page that is made, filled and only then shown."""
    column = Column[str](key="what", title="What", text=str, width=26, stretch=True)
    model = RowModel([column], key=str, parent=page)
    table = TableView(model, "Table", page)
    row = QVBoxLayout(page)
    row.addWidget(table)
    page.resize(600, 400)
    table.hide()
    page.show()
    model.show([f"{ROW} {number}" for number in range(2)])
    table.show()
    qtbot.waitUntil(lambda: table.width() > 500)
    assert not table.verticalScrollBar().isVisible()
    assert table.columnWidth(0) == table.viewport().width()
