"""Packets as they go out and score sheets as they come back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook, load_workbook

from coordinator_app.documents.leaks import scan
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.known import Needle, needles
from coordinator_app.domain.people import PersonDraft
from coordinator_app.persistence import identities
from coordinator_app.services.desk import Desk
from coordinator_app.services.exam_packets import Reasons
from tests.helpers.builders import Clock, an_office, made
from tests.helpers.exams import (
    FORM,
    SITTING_DAY,
    WHY,
    answered,
    approved_to_sit,
    enrolled,
    office_in_scoring,
    paired,
    released,
    score,
    seated,
)
from tests.helpers.files import quick_folder

THREE = ("Leilani Kahananui", "Keoni Māhoe", "Pualani Souza")
LATER = date(2026, 5, 10)


@pytest.fixture
def scoring(folder: Path, clock: Clock) -> Iterator[Desk]:
    """A desk at an office whose sitting, number 1, is being scored; in the end all holds."""
    found = office_in_scoring(folder, clock, THREE)
    yield found
    report = found.checks.report()
    found.close()
    assert report.faults == ()


def refused(code: str) -> pytest.RaisesExc[RuleBroken]:
    return pytest.raises(RuleBroken, match=f"^{code}$".replace(".", r"\."))


def test_a_folder_for_each_scorer_holds_coded_papers_and_one_sheet(
    scoring: Desk, folder: Path
) -> None:
    desk, sitting = scoring, 1
    codes = {one.code for one in desk.exams.card(sitting).papers}
    files = [path for path in (folder / "out").rglob("*") if path.is_file()]
    papers = [path for path in files if path.suffix == ".pdf"]
    assert {path.stem for path in papers} == codes
    assert len(papers) == 2 * len(codes)
    assert {path.name for path in files} - {path.name for path in papers} == {"score-sheet.xlsx"}
    assert len({path.stat().st_mtime_ns for path in (folder / "out").rglob("*")}) == 1
    assert [one.verdict for one in desk.exams.card(sitting).papers] == ["clean"] * len(codes)


def test_nothing_that_goes_out_names_anybody_who_sits(scoring: Desk, folder: Path) -> None:
    """Each file of each scorer, searched for everything known about each examinee."""
    desk, sitting = scoring, 1
    known: list[Needle] = []
    with desk.exams.store.read() as reader:
        for one in desk.exams.card(sitting).candidates:
            known += needles(identities.identity_of(reader, one.application_id))
    assert len(known) > 12
    for path in (folder / "out").rglob("*.*"):
        report = scan(path.name, path.read_bytes(), known)
        assert [one for one in report.findings if one.kind != "structure"] == [], path


def test_a_small_group_is_confirmed_with_a_reason_that_check_lists(
    desk: Desk, clock: Clock, folder: Path
) -> None:
    enrolled(desk)
    sitting = paired(desk, answered(desk, seated(desk, clock, THREE[:2])))
    assert desk.packets.small_groups(sitting) == (("IMH", 2),)
    with refused("packet.small_group"):
        desk.packets.release(sitting, folder / "out", SITTING_DAY)
    assert not (folder / "out").exists()
    released(desk, sitting, folder / "out", group="Both know it.")
    assert "check.small_group" in [one.code for one in desk.checks.report().overrides]


def test_a_finding_stops_the_release_and_its_words_are_not_kept_beside_the_code(
    desk: Desk, clock: Clock, folder: Path
) -> None:
    enrolled(desk)
    sitting = paired(desk, answered(desk, seated(desk, clock, THREE)))
    first = desk.exams.card(sitting).candidates[0]
    desk.exams.enter_answers(first.id, (f"I, {first.name}, wrote this.", "x"), 50)
    found = [one for one in desk.packets.scan(sitting) if one.verdict == "leak"]
    assert len(found) == 1
    assert {row.kind for row in found[0].found} >= {"name", "family"}
    with refused("packet.leaks") as refusal:
        released(desk, sitting, folder / "out")
    assert refusal.value.facts["papers"] == (found[0].code,)
    reasons = Reasons(leaks="She asked for it.", small_group=WHY)
    desk.packets.release(sitting, folder / "out", SITTING_DAY, reasons=reasons)
    with desk.exams.store.read() as reader:
        kept = next(row for row in reader.find("packet") if row["verdict"] == "leak")
    assert first.name.split()[-1].casefold() not in str(kept).casefold()
    assert "check.packet_override" in [one.code for one in desk.checks.report().overrides]


def test_papers_without_answers_or_pairs_do_not_go_out(
    desk: Desk, clock: Clock, folder: Path
) -> None:
    enrolled(desk)
    sitting = seated(desk, clock, THREE)
    with refused("packet.answers_missing"):
        released(desk, sitting, folder / "out")
    answered(desk, sitting)
    with refused("packet.not_paired"):
        released(desk, sitting, folder / "out")
    (folder / "full").mkdir()
    (folder / "full" / "x").touch()
    with pytest.raises(BadInput, match=r"^packet\.folder_not_empty$"):
        released(desk, sitting, folder / "full")


# --- other people, another clock: the same bytes ----------------------------------------------


def packets_of(names: tuple[PersonDraft, ...], day: date) -> dict[str, bytes]:
    """Every paper's packet of an office whose examinees are these."""
    with quick_folder() as folder:
        clock = Clock()
        desk = an_office(folder, clock)
        enrolled(desk)
        cases = [approved_to_sit(desk, one) for one in names]
        clock.day = day
        sitting = made(desk.exams.plan(SITTING_DAY, "A sitting", FORM))
        for case in cases:
            desk.exams.admit(sitting, case, date(2026, 3, 1))
        desk.exams.code_papers(sitting, choose=Random(3).choice)
        for number, one in enumerate(
            sorted(desk.exams.card(sitting).candidates, key=lambda c: c.id)
        ):
            desk.exams.enter_answers(one.id, (f"First answer of {number}.", "Second."), 40)
        released(desk, paired(desk, sitting), folder / "out")
        found = {path.name: path.read_bytes() for path in (folder / "out").rglob("*.pdf")}
        desk.close()
    return found


def test_with_other_people_on_another_day_every_packet_is_the_same_byte_for_byte() -> None:
    first = tuple(PersonDraft(name) for name in THREE)
    second = tuple(
        PersonDraft(
            f"Zoë Ōkubo{number}", emails=(f"z{number}@example.org",), phones=("808 555 0100",)
        )
        for number in "abc"
    )
    assert packets_of(first, SITTING_DAY) == packets_of(second, date(2026, 6, 3))


# --- score sheets -----------------------------------------------------------------------------


def filled(sheet: Path, points: list[object], to: Path) -> Path:
    book = load_workbook(sheet)
    page = book.worksheets[0]
    for row, given in enumerate(points, start=2):
        page.cell(row, 5).value = given  # pyright: ignore[reportAttributeAccessIssue]
    book.save(to)
    return to


def a_sheet(folder: Path) -> Path:
    return sorted((folder / "out").rglob("*.xlsx"))[0]


def rows_in(sheet: Path) -> int:
    return load_workbook(sheet).worksheets[0].max_row - 1


def test_a_filled_in_sheet_is_taken_in_and_a_second_time_changes_nothing(
    scoring: Desk, folder: Path
) -> None:
    desk, sitting = scoring, 1
    sheet = a_sheet(folder)
    count = rows_in(sheet)
    back = filled(sheet, [40.5] * count, folder / "back.xlsx")
    desk.scores.take_in(back, LATER)
    assert desk.exams.card(sitting).row.scores_in == count // len(FORM.tasks)
    with pytest.raises(BadInput, match=r"^sheet\.nothing$"):
        desk.scores.take_in(back, LATER)
    other = filled(sheet, [41] * count, folder / "other.xlsx")
    with pytest.raises(BadInput, match=r"^sheet\.refused$") as refusal:
        desk.scores.take_in(other, LATER)
    assert problems(refusal.value) == ["sheet.in_already"] * (count // 2)


def problems(refusal: BadInput) -> list[str]:
    found = refusal.facts["problems"]
    assert isinstance(found, tuple)
    return [one.code for one in found]  # pyright: ignore[reportUnknownMemberType,reportUnknownVariableType]


@pytest.mark.parametrize(
    ("given", "code", "cell"),
    [
        (51, "sheet.not_points", "E2"),
        (-1, "sheet.not_points", "E2"),
        ("many", "sheet.not_points", "E2"),
        (None, "sheet.points_missing", "E2"),
    ],
)
def test_what_cannot_be_is_refused_by_its_cell_and_nothing_is_taken_in(
    scoring: Desk, folder: Path, given: object, code: str, cell: str
) -> None:
    desk, sitting = scoring, 1
    sheet = a_sheet(folder)
    points: list[object] = [given, *[40] * (rows_in(sheet) - 1)]
    with pytest.raises(BadInput, match=r"^sheet\.refused$") as refusal:
        desk.scores.take_in(filled(sheet, points, folder / "back.xlsx"), LATER)
    assert problems(refusal.value) == [code]
    found = refusal.value.facts["problems"]
    assert isinstance(found, tuple)
    assert found[0].facts["cell"] == cell  # pyright: ignore[reportUnknownMemberType]
    assert desk.exams.card(sitting).row.scores_in == 0


def test_another_workbook_is_no_score_sheet(desk: Desk, folder: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Name", "Points"])
    book.save(folder / "x.xlsx")
    with pytest.raises(BadInput, match=r"^sheet\.no_heading$"):
        desk.scores.take_in(folder / "x.xlsx", LATER)


def test_a_sheet_holds_one_page_of_codes_and_no_clock(scoring: Desk, folder: Path) -> None:
    with zipfile.ZipFile(BytesIO(a_sheet(folder).read_bytes())) as packed:
        assert {one.date_time for one in packed.infolist()} == {(2024, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if "sheet2" in name or "comments" in name]


def test_scores_that_were_entered_count_to_the_hundredth(scoring: Desk) -> None:
    desk, sitting = scoring, 1
    paper = desk.exams.card(sitting).papers[0]
    desk.scores.enter(paper.id, "A", (Decimal("40.25"), Decimal("1.5")), LATER)
    score(desk, paper.id, "B", 30, 10)
    found = desk.exams.paper(paper.id).outcome
    assert found.apart == Decimal("1.75")
