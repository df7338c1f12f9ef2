"""The program from start to end: what opens, what closes, and what every command does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.phrases import phrase
from coordinator_app.runtime.settings import load_settings
from coordinator_app.services.desk import open_desk
from coordinator_app.services.policies import DEFAULT_PACK
from coordinator_app.ui.actions import COMMANDS
from coordinator_app.ui.dialogs.about import AboutDialog
from coordinator_app.ui.dialogs.crash import CrashDialog
from coordinator_app.ui.dialogs.import_workbook import ImportDialog
from coordinator_app.ui.dialogs.new_office import NewOfficeDialog
from coordinator_app.ui.dialogs.passphrase import PassphraseDialog
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.case import CasePage
from coordinator_app.ui.pages.settings import SettingsPage
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.welcome import Welcome
from coordinator_app.ui.widgets.labels import ElidedLabel, PlainLabel
from tests.helpers.keys import type_into
from tests.helpers.practice import practice_file
from tests.helpers.walk import the, unnamed_controls
from tests.ui.starting import BOOK, Started, an_office, click, clock, end, press, start

PHRASE = "mango tide kettle"


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    found = start(qtbot, tmp_path)
    yield found
    end(found)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A closed office without a passphrase."""
    desk = an_office(tmp_path / "aimh.office")
    desk.close()
    return desk.path


def opened(started: Started, path: Path) -> MainWindow:
    started.application.start(path)
    started.until(lambda: isinstance(started.application.window, MainWindow))
    return started.office


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(PlainLabel))


def test_without_a_file_the_program_shows_welcome(started: Started) -> None:
    started.application.start()
    assert started.welcome.isVisible()
    assert started.welcome.focusWidget() is started.welcome.buttons["file.new"]
    assert not started.welcome.commands.action("file.backup").isVisible()
    assert started.application.desk is None


def test_what_was_amiss_at_the_start_is_said(started: Started) -> None:
    started.application.start(
        None, [phrase("versions.too_old", package="x", found="1", oldest="2")]
    )
    assert started.welcome.notice.text.startswith("The package x is 1, and 2 is the oldest")


def test_a_named_file_opens_and_is_remembered(started: Started, office: Path) -> None:
    window = opened(started, office)
    assert window.isVisible()
    assert window.windowTitle() == "AIMH HI – Endorsement Coordinator"
    kept = load_settings(started.paths.settings).settings
    assert kept.recent == (str(office),)


def test_a_recent_office_opens_from_welcome_by_enter(started: Started, office: Path) -> None:
    started.application.preferences.take(started.application.preferences.settings.opened(office))
    started.application.start()
    line = started.welcome.recent.lines[0]
    assert started.welcome.focusWidget() is line
    press(line, Qt.Key.Key_Return)
    started.until(lambda: isinstance(started.application.window, MainWindow))
    assert started.office.isVisible()


def test_an_office_that_is_gone_can_be_taken_off_the_list(started: Started, tmp_path: Path) -> None:
    gone = tmp_path / "gone.office"
    started.application.preferences.take(started.application.preferences.settings.opened(gone))
    started.application.start()
    press(started.welcome.recent.lines[0], Qt.Key.Key_Delete)
    assert started.welcome.recent.lines == []
    assert load_settings(started.paths.settings).settings.recent == ()


def test_a_file_that_is_no_office_is_refused_and_welcome_stays(
    started: Started, tmp_path: Path
) -> None:
    (tmp_path / "letter.office").write_bytes(b"Dear applicant," * 600)
    started.application.start(tmp_path / "letter.office")
    started.settle()
    assert started.welcome.isVisible()
    dialogs = started.welcome.findChildren(PassphraseDialog)
    assert len(started.messages.said) + len(dialogs) == 1


def test_a_passphrase_is_asked_for_and_a_wrong_one_is_said_below_it(
    started: Started, tmp_path: Path
) -> None:
    an_office(tmp_path / "sealed.office", PHRASE).close()
    started.application.start(tmp_path / "sealed.office")
    started.settle()
    dialog = started.dialog(PassphraseDialog)
    type_into(dialog.field, "mango")
    press(dialog.field, Qt.Key.Key_Return)
    started.settle()
    assert dialog.isVisible()
    assert "sealed.office" in words(dialog.form)
    assert dialog.field.selectedText() == "mango"
    type_into(dialog.field, PHRASE)
    started.click(dialog.open_button)
    started.until(lambda: isinstance(started.application.window, MainWindow))
    assert started.application.desk is not None
    assert started.application.desk.file_card().protected


def test_no_welcome_flashes_by_before_a_named_file(started: Started, office: Path) -> None:
    started.application.start(office, [phrase("fonts.missing", file="Inter.ttf")])
    assert not started.welcome.isVisible()
    started.until(lambda: isinstance(started.application.window, MainWindow))
    assert started.office.page is not None
    assert started.office.page.notice.text.startswith("The font Inter.ttf is missing")


def test_a_file_asked_for_twice_in_a_row_is_opened_once(started: Started, office: Path) -> None:
    started.application.start()
    started.application.open(office)
    started.application.open(office)
    started.until(lambda: isinstance(started.application.window, MainWindow))
    window = started.office
    started.settle()
    assert started.office is window
    assert started.messages.said == []


def test_giving_up_at_the_passphrase_leaves_welcome(started: Started, tmp_path: Path) -> None:
    an_office(tmp_path / "sealed.office", PHRASE).close()
    started.application.start(tmp_path / "sealed.office")
    started.settle()
    press(started.dialog(PassphraseDialog), Qt.Key.Key_Escape)
    started.settle()
    assert started.welcome.isVisible()
    assert started.application.desk is None


def test_every_page_of_the_sidebar_opens_by_its_key(started: Started, office: Path) -> None:
    window = opened(started, office)
    for number, key in enumerate(window.sidebar.keys, start=1):
        press(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        started.settle()
        assert window.page is not None
        assert window.page.title == window.sidebar.item(key).text()
        assert unnamed_controls(window) == []


def test_the_same_file_is_not_opened_twice(started: Started, office: Path) -> None:
    window = opened(started, office)
    started.application.open(office)
    started.settle()
    assert started.application.window is window
    assert window.page is not None
    assert window.page.notice.text == "aimh.office is open already."


def test_another_office_takes_the_place_of_the_open_one(
    started: Started, office: Path, tmp_path: Path
) -> None:
    first = opened(started, office)
    an_office(tmp_path / "other.office").close()
    started.messages.answer(tmp_path / "other.office")
    started.fire("file.open")
    started.until(lambda: started.application.window is not first)
    assert started.application.desk is not None
    assert started.application.desk.path == tmp_path / "other.office"
    open_desk(office, clock=clock).close()  # the first one was let go


def test_closing_the_office_waits_for_what_is_written_and_leads_to_welcome(
    started: Started, office: Path
) -> None:
    window = opened(started, office)
    desk = started.application.desk
    assert desk is not None
    window.act(lambda: desk.people.add(PersonDraft("Keoni Nāluʻai")))
    window.commands.fire("file.close")
    started.until(lambda: isinstance(started.application.window, Welcome))
    assert [line.file.path for line in started.welcome.recent.lines] == [office]
    again = open_desk(office, clock=clock)
    assert again.people.list(ListQuery()).total == 1
    again.close()


def test_leaving_the_program_writes_what_was_asked_and_keeps_the_windows_place(
    started: Started, office: Path
) -> None:
    window = opened(started, office)
    finished: list[bool] = []
    started.application.finished.connect(lambda: finished.append(True))
    desk = started.application.desk
    assert desk is not None
    window.act(lambda: desk.people.add(PersonDraft("Keoni Nāluʻai")))
    window.commands.fire("file.quit")
    started.until(lambda: bool(finished))
    again = open_desk(office, clock=clock)
    assert again.people.list(ListQuery()).total == 1
    again.close()
    assert load_settings(started.paths.settings).settings.window


def test_the_practice_office_opens_and_says_that_nothing_is_real(started: Started) -> None:
    practice_file(started.paths.profile)
    started.application.start()
    started.click(started.welcome.buttons["file.practice"])
    started.until(lambda: isinstance(started.application.window, MainWindow))
    assert "nothing here is real" in words(started.office)
    assert load_settings(started.paths.settings).settings.recent == ()


def test_a_missing_practice_office_is_made_and_can_be_given_up(started: Started) -> None:
    started.application.start()
    click(started.welcome.buttons["file.practice"])
    dialog = started.welcome.findChildren(QWidget, "")
    work = next(one for one in dialog if type(one).__name__ == "WorkDialog")
    press(work, Qt.Key.Key_Escape)
    started.settle()
    assert started.welcome.isVisible()
    assert list(started.paths.profile.glob("*.office")) == []


def test_a_new_office_is_made_and_opened(started: Started) -> None:
    started.application.start()
    started.click(started.welcome.buttons["file.new"])
    make_office_by_hand(started, started.dialog(NewOfficeDialog))
    assert started.application.desk is not None
    assert started.application.desk.path == started.paths.offices / "aimh.office"
    assert started.application.desk.policies.all()[0][1].id == DEFAULT_PACK


def make_office_by_hand(started: Started, dialog: NewOfficeDialog) -> None:
    """Through all steps with as little as is needed."""
    type_into(dialog.association.fields.name, "Association")
    type_into(dialog.association.fields.short_name, "AIMH")
    started.click(dialog.next_button)
    type_into(dialog.coordinator.fields.name, "Rachel Lum")
    started.click(dialog.next_button)
    started.click(dialog.file.without)
    started.click(dialog.next_button)
    click(dialog.next_button)
    started.until(lambda: isinstance(started.application.window, MainWindow))


def test_a_workbook_brought_in_from_welcome_first_makes_the_office(started: Started) -> None:
    started.application.start()
    started.messages.answer(BOOK)
    started.click(started.welcome.buttons["file.import"])
    dialog = started.dialog(NewOfficeDialog)
    assert "Then coordinator-tracking-2025.xlsx is looked through." in words(dialog)
    make_office_by_hand(started, dialog)
    importing = started.dialog(ImportDialog)
    started.until(lambda: importing.plan is not None)
    started.click(importing.write_button)
    started.until(lambda: "were written" in words(importing))
    assert started.office.sidebar.item("people").count is not None
    importing.close()


def test_a_workbook_comes_into_the_open_office(started: Started, office: Path) -> None:
    window = opened(started, office)
    started.messages.answer(BOOK)
    started.fire("file.import")
    importing = started.dialog(ImportDialog)
    started.until(lambda: importing.plan is not None)
    assert importing.windowModality() is Qt.WindowModality.NonModal
    window.go(Place("people"))
    importing.close()


def test_a_backup_is_asked_for_made_and_said(
    started: Started, office: Path, tmp_path: Path
) -> None:
    window = opened(started, office)
    started.messages.answer(tmp_path / "copy.office")
    started.fire("file.backup")
    assert window.page is not None
    assert "copy.office" in window.page.notice.text
    open_desk(tmp_path / "copy.office", clock=clock).close()


def test_text_grows_and_shrinks_and_the_look_turns_and_is_kept(
    started: Started, look: Theme
) -> None:
    started.application.start()
    started.fire("view.larger")
    assert look.percent == 115
    started.fire("view.smaller")
    started.fire("view.smaller")
    assert look.percent == 90
    started.fire("view.smaller")
    assert look.percent == 90
    started.fire("view.dark")
    assert look.look is Look.DARK
    assert load_settings(started.paths.settings).settings.theme == "dark"


def test_the_report_goes_to_the_clipboard_and_names_nobody(started: Started, office: Path) -> None:
    window = opened(started, office)
    started.fire("help.report")
    report = QGuiApplication.clipboard().text()
    assert "Troubles" in report
    assert "Rachel Lum" not in report
    assert window.page is not None
    assert window.page.notice.text.startswith("The report is on the clipboard.")


def test_about_can_be_read_from_welcome(started: Started) -> None:
    started.application.start()
    started.fire("help.about")
    started.dialog(AboutDialog).close()


def test_a_crash_anywhere_shows_its_report(started: Started) -> None:
    started.application.start()
    started.application.crashed.emit("Endorsement Coordinator 0.1\nValueError at x.py:1")
    QCoreApplication.sendPostedEvents()
    dialog = started.dialog(CrashDialog)
    assert "ValueError at x.py:1" in dialog.text.toPlainText()
    started.click(dialog.copy_button)
    assert "ValueError" in QGuiApplication.clipboard().text()
    started.application.crashed.emit("another")
    QCoreApplication.sendPostedEvents()
    assert started.dialog(CrashDialog) is dialog
    dialog.close()
    started.application.tell_crash_of_last_time("Fatal Python error")
    assert "ended unexpectedly last time" in words(started.dialog(CrashDialog))


def test_a_new_application_is_begun_from_the_bar_at_the_top(started: Started, office: Path) -> None:
    window = opened(started, office)
    assert window.top_bar.new_button.isVisible()
    started.click(window.top_bar.new_button)
    names = [
        type(one).__name__
        for one in window.findChildren(QWidget)
        if one.isWindow() and one.isVisible()
    ]
    assert "NewApplicationDialog" in names


def test_no_command_is_declared_that_nobody_does(started: Started, office: Path) -> None:
    practice_file(started.paths.profile)
    opened(started, started.paths.practice)
    window = started.office
    done = {id for id in window.commands.commands if window.commands.action(id).isVisible()}
    desk = started.application.desk
    assert desk is not None
    case = desk.applications.list(ListQuery(limit=1)).rows[0].id
    held = desk.registry.list(ListQuery(limit=1)).rows[0].id
    places = (Place("registry"), Place("endorsement", held), Place("letters"), Place("case", case))
    for place in places:
        window.go(place)
        started.settle()
        done |= {id for id in window.commands.commands if window.commands.action(id).isVisible()}
    assert isinstance(window.page, CasePage)
    assert {command.id for command in COMMANDS} - done == set()


def test_another_short_name_is_shown_at_the_top_at_once(started: Started, office: Path) -> None:
    window = opened(started, office)
    window.go(Place("settings"))
    started.settle()
    page = window.page
    assert isinstance(page, SettingsPage)
    page.office.association.short_name.set_value("Hawaiʻi")
    started.click(page.office.save_button)
    assert window.windowTitle() == "Hawaiʻi – Endorsement Coordinator"
    assert the(ElidedLabel, window.top_bar).text() == "Hawaiʻi"
