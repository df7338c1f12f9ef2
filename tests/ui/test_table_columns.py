"""Widths of columns: what is hidden and shown again is as wide as before."""

from __future__ import annotations

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
