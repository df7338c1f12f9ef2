"""What the first case must have left in the office's file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.views import CaseCard
from coordinator_app.services.desk import Desk, open_desk
from tests.helpers.builders import Clock

PHRASE = "mango tide kettle"
WHO = "Keʻala Kalaniʻōpuʻu"
RATERS = ("Noa Kamaka", "Rowena Lum", "Pua Nakamura", "Mele Souza")


def what_is_in_the_file(path: Path, entries: int, folder: Path) -> None:
    desk = open_desk(path, clock=Clock(), passphrase=PHRASE)
    try:
        report = desk.checks.report()
        assert (report.faults, report.overrides) == ((), ())
        assert desk.file_card().entries == entries
        case = the_case(desk)
        what_the_case_says(case)
        letter = case.letters[0]
        assert (letter.number, letter.sent_how, letter.sent_on) == (
            "L-2026-0001",
            "post",
            date(2026, 2, 20),
        )
        assert desk.letters.pdf(letter.id) == (folder / "issued.pdf").read_bytes()
        held = desk.registry.list(ListQuery(filters={"status": "active"})).rows
        assert [(row.name, row.category) for row in held if not row.imported] == [(WHO, "IFA")]
    finally:
        desk.close()


def the_case(desk: Desk) -> CaseCard:
    rows = desk.applications.list(ListQuery()).rows
    return desk.cases.card(next(row.id for row in rows if row.name == WHO))


def what_the_case_says(case: CaseCard) -> None:
    row = case.row
    assert (row.case_number, row.category, row.state) == ("2026-001", "IFA", "endorsed")
    assert (row.registered, row.submitted) == (PartialDate(2026, 1, 5), PartialDate(2026, 1, 31))
    assert (row.round, row.reply_due) == ("2026-01", date(2026, 2, 28))
    assert (row.decision, row.decided_on) == ("approve", date(2026, 2, 10))
    assert row.answered_on == date(2026, 2, 20)
    assert {one.rater_name: one.state for one in case.references} == dict(
        zip(RATERS, ("replaced", "accepted", "accepted", "accepted"), strict=True)
    )
    assert [(one.reviewer_name, one.recommendation) for one in case.reviews] == [
        ("Keoni Akana", "approve")
    ]
    hours = sum((one.hours for one in case.evidence if one.hours), Decimal(0))
    assert hours == Decimal("40.5")
    assert [one.kind for one in case.history if one.kind != "do"] == ["redo", "undo"]
