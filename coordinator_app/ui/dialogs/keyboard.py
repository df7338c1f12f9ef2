"""Every key there is, made from the commands that can be done now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.actions import (
    WIDGET_KEYS,
    ActionSet,
    key_sequences,
    plain_text,
    shown_commands,
)
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.labels import Title
from coordinator_app.ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line: the keys as this computer writes them, and what they do."""

    keys: str
    does: str


def key_rows(actions: ActionSet) -> list[KeyRow]:
    """All keys that do something now, commands first."""
    rows = [
        KeyRow(
            "  ".join(_native(keys) for keys in key_sequences(command)),
            plain_text(command).rstrip("…"),
        )
        for command in shown_commands(actions).values()
        if command.keys
    ]
    translate = QCoreApplication.translate
    return rows + [
        KeyRow(_native(QKeySequence(keys)), translate("commands", does))
        for keys, does in WIDGET_KEYS
    ]


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _keys(row: KeyRow) -> str:
    return row.keys


def _does(row: KeyRow) -> str:
    return row.does


class KeyboardDialog(QDialog):
    """A list to look things up in; Esc closes it."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        look = theme.now()
        self.model = RowModel(
            [
                Column[KeyRow](
                    key="keys", title=self.tr("Keys"), text=_keys, cell=Cell.MONO, width=22
                ),
                Column[KeyRow](
                    key="does", title=self.tr("What they do"), text=_does, width=40, stretch=True
                ),
            ],
            key=_does,
            parent=self,
        )
        self.model.show(key_rows(actions))
        self.table = TableView(self.model, self.tr("Keys and what they do"), self)
        card = Card(self, flush=True)
        card.add(self.table)
        close = Button(self.tr("Close"), Kind.ACCENT, self)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addWidget(Title(self.tr("Keyboard"), self))
        column.addWidget(card, 1)
        column.addLayout(buttons(close, spread=True))
        self.resize(look.px(640), look.px(560))
        self.table.setFocus()
