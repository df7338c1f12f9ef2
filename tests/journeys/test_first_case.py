"""The first case, from Welcome to the Active registry and the sent letter, by mouse and keys.

The association's first two endorsees come from a small sheet, by the import: an office needs
somebody endorsed before anybody can be reviewed, and there is no other way in the window.
"""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from coordinator_app.runtime.paths import Paths
from tests.journeys.first_case_kept import PHRASE, RATERS, WHO, what_is_in_the_file
from tests.journeys.hands import Coordinator

ASSOCIATION = "Association for Infant Mental Health in Hawaiʻi"
ENDORSED_BEFORE = """First,Last,Email,Credential,Category,Endorsed on,Status
Keoni,Akana,keoni@example.org,IMH-E®,IMHS,3/1/2024,Active
Rowena,Lum,rowena@example.org,IMH-E®,IFS,6/15/2024,Active
"""


def test_the_first_case_goes_from_welcome_to_the_registry_and_the_sent_letter(
    me: Coordinator, paths: Paths, tmp_path: Path
) -> None:
    make_the_office(me)
    bring_in_who_is_endorsed(me, tmp_path)
    log_the_application(me)
    accept_it(me)
    enter_the_evidence(me)
    take_back_and_do_again(me)
    name_and_ask_the_raters(me)
    receive_the_ratings(me)
    submit_it(me)
    have_it_reviewed(me)
    decide_with_the_findings_beside(me)
    issue_and_send_the_letter(me, tmp_path)
    write_notes(me)
    look_at_the_registry(me)
    entries = entries_shown(me)
    me.keys("Ctrl+W")
    me.sees("Recent", "New office…")
    what_is_in_the_file(paths.offices / "aimh-hi.office", entries, tmp_path)
    open_it_again(me)
    assert me.messages.unanswered == []


def make_the_office(me: Coordinator) -> None:
    me.program.start()
    me.sees("Nothing has been opened yet.")
    me.click("New office…")
    me.fill("Association", ASSOCIATION)
    me.keys("Tab")
    me.write("AIMH HI")
    me.fill("Address", "PO Box 1\nHonolulu, HI 96801")
    me.keys("Ctrl+Return")
    me.fill("Your name", "Malia Kealoha")
    me.click("Next")
    me.fill("Passphrase", "aloha")
    me.sees("weak: easily guessed")
    me.fill("Passphrase", PHRASE)
    me.fill("Once more", PHRASE)
    me.sees("strong")
    me.sees_no(PHRASE)
    me.click("Next")
    me.sees("The policy: AIMH HI 2024-01", "to confirm")
    me.click("Make office")
    me.sees("Nothing is due")
    me.make_room()
    me.sees("Nothing is due", "aimh-hi.office · protected by a passphrase", "Journal: 1 entry")
    assert not [said for said in me.texts() if said.startswith("Undo")]


def bring_in_who_is_endorsed(me: Coordinator, folder: Path) -> None:
    sheet = folder / "registry.csv"
    sheet.write_text(ENDORSED_BEFORE, encoding="utf-8")
    me.messages.answer(sheet)
    me.keys("Ctrl+I")
    me.sees("Write 2 rows", "Accepted 2", "Not data 1")
    me.click("Write 2 rows")
    me.sees("Brought in")
    me.click("Close")
    me.sees("Undo “Import workbook”")
    assert me.page_counts()["Registry"] == "2"


def log_the_application(me: Coordinator) -> None:
    me.keys("Ctrl+N")
    me.write(WHO)
    me.sees("Nobody on file is called so.")
    me.click("Enter somebody new…")
    me.fill("E-mail", "keala@example.org")
    me.fill("Agency", "Hui Hoʻomalu")
    me.choose("Category", "Infant Family Associate (IFA)")
    me.fill("Registered", "1/5/2026")
    me.keys("Ctrl+Return")
    me.sees("Infant Family Associate (IFA)", "IMH-E® · case 2026-001 · policy AIMH HI 2024-01")
    me.sees("membership and fee to be checked", "0 of 9 requirements there", "Jan 5, 2026")
    assert me.page_counts()["Applications"] == "1"


def accept_it(me: Coordinator) -> None:
    me.click("Accept…")
    me.fill("Member of", "AIMH HI")
    me.fill("Member until", "12/31/2026")
    me.choose("Fee", "Paid")
    me.fill("Amount", "$50")
    me.fill("Accepted on", "1/6/2026")
    me.keys("Return")
    me.sees("Accepted: membership and fee checked.", "2 of 9 requirements there")
    assert me.row("Requirements", "Fee")[2:] == ["paid", "settled"]


def enter_the_evidence(me: Coordinator) -> None:
    begin_evidence(me, "Education")
    me.choose("Degree", "Bachelor’s")
    me.fill("Title or field", "B.A. Early Childhood")
    me.fill("Institution", "UH Mānoa")
    me.fill("Awarded", "May 2015")
    end_evidence(me, "Education")
    begin_evidence(me, "Official transcript")
    me.choose("Of the degree", "B.A. Early Childhood, UH Mānoa 2015")
    me.fill("Received", "1/8/2026")
    end_evidence(me, "Official transcript")
    for title, day, hours, competency in (
        ("Infant mental health basics", "10/11/2025", "24.5", "Theoretical foundations"),
        ("Reflective practice", "Nov 2025", "16 h", "Reflection"),
    ):
        begin_evidence(me, "In-service training")
        me.fill("Title", title)
        me.fill("Day", day)
        me.fill("Hours", hours)
        me.choose("Competency", competency)
        end_evidence(me, "In-service training")
    for paper in ("Code of Ethics", "Endorsement Agreement"):
        begin_evidence(me, paper)
        me.fill("Signed on", "1/6/2026")
        end_evidence(me, paper)
    me.sees("8 of 9 requirements there")
    assert me.row("Requirements", "In-service training")[2:] == ["40.5 h in 2 entries", "met"]
    assert me.row("Requirements", "Official transcripts")[2:] == ["1 of 1", "met"]


def begin_evidence(me: Coordinator, what: str) -> None:
    me.keys("Ctrl+E")
    me.choose("What", what)


def end_evidence(me: Coordinator, what: str) -> None:
    me.keys("Ctrl+Return")
    me.sees(f"Evidence entered: {what}.")


def take_back_and_do_again(me: Coordinator) -> None:
    me.sees("Undo “Enter evidence”")
    me.keys("Ctrl+Z")
    me.sees("Undone: Enter evidence", "7 of 9 requirements there")
    assert me.row("Requirements", "Endorsement Agreement")[2:] == ["nothing yet", "missing"]
    me.keys("Ctrl+Shift+Z")
    me.sees("Done again: Enter evidence", "8 of 9 requirements there")
    assert me.row("Requirements", "Endorsement Agreement")[2:] == ["Jan 6, 2026", "signed"]


def name_and_ask_the_raters(me: Coordinator) -> None:
    me.click_tab("References")
    for who, rates_as in zip(RATERS, ("Supervisor", "Colleague", "Colleague"), strict=False):
        me.keys("Ctrl+R")
        me.write(who)
        if who == "Rowena Lum":
            me.until(lambda: bool(me.rows("People found")))
            me.keys("Return")
        else:
            me.click("Enter somebody new…")
        me.choose("Rates as", rates_as)
        me.fill("Named on", "1/7/2026")
        me.keys("Ctrl+Return")
        me.sees(f"{who} named as rater.")
    for who in RATERS[:3]:
        ask(me, who, "1/8/2026")
    me.choose_row("References", "Noa Kamaka")
    me.click("Remind…")
    me.fill("Reminded on", "1/14/2026")
    me.keys("Return")
    me.sees("Noa Kamaka reminded.")
    assert [row[2] for row in me.rows("References")] == [
        "reminded Jan 14",
        "asked Jan 8",
        "asked Jan 8",
    ]


def ask(me: Coordinator, who: str, day: str) -> None:
    me.press_in_row("References", who, "Ask…")
    me.fill("Asked on", day)
    me.keys("Return")
    me.sees(f"{who} asked for a rating.")


def receive_the_ratings(me: Coordinator) -> None:
    receive(me, "Noa Kamaka", "1/16/2026", blanks="7")
    assert me.row("References", "Noa Kamaka")[2:] == ["void: 7 blanks", "Replace…"]
    receive(me, "Rowena Lum", "1/12/2026", blanks="0")
    receive(me, "Pua Nakamura", "1/12/2026", blanks="2")
    me.press_in_row("References", "Noa Kamaka", "Replace…")
    me.sees("Another rater instead of Noa Kamaka")
    me.write("Mele Souza")
    me.click("Enter somebody new…")
    me.fill("Named on", "1/17/2026")
    me.keys("Ctrl+Return")
    me.sees("Rater replaced: Mele Souza.", "1 missing")
    ask(me, "Mele Souza", "1/17/2026")
    receive(me, "Mele Souza", "1/21/2026", blanks="1")
    me.sees("everything is there", "3 received, not yet accepted")
    assert [row[2] for row in me.rows("References")] == [
        "replaced",
        "received Jan 12",
        "received Jan 12",
        "received Jan 21",
    ]


def receive(me: Coordinator, who: str, day: str, blanks: str) -> None:
    me.press_in_row("References", who, "Record rating…")
    me.fill("Completed on", "1/10/2026")
    me.fill("Received on", day)
    me.fill("Blanks", blanks)
    me.choose("Recommends", "Yes")
    me.choose("Waiver signed", "Yes")
    me.keys("Ctrl+Return")
    me.sees(f"Rating from {who} recorded.")


def submit_it(me: Coordinator) -> None:
    me.keys("Ctrl+Shift+S")
    me.fill("Submitted on", "1/31/2026")
    me.sees("January 2026 round. The reply is owed by Feb 28, 2026.")
    me.sees_no("This stands in the way")
    me.keys("Return")
    me.sees("Applications › January 2026 round", "due Feb 28, 2026", "Submitted.")


def have_it_reviewed(me: Coordinator) -> None:
    me.keys("Ctrl+Shift+R")
    me.until(lambda: len(me.rows("Possible reviewers")) == 2)
    ties = {row[0]: row[-1] for row in me.rows("Possible reviewers")}
    assert ties == {"Keoni Akana": "no tie", "Rowena Lum": "gave a reference"}
    me.fill("Assigned on", "2/2/2026")
    me.click("Assign")
    me.sees("Review assigned to Keoni Akana.", "In review")
    me.click("Record review…")
    me.choose("Recommends", "Approve")
    me.fill("Comment", "All in order. Mahalo!")
    me.fill("Completed on", "2/6/2026")
    me.keys("Ctrl+Return")
    me.sees("Review recorded.", "complete Feb 6, 2026, Keoni Akana")


def decide_with_the_findings_beside(me: Coordinator) -> None:
    me.keys("Ctrl+D")
    me.choose("Decision", "Approve")
    me.sees("This stands in the way", "• Reference ratings:", "Keoni Akana: Approve")
    me.messages.answer(True)
    me.keys("Escape")
    for who in RATERS[1:]:
        me.press_in_row("References", who, "Accept…")
        me.fill("Accepted on", "2/9/2026")
        me.keys("Return")
        me.sees(f"Rating from {who} accepted.")
    me.keys("Ctrl+D")
    assert me.row("Requirements", "Reference ratings")[1:] == ["3 accepted", "accepted"]
    me.choose("Decision", "Approve")
    me.sees_no("This stands in the way")
    me.fill("Decided on", "2/10/2026")
    me.sees("Goes onto the Active registry from the day of the decision.")
    me.keys("Ctrl+Return")
    me.sees("Decided: approved.", "Endorsed", "approved Feb 10, 2026; letter to be issued")


def issue_and_send_the_letter(me: Coordinator, folder: Path) -> None:
    me.keys("Ctrl+L")
    me.sees("Preview.pdf", "1 page")
    keep_what_is_shown(me, folder / "preview.pdf")
    me.click("Issue letter")
    me.sees("L-2026-0001", "L-2026-0001.pdf", "It is kept as issued.")
    keep_what_is_shown(me, folder / "issued.pdf")
    me.choose("Sent how", "By post")
    me.fill("Sent on", "2/11/2026")
    me.click("Mark sent")
    me.sees("The letter was issued after Feb 11, 2026.")
    me.fill("Sent on", "today")
    me.click("Mark sent")
    me.sees("Letter sent by post", "approved Feb 10, 2026; letter sent Feb 20, 2026")
    me.click_tab("Letters")
    assert me.row("Letters", "L-2026-0001")[1:] == ["Approved", "Feb 20, 2026", "By post, Feb 20"]
    for name in ("preview.pdf", "issued.pdf"):
        said = text_of(folder / name)
        for words in (
            WHO,
            ASSOCIATION,
            "Infant Family Associate",
            "February 10, 2026",
            "Malia Kealoha",
        ):
            assert words in said, said
        assert not [who for who in (*RATERS, "Keoni Akana") if who in said]
    assert "L-2026-0001" in text_of(folder / "issued.pdf")


def keep_what_is_shown(me: Coordinator, path: Path) -> None:
    me.messages.answer(path)
    me.click("Save as…")


def write_notes(me: Coordinator) -> None:
    me.keys("Ctrl+Shift+N")
    me.write("The binder lies in the office in Hilo.")
    me.keys("Ctrl+Return")
    me.sees("Note written.")
    me.keys("Ctrl+Shift+N")
    me.write("Call to congratulate")
    me.fill("Due", "2/18/2026")
    me.keys("Ctrl+Return")
    me.sees("To-do written.")
    me.keys("Alt+1")
    me.sees("Call to congratulate", "2 days late", "1 of 1 decided")
    assert me.page_counts()["Today"] == "1, some late"
    me.press_in_row("What is due", "Call to congratulate", "Open")
    me.click_tab("Notes")
    me.choose_row("Notes", "Call to congratulate")
    me.click("Done")
    me.sees("To-do done.")
    assert me.row("Notes", "Call to congratulate")[-1] == "done Feb 20"
    assert me.page_counts()["Today"] == "0"


def look_at_the_registry(me: Coordinator) -> None:
    me.keys("Alt+3")
    me.sees("Active 3", "3 in this list")
    mine = me.row("Registry", "Kalaniʻōpuʻu, Keʻala")
    assert mine[1:4] == ["IMH-E®", "IFA", "Feb 10, 2026"]
    assert mine[-1] == "Active"
    me.choose_row("Registry", "Kalaniʻōpuʻu, Keʻala")
    me.keys("Return")
    me.sees(WHO, "keala@example.org", "Hui Hoʻomalu", "AIMH HI")
    assert me.row("Applications", "2026-001")[1:] == ["IFA", "Endorsed", "Jan 31, 2026"]
    assert me.row("Endorsements", "IFA")[1:3] == ["IMH-E®", "Active"]
    me.click("Note or to-do…")
    me.write("Speaks Ilocano too.")
    me.keys("Ctrl+Return")
    me.until(lambda: any("Speaks Ilocano too." in row for row in me.rows("Notes and to-dos")))


def open_it_again(me: Coordinator) -> None:
    me.keys("Return")
    me.sees("Open aimh-hi.office")
    me.write(PHRASE)
    me.keys("Return")
    me.sees("aimh-hi.office · protected by a passphrase")
    assert me.page_counts() == {
        "Today": "0",
        "Applications": "0",
        "Registry": "3",
        "People": "6",
        "Policy": "",
        "Settings": "",
    }


def entries_shown(me: Coordinator) -> int:
    """How many entries the status line says the journal has."""
    found = (re.fullmatch(r"Journal: (\d+) entries", said) for said in me.texts())
    return next(int(one[1]) for one in found if one)


def text_of(pdf: Path) -> str:
    """What stands in a PDF, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())
