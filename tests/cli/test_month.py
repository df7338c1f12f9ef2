"""`month`: a month of a practice office without a window, read back from the folder it leaves."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from openpyxl import load_workbook

from coordinator_app.cli.desks import NoonOf
from coordinator_app.cli.month_story import eve, exam_day
from coordinator_app.cli.window import Window
from coordinator_app.domain.lists import ListQuery
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.trial import Tried
from tests.helpers.command import Answer, command, refused

LAST = "2026-04-12"


class Drawn:
    """A window that draws one page of nothing, and notes for whom."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path | None, date | None]] = []

    def draw(self, out: Path, *, file: Path | None, as_of: date | None, **_: Any) -> Sequence[Path]:
        self.asked.append((file, as_of))
        made = out / "today.png"
        made.write_bytes(b"a picture")
        return [made]

    def never(self, folder: Path, today: date) -> Iterable[Tried]:
        raise AssertionError(folder, today)

    @property
    def window(self) -> Window:
        return Window(self.draw, self.never)


@dataclass(frozen=True, slots=True)
class Month:
    """What was answered, and what lies in the folder."""

    folder: Path
    answer: Answer
    drawn: Drawn
    told: dict[str, Any]

    def files(self, place: str) -> list[Path]:
        found = (self.folder / place).rglob("*")
        return sorted(one for one in found if one.is_file())

    @contextmanager
    def desk(self) -> Generator[Desk]:
        """The office it leaves, on the month's last day."""
        clock = NoonOf(date.fromisoformat(LAST))
        desk = open_desk(self.folder / "month.office", clock=clock)
        try:
            yield desk
        finally:
            desk.close()


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    folder, drawn = tmp_path_factory.mktemp("month") / "out", Drawn()
    answer = command("month", "--out", folder, "--as-of", LAST, window=drawn.window)
    assert answer.code == 0, answer.err
    told = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    return Month(folder, answer, drawn, told)


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        texts: list[Any] = [page.get_textpage() for page in document]  # Any: types partly unknown
        return "\n".join(one.get_text_bounded() for one in texts)


def test_it_names_its_folder_in_one_sentence(month: Month) -> None:
    assert (
        month.answer.out == f"A month of a practice office has been played into {month.folder}.\n"
    )


def test_the_office_holds_after_the_month(month: Month) -> None:
    assert (month.told["check_faults"], month.told["faults"]) == (0, [])
    office = month.folder / "month.office"
    assert command("check", "--file", office, "--as-of", LAST).code == 0


def test_the_new_application_ends_on_the_active_registry_with_no_rule_passed_over(
    month: Month,
) -> None:
    assert (month.told["state"], month.told["overrides"]) == ("endorsed", 0)
    active = command(
        "registry", "--status", "active", "--file", month.folder / "month.office", "--json"
    )
    assert month.told["name"] in {row["name"] for row in active.items("endorsements")}


def test_everything_that_lies_there_is_in_the_summary_with_its_size_and_digest(
    month: Month,
) -> None:
    there = {
        one.relative_to(month.folder).as_posix(): (
            one.stat().st_size,
            hashlib.sha256(one.read_bytes()).hexdigest(),
        )
        for one in month.files(".")
        if one.name != "summary.json"
    }
    told = {one["file"]: (one["size"], one["sha256"]) for one in month.told["files"]}
    assert told == there
    assert month.told["counts"] == Counter(Path(name).parts[0] for name in there)


def test_each_letter_can_be_read_and_says_its_number(month: Month) -> None:
    letters = month.files("letters")
    kinds = [words_of(one) for one in letters]
    assert [
        one.stem for one, said in zip(letters, kinds, strict=True) if one.stem not in said
    ] == []
    said = "\n".join(kinds)
    assert month.told["name"] in said
    assert len(month.told["rounds"]) == 2


def test_packets_name_no_examinee_and_each_paper_went_to_two_scorers(month: Month) -> None:
    packets = [one for one in month.files("packets") if one.suffix == ".pdf"]
    with month.desk() as desk:
        sitting = desk.exams.card(desk.exams.list()[0].id)
    names = {one.name for one in sitting.candidates}
    assert len(names) == month.told["papers"] == month.told["packets_clean"] >= 3
    assert set(Counter(one.name for one in packets).values()) == {2}
    assert len(packets) == 2 * month.told["papers"]
    told = "\n".join(words_of(one) for one in packets)
    paths = "\n".join(str(one) for one in month.files("packets"))
    parts = {part for name in names for part in name.split() if len(part) > 2}
    assert [part for part in parts if part in told or part in paths] == []


def test_score_sheets_know_papers_by_code_alone(month: Month) -> None:
    codes = {one.stem for one in month.files("packets") if one.suffix == ".pdf"}
    sheets = [one for one in month.files("packets") if one.suffix == ".xlsx"]
    seen: set[str] = set()
    for sheet in sheets:
        book = load_workbook(sheet)
        rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        seen |= {str(row[0]) for row in rows}
        assert [row for row in rows if row[4] is not None] == []
    assert seen == codes
    assert len(sheets) == len(month.files("sheets"))


def test_some_pass_the_exam_and_some_do_not(month: Month) -> None:
    told = month.told
    assert told["exams_passed"] + told["exams_not_passed"] == told["papers"]
    assert min(told["exams_passed"], told["exams_not_passed"]) >= 1


def test_the_registry_as_written_is_the_registry(month: Month) -> None:
    book = load_workbook(month.folder / "registry" / "registry.xlsx")
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert len(rows) == month.told["registry"] == month.told["active"] + month.told["inactive"]
    assert month.told["name"] in {str(row[0]) for row in rows}
    text = (month.folder / "registry" / "registry.csv").read_text(encoding="utf-8-sig")
    assert month.told["name"] in text


def test_a_lapse_a_sanction_and_a_way_back_are_on_record(month: Month) -> None:
    began = date.fromisoformat(month.told["began"])
    with month.desk() as desk:
        rows = desk.registry.list(ListQuery(limit=None)).rows
        again = [row for row in rows if row.reason == "reactivated"]
        back = max(again, key=lambda row: row.status_since).id
        owed = desk.endorsements.card(back).upkeep.owed
    assert not owed
    moved = {row.reason for row in rows if row.status_since > began}
    assert moved >= {"lapsed", "sanctioned", "reactivated", "endorsed"}


def test_the_annual_report_is_a_page_and_a_workbook_of_that_year(month: Month) -> None:
    page = words_of(month.folder / "report" / "annual-2026.pdf")
    assert "2026" in page
    book = load_workbook(month.folder / "report" / "annual-2026.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.values for cell in row]
    assert month.told["active"] in cells


def test_the_screens_are_those_of_the_month_on_its_last_day(month: Month) -> None:
    assert month.drawn.asked == [(month.folder / "month.office", date.fromisoformat(LAST))]
    assert [one.name for one in month.files("screens")] == ["today.png"]


def test_every_step_has_its_day_and_they_go_forward(month: Month) -> None:
    steps = cast("list[dict[str, str]]", month.told["steps"])
    days = [one["day"] for one in steps]
    assert days == sorted(days)
    assert days[0] > month.told["began"]
    assert days[-1] == month.told["ended"] == LAST


def test_a_folder_that_is_not_empty_is_left_alone(month: Month, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for folder in (tmp_path, month.folder):
        answer = command("month", "--out", folder, window=month.drawn.window)
        refused(answer, 2, str(folder), "empty")
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_day_too_early_for_a_practice_office_is_refused(tmp_path: Path) -> None:
    words = ("month", "--out", tmp_path / "x", "--as-of", "2025-08-09")
    refused(command(*words, window=Drawn().window), 2, "2025-08-10")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("last", "sat", "before"),
    [
        ("2025-08-10", date(2025, 7, 31), date(2025, 6, 30)),
        ("2026-01-09", date(2025, 11, 30), date(2025, 10, 31)),
        ("2026-01-10", date(2025, 12, 31), date(2025, 11, 30)),
        ("2026-03-31", date(2026, 2, 28), date(2026, 1, 31)),
    ],
)
def test_the_exam_is_the_end_of_the_latest_month_whose_results_can_be_out(
    last: str, sat: date, before: date
) -> None:
    assert exam_day(date.fromisoformat(last)) == sat
    assert eve(date.fromisoformat(last)) == before
