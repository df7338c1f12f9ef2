"""Invented pages for the gallery: one of each thing a page is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.ui import formats
from coordinator_app.ui.background import Background
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.page import Page, PageHead, Place
from coordinator_app.ui.paged import PagedModel, Rows, Slice
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel, check_column
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, CardPart, Scroll, Strip, buttons
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.choice import Choice, NoteField
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.entries import Entry, EntryList
from coordinator_app.ui.widgets.fields import AmountField, DateField, TextField
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.pdf_preview import PdfPreview
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.progress import ThinBar
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.timeline import Reached, Step, Timeline
from coordinator_app.ui.widgets.why import WhyBox


@dataclass(frozen=True, slots=True)
class Due:
    """A line of Today."""

    when: str
    tone: Tone
    what: str
    who: str
    detail: str
    why: str
    act: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a small table."""

    first: str
    second: str
    third: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Endorsee:
    """A line of the registry."""

    number: int
    name: str
    category: str
    since: date
    hours: Decimal
    state: str
    tone: Tone


DUE = (
    Due(
        "20 days late",
        Tone.BAD,
        "Decision letter owed",
        "Leilani Kahananui",
        "IMHS · 2025-118",
        "Reply by end of following month",
        "Decide…",
    ),
    Due(
        "in 2 days",
        Tone.WAIT,
        "Replacement rating missing",
        "Keoni Nāluʻai",
        "IFS · 2026-007",
        "Three accepted ratings before a decision",
        "Remind…",
    ),
    Due(
        "in 3 days",
        Tone.WAIT,
        "Reviewer not yet assigned",
        "Hōkūlani Akana",
        "IMHM-C · 2026-011",
        "Review before a decision",
        "Assign…",
    ),
    Due(
        "in 8 days",
        Tone.WAIT,
        "5 decisions of the January round",
        "5 applicants",
        "",
        "Reply by end of following month",
        "Open round",
    ),
    Due(
        "Feb 28",
        Tone.PLAIN,
        "RSC log short by 3.5 h",
        "Hōkūlani Akana",
        "IMHM-C · endorsed 2021",
        "12 h RSC a year (IFS, IMHS, IMHM-C)",
        "Write…",
    ),
    Due(
        "Mar 1",
        Tone.PLAIN,
        "No-sanction attestation not signed",
        "17 endorsees",
        "",
        "Annual attestation since Jan 2022",
        "Letters…",
    ),
    Due(
        "Mar 31",
        Tone.PLAIN,
        "Exam seat can be offered from Apr 30",
        "3 candidates",
        "",
        "Three months from submission",
        "Invite…",
    ),
)

RATERS = (
    Line("Supervisor", "M. Souza", "", "received Feb 2", Tone.GOOD),
    Line("RSC provider", "A. Chun, IMHM-C", "", "received Feb 9", Tone.GOOD),
    Line("Colleague", "P. Ferreira", "", "void: 7 blanks", Tone.PLAIN),
    Line("Colleague", "T. Kim", "", "asked Feb 12", Tone.WAIT),
)

NEEDS = (
    Line("Education", "Bachelor’s or higher", "MSW, UH Mānoa 2017", "verified", Tone.GOOD),
    Line("Official transcripts", "each degree", "2 of 2", "verified", Tone.GOOD),
    Line("Specialised work", "2 years, ages 0–3", "4 y 2 m", "met", Tone.GOOD),
    Line("In-service training", "30 hours", "46.5 h in 17 sessions", "met", Tone.GOOD),
    Line("Reflective supervision", "24 h in 1–2 years", "31 h, A. Chun IMHM-C", "met", Tone.GOOD),
    Line("Reference ratings", "3", "2 accepted, 1 void, 1 asked", "1 missing", Tone.WAIT),
    Line("Code of Ethics", "signed", "Jan 10, 2026", "signed", Tone.GOOD),
    Line("Membership", "current", "to Dec 31, 2026", "current", Tone.GOOD),
    Line("Fee", "processing fee", "paid Jan 30", "paid", Tone.GOOD),
)

STEPS = (
    Step("Registered", "Nov 14, 2025", Reached.DONE),
    Step("Submitted", "Jan 31, 2026", Reached.DONE),
    Step("Reviewer assigned", "Feb 3, 2026, to R. Lum", Reached.DONE),
    Step("References", "replacement needed by Feb 22", Reached.NOW),
    Step("Decision and letter", "due Feb 28, 2026", Reached.AHEAD),
    Step("Exam", "no exam in this category", Reached.SKIPPED),
    Step("Active registry", "from the decision date", Reached.AHEAD),
)

HISTORY = (
    ("Feb 12 14:02", "Reference rating from A. Chun recorded"),
    ("Feb 10 09:40", "Rating from P. Ferreira void: 7 blanks"),
    ("Feb 3 11:15", "Review assigned to R. Lum: no tie, lightest load"),
    ("Feb 2 08:31", "Reference rating from M. Souza recorded"),
    ("Jan 31 16:52", "Submitted: all 9 requirements present"),
)

FAMILIES = (
    "Akana",
    "Ah Sing",
    "Cabral",
    "Chun",
    "De Mello",
    "Fujimoto",
    "Ito",
    "Kahananui",
    "Kalaniʻōpuʻu",
    "Lum",
    "Māhoe",
)
GIVEN = (
    "Hōkūlani",
    "Corinne",
    "Noelani",
    "Amelia",
    "Kaʻimi",
    "Grace",
    "Patrick",
    "Leilani",
    "Makoa",
    "Rachel",
    "Tyler",
)


def due_columns() -> list[Column[Due]]:
    return [
        Column(
            key="due",
            title="Due",
            text=lambda row: row.when,
            tone=lambda row: row.tone,
            cell=Cell.PILL,
            order=lambda row: row.when,
            width=12,
        ),
        Column(key="what", title="What", text=lambda row: row.what, width=26, stretch=True),
        Column(
            key="who",
            title="Who",
            text=lambda row: row.who,
            second=lambda row: row.detail,
            cell=Cell.TWO_LINE,
            width=20,
            stretch=True,
        ),
        Column(
            key="why", title="Why", text=lambda row: row.why, cell=Cell.LINK, width=28, stretch=True
        ),
        Column(key="act", title="", text=lambda row: row.act, cell=Cell.BUTTON, width=13),
    ]


def need_columns() -> list[Column[Line]]:
    return [
        Column(
            key="need",
            title="Requirement",
            text=lambda row: row.first,
            bold=True,
            width=20,
            stretch=True,
        ),
        Column(
            key="needs",
            title="Needs",
            text=lambda row: row.second,
            cell=Cell.MUTED,
            width=17,
            stretch=True,
        ),
        Column(key="has", title="Has", text=lambda row: row.third, width=22, stretch=True),
        Column(
            key="state",
            title="",
            text=lambda row: row.state,
            tone=lambda row: row.tone,
            cell=Cell.PILL,
            width=11,
        ),
    ]


def rater_columns() -> list[Column[Line]]:
    return [
        Column(
            key="rater",
            title="Rater",
            text=lambda row: row.second,
            second=lambda row: row.first,
            cell=Cell.TWO_LINE,
            width=18,
            stretch=True,
        ),
        Column(
            key="state",
            title="",
            text=lambda row: row.state,
            tone=lambda row: row.tone,
            cell=Cell.PILL,
            width=16,
        ),
    ]


def endorsee_columns() -> list[Column[Endorsee]]:
    return [
        check_column(),
        Column(
            key="name",
            title="Name",
            text=lambda row: row.name,
            order=lambda row: row.name,
            bold=True,
            width=22,
            stretch=True,
        ),
        Column(key="credential", title="Credential", text=lambda _: "IMH-E®", width=10),
        Column(
            key="category",
            title="Category",
            text=lambda row: row.category,
            order=lambda row: row.category,
            width=10,
        ),
        Column(
            key="since",
            title="Since",
            text=lambda row: formats.day(row.since),
            order=lambda row: row.since,
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="hours",
            title="Training",
            text=lambda row: formats.hours(row.hours),
            order=lambda row: row.hours,
            right=True,
            width=10,
        ),
        Column(
            key="case",
            title="Case",
            text=lambda row: f"2026-{row.number % 900:03d}",
            cell=Cell.MONO,
            width=10,
        ),
        Column(
            key="status",
            title="Status",
            text=lambda row: row.state,
            tone=lambda row: row.tone,
            cell=Cell.PILL,
            width=16,
        ),
    ]


def endorsee(number: int) -> Endorsee:
    name = f"{FAMILIES[number % 11]}, {GIVEN[number // 11 % 11]}"
    state, tone = ("RSC short", Tone.WAIT) if number % 5 == 0 else ("Active", Tone.GOOD)
    since = date(2018, 2, 2) + timedelta(days=number * 31 % 2900)
    category = ("IMHM-C", "IFA", "IFS", "IMHS")[number % 4]
    return Endorsee(number, name, category, since, Decimal(number % 40) / 2, state, tone)


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


def a_pdf(pages: int = 2) -> bytes:
    """A small PDF on letter paper."""
    paper = QByteArray()
    buffer = QBuffer(paper)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    writer.setResolution(100)
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        painter.drawText(QRect(60, 60, 600, 40), 0, f"Aloha mai kākou, page {number + 1}")
    painter.end()
    buffer.close()
    return bytes(paper.data())


__all__ = [
    "CasePage",
    "EmptyPage",
    "FieldsPage",
    "LetterPage",
    "Page",
    "Place",
    "RegistryPage",
    "TodayPage",
]
