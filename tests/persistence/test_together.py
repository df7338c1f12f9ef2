"""Many actions in one transaction of the file: each in the journal, all kept or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from coordinator_app.persistence import journal
from tests.helpers.files import a_file, add_person, dump, terms


def test_each_action_has_its_entry_and_reads_see_what_was_written(tmp_path: Path) -> None:
    opened = a_file(tmp_path)
    with opened.store.together():
        first = add_person(opened.store, "Keoni Akana")
        with opened.store.read() as reader:
            assert reader.get("person", first)["name"] == "Keoni Akana"
        add_person(opened.store, "Mele Souza")
    with opened.store.read() as reader:
        entries = list(journal.entries(reader.connection))
        assert [entry.action for entry in entries] == ["Make office", "Add person", "Add person"]
        assert journal.verify(reader.connection) == []
    assert {term for term, _, _ in terms(opened.store)} == {"keoni", "akana", "mele", "souza"}
    opened.close()


def test_an_action_that_fails_is_taken_back_by_itself(tmp_path: Path) -> None:
    opened = a_file(tmp_path)

    def half_an_action() -> None:
        with opened.store.write("Add person") as tx:
            tx.insert("former_name", {"person_id": 1, "name": "Lono", "fold": "lono"})
            raise ValueError

    with opened.store.together():
        add_person(opened.store, "Keoni Akana")
        with pytest.raises(ValueError, match=r"^$"):
            half_an_action()
        add_person(opened.store, "Mele Souza")
    found = dump(opened.store)
    assert [row["name"] for row in found["person"]] == ["Keoni Akana", "Mele Souza"]
    assert found["former_name"] == []
    opened.close()


def test_what_ends_badly_leaves_nothing(tmp_path: Path) -> None:
    opened = a_file(tmp_path)

    def broken_off() -> None:
        with opened.store.together():
            add_person(opened.store, "Keoni Akana")
            raise KeyboardInterrupt

    before = dump(opened.store)
    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert dump(opened.store) == before
    add_person(opened.store, "Mele Souza")
    assert [row["name"] for row in dump(opened.store)["person"]] == ["Mele Souza"]
    opened.close()
