"""People: one record each, nothing lost, and whoever may be the same is told and never merged."""

from __future__ import annotations

from datetime import date

import pytest

from coordinator_app.domain.errors import BadInput, NotFound, RuleBroken
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import Desk
from tests.helpers.builders import Clock, a_person, logged, made

WHOLE = PersonDraft(
    "Leilani Mahealani Kahananui",
    given="Leilani",
    family="Kahananui",
    letter_name="Dr. Kahananui",
    former_names=("Leilani Souza",),
    emails=("lei@example.org", "lei2@example.org"),
    phones=("808 555 0142",),
    address="1 Ala Moana\nHonolulu",
    island="Oʻahu",
    agency="Keiki ʻOhana",
    discipline="social work",
    language="ʻŌlelo Hawaiʻi",
    membership_association="AIMH HI",
    membership_until="2026-12-31",
    easy_number="E-77",
)


def test_everything_that_was_entered_is_on_the_card(desk: Desk) -> None:
    card = desk.people.card(made(desk.people.add(WHOLE)))
    assert (card.name, card.given, card.family, card.letter_name) == (
        "Leilani Mahealani Kahananui", "Leilani", "Kahananui", "Dr. Kahananui",
    )  # fmt: skip
    assert (card.discipline, card.language, card.island) == (
        "social work",
        "ʻŌlelo Hawaiʻi",
        "Oʻahu",
    )
    assert (card.membership_until, card.easy_number) == (date(2026, 12, 31), "E-77")
    assert card.former_names == ("Leilani Souza",)
    assert [(one.kind, one.value) for one in card.contacts] == [
        ("email", "lei@example.org"),
        ("email", "lei2@example.org"),
        ("phone", "808 555 0142"),
    ]
    assert [one.agency for one in card.agencies] == ["Keiki ʻOhana"]
    assert card.history[0].action == "Add person"


def test_writing_the_same_again_changes_nothing(desk: Desk) -> None:
    person = made(desk.people.add(WHOLE))
    assert desk.people.change(person, WHOLE).entry == 0


@pytest.mark.parametrize("draft", [{"name": "  "}, {"name": "X", "membership_until": "soon"}])
def test_a_draft_that_cannot_be_kept_is_refused(draft: dict[str, str]) -> None:
    with pytest.raises(BadInput, match=r"person\."):
        PersonDraft(**draft)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("draft", "how"),
    [
        (PersonDraft("Somebody Else", emails=("LEI@example.org",)), "likely"),
        (PersonDraft("Somebody Else", phones=("+1 (808) 555-0142",)), "likely"),
        (PersonDraft("leilani mahealani kahananui"), "possibly"),
        (PersonDraft("Kahananui, Leilani"), "possibly"),
        (PersonDraft("Kahananui Leilani"), "possibly"),
        (PersonDraft("Leilani Souza"), "possibly"),
        (PersonDraft("Noa Kamaka", former_names=("Leilani Souza",)), "possibly"),
        (PersonDraft("Leilani Kamaka", emails=("other@example.org",)), None),
    ],
)  # fmt: skip
def test_whoever_may_be_the_same_is_told(desk: Desk, draft: PersonDraft, how: str | None) -> None:
    person = made(desk.people.add(WHOLE))
    a_person(desk, "Noa Somebody", emails=("noa@example.org",))
    found = desk.people.maybe_same(draft)
    assert [(one.id, one.likeness) for one in found] == ([(person, how)] if how else [])
    assert desk.people.maybe_same(draft, but=person) == ()


def test_nothing_is_merged_by_itself(desk: Desk) -> None:
    for _ in range(2):
        desk.people.add(WHOLE)
    assert desk.people.list(ListQuery()).total == 2


def test_a_contact_that_is_no_more_is_kept_and_not_shown(desk: Desk) -> None:
    person = made(desk.people.add(WHOLE))
    desk.people.remove_contact(desk.people.card(person).contacts[0].id)
    assert [one.value for one in desk.people.card(person).contacts] == ["lei2@example.org", "808 555 0142"]  # fmt: skip
    row = desk.people.list(ListQuery()).rows[0]
    assert row.email == "lei2@example.org"
    with desk.people.store.read() as reader:
        assert len(reader.find("contact")) == 3


def test_an_agency_that_was_left_stays_with_its_end(desk: Desk) -> None:
    person = made(desk.people.add(WHOLE))
    desk.people.leave_agency(desk.people.card(person).agencies[0].id, date(2026, 1, 31))
    assert [one.ended for one in desk.people.card(person).agencies] == [PartialDate(2026, 1, 31)]
    assert desk.people.list(ListQuery()).rows[0].agency == ""


def test_a_tie_is_seen_from_both_sides(desk: Desk) -> None:
    one, two = a_person(desk), a_person(desk, "Noa Kamaka")
    desk.people.declare_tie(one, two, "family", "sisters")
    assert [(tie.other_name, tie.kind) for tie in desk.people.card(one).ties] == [("Noa Kamaka", "family")]  # fmt: skip
    assert [tie.other_name for tie in desk.people.card(two).ties] == ["Leilani Kahananui"]


@pytest.mark.parametrize(("other", "kind", "code"), [(1, "family", "tie.with_oneself"), (1, "friend", "tie.unknown_kind"), (9, "family", "record.not_found")])  # fmt: skip
def test_a_tie_is_between_two_people_and_of_a_known_kind(
    desk: Desk, other: int, kind: str, code: str
) -> None:
    person = a_person(desk)
    with pytest.raises((BadInput, RuleBroken), match=code):
        desk.people.declare_tie(person, other, kind)


def test_an_archived_person_is_on_no_list_and_keeps_the_record(desk: Desk) -> None:
    person = a_person(desk)
    desk.people.archive(person, "moved to the mainland")
    assert desk.people.list(ListQuery()).total == 0
    assert desk.people.search("kahananui") == ()
    assert desk.people.card(person).history[0].reason == "moved to the mainland"


def test_nobody_is_shown_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.people.card(77)


@pytest.mark.parametrize("query", [ListQuery(order="shoe size"), ListQuery(filters={"shoe": "44"})])
def test_a_list_knows_its_orders_and_filters(desk: Desk, query: ListQuery) -> None:
    with pytest.raises(BadInput, match=r"list\.unknown_"):
        desk.people.list(query)


def test_a_list_is_given_page_by_page(desk: Desk) -> None:
    for name in ("Ana", "Bea", "Cal", "Dan", "Eva"):
        a_person(desk, name, island="Maui" if name < "C" else "Kauaʻi")
    pages = [desk.people.list(ListQuery(offset=at, limit=2)) for at in (0, 2, 4)]
    assert [[one.name for one in page.rows] for page in pages] == [["Ana", "Bea"], ["Cal", "Dan"], ["Eva"]]  # fmt: skip
    assert {page.total for page in pages} == {5}
    maui = desk.people.list(ListQuery(filters={"island": "Maui"}, descending=True))
    assert ([one.name for one in maui.rows], maui.total) == (["Bea", "Ana"], 2)


SQL = ("'; DROP TABLE person; --", '" OR 1=1', "Robert'); DELETE FROM journal;--", "%' AND 1=0")


@pytest.mark.parametrize("text", SQL)
def test_what_looks_like_sql_is_a_text_like_any_other(desk: Desk, text: str) -> None:
    person = a_person(desk, text, address=text, agency=text, island=text, language=text)
    note = made(desk.notes.add(text, person_id=person))
    assert desk.people.card(person).name == text
    assert desk.people.card(person).notes[0].text == text
    assert note == 1
    for query in (ListQuery(text=text), ListQuery(filters={"island": text})):
        assert desk.people.list(query).total == 1
    with pytest.raises(BadInput):
        desk.people.list(ListQuery(order=text))


def test_a_note_is_on_somebody_and_a_note_on_a_case_on_its_applicant_too(
    desk: Desk, clock: Clock
) -> None:
    case = logged(desk)
    desk.notes.add("call her", application_id=case, due=date(2026, 2, 25))
    card = desk.cases.card(case)
    assert desk.people.card(card.row.person_id).notes == card.notes
    with pytest.raises(BadInput, match=r"note\.on_nothing"):
        desk.notes.add("for nobody")
    with pytest.raises(BadInput, match=r"note\.empty"):
        desk.notes.add(" ", application_id=case)
    assert [one.text for one in desk.notes.open_todos()] == ["call her"]
    desk.notes.done(card.notes[0].id)
    clock.day = date(2026, 3, 1)
    assert desk.notes.done(card.notes[0].id).entry == 0, "the day it was done stays"
    assert desk.notes.open_todos() == ()
    assert desk.cases.card(case).notes[0].done_on == date(2026, 2, 20)
