"""One endorsement: what its upkeep asks and why, its moves, renewals and letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.views import EndorsementRow, LetterRow
from coordinator_app.domain.views_registry import EndorsementCard, RegistryRow
from coordinator_app.ui import formats
from coordinator_app.ui import words_findings as words
from coordinator_app.ui.dialogs.entry import EntryDialog
from coordinator_app.ui.dialogs.move import BackDialog, MoveDialog, SanctionDialog
from coordinator_app.ui.dialogs.registry_letter import RegistryLetterDialog, registry_letters
from coordinator_app.ui.dialogs.renewal import RenewalDialog
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.page import Page, Place
from coordinator_app.ui.page_commands import PageCommands
from coordinator_app.ui.pages.endorsement_tables import (
    held_columns,
    letter_columns,
    move_columns,
    renewal_columns,
)
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, Scroll, buttons
from coordinator_app.ui.widgets.findings_table import FindingsTable
from coordinator_app.ui.widgets.labels import Heading, Muted, Title
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.why import WhyBox
from coordinator_app.ui.words_registry import pill_text, pill_tone

_MOST = 8
_FINAL = ("deceased", "moved_association")


class EndorsementPage(Page):
    """`open(id)` shows an endorsement as it stands today."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Endorsement")
        self._tools = tools
        self._id: int | None = None
        self.card: EndorsementCard | None = None
        self.crumb = Button(self.tr("Registry"), Kind.CRUMB, self)
        self.name = Title("", self)
        self.name.setWordWrap(True)
        self.pill = Pill("", Tone.PLAIN, self)
        self.person_button = Button(self.tr("Person"), parent=self)
        self.letter_button = Button(self.tr("&Letter…"), parent=self)
        self.renew_button = Button(self.tr("&Renewal…"), parent=self)
        self.move_button = Button(self.tr("&Move…"), Kind.ACCENT, self)
        self.line = Muted("", self, wrap=True)
        self.findings = FindingsTable(self, tall=None)
        self.why = WhyBox("", parent=self)
        self._build()
        self._connect()

    # What the window uses

    def open(self, what: object) -> None:
        if what != self._id:
            self.card = None
            self.notice.dismiss()
        self._id = what if isinstance(what, int) else None

    def refresh(self, changes: Changes | None) -> None:
        if self._id is not None and self._touched(changes):
            call = partial(self._tools.desk.endorsements.card, self._id)
            self._tools.fetch(self, call, self._show)

    def focus_first(self) -> None:
        self.findings.setFocus()

    def _touched(self, changes: Changes | None) -> bool:
        if changes is None or self.card is None or self._id in changes.endorsements:
            return True
        return self.card.row.person_id in changes.people or bool(changes.kinds & {"policy"})

    # Making it

    def _build(self) -> None:
        self.body.addLayout(self._head())
        self.body.addWidget(self.line)
        left, right = QWidget(self), QWidget(self)
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        for column in (self._left, self._right):
            space(column, 0, 10)
        self._fill_left()
        self._fill_right()
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        space(column, 0, 0)
        column.addWidget(Beside(left, right, inner, stretch=(11, 9), narrow=860))
        column.addStretch(1)
        self.body.addWidget(Scroll(inner, self), 1)

    def _head(self) -> QHBoxLayout:
        named = QHBoxLayout()
        space(named, 0, 12)
        named.addWidget(self.name, 1)
        named.addWidget(self.pill)
        left = QVBoxLayout()
        space(left, 0, 1)
        left.addWidget(self.crumb, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(named)
        parts = (self.person_button, self.letter_button, self.renew_button, self.move_button)
        row = QHBoxLayout()
        space(row, 0, 12)
        row.addLayout(left)
        row.addStretch(1)
        row.addLayout(buttons(*parts, spread=True))
        return row

    def _fill_left(self) -> None:
        self.findings_title = Heading("", self)
        card = Card(self, flush=True)
        card.add(self.findings)
        for part in (self.findings_title, card, self.why):
            self._left.addWidget(part)
        self._left.addStretch(1)

    def _fill_right(self) -> None:
        self.moves = self._table(self.tr("Moves"), move_columns())
        self.renewals = self._table(self.tr("Renewals"), renewal_columns())
        self.others = self._table(self.tr("Also held"), held_columns())
        self.letters = self._table(self.tr("Letters"), letter_columns())
        self._right.addStretch(1)

    def _table(self, title: str, columns: Sequence[Column[Any]]) -> _Block:
        block = _Block(title, columns, self)
        self._right.addWidget(block)
        return block

    def _connect(self) -> None:
        self.commands = PageCommands(
            self,
            {
                "registry.move": self.move_it,
                "registry.sanction": self.sanction,
                "registry.renew": self.renew,
                "registry.letter": self.write_letter,
            },
        )
        self.crumb.clicked.connect(self._leave)
        self.person_button.clicked.connect(self._show_person)
        self.letter_button.clicked.connect(self.write_letter)
        self.renew_button.clicked.connect(self.renew)
        self.move_button.clicked.connect(self.move_it)
        self.findings.chosen.connect(self._chosen)
        self.others.table.opened.connect(self._open_other)
        self.letters.table.opened.connect(self._open_letter)

    # Showing it

    def _show(self, card: EndorsementCard) -> None:
        if card.row.id != self._id:
            return
        self.card = card
        one = RegistryRow(card.row, card.upkeep)
        self.name.setText(card.row.name)
        self.pill.say(pill_text(one), pill_tone(one))
        self.line.setText(self._said(card))
        self.findings.show_findings(_shown(card), ())
        back = card.row.status != "active"
        self.findings_title.setText(self.tr("The way back") if back else self.tr("Renewal"))
        self.moves.show_rows(card.moves)
        self.renewals.show_rows(card.renewals)
        self.others.show_rows(card.others)
        self.letters.show_rows(card.letters)
        self._offer(card)
        self._chosen(self.findings.selected())

    def _said(self, card: EndorsementCard) -> str:
        since = formats.partial_day(card.row.since)
        parts = [
            f"{card.category_name} ({card.row.category})",
            card.row.credential,
            self.tr("since {day}").format(day=since) if since else "",
            self._grace(card),
            self.tr("gives RSC to others") if card.provides_rsc else "",
            self.tr("imported history") if card.row.imported else "",
        ]
        return " · ".join(part for part in parts if part)

    def _grace(self, card: EndorsementCard) -> str:
        """Until when an owed renewal may still come."""
        lapse = next((one for one in card.findings if one.kind == "lapse"), None)
        if lapse is None or lapse.due is None or not card.upkeep.owed:
            return ""
        return self.tr("to be renewed by {day}").format(day=formats.day(lapse.due))

    def _offer(self, card: EndorsementCard) -> None:
        """What can be done with it now."""
        active, final = card.row.status == "active", card.row.reason in _FINAL
        self.move_button.setText(self.tr("&Move…") if active else self.tr("&Back to Active…"))
        self.move_button.setVisible(not final)
        self.renew_button.setVisible(active)
        self.letter_button.setVisible(bool(registry_letters(card)))
        self.commands.enable("registry.move", enabled=not final)
        self.commands.enable("registry.sanction", enabled=card.row.reason != "sanctioned")
        self.commands.enable("registry.renew", enabled=active)
        self.commands.enable("registry.letter", enabled=bool(registry_letters(card)))

    def _chosen(self, rows: Sequence[Finding]) -> None:
        """Why it is asked, of the chosen line, else of the first that is not met."""
        card = self.card
        if card is None:
            return
        found = _shown(card)
        unmet = (one for one in found if one.outcome is not Outcome.MET)
        one = rows[0] if rows else next(unmet, next(iter(found), None))
        self.why.setVisible(one is not None)
        if one is not None:
            title = self.tr("Why: {what}").format(what=one.title)
            self.why.say(title, words.why_text(one), words.why_source(one, ""))

    # What is done

    def move_it(self) -> None:
        """To the Inactive registry, or back."""
        card = self.card
        if card is None:
            return
        if card.row.status == "active":
            self._open_dialog(MoveDialog(self, self._tools, [card.row.id]))
        else:
            lifted = card.row.reason == "sanctioned"
            self._open_dialog(BackDialog(self, self._tools, [card.row.id], lifted=lifted))

    def sanction(self) -> None:
        """Record a sanction the association has learned of."""
        if self.card is not None:
            self._open_dialog(SanctionDialog(self, self._tools, [self.card.row.id]))

    def renew(self) -> None:
        """Record what was shown for a renewal."""
        if self.card is not None:
            row = RegistryRow(self.card.row, self.card.upkeep)
            self._open_dialog(RenewalDialog(self, self._tools, [row]))

    def write_letter(self) -> None:
        """See and issue a letter about it."""
        if self.card is not None:
            self._open_dialog(RegistryLetterDialog(self, self._tools, self.card))

    def _open_dialog(self, dialog: EntryDialog | RegistryLetterDialog) -> None:
        dialog.written.connect(self._written)
        dialog.open()

    def _written(self, changes: Changes) -> None:
        if changes.action == "Issue letter":
            say = self.tr("Issued; it waits among the letters to send.")
            self.notice.say(say, Tone.NEWS, self.tr("Letters"), self._to_letters)
        else:
            undo = partial(self._undo, changes.entry)
            self.notice.say(self.tr("Recorded."), Tone.NEWS, self.tr("Undo"), undo)

    def _undo(self, entry: int) -> None:
        self._tools.write(self, partial(self._tools.desk.history.undo, entry))

    # Where it leads

    def _leave(self) -> None:
        self.go.emit(Place("registry"))

    def _to_letters(self) -> None:
        self.go.emit(Place("letters"))

    def _show_person(self) -> None:
        if self.card is not None:
            self.go.emit(Place("person", self.card.row.person_id))

    def _open_other(self, row: EndorsementRow) -> None:
        self.go.emit(Place("endorsement", row.id))

    def _open_letter(self, row: LetterRow) -> None:
        self.go.emit(Place("letters", row.id))


def _shown(card: EndorsementCard) -> list[Finding]:
    """The findings as lines: of the way back each step by its own name; grace not while it lasts."""
    return [
        _as_step(one) if one.kind == "reactivation" else one
        for one in card.findings
        if one.kind != "lapse" or one.outcome is not Outcome.MET
    ]


def _as_step(one: Finding) -> Finding:
    said = say_phrase(one.needed)
    if one.requirement == "reactivation.steps":  # the association set none
        return one
    return replace(one, title=said[:1].upper() + said[1:], needed=phrase("reactivation.to_show"))


class _Block(QWidget):
    """A titled table; not there while it has no rows."""

    def __init__(self, title: str, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self.model: RowModel[Any] = RowModel(columns, key=_id, parent=self)
        self.table = TableView(self.model, title, self)
        self.table.hug_rows(_MOST)
        card = Card(self, flush=True)
        card.add(self.table)
        column = QVBoxLayout(self)
        space(column, 0, 6)
        column.addWidget(Heading(title, self))
        column.addWidget(card)

    def show_rows(self, rows: Sequence[object]) -> None:
        self.model.show(rows)
        self.setVisible(bool(rows))


def _id(row: object) -> int:
    return int(getattr(row, "id", 0))
