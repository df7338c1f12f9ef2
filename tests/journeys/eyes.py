"""What can be read on a window: every text that is shown, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.table_view import TableView


def seen_in(window: QWidget) -> Iterator[QWidget]:
    """Everything on a window that is shown."""
    for part in window.findChildren(QWidget):
        if part.isVisible() and part.window() is window:
            yield part


def read(part: QWidget) -> list[str]:
    """What one part of a window says by itself."""
    for kind, says in _SAYS.items():
        if isinstance(part, kind):
            return [text for text in says(part) if text]
    return []


def plain(widget: QWidget) -> str:
    """What stands on a label or a button, without the mark of its key."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def named(widget: QWidget) -> str:
    said = widget.accessibleName() or plain(widget) or widget.windowTitle()
    return f"{type(widget).__name__} {said!r}"


def choices(box: QComboBox) -> list[str]:
    return [box.itemText(n) for n in range(box.count())]


def shown_columns(table: QTableView) -> list[int]:
    """The numbers of the columns that are shown, from left to right."""
    head = table.horizontalHeader()
    every = (head.logicalIndex(place) for place in range(table.model().columnCount()))
    return [number for number in every if not table.isColumnHidden(number)]


def rows_of(table: QTableView) -> Iterator[list[str]]:
    """What the shown columns say, row by row."""
    model, columns = table.model(), shown_columns(table)
    for row in range(model.rowCount()):
        yield [str(model.index(row, column).data() or "") for column in columns]


def _table(table: QTableView) -> list[str]:
    """Its cells, or the sentence it shows without any."""
    cells = [cell for row in rows_of(table) for cell in row]
    return [table._empty] if isinstance(table, TableView) and not cells else cells


def _tabs(bar: QTabBar) -> list[str]:
    return [bar.tabText(n) for n in range(bar.count()) if bar.isTabVisible(n)]


def _lines(view: QListView) -> list[str]:
    model = view.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


_SAYS: dict[type[QWidget], Callable[[Any], list[str]]] = {
    QLabel: lambda label: [plain(label)],
    QAbstractButton: lambda button: [plain(button)],
    QLineEdit: lambda line: [line.displayText()],
    QPlainTextEdit: lambda words: [words.toPlainText()],
    QComboBox: lambda box: [box.currentText()],
    Pill: lambda pill: [pill.text],
    QTabBar: _tabs,
    QTableView: _table,
    QListView: _lines,
}
