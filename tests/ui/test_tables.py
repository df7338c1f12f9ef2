"""Models over rows: right for Qt, sorted by Python, the same after a refresh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coordinator_app.ui.background import Background
from coordinator_app.ui.paged import PAGE_SIZE, PagedModel, Rows, Slice
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, Face, Role, RowModel, by_name

Settled = Callable[[], None]
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True, slots=True)
class Row:
    """An invented row."""

    number: int
    name: str
    since: date
    hours: Decimal


def name_of(row: Row) -> str:
    return row.name


COLUMNS = [
    Column[Row](key="name", title="Name", text=name_of, order=by_name(name_of)),
    Column[Row](
        key="since",
        title="Since",
        text=lambda row: row.since.isoformat(),
        order=lambda row: row.since,
    ),
    Column[Row](
        key="hours",
        title="Hours",
        text=lambda row: str(row.hours),
        order=lambda row: row.hours,
        right=True,
    ),
    Column[Row](
        key="state",
        title="State",
        text=lambda row: "late" if row.number else "",
        tone=lambda _: Tone.BAD,
        cell=Cell.PILL,
    ),
]

ROWS = (
    Row(1, "Māhoe", date(2026, 2, 1), Decimal(10)),
    Row(2, "ʻAkana", date(2024, 12, 31), Decimal(9)),
    Row(3, "Lum", date(2025, 6, 30), Decimal("9.5")),
)


@pytest.fixture
def model(qapp: object) -> RowModel[Row]:
    made = RowModel(COLUMNS, key=lambda row: row.number)
    made.show(ROWS)
    return made


def numbers(model: RowModel[Row]) -> list[int]:
    return [row.number for row in model.rows]


def test_qt_finds_no_fault_with_it(model: RowModel[Row]) -> None:
    tester = QAbstractItemModelTester(model, STRICT)
    model.sort(1)
    model.show(ROWS[:1])
    model.show([])
    model.show(ROWS)
    assert tester.model() is model


def test_a_table_has_no_children(model: RowModel[Row]) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("column", "order"), [("name", [2, 3, 1]), ("since", [2, 3, 1]), ("hours", [2, 3, 1])]
)
def test_names_dates_and_decimals_sort_by_what_they_are(
    model: RowModel[Row], column: str, order: list[int]
) -> None:
    model.sort(model.number_of(column))
    assert numbers(model) == order
    model.sort(model.number_of(column), Qt.SortOrder.DescendingOrder)
    assert numbers(model) == order[::-1]


def test_a_column_without_an_order_sorts_nothing(model: RowModel[Row]) -> None:
    model.sort(model.number_of("state"))
    assert numbers(model) == [1, 2, 3]


def test_a_chosen_order_holds_for_new_rows(model: RowModel[Row]) -> None:
    model.sort(model.number_of("name"))
    model.show([*ROWS, Row(4, "Ah Sing", date(2026, 1, 1), Decimal(0))])
    assert numbers(model) == [4, 2, 3, 1]


def test_an_index_kept_over_sorting_means_the_same_row(model: RowModel[Row]) -> None:
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort(model.number_of("name"))
    assert (kept.row(), kept.data()) == (2, "Māhoe")


def test_a_cell_is_read_aloud_with_its_title(model: RowModel[Row]) -> None:
    said = [
        model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]
    assert said == ["Name: Māhoe", "Since: 2026-02-01", "Hours: 10", "State: late"]


def test_a_face_is_all_a_cell_needs_to_be_painted(model: RowModel[Row]) -> None:
    assert model.index(0, 3).data(Role.FACE) == Face(Cell.PILL, "late", tone=Tone.BAD)


def test_rows_are_found_by_their_key(model: RowModel[Row]) -> None:
    model.sort(model.number_of("name"))
    assert [model.place_of(number) for number in (1, 2, 3, 9)] == [2, 0, 1, None]
    assert model.key_at(0) == 2
    assert model.key_at(9) is None


def test_an_unknown_column_is_an_error(model: RowModel[Row]) -> None:
    with pytest.raises(KeyError):
        model.number_of("nonesuch")


# --- by pages ---------------------------------------------------------------------------------


class Store:
    """A hundred thousand rows, and what was asked of them."""

    def __init__(self, total: int = 100_000) -> None:
        self.total = total
        self.asked: list[Slice] = []

    def fetch(self, wanted: Slice) -> Rows[Row]:
        self.asked.append(wanted)
        every = range(self.total)[:: -1 if wanted.descending else 1]
        part = every[wanted.offset : wanted.offset + wanted.limit]
        return Rows([Row(n, f"P{n:06}", date(2026, 1, 1), Decimal(n)) for n in part], self.total)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def paged(store: Store, background: Background, settled: Settled) -> PagedModel[Row]:
    errors: list[Exception] = []
    made = PagedModel(COLUMNS, lambda row: row.number, store.fetch, background, errors.append)
    made.load()
    settled()
    return made


def test_the_first_page_and_the_number_of_rows_come_at_once(
    paged: PagedModel[Row], store: Store
) -> None:
    assert paged.rowCount() == 100_000
    assert paged.index(0, 0).data() == "P000000"
    assert store.asked == [Slice(0, PAGE_SIZE)]


def test_a_row_far_down_is_blank_until_it_is_there(
    paged: PagedModel[Row], settled: Settled
) -> None:
    far = paged.index(70_000, 0)
    assert far.data() is None
    assert far.data(Role.FACE) == Face(Cell.TEXT, known=False)
    settled()
    assert far.data() == "P070000"


def test_a_page_is_asked_for_once(paged: PagedModel[Row], store: Store, settled: Settled) -> None:
    for row in range(400, 600):
        paged.index(row, 0).data()
    settled()
    assert [asked.offset for asked in store.asked] == [0, 400]


def test_a_fast_scroll_does_not_fetch_all_it_passes(
    paged: PagedModel[Row], store: Store, settled: Settled
) -> None:
    for row in range(0, 100_000, PAGE_SIZE):
        paged.index(row, 0).data()
    settled()
    offsets = [asked.offset for asked in store.asked]
    assert len(offsets) < 7
    assert 99_800 in offsets


def test_sorting_is_the_stores(paged: PagedModel[Row], store: Store, settled: Settled) -> None:
    paged.sort(paged.number_of("since"), Qt.SortOrder.DescendingOrder)
    settled()
    assert store.asked[-1] == Slice(0, PAGE_SIZE, "since", descending=True)
    assert paged.index(0, 0).data() == "P099999"


def test_what_is_shown_stays_until_a_refresh_has_arrived(
    paged: PagedModel[Row], store: Store, settled: Settled
) -> None:
    store.total = 50
    paged.load()
    assert paged.index(0, 0).data() == "P000000"
    settled()
    assert paged.rowCount() == 50


def test_an_answer_to_an_old_question_is_dropped(
    paged: PagedModel[Row], store: Store, settled: Settled
) -> None:
    paged.load(Store(10).fetch)
    paged.load(Store(20).fetch)
    settled()
    assert paged.rowCount() == 20


def test_a_failed_page_is_told_and_can_be_asked_for_again(
    background: Background, settled: Settled, store: Store
) -> None:
    errors: list[Exception] = []

    def fail(_: Slice) -> Rows[Row]:
        raise OSError("gone")

    made = PagedModel(COLUMNS, lambda row: row.number, fail, background, errors.append)
    made.load()
    settled()
    assert [str(error) for error in errors] == ["gone"]
    made.load(store.fetch)
    settled()
    assert made.rowCount() == 100_000


def test_qt_finds_no_fault_with_pages(paged: PagedModel[Row], settled: Settled) -> None:
    paged.load(Store(1000).fetch)  # the tester reads every row
    settled()
    tester = QAbstractItemModelTester(paged, STRICT)
    paged.index(700, 0).data()
    paged.sort(0)
    settled()
    paged.load(Store(3).fetch)
    settled()
    assert tester.model() is paged


def test_the_total_is_told_when_it_changes(
    paged: PagedModel[Row], settled: Settled, qtbot: QtBot
) -> None:
    told: list[object] = []
    paged.total_changed.connect(told.append)
    paged.load()
    settled()
    paged.load(Store(7).fetch)
    settled()
    assert told == [7]


def test_places_of_rows_that_are_not_here_are_unknown(paged: PagedModel[Row]) -> None:
    assert paged.place_of(5) == 5
    assert paged.place_of(99_000) is None


class Uncounted(Store):
    """A store that says only whether there is more."""

    def fetch(self, wanted: Slice) -> Rows[Row]:
        rows = super().fetch(wanted).rows
        seen = wanted.offset + len(rows)
        return Rows(rows, min(self.total, seen + 1), more=seen < self.total)


@pytest.fixture
def uncounted(background: Background, settled: Settled) -> PagedModel[Row]:
    errors: list[Exception] = []
    store = Uncounted()
    made = PagedModel(COLUMNS, lambda row: row.number, store.fetch, background, errors.append)
    made.load(store.fetch)
    settled()
    return made


def test_rows_are_shown_before_they_are_counted(
    uncounted: PagedModel[Row], settled: Settled
) -> None:
    assert (uncounted.rowCount(), uncounted.index(0, 0).data()) == (PAGE_SIZE + 1, "P000000")
    told: list[object] = []
    uncounted.total_changed.connect(told.append)
    uncounted.set_total(100_000)
    assert told == [100_000]
    uncounted.index(70_000, 0).data()
    settled()
    assert uncounted.index(70_000, 0).data() == "P070000"
    assert uncounted.index(0, 0).data() == "P000000"


def test_sorting_leaves_the_number_of_rows(uncounted: PagedModel[Row], settled: Settled) -> None:
    uncounted.set_total(100_000)
    uncounted.sort(0, Qt.SortOrder.DescendingOrder)
    settled()
    assert (uncounted.rowCount(), uncounted.index(0, 0).data()) == (100_000, "P099999")


def test_another_list_is_as_long_as_it_is(uncounted: PagedModel[Row], settled: Settled) -> None:
    uncounted.set_total(100_000)
    uncounted.load(Uncounted(150).fetch)
    settled()
    assert uncounted.rowCount() == 150
    uncounted.set_total(120)
    assert uncounted.rowCount() == 120


def test_qt_finds_no_fault_with_rows_counted_later(
    uncounted: PagedModel[Row], settled: Settled
) -> None:
    QAbstractItemModelTester(uncounted)
    uncounted.set_total(900)
    uncounted.set_total(700)
    uncounted.load(Uncounted(1000).fetch)
    settled()
    uncounted.set_total(1000)
