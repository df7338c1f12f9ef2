"""A letter: seen before it is made, issued, printed, saved, and marked sent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.views import CaseCard, LetterRow
from coordinator_app.services.desk import Desk
from coordinator_app.ui import theme
from coordinator_app.ui.dialogs.handbook import add_help_key
from coordinator_app.ui.dialogs.letter_parts import DraftPart, SentPart
from coordinator_app.ui.messages import sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, Scroll, buttons
from coordinator_app.ui.widgets.labels import Muted, Title
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.pdf_preview import PdfPreview
from coordinator_app.ui.words_case import case_line

PAUSE = 350
WIDE = 800


class LetterDialog(QDialog):
    """With `letter` an issued one is shown, byte for byte as it was kept.

    `written` carries the Changes of issuing and of marking sent.
    """

    written = Signal(object)

    def __init__(
        self,
        owner: QWidget,
        tools: Tools,
        card: CaseCard,
        *,
        kind: LetterKind | None = None,
        reference: int | None = None,
        letter: LetterRow | None = None,
    ) -> None:
        super().__init__(owner.window())
        add_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tools, self._card, self._letter = tools, card, letter
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.draft = DraftPart(card, tools.desk.today(), self)
        self.sent = SentPart(tools.desk.today(), self)
        self.preview = PdfPreview(tools.messages, self)
        self.notice = NoticeLine(self)
        self.issue_button = Button(self.tr("&Issue letter"), Kind.ACCENT, self)
        self.sent_button = Button(self.tr("&Mark sent"), Kind.ACCENT, self)
        self.close_button = Button(self.tr("&Close"), parent=self)
        self._title, self._line = Title("", self), Muted(case_line(card), self, wrap=True)
        self._place()
        self._connect()
        if letter is None:
            self.draft.begin(kind, reference)
            self._show_draft()
        else:
            self._fetch_issued(letter)

    def open(self) -> None:
        owner, look = self.parentWidget(), theme.now()
        most = owner.size() if owner is not None else self.size()
        width = min(look.px(1060), most.width() - 40)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(across if width >= look.px(WIDE) else down)
        order_tabs(self)
        self.resize(width, min(look.px(820), most.height() - 30))
        super().open()

    # Making it

    def _place(self) -> None:
        self.setWindowTitle(self.tr("Letter"))
        self._title.setWordWrap(True)
        inner = QWidget(self)
        parts = QVBoxLayout(inner)
        space(parts, 0, 12)
        for part in (self._title, self._line, self.draft, self.sent):
            parts.addWidget(part)
        parts.addStretch(1)
        left = QVBoxLayout()
        space(left, 0, 12)
        left.addWidget(Scroll(inner, self), 1)
        left.addWidget(self.notice)
        left.addLayout(buttons(self.close_button, self.issue_button, self.sent_button, spread=True))
        card = Card(self)
        card.add(self.preview, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        space(self._halves, (22, 18, 18, 18), 18)
        self._halves.addLayout(left, 4)
        self._halves.addWidget(card, 6)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._look)
        self.draft.changed.connect(self._pause.start)
        self.issue_button.clicked.connect(self._issue)
        self.sent_button.clicked.connect(self._mark_sent)
        self.close_button.clicked.connect(self.reject)

    # Before it is issued

    def _show_draft(self) -> None:
        self._title.setText(self.tr("Letter"))
        self._show(self.draft, self.issue_button)
        self.issue_button.setDefault(True)
        self.issue_button.setEnabled(False)
        self.draft.setFocus()
        self._look()

    def _look(self) -> None:
        """Make the letter as it would be issued now."""
        kind = self.draft.kind
        if self._letter is not None or kind is None:
            return
        facts = self.draft.facts
        call = partial(self._tools.desk.letters.preview, kind, self._card.row.id, **facts)
        self._tools.fetch(self, call, self._show_preview, self._refused)

    def _show_preview(self, pdf: bytes) -> None:
        if self._letter is None:
            self.notice.hide()
            self.issue_button.setEnabled(True)
            self.preview.show_pdf(pdf, self.tr("Preview.pdf"))

    def _issue(self) -> None:
        kind = self.draft.kind
        if kind is None or not self.draft.form.check():
            return
        self.issue_button.setEnabled(False)
        facts = self.draft.facts
        call = partial(self._tools.desk.letters.issue, kind, self._card.row.id, **facts)
        self._tools.write(self, call, self._issued, self._refused)

    def _issued(self, changes: Changes) -> None:
        self.written.emit(changes)
        call = partial(letter_row, self._tools.desk, self._card.row.id, changes.made)
        self._tools.fetch(self, call, self._fetch_issued, self._refused)

    # Once it is issued

    def _fetch_issued(self, letter: LetterRow) -> None:
        self._letter = letter
        call = partial(self._tools.desk.letters.pdf, letter.id)
        self._tools.fetch(self, call, self._show_issued, self._refused)
        self._show(self.sent, *(() if letter.sent_on else (self.sent_button,)))
        self._title.setText(letter.number)
        self.sent.show_letter(letter)
        self.sent_button.setDefault(True)
        self.sent.setFocus()

    def _show_issued(self, pdf: bytes) -> None:
        if self._letter is not None:
            self.notice.hide()
            self.preview.show_pdf(pdf, f"{self._letter.number}.pdf")

    def _mark_sent(self) -> None:
        on = self.sent.on.value
        if self._letter is None or not self.sent.form.check() or on is None:
            return
        self.sent_button.setEnabled(False)
        how = str(self.sent.how.value)
        call = partial(self._tools.desk.letters.mark_sent, self._letter.id, how, on)
        self._tools.write(self, call, self._was_sent, self._refused)

    def _was_sent(self, changes: Changes) -> None:
        self.written.emit(changes)
        self.accept()

    # Both

    def _show(self, *parts: QWidget) -> None:
        for part in (self.draft, self.sent, self.issue_button, self.sent_button):
            part.setVisible(part in parts)

    def _refused(self, error: Exception) -> None:
        self.sent_button.setEnabled(True)
        self.issue_button.setEnabled(False)
        if not isinstance(error, Refusal):
            self._tools.messages.failure(self, error)
            return
        if self._letter is None:
            self.preview.clear()
        self.notice.say(sentence_of(error), Tone.BAD)


def letter_row(desk: Desk, application_id: int, letter_id: int | None) -> LetterRow:
    """A letter of a case by its number on file. Raises StopIteration where there is none."""
    return next(one for one in desk.cases.card(application_id).letters if one.id == letter_id)
