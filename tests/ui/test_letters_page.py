"""The letters on screen: what is to be sent, how it looks, drafts, files, and a round at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.domain.letters import LetterKind
from coordinator_app.ui import paged
from coordinator_app.ui.dialogs.letters_round import RoundLettersDialog
from coordinator_app.ui.dialogs.letters_sent import LettersSentDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.pages.letters import LettersPage
from coordinator_app.ui.tools import Tools
from tests.helpers.answers import PreparedMessages
from tests.helpers.walk import clipped_texts, unnamed_controls
from tests.ui.case_hands import Hands, texts
from tests.ui.case_offices import Cases, made


@pytest.fixture
def hands(qtbot: QtBot, tools: Tools) -> Hands:
    return Hands(qtbot, tools)


@pytest.fixture
def issued(cases: Cases) -> Sequence[int]:
    """Two letters, neither of them sent."""
    accepted = LetterKind.APPLICATION_ACCEPTED
    return [made(cases.desk.letters.issue(accepted, one)) for one in (cases.ready, cases.submitted)]


@pytest.fixture
def page(hands: Hands, tools: Tools, issued: Sequence[int]) -> LettersPage:
    found = LettersPage(tools)
    hands.show(found)
    return found


def test_the_newest_letter_to_send_stands_beside_the_list(page: LettersPage) -> None:
    assert texts(page.table, "number") == ["L-2026-0002", "L-2026-0001"]
    assert page.preview.page_count == 1
    assert page.sent_button.isEnabled()


def test_several_are_marked_sent_at_once_and_leave_the_list(
    page: LettersPage, hands: Hands, tools: Tools
) -> None:
    page.table.selectAll()
    hands.settle()
    hands.click(page.sent_button)
    dialog = hands.dialog(page, LettersSentDialog)
    dialog.how.set_value("post")
    hands.save(dialog)
    assert tools.desk.post.to_send() == 0
    assert page.model.total == 0
    assert page.notice.isVisible()


def test_a_single_draft_is_opened_by_the_users_mail_program(
    page: LettersPage, hands: Hands, tools: Tools, messages: PreparedMessages, tmp_path: Path
) -> None:
    opened: list[Path] = []
    page.open_file = opened.append
    messages.answer(tmp_path)
    hands.click(page.mail_button)
    assert [file.name for file in opened] == ["L-2026-0002.eml"]
    assert b"X-Unsent: 1" in opened[0].read_bytes()
    assert tools.desk.post.to_send() == 2, "a draft is not sent yet"


def test_several_drafts_are_written_and_none_is_opened(
    page: LettersPage, hands: Hands, messages: PreparedMessages, tmp_path: Path
) -> None:
    opened: list[Path] = []
    page.open_file = opened.append
    page.table.selectAll()
    hands.settle()
    messages.answer(tmp_path)
    hands.click(page.mail_button)
    assert sorted(file.name for file in tmp_path.glob("*.eml")) == [
        "L-2026-0001.eml",
        "L-2026-0002.eml",
    ]
    assert opened == []


def test_letters_are_saved_under_their_numbers(
    page: LettersPage,
    hands: Hands,
    tools: Tools,
    messages: PreparedMessages,
    issued: Sequence[int],
    tmp_path: Path,
) -> None:
    page.table.selectAll()
    hands.settle()
    messages.answer(tmp_path)
    hands.click(page.save_button)
    assert (tmp_path / "L-2026-0001.pdf").read_bytes() == tools.desk.letters.pdf(issued[0])


def test_enter_leads_to_the_case_of_the_letter(
    page: LettersPage, hands: Hands, cases: Cases
) -> None:
    gone = hands.places(page)
    page.table.opened.emit(page.table.selected()[0])
    assert gone == [Place("case", cases.submitted)]


def test_a_letter_asked_for_is_shown_whether_sent_or_not(
    page: LettersPage, hands: Hands, tools: Tools, issued: Sequence[int]
) -> None:
    tools.desk.post.mark_sent(issued[:1], "post", date(2026, 2, 20))
    page.open(issued[0])
    page.refresh(None)
    hands.settle()
    assert [one.id for one in page.table.selected()] == [issued[0]]


def test_a_letter_far_down_the_list_is_looked_for_by_its_number(
    page: LettersPage,
    hands: Hands,
    issued: Sequence[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paged, "PAGE_SIZE", 1)
    page.open(issued[0])
    page.refresh(None)
    hands.wait(lambda: page.words.value == "L-2026-0001")
    hands.wait(lambda: [one.id for one in page.table.selected()] == [issued[0]])
    page.open(issued[1])
    page.refresh(None)
    hands.wait(lambda: [one.id for one in page.table.selected()] == [issued[1]])


def test_a_round_is_proofed_issued_and_saved(
    page: LettersPage,
    hands: Hands,
    tools: Tools,
    cases: Cases,
    messages: PreparedMessages,
    tmp_path: Path,
) -> None:
    hands.click(page.round_button)
    dialog = hands.dialog(page, RoundLettersDialog)
    assert dialog.round.value == "2026-01"
    assert texts(dialog.table, "name") == ["Hōkūlani Akana"]
    assert texts(dialog.table, "state") == ["to issue"]
    assert dialog.issue_button.text() == "&Issue 1"
    assert not dialog.print_button.isEnabled()
    hands.click(dialog.issue_button)
    assert texts(dialog.table, "state") == ["issued"]
    assert tools.desk.cases.card(cases.decided).letters[0].kind == LetterKind.APPROVED
    assert page.model.total == 3, "the list heard of it"
    messages.answer(tmp_path)
    hands.click(dialog.save_button)
    assert (tmp_path / "L-2026-0003.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()
    hands.settle()


def test_without_letters_it_says_what_to_do_next(hands: Hands, tools: Tools, cases: Cases) -> None:
    page = LettersPage(tools)
    hands.show(page)
    assert not page.empty.isHidden()
    assert page.preview_card.isHidden() or not page.preview_card.isVisible()
    hands.click(page.empty.button)
    hands.dialog(page, RoundLettersDialog).close()
    hands.settle()


def test_no_letter_screen_is_nameless_or_cut(page: LettersPage, hands: Hands) -> None:
    for size in ((1230, 820), (890, 620)):
        page.resize(*size)
        hands.settle()
        assert unnamed_controls(page) == []
        cut = [one for one in clipped_texts(page) if "L-2026" not in one]
        assert cut == []
