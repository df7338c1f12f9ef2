"""A month at the practice office, by mouse and keys: two rounds, an exam, the registry, the year.

Nothing is prepared by the services: the office as it comes has cases whose reviews are in, and people
who may sit on April 30, 2026. Two of those who sit were approved in the rounds before. Only the clock
is moved: to the day of the sitting, then to the day on which the scores are in.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coordinator_app.runtime.paths import Paths
from tests.helpers.builders import Clock
from tests.helpers.practice import practice_file
from tests.journeys.hands import Coordinator
from tests.journeys.month_kept import (
    EXAMINEES,
    SCORES_DAY,
    SITTING,
    SITTING_DAY,
    fill_in,
    names_in,
    text_of,
    the_file,
    what_the_registry_kept,
    what_the_rounds_left,
    what_the_sitting_left,
)

DISAGREEING, FAILED = (("45", "40"), ("20", "20")), (("25", "30"), ("28", "27"))
PASSED = (("40", "42"), ("41", "40"))
POINTS = (DISAGREEING, FAILED, PASSED, PASSED, PASSED, PASSED)
THIRD = ("44", "40")
STEPS_BACK = (
    "Education since the removal",
    "Work since the removal",
    "Training since the removal",
    "RSC since the removal",
    "Updated reference ratings",
    "Reactivation fee",
    "Current membership",
)
REPORTED = (
    r"(\d+) on the Active registry.* (\d+) exams sat (\d+) passed.*"
    r"In 2026, (\d+) endorsements moved .* and (\d+) came back"
)


def test_a_month_goes_from_two_rounds_over_an_exam_and_the_registry_to_the_years_report(
    at_practice: Coordinator, paths: Paths, clock: Clock, tmp_path: Path
) -> None:
    me = at_practice
    before = what_is_reported(me, tmp_path / "before.pdf")
    decide_two_rounds(me, tmp_path)
    plan_the_sitting(me)
    admit_the_six(me)
    clock.day = SITTING_DAY
    enter_their_answers(me)
    codes = send_packets_out(me, tmp_path / "packets")
    clock.day = SCORES_DAY
    enter_the_scores(me, tmp_path / "packets", tmp_path / "back")
    ask_a_third(me, codes[0], tmp_path / "third")
    failed = release_the_results(me)
    let_one_lapse(me)
    learn_of_a_sanction(me)
    bring_one_back(me)
    after = what_is_reported(me, tmp_path / "after.pdf")
    more = [now - then for then, now in zip(before, after, strict=True)]
    assert more == [5 - 2 + 1, 6, 5, 2, 1]
    me.keys("Ctrl+W")
    me.sees("Recent")
    assert me.messages.unanswered == []
    with the_file(paths.practice) as desk:
        what_the_rounds_left(desk, tmp_path)
        what_the_sitting_left(desk, codes, failed)
        what_the_registry_kept(desk, after[0])
    assert names_in(tmp_path / "packets") == []
    assert names_in(tmp_path / "third") == []


@pytest.fixture
def at_practice(me: Coordinator, paths: Paths) -> Coordinator:
    """At the practice office as it comes, in a copy of it."""
    practice_file(paths.practice.parent, paths.practice.name)
    me.program.start()
    me.rest()
    me.click("Practice office")
    me.sees("PRACTICE")
    me.make_room()
    return me


def what_is_reported(me: Coordinator, path: Path) -> list[int]:
    """Active, exams sat, passed, moved to Inactive, back: as the PDF of 2026 says, saved as seen."""
    me.keys("Alt+7")
    me.choose("Year", "2026")
    me.sees("annual-2026.pdf", "1 page")
    me.messages.answer(path)
    me.click("Save as…")
    said = text_of(path)
    assert "Annual report 2026" in said, said
    found = re.search(REPORTED, said)
    assert found is not None, said
    return [int(figure) for figure in found.groups()]


# Two rounds


def decide_two_rounds(me: Coordinator, folder: Path) -> None:
    decide(me, "Kahananui, Leilani", "Approve to sit the exam", "May sit the exam from Mar 31")
    decide(me, "Fifita, ʻAna", "Approve to sit the exam", "May sit the exam from Apr 30")
    decide(me, "Nāluʻai, Keoni", "Defer", "Say why.", "The third rating is missing.")
    me.keys("Alt+6", "Ctrl+Shift+B")
    me.until(lambda: bool(me.rows("Letters of the round")))
    issue_letters(me, "December 2025", ["Leilani Kahananui"], folder / "december")
    january = ["Ana dela Cruz", "Keoni Nāluʻai", "ʻAna Fifita"]
    issue_letters(me, "January 2026", january, folder / "january")
    me.click("Close")


def decide(me: Coordinator, who: str, decision: str, said: str, reasons: str = "") -> None:
    me.keys("Alt+2")
    me.fill("Find in this list", who.partition(",")[0])
    me.until(lambda: bool(in_review(me, who)))
    me.choose_row("Applications", in_review(me, who)[0])
    me.keys("Return")
    me.sees("The applicant’s record")
    me.keys("Ctrl+D")
    me.choose("Decision", decision)
    me.sees(said)
    me.fill("Decided on", "2/19/2026")
    if reasons:
        me.fill("Reasons", reasons)
    me.keys("Ctrl+Return")
    me.sees("letter to be issued")


def in_review(me: Coordinator, who: str) -> list[str]:
    """The numbers of the cases of this person that are being reviewed, as listed now."""
    return [row[1] for row in me.rows("Applications") if {who, "In review"} <= set(row)]


def issue_letters(me: Coordinator, round_: str, names: list[str], folder: Path) -> None:
    me.choose("Round", round_)
    me.sees(f"{len(names)} to issue")
    waiting = [row for row in me.rows("Letters of the round") if "to issue" in row]
    assert sorted(row[2] for row in waiting) == sorted(names)
    me.click(f"Issue {len(names)}")
    me.sees("0 to issue", "letters issued." if len(names) > 1 else "1 letter issued.")
    folder.mkdir()
    me.messages.answer(folder)
    me.click("Save to a folder…")
    me.sees("letters written to")


# One sitting of six papers


def plan_the_sitting(me: Coordinator) -> None:
    me.keys("Alt+3")
    me.click("Plan sitting…")
    me.fill("Day", "4/30/2026")
    me.fill("Title", SITTING)
    me.fill("Form version", "2026-1")
    me.fill("Part One", "60")
    me.keys("Ctrl+Return")
    me.sees(SITTING, "0 admitted", "Nobody is admitted yet: use Admit above.")


def admit_the_six(me: Coordinator) -> None:
    for number, name in enumerate(EXAMINEES, start=1):
        me.click("Admit…")
        me.choose_row("Approved to sit", name)
        me.keys("Ctrl+Return")
        me.sees(f"{number} admitted")
    me.click("Code papers")
    me.sees("0 of 6 answered", "identities sealed")


def enter_their_answers(me: Coordinator) -> None:
    me.click("Candidates 6")
    for number, name in enumerate(EXAMINEES, start=1):
        me.choose_row("Candidates", name)
        me.click("Enter answers…")
        me.fill("Part One", "52")
        me.fill("Vignette 1", f"We sat with family {number} and held what was said.")
        me.fill("Vignette 2", "I would ask the mother what she saw.")
        me.keys("Ctrl+Return")
        me.sees(f"{number} of 6 answered")


def send_packets_out(me: Coordinator, folder: Path) -> list[str]:
    """Pair, then write the packets; gives the codes of the papers, in the order shown."""
    me.click("Papers 6")
    me.click("Pair papers")
    me.sees("6 of 6 paired")
    rows = me.rows("Papers")
    assert all(row[1] and row[3] and row[1] != row[3] for row in rows)
    assert {row[-1] for row in rows} == {"packets not out"}
    me.click("Packets…")
    me.sees("No known identifier was found in 6 packets.")
    me.messages.answer(folder)
    me.keys("Ctrl+Return")
    me.sees("Scoring", "0 of 12 in")
    assert all(name not in text for name in EXAMINEES.values() for text in me.texts())
    return [row[0] for row in me.rows("Papers")]


def enter_the_scores(me: Coordinator, out: Path, back: Path) -> None:
    """Those of the first paper by hand, each sealed until both are in; the others by score sheets."""
    code, scorer_a, _, scorer_b, *_ = me.rows("Papers")[0]
    enter_score(me, code, f"A · {scorer_a}", POINTS[0][0])
    assert me.row("Papers", code)[2:] == ["sealed", scorer_b, "·", "waiting for B"]
    enter_score(me, code, f"B · {scorer_b}", POINTS[0][1])
    assert me.row("Papers", code)[2:] == ["85", scorer_b, "40", "disagree by 45"]
    codes = [row[0] for row in me.rows("Papers")]
    given = {
        (code, seat): points
        for code, both in zip(codes, POINTS, strict=True)
        for seat, points in zip("AB", both, strict=True)
    }
    done = {(code, "A"), (code, "B")}
    back.mkdir()
    for sheet in sorted(out.glob("*/score-sheet.xlsx")):
        filled = back / f"{sheet.parent.name}.xlsx"
        seats = fill_in(sheet, given, filled)
        if seats <= done:
            continue
        done |= seats
        me.messages.answer(filled)
        me.click("Take in score sheet…")
        me.sees(f"{len(done)} of 12 in")
    outcomes = [row[-1] for row in me.rows("Papers")]
    assert outcomes == ["disagree by 45", "agree: 55", *["agree: 81.5"] * 4]


def enter_score(me: Coordinator, code: str, scorer: str, points: tuple[str, str]) -> None:
    me.choose_row("Papers", code)
    me.click("Enter score…")
    me.choose("Scorer", scorer)
    for number, given in enumerate(points, start=1):
        me.fill(f"Vignette {number}", given)
    me.keys("Ctrl+Return")
    me.sees(code, SITTING)


def ask_a_third(me: Coordinator, code: str, folder: Path) -> None:
    me.choose_row("Papers", code)
    me.sees("Suggested third scorer")
    me.click("Third scorer…")
    me.until(lambda: bool(me.rows("Possible scorers")))
    third = me.rows("Possible scorers")[0][0]
    me.keys("Ctrl+Return")
    me.sees("12 of 13 in")
    me.click("Packets…")
    me.sees("No known identifier was found in 6 packets.")
    me.messages.answer(folder)
    me.keys("Ctrl+Return")
    me.sees(SITTING, "Enter score…")
    assert [path.name for path in folder.iterdir()] == [third]
    enter_score(me, code, f"C · {third}", THIRD)
    me.sees("13 of 13 in")


def release_the_results(me: Coordinator) -> str:
    """Settle and release; gives the name of who did not pass, for whom the door was opened."""
    me.click("Settle results")
    me.sees("6 settled, not released")
    me.messages.answer(True)
    me.click("Release results…")
    me.sees("Results released", "5 Results: done")
    outcomes = [row[-1] for row in me.rows("Papers")]
    assert outcomes == ["passed", "not passed", *["passed"] * 4]
    me.choose_row("Papers", me.rows("Papers")[1][0])
    me.click("Open identity…")
    me.fill("Reason", "Asked for by the board.")
    me.keys("Ctrl+Return")
    me.sees("Exam not passed")
    return next(name for name in EXAMINEES.values() if name in me.texts())


# The registry


def choose_in_registry(me: Coordinator, name: str, chip: str) -> None:
    me.keys("Alt+4")
    me.fill("Find in this list", name.partition(",")[0])
    me.click(next(text for text in me.texts() if text.startswith(chip)))
    me.until(lambda: [row[1] for row in me.rows("Registry")] == [name])
    me.choose_row("Registry", name)


def let_one_lapse(me: Coordinator) -> None:
    choose_in_registry(me, "Akana, Hōkūlani", "Renewal at risk")
    me.click("Move…")
    me.choose("Why", "Renewal lapsed")
    me.fill("Evidence", "No answer to two reminders.")
    me.keys("Ctrl+Return")
    me.sees("1 endorsement written")


def learn_of_a_sanction(me: Coordinator) -> None:
    choose_in_registry(me, "Park, Tae-yang", "Active")
    me.keys("Ctrl+Shift+M")
    me.sees("Sanction learned")
    me.fill("Licensing board", "Hawaiʻi Board of Psychology")
    me.fill("Learned from", "the board’s notice")
    me.fill("Learned on", "2/18/2026")
    me.keys("Ctrl+Return")
    me.sees("1 endorsement written")


def bring_one_back(me: Coordinator) -> None:
    choose_in_registry(me, "Carvalho, Paulo", "Inactive")
    me.keys("Return")
    me.sees("The way back", "Inactive: renewal lapsed")
    me.click("Back to Active…")
    me.sees("Steps back, as the policy asks: tick what was seen")
    me.click("Move back")
    me.sees("Education since the removal", "Move back")
    for step in STEPS_BACK:
        me.click(step)
    me.fill("Evidence", "All papers seen on February 17.")
    me.keys("Ctrl+Return")
    me.sees("Recorded.", "Undo")
    me.until(lambda: me.rows("Moves")[0][1:] == ["Active", "steps back done"])
