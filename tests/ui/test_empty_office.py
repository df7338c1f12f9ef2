"""An office that was just made: every page says what to do next, and the keyboard is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import Desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.person import PersonDialog
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.pages.applications import ApplicationsPage
from coordinator_app.ui.pages.letters import LettersPage
from coordinator_app.ui.pages.list_page import ListPage
from coordinator_app.ui.pages.people import PeoplePage
from coordinator_app.ui.pages.registry import RegistryPage
from coordinator_app.ui.tools import Tools
from tests.helpers.answers import PreparedMessages
from tests.helpers.builders import an_office
from tests.helpers.walk import clipped_texts
from tests.ui.case_hands import Hands


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = an_office(tmp_path)
    yield found
    found.close()


@pytest.fixture
def hands(
    qtbot: QtBot, desk: Desk, background: Background, feed: Feed, messages: PreparedMessages
) -> Iterator[Hands]:
    yield Hands(qtbot, Tools(desk, background, feed, messages))
    background.close()


@pytest.mark.parametrize(
    ("make", "step"),
    [
        (ApplicationsPage, "New application…"),
        (PeoplePage, "Add person…"),
        (RegistryPage, "Add endorsement…"),
        (LettersPage, "Letters of a round…"),
    ],
)
def test_an_empty_list_offers_the_next_step_to_the_keyboard(
    make: Callable[[Tools], ListPage], step: str, hands: Hands
) -> None:
    page = make(hands.tools)
    hands.qtbot.addWidget(page)
    page.resize(892, 620)
    page.show()
    page.activateWindow()
    page.refresh(None)
    page.focus_first()  # as the window does: before it is known that nothing is there
    hands.settle()
    assert page.empty.button.text() == step
    assert page.empty.button.hasFocus()
    offered = (page.words, page.columns_button, page.views.save_button)
    assert not any(part.isVisible() for part in offered), "there is nothing to narrow"
    assert clipped_texts(page) == []


def test_the_first_person_is_added_from_the_empty_page(hands: Hands) -> None:
    page = PeoplePage(hands.tools)
    hands.show(page)
    hands.click(page.empty.button)
    hands.dialog(page, PersonDialog).reject()
    hands.tools.write(page, lambda: hands.tools.desk.people.add(PersonDraft("Leilani Kahananui")))
    hands.settle()
    assert page.empty.isHidden()
    assert page.words.isVisible()
