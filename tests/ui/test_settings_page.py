"""Settings: the office's own, this window's, and whether the file is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.runtime.settings import Settings, load_settings
from coordinator_app.services.desk import open_desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.about import USED, AboutDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.pages.settings import SettingsPage
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.starting import DRAFT, an_office, click, clock, settle


class Setting:
    """One user at the page."""

    def __init__(self, qtbot: QtBot, tools: Tools, kept: Path) -> None:
        self.qtbot, self.tools, self.kept = qtbot, tools, kept
        self.preferences = Preferences(kept, Settings(theme="light"))
        self.page = SettingsPage(tools, self.preferences)
        qtbot.addWidget(self.page)
        tools.feed.changed.connect(self.page.refresh)
        self.page.resize(1230, 820)
        self.page.show()
        self.page.refresh(None)
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.tools.background)

    def click(self, widget: object) -> None:
        click(widget)  # pyright: ignore[reportArgumentType]
        self.settle()

    def words(self) -> str:
        shown = (one for one in self.page.findChildren(PlainLabel) if one.isVisible())
        return "\n".join(one.text() for one in shown)


@pytest.fixture
def setting(
    qtbot: QtBot, tmp_path: Path, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Setting]:
    desk = an_office(tmp_path / "a.office")
    yield Setting(qtbot, Tools(desk, background, feed, messages), tmp_path / "settings.toml")
    background.close()
    desk.close()


def test_the_office_is_shown_and_saved_as_one_action(setting: Setting) -> None:
    office = setting.page.office
    assert office.association.name.value == DRAFT.name
    assert not office.save_button.isEnabled()
    office.association.short_name.clear()
    type_into(office.association.short_name, "Hawaiʻi")
    type_into(office.coordinator.email, "office@example.org")
    assert office.save_button.isEnabled()
    setting.click(office.save_button)
    card = setting.tools.desk.office.card()
    assert (card.short_name, card.email) == ("Hawaiʻi", "office@example.org")
    assert setting.tools.desk.history.names().undo == "Edit office"
    assert setting.page.notice.text == "The office is saved."
    assert not office.save_button.isEnabled()


def test_a_wrong_field_is_said_beside_it_and_nothing_is_saved(setting: Setting) -> None:
    office = setting.page.office
    office.association.name.clear()
    office.coordinator.email.setText("nobody")
    setting.click(office.save_button)
    assert list(office.form.errors()) == ["name", "email"]
    assert setting.tools.desk.office.card().name == DRAFT.name


def test_what_was_typed_can_be_put_back(setting: Setting) -> None:
    office = setting.page.office
    office.coordinator.phone.setText("808-555-0100")
    setting.click(office.revert_button)
    assert office.coordinator.phone.value == ""
    assert not office.revert_button.isVisible()


def test_what_is_being_typed_survives_a_change_made_elsewhere(setting: Setting) -> None:
    office = setting.page.office
    office.coordinator.phone.setText("808-555-0100")
    setting.page.refresh(None)
    setting.settle()
    assert office.coordinator.phone.value == "808-555-0100"


def test_look_and_text_size_hold_at_once_and_are_kept(setting: Setting, look: Theme) -> None:
    part = setting.page.window_part
    part.look.setCurrentIndex(2)
    part.text_size.set_value(130)
    assert (look.look, look.percent) == (Look.DARK, 130)
    kept = load_settings(setting.kept).settings
    assert (kept.theme, kept.text_scale) == ("dark", 130)


def test_a_change_by_a_shortcut_is_seen_on_the_page(setting: Setting) -> None:
    setting.preferences.larger()
    assert setting.page.window_part.text_size.value == 115
    setting.preferences.turn()
    assert setting.page.window_part.look.value == "dark"


def test_the_file_is_described_and_verified(setting: Setting) -> None:
    words = setting.words()
    assert str(setting.tools.desk.path) in words
    assert "not protected by a passphrase" in words
    assert "1 entries" in words or "1 entry" in words
    setting.click(setting.page.file.verify_button)
    assert setting.page.file.result.text.startswith("Every page, every journal entry")


def test_a_fault_is_listed_in_words(setting: Setting) -> None:
    with setting.tools.desk.office.store.write("Edit office") as tx:
        tx.connection.exec_driver_sql("UPDATE office SET phone = 'past the journal'")
    setting.click(setting.page.file.verify_button)
    assert setting.page.file.result.text == "Something is not as it should be: see below."
    assert "office" in setting.words()


def test_a_backup_is_made_checked_and_said(
    setting: Setting, messages: PreparedMessages, tmp_path: Path
) -> None:
    messages.answer(tmp_path / "copy.office")
    setting.click(setting.page.file.backup_button)
    assert "copy.office: 1 journal entries, every page checked." in setting.page.notice.text
    copy = open_desk(tmp_path / "copy.office", clock=clock)
    assert copy.office.card().name == DRAFT.name
    copy.close()


def test_a_backup_onto_a_file_that_is_there_is_refused(
    setting: Setting, messages: PreparedMessages, tmp_path: Path
) -> None:
    (tmp_path / "copy.office").write_bytes(b"mine")
    messages.answer(tmp_path / "copy.office")
    setting.click(setting.page.file.backup_button)
    assert "copy.office" in messages.said[-1]
    assert (tmp_path / "copy.office").read_bytes() == b"mine"


def test_versions_and_licenses_can_be_read(setting: Setting) -> None:
    setting.click(setting.page.about_button)
    dialog = next(one for one in setting.page.findChildren(AboutDialog) if one.isVisible())
    said = "\n".join(one.text() for one in dialog.findChildren(PlainLabel))
    assert "GNU Lesser General Public License" in said
    assert all(used.version for used in USED if used.package)
    assert unnamed_controls(dialog) == []
    assert clipped_texts(dialog) == []
    dialog.close()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [892, 1230])
def test_nothing_is_clipped_or_nameless(
    setting: Setting, look: Theme, width: int, percent: int
) -> None:
    look.show(Look.DARK, percent)
    setting.page.resize(width, 620)
    setting.click(setting.page.file.verify_button)
    setting.page.grab()
    assert clipped_texts(setting.page) == []
    assert unnamed_controls(setting.page) == []
