"""What the gallery shows: invented people, cases and a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from coordinator_app.ui import formats
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, check_column
from coordinator_app.ui.widgets.timeline import Reached, Step


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
        *_standing_columns(),
    ]


def _standing_columns() -> list[Column[Endorsee]]:
    return [
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
