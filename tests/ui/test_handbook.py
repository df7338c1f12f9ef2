"""The handbook: whole, true to the program, and opened by F1 at the page of the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from coordinator_app.cli.main import commands
from coordinator_app.cli.window import Window
from coordinator_app.runtime.handbook import (
    FIRST,
    PAGES,
    handbook_page,
    page_of_link,
    page_of_screen,
    picture_file,
)
from coordinator_app.runtime.paths import handbook_folder
from coordinator_app.ui import dialogs, theme
from coordinator_app.ui.actions import COMMANDS, key_sequences, plain_text
from coordinator_app.ui.dialogs.adopt_policy import AdoptPolicyDialog
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.dialogs.handbook import HandbookWindow, show_handbook
from coordinator_app.ui.dialogs.import_workbook import ImportDialog
from coordinator_app.ui.dialogs.letter import LetterDialog
from coordinator_app.ui.dialogs.new_office import NewOfficeDialog
from coordinator_app.ui.dialogs.passphrase import PassphraseDialog
from coordinator_app.ui.theme import Look
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.starting import Started, an_office, end, press, start

LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)")
SMALL = 120_000  # bytes of a picture


def texts() -> str:
    return "\n".join(handbook_page(name).text for name in PAGES)


# --- what is written ------------------------------------------------------------------------------


def test_every_page_that_lies_there_is_in_the_contents() -> None:
    assert {path.stem for path in handbook_folder().glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_title_and_text_and_only_links_that_lead_somewhere(name: str) -> None:
    page = handbook_page(name)
    assert page.title
    assert len(page.text) > 500
    assert [link for link in LINK.findall(page.text) if page_of_link(link) is None] == []
    for said, link in PICTURE.findall(page.text):
        assert said, "a picture is described for those who do not see it"
        assert picture_file(link) is not None, link
    assert "://" not in page.text, "the handbook does not lead onto the network"


def test_every_picture_is_small_and_shown() -> None:
    drawn = sorted((handbook_folder() / "pictures").glob("*.png"))
    shown = {link for _, link in PICTURE.findall(texts())}
    assert {f"pictures/{path.name}" for path in drawn} == shown
    assert [path.name for path in drawn if path.stat().st_size > SMALL] == []
    assert not any(QImage(str(path)).isNull() for path in drawn)


def test_every_command_of_the_window_is_in_the_handbook_with_its_keys() -> None:
    written, keys = texts(), handbook_page("keyboard").text
    assert [one.id for one in COMMANDS if plain_text(one).rstrip("…") not in written] == []
    first = {one.id: key_sequences(one)[0].toString() for one in COMMANDS if one.keys}
    assert [f"{name} {key}" for name, key in first.items() if f"`{key}`" not in keys] == []


def test_every_command_without_a_window_is_in_the_handbook() -> None:
    def never(*_words: object, **_more: object) -> list[Path]:
        raise AssertionError

    written = handbook_page("command-line").text
    known = commands(Window(never, never))  # pyright: ignore[reportArgumentType] - never called
    assert [one.name for one in known if f"`coordinator {one.name}" not in written] == []


def test_a_link_out_of_the_handbook_leads_nowhere() -> None:
    for link in ("https://example.org/", "../db/schema.sql", "today", "file:///etc/hosts", ""):
        assert page_of_link(link) is None
    for link in ("pictures/../today.md", "pictures/none.png", "/pictures/today.png", "today.png"):
        assert picture_file(link) is None
    with pytest.raises(KeyError):
        handbook_page("../README")


# --- the window -----------------------------------------------------------------------------------


@pytest.fixture
def handbook(qtbot: QtBot) -> Iterator[HandbookWindow]:
    owner = QMainWindow()
    qtbot.addWidget(owner)
    owner.show()
    window = show_handbook(owner, "today")
    QTest.qWaitForWindowExposed(window)
    yield window
    owner.close()


def test_a_page_is_shown_with_its_picture_as_wide_as_the_lines(handbook: HandbookWindow) -> None:
    assert handbook.windowTitle() == "Today – Handbook"
    assert handbook.text.toPlainText().startswith("Today\n")
    kind = QTextDocument.ResourceType.ImageResource.value
    image = handbook.text.document().resource(kind, QUrl("pictures/today.png"))
    assert isinstance(image, QImage)
    assert 300 < image.width() < handbook.text.viewport().width()


def test_links_and_the_contents_lead_to_other_pages_and_back(handbook: HandbookWindow) -> None:
    handbook.text.anchorClicked.emit(QUrl("policy.md"))
    assert handbook.page == "policy"
    handbook.contents.setCurrentRow(PAGES.index("people"))
    assert handbook.page == "people"
    QTest.mouseClick(handbook.back, Qt.MouseButton.LeftButton)
    assert (handbook.page, handbook.forward.isEnabled()) == ("policy", True)
    handbook.go_back()
    handbook.go_back()
    assert (handbook.page, handbook.back.isEnabled()) == ("today", False)
    handbook.go_forward()
    assert handbook.page == "policy"
    handbook.go("registry")
    assert not handbook.forward.isEnabled()


def test_a_link_to_anywhere_else_does_nothing(handbook: HandbookWindow) -> None:
    handbook.text.anchorClicked.emit(QUrl("https://example.org/"))
    assert handbook.page == "today"
    kind = QTextDocument.ResourceType.ImageResource.value
    assert handbook.text.loadResource(kind, QUrl("file:///etc/hosts")) is None


def test_words_are_found_on_the_page_and_gone_through(handbook: HandbookWindow) -> None:
    QTest.keyClick(handbook, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert handbook.sought.hasFocus()
    QTest.keyClicks(handbook.sought, "ROUND")
    count = len(handbook.text.extraSelections())
    assert count > 1
    assert handbook.found.text() == f"1 of {count}"
    QTest.keyClick(handbook.sought, Qt.Key.Key_Return)
    assert handbook.found.text() == f"2 of {count}"
    QTest.keyClick(handbook.sought, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(handbook.sought, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert handbook.found.text() == f"{count} of {count}"
    QTest.keyClicks(handbook.sought, "xyz")
    assert handbook.found.text() == "not on this page"


def test_esc_ends_the_search_first_and_then_closes(handbook: HandbookWindow) -> None:
    handbook.sought.setText("round")
    QTest.keyClick(handbook, Qt.Key.Key_Escape)
    assert handbook.isVisible()
    assert handbook.text.extraSelections() == []
    QTest.keyClick(handbook, Qt.Key.Key_Escape)
    assert not handbook.isVisible()


@pytest.mark.parametrize(("look", "percent"), [(Look.LIGHT, 100), (Look.DARK, 150)])
def test_every_part_has_a_name_and_is_read_whole(
    handbook: HandbookWindow, qtbot: QtBot, look: Look, percent: int
) -> None:
    theme.now().show(look, percent)
    handbook.go("registry")
    assert unnamed_controls(handbook) == []
    qtbot.waitUntil(lambda: clipped_texts(handbook) == [])
    assert handbook.text.horizontalScrollBar().maximum() == 0


def test_another_look_keeps_what_is_looked_for_marked(handbook: HandbookWindow) -> None:
    handbook.sought.setText("round")
    count = len(handbook.text.extraSelections())
    theme.now().show(Look.DARK)
    assert len(handbook.text.extraSelections()) == count


# --- F1 -------------------------------------------------------------------------------------------


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    program = start(qtbot, tmp_path)
    yield program
    end(program)


def test_f1_opens_the_page_of_the_screen_shown(started: Started, tmp_path: Path) -> None:
    started.application.start()
    assert opened(started.welcome, started.welcome.commands.fire) == FIRST
    started.application.sit_down(an_office(tmp_path / "a.office"))
    started.settle()
    window = started.office
    for key in window.sidebar.keys:
        assert page_of_screen(key) == key, f"write resources/help/{key}.md"
        window.sidebar.chosen.emit(key)
        started.settle()
        assert opened(window, window.commands.fire) == key
    assert len(window.findChildren(HandbookWindow)) == 1


def test_pages_that_are_not_in_the_sidebar_have_theirs() -> None:
    assert [page_of_screen(key) for key in ("case", "person")] == ["case", "people"]


def kinds_of_dialogs() -> list[type[QDialog]]:
    """Every dialog in which something is entered; lists to look at are left out."""
    for one in iter_modules(dialogs.__path__, f"{dialogs.__name__}."):
        import_module(one.name)
    others = (NewOfficeDialog, PassphraseDialog, ImportDialog, AdoptPolicyDialog, LetterDialog)
    ours = [one for one in EntryDialog.__subclasses__() if one.__module__.startswith("coord")]
    return [*ours, *others]


def test_every_dialog_has_its_page() -> None:
    kinds = kinds_of_dialogs()
    assert len(kinds) > 10
    assert [one.__name__ for one in kinds if page_of_screen(one.__name__) == FIRST] == []


def test_f1_in_a_dialog_opens_its_page_beside_it(started: Started) -> None:
    started.application.start()
    started.welcome.commands.fire("file.new")
    dialog = started.welcome.findChild(NewOfficeDialog)
    assert dialog is not None
    QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    press(dialog.focusWidget() or dialog, Qt.Key.Key_F1)
    shown = dialog.findChild(HandbookWindow)
    assert shown is not None
    assert (shown.page, shown.isVisible()) == ("new-office", True)
    shown.close()
    dialog.reject()


def opened(window: QMainWindow, fire: Callable[[str], None]) -> str:
    fire("help.handbook")
    dialog = window.findChild(QDialog)
    assert isinstance(dialog, HandbookWindow)
    assert dialog.isVisible()
    return dialog.page
