"""A letter about an endorsement: chosen, seen before it is made, and issued."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.letters import LetterKind, letter_name, letter_of_move
from coordinator_app.domain.views_registry import EndorsementCard
from coordinator_app.ui import theme
from coordinator_app.ui.messages import say_phrase, sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Muted, Title
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.pdf_preview import PdfPreview

PAUSE = 350


class RegistryLetterDialog(QDialog):
    """`written` carries the Changes of issuing; the letter is then among those to send."""

    written = Signal(object)

    def __init__(self, owner: QWidget, tools: Tools, card: EndorsementCard) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tools, self._card = tools, card
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        kinds = registry_letters(card)
        self.kind = Choice([(kind, say_phrase(letter_name(kind))) for kind in kinds])
        self.return_by = DateField(today=tools.desk.today())
        self.form = Form(self)
        self.preview = PdfPreview(tools.messages, self)
        self.notice = NoticeLine(self)
        self.issue_button = Button(self.tr("&Issue letter"), Kind.ACCENT, self)
        self.close_button = Button(self.tr("&Close"), parent=self)
        self._place()
        self._connect()
        self._kind_changed()

    def open(self) -> None:
        owner, look = self.parentWidget(), theme.now()
        most = owner.size() if owner is not None else self.size()
        self.resize(min(look.px(1060), most.width() - 40), min(look.px(820), most.height() - 30))
        super().open()

    def _place(self) -> None:
        self.setWindowTitle(self.tr("Letter"))
        self.form.add("kind", self.tr("&Letter"), self.kind, required=True)
        self.form.add("return_by", self.tr("&Answer by"), self.return_by)
        line = f"{self._card.row.name} · {self._card.category_name}"
        left = QVBoxLayout()
        space(left, 0, 12)
        left.addWidget(Title(self.tr("Letter"), self))
        left.addWidget(Muted(line, self, wrap=True))
        left.addWidget(self.form)
        left.addStretch(1)
        left.addWidget(self.notice)
        left.addLayout(buttons(self.close_button, self.issue_button, spread=True))
        card = Card(self)
        card.add(self.preview, 1)
        row = QHBoxLayout(self)
        space(row, (22, 18, 18, 18), 18)
        row.addLayout(left, 4)
        row.addWidget(card, 6)
        self.issue_button.setDefault(True)
        self.issue_button.setEnabled(False)
        self.kind.setFocus()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._look)
        self.kind.changed.connect(self._kind_changed)
        self.return_by.changed.connect(self._pause.start)
        self.issue_button.clicked.connect(self._issue)
        self.close_button.clicked.connect(self.reject)

    @property
    def facts(self) -> dict[str, object]:
        """What only the letter at hand knows."""
        by = self.return_by.value
        asked = self.kind.value is LetterKind.RENEWAL_REMINDER and by is not None
        return {"return_by": by} if asked else {}

    def _kind_changed(self) -> None:
        reminder = self.kind.value is LetterKind.RENEWAL_REMINDER
        self.form.show_row("return_by", shown=reminder)
        if self.kind.value is None:
            self.notice.say(
                self.tr("There is nothing to write about yet: no move, and no renewal on record."),
                Tone.PLAIN,
            )
            return
        self._look()

    def _look(self) -> None:
        letters = self._tools.desk.letters
        call = partial(letters.preview_registry, self.kind.value, self._card.row.id, **self.facts)
        self._tools.fetch(self, call, self._show, self._refused)

    def _show(self, pdf: bytes) -> None:
        self.notice.hide()
        self.issue_button.setEnabled(True)
        self.preview.show_pdf(pdf, self.tr("Preview.pdf"))

    def _issue(self) -> None:
        if not self.form.check():
            return
        self.issue_button.setEnabled(False)
        letters = self._tools.desk.letters
        call = partial(letters.issue_registry, self.kind.value, self._card.row.id, **self.facts)
        self._tools.write(self, call, self._issued, self._refused)

    def _issued(self, changes: Changes) -> None:
        self.written.emit(changes)
        self.accept()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            self._tools.messages.failure(self, error)
            return
        self.issue_button.setEnabled(False)
        self.preview.clear()
        self.notice.say(sentence_of(error), Tone.BAD)


def registry_letters(card: EndorsementCard) -> tuple[LetterKind, ...]:
    """The letters that can be written about an endorsement now, the likeliest first."""
    found: list[LetterKind] = []
    told = letter_of_move(card.row.reason)
    if card.upkeep.owed:
        found.append(LetterKind.RENEWAL_REMINDER)
    if told is not None:
        found.insert(0 if card.row.status == "inactive" else len(found), told)
    if any(one.renewed_on for one in card.renewals):
        found.append(LetterKind.RENEWAL_CONFIRMED)
    return tuple(found)
