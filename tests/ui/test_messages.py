"""What the program says and asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.phrases import phrase
from coordinator_app.ui.messages import Messages, say_phrase, sentence_of
from coordinator_app.ui.widgets.question import Question, TextQuestion
from tests.helpers.answers import PreparedMessages
from tests.helpers.keys import type_into
from tests.helpers.walk import clipped_texts, unnamed_controls


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    QTest.qWaitForWindowExposed(made)
    return made


def question(window: QWidget) -> Question:
    found = window.findChild(Question)
    assert found is not None
    return found


def test_a_refusal_is_its_sentence() -> None:
    said = sentence_of(BadInput("typed.too_exact", text="1.234", places=2))
    assert said == "“1.234” has too many figures after the point: at most 2."


def test_facts_are_written_in_the_offices_way() -> None:
    said = say_phrase(phrase("typed.no_date", text=date(2026, 2, 28)))
    assert said.startswith("“Feb 28, 2026” is not a date.")


def test_an_unexpected_error_is_named_and_what_to_do() -> None:
    said = sentence_of(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError" in said
    assert "Copy report" in said


def test_an_unexpected_error_is_reported_and_a_refusal_is_not(window: QWidget) -> None:
    reported: list[Exception] = []
    messages = Messages(window, reported.append)
    messages.failure(window, RuleBroken("typed.no_date", text="x"))
    question(window).accept()
    messages.failure(window, ZeroDivisionError())
    assert [type(error) for error in reported] == [ZeroDivisionError]


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_Return, ["yes"]), (Qt.Key.Key_Escape, ["no"])]
)
def test_a_question_is_answered_by_keyboard(
    window: QWidget, key: Qt.Key, answer: list[str]
) -> None:
    said: list[str] = []
    Messages(window).ask(
        window,
        "Mark the letter sent?",
        "Mark sent",
        lambda: said.append("yes"),
        otherwise=lambda: said.append("no"),
        details="It can be undone.",
    )
    asked = question(window)
    assert (asked.yes.text(), asked.no.text()) == ("Mark sent", "Cancel")
    QTest.keyClick(asked, key)
    assert said == answer


def test_a_dangerous_question_is_answered_with_no_by_return(window: QWidget) -> None:
    said: list[str] = []
    Messages(window).ask(window, "Void it?", "Void", lambda: said.append("yes"), danger=True)
    QTest.keyClick(question(window), Qt.Key.Key_Return)
    assert said == []


def test_words_are_asked_for_and_needed(window: QWidget) -> None:
    said: list[str] = []
    Messages(window).ask_text(window, "Why is it void?", "Void", said.append)
    asked = question(window)
    assert isinstance(asked, TextQuestion)
    assert not asked.yes.isEnabled()
    type_into(asked.field, " Keoni asked for it ")
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    assert said == ["Keoni asked for it"]


def test_long_sentences_are_read_whole(window: QWidget) -> None:
    Messages(window).ask(window, "Is it so? " * 30, "Yes", lambda: None, details="Since " * 60)
    asked = question(window)
    assert clipped_texts(asked) == []
    assert unnamed_controls(asked) == []


def test_markup_is_shown_as_it_is(window: QWidget) -> None:
    Messages(window).tell(window, "<b>Keoni</b> & Leilani")
    texts = [label.text() for label in question(window).findChildren(QLabel)]
    assert "<b>Keoni</b> & Leilani" in texts
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in question(window).findChildren(QLabel)
    )


def test_files_are_chosen_without_waiting(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    file = tmp_path / "cases.xlsx"
    file.write_bytes(b"x")
    messages = Messages(window)
    messages.choose_file(window, "Import", "Spreadsheets (*.xlsx)", chosen.append, tmp_path)
    messages.choose_save(window, "Save", tmp_path / "letter.pdf", "PDF (*.pdf)", chosen.append)
    messages.choose_folder(window, "Where to", chosen.append, tmp_path)
    for dialog in window.findChildren(QFileDialog):
        dialog.fileSelected.emit(str(file))
        dialog.reject()
    assert chosen == [file, file, file]


def test_answers_prepared_by_a_test(window: QWidget, tmp_path: Path) -> None:
    messages = PreparedMessages()
    got: list[object] = []
    messages.answer(True, False, "because", tmp_path)
    messages.ask(window, "One?", "Yes", lambda: got.append("one"))
    messages.ask(window, "Two?", "Yes", lambda: got.append("two"), otherwise=lambda: got.append(0))
    messages.ask_text(window, "Why?", "Go on", got.append)
    messages.choose_file(window, "File", "*", got.append)
    assert got == ["one", 0, "because", tmp_path]
    assert messages.said == ["One?", "Two?", "Why?", "File"]
    assert messages.unanswered == []
    with pytest.raises(AssertionError, match="no answer was prepared for: Three"):
        messages.ask(window, "Three?", "Yes", lambda: None)
