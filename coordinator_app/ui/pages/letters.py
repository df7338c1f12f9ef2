"""The letters: what is to be sent, what was, and how each looks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.views import LetterRow
from coordinator_app.ui import formats, printing, theme
from coordinator_app.ui.dialogs.letters_round import RoundLettersDialog
from coordinator_app.ui.dialogs.letters_sent import LettersSentDialog
from coordinator_app.ui.page import Place
from coordinator_app.ui.page_commands import PageCommands
from coordinator_app.ui.pages.endorsement_tables import kind_text, sent_text, sent_tone
from coordinator_app.ui.pages.list_page import ListPage
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, check_column
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.buttons import Kind as ButtonKind
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.pdf_preview import PdfPreview

# Below this width of the list at 100 % the case numbers are not shown.
_NARROW = 480
_NEED_ROWS = ("letters.sent", "letters.mail", "letters.print", "letters.save")
_say = partial(QCoreApplication.translate, "LettersPage")


class LettersPage(ListPage):
    """The chosen letter stands beside the list, byte for byte as it was issued.

    Enter opens its case, or the endorsement's holder. `open_file` opens a draft in the user's own
    mail program; tests replace it.
    """

    name = "letters"
    kinds = (Kind.LETTER, Kind.PERSON)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        self._post = tools.desk.post
        self._wanted: int | None = None
        self._shown: int | None = None
        self._less = False
        self.preview = PdfPreview(tools.messages)
        self.open_file: Callable[[Path], object] = _open
        chips: dict[str, tuple[str, dict[str, str]]] = {
            "to_send": (_say("To send"), {"sent": "no"}),
            "sent": (_say("Sent"), {"sent": "yes"}),
            "all": (_say("All"), {}),
        }
        empty = EmptyState(
            _say("No letter yet"),
            _say(
                "Letters are issued from a case once it is decided, from an endorsement, or for a "
                "whole round at once."
            ),
            _say("Letters of a round…"),
        )
        super().__init__(tools, _say("Letters"), _columns(), chips, empty, parent)
        self._listen()
        self.table.sort_by("number", descending=True)

    def buttons(self) -> Sequence[QWidget]:
        self.round_button = Button(_say("Round…"), parent=self)
        self.mail_button = Button(_say("E-mail drafts…"), parent=self)
        self.print_button = Button(_say("Print…"), parent=self)
        self.save_button = Button(_say("Save…"), parent=self)
        self.sent_button = Button(_say("Mark sent…"), ButtonKind.ACCENT, self)
        return (
            self.round_button,
            self.mail_button,
            self.print_button,
            self.save_button,
            self.sent_button,
        )

    def placed(self, card: Card) -> QWidget:
        self.preview_card = Card(self)
        self.preview_card.add(self.preview, 1)
        self._both = Beside(card, self.preview_card, self, stretch=(1, 1), narrow=700)
        return self._both

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        less = self.card.width() < theme.now().px(_NARROW)
        if less != self._less:
            self._less = less
            self.table.columns.fold("case", folded=less)

    def read(self, query: ListQuery) -> Page[LetterRow]:
        return self._post.list(query)

    def key_of(self, row: LetterRow) -> Hashable:
        return row.id

    def place_of(self, row: LetterRow) -> Place:
        if row.application_id is not None:
            return Place("case", row.application_id)
        return Place("person", row.person_id)

    def open(self, what: object) -> None:
        """Show one letter, wherever it is in the list."""
        if isinstance(what, int):
            self._wanted = what
            self.chips.choose("all")
            self.words.set_value("")
            self._fetch_pdf(what, "")

    # Making it

    def _listen(self) -> None:
        self.commands = PageCommands(
            self,
            {
                "letters.sent": self.mark_sent,
                "letters.mail": self.draft_mails,
                "letters.print": self.print_letters,
                "letters.save": self.save_letters,
                "letters.round": self.round_letters,
            },
        )
        self.round_button.clicked.connect(self.round_letters)
        self.empty.acted.connect(self.round_letters)
        self.mail_button.clicked.connect(self.draft_mails)
        self.print_button.clicked.connect(self.print_letters)
        self.save_button.clicked.connect(self.save_letters)
        self.sent_button.clicked.connect(self.mark_sent)
        self.table.chosen.connect(self._chosen)
        self.model.modelReset.connect(self._arrived)
        self.model.dataChanged.connect(self._found)
        self.chips.chosen.connect(self._want_nothing)
        self.words.textEdited.connect(self._want_nothing)
        self._chosen([])

    def _show_counts(self, counts: dict[str, int]) -> None:
        super()._show_counts(counts)
        self._both.setVisible(self.empty.isHidden())

    def _arrived(self) -> None:
        """Rows are there: choose the letter asked for, else the first one.

        One that stands further down than what was fetched is looked for by its number.
        """
        first = self.model.row_at(0)
        if self._wanted is None and first is not None and not self.table.selected():
            self.table.select_key(first.id)
        wanted = self._wanted
        if wanted is not None and not self._found() and self.words.empty:
            self.tools.fetch(self, partial(self._post.number_of, wanted), self.words.set_value)

    def _found(self) -> bool:
        """Whether the letter asked for could be chosen among the rows fetched so far."""
        found = self._wanted is not None and self.table.select_key(self._wanted)
        if found:
            self._wanted = None
        return found

    def _want_nothing(self) -> None:
        self._wanted = None

    def _chosen(self, _rows: object) -> None:
        rows: list[LetterRow] = self.table.selected()
        for button in (self.mail_button, self.print_button, self.save_button):
            button.setEnabled(bool(rows))
        for command in _NEED_ROWS:
            self.commands.enable(command, enabled=bool(rows))
        to_send = any(one.sent_on is None for one in rows)
        self.sent_button.setEnabled(to_send)
        self.commands.enable("letters.sent", enabled=to_send)
        if rows:
            self._fetch_pdf(rows[-1].id, f"{rows[-1].number}.pdf")

    def _fetch_pdf(self, id: int, name: str) -> None:
        if id != self._shown:
            self._shown = id
            call = partial(self.tools.desk.letters.pdf, id)
            self.tools.fetch(self, call, partial(self._show_pdf, id, name))

    def _show_pdf(self, id: int, name: str, pdf: bytes) -> None:
        if id == self._shown:
            self.preview.show_pdf(pdf, name or _say("Letter.pdf"))

    # What is done

    def mark_sent(self) -> None:
        """Record how and when the selected letters went out; those sent already stay as they are."""
        self.chosen_rows(self._mark_sent)

    def draft_mails(self) -> None:
        """Write an e-mail draft for each selected letter, for the user's own mail program."""
        self.chosen_rows(self._draft_mails)

    def print_letters(self) -> None:
        """Print the selected letters in one go."""
        self.chosen_rows(self._join)

    def save_letters(self) -> None:
        """Write the selected letters to a folder, each under its number."""
        self.chosen_rows(self._save)

    def round_letters(self) -> None:
        """See which letters a round is owed, and issue them."""
        dialog = RoundLettersDialog(self, self.tools)
        dialog.open()

    def _mark_sent(self, rows: list[Any]) -> None:
        letters = [one for one in rows if one.sent_on is None]
        if letters:
            dialog = LettersSentDialog(self, self.tools, letters)
            dialog.written.connect(self._marked)
            dialog.open()

    def _marked(self, changes: Changes) -> None:
        undo = partial(self._undo, changes.entry)
        self.notice.say(_say("Marked sent."), Tone.NEWS, _say("Undo"), undo)

    def _undo(self, entry: int) -> None:
        self.tools.write(self, partial(self.tools.desk.history.undo, entry))

    def _draft_mails(self, rows: list[Any]) -> None:
        title = _say("Folder for the e-mail drafts")
        then = partial(self._write_mails, _ids(rows))
        self.tools.messages.choose_folder(self, title, then)

    def _write_mails(self, ids: Sequence[int], folder: Path) -> None:
        call = partial(self._post.mails, ids, folder)
        self.tools.fetch(self, call, self._drafted)

    def _drafted(self, files: Sequence[Path]) -> None:
        if len(files) == 1:
            self.open_file(files[0])
        said = _say(
            "{n} drafts in {folder}, for your own mail program. Nothing was sent: mark the letters "
            "sent once they are."
        )
        if len(files) == 1:
            said = _say("{file} is opened by your mail program. Mark the letter sent once it is.")
        words = said.format(n=formats.count(len(files)), folder=files[0].parent, file=files[0].name)
        self.notice.say(words, Tone.NEWS, _say("Mark sent…"), self.mark_sent)

    def _save(self, rows: list[Any]) -> None:
        then = partial(self._write_pdfs, _ids(rows))
        self.tools.messages.choose_folder(self, _say("Folder for the letters"), then)

    def _write_pdfs(self, ids: Sequence[int], folder: Path) -> None:
        self.tools.fetch(self, partial(self._post.save, ids, folder), self._saved)

    def _saved(self, files: Sequence[Path]) -> None:
        said = (
            _say("1 letter written to {folder}")
            if len(files) == 1
            else _say("{n} letters written to {folder}")
        )
        words = said.format(n=formats.count(len(files)), folder=files[0].parent)
        self.notice.say(words, Tone.NEWS)

    def _join(self, rows: list[Any]) -> None:
        self.tools.fetch(self, partial(self._post.joined, _ids(rows)), self._print)

    def _print(self, pdf: bytes) -> None:
        failed = partial(self.tools.messages.failure, self)
        printing.ask_and_print(self, pdf, self._printed, failed)

    def _printed(self, sheets: int) -> None:
        said = _say("Printed: 1 sheet") if sheets == 1 else _say("Printed: {n} sheets")
        words = said.format(n=formats.count(sheets))
        self.notice.say(words, Tone.NEWS, _say("Mark sent…"), self.mark_sent)


def _ids(rows: Sequence[LetterRow]) -> tuple[int, ...]:
    return tuple(one.id for one in rows)


def _open(path: Path) -> bool:
    """With the program the system has for such files."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _columns() -> list[Column[LetterRow]]:
    return [
        check_column(),
        Column(
            key="number",
            title=_say("Letter"),
            text=lambda one: one.number,
            order=lambda one: one.id,
            second=lambda one: formats.day(one.issued_on),
            cell=Cell.MONO,
            width=13,
        ),
        Column(
            key="name",
            title=_say("To"),
            text=lambda one: one.name,
            order=lambda one: one.name,
            second=kind_text,
            cell=Cell.TWO_LINE,
            bold=True,
            width=24,
            stretch=True,
        ),
        *_out_columns(),
    ]


def _out_columns() -> list[Column[LetterRow]]:
    return [
        Column(
            key="case",
            title=_say("Case"),
            text=lambda one: one.case_number,
            order=lambda one: one.case_number,
            cell=Cell.MONO,
            width=9,
        ),
        Column(
            key="sent",
            title=_say("Sent"),
            text=sent_text,
            order=lambda one: one.sent_on,
            tone=sent_tone,
            cell=Cell.PILL,
            width=15,
        ),
    ]
