"""One style sheet made from a palette's tokens; sizes follow the text size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from string import Template

from coordinator_app.ui.palette import Palette

_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, #page, #pages { background: $page; }
QToolTip { background: $card; color: $text; border: 1px solid $control_edge; padding: ${p4}px; }

#topBar { background: $bar; border: none; border-bottom: 1px solid $line; }
#sidebar { background: $sidebar; border: none; border-right: 1px solid $line; }
#statusLine { background: $sidebar; border: none; border-top: 1px solid $line; }
#statusLine QLabel { color: $muted; font-size: ${p12}px; }
#appName { color: $strong; font-weight: 700; font-size: ${p13}px; }
#officeName { color: $muted; font-size: ${p12}px; }
#handbook, #handbook:focus { background: $card; }
#contents { padding: ${p6}px; }
#contents::item { padding: 0 ${p10}px; border-radius: 4px; }
#contents::item:selected { background: $chosen; color: $chosen_ink; }
#contents::item:selected:focus { border: 2px solid $focus; }
#practice { background: $wait_fill; border: none; border-bottom: 1px solid $wait_edge; }
#practice QLabel { color: $wait_ink; font-size: ${p12}px; }
#upright { background: $line; border: none; }
#separator { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="display"] { color: $strong; font-size: ${p28}px; font-weight: 700; }
QLabel[role="title"] { color: $strong; font-size: ${p20}px; font-weight: 700; }
QLabel[role="heading"] { color: $strong; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${p12}px; }
QLabel[role="error"] { color: $bad_ink; font-size: ${p12}px; }
QLabel[role="mono"] { font-family: "$mono"; font-size: ${p12}px; }
QLabel:disabled { color: $disabled; }

#card { background: $card; border: 1px solid $line; border-radius: 8px; }
#card[flat="true"] { border: none; border-radius: 0; background: transparent; }
#cardPart { background: transparent; border: none; }
#why { background: $why; border: none; border-left: 3px solid $accent; border-radius: 3px; }
#notice { background: $news_fill; border: 1px solid $news_edge; border-radius: 6px; }
#notice QLabel { color: $news_ink; }
#notice[tone="good"] { background: $good_fill; border-color: $good_edge; }
#notice[tone="good"] QLabel { color: $good_ink; }
#notice[tone="bad"] { background: $bad_fill; border-color: $bad_edge; }
#notice[tone="bad"] QLabel { color: $bad_ink; }
#notice[tone="wait"] { background: $wait_fill; border-color: $wait_edge; }
#notice[tone="wait"] QLabel { color: $wait_ink; }

QPushButton {
    background: $card; color: $text; border: 1px solid $control_edge; border-radius: 5px;
    padding: ${p5}px ${p12}px; font-weight: 500; min-height: ${p18}px;
}
QPushButton:hover { background: $hover; border-color: $muted; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: 2px solid $focus; padding: ${q4}px ${q11}px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: $page; }
QPushButton[kind="accent"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="accent"]:hover { background: $accent_over; border-color: $accent_over; }
QPushButton[kind="accent"]:focus { border: 2px solid $strong; }
QPushButton[kind="accent"]:disabled { background: $track; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $bad_ink; border-color: $bad_edge; }
QPushButton[kind="small"] { font-size: ${p12}px; padding: ${p3}px ${p10}px; }
QPushButton[kind="small"]:focus { padding: ${q2}px ${q9}px; }
QPushButton[kind="smallAccent"] {
    background: $accent; color: $on_accent; border: 1px solid $accent;
    font-size: ${p12}px; padding: ${p3}px ${p10}px;
}
QPushButton[kind="smallAccent"]:hover { background: $accent_over; border-color: $accent_over; }
QPushButton[kind="smallAccent"]:focus { border: 2px solid $strong; padding: ${q2}px ${q9}px; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; color: $link; padding: ${p2}px ${p4}px;
    text-decoration: underline; min-height: 0;
}
QPushButton[kind="link"]:hover { color: $accent; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: ${q1}px ${q3}px; }
QPushButton[kind="link"]:disabled { color: $disabled; text-decoration: none; }
QPushButton[kind="chip"] { padding: ${p5}px ${p12}px; }
QPushButton[kind="chip"]:checked {
    background: $chosen; color: $chosen_ink; border-color: $waiting;
}
QPushButton[kind="chip"]:checked:focus { border-color: $focus; }
QPushButton[kind="crumb"] {
    background: transparent; border: 1px solid transparent; color: $muted; font-weight: 400;
    padding: 1px 0; text-align: left; min-height: 0;
}
QPushButton[kind="crumb"]:hover { color: $link; text-decoration: underline; }
QPushButton[kind="crumb"]:focus { border: 2px solid $focus; padding: 0 1px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 5px; padding: ${p3}px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $chosen; }
QToolButton:focus { border: 2px solid $focus; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: $field; color: $text; border: 1px solid $control_edge; border-radius: 5px;
    padding: ${p4}px ${p8}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox { min-height: ${p20}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $focus; padding: ${q3}px ${q7}px; background: $card;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
    color: $disabled; background: $page; border-color: $line;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $bad_ink; padding: ${q3}px ${q7}px;
}
QComboBox::drop-down { border: none; width: ${p22}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $card; color: $text; border: 1px solid $control_edge; outline: none;
    selection-background-color: $chosen; selection-color: $chosen_ink;
}
QSpinBox::up-button, QSpinBox::down-button { border: none; width: ${p16}px; background: transparent; }
#keyHint {
    background: $card; color: $muted; border: 1px solid $control_edge; border-radius: 4px;
    font-family: "$mono"; font-size: ${p11}px; padding: 0 ${p5}px;
}
QCheckBox, QRadioButton { spacing: ${p8}px; background: transparent; padding: 2px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QGroupBox { border: 1px solid $line; border-radius: 6px; margin-top: ${p8}px; padding-top: ${p8}px; }
QGroupBox::title { subcontrol-origin: margin; left: ${p10}px; color: $muted; }

QTableView, QListView, QTreeView {
    background: $card; color: $text; border: none; outline: none; gridline-color: $row_line;
    selection-background-color: $selected; selection-color: $text;
}
QTableView[framed="true"] { border: 1px solid $line; border-radius: 8px; }
QHeaderView { background: $head; border: none; }
QHeaderView::section {
    background: $head; color: $muted; border: none; border-bottom: 1px solid $line;
    font-weight: 500; font-size: ${p12}px; padding: ${p7}px ${p10}px;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QTableCornerButton::section { background: $head; border: none; }

#results { background: $card; border: 1px solid $control_edge; border-radius: 8px; }
QMenuBar { background: $bar; color: $muted; border: none; }
#page QMenuBar { background: transparent; }
QMenuBar::item { background: transparent; padding: ${p4}px ${p8}px; border-radius: 4px; }
QMenuBar::item:selected { background: $chosen; color: $chosen_ink; }
QMenu { background: $card; color: $text; border: 1px solid $control_edge; padding: ${p4}px; }
QMenu::item { padding: ${p5}px ${p28}px ${p5}px ${p22}px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $chosen_ink; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p6}px; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > #scrolled { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${p11}px; }
QScrollBar:horizontal { height: ${p11}px; }
QScrollBar::handle { background: $waiting; border-radius: 3px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p28}px; }
QScrollBar::handle:horizontal { min-width: ${p28}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: ${p6}px ${p12}px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $focus; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QProgressBar { background: $track; border: none; border-radius: 3px; text-align: center; max-height: ${p6}px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QPdfView { background: $track; border: none; }
"""


def stylesheet(palette: Palette, px: Callable[[float], int], mono: str) -> str:
    """The QSS of `palette`; `px` turns a length of the design into pixels at the text size.

    `${pN}` is N pixels, `${qN}` the padding that leaves a control's size alone when its border
    grows from 1 to 2 pixels on focus.
    """
    words: dict[str, str] = {"mono": mono}
    for name, value in asdict(palette).items():
        if isinstance(value, str):
            words[name] = value
            continue
        words.update({f"{name}_{part}": colour for part, colour in value.items()})
    words.update({f"p{size}": str(px(size)) for size in range(1, 40)})
    words.update({f"q{size}": str(max(0, px(size + 1) - 1)) for size in range(1, 40)})
    return Template(_SHEET).substitute(words)
