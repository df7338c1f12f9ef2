"""Assigning a reviewer: everybody who might, the best choice first, each with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.reviews import NEVER, Reviewer
from coordinator_app.domain.views import CaseCard
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.words_case import CONFLICTS, case_line, word

SHOWN = 8


class ReviewerDialog(EntryDialog):
    """Whoever is barred cannot be assigned; a conflict that may be passed over asks for a reason."""

    def __init__(self, owner: QWidget, tools: Tools, card: CaseCard) -> None:
        super().__init__(owner, tools, width=760)
        self._id = card.row.id
        self.begin(self.tr("Assign reviewer"), self.tr("&Assign"), case_line(card))
        self.on = DateField(today=tools.desk.today())
        self.model = RowModel(self._columns(), key=_id, parent=self)
        self.table = TableView(self.model, self.tr("Possible reviewers"), self)
        self._place()
        self.on.set_value(tools.desk.today())
        self.on.changed.connect(self._look_up)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.save_button.setEnabled(False)
        self._look_up()
        self.table.setFocus()

    @property
    def chosen(self) -> Reviewer | None:
        return next(iter(self.table.selected()), None)

    def asked(self) -> Ask:
        chosen, on = self.chosen, self.on.value
        assert chosen is not None
        assert on is not None
        assign = self.tools.desk.reviews.assign
        return partial(assign, self._id, chosen.person, on, override_reason=self.reason())

    def checked(self) -> bool:
        return self.chosen is not None and super().checked()

    def _place(self) -> None:
        card = Card(self, flush=True)
        card.add(self.table)
        self.table.hug_rows(SHOWN)
        self.table.set_empty(
            self.tr(
                "Nobody on the Active registry may review this category. Import or endorse one."
            )
        )
        self.form.add("on", self.tr("Assigned &on"), self.on, required=True)
        self.add(card)

    def _columns(self) -> list[Column[Reviewer]]:
        return [
            Column(
                key="name", title=self.tr("Reviewer"), text=_name, bold=True, width=22, stretch=True
            ),
            Column(key="load", title=self.tr("Open reviews"), text=_load, right=True, width=9),
            Column(
                key="last", title=self.tr("Last assigned"), text=_last, cell=Cell.MUTED, width=14
            ),
            Column(key="why", title="", text=verdict, tone=verdict_tone, cell=Cell.PILL, width=24),
        ]

    def _look_up(self) -> None:
        if (on := self.on.value) is not None:
            call = partial(self.tools.desk.reviews.candidates, self._id, on)
            self.tools.fetch(self, call, self._show, self._refused)

    def _show(self, found: Sequence[Reviewer]) -> None:
        self.model.show(found)
        if found and not found[0].barred and self.chosen is None:
            self.table.select_key(found[0].person)
        self._chosen(self.table.selected())

    def _chosen(self, rows: Sequence[Reviewer]) -> None:
        one = rows[0] if rows else None
        self.save_button.setEnabled(one is not None and not one.barred)
        if one is None or one.barred or not one.conflicts:
            self.show_obstacles(())
            return
        words = self.tr("{name}: {conflicts}.").format(name=one.name, conflicts=_ties(one))
        with self.quietly():
            self.obstacles.show_sentence(words)
        self.table.setFocus()

    def _opened(self, _row: Reviewer) -> None:
        if self.save_button.isEnabled():
            self.save()


def verdict(one: Reviewer) -> str:
    """Why somebody may, may not, or may only by override review."""
    tr = partial(QCoreApplication.translate, "ReviewerDialog")
    if any(tie in NEVER for tie in one.conflicts):
        return tr("never: {ties}").format(ties=_ties(one))
    if not one.in_scope:
        return tr("narrower scope")
    return _ties(one) if one.conflicts else tr("no tie")


def verdict_tone(one: Reviewer) -> Tone:
    return Tone.BAD if one.barred else Tone.WAIT if one.conflicts else Tone.GOOD


def _ties(one: Reviewer) -> str:
    return ", ".join(word(CONFLICTS, tie) for tie in one.conflicts)


def _id(one: Reviewer) -> int:
    return one.person


def _name(one: Reviewer) -> str:
    return one.name


def _load(one: Reviewer) -> str:
    return formats.count(one.load)


def _last(one: Reviewer) -> str:
    return formats.day(one.last)
