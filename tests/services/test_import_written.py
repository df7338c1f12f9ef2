"""Last year's workbook, written: every row's fate, marked as imported, twice nothing, taken back whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.imports_drafts import ImportPlan, RowFate
from coordinator_app.domain.imports_sheets import RawSheet, RawWorkbook
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.people import PersonDraft
from coordinator_app.persistence.store import Reader
from coordinator_app.services.desk import Desk
from tests.domain.imports_sheets_made import HEADERS, REGISTRY, book, sheet
from tests.helpers.builders import a_person, an_endorsed, an_office, decidable, made
from tests.helpers.files import Rows, dump, quick_folder, terms

SAMPLE = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"
APPLICANTS = "Applicants 2025"


@pytest.fixture(scope="module")
def sample() -> Iterator[tuple[Desk, ImportPlan, RawWorkbook]]:
    """An office with the sample workbook in it; for tests that only read."""
    with quick_folder() as folder:
        desk = an_office(folder)
        workbook = desk.imports.read(SAMPLE)
        plan = desk.imports.plan(workbook)
        desk.imports.write(plan)
        yield desk, plan, workbook
        desk.close()


@pytest.fixture
def read(sample: tuple[Desk, ImportPlan, RawWorkbook]) -> Rows:
    return dump(sample[0].people.store)


def test_every_accepted_and_questioned_row_is_written_and_no_other(
    sample: tuple[Desk, ImportPlan, RawWorkbook], read: Rows
) -> None:
    _, plan, _ = sample
    wanted = {(one.sheet, one.row, one.fate.value) for one in plan.rows if one.fate != RowFate.NOT_DATA}  # fmt: skip
    assert {(one["sheet"], one["row"], one["fate"]) for one in read["import_row"]} == wanted
    assert len(wanted) == 110
    assert len(read["application"]) == sum(one.application is not None for one in plan.rows)
    assert len(read["endorsement"]) == sum(one.endorsement is not None for one in plan.rows)


def test_every_cell_of_a_written_row_is_kept_as_it_was_typed(
    sample: tuple[Desk, ImportPlan, RawWorkbook], read: Rows
) -> None:
    _, plan, _ = sample
    kept = {
        (one["sheet"], ref): text
        for one in read["import_row"]
        for ref, text in json.loads(str(one["cells"])).items()
    }
    typed = {
        (cell.sheet, cell.cell_ref): cell.as_typed
        for one in plan.rows
        if one.fate != RowFate.NOT_DATA
        for cell in one.cells
        if cell.field != "comment"
    }
    assert kept == typed
    assert len(kept) > 1000


def test_every_question_is_on_the_record_it_concerns(
    sample: tuple[Desk, ImportPlan, RawWorkbook], read: Rows
) -> None:
    desk, plan, _ = sample
    assert len(read["question"]) == sum(len(one.questions) for one in plan.rows)
    assert all(one["person_id"] for one in read["question"])
    about = next(one for one in read["question"] if one["application_id"])
    assert isinstance(about["application_id"], int)
    assert desk.cases.card(about["application_id"]).questions
    assert len(desk.notes.open_questions()) == len(read["question"])


def test_imported_history_is_marked_so_and_reported_apart(
    sample: tuple[Desk, ImportPlan, RawWorkbook], read: Rows
) -> None:
    desk, _, _ = sample
    for record in ("person", "application", "decision", "endorsement", "renewal"):
        assert all(one["imported"] == 1 for one in read[record]), record
    report = desk.checks.report()
    assert report.faults == ()
    assert dict(report.imported) == {
        record: len(read[record])
        for record in ("person", "application", "decision", "endorsement", "renewal")
    }
    assert report.overrides == (), "imported history passed no gate, so none was overridden"


def test_endorsements_come_only_from_registry_sheets(read: Rows) -> None:
    sheets = {one["sheet"] for one in read["import_row"] if one["endorsement_id"]}
    assert sheets == {"REGISTRY"}
    assert all(one["application_id"] is None for one in read["endorsement"])
    approved = [one for one in read["application"] if one["state"] == "approved"]
    assert approved, "approvals on the applicants' sheet are there, and endorse nobody"
    assert not [one for one in read["application"] if one["state"] == "endorsed"]


def test_a_case_keeps_what_of_its_dates_is_known(read: Rows) -> None:
    for row in read["application"]:
        submitted = str(row["submitted"] or "")
        assert row["round"] == (submitted[:7] or None)
    assert any(len(str(row["registered"])) == 7 for row in read["application"])


def test_imported_cases_are_shown_judged_and_listed(
    sample: tuple[Desk, ImportPlan, RawWorkbook],
) -> None:
    desk, _, _ = sample
    listed = desk.applications.list(ListQuery(order="case", limit=None)).rows
    assert len(listed) == 70
    for one in listed:
        assert desk.cases.card(one.id).row == one
    for one in desk.people.list(ListQuery(limit=None)).rows:
        assert desk.people.card(one.id).name == one.name
    for one in desk.registry.list(ListQuery(limit=None)).rows:
        assert desk.registry.findings(one.id) is not None
    desk.due.list()


def test_the_second_time_adds_nothing(sample: tuple[Desk, ImportPlan, RawWorkbook]) -> None:
    desk, plan, workbook = sample
    before = desk.history.last()
    for again in (plan, desk.imports.plan(workbook)):
        changes, added = desk.imports.write(again)
        assert (changes.entry, added) == (0, 0)
    assert desk.history.last() == before


def test_an_import_is_taken_back_whole_and_brought_again(desk: Desk) -> None:
    before, found = dump(desk.people.store), terms(desk.people.store)
    plan = desk.imports.plan(desk.imports.read(SAMPLE))
    a_person(desk, "Somebody Else")
    entries = desk.history.last()[0]
    desk.imports.write(plan)
    assert desk.history.last()[0] == entries + 1
    after = dump(desk.people.store)
    desk.history.undo()
    desk.history.undo()
    assert (dump(desk.people.store), terms(desk.people.store)) == (before, found)
    desk.history.redo()
    desk.history.redo()
    assert dump(desk.people.store) == after
    assert desk.imports.write(plan)[1] == 0


def test_an_import_is_not_taken_back_under_what_was_built_on_it(desk: Desk) -> None:
    imported, _ = desk.imports.write(desk.imports.plan(desk.imports.read(SAMPLE)))
    with desk.people.store.read() as reader:
        row = reader.find("application", state="on_hold")[0]
    assert isinstance(row["id"], int)
    desk.applications.resume(row["id"], desk.today())
    desk.notes.add("called her", application_id=row["id"])
    with pytest.raises(RuleBroken) as raised:
        desk.history.undo(imported.entry)
    assert raised.value.facts["action"] in ("Resume application", "Add note")


def applicants(*rows: list[str | None]) -> RawSheet:
    return sheet(list(HEADERS), *rows)


def registry(*rows: list[str | None]) -> RawSheet:
    return sheet(list(REGISTRY), *rows, name="Registry")


def write(desk: Desk, *sheets: RawSheet) -> ImportPlan:
    plan = desk.imports.plan(book(*sheets))
    desk.imports.write(plan)
    return plan


def people(reader: Reader) -> list[tuple[object, object]]:
    return [(row["name"], row["imported"]) for row in reader.find("person")]


def test_one_bad_row_among_a_thousand_is_returned_and_the_others_written(desk: Desk) -> None:
    rows: list[list[str | None]] = [
        [f"Family{n}, Given{n}", f"g{n}@example.org", "IFA", "2025-03-01", None, None, None]
        for n in range(999)
    ]
    rows.insert(500, [None, None, "IFA", "2025-03-01", None, None, None])
    plan = write(desk, applicants(*rows))
    assert plan.counts()["rejected"] == 1
    bad = next(one for one in plan.rows if one.fate == RowFate.REJECTED)
    assert bad.row == 502
    assert bad.reasons
    assert desk.applications.list(ListQuery(limit=1)).total == 999


def test_somebody_on_file_is_the_same_person_and_not_marked_imported(desk: Desk) -> None:
    person = made(desk.people.add(PersonDraft("Leilani Kahananui", emails=("lei@example.org",))))
    write(desk, applicants(["Kahananui, Leilani", "LEI@example.org", "IFA", "2025-03-01", None, None, None]))  # fmt: skip
    card = desk.people.card(person)
    assert not card.imported
    assert [one.imported for one in card.applications] == [True]


def test_the_same_name_with_another_e_mail_is_a_new_person_and_a_question(desk: Desk) -> None:
    desk.people.add(PersonDraft("Leilani Kahananui", emails=("lei@example.org",)))
    plan = write(desk, applicants(["Kahananui, Leilani", "other@example.org", "IFA", "2025-03-01", None, None, None]))  # fmt: skip
    with desk.people.store.read() as reader:
        assert [imported for _, imported in people(reader)] == [0, 1]
    assert plan.counts()["questions"] == 1


def test_a_sanction_on_the_sheet_reaches_all_the_person_holds(desk: Desk) -> None:
    plan = write(
        desk,
        registry(
            ["Leilani", "Kahananui", "IMH-E", "IFS", "2023-04-01", "Active", "2025"],
            ["Leilani", "Kahananui", "IMH-E", "IMHS", "2024-04-01", "Inactive - sanctioned", "2025"],
            ["Leilani", "Kahananui", "IMH-E", "IFA", "2022-04-01", "Active", "2025"],
        ),
    )  # fmt: skip
    assert plan.counts()["rejected"] == 0
    held = desk.registry.list(ListQuery()).rows
    assert {(one.category, one.status) for one in held} == {
        ("IFS", "inactive"),
        ("IMHS", "inactive"),
        ("IFA", "inactive"),
    }


WITH_MAIL = ["First", "Last", "Email", "Credential", "Cat.", "Endorsed on", "Status", "Since"]


@pytest.mark.parametrize("first", ["active", "sanctioned"])
def test_a_sanction_reaches_what_another_file_brings(desk: Desk, first: str) -> None:
    """Whichever comes first: nobody sanctioned is ever on the active list."""
    rows: dict[str, list[str | None]] = {
        "active": ["Leilani", "Kahananui", "lei@example.org", "IMH-E", "IFS", "2023-04-01", "Active", None],
        "sanctioned": ["Leilani", "Kahananui", "lei@example.org", "IMH-E", "IMHS", "2024-04-01",
                       "Inactive - sanctioned", "2025-06-01"],
    }  # fmt: skip
    for which in (first, "sanctioned" if first == "active" else "active"):
        write(desk, sheet(WITH_MAIL, rows[which], name="Registry"))
    assert desk.people.list(ListQuery()).total == 1
    held = desk.registry.list(ListQuery()).rows
    assert [(one.status, one.reason) for one in held] == [("inactive", "sanctioned")] * 2


def test_an_imported_case_is_decided_by_the_gates_of_any_other(desk: Desk) -> None:
    write(desk, applicants(["Kahananui, Leilani", "lei@example.org", "IFA", "2026-01-05", "2026-01-31", None, None]))  # fmt: skip
    with pytest.raises(RuleBroken, match=r"decision\.not_ready"):
        desk.decisions.decide(1, "approve", date(2026, 2, 10))
    desk.reviews.assign(1, an_endorsed(desk), date(2026, 2, 10))
    desk.decisions.decide(1, "deny", date(2026, 2, 10), reasons="nothing shown")
    assert desk.cases.card(1).row.state == "denied"


def test_an_imported_submission_of_a_day_without_a_policy_cannot_be_judged(desk: Desk) -> None:
    write(desk, applicants(["Kahananui, Leilani", "lei@example.org", "IFA", "2023-01-05", "2023-05-31", None, None]))  # fmt: skip
    card = desk.cases.card(1)
    assert (card.policy, [one.outcome for one in card.findings]) == ("", ["cannot_tell"])
    with pytest.raises(RuleBroken, match=r"decision\.no_policy"):
        desk.decisions.decide(1, "deny", date(2026, 2, 10), reasons="old")


def test_what_is_made_here_and_what_is_imported_do_not_disturb_each_other(desk: Desk) -> None:
    case = decidable(desk)
    write(desk, applicants(["Akana, Noa", "noa@example.org", "IFA", "2026-01-06", "2026-01-31", None, None]))  # fmt: skip
    desk.decisions.decide(case, "approve", date(2026, 2, 10))
    assert [one.case_number for one in desk.applications.list(ListQuery(order="case")).rows] == [
        "2026-001",
        "2026-002",
    ]
    assert dict(desk.checks.report().imported) == {"person": 1, "application": 1}
