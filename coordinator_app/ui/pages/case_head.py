"""The head of a case: where it is, whose it is, how it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats
from coordinator_app.ui.counted import days_late
from coordinator_app.ui.pages.case_acts import Act, Do, next_act, possible, words_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.flow import FlowLayout
from coordinator_app.ui.widgets.labels import Title
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.words_case import state_tone, state_word

# What stands in the menu rather than as a button, however likely it is.
IN_MENU = (Do.PAUSE, Do.WITHDRAW, Do.CLOSE, Do.EXPIRE, Do.PERSON)
_tr = partial(QCoreApplication.translate, "CaseHead")


class CaseHead(QWidget):
    """`wanted(Act)` for a step, `left()` for the way back to the list."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.crumb = Button(self.tr("Applications"), Kind.CRUMB, self)
        self.title = Title("", self)
        self.pill = Pill("", Tone.PLAIN, self)
        self.more = Button(self.tr("M&ore"), parent=self)
        self.letter = Button(words_of(Do.LETTER), parent=self)
        self.second = Button("", parent=self)
        self.next = Button("", Kind.ACCENT, self)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("More"))
        self.more.setMenu(self._menu)
        self._acts: dict[Button, Act] = {}
        self._place()
        self.crumb.clicked.connect(self.left)
        for button in (self.letter, self.second, self.next):
            button.clicked.connect(partial(self._pressed, button))

    def show_card(self, card: CaseCard, today: date) -> None:
        """Show whose case it is and what can be done on it."""
        self.crumb.setText(crumb_text(card))
        self.title.setText(card.row.name)
        self.pill.say(*pill_of(card, today))
        main, able = next_act(card), possible(card)
        beside = [act for act in able if act != main and act.do not in IN_MENU]
        letter = next((act for act in beside if act.do is Do.LETTER), None)
        second = next((act for do in _SECOND for act in beside if act.do is do), None)
        self._show_button(self.letter, letter)
        self._show_button(self.second, second)
        self._show_button(self.next, main)
        shown = {act.do for act in (main, letter, second) if act}
        self._fill_menu([act for act in able if act.do not in shown])
        self._fit(self.width())

    def _place(self) -> None:
        line = QHBoxLayout()
        space(line, 0, 12)
        line.addWidget(self.title)
        line.addWidget(self.pill)
        line.addStretch(1)
        self._left, self._right = QWidget(self), QWidget(self)
        left = QVBoxLayout(self._left)
        space(left, 0, 1)
        left.addWidget(self.crumb, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(line)
        right = FlowLayout(self._right, gap=8)
        for button in (self.more, self.second, self.letter, self.next):
            right.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        space(self._row, 0, 12)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """The buttons go below the name where both do not fit into a line."""
        self.title.setWordWrap(False)
        wanted = self._left.sizeHint().width() + self._right.sizeHint().width() + 24
        narrow = wanted > width
        self.title.setWordWrap(narrow)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)

    def _show_button(self, button: Button, act: Act | None) -> None:
        button.setVisible(act is not None)
        if act is not None:
            self._acts[button] = act
            button.setText(words_of(act.do))

    def _fill_menu(self, acts: Sequence[Act]) -> None:
        self._menu.clear()
        for act in acts:
            action = self._menu.addAction(words_of(act.do))
            action.triggered.connect(partial(self._chosen, act))
        self.more.setVisible(bool(acts))

    def _chosen(self, act: Act, *_checked: object) -> None:
        self.wanted.emit(act)

    def _pressed(self, button: Button) -> None:
        self.wanted.emit(self._acts[button])


_SECOND = (Do.SUBMIT, Do.DECIDE, Do.EVIDENCE, Do.MARK_SENT, Do.NOTE)


def crumb_text(card: CaseCard) -> str:
    """Applications › January 2026 round."""
    here = _tr("Applications")
    if not card.row.round:
        return here
    month = PartialDate.parse(card.row.round)
    words = _tr("{month} round").format(month=formats.month(month.first()))
    return f"{here} › {words}"


def pill_of(card: CaseCard, today: date) -> tuple[str, Tone]:
    """The state, and what is most pressing about it."""
    row, word_ = card.row, state_word(card.row.state)
    due = row.reply_due
    if due and row.answered_on is None and due < today and row.state not in ("withdrawn", "closed"):
        return f"{word_} · {days_late((today - due).days)}", Tone.BAD
    if row.state in ("submitted", "in_review") and _wants_rating(card):
        return f"{word_} · {_tr('a rating is missing')}", Tone.WAIT
    return word_, state_tone(row.state)


def _wants_rating(card: CaseCard) -> bool:
    return any(one.kind == "references" and not one.present for one in card.findings)
