"""The messy workbook of a real office, from the file to the plan: golden counts, every cell."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from coordinator_app.documents.hostile import read_workbook
from coordinator_app.domain.facts import STATES
from coordinator_app.domain.imports_drafts import ImportPlan, KnownPerson, RowPlan
from coordinator_app.domain.imports_names import fold_email
from coordinator_app.domain.imports_plan import plan_import
from coordinator_app.domain.imports_sheets import RawWorkbook
from coordinator_app.domain.partial import PartialDate
from coordinator_app.runtime.sentences import all_sentences, say
from tests.domain.imports_sheets_made import CATEGORIES, questions

SAMPLE = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"
APPLICANTS, REGISTRY = "Applicants 2025", "REGISTRY"


@pytest.fixture(scope="module")
def book() -> RawWorkbook:
    return read_workbook(SAMPLE)


@pytest.fixture(scope="module")
def plan(book: RawWorkbook) -> ImportPlan:
    return plan_import(book, CATEGORIES)


def row(plan: ImportPlan, number: int, sheet: str = APPLICANTS) -> RowPlan:
    return next(one for one in plan.rows if (one.sheet, one.row) == (sheet, number))


def test_the_counts_add_up_to_all_rows(plan: ImportPlan) -> None:
    assert plan.counts() == {"accepted": 22, "questions": 88, "rejected": 0, "not_data": 8}
    assert len(plan.rows) == 77 + 41


def test_the_rows_that_are_not_data_are_the_eight(plan: ImportPlan) -> None:
    found = {(one.sheet, one.row): one.kind for one in plan.rows if one.fate == "not_data"}
    assert found == {
        (APPLICANTS, 1): "title", (APPLICANTS, 2): "remark", (APPLICANTS, 3): "empty", (APPLICANTS, 4): "header",
        (APPLICANTS, 25): "section", (APPLICANTS, 47): "section", (APPLICANTS, 77): "total", (REGISTRY, 1): "header",
    }  # fmt: skip


def test_every_cell_and_every_comment_has_exactly_one_fate(
    book: RawWorkbook, plan: ImportPlan
) -> None:
    raw = Counter(
        (sheet.name, cell.ref, part)
        for sheet in book.sheets
        for each in sheet.rows
        for cell in each.cells
        for part, text in (("cell", cell.value or cell.formula), ("comment", cell.comment))
        if text
    )
    read = Counter(
        (one.sheet, one.cell_ref, "comment" if one.field == "comment" else "cell")
        for one in plan.cells
    )
    assert read == raw
    assert set(raw.values()) == {1}
    assert Counter(one.fate for one in plan.cells) == {
        "used": 1333,
        "question": 95,
        "noted": 49,
        "ignored": 35,
    }


def test_what_was_not_understood_is_kept_word_for_word(plan: ImportPlan) -> None:
    for one in plan.rows:
        kept = {(note.cell_ref, note.text) for note in one.notes}
        lost = [
            cell
            for cell in one.cells
            if cell.fate in ("noted", "question") and (cell.cell_ref, cell.as_typed) not in kept
        ]
        assert lost == []
        assert all(cell.phrase for cell in one.cells if cell.fate != "used")


def test_only_what_is_not_data_is_ignored(plan: ImportPlan) -> None:
    assert {one.fate for one in plan.rows for cell in one.cells if cell.fate == "ignored"} == {
        "not_data"
    }


def test_every_column_is_recognised(plan: ImportPlan) -> None:
    assert [(one.sheet, one.kind, one.header_row) for one in plan.sheets] == [
        (APPLICANTS, "applications", 4),
        (REGISTRY, "registry", 1),
    ]
    assert all(one.field and one.confidence == 1.0 for each in plan.sheets for one in each.columns)
    assert [(one.code, one.facts["which"]) for one in plan.told] == [
        ("import.hidden_columns_read", ("B",))
    ]


def test_the_people_are_told_apart(plan: ImportPlan) -> None:
    assert len(plan.people) == 66
    by_name = Counter(one.name for one in plan.people)
    assert {name for name, count in by_name.items() if count > 1} == {
        "Grace De Mello",
        "Kaleo Akana",
        "Thuy Lee",
    }
    assert row(plan, 8).person == row(plan, 76).person
    assert row(plan, 36).person == row(plan, 72).person
    assert row(plan, 15).person != row(plan, 49).person == row(plan, 74).person
    assert {
        number for number in range(1, 78) if "same_name_other_email" in questions(row(plan, number))
    } == {49, 58, 68}
    assert {
        number
        for number in range(1, 42)
        if "which_of_them" in questions(row(plan, number, REGISTRY))
    } == {2, 12}


def test_names_stand_in_their_own_letters(plan: ImportPlan) -> None:
    names = {one.name for one in plan.people}
    assert {"Kaʻimi Kalaniʻōpuʻu", "Patrick Kalaniʻōpuʻu", "Lupe Māhoe", "O'Brien-Lee De Mello", "D'Andre Kekauoha III",
            "Leilani van der Berg", "Hōkūlani Nāluʻai", "Thuy Wong Jr.", "Zoë Ñuñez"} <= names  # fmt: skip
    assert not any(mark in name for name in names for mark in "`‘’")
    assert {one.island for one in plan.people} - {""} == {
        "Oʻahu",
        "Maui",
        "Kauaʻi",
        "Molokaʻi",
        "Lānaʻi",
        "Hawaiʻi (Big Island)",
    }


def test_partial_dates_stay_partial(plan: ImportPlan) -> None:
    case = row(plan, 26).application
    assert case
    assert (case.registered, case.letter_sent) == (PartialDate(2025, 4), PartialDate(2025, 10))
    resubmitted = row(plan, 75).application
    assert resubmitted
    assert resubmitted.submitted == PartialDate(2026, 1)


def test_states_tell_what_the_cells_tell(plan: ImportPlan) -> None:
    states = Counter(one.application.state for one in plan.rows if one.application)
    assert set(states) <= set(STATES)
    assert states == {
        "approved": 27,
        "deferred": 14,
        "submitted": 9,
        "denied": 7,
        "to_sit": 5,
        "on_hold": 5,
        "in_progress": 3,
    }


def test_endorsements_come_from_the_registry_sheet_alone(plan: ImportPlan) -> None:
    assert all(
        (one.endorsement is not None) == (one.sheet == REGISTRY)
        for one in plan.rows
        if one.fate != "not_data"
    )
    listed = Counter(
        (one.endorsement.status, one.endorsement.reason) for one in plan.rows if one.endorsement
    )
    assert listed == {
        ("active", ""): 17, ("inactive", ""): 6, ("inactive", "lapsed"): 6, ("inactive", "sanctioned"): 6, ("inactive", "own_request"): 5,
    }  # fmt: skip


def test_the_hours_of_a_group_and_a_broken_address_and_a_comment(plan: ImportPlan) -> None:
    case = row(plan, 41).application
    assert case
    rsc = next(one for one in case.evidence if one.kind == "rsc_received")
    assert (str(rsc.hours), rsc.mode, rsc.provider_name, rsc.provider_vetted) == (
        "24",
        "group",
        "P. Ito",
        True,
    )
    person = row(plan, 24).person
    assert person
    assert person.emails == ()
    assert [(one.cell_ref, one.text) for one in row(plan, 6).notes if one.comment] == [
        ("G6", "called 2/3")
    ]


def test_the_questions_are_the_expected_ones(plan: ImportPlan) -> None:
    asked = Counter(
        one.code.removeprefix("import.") for each in plan.rows for one in each.questions
    )
    assert asked == {
        "reference_x": 40, "decision_without_day": 30, "approved_not_on_registry": 14, "decided_without_submission": 14,
        "hours_at_least": 12, "credential_contradicts": 11, "approved_exam": 11, "former_name": 10, "moved": 9,
        "letter_without_decision": 9, "wants_another": 8, "said_duplicate": 8, "inactive_why": 6, "other_island": 4,
        "same_name_other_email": 3, "no_registered": 3, "no_endorsed_on": 3, "endorsed_before_case": 2, "which_of_them": 2,
        "no_exam_asked": 2, "email_broken": 2, "same_case_twice": 1, "sanction_before_endorsement": 1,
    }  # fmt: skip


def test_everything_said_has_its_sentence_with_all_its_facts(plan: ImportPlan) -> None:
    said = [one for each in plan.rows for one in (*each.questions, *each.reasons)]
    said += [one.phrase for one in plan.cells if one.phrase] + list(plan.told)
    for one in said:
        assert one.code in all_sentences()
        assert "{" not in say(one), one


def test_a_second_run_finds_the_same_rows_and_people(book: RawWorkbook, plan: ImportPlan) -> None:
    marks = {one.fingerprint for one in plan.rows if one.fingerprint}
    assert len(marks) == 110
    known = [
        KnownPerson(
            number, one.name.casefold(), tuple(map(fold_email, one.emails)),
            applied=tuple(r.application.category for r in plan.rows if r.application and r.person == one),
            endorsed=tuple(r.endorsement.category for r in plan.rows if r.endorsement and r.person == one),
        )
        for number, one in enumerate(plan.people, start=1)
    ]  # fmt: skip
    again = plan_import(book, CATEGORIES, known, imported=marks)
    assert {one.fingerprint for one in again.rows if one.fingerprint} == marks
    assert again.counts()["rejected"] == 0
    # Only rows whose person the sheet leaves open find nobody: nothing else makes a new person.
    assert {one.name for one in again.people if one.existing is None} <= {
        "Grace De Mello",
        "Kaleo Akana",
        "Leilani Cabral",
    }


def test_the_same_sheet_as_csv_gives_the_same_plan(
    book: RawWorkbook, plan: ImportPlan, tmp_path: Path
) -> None:
    path = tmp_path / "Applicants 2025.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        rows = book.sheets[0].numbered()
        for number in range(1, 78):
            cells = (
                {cell.column: cell.value for cell in rows[number].cells} if number in rows else {}
            )
            writer.writerow([cells.get(column, "") for column in range(1, 20)])
    by_csv = plan_import(read_workbook(path), CATEGORIES)
    alone = plan_import(book, CATEGORIES, sheets=[APPLICANTS])
    assert by_csv.counts() == alone.counts()
    assert [one.fingerprint for one in by_csv.rows] == [one.fingerprint for one in alone.rows]
    assert by_csv.people == alone.people
