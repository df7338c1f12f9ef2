"""Last year's messy workbook, from Welcome to what is due today, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

from coordinator_app.domain.lists import ListQuery
from coordinator_app.runtime.paths import Paths
from coordinator_app.services.desk import Desk, open_desk
from tests.helpers.builders import Clock
from tests.journeys.hands import Coordinator

BOOK = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"
NAME = "Kaʻimi Kalaniʻōpuʻu"
ASKED = "Ref 2 (N32) says “x”: has the rating come in? It was entered as named only."
ANSWER = "Yes: the form came on June 6, 2025."
COUNTS = {
    "Today": "19, some late",
    "Applications": "49",
    "Registry": "17",
    "People": "67",
    "Policy": "",
    "Settings": "",
}


def test_last_years_workbook_is_brought_in_from_welcome_and_today_says_what_is_due(
    me: Coordinator, paths: Paths
) -> None:
    choose_the_workbook(me)
    make_its_office(me)
    look_at_the_dry_run(me)
    correct_a_column(me)
    bring_it_in(me)
    see_what_is_due(me)
    find_somebody_by_any_spelling(me)
    answer_a_question(me)
    bring_it_in_again(me)
    me.keys("Ctrl+W")
    me.sees("Recent")
    what_is_in_the_file(paths.offices / "aimh-hi.office")
    assert me.messages.unanswered == []


def choose_the_workbook(me: Coordinator) -> None:
    me.program.start()
    me.sees("Last year’s spreadsheet: looked through first, then brought in.")
    me.messages.answer(BOOK)
    me.click("Bring in a workbook…")


def make_its_office(me: Coordinator) -> None:
    me.sees("Then coordinator-tracking-2025.xlsx is looked through.")
    me.write("Association for Infant Mental Health in Hawaiʻi")
    me.fill("Short name", "AIMH HI")
    me.keys("Ctrl+Return")
    me.write("Malia Kealoha")
    me.keys("Ctrl+Return")
    me.click_on(me.field("Go without a passphrase"))
    me.sees("not protected by a passphrase")
    me.keys("Ctrl+Return")
    me.click("Make office")


def look_at_the_dry_run(me: Coordinator) -> None:
    me.sees("Write 110 rows", "Nothing is written before you say so.")
    me.sees("All rows 118", "Accepted 22", "Questions 88", "Rejected 0", "Not data 8")
    me.click("Not data 8")
    kinds = {row[0]: row[-1] for row in me.rows("Rows of the workbook")}
    assert kinds["Applicants 2025 77"] == "Totals."
    assert kinds["Applicants 2025 25"] == "Section heading: --- 2nd quarter ---"
    me.click("Questions 88")
    me.choose_row("Rows of the workbook", "Applicants 2025 32")
    me.sees(NAME, ASKED, "Kalani`ōpu`u, Ka`imi")
    assert me.row("Rows of the workbook", "Applicants 2025 19")[-1].startswith("Training hrs (J19)")


def correct_a_column(me: Coordinator) -> None:
    """The hours of that sheet were never checked: they are kept as they were typed."""
    me.click("Columns")
    me.choose("Column J, Training hrs", "Notes")
    me.sees("by you")
    me.click("Rows")
    me.sees("Accepted 24", "Questions 86", "Write 110 rows")


def bring_it_in(me: Coordinator) -> None:
    me.click("Write 110 rows")
    me.sees("Brought in", "24 as they are, 86 with a question on the record.")
    me.click("Close")


def see_what_is_due(me: Coordinator) -> None:
    me.make_room()
    me.sees("Friday, February 20, 2026", "aimh-hi.office · not protected by a passphrase")
    assert me.page_counts() == COUNTS
    due = me.rows("What is due")
    assert len(due) == 19
    assert due[0][:3] == [
        "326 days late",
        "Ratings before a decision: 2 missing",
        "Hōkūlani Nāluʻai",
    ]
    assert me.row("What is due", "Zoë Ñuñez")[:2] == [
        "Apr 30",
        "Exam seat can be offered from Apr 30, 2026",
    ]
    assert due[-1][1:3] == ["Questions an import left open", "198 questions"]
    me.choose_row("What is due", "Hōkūlani Nāluʻai")
    me.sees("Why this is here", "Source: AIMH HI endorsement page, valid as of 2024-01-01")
    me.keys("Alt+3")
    me.sees("Active 17")


def find_somebody_by_any_spelling(me: Coordinator) -> None:
    for spelling in ("Kalaniopuu", "kalani'opu'u", "KALANIʻŌPUʻU", "Kalani`ōpu‘u ka"):
        me.keys("Ctrl+K")
        me.write(spelling)
        me.sees("People", NAME, f"2025-026 {NAME}")
        me.keys("Escape", "Escape")
    me.keys("Ctrl+K")
    me.write("Kalaniopuu")
    me.sees(NAME)
    me.keys("Return")
    me.sees("kaimi.26@example.org", "Imported history")
    assert me.row("Applications", "2025-026")[1:3] == ["IMHS", "On hold"]
    assert me.row("Endorsements", "IMHM-R/F")[2:] == ["Inactive", "Dec 6, 2018"]


def answer_a_question(me: Coordinator) -> None:
    me.messages.answer(ANSWER)
    me.press_in_row("Questions of the import", ASKED, "Answer…")
    me.until(lambda: me.row("Questions of the import", ASKED)[-1] == "")
    me.sees("Undo “Answer question”")
    me.keys("Alt+1")
    me.until(lambda: me.rows("What is due")[-1][2] == "197 questions")


def bring_it_in_again(me: Coordinator) -> None:
    me.messages.answer(BOOK)
    me.keys("Ctrl+I")
    me.sees("Write 110 rows")
    me.click("Write 110 rows")
    me.sees("Nothing new", "Nothing was written")
    me.sees_no("Undo the import")
    me.click("Close")
    assert me.page_counts() == COUNTS
    me.sees("Undo “Answer question”", "Journal: 3 entries")


def what_is_in_the_file(path: Path) -> None:
    desk = open_desk(path, clock=Clock())
    try:
        report = desk.checks.report()
        assert (report.faults, report.overrides) == ((), ())
        assert dict(report.imported)["application"] == 70
        assert desk.people.list(ListQuery(limit=1)).total == 67
        assert desk.file_card().entries == 3
        what_the_person_says(desk)
    finally:
        desk.close()


def what_the_person_says(desk: Desk) -> None:
    rows = desk.people.list(ListQuery(text="Kalaniopuu")).rows
    card = desk.people.card(next(row.id for row in rows if row.name == NAME))
    assert [one.answer for one in card.questions if one.answered_on] == [ANSWER]
    case = desk.cases.card(card.applications[0].id)
    assert not [one for one in case.evidence if one.kind == "training"], "kept as a note"
    assert any("Training hrs: 52 hrs" in note.text for note in card.notes)
