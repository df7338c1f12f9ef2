"""People are found by any spelling, and no sign in a query has a meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.people import PersonDraft
from coordinator_app.persistence import cards, lists, people, search
from coordinator_app.persistence.store import Store
from tests.helpers.files import a_file, add_person, dump, quick_folder

# The name as people write it: U+02BB, ', ‘, ’, `, U+02BC, none, capitals, decomposed.
SPELLINGS = (
    "Kalaniʻōpuʻu",
    "Kalani'ōpu'u",
    "Kalani‘ōpu‘u",
    "Kalani’opu’u",
    "Kalani`opu`u",
    "Kalaniʼōpuʼu",
    "Kalaniopuu",
    "KALANIʻŌPUʻU",
    unicodedata.normalize("NFD", "Kalaniʻōpuʻu"),
)


def found(store: Store, query: str, limit: int = 100) -> list[int]:
    with store.read() as reader:
        return search.matching_people(reader.connection, query, limit=limit)


def test_nine_spellings_are_found_by_nine_queries(store: Store) -> None:
    for name in SPELLINGS:
        add_person(store, name)
    add_person(store, "Kalani Akana")
    assert len(SPELLINGS) == 9
    hits = sum(len(found(store, query)) for query in SPELLINGS)
    assert hits == 81
    assert all(found(store, query) == list(range(1, 10)) for query in SPELLINGS)


WHOLE = PersonDraft(
    "Leilani Kahananui",
    former_names=("Leilani Souza-Akana",),
    emails=("leilani.k@example.org",),
    phones=("+1 (808) 555-0142",),
    agency="Keiki ʻOhana Services",
)


@pytest.mark.parametrize(
    "query",
    ["leilani.k@example.org", "LEILANI.K@EXAMPLE.ORG", "leilani.k@", "808-555-0142", "(808) 555-0142",
     "8085550142", "808.555.0142", "+1 808 555 0142", "1-808-555-0142", "808 555", "souza", "Souza-Akana",
     "keiki ohana", "OHANA", "ʻohana services", "lei kaha", "kahananui leilani", "Kahananui, Leilani"],
)  # fmt: skip
def test_somebody_is_found_by_whatever_is_known(store: Store, query: str) -> None:
    with store.write("Add person") as tx:
        people.add(tx, WHOLE)
    add_person(store, "Noa Kamaka", phones=("809 555 0142",), agency="Elsewhere")
    assert found(store, query) == [1]


def test_a_case_is_found_by_the_beginning_of_its_number(store: Store) -> None:
    person = add_person(store)
    case = {"case_year": 2026, "person_id": person, "category": "IFA", "state": "registered"}
    with store.write("Log application") as tx:
        tx.insert("application", case | {"case_running": 7, "submission": 0, "imported": 0})
    for query in ("2026-007", "2026-0", "2026-"):
        assert found(store, query) == [person]
    assert found(store, "2026-008") == []
    assert found(store, "2025-007") == []
    with store.read() as reader:
        hits = cards.hits(reader, "kahananui", 5)
    assert [(one.kind, one.title) for one in hits] == [
        ("person", "Leilani Kahananui"),
        ("case", "2026-007 Leilani Kahananui"),
    ]


SIGNS = ('"', "*", "NEAR(", "name:", "AND", "-x", "^", "%", "_", "' OR 1=1 --", "'; DROP TABLE person; --",
         "x" * 10_000, "\\", "\x00", "[a-z]", "{0}", "%s", "?", ":a", "\ud800", "💐", "()", "ʻ", "")  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_no_sign_has_a_meaning(store: Store, sign: str) -> None:
    add_person(store)
    for query in (sign, f"kahananui {sign}", f"{sign}kahananui"):
        assert found(store, query) in ([], [1])
        with store.read() as reader:
            lists.people(reader, ListQuery(text=query))
            lists.applications(reader, ListQuery(text=query))
    assert found(store, "%") == []
    assert found(store, "_ahananui") == []
    assert found(store, "AND") == []
    assert len(dump(store)["person"]) == 1


NOT_STORED = st.characters(exclude_categories=("Cs",))


@pytest.fixture(scope="module")
def filling() -> Iterator[Store]:
    """One file that all examples fill together."""
    with quick_folder() as folder:
        opened = a_file(folder)
        yield opened.store
        opened.close()


@given(name=st.text(NOT_STORED, min_size=1, max_size=40).filter(lambda text: bool(text.strip())))
def test_whatever_is_stored_comes_back_and_is_found_by_itself(filling: Store, name: str) -> None:
    with filling.write("Add person") as tx:
        number = people.add(tx, PersonDraft(name, agency=name, address=name, language=name))
    with filling.read() as reader:
        assert reader.get("person", number)["name"] == name.strip()
        words = search.words_of(name)
        matched = search.matching_people(reader.connection, name, limit=1000)
        assert number in matched or not words or words[0].isdecimal()


def test_an_archived_person_is_left_out(store: Store) -> None:
    person = add_person(store)
    with store.write("Archive person") as tx:
        tx.update("person", person, {"archived_on": "2026-01-01"})
    assert found(store, "kahananui") == []
    with store.read() as reader:
        assert lists.people(reader, ListQuery()).total == 0


def test_a_name_that_is_no_more_still_finds_as_a_former_one(store: Store) -> None:
    person = add_person(store, "Leilani Souza")
    with store.write("Edit person") as tx:
        people.change(tx, person, PersonDraft("Leilani Akana", former_names=("Leilani Souza",)))
    assert found(store, "souza") == found(store, "akana") == [person]


# In the order of folded family names; the ʻokina and the kahakō do not matter.
SORTED = ("Ah Sing, Kai", "Nālani ʻAukai", "Ana Chun", "José Hernández", "Ana ʻĪ", "Kimo Iʻi", "Noa Ka'ai",
          "Noa Kāʻai", "Leilani Kaʻaihue", "Zoe Łukasz", "Ana Müller", "Kai Ōmura", "Ana O'Neill", "Kalaniʻōpuʻu Zane")  # fmt: skip


def test_names_stand_in_the_order_of_their_folded_family_names(store: Store) -> None:
    for name in reversed(SORTED):
        add_person(store, name)
    with store.read() as reader:
        listed = [one.name for one in lists.people(reader, ListQuery(limit=None)).rows]
        backwards = lists.people(reader, ListQuery(limit=None, descending=True)).rows
    assert [one for one in listed if "Noa" not in one] == [
        one for one in SORTED if "Noa" not in one
    ]
    assert listed.index("Noa Kāʻai") + 1 == listed.index("Noa Ka'ai"), "equal names: as entered"
    assert {one.name for one in backwards} == set(SORTED)
    assert backwards[0].name == "Kalaniʻōpuʻu Zane"


def test_the_limit_holds(store: Store) -> None:
    for number in range(7):
        add_person(store, f"Leilani {number}")
    assert len(found(store, "leilani", limit=3)) == 3


@pytest.mark.parametrize("name", ["Null", "Test", "L", "x" * 300, "李小龙", "Ἀθηνᾶ", "O'", "ʻ"])
def test_any_name_is_a_name(store: Store, name: str) -> None:
    add_person(store, name)
    with store.read() as reader:
        assert [one.name for one in lists.people(reader, ListQuery()).rows] == [name]
