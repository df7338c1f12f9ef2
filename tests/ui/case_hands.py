"""Hands for the tests of a case: show the page, open a dialog, fill it, save it, wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.domain.views import CaseCard
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.page import Page, Place
from coordinator_app.ui.pages.case import CasePage
from coordinator_app.ui.pages.case_acts import Act
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.table_view import TableView

D = TypeVar("D", bound=QDialog)


@dataclass(frozen=True, slots=True)
class Hands:
    """One user at one office."""

    qtbot: QtBot
    tools: Tools

    def settle(self) -> None:
        """Until the worker is idle, all results are shown and closed dialogs are gone."""
        self.qtbot.waitUntil(lambda: self.tools.background.idle, timeout=15_000)
        for _ in range(4):  # a layout asks its parent's, and so on up
            QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def show(self, page: Page, width: int = 1230, height: int = 820) -> None:
        """Show a page as the window would, and let it hear of every change."""
        self.qtbot.addWidget(page)
        self.tools.feed.changed.connect(page.refresh)
        page.resize(width, height)
        page.show()
        page.refresh(None)
        self.settle()

    def places(self, page: Page) -> list[Place]:
        """Where the page asks to go from now on."""
        gone: list[Place] = []
        page.go.connect(gone.append)
        return gone

    def case(self, id: int, width: int = 1230, height: int = 820) -> CasePage:
        page = CasePage(self.tools)
        page.open(id)
        self.show(page, width, height)
        return page

    def card(self, page: CasePage) -> CaseCard:
        """What the page shows."""
        assert page.card is not None
        return page.card

    def do(self, page: CasePage, act: Act, kind: type[D]) -> D:
        """Ask for an act; the dialog that opens."""
        page.do(act)
        self.settle()
        return self.dialog(page, kind)

    def dialog(self, page: QWidget, kind: type[D]) -> D:
        """The open dialog of a kind."""
        found = [one for one in page.window().findChildren(kind) if one.isVisible()]
        assert found, f"no {kind.__name__} is open"
        return found[-1]

    def save(self, dialog: EntryDialog) -> None:
        """Press the dialog's main button."""
        self.click(dialog.save_button)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key in a widget."""
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        QTest.keyClick(widget, key, held)
        self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=15_000)
        self.settle()


def texts(table: TableView, column: str) -> list[str]:
    """What a column shows, from top to bottom."""
    model = table.model()
    number = table.shown_keys().index(column)
    return [model.index(row, number).data() or "" for row in range(model.rowCount())]
