"""The frame of an open office: what it fetches of the desk."""

from __future__ import annotations

from pathlib import Path

from coordinator_app.domain.letters import LetterKind
from coordinator_app.ui.office_window import frame_facts
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
