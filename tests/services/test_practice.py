"""The practice office: made through the services, the same for equal arguments, whole and quick."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.facts import STATES
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.views import PersonRow
from coordinator_app.persistence import conflicts
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.practice import DEFAULT_DAY, FIRST_DAY, PEOPLE, make_practice
from tests.helpers.files import noon, quick_folder
from tests.helpers.practice import practice_file, seconds_to_make
from tests.helpers.whole_file import ordered_dump

EVERYTHING = ListQuery(limit=None)


@pytest.fixture(scope="module")
def office() -> Iterator[Desk]:
    """The practice office as it comes by default; tests only look at it."""
    with quick_folder() as folder:
        desk = open_desk(practice_file(folder), clock=noon)
        yield desk
        desk.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as found:
        yield found


def dump(path: Path, *, seed: int = 1) -> list[str]:
    make_practice(path, seed=seed).close()
    return ordered_dump(path)


def names(desk: Desk) -> list[PersonRow]:
    return list(desk.people.list(EVERYTHING).rows)


def test_it_breaks_no_invariant(office: Desk) -> None:
    assert office.checks.report().faults == ()


def test_equal_arguments_make_equal_offices(folder: Path) -> None:
    assert dump(folder / "one.office") == ordered_dump(practice_file(folder))


def test_another_seed_makes_another_office(folder: Path) -> None:
    one, other = ordered_dump(practice_file(folder)), dump(folder / "other.office", seed=2)
    people = [[line for line in lines if line.startswith("person:")] for lines in (one, other)]
    assert people[0] != people[1]
    assert len(people[0]) == len(people[1]) == PEOPLE


def test_it_has_as_many_people_as_asked_for_and_tells_its_progress(folder: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, people: int) -> None:
        told.append((done, people))

    desk = make_practice(folder / "practice.office", people=300, progress=progress)
    assert desk.people.list(EVERYTHING).total == 300
    assert desk.checks.report().faults == ()
    desk.close()
    assert told[-1] == (300, 300)
    assert told == sorted(told)


def test_it_is_marked_as_practice(office: Desk) -> None:
    assert office.office.card().practice


def test_its_last_day_is_the_day_asked_for(office: Desk) -> None:
    assert office.file_card().saved is not None
    assert max(row.at[:10] for row in office.history.newest()) <= DEFAULT_DAY.isoformat()
    assert min(row.at[:10] for row in office.history.newest(5)) > "2026-02-10"


def test_its_journal_goes_through_the_years_in_order(office: Desk) -> None:
    moments = [row.at for row in reversed(office.history.newest(100_000))]
    assert moments == sorted(moments)
    assert {moment[:4] for moment in moments} == {"2024", "2025", "2026"}


def test_the_rounds_are_at_different_stages(office: Desk) -> None:
    rounds = {row.round: row for row in office.due.list().rounds}
    december, january, february = (rounds[name] for name in ("2025-12", "2026-01", "2026-02"))
    assert (december.applications - december.decided, december.late) == (1, 1)
    assert 0 < january.decided < january.applications
    assert (february.decided, february.open) == (0, True)


def test_one_rating_was_void_and_its_replacement_is_waited_for(office: Desk) -> None:
    query = ListQuery(text="Nāluʻai Keoni")
    card = office.cases.card(office.applications.list(query).rows[0].id)
    assert [(one.rater_name, one.state, one.blanks) for one in card.references][2:] == [
        ("Paulo Ferreira", "void", 7),
        ("Tae-yang Kim", "asked", None),
    ]
    assert [one.rater_name for one in card.references[:2]] == ["Malu Souza", "Alana Chun"]


def test_overrides_are_few_and_each_was_meant(office: Desk) -> None:
    found = Counter(
        str(getattr(one.facts["rule"], "code", one.facts["rule"])).removeprefix("override.")
        for one in office.checks.report().overrides
        if one.code == "check.override"
    )
    assert found == {
        "conflict.declared": 1,
        "conflict.gave_reference": 1,
        "conflict.supervises": 1,
        "conflict.same_agency": 1,
        "acceptance": 1,
        "decide": 1,
        "submit": 1,
    }


def test_there_are_two_policies_and_cases_are_judged_by_both(office: Desk) -> None:
    policies: list[Policy] = [policy for _, policy in office.policies.all()]
    assert [one.in_force_from for one in policies] == [date(2024, 1, 1), date(2026, 1, 1)]
    rows = office.applications.list(EVERYTHING).rows
    cards = [office.cases.card(row.id) for row in rows if row.submitted and not row.imported]
    assert {card.policy for card in cards} == {one.title for one in policies}


def is_right_to_left(name: str) -> bool:
    return unicodedata.bidirectional(name[0]) in ("R", "AL")


LOOKS: dict[str, Callable[[str], bool]] = {
    "one word": lambda name: " " not in name and name.isascii(),
    "sixty letters": lambda name: len(name) == 60,
    "right to left": is_right_to_left,
    "han": lambda name: "CJK" in unicodedata.name(name[0]),
    "hyphen": lambda name: "-" in name,
    "apostrophe": lambda name: "'" in name,
    "another apostrophe": lambda name: "’" in name,
    "ʻokina": lambda name: "ʻ" in name,
    "kahakō": lambda name: any(sign in name for sign in "āēīōūĀĒĪŌŪ"),
    "junior": lambda name: name.endswith(" Jr."),
    "the third": lambda name: name.endswith(" III"),
    "vietnamese": lambda name: name.startswith("Nguyễn"),
}


@pytest.mark.parametrize("looks", LOOKS)
def test_there_are_names_of_all_kinds(office: Desk, looks: str) -> None:
    assert any(LOOKS[looks](row.name) for row in names(office))


def test_names_that_letters_cannot_print_have_a_name_for_letters(office: Desk) -> None:
    cards = [office.people.card(row.id) for row in names(office)]
    assert {is_right_to_left(card.name) for card in cards if card.letter_name} == {True, False}
    assert all(card.letter_name for card in cards if is_right_to_left(card.name))
    assert any(card.former_names for card in cards)


def test_no_two_people_are_likely_the_same(office: Desk) -> None:
    cards = [office.people.card(row.id) for row in names(office)]
    contacts = Counter(one.value for card in cards for one in card.contacts)
    assert max(contacts.values()) == 1


def test_all_conflicts_at_once_are_the_conflicts_one_by_one(office: Desk) -> None:
    with office.people.store.read() as reader:
        ids = [row.id for row in names(office)]
        for applicant in ids:
            together = conflicts.conflicts_of(reader, applicant, DEFAULT_DAY)
            for other in ids:
                alone = conflicts.conflicts(reader, applicant, other, DEFAULT_DAY)
                assert sorted(together.get(other, ())) == sorted(alone)


@pytest.mark.parametrize("as_of", [FIRST_DAY, date(2028, 2, 29)])
def test_any_later_day_gives_a_whole_office(folder: Path, as_of: date) -> None:
    desk = make_practice(folder / "practice.office", as_of=as_of)
    assert desk.today() == as_of
    assert desk.checks.report().faults == ()
    states = {row.state for row in desk.applications.list(EVERYTHING).rows}
    assert states == set(STATES)
    desk.close()


def test_it_is_made_in_seconds() -> None:
    assert seconds_to_make() < 10


def test_cancelled_it_leaves_no_file(folder: Path) -> None:
    asked: list[None] = []

    def third_time() -> bool:
        asked.append(None)
        return len(asked) > 2

    path = folder / "practice.office"
    with pytest.raises(BadInput, match=r"^practice\.cancelled$"):
        make_practice(path, cancelled=third_time)
    assert not path.exists()


def test_a_file_that_is_there_stays_as_it_was(folder: Path) -> None:
    path = folder / "practice.office"
    path.write_bytes(b"mine")
    with pytest.raises(BadInput, match=r"^file\.exists$"):
        make_practice(path)
    assert path.read_bytes() == b"mine"


def test_too_few_people_and_too_early_a_day_are_refused(folder: Path) -> None:
    path = folder / "practice.office"
    with pytest.raises(BadInput, match=r"^practice\.too_few$"):
        make_practice(path, people=PEOPLE - 1)
    with pytest.raises(BadInput, match=r"^practice\.too_early$"):
        make_practice(path, as_of=date(2025, 5, 31))
    assert not path.exists()


def test_one_sitting_has_its_results_and_one_is_being_scored(office: Desk) -> None:
    now, past = office.exams.list()
    assert (now.state, now.candidates, now.scores_in) == ("scoring", 3, 3)
    assert (past.state, past.settled) == ("released", 3)
    states = {one.outcome.state for one in office.exams.card(now.id).papers}
    assert states == {"disagree", "waiting"}
    assert {one.verdict for one in office.exams.card(past.id).papers} == {"clean"}
