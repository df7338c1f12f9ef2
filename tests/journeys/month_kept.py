"""What the month must have left in the office's file and in the folders that went out and came back."""

from __future__ import annotations

import zipfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from coordinator_app.domain.fold import fold
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.views import CaseCard
from coordinator_app.services.desk import Desk, open_desk
from tests.helpers.builders import Clock

_TO_SIT = LetterKind.APPROVED_TO_SIT
SITTING = "April 2026 sitting"
SITTING_DAY, SCORES_DAY = date(2026, 4, 30), date(2026, 5, 15)
EXAMINEES = {
    "Au, Alana": "Alana Au",
    "Fifita, ʻAna": "ʻAna Fifita",
    "Ho, Xiǎo": "Xiǎo Ho",
    "Kahananui, Leilani": "Leilani Kahananui",
    "Muñoz-Reyes, Jordan": "Jordan Muñoz-Reyes",
    "Pāʻaluhi, Haʻaheo": "Haʻaheo Pāʻaluhi",
}
DECIDED = (
    ("Leilani Kahananui", "IMHS", "december", "approve_to_sit", _TO_SIT, "March 31, 2026"),
    ("ʻAna Fifita", "IMHS", "january", "approve_to_sit", _TO_SIT, "April 30, 2026"),
    (
        "Keoni Nāluʻai",
        "IFS",
        "january",
        "defer",
        LetterKind.DEFERRED,
        "The third rating is missing.",
    ),
)
Seat = tuple[str, str]  # a paper's code, A or B
EVERY = ListQuery(limit=None)


@contextmanager
def the_file(path: Path) -> Generator[Desk]:
    """The office's file, opened again and without a fault."""
    desk = open_desk(path, clock=Clock(SCORES_DAY))
    try:
        assert desk.checks.report().faults == ()
        yield desk
    finally:
        desk.close()


def case_of(desk: Desk, name: str, category: str) -> CaseCard:
    rows = desk.applications.list(EVERY).rows
    return desk.cases.card(
        next(row.id for row in rows if (row.name, row.category) == (name, category))
    )


# Rounds


def what_the_rounds_left(desk: Desk, folder: Path) -> None:
    for name, category, round_, decision, kind, words in DECIDED:
        case = case_of(desk, name, category)
        assert (case.row.decision, case.row.decided_on) == (decision, date(2026, 2, 19))
        letter = next(one for one in case.letters if one.kind == kind)
        saved = folder / round_ / f"{letter.number}.pdf"
        assert saved.read_bytes() == desk.letters.pdf(letter.id)
        said = text_of(saved)
        assert name in said, said
        assert words in said, said
    for round_ in ("2025-12", "2026-01"):
        assert all(one.letter is not None for one in desk.post.proofs(round_))


# The sitting


def what_the_sitting_left(desk: Desk, codes: list[str], failed: str) -> None:
    row = next(one for one in desk.exams.list() if one.title == SITTING)
    card = desk.exams.card(row.id)
    assert (card.row.state, card.row.day) == ("released", SITTING_DAY)
    assert [one.code for one in card.papers] == codes
    assert [len(one.seats) for one in card.papers] == [3, 2, 2, 2, 2, 2]
    assert all(one.result is not None for one in card.papers)
    assert {one.name for one in card.candidates} == set(EXAMINEES.values())
    states = {one.name: desk.cases.card(one.application_id).row.state for one in card.candidates}
    assert states == {
        name: "not_passed" if name == failed else "endorsed" for name in EXAMINEES.values()
    }
    began = [one for one in desk.registry.list(EVERY).rows if str(one.since) == "2026-05-15"]
    assert {one.name for one in began} == set(EXAMINEES.values()) - {failed}


def names_in(folder: Path) -> list[str]:
    """What names an examinee in a folder that went out: in its files’ names, words and bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files, "nothing went out"
    words = {word for name in EXAMINEES.values() for word in fold(name).split()}
    found: list[str] = []
    for path in files:
        said = f"{path.relative_to(folder)} {''.join(contents_of(path))}"
        found += [f"{path.name}: {word}" for word in words & set(fold(said).split())]
        raw = path.read_bytes()
        found += [f"{path.name}: {name}" for name in EXAMINEES.values() if name.encode() in raw]
    return found


def contents_of(path: Path) -> Iterator[str]:
    """All that can be read in a PDF or in the parts of a workbook."""
    if path.suffix == ".pdf":
        yield text_of(path)
        document = pypdfium2.PdfDocument(path)
        yield " ".join(document.get_metadata_dict().values())
        document.close()
        return
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            yield book.read(part).decode("utf-8", "replace")


def fill_in(sheet: Path, given: Mapping[Seat, Sequence[str]], to: Path) -> set[Seat]:
    """Do as a scorer does: the points into the sheet that came, saved as `to`. Gives its seats."""
    book = load_workbook(sheet)
    seats: set[Seat] = set()
    page = book.worksheets[0]
    for number, (code, letter, task, *_) in enumerate(page.iter_rows(values_only=True), start=1):
        seat = (str(code), str(letter))
        if seat in given:
            page.cell(number, 5, float(given[seat][int(str(task)[-1]) - 1]))
            seats.add(seat)
    book.save(to)
    return seats


# The registry


def what_the_registry_kept(desk: Desk, reported: int) -> None:
    rows = {(one.name, one.category): one for one in desk.registry.list(EVERY).rows}
    for who, status, reason in (
        (("Hōkūlani Akana", "IMHM-C"), "inactive", "lapsed"),
        (("Tae-yang Park", "IMHM-C"), "inactive", "sanctioned"),
        (("Paulo Carvalho", "IFA"), "active", "reactivated"),
    ):
        assert (rows[who].status, rows[who].reason) == (status, reason)
    sanctioned = desk.endorsements.card(rows["Tae-yang Park", "IMHM-C"].id).moves[0]
    assert sanctioned.evidence == (
        "Hawaiʻi Board of Psychology; learned from the board’s notice on Feb 18, 2026"
    )
    active = ListQuery(filters={"status": "active"}, limit=1)
    assert desk.registry.list(active).total == reported


def text_of(pdf: Path) -> str:
    """What stands in a PDF, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())
