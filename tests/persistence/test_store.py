"""One named action in one transaction; many of them together; two of them at once."""

from __future__ import annotations

from threading import Thread

import pytest

from coordinator_app.domain.changes import Kind
from coordinator_app.domain.errors import MachineTrouble, NotFound, RuleBroken
from coordinator_app.domain.phrases import phrase
from coordinator_app.persistence import blobs, journal
from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.store import Store
from tests.helpers.files import add_person, dump


def entries(store: Store) -> list[str]:
    with store.read() as reader:
        return [entry.action for entry in journal.entries(reader.connection)]


def test_a_row_that_is_not_there_is_said_by_its_name(store: Store) -> None:
    with pytest.raises(NotFound) as raised, store.read() as reader:
        reader.get("person", 7)
    assert raised.value.facts == {"record": phrase("record.person"), "number": 7}


def test_an_action_tells_what_it_touched(store: Store) -> None:
    person = add_person(store)
    with store.write("Add note") as tx:
        tx.made = tx.insert("note", {"person_id": person, "written_on": "2026-01-01", "text": "x"})
    changes = tx.changes()
    assert (changes.action, changes.entry, changes.made) == ("Add note", 3, 1)
    assert (changes.kinds, changes.people) == ({Kind.NOTE}, {person})


def test_every_edit_moves_the_version_on(store: Store) -> None:
    for phone in ("1", "2", "2"):
        with store.write("Edit office") as tx:
            tx.update("office", 1, {"phone": phone})
    with store.read() as reader:
        assert reader.get("office", 1)["version"] == 3


def test_running_numbers_have_no_gap_and_are_given_back_by_a_refusal(store: Store) -> None:
    def take(*, refuse: bool) -> int:
        with store.write("Take") as tx:
            number = tx.next_number("case 2026")
            tx.insert("note", {"written_on": "2026-01-01", "text": "x"})
            if refuse:
                raise RuleBroken("undo.nothing")
        return number

    assert take(refuse=False) == 1
    with pytest.raises(RuleBroken):
        take(refuse=True)
    assert take(refuse=False) == 2


def test_many_actions_together_are_each_in_the_journal(store: Store) -> None:
    with store.together():
        for name in ("Leilani", "Noa"):
            add_person(store, name)
        assert len(dump(store)["person"]) == 2, "reads in between see them"
    assert entries(store) == ["Make office", "Add person", "Add person"]


def test_many_actions_together_are_kept_or_none(store: Store) -> None:
    def fail() -> None:
        with store.together():
            add_person(store, "Leilani")
            raise RuleBroken("undo.nothing")

    with pytest.raises(RuleBroken):
        fail()
    assert entries(store) == ["Make office"]
    assert dump(store)["person"] == []


def test_one_refused_among_many_is_taken_back_alone(store: Store) -> None:
    def refused() -> None:
        with store.write("Add note") as tx:
            tx.insert("note", {"written_on": "2026-01-01", "text": "x"})
            raise RuleBroken("undo.nothing")

    with store.together():
        add_person(store, "Leilani")
        with pytest.raises(RuleBroken):
            refused()
        add_person(store, "Noa")
    assert entries(store) == ["Make office", "Add person", "Add person"]
    assert dump(store)["note"] == []


def test_two_threads_write_one_after_the_other(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(10):
            add_person(store, f"{name} {number}")

    threads = [Thread(target=write, args=(name,)) for name in ("Leilani", "Noa", "Pua")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as reader:
        assert journal.verify(reader.connection) == []
        assert len(reader.find("person")) == 30


def test_a_file_somebody_else_has_locked_is_said_to_be_locked(
    opened: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordinator_app.persistence.engine._BUSY_MS", 50)
    with opened.store.write("Hold") as tx:
        tx.insert("note", {"written_on": "2026-01-01", "text": "x"})
        trouble: list[str] = []

        def other() -> None:
            try:
                add_person(opened.store)
            except MachineTrouble as found:
                trouble.append(found.code)

        thread = Thread(target=other)
        thread.start()
        thread.join()
    assert trouble == ["machine.locked"]
    add_person(opened.store)


def test_a_content_is_kept_once(store: Store) -> None:
    shas: list[str] = []
    for _ in range(2):
        with store.write("Keep") as tx:
            shas.append(blobs.keep(tx, "text/plain", "ʻāina".encode()))
            tx.insert("note", {"written_on": "2026-01-01", "text": shas[-1]})
    assert shas[0] == shas[1]
    with store.read() as reader:
        assert blobs.get(reader, shas[0]) == "ʻāina".encode()
        assert blobs.altered(reader) == []
        with pytest.raises(MachineTrouble, match=r"blob\.altered"):
            blobs.get(reader, "0" * 64)
