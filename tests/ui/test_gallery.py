"""The gallery: every widget in both looks, nothing clipped, nothing nameless, sharp at double scale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coordinator_app.ui.background import Background
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.page import Place
from coordinator_app.ui.palette import DARK, LIGHT
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.widgets import gallery
from tests.helpers.pictures import colours_of, picture_of, save_picture
from tests.helpers.walk import clipped_texts, unnamed_controls

Settled = Callable[[], None]
PAGES = ("today", "case", "applications", "registry", "people", "letters")


@pytest.fixture
def window(qtbot: QtBot, background: Background, settled: Settled) -> MainWindow:
    made = gallery.window(background)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    QTest.qWaitForWindowExposed(made)
    settled()
    return made


@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1100, 700)], ids=["wide", "narrow"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_read_and_heard(
    window: MainWindow, settled: Settled, page: str, size: QSize
) -> None:
    window.resize(size)
    window.go(Place(page))
    settled()
    QTest.qWait(0)
    assert window.size() == size
    assert clipped_texts(window) == []
    assert unnamed_controls(window) == []


def test_dark_leaves_nothing_light(window: MainWindow, look: Theme) -> None:
    look.show(Look.DARK)
    try:
        seen = colours_of(picture_of(window))
    finally:
        look.show(Look.LIGHT)
    light = {LIGHT.page, LIGHT.card, LIGHT.sidebar, LIGHT.selected, LIGHT.hover, LIGHT.head}
    assert {DARK.page, DARK.card, DARK.sidebar, DARK.selected} <= seen
    assert seen & light == set()


def test_a_picture_is_written_at_a_scale(window: MainWindow, tmp_path: Path) -> None:
    save_picture(window, tmp_path / "window.png", size=QSize(1100, 700), scale=2.0)
    assert picture_of(window, 2.0).size() == QSize(2200, 1400)
    assert (tmp_path / "window.png").stat().st_size > 10_000
