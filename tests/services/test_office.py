"""The office and its file: made whole or not at all, in its own time zone, backed up and checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.policy import RuleValue
from coordinator_app.persistence import file
from coordinator_app.services.desk import Desk, make_office, open_desk
from tests.helpers.builders import OFFICE, PAID, Clock, a_person, an_office, logged
from tests.helpers.files import dump


def test_a_new_office_has_its_policy_and_one_entry_in_the_journal(desk: Desk) -> None:
    assert desk.office.card().short_name == "AIMH HI"
    assert [policy.title for _, policy in desk.policies.all()] == ["AIMH HI 2024-01"]
    newest = desk.history.newest()
    assert [(one.action, one.who, one.outside) for one in newest] == [("Make office", "Malia Kealoha", True)]  # fmt: skip


def test_a_setting_confirmed_at_the_start_is_in_the_policy(tmp_path: Path) -> None:
    settings: dict[str, RuleValue] = {"review.reviewers": 2}
    desk = make_office(tmp_path / "a.office", OFFICE, clock=Clock(), settings=settings)
    (_, policy), *_ = desk.policies.all()
    desk.close()
    assert policy.count("review.reviewers") == 2


@pytest.mark.parametrize(
    "change", [{"name": " "}, {"coordinator": ""}, {"time_zone": "Mars/Olympus"}]
)
def test_an_office_that_lacks_something_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(BadInput, match=r"office\."):
        replace(OFFICE, **change)  # pyright: ignore[reportArgumentType]


def test_an_office_that_cannot_be_made_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        make_office(tmp_path / "a.office", replace(OFFICE, logo=b"no picture"), clock=Clock())
    assert not list(tmp_path.iterdir())


def test_a_day_is_a_day_of_the_office(tmp_path: Path) -> None:
    """New year's morning in UTC is still the old year in Honolulu, and long the new one on Guam."""
    moment = datetime(2026, 1, 1, 9, 59, tzinfo=UTC)
    for zone, day in (("Pacific/Honolulu", date(2025, 12, 31)), ("Pacific/Guam", date(2026, 1, 1))):
        path = tmp_path / f"{day}.office"
        desk = make_office(path, replace(OFFICE, time_zone=zone), clock=lambda: moment)
        assert desk.today() == day
        a_person(desk)
        assert desk.history.newest()[0].at[:10] == day.isoformat()
        desk.close()
        again = open_desk(path, clock=lambda: moment)
        assert again.today() == day
        again.close()


def test_who_is_in_the_journal_is_the_coordinator_of_that_day(desk: Desk) -> None:
    a_person(desk)
    desk.office.change(replace(OFFICE, coordinator="Noa Kamaka"))
    a_person(desk, "Somebody")
    assert [one.who for one in desk.history.newest(3)] == ["Noa Kamaka", "Noa Kamaka", "Malia Kealoha"]  # fmt: skip


def test_a_backup_is_an_office_like_the_first(desk: Desk, folder: Path, clock: Clock) -> None:
    logged(desk)
    before = dump(desk.people.store)
    made = desk.back_up(folder / "copy.office")
    copy = open_desk(made.path, clock=clock)
    assert dump(copy.people.store) == before
    assert copy.checks.report(desk.history.last()).faults == ()
    copy.close()


def test_the_file_card_tells_what_the_status_line_says(desk: Desk) -> None:
    a_person(desk)
    card = desk.file_card()
    assert (card.path.name, card.protected, card.entries) == ("a.office", False, 2)
    assert (card.saved, card.policy) == (Clock()().replace(tzinfo=None), "AIMH HI 2024-01")


def test_a_file_without_an_office_is_no_desk(tmp_path: Path, clock: Clock) -> None:

    file.create(tmp_path / "empty.office", now=clock).close()
    with pytest.raises(BadInput, match=r"office\.none"):
        open_desk(tmp_path / "empty.office", clock=clock)
    open_again = file.open_file(tmp_path / "empty.office", now=clock)
    open_again.close()


def test_a_damaged_file_is_reported_page_by_page(folder: Path, clock: Clock) -> None:
    desk = an_office(folder, clock)
    for number in range(20):
        a_person(desk, f"Leilani {number}")
    desk.close()
    whole = bytearray(desk.path.read_bytes())
    whole[-5000] ^= 1
    desk.path.write_bytes(bytes(whole))
    again = open_desk(desk.path, clock=clock)
    report = again.checks.report()
    again.close()
    assert {one.code for one in report.faults} == {"check.page"}


def test_the_check_proves_the_journal_against_the_anchor(doubtful: Desk) -> None:
    a_person(doubtful)
    entry, mac = doubtful.history.last()
    assert doubtful.checks.report((entry, mac)).faults == ()
    codes = {one.code for one in doubtful.checks.report((entry + 1, mac)).faults}
    assert codes == {"journal.tail_cut"}
    assert {one.code for one in doubtful.checks.report((entry, "0" * 64)).faults} == {"journal.anchor_differs"}  # fmt: skip


TAMPERED = {
    "UPDATE person SET name = 'Somebody Else'": "check.row.altered",
    "DELETE FROM contact": "check.row.missing",
    "INSERT INTO note (written_on, text, version) VALUES ('2026-01-01', 'x', 1)": "check.row.unwritten",
    "UPDATE application SET state = 'endorsed'": "check.endorsed",
    "UPDATE application SET decision = 'approve'": "check.decision",
    "UPDATE application SET round = '2026-02'": "check.other_round",
    "UPDATE application SET reply_due = '2026-03-31'": "check.other_round",
    "DELETE FROM search_term": "check.search",
}


@pytest.mark.parametrize("statement", list(TAMPERED))
def test_what_was_changed_past_the_program_is_found(doubtful: Desk, statement: str) -> None:
    case = logged(doubtful)
    doubtful.applications.accept(case, PAID, date(2026, 1, 5))
    doubtful.applications.submit(case, date(2026, 1, 31), override_reason="x")
    a_person(doubtful, "Noa", emails=("noa@example.org",))
    assert doubtful.checks.report().faults == ()
    with doubtful.people.store.write("Nothing") as tx:
        tx.connection.exec_driver_sql(statement)
    assert TAMPERED[statement] in {one.code for one in doubtful.checks.report().faults}


def test_a_record_deleted_by_an_action_is_found(doubtful: Desk) -> None:
    person = a_person(doubtful)
    with doubtful.people.store.write("Delete person") as tx:
        tx.put("person", tx.get("person", person), None)
    assert {one.code for one in doubtful.checks.report().faults} == {"check.deleted"}
