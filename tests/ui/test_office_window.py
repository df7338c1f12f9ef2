"""The frame of an open office: what it fetches of the desk."""

from __future__ import annotations

from pathlib import Path

from coordinator_app.domain.letters import LetterKind
from coordinator_app.ui.frame import Found
from coordinator_app.ui.office_window import find, frame_facts
from coordinator_app.ui.page import Place
from tests.helpers.builders import an_office, decided


def test_what_left_the_house_is_not_offered_to_be_undone(tmp_path: Path) -> None:
    desk = an_office(tmp_path)
    assert frame_facts(desk).undo is None, "the office was made"
    case = decided(desk)
    assert frame_facts(desk).undo == "Decide"
    desk.letters.issue(LetterKind.APPROVED, case)
    assert frame_facts(desk).undo is None
    desk.notes.add("Sent by post", application_id=case)
    assert frame_facts(desk).undo == "Add note"
    desk.close()


def test_a_letter_is_found_by_its_number_and_leads_to_the_letters(tmp_path: Path) -> None:
    desk = an_office(tmp_path)
    case = decided(desk)
    letter = desk.letters.issue(LetterKind.APPROVED, case).made
    (group,) = find(desk, "l-2026-0001")
    assert (group.title, len(group.found)) == ("Letters", 1)
    found = group.found[0]
    assert isinstance(found, Found)
    assert (found.title, found.place) == ("L-2026-0001", Place("letters", letter))
    assert find(desk, "L-2026-0002") == []
    desk.close()
