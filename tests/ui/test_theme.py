"""The look changes while the program runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.runtime.paths import fonts_folder
from coordinator_app.ui import theme
from coordinator_app.ui.palette import DARK, LIGHT
from coordinator_app.ui.spacing import space
from coordinator_app.ui.theme import FAMILY, MONO, Look, Theme, register_fonts
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.pictures import colours_of, picture_of


@pytest.fixture
def restored(look: Theme) -> Iterator[Theme]:
    yield look
    look.show(Look.LIGHT)


def test_our_fonts_are_there() -> None:
    assert {FAMILY, MONO} <= set(register_fonts(fonts_folder()))


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_each_weight_is_a_font_of_its_own(look: Theme, weight: int) -> None:
    found = QFontInfo(look.font(weight=weight))
    assert found.family() == FAMILY
    assert found.weight() == weight


def test_dark_reaches_a_window_that_is_open(qtbot: QtBot, restored: Theme) -> None:
    label = PlainLabel("Aloha")
    label.setObjectName("page")
    qtbot.addWidget(label)
    label.show()
    restored.show(Look.DARK)
    assert (
        DARK.text in colours_of(picture_of(label))
        or label.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    )


def test_the_text_size_reaches_a_window_that_is_open(qtbot: QtBot, restored: Theme) -> None:
    label = PlainLabel("Aloha mai kākou")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().width()
    restored.show(Look.LIGHT, 200)
    assert label.sizeHint().width() == pytest.approx(2 * before, rel=0.06)


def test_margins_follow_the_text_size(qtbot: QtBot, restored: Theme) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    space(column, 10, 4)
    restored.show(Look.LIGHT, 150)
    assert (column.contentsMargins().left(), column.spacing()) == (15, 6)


@pytest.mark.parametrize(("asked", "shown"), [(10, 80), (80, 80), (200, 200), (999, 200)])
def test_text_sizes_have_their_ends(restored: Theme, asked: int, shown: int) -> None:
    restored.show(Look.LIGHT, asked)
    assert restored.percent == shown


def test_the_systems_wish_is_asked_through_one_function(qapp: QApplication, look: Theme) -> None:
    own = Theme(qapp, lambda: Look.DARK)
    try:
        own.show(Look.SYSTEM)
        assert own.palette is DARK
        own.show(Look.LIGHT)
        assert own.palette is LIGHT
    finally:
        own.setParent(None)
        qapp.setProperty("coordinator.theme", look)
        look.show(Look.LIGHT)
    assert theme.now() is look


def test_nothing_at_any_text_size_is_nothing(look: Theme) -> None:
    assert look.px(0) == 0
    assert look.px(0.2) == 1
