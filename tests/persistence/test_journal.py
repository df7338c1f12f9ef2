"""The journal: append-only, chained, and every tampering found with its number."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from coordinator_app.domain.errors import MachineTrouble, RuleBroken
from coordinator_app.persistence import journal, proofs
from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.journal import Fault, Heading, Image
from coordinator_app.persistence.store import Store, Transaction
from tests.helpers.files import add_person

Tamper = Callable[[Connection], object]
TRIGGERS = (
    "journal_has_no_gap",
    "journal_image_belongs_to_the_last_entry",
    "journal_image_is_append_only_delete",
    "journal_image_is_only_erased",
    "journal_is_append_only_delete",
    "journal_is_append_only_update",
)


@pytest.fixture
def written(opened: OfficeFile) -> OfficeFile:
    """A file with six entries: the office and five people."""
    for name in ("Leilani", "Keoni", "Mele", "Noa", "Pua"):
        add_person(opened.store, name, emails=(f"{name}@example.org",))
    return opened


def tamper(opened: OfficeFile, *statements: str, triggers: bool = False) -> None:
    """Change the file by SQL, as somebody who has the key could."""
    with opened.engine.connect() as connection, connection.begin():
        if not triggers:
            for name in TRIGGERS:
                connection.execute(text(f"DROP TRIGGER {name}"))
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for statement in statements:
            connection.execute(text(statement))


def faults(opened: OfficeFile, anchor: tuple[int, str] | None = None) -> set[Fault]:
    with opened.store.read() as reader:
        return set(journal.verify(reader.connection, anchor))


def end_of(opened: OfficeFile) -> tuple[int, str]:
    with opened.store.read() as reader:
        entry = journal.last(reader.connection)
    assert entry is not None
    return entry.seq, entry.mac


def test_a_journal_nobody_touched_is_whole(written: OfficeFile) -> None:
    assert faults(written) == set()
    assert faults(written, end_of(written)) == set()
    assert end_of(written)[0] == 6


COLUMNS = "(seq, at, offset_minutes, who, action, detail, kind, outside, images, digest, mac)"
IMAGE = "(seq, place, record, row, digest, erased)"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET who = 'x' WHERE seq = 2",
        "UPDATE journal SET mac = mac",
        "DELETE FROM journal WHERE seq = 6",
        "DELETE FROM journal",
        f"INSERT INTO journal {COLUMNS} VALUES (9, '', 0, '', '', '', 'do', 0, 0, '', '')",
        f"INSERT INTO journal {COLUMNS} VALUES (6, '', 0, '', '', '', 'do', 0, 0, '', '')",
        f"INSERT OR REPLACE INTO journal {COLUMNS} VALUES (6, '', 0, '', '', '', 'do', 0, 0, '', '')",
        f"REPLACE INTO journal {COLUMNS} VALUES (2, '', 0, '', '', '', 'do', 0, 0, '', '')",
        f"INSERT OR IGNORE INTO journal {COLUMNS} VALUES (0, '', 0, '', '', '', 'do', 0, 0, '', '')",
        "UPDATE journal_image SET after = '{}' WHERE seq = 2",
        "UPDATE journal_image SET before = '{}', erased = 1 WHERE seq = 2",
        "UPDATE journal_image SET before = NULL, after = NULL, erased = 1, digest = '' WHERE seq = 2",
        "UPDATE journal_image SET before = NULL, after = NULL, erased = 1, person_id = 7 WHERE seq = 2",
        "DELETE FROM journal_image WHERE seq = 2",
        f"INSERT INTO journal_image {IMAGE} VALUES (2, 9, 'person', 1, '', 0)",
        f"REPLACE INTO journal_image {IMAGE} VALUES (6, 0, 'person', 1, '', 0)",
    ],
)  # fmt: skip
def test_the_journal_takes_nothing_but_the_next_entry(written: OfficeFile, statement: str) -> None:
    before = end_of(written)
    with pytest.raises(IntegrityError, match="the journal"):
        tamper(written, statement, triggers=True)
    assert end_of(written) == before
    assert faults(written) == set()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE journal SET who = 'somebody else' WHERE seq = 3", {Fault(3, "broken_chain")}),
        ("UPDATE journal SET reason = 'because' WHERE seq = 3", {Fault(3, "broken_chain")}),
        ("UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3", {Fault(3, "broken_chain")}),
        ("UPDATE journal SET outside = 1 WHERE seq = 3", {Fault(3, "broken_chain")}),
        ("UPDATE journal SET offset_minutes = 0 WHERE seq = 3", {Fault(3, "broken_chain")}),
        ("UPDATE journal SET mac = 'ff' WHERE seq = 3", {Fault(3, "broken_chain"), Fault(4, "broken_chain")}),
        ("UPDATE journal_image SET after = replace(after, 'Keoni', 'Lono') WHERE seq = 3", {Fault(3, "image_altered")}),
        ("UPDATE journal_image SET person_id = 9 WHERE seq = 3 AND place = 0", {Fault(3, "image_altered")}),
        ("UPDATE journal_image SET application_id = 9 WHERE seq = 3 AND place = 0", {Fault(3, "image_altered")}),
        ("UPDATE journal_image SET record = 'note' WHERE seq = 3 AND place = 0", {Fault(3, "image_altered")}),
        ("UPDATE journal_image SET row = 99 WHERE seq = 3 AND place = 0", {Fault(3, "image_altered")}),
        ("DELETE FROM journal_image WHERE seq = 3 AND place = 1", {Fault(3, "image_missing")}),
        ("UPDATE journal_image SET place = place + 10 WHERE seq = 3 AND place = 0", {Fault(3, "image_missing")}),
        ("UPDATE journal_image SET seq = 4, place = place + 7 WHERE seq = 3 AND place = 1",
         {Fault(3, "image_missing"), Fault(4, "image_missing")}),
    ],
)  # fmt: skip
def test_what_was_changed_without_the_triggers_is_found_with_its_number(
    written: OfficeFile, statement: str, found: set[Fault]
) -> None:
    tamper(written, statement)
    assert faults(written) == found


def test_an_entry_taken_out_is_found(written: OfficeFile) -> None:
    tamper(written, "DELETE FROM journal_image WHERE seq = 3", "DELETE FROM journal WHERE seq = 3")
    assert faults(written) == {Fault(4, "gap"), Fault(4, "broken_chain")}


def test_two_entries_that_changed_places_are_found(written: OfficeFile) -> None:
    tamper(
        written,
        "UPDATE journal SET seq = 99 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 99",
    )
    assert {Fault(3, "broken_chain"), Fault(4, "broken_chain")} <= faults(written)


def test_an_image_swapped_for_anothers_is_found(written: OfficeFile) -> None:
    tamper(
        written,
        "UPDATE journal_image SET (record, row, before, after, digest, person_id) = (SELECT record, row, "
        "before, after, digest, person_id FROM journal_image WHERE seq = 4 AND place = 0) "
        "WHERE seq = 3 AND place = 0",
    )
    assert faults(written) == {Fault(3, "image_missing")}


def test_a_row_changed_by_sql_is_found_with_its_number(written: OfficeFile) -> None:
    tamper(
        written,
        "UPDATE person SET name = 'Somebody Else' WHERE id = 2",
        "DELETE FROM contact WHERE id = 3",
        "INSERT INTO contact (id, person_id, kind, value, folded, version) VALUES (77, 1, 'email', '', '', 1)",
    )
    with written.store.read() as reader:
        unlike = {(one.record, one.row, one.how) for one in proofs.unlike_rows(reader)}
    assert unlike == {("person", 2, "altered"), ("contact", 3, "missing"), ("contact", 77, "unwritten")}  # fmt: skip


def test_a_search_term_that_does_not_follow_from_the_records_is_found(written: OfficeFile) -> None:
    tamper(written, "UPDATE search_term SET term = 'x' WHERE person_id = 2 AND kind = 'name'")
    with written.store.read() as reader:
        assert proofs.stale_terms(reader) == [2]


CUT = ("DELETE FROM journal_image WHERE seq > {0}", "DELETE FROM journal WHERE seq > {0}")


@pytest.mark.parametrize("left", [5, 4, 0])
def test_a_tail_cut_off_is_found_by_the_anchor(written: OfficeFile, left: int) -> None:
    anchor = end_of(written)
    tamper(written, *(statement.format(left) for statement in CUT))
    assert faults(written) == set(), "a chain that ends early is a chain"
    assert faults(written, anchor) == {Fault(6, "tail_cut")}


def test_a_tail_written_anew_is_found_by_the_anchor(written: OfficeFile) -> None:
    anchor = end_of(written)
    tamper(written, *(statement.format(5) for statement in CUT))
    add_person(written.store, "Somebody Else")
    assert faults(written, anchor) == {Fault(6, "anchor_differs")}


def test_an_anchor_of_a_file_that_has_gone_on_still_holds(written: OfficeFile) -> None:
    anchor = end_of(written)
    add_person(written.store, "Later")
    assert faults(written, anchor) == set()


def test_a_chain_computed_anew_without_its_key_is_found(written: OfficeFile) -> None:
    with written.store.read() as reader:
        entries = list(journal.entries(reader.connection))
    before, statements = journal.FIRST_MAC, list[str]()
    for entry in entries:
        before = journal._entry_mac(b"another key", before, journal._signed(entry))
        statements.append(f"UPDATE journal SET mac = '{before}' WHERE seq = {entry.seq}")
    tamper(written, *statements)
    assert {fault.seq for fault in faults(written)} == {1, 2, 3, 4, 5, 6}


def test_an_image_may_be_erased_and_the_chain_still_holds(written: OfficeFile) -> None:
    tamper(
        written,
        "UPDATE journal_image SET before = NULL, after = NULL, erased = 1 WHERE seq = 3",
        triggers=True,
    )
    assert faults(written, end_of(written)) == set()
    with written.store.read() as reader:
        assert journal.images_of(reader.connection, 3) == []
        assert list(proofs.unlike_rows(reader)) == []


def test_an_entry_says_who_when_and_what(store: Store) -> None:
    with store.write("Void rating", detail="Pua", reason="six blanks", outside=True) as tx:
        tx.update("office", 1, {"phone": "808"})
    with store.read() as reader:
        entry = journal.entry(reader.connection, 2)
        images = journal.images_of(reader.connection, 2)
    assert (entry.who, entry.action, entry.detail) == ("Malia Kealoha", "Void rating", "Pua")
    assert (entry.reason, entry.kind, entry.target, entry.outside) == ("six blanks", "do", None, True)  # fmt: skip
    assert (entry.at, entry.offset_minutes) == ("2026-02-20T22:00:00.000Z", -600)
    assert [(one.record, one.row) for one in images] == [("office", 1)]
    before, after = images[0].before, images[0].after
    assert before is not None
    assert after is not None
    assert {name for name in after if after[name] != before[name]} == {"phone", "version"}


def test_entries_are_counted_not_timed(opened: OfficeFile) -> None:
    """The clock may jump back; the order of the journal is that of its numbers."""
    zone = ZoneInfo("Pacific/Honolulu")
    for year in (2027, 2025):
        later = Store(opened.engine, now=lambda year=year: datetime(year, 1, 1, tzinfo=zone))
        add_person(later, f"In {year}")
    assert faults(opened) == set()
    with opened.store.read() as reader:
        newest = [entry.detail for entry in journal.entries(reader.connection, newest_first=True)]
    assert newest == ["In 2025", "In 2027", ""]


def test_the_entry_and_its_rows_are_written_together_or_not_at_all(store: Store) -> None:
    def fail() -> None:
        with store.write("Add person") as tx:
            tx.insert("person", {"name": "x", "fold": "x", "sort_fold": "x", "imported": 0})
            raise RuleBroken("undo.nothing")

    with pytest.raises(RuleBroken):
        fail()
    with store.read() as reader:
        assert len(list(journal.entries(reader.connection))) == 1
        assert reader.find("person") == []


def test_an_action_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    with store.write("Edit office") as tx:
        tx.update("office", 1, {"coordinator": "Malia Kealoha"})
    assert tx.changes().entry == 0
    with store.read() as reader:
        assert len(list(journal.entries(reader.connection))) == 1


def test_a_reader_cannot_write(store: Store) -> None:
    def write() -> None:
        with store.read() as reader:
            Transaction(reader.connection).insert("note", {"written_on": "", "text": ""})

    with pytest.raises(MachineTrouble, match=r"^machine\.read_only$"):
        write()


def test_images_have_a_digest_each_and_the_entry_one_of_them_all(store: Store) -> None:
    images = [Image("note", 1, None, {"id": 1}), Image("note", 2, {"id": 2}, None)]
    with store.read() as reader:
        connection = reader.connection
        previous = journal.last(connection)
    assert previous is not None
    with store.enter(Heading("Add")) as tx:
        tx.images += images
    with store.read() as reader:
        entry = journal.entry(reader.connection, previous.seq + 1)
    digests = "".join(journal.image_digest(image) for image in images)
    assert entry.digest == hashlib.sha256(digests.encode()).hexdigest()
