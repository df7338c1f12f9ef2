"""The first screen: four ways to begin, and the offices opened lately."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.welcome import Welcome, dropped_file
from coordinator_app.ui.welcome_recent import RecentFile
from tests.helpers.pictures import colours_of, picture_of
from tests.helpers.walk import clipped_texts, the, unnamed_controls
from tests.ui.starting import click, press

THERE = RecentFile(Path("/offices/aimh-hi.office"), there=True)
GONE = RecentFile(Path("/stick/copy.office"), there=False)


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    """Shown, with every command taken up."""
    made = Welcome()
    qtbot.addWidget(made)
    for command in ("file.new", "file.open", "file.import", "file.practice", "help.about"):
        made.commands.on(command, lambda: None)
    made.show()
    return made


def test_a_new_user_is_offered_four_ways_to_begin(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.show_recent([])
    fired: list[object] = []
    welcome.commands.fired.connect(fired.append)
    for name in ("New office…", "Open office…", "Bring in a workbook…", "Practice office"):
        click(the(type(welcome.buttons["file.new"]), welcome, name))
    assert fired == ["file.new", "file.open", "file.import", "file.practice"]
    assert not welcome.recent.isVisible()


def test_new_office_is_under_the_hand_where_nothing_was_opened(
    welcome: Welcome, qtbot: QtBot
) -> None:
    welcome.show_recent([])
    welcome.focus_first()
    fired: list[object] = []
    welcome.commands.fired.connect(fired.append)
    press(welcome.buttons["file.new"], Qt.Key.Key_Return)
    assert fired == ["file.new"]


def test_enter_opens_a_recent_office_and_delete_takes_it_off_the_list(welcome: Welcome) -> None:
    welcome.show_recent([THERE, GONE])
    chosen: list[object] = []
    forgotten: list[object] = []
    welcome.chosen.connect(chosen.append)
    welcome.forgotten.connect(forgotten.append)
    first, second = welcome.recent.lines
    press(first, Qt.Key.Key_Return)
    press(second, Qt.Key.Key_Delete)
    assert (chosen, forgotten) == ([THERE.path], [GONE.path])


def test_an_office_that_is_gone_says_so_and_does_not_open(welcome: Welcome) -> None:
    welcome.show_recent([GONE])
    chosen: list[object] = []
    welcome.chosen.connect(chosen.append)
    line = welcome.recent.lines[0]
    click(line)
    assert chosen == []
    assert line.accessibleName() == "copy, /stick, not found"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["a.office"], "a.office"),
        (["last.xlsx"], "last.xlsx"),
        (["a.office", "b.office"], None),
        (["picture.png"], None),
        ([], None),
    ],
)
def test_an_office_or_a_workbook_may_be_dropped(
    names: list[str], found: str | None, tmp_path: Path
) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert dropped_file(dropped) == (tmp_path / found if found else None)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1100, 1440])
def test_nothing_is_clipped_or_nameless(
    welcome: Welcome, look: Theme, width: int, percent: int
) -> None:
    welcome.show_recent([THERE, GONE])
    look.show(Look.LIGHT, percent)
    welcome.resize(width, 700)
    welcome.grab()
    assert clipped_texts(welcome) == []
    assert unnamed_controls(welcome) == []


def test_welcome_is_dark_in_the_dark(welcome: Welcome, look: Theme) -> None:
    welcome.show_recent([THERE, GONE])
    look.show(Look.DARK)
    light = {"#ffffff", look.palette.text}
    welcome.resize(400, 400)
    assert "#ffffff" not in colours_of(picture_of(welcome)) - light
    assert colours_of(picture_of(welcome)).isdisjoint({"#ffffff", "#f6f6f4"})
