"""The two halves of a letter's life: what it is to say, and how it went out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.letters import (
    DECISION_LETTERS,
    TO_RATERS,
    LetterKind,
    letter_name,
    letter_of,
)
from coordinator_app.domain.views import CaseCard, LetterRow, ReferenceRow
from coordinator_app.ui import formats
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.words_case import RATER_KINDS, WAYS, options, word

ABOUT_RATERS = TO_RATERS | {LetterKind.REPLACEMENT_RATING}
WITH_REASONS = {LetterKind.MORE_INFORMATION, LetterKind.ON_HOLD}
WITH_RETURN = ABOUT_RATERS | WITH_REASONS


class DraftPart(QWidget):
    """Which letter, and the few facts only the letter at hand knows."""

    changed = Signal()

    def __init__(self, card: CaseCard, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._kinds = letter_kinds(card)
        self._rater: int | None = None
        self.choice = Choice([(kind, say_phrase(letter_name(kind))) for kind in self._kinds])
        self.reference = Choice()
        self.reasons = NoteField(lines=4)
        self.return_by = DateField(today=today)
        self.form = Form(self)
        self._add_rows()
        said = self.tr("Issued, it gets its number and is kept as it is: it can be printed again.")
        column = QVBoxLayout(self)
        space(column, 0, 12)
        column.addWidget(self.form)
        column.addWidget(Muted(said, self, wrap=True))
        self.setFocusProxy(self.choice)

    @property
    def kind(self) -> LetterKind | None:
        return self.choice.value

    @property
    def facts(self) -> dict[str, object]:
        """The facts of this letter, by their names."""
        kind, found = self.kind, dict[str, object]()
        if kind in WITH_REASONS:
            found["reasons"] = tuple(line for line in self.reasons.value.splitlines() if line)
        if kind in ABOUT_RATERS and self.reference.value is not None:
            found["reference_id"] = self.reference.value
        if kind in WITH_RETURN and self.return_by.value is not None:
            found["return_by"] = self.return_by.value
        return found

    def begin(self, kind: LetterKind | None, reference: int | None) -> None:
        """Start with this letter, to this rater."""
        self._rater = reference
        self.choice.set_value(kind or (self._kinds[0] if self._kinds else None))
        self._kind_changed()

    def _add_rows(self) -> None:
        self.form.add("kind", self.tr("&Letter"), self.choice, required=True)
        self.form.add("reference", self.tr("Ra&ter"), self.reference, required=True)
        hint = self.tr("One a line.")
        self.form.add("reasons", self.tr("&What is needed"), self.reasons, required=True, hint=hint)
        self.form.add("return_by", self.tr("&Return by"), self.return_by)
        self.choice.changed.connect(self._kind_changed)
        for field in (self.reference, self.reasons, self.return_by):
            field.changed.connect(self.changed)

    def _kind_changed(self) -> None:
        """Only the rows this letter needs."""
        kind = self.kind
        self.form.show_row("reference", shown=kind in ABOUT_RATERS)
        self.form.show_row("reasons", shown=kind in WITH_REASONS)
        hold = kind is LetterKind.ON_HOLD
        self.form.rename_row("reasons", self.tr("&Why") if hold else self.tr("&What is needed"))
        self.form.show_row("return_by", shown=kind in WITH_RETURN)
        if kind is not None and kind in ABOUT_RATERS:
            self._offer_raters(kind)
        self.changed.emit()

    def _offer_raters(self, kind: LetterKind) -> None:
        raters = [(one.id, _rater(one)) for one in raters_for(kind, self._card)]
        was = self.reference.blockSignals(True)
        self.reference.show_options(raters)
        self.reference.set_value(self._rater)
        self.reference.blockSignals(was)


class SentPart(QWidget):
    """How an issued letter went out, and when."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.how = Choice(options(WAYS))
        self.on = DateField(today=today)
        self.on.set_value(today)
        self.form = Form(self)
        self.form.add("how", self.tr("Sent &how"), self.how, required=True)
        self.form.add("on", self.tr("Sent &on"), self.on, required=True)
        self._line = Muted("", self, wrap=True)
        column = QVBoxLayout(self)
        space(column, 0, 12)
        column.addWidget(self._line)
        column.addWidget(self.form)
        self.setFocusProxy(self.how)

    def show_letter(self, letter: LetterRow) -> None:
        """Say what is known of it; ask what is not."""
        name = say_phrase(letter_name(LetterKind(letter.kind)))
        words = self.tr("{letter}, issued {day}. It is kept as issued.")
        said = words.format(letter=name, day=formats.day(letter.issued_on))
        if letter.sent_on is not None:
            sent = self.tr("Sent {how}, {day}.")
            how = word(WAYS, letter.sent_how).lower()
            said = f"{said} {sent.format(how=how, day=formats.day(letter.sent_on))}"
        self._line.setText(said)
        self.form.setVisible(letter.sent_on is None)


def letter_kinds(card: CaseCard) -> tuple[LetterKind, ...]:
    """The letters that can be written on a case now, the likeliest first."""
    found: list[LetterKind] = []
    state = card.row.state
    if owes_letter(card):
        found.append(letter_of(card.row.decision))
    if state == "more_information":
        found.append(LetterKind.MORE_INFORMATION)
    if state == "on_hold":
        found.append(LetterKind.ON_HOLD)
    if state == "not_passed":
        found.append(LetterKind.EXAM_NOT_PASSED)
    if state == "endorsed" and card.row.decision == "approve_to_sit":
        found.append(LetterKind.EXAM_PASSED)
    if state == "withdrawn":
        found.append(LetterKind.WITHDRAWN)
    if card.accepted_on is not None:
        found.append(LetterKind.APPLICATION_ACCEPTED)
    about = (
        LetterKind.REFERENCE_REQUEST,
        LetterKind.REFERENCE_REMINDER,
        LetterKind.REPLACEMENT_RATING,
    )
    found.extend(kind for kind in about if raters_for(kind, card))
    return tuple(found)


def owes_letter(card: CaseCard) -> bool:
    """Whether the last decision has no letter yet; imported ones are not answered from here."""
    if not card.row.decision or card.row.imported:
        return False
    kind, decided = letter_of(card.row.decision), card.row.decided_on
    mine = (one for one in card.letters if one.kind in DECISION_LETTERS)
    return not any(one.kind == kind and (not decided or one.issued_on >= decided) for one in mine)


def raters_for(kind: LetterKind, card: CaseCard) -> tuple[ReferenceRow, ...]:
    """The raters a letter can speak to or of."""
    states = {
        LetterKind.REFERENCE_REQUEST: ("named", "asked"),
        LetterKind.REFERENCE_REMINDER: ("asked", "reminded"),
        LetterKind.REPLACEMENT_RATING: ("void", "declined", "replaced"),
    }[kind]
    return tuple(one for one in card.references if one.state in states and one.rater_id)


def _rater(one: ReferenceRow) -> str:
    return f"{one.rater_name} ({word(RATER_KINDS, one.kind)})"
