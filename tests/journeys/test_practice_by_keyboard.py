"""The practice office by keyboard alone: every page, two sizes, light and dark, large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget

from coordinator_app.runtime.paths import Paths
from coordinator_app.ui import theme
from coordinator_app.ui.widgets.labels import ElidedLabel
from tests.helpers.practice import practice_file
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.journeys.eyes import named, plain, seen_in
from tests.journeys.hands import Coordinator

PAGES = ("Today", "Applications", "Registry", "People", "Policy", "Settings")
MANY = 60  # more stops of the Tab key than any page has


@pytest.fixture
def at_practice(me: Coordinator, paths: Paths) -> Coordinator:
    """Welcome, Tab to the practice office, Enter."""
    practice_file(paths.practice.parent, paths.practice.name)
    me.program.start()
    me.rest()
    tab_to(me, "Practice office")
    me.keys("Return")
    me.sees("PRACTICE", "Everybody in this office is invented; nothing here is real.")
    return me


@pytest.mark.parametrize(
    ("width", "height", "percent", "look"),
    [
        (1440, 900, 100, "light"),
        (1440, 900, 200, "dark"),
        (1100, 700, 100, "dark"),
        (1100, 700, 200, "light"),
    ],
)
def test_every_page_is_walked_by_keyboard_and_nothing_is_nameless_clipped_or_lost(
    at_practice: Coordinator, width: int, height: int, percent: int, look: str
) -> None:
    me = at_practice
    set_the_look(me, percent, look)
    me.make_room(width, height)
    assert (me.front.width(), me.front.height()) == (width, height), "it fits the screen"
    for number, page in enumerate(PAGES, start=1):
        me.keys(f"Alt+{number}")
        me.sees(page)
        walk_round(me)
    for page, seen in (("Alt+2", "The applicant’s record"), ("Alt+4", "On record")):
        me.keys(page)
        me.keys("Down", "Return")
        me.sees(seen)
        walk_round(me)
        me.keys("Alt+Left")
        me.sees_no(seen)
        walk_round(me)


# A menu takes the keyboard to itself; the offscreen platform has none to take.
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_menus_dialogs_and_rows_open_and_close_by_keyboard(at_practice: Coordinator) -> None:
    me = at_practice
    me.keys("Alt+F")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Close office" in [action.text().replace("&", "") for action in menu.actions()]
    me.keys("Escape", "Escape")
    assert QApplication.activePopupWidget() is None
    for keys, seen in (
        ("F1", "Go to the first page of the sidebar, and so on to Alt+9"),
        ("Ctrl+N", "Log application"),
    ):
        me.keys(keys)
        me.sees(seen)
        walk_round(me)
        me.keys("Escape")
        me.sees("PRACTICE")
    due = me.rows("What is due")
    one = next(number for number, row in enumerate(due) if row[-1] == "Open")
    me.keys("Alt+1")
    me.keys("Home", *["Down"] * one, "Return")
    me.sees("History")
    me.keys("Alt+Left")
    me.sees("Renewal hours short")
    me.keys("Ctrl+W")
    me.sees("New office…")


# The keyboard's way


def set_the_look(me: Coordinator, percent: int, look: str) -> None:
    """Larger text and the dark look, by their keys."""
    for _ in range(10):
        if theme.now().percent < percent:
            me.keys("Ctrl++")
    if theme.now().palette.name != look:
        me.keys("Ctrl+Shift+D")
    assert (theme.now().percent, theme.now().palette.name) == (percent, look)


def tab_to(me: Coordinator, name: str) -> None:
    for _ in range(MANY):
        if me.has_keyboard == name:
            return
        me.keys("Tab")
    raise AssertionError(f"Tab never reaches {name}")


def walk_round(me: Coordinator) -> None:
    """Tab through all that can be reached, and look at each."""
    assert unnamed_controls(me.front) == []
    assert cut_texts(me.front) == []
    assert [said for stop in stops(me) for said in stop] == []


def stops(me: Coordinator) -> Iterator[list[str]]:
    """What is wrong at each stop of the Tab key, once round."""
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the keyboard"
    here = first
    for _ in range(MANY):
        focused, there = here.grab().toImage(), is_in_view(here)
        name = named(here)
        me.keys("Tab")
        reached = QApplication.focusWidget()
        assert reached is not None, f"after {name} nothing has the keyboard"
        marked = reached is here or here.grab().toImage() != focused
        yield [f"{name} is out of view"] * (not there) + [f"{name} is not marked"] * (not marked)
        here = reached
        if here is first:
            return
    raise AssertionError(f"Tab does not come round; it is at {named(here)}")


def is_in_view(widget: QWidget) -> bool:
    """Whether enough of it is seen to know what it is."""
    seen = widget.visibleRegion().boundingRect()
    return seen.height() >= min(widget.height(), 24) and seen.width() >= min(widget.width(), 60)


def cut_texts(window: QWidget) -> list[str]:
    """Texts of which a part can be seen neither now nor by scrolling; quiet lines may end in … ."""
    quiet = [said for said in clipped_texts(window) if "ElidedLabel" not in said]
    return quiet + [f"{named(part)} is cut" for part in seen_in(window) if is_cut(part)]


def is_cut(part: QWidget) -> bool:
    """Whether a label stands out of the area in which it scrolls, and that does not scroll sideways."""
    if not isinstance(part, QLabel) or isinstance(part, ElidedLabel) or not plain(part):
        return False
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None or above.horizontalScrollBar().maximum() > 0:
        return False
    left = part.mapTo(above.viewport(), part.rect().topLeft()).x()
    return left < 0 or left + part.width() > above.viewport().width()
