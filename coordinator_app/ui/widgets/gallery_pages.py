"""Invented pages for the gallery: one of each thing a page is made of."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.ui.background import Background
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.page import Page, PageHead
from coordinator_app.ui.paged import PagedModel, Rows, Slice
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import RowModel
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, CardPart, Scroll, Strip, buttons
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.entries import Entry, EntryList
from coordinator_app.ui.widgets.fields import AmountField, DateField, TextField
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.gallery_content import (
    DUE,
    HISTORY,
    NEEDS,
    RATERS,
    STEPS,
    Endorsee,
    a_pdf,
    due_columns,
    endorsee,
    endorsee_columns,
    need_columns,
    rater_columns,
)
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.pdf_preview import PdfPreview
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.progress import ThinBar
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.timeline import Timeline
from coordinator_app.ui.widgets.why import WhyBox


class TodayPage(Page):
    """Rounds, a list, and the panel behind its chosen row."""

    title = "Today"

    def __init__(self) -> None:
        super().__init__()
        said = "Friday, February 20, 2026 · January round replies are due in 8 days"
        self.body.addWidget(PageHead("Today", said, Button("Print list", parent=self), parent=self))
        self.body.addWidget(self._rounds())
        self.table = self._table()
        card = Card(self, flush=True)
        card.add(self.table)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(card, 2)
        row.addWidget(self._panel(), 1)
        self.body.addLayout(row, 1)

    def focus_first(self) -> None:
        self.table.setFocus()

    def _rounds(self) -> Strip:
        parts: list[QWidget] = []
        for name, beside, done, total in (
            ("Dec round", "1 late", 17, 18),
            ("Jan round", "Replies by Feb 28", 9, 14),
            ("Feb round", "Open for 8 days", 0, 9),
        ):
            part = CardPart(name, beside, self)
            said = f"{done} of {total} decided"
            part.add(ThinBar(done, total, f"{name}: {said}", part))
            part.add(Muted(said, part))
            parts.append(part)
        return Strip(parts, self)

    def _table(self) -> TableView:
        model = RowModel(due_columns(), key=lambda row: row.what, parent=self)
        model.show(DUE)
        table = TableView(model, "Due", self)
        table.select_key("Replacement rating missing")
        return table

    def _panel(self) -> SidePanel:
        panel = SidePanel(self, width=372)
        panel.say(
            "Replacement rating missing",
            "Keoni Nāluʻai · Infant Family Specialist · submitted Jan 31, 2026",
        )
        model = RowModel(rater_columns(), key=lambda row: row, parent=panel)
        model.show(RATERS)
        table = TableView(model, "Raters", panel)
        table.horizontalHeader().hide()
        table.hug_rows(6)
        panel.add(table)
        panel.add(
            WhyBox(
                "Why this is here",
                "A decision needs three accepted ratings; one was void (six or more items unanswered). The reply is owed by Feb 28, 2026, and a review takes 6 days here (median of 2025), so the new rating is needed by Feb 22.",
                "Policy AIMH HI 2024-01 § 5 Reference ratings",
                panel,
            )
        )
        panel.add(
            buttons(
                Button("Draft reminder", Kind.SMALL_ACCENT, panel),
                Button("Replace rater…", Kind.SMALL, panel),
                Button("Open case", Kind.SMALL, panel),
            )
        )
        return panel


class CasePage(Page):
    """A case: its way, its findings, its history."""

    title = "Case"

    def __init__(self) -> None:
        super().__init__()
        head = PageHead(
            "Keoni Nāluʻai",
            "",
            Button("Letter…", parent=self),
            Button("Attach file…", parent=self),
            Button("Decide…", Kind.ACCENT, self),
            parent=self,
        )
        head.insert(Pill("In review · a rating is void", Tone.WAIT, head))
        crumb = Button("Applications › January 2026 round", Kind.CRUMB, self)
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addWidget(crumb)
        top.addWidget(head)
        self.body.addLayout(top)
        self.notice.say("Rating recorded.", Tone.GOOD, "Undo")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._way(), 21)
        row.addWidget(self._findings(), 50)
        row.addWidget(self._history(), 27)
        self.body.addLayout(row, 1)

    def _way(self) -> Card:
        card = Card(self, title="Infant Family Specialist (IFS)")
        card.add(Muted("IMH-E® · case 2026-007 · policy AIMH HI 2024-01", card, wrap=True))
        way = Timeline(STEPS, card)
        card.add(Scroll(way, card), 1)
        return card

    def _findings(self) -> Card:
        model = RowModel(need_columns(), key=lambda row: row.first, parent=self)
        model.show(NEEDS)
        card = Card(self, flush=True)
        card.add(TableView(model, "Requirements", card))
        return card

    def _history(self) -> Card:
        card = Card(self, title="History")
        card.add(Scroll(EntryList([Entry(*line) for line in HISTORY], card), card), 1)
        return card


class RegistryPage(Page):
    """100,000 rows, fetched by pages."""

    title = "Registry"

    def __init__(self, background: Background) -> None:
        super().__init__()
        head = PageHead(
            "Registry",
            "as it stood on",
            Button("Export…", parent=self),
            Button("Move…", Kind.ACCENT, self),
            parent=self,
        )
        as_of = DateField("As it stood on", head)
        as_of.set_value(date(2026, 2, 20))
        head.insert(as_of)
        self.body.addWidget(head)
        chips = [
            Chip("active", "Active", 312),
            Chip("inactive", "Inactive", 47),
            Chip("sanctioned", "Sanctioned", 2),
        ]
        self.body.addWidget(FilterChips(chips, "Which endorsements", self))
        self.model = PagedModel(
            endorsee_columns(), lambda row: row.number, self._fetch, background, self._failed, self
        )
        self.table = TableView(self.model, "Endorsements", self, many=True)
        card = Card(self, flush=True)
        card.add(self.table)
        self.body.addWidget(card, 1)

    def refresh(self, changes: object) -> None:
        self.model.load()
        self.table.sort_by("name")

    def focus_first(self) -> None:
        self.table.setFocus()

    def _fetch(self, wanted: Slice) -> Rows[Endorsee]:
        numbers = range(wanted.offset, min(wanted.offset + wanted.limit, 100_000))
        return Rows([endorsee(number) for number in numbers], 100_000)

    def _failed(self, error: Exception) -> None:
        raise error


class EmptyPage(Page):
    """Nothing to show yet."""

    title = "People"

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(PageHead("People", parent=self))
        text = "Log the first application, or bring in last year’s workbook: people come with both."
        self.empty = EmptyState("Nobody is here yet", text, "Log an application…", self)
        self.body.addWidget(self.empty, 1)

    def focus_first(self) -> None:
        self.empty.button.setFocus()


class FieldsPage(Page):
    """A form, with one thing wrong."""

    title = "Applications"

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self.body.addWidget(
            PageHead("New application", "Everything can be changed later", parent=self)
        )
        form = self._form()
        card = Card(self)
        card.setMaximumWidth(640)
        card.add(form)
        card.add(
            buttons(
                Button("Cancel", parent=self),
                Button("Log application", Kind.ACCENT, self),
                spread=True,
            )
        )
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.form = form

    def _form(self) -> Form:
        form = Form(self)
        form.add("name", "Name", TextField(), required=True)
        form.add(
            "day",
            "Registered",
            DateField(today=date(2026, 2, 20)),
            required=True,
            hint="The day the preliminary application came in",
        )
        form.add(
            "category",
            "Category",
            Choice(
                [
                    ("IFS", "Infant Family Specialist (IFS)"),
                    ("IMHS", "Infant Mental Health Specialist (IMHS)"),
                ],
                none="not chosen",
            ),
            required=True,
        )
        form.add("fee", "Fee paid", AmountField(hint="$"))
        form.add("note", "Note", NoteField())
        form.show_error("day", "“31/1/26”: write the year with four digits, as in 2026.")
        return form

    def focus_first(self) -> None:
        self.form.setFocus()


class LetterPage(Page):
    """A letter in the preview."""

    title = "Letters"

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.body.addWidget(
            PageHead(
                "Letters",
                "L-2026-0041 · not yet sent",
                Button("Mark sent…", Kind.ACCENT, self),
                parent=self,
            )
        )
        self.preview = PdfPreview(messages, self)
        self.preview.show_pdf(a_pdf(), "L-2026-0041.pdf")
        self.body.addWidget(self.preview, 1)
