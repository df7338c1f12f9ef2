"""A page of a list is that part of the whole list, whatever is asked, and however it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.persistence import search
from coordinator_app.services.desk import Desk, open_desk
from tests.helpers.files import noon, quick_folder
from tests.helpers.practice import practice_file

WORDS = (
    "",
    "k",
    "e",
    "ka",
    "kah",
    "example.org",
    "ka e",
    "e o a",
    "2026",
    "2025-0",
    "zz",
    "808 555",
)
FILTERS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "people": ({}, {"has": "application"}, {"has": "endorsement"}, {"has": "question"},
               {"island": "Maui"}),
    "applications": ({}, {"open": "yes"}, {"state": "endorsed"}, {"late": "2026-02-20"},
                     {"person": "12"}, {"category": "IFS"}),
    "registry": ({}, {"status": "active"}, {"status": "inactive"}, {"reason": "sanctioned"},
                 {"reason": "reactivated"}, {"person": "3"}, {"category": "IMHS"}),
}  # fmt: skip
ORDERS = {
    "people": ("name", "island", "agency"),
    "applications": ("name", "case", "category", "round", "state", "submitted", "due"),
    "registry": ("name", "category", "credential", "since", "status"),
}


@pytest.fixture(scope="module")
def office() -> Iterator[Desk]:
    with quick_folder() as folder:
        desk = open_desk(practice_file(folder), clock=noon)
        yield desk
        desk.close()


@pytest.fixture(params=[1, 15_000], ids=["every word is common", "every word is rare"])
def _common(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MANY", request.param)


def lists_of(desk: Desk, name: str) -> list[Callable[[ListQuery], Page[Any]]]:
    """The list, and the registry also as it stood on other days."""
    if name != "registry":
        return [desk.people.list if name == "people" else desk.applications.list]
    days = (None, date(2025, 3, 1))
    return [lambda query, day=day: desk.registry.list(query, day) for day in days]


@pytest.mark.usefixtures("_common")
@pytest.mark.parametrize("name", list(FILTERS))
def test_each_page_is_a_part_of_the_whole(office: Desk, name: str) -> None:
    for at, (read, words, filters) in enumerate(
        product(lists_of(office, name), WORDS, FILTERS[name])
    ):
        orders = ("name", ORDERS[name][at % len(ORDERS[name])])
        for order in orders:
            asked = ListQuery(words, filters, order, descending=bool(at % 2), limit=None)
            whole = read(asked)
            assert whole.total == len(whole.rows)
            is_paged_alike(read, asked, whole)


def is_paged_alike(
    read: Callable[[ListQuery], Page[Any]], asked: ListQuery, whole: Page[Any]
) -> None:
    """A part in the middle, counted and not; the last one tells by itself how many there are."""
    for at, size in ((0, 7), (5, 20), (len(whole.rows) + 3, 5))[: 3 if whole.rows else 1]:
        part = ListQuery(asked.text, asked.filters, asked.order, asked.descending, at, size)
        counted = read(part)
        assert (counted.rows, counted.total, counted.more) == (
            whole.rows[at : at + size],
            whole.total,
            False,
        )
        quick = read(
            ListQuery(asked.text, asked.filters, asked.order, asked.descending, at, size, False)
        )
        assert quick.rows == counted.rows
        assert quick.more is (whole.total > at + size)
        assert quick.total == (min(whole.total, at + size + 1) if quick.more else whole.total)


@pytest.mark.parametrize("counted", [True, False])
def test_an_unknown_filter_or_order_is_refused(office: Desk, counted: bool) -> None:
    with pytest.raises(BadInput, match=r"list\.unknown_filter"):
        office.people.list(ListQuery(filters={"shoe": "9"}, counted=counted))
    with pytest.raises(BadInput, match=r"list\.unknown_order"):
        office.registry.list(ListQuery(order="shoe", counted=counted))


def test_search_finds_the_same_people_by_common_and_by_rare_words(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rare = {words: office.people.search(words, 1000) for words in WORDS}
    monkeypatch.setattr(search, "_MANY", 1)
    assert {words: office.people.search(words, 1000) for words in WORDS} == rare
    assert any(rare.values())
