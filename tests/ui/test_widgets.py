"""The small widgets: what they say, to the eye and to the ear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.ui.background import Progress
from coordinator_app.ui.palette import LIGHT, Tone
from coordinator_app.ui.theme import Look, Theme
from coordinator_app.ui.widgets.buttons import Button, IconButton
from coordinator_app.ui.widgets.card import Card, Scroll, buttons
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.entries import Entry, EntryList
from coordinator_app.ui.widgets.icons import Icon, window_icon
from coordinator_app.ui.widgets.labels import ElidedLabel, Muted, PlainLabel, Title
from coordinator_app.ui.widgets.notice import NoticeLine, PracticeBanner
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.progress import ThinBar, WorkBar
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.timeline import Reached, Step, Timeline
from coordinator_app.ui.widgets.watermark import Watermark
from coordinator_app.ui.widgets.why import WhyBox
from tests.helpers.pictures import colours_of, picture_of
from tests.helpers.walk import clipped_texts, the, unnamed_controls


def shown(qtbot: QtBot, widget: QWidget, width: int = 0, height: int = 0) -> None:
    qtbot.addWidget(widget)
    size = widget.sizeHint()
    widget.resize(QSize(width or size.width(), height or size.height()))
    widget.show()
    QTest.qWaitForWindowExposed(widget)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


@pytest.mark.parametrize("kind", [PlainLabel, Title, Muted, ElidedLabel])
def test_no_label_reads_markup(qtbot: QtBot, kind: type[QLabel]) -> None:
    label = kind("<b>Keoni</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_paragraph_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    label = PlainLabel("Aloha mai kākou " * 12, wrap=True)
    qtbot.addWidget(label)
    wide, narrow = label.heightForWidth(600), label.heightForWidth(200)
    assert narrow > 2 * wide
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    column.addWidget(label)
    box.resize(240, box.heightForWidth(240))
    box.show()
    assert clipped_texts(box) == []


def test_lines_a_text_has_are_kept(qtbot: QtBot) -> None:
    label = PlainLabel("one\ntwo\nthree", wrap=True)
    qtbot.addWidget(label)
    one = PlainLabel("one", wrap=True)
    qtbot.addWidget(one)
    assert label.heightForWidth(300) == 3 * one.heightForWidth(300)


def test_a_cut_line_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Association for Infant Mental Health Hawaiʻi")
    shown(qtbot, label, 80)
    assert label.elided
    assert label.toolTip() == label.text()
    assert clipped_texts(label) == [
        "ElidedLabel '': 'Association for Infant Mental Health Hawaiʻi'"
    ]
    label.resize(600, 20)
    assert not label.elided
    assert label.toolTip() == ""


def test_a_pill_says_its_state_to_the_ear_too(qtbot: QtBot) -> None:
    pill = Pill("void: 7 blanks", Tone.BAD)
    shown(qtbot, pill)
    assert pill.accessibleName() == "void: 7 blanks"
    assert LIGHT.bad.fill in colours_of(picture_of(pill))
    pill.say("met", Tone.GOOD)
    assert (pill.text, pill.tone, pill.accessibleName()) == ("met", Tone.GOOD, "met")
    assert LIGHT.good.fill in colours_of(picture_of(pill))


def test_a_pill_without_words_is_not_there(qtbot: QtBot) -> None:
    box = QWidget()
    pill = Pill("met", Tone.GOOD, box)
    shown(qtbot, box, 100, 40)
    pill.say("", Tone.PLAIN)
    assert not pill.isVisible()


@pytest.mark.parametrize(("done", "total"), [(0, 0), (0, 9), (9, 14), (20, 14)])
def test_a_bar_fills_by_its_share(qtbot: QtBot, done: int, total: int) -> None:
    bar = ThinBar(done, total, f"{done} of {total} decided")
    shown(qtbot, bar, 200)
    assert bar.accessibleName() == f"{done} of {total} decided"
    assert (LIGHT.accent in colours_of(picture_of(bar))) == bool(done)


def test_long_work_can_be_cancelled(qtbot: QtBot) -> None:
    bar = WorkBar()
    shown(qtbot, bar, 300)
    bar.show_progress(Progress(3, 10, "Reading row 3"))
    assert "Reading row 3" in texts(bar)
    with qtbot.waitSignal(bar.cancelled):
        QTest.mouseClick(the(Button, bar), Qt.MouseButton.LeftButton)


def test_the_reason_box_shows_rule_and_paragraph(qtbot: QtBot) -> None:
    box = WhyBox("Why this is here", "A decision needs three ratings.", "AIMH HI 2024-01 § 5")
    shown(qtbot, box, 300)
    assert texts(box) == [
        "Why this is here",
        "A decision needs three ratings.",
        "AIMH HI 2024-01 § 5",
    ]
    box.say("Other", "Text")
    assert texts(box) == ["Other", "Text"]


def test_each_step_is_read_with_its_state(qtbot: QtBot) -> None:
    way = Timeline([Step(r.value, "detail", r) for r in Reached])
    shown(qtbot, way, 260, 400)
    names = [label.accessibleName() for label in way.findChildren(QLabel) if label.accessibleName()]
    assert names == ["done, done", "now, now", "ahead, ahead", "skipped, not needed"]
    way.show_steps([Step("Registered", "", Reached.DONE)])
    assert texts(way) == ["Registered"]
    assert clipped_texts(way) == []


def test_entries_are_replaced(qtbot: QtBot) -> None:
    entries = EntryList([Entry("Feb 2", "Asked"), Entry("Feb 1", "Named")])
    shown(qtbot, entries, 200, 200)
    entries.show_entries([Entry("Feb 3", "Received")])
    assert texts(entries) == ["Feb 3", "Received"]


def test_an_empty_screen_says_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("Nobody is here yet", "Log an application first.", "Log an application…")
    shown(qtbot, empty, 500, 300)
    with qtbot.waitSignal(empty.acted):
        empty.button.setFocus()
        QTest.keyClick(empty.button, Qt.Key.Key_Return)
    assert clipped_texts(empty) == []


def test_chips_filter_one_at_a_time(qtbot: QtBot) -> None:
    chips = FilterChips(
        [Chip("a", "Active", 1312), Chip("i", "Inactive"), Chip("&", "R&F", 2)], "Which"
    )
    shown(qtbot, chips, 500)
    told: list[object] = []
    chips.chosen.connect(told.append)
    words = [button.text() for button in chips.findChildren(Button)]
    assert words == ["Active 1,312", "Inactive", "R&&F 2"]
    QTest.mouseClick(chips.findChildren(Button)[1], Qt.MouseButton.LeftButton)
    assert (chips.key, told) == ("i", ["i"])
    chips.choose("a")
    chips.count({"i": 47})
    assert chips.findChildren(Button)[1].text() == "Inactive 47"
    assert (chips.key, told) == ("a", ["i"])


def test_chips_go_into_a_second_line(qtbot: QtBot) -> None:
    chips = FilterChips([Chip(str(n), f"Filter number {n}") for n in range(8)], "Which")
    qtbot.addWidget(chips)
    layout = chips.layout()
    assert layout is not None
    assert layout.heightForWidth(300) > 2 * layout.heightForWidth(2000)


def test_a_notice_stays_until_it_is_closed(qtbot: QtBot) -> None:
    notice = NoticeLine()
    undone: list[int] = []
    qtbot.addWidget(notice)
    assert notice.text == ""
    notice.say("Rating recorded.", Tone.GOOD, "Undo", lambda: undone.append(1))
    assert notice.text == "Rating recorded."
    link = the(Button, notice, "Undo")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (undone, notice.text) == ([1], "")
    notice.say("Saved.")
    the(IconButton, notice).click()
    assert notice.text == ""
    assert undone == [1]


def test_icon_buttons_have_names(qtbot: QtBot) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    for icon in Icon:
        column.addWidget(IconButton(icon, f"does {icon}", box))
    shown(qtbot, box)
    assert unnamed_controls(box) == []
    assert LIGHT.text in colours_of(picture_of(box, 2.0))


def test_a_nameless_button_is_found(qtbot: QtBot) -> None:
    box = QWidget()
    Button("", parent=box)
    shown(qtbot, box, 100, 50)
    assert unnamed_controls(box) == ["Button ''"]


def test_the_program_has_an_icon(look: Theme) -> None:
    assert not window_icon(look.colour("accent")).pixmap(32).isNull()


def test_a_panel_is_filled_and_emptied(qtbot: QtBot) -> None:
    panel = SidePanel(width=300)
    shown(qtbot, panel, 300, 400)
    panel.say("Rating missing", "Keoni Nāluʻai")
    panel.add(WhyBox("Why", "Because", parent=panel))
    panel.add(buttons(Button("Open", parent=panel), Button("Close", parent=panel)))
    expected = ["Rating missing", "Keoni Nāluʻai", "Why", "Because"]
    qtbot.waitUntil(lambda: texts(panel) == expected)
    panel.clear()
    panel.say("Nothing chosen")
    assert texts(panel) == ["Nothing chosen"]
    assert [b for b in panel.findChildren(Button) if b.isVisible()] == []


def test_a_flush_card_keeps_its_round_corners(qtbot: QtBot) -> None:
    page = QWidget()
    page.setObjectName("page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    card = Card(page, flush=True)
    inner = QWidget(card)
    inner.setStyleSheet("background: #ff0000;")
    card.add(inner)
    column.addWidget(card)
    shown(qtbot, page, 200, 200)
    picture = picture_of(page)
    corner = card.mapTo(page, card.rect().topLeft())
    assert picture.pixelColor(corner.x() + 1, corner.y() + 1).name() == LIGHT.page
    assert picture.pixelColor(100, 100).name() == "#ff0000"


def test_what_is_too_high_scrolls(qtbot: QtBot) -> None:
    entries = EntryList([Entry(str(n), "line") for n in range(50)])
    scroll = Scroll(entries)
    shown(qtbot, scroll, 200, 200)
    assert scroll.verticalScrollBar().maximum() > 0
    assert unnamed_controls(scroll) == []


def test_practice_is_written_across(qtbot: QtBot) -> None:
    over = QWidget()
    shown(qtbot, over, 800, 500)
    plain = colours_of(picture_of(over))
    mark = Watermark(over, "PRACTICE")
    mark.show()
    over.resize(900, 600)
    assert mark.size() == over.size()
    assert len(colours_of(picture_of(over))) > len(plain)
    assert mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    banner = PracticeBanner(over)
    assert texts(banner)[0] == "PRACTICE"


@pytest.mark.parametrize("percent", [80, 200])
def test_nothing_is_clipped_at_any_text_size(qtbot: QtBot, look: Theme, percent: int) -> None:
    look.show(Look.LIGHT, percent)
    try:
        box = WhyBox("Why this is here", "A decision needs three accepted ratings. " * 4, "§ 5")
        shown(qtbot, box, 400)
        box.resize(400, box.heightForWidth(400))
        assert clipped_texts(box) == []
    finally:
        look.show(Look.LIGHT)
