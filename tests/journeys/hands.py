"""A coordinator at the program: eyes that read the screen, a mouse and a keyboard.

Nothing here calls the program. Clicks go to the window, which finds what lies under the mouse;
keys go to whatever has the keyboard. What is read is what can be seen in the window in front.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coordinator_app.ui.application import Application
from coordinator_app.ui.widgets.cells import face_of, hot_part
from coordinator_app.ui.widgets.sidebar import NavItem
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.journeys.eyes import choices, named, plain, read, rows_of, seen_in, shown_columns

W = TypeVar("W", bound=QWidget)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE = 15_000
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)


@dataclass(frozen=True, slots=True)
class Coordinator:
    """One coordinator, one running program. `messages` gives the answers prepared for file dialogs."""

    qtbot: QtBot
    program: Application
    messages: PreparedMessages

    # Waiting

    def rest(self) -> None:
        """Until the program has nothing to do and all is drawn."""
        self.qtbot.waitUntil(lambda: self.program.background.idle, timeout=PATIENCE)
        for _ in range(4):  # a layout asks its parent's, and so on up
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._bring_forward()

    def until(self, holds: Callable[[], bool]) -> None:
        """Until something holds that the program does by itself after a moment."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE)
        self.rest()

    def make_room(self, width: int = 1440, height: int = 900) -> None:
        """Draw the window to a size."""
        self.front.resize(width, height)
        self.rest()

    # Eyes

    @property
    def front(self) -> QWidget:
        """The window or dialog in front: the one that has the keyboard."""
        found = QApplication.activeWindow()
        assert found is not None, "no window is shown"
        return found

    def texts(self) -> list[str]:
        """Every text that can be read in the window in front."""
        return [text for part in seen_in(self.front) for text in read(part)]

    def sees(self, *words: str) -> None:
        """Each of these words stands somewhere in the window in front, soon."""
        try:
            self.until(lambda: all(self._reads(one) for one in words))
        except self.qtbot.TimeoutError as late:
            missing = [one for one in words if not self._reads(one)]
            said = f"not seen: {missing}; seen: {self.texts()}; told: {self.messages.said}"
            raise AssertionError(said) from late

    def sees_no(self, *words: str) -> None:
        """None of these words stands in the window in front."""
        there = [one for one in words if self._reads(one)]
        assert not there, f"seen: {there}"

    def table(self, spoken: str) -> QTableView:
        """The visible table of this name."""
        return self._one(QTableView, spoken)

    def rows(self, spoken: str) -> list[list[str]]:
        """What the visible columns of a table say, row by row."""
        return list(rows_of(self.table(spoken)))

    def row(self, spoken: str, words: str) -> list[str]:
        """The one row of a table in which these words stand."""
        found = [row for row in self.rows(spoken) if words in row]
        assert len(found) == 1, f"{len(found)} rows {words!r} in {self.rows(spoken)}"
        return found[0]

    @property
    def has_keyboard(self) -> str:
        """What has the keyboard, by its name."""
        found = self._hand()
        return found.accessibleName() or plain(found)

    def page_counts(self) -> dict[str, str]:
        """What stands beside each page at the left: {"Today": "3, some late"}."""
        items = (part for part in seen_in(self.front) if isinstance(part, NavItem))
        spoken = (item.accessibleName().partition(", ") for item in items)
        return {page: count for page, _, count in spoken}

    # Mouse

    def click(self, words: str) -> None:
        """Click the button, link, chip or page of these words."""
        self.click_on(self._one(QAbstractButton, words))

    def click_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click something, or a point of it, once it is scrolled into view."""
        _scroll_to(widget)
        self.rest()
        assert widget.isEnabled(), f"{named(widget)} cannot be clicked"
        window = widget.window()
        spot = widget.mapTo(window, widget.rect().center() if at is None else at)
        under = window.childAt(spot)
        hit = under is widget or (under is not None and widget.isAncestorOf(under))
        assert hit, f"{named(widget)} lies under {under and named(under)}"
        QTest.mouseClick(window.windowHandle(), LEFT, PLAIN, spot)
        self.rest()

    def click_tab(self, words: str) -> None:
        """Click the tab that begins with these words."""
        bar = next(one for one in seen_in(self.front) if isinstance(one, QTabBar))
        found = [n for n in range(bar.count()) if bar.tabText(n).startswith(words)]
        self.click_on(bar, bar.tabRect(found[0]).center())

    def choose_row(self, spoken: str, words: str) -> None:
        """Click the row of a table in which these words stand, on its first column."""
        self._click_cell(spoken, words, None)

    def press_in_row(self, spoken: str, words: str, button: str) -> None:
        """Click the button or link `button` in the row in which `words` stand."""
        self._click_cell(spoken, words, button)

    # Keyboard

    def keys(self, *sequences: str) -> None:
        """Press keys, one sequence after the other: "Ctrl+N", "Tab", "Return"."""
        for one in sequences:
            held, window = _keys(one), self.front.windowHandle()
            QTest.keyPress(window, held.key(), held.keyboardModifiers())
            if isValid(window):  # the key may have closed it
                QTest.keyRelease(window, held.key(), held.keyboardModifiers())
        self.rest()

    def write(self, text: str) -> None:
        """Type words where the keyboard is, ʻokina and kahakō too."""
        type_into(self._hand(), text)

    def fill(self, label: str, text: str) -> None:
        """Go into the field of this label and write this in place of what it holds."""
        field = self.field(label)
        self.click_on(field)
        assert QApplication.focusWidget() is field, f"{label} does not take the keyboard"
        self.keys("Ctrl+A")
        self.write(text)

    def choose(self, label: str, words: str) -> None:
        """Take the choice of these words in the field of this label, by the arrow keys."""
        box = self.field(label)
        assert isinstance(box, QComboBox)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        wanted = box.findText(words)
        assert wanted >= 0, f"{words!r} is none of {choices(box)}"
        step = "Down" if wanted > box.currentIndex() else "Up"
        self.keys(*[step] * abs(wanted - box.currentIndex()))
        assert box.currentText() == words

    def field(self, label: str) -> QWidget:
        """The visible field of a label."""
        found = [
            part
            for part in seen_in(self.front)
            if isinstance(part, _FIELDS) and label in (part.accessibleName(), plain(part))
        ]
        assert len(found) == 1, f"{len(found)} fields {label!r} among {self._fields()}"
        return found[0]

    # How it is done

    def _bring_forward(self) -> None:
        """What a desktop does: the dialog in front has the keyboard, once closed the one below it."""
        waiting = [one for one in QApplication.topLevelWidgets() if _waits(one)]
        top = QApplication.activeModalWidget() or QApplication.activeWindow()
        if top is None and waiting:
            top = max(waiting, key=_depth)
        if top is not None and QApplication.activeWindow() is not top:
            top.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is top, timeout=PATIENCE)

    def _hand(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget() or QApplication.activeWindow() or self.program.window
        assert found is not None, "no window is shown"
        return found

    def _reads(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def _fields(self) -> list[str]:
        found = (part for part in seen_in(self.front) if isinstance(part, _FIELDS))
        return [part.accessibleName() or plain(part) for part in found]

    def _one(self, kind: type[W], words: str) -> W:
        found = [
            part
            for part in seen_in(self.front)
            if isinstance(part, kind) and words in (part.accessibleName(), plain(part))
        ]
        said = f"{len(found)} of {words!r} in {named(self.front)}: {self.texts()}"
        assert len(found) == 1, said
        return found[0]

    def _click_cell(self, spoken: str, words: str, button: str | None) -> None:
        table = self.table(spoken)
        rows = self.rows(spoken)
        places = [n for n, row in enumerate(rows) if words in row]
        assert len(places) == 1, f"{len(places)} rows {words!r} in {rows}"
        shown = shown_columns(table)
        column = shown[0] if button is None else shown[rows[places[0]].index(button)]
        index = table.model().index(places[0], column)
        _scroll_to(table)
        table.scrollTo(index)
        self.rest()
        self.click_on(table.viewport(), _aim(table, index))


def _keys(name: str) -> QKeyCombination:
    """The first keys of a sequence; PySide's types do not know that it can be indexed."""
    return cast("Any", QKeySequence(name))[0]


def _waits(window: QWidget) -> bool:
    """Whether a window could be in front: no menu, no tooltip."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return window.isVisible() and window.windowType() in kinds


def _depth(window: QWidget) -> int:
    """How many windows a window stands on."""
    below = window.parentWidget()
    return 1 + _depth(below.window()) if below is not None else 0


def _aim(table: QTableView, index: QModelIndex) -> QPoint:
    """The middle of what is painted as a button or a link in a cell, else of the cell as seen."""
    cell, face = table.visualRect(index), face_of(index)
    painted = hot_part(face, cell) if face is not None else None
    return (painted or cell).intersected(table.viewport().rect()).center()


def _scroll_to(widget: QWidget) -> None:
    """Turn the wheel until it is in view."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
