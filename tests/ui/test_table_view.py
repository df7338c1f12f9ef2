"""The table by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coordinator_app.ui.palette import LIGHT, Tone
from coordinator_app.ui.tables import Cell, Column, RowModel, check_column
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.widgets.cells import face_of, hot_part
from coordinator_app.ui.widgets.table_columns import ColumnMemory
from coordinator_app.ui.widgets.table_view import TableView
from tests.helpers.pictures import colours_of, picture_of
from tests.helpers.walk import unnamed_controls


@dataclass(frozen=True, slots=True)
class Row:
    """An invented row."""

    number: int
    name: str
    state: str
    act: str = "Open…"


def columns() -> list[Column[Row]]:
    return [
        check_column(),
        Column(key="name", title="Name", text=lambda r: r.name, order=lambda r: r.name, width=20),
        Column(key="state", title="State", text=lambda r: r.state, cell=Cell.PILL, tone=_tone),
        Column(key="why", title="Why", text=lambda _: "a rule", cell=Cell.LINK),
        Column(key="act", title="", text=lambda r: r.act, cell=Cell.BUTTON),
        Column(key="more", title="More", text=lambda r: str(r.number), shown=False),
    ]


def _tone(row: Row) -> Tone:
    return Tone.BAD if row.state == "late" else Tone.GOOD


ROWS = (Row(1, "Akana", "late"), Row(2, "Cabral", "met"), Row(3, "Kāne", "met", act=""))


class Heard:
    """What the table said."""

    def __init__(self, table: TableView) -> None:
        self.opened: list[int] = []
        self.acted: list[tuple[int, str]] = []
        self.chosen: list[list[int]] = []
        table.opened.connect(self._opened)
        table.acted.connect(self._acted)
        table.chosen.connect(self._chosen)

    def _opened(self, row: Row) -> None:
        self.opened.append(row.number)

    def _acted(self, row: Row, key: str) -> None:
        self.acted.append((row.number, key))

    def _chosen(self, rows: list[Row]) -> None:
        self.chosen.append([row.number for row in rows])


class Memory:
    """Remembers columns in a dict."""

    def __init__(self) -> None:
        self.kept: dict[str, list[str]] = {}

    def keep(self, name: str, keys: Sequence[str]) -> None:
        self.kept[name] = list(keys)

    @property
    def door(self) -> ColumnMemory:
        return ColumnMemory(self.kept.get, self.keep)


@pytest.fixture
def model() -> RowModel[Row]:
    made = RowModel(columns(), key=lambda row: row.number)
    made.show(ROWS)
    return made


@pytest.fixture
def table(qtbot: QtBot, model: RowModel[Row]) -> TableView:
    made = TableView(model, "People", many=True)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.setFocus()
    return made


def centre(table: TableView, row: int, key: str) -> QPoint:
    model = table.model()
    assert isinstance(model, RowModel)
    index = model.index(row, model.number_of(key))
    box = table.visualRect(index)
    face = face_of(index)
    part = hot_part(face, box) if face else None
    return (part or box).center()


def click(table: TableView, row: int, key: str) -> None:
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        centre(table, row, key),
    )


def press(table: TableView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(table, key)


def test_enter_opens_the_row_the_keyboard_is_on(table: TableView) -> None:
    heard = Heard(table)
    table.select_key(1)
    press(table, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert heard.opened == [2]


def test_enter_on_a_button_or_a_link_presses_it(table: TableView) -> None:
    heard = Heard(table)
    table.select_key(1)
    press(table, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    press(table, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert heard.acted == [(1, "why"), (1, "act")]
    assert heard.opened == []


def test_a_click_on_the_button_acts_and_beside_it_does_not(table: TableView) -> None:
    heard = Heard(table)
    click(table, 1, "act")
    click(table, 1, "name")
    assert heard.acted == [(2, "act")]


def test_a_row_without_a_button_cannot_be_pressed(table: TableView) -> None:
    heard = Heard(table)
    click(table, 2, "act")
    assert heard.acted == []


def test_a_double_click_opens(table: TableView) -> None:
    heard = Heard(table)
    click(table, 0, "name")  # QTest's double click is the second one only
    at = centre(table, 0, "name")
    QTest.mouseDClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    assert heard.opened == [1]


def test_space_takes_rows_in_and_out(table: TableView) -> None:
    table.select_key(1)
    press(table, Qt.Key.Key_Space)
    assert table.selected() == []
    press(table, Qt.Key.Key_Space)
    assert [row.number for row in table.selected()] == [1]


def test_boxes_add_rows_and_leave_the_others(table: TableView) -> None:
    heard = Heard(table)
    click(table, 0, "check")
    click(table, 2, "check")
    assert [row.number for row in table.selected()] == [1, 3]
    click(table, 0, "check")
    assert [row.number for row in table.selected()] == [3]
    assert heard.chosen[-1] == [3]


def test_the_box_in_the_title_selects_all_or_none(table: TableView) -> None:
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(0) + 10, 10)
    for expected in ([1, 2, 3], []):
        QTest.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )
        assert [row.number for row in table.selected()] == expected


def test_letters_find_a_name_whatever_its_marks(table: TableView) -> None:
    table.select_key(1)
    QTest.keyClicks(table, "kan")
    row = table.current()
    assert row is not None
    assert row.name == "Kāne"


def test_a_title_sorts_and_again_turns_it_round(table: TableView, model: RowModel[Row]) -> None:
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(1) + 20, 10)
    for expected in ([1, 2, 3], [3, 2, 1]):
        QTest.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )
        assert [row.number for row in model.rows] == expected


def test_the_keyboard_sorts_by_the_column_it_is_on(table: TableView, model: RowModel[Row]) -> None:
    table.select_key(1)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.number for row in model.rows] == [3, 2, 1]


def test_selection_place_and_focus_survive_a_refresh(
    table: TableView, model: RowModel[Row]
) -> None:
    table.select_key(2)
    model.show([Row(9, "Aaron", "met"), *ROWS])
    assert [row.number for row in table.selected()] == [2]
    current = table.current()
    assert current is not None
    assert current.number == 2


def test_a_selected_row_that_is_gone_is_told(table: TableView, model: RowModel[Row]) -> None:
    table.select_key(2)
    heard = Heard(table)
    model.show(ROWS[:1])
    assert heard.chosen[-1] == []


def test_selected_rows_are_copied_as_they_are_shown(table: TableView) -> None:
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Akana\tlate\ta rule"
    assert len(lines) == 3


def test_columns_are_chosen_in_a_menu_and_remembered(qtbot: QtBot, model: RowModel[Row]) -> None:
    memory = Memory()
    first = TableView(model, "People", name="people", memory=memory.door)
    qtbot.addWidget(first)
    menu = first.columns.menu()
    assert [action.text() for action in menu.actions()] == ["Name", "State", "Why", "More"]
    next(action for action in menu.actions() if action.text() == "More").trigger()
    next(action for action in menu.actions() if action.text() == "State").trigger()
    assert memory.kept == {"people": ["check", "name", "why", "act", "more"]}
    again = TableView(model, "People", name="people", memory=memory.door)
    qtbot.addWidget(again)
    assert again.shown_keys() == ["check", "name", "why", "act", "more"]


def test_the_last_column_of_words_cannot_be_hidden(table: TableView) -> None:
    for key in ("state", "why", "name"):
        table.show_column(key, shown=False)
    assert table.shown_keys() == ["check", "name", "act"]


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_columns_fill_the_width(table: TableView, width: int) -> None:
    table.resize(width, 300)
    used = table.horizontalHeader().length()
    assert used >= table.viewport().width() - 1
    if width >= 800:
        assert used <= table.viewport().width()


def test_rows_are_as_high_as_their_text_needs(qtbot: QtBot, look: Theme) -> None:
    low = TableView(RowModel(columns(), key=lambda row: row.number), "low")
    tall = TableView(RowModel(columns(), key=lambda row: row.number), "tall", tall=True)
    for table in (low, tall):
        qtbot.addWidget(table)
    assert low.verticalHeader().defaultSectionSize() in range(30, 40)
    assert tall.verticalHeader().defaultSectionSize() in range(46, 58)
    before = low.verticalHeader().defaultSectionSize()
    look.show(Look.LIGHT, 200)
    try:
        assert low.verticalHeader().defaultSectionSize() == pytest.approx(2 * before, abs=2)
    finally:
        look.show(Look.LIGHT)


def test_a_state_is_painted_in_its_tint_and_a_selected_row_in_its(table: TableView) -> None:
    table.select_key(2)
    seen = colours_of(picture_of(table))
    assert {LIGHT.bad.fill, LIGHT.good.fill, LIGHT.selected, LIGHT.card} <= seen


def test_the_keyboards_row_can_be_seen(table: TableView) -> None:
    table.select_key(2)
    assert LIGHT.focus not in colours_of(picture_of(table.viewport()).copy(600, 0, 20, 300))
    press(table, Qt.Key.Key_Down)
    assert LIGHT.focus in colours_of(picture_of(table.viewport()).copy(600, 0, 20, 300))


def test_it_has_a_name_for_the_ear(table: TableView) -> None:
    assert unnamed_controls(table) == []


def test_an_empty_table_says_so(qtbot: QtBot) -> None:
    table = TableView(RowModel(columns(), key=lambda row: row.number), "People")
    qtbot.addWidget(table)
    table.resize(600, 200)
    blank = colours_of(picture_of(table))
    table.set_empty("Nobody is here yet.")
    assert len(colours_of(picture_of(table))) > len(blank)


def test_a_table_in_a_card_is_as_high_as_its_rows(table: TableView, model: RowModel[Row]) -> None:
    table.hug_rows(10)
    three = table.height()
    model.show([*ROWS, Row(4, "Lum", "met")])
    assert table.height() == three + table.verticalHeader().defaultSectionSize()
