"""Walking over all widgets of a screen: has each a name, is each read whole?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from coordinator_app.ui.widgets.labels import ElidedLabel

W = TypeVar("W", bound=QWidget)

# Parts of Qt's own widgets, which are spoken of by the widget they belong to.
_QTS_OWN = ("qt_", "QComboBoxPrivate", "QTableCorner")


def the(kind: type[W], screen: QWidget, text: str = "") -> W:
    """The one widget of a kind on a screen, with this text or accessible name if one is given."""
    found = [
        widget
        for widget in screen.findChildren(kind)
        if not text or text in (_words(widget), widget.accessibleName())
    ]
    assert len(found) == 1, f"{len(found)} of {kind.__name__} {text!r} on {described(screen)}"
    return found[0]


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""


def widgets_of(screen: QWidget) -> Iterator[QWidget]:
    """The screen and every widget on it that can be seen, in no special order."""
    yield screen
    for child in screen.findChildren(QWidget):
        if child.isVisibleTo(screen) and not child.objectName().startswith(_QTS_OWN):
            yield child


def unnamed_controls(screen: QWidget) -> list[str]:
    """What takes the keyboard but says nothing to the ear: no accessible name, text or buddy."""
    return [
        described(widget)
        for widget in widgets_of(screen)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken_name(widget, screen)
    ]


def spoken_name(widget: QWidget, screen: QWidget) -> str:
    """What a screen reader says of a widget."""
    if isinstance(widget, QScrollArea):
        return "scroll"
    named = widget.accessibleName() or (
        widget.text() if isinstance(widget, QAbstractButton) else ""
    )
    buddies = (label.text() for label in screen.findChildren(QLabel) if label.buddy() is widget)
    return named or next(buddies, "")


def clipped_texts(screen: QWidget) -> list[str]:
    """Labels and buttons of which a part cannot be seen at the screen's present size."""
    return [
        f"{described(w)}: {_text(w)!r}" for w in widgets_of(screen) if _text(w) and is_clipped(w)
    ]


def is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel):
        return widget.elided
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    if isinstance(widget, QLabel | QPushButton):
        wanted = widget.minimumSizeHint()
        return widget.width() < wanted.width() or widget.height() < wanted.height()
    return False


def tab_order(screen: QWidget) -> list[QWidget]:
    """What Tab goes through, from the first, once round."""
    found: list[QWidget] = []
    widget: QWidget | None = screen.nextInFocusChain()
    while widget is not None and widget is not screen:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisibleTo(screen) and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def described(widget: QWidget) -> str:
    name = widget.objectName() or widget.accessibleName()
    return f"{type(widget).__name__} {name!r}"


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QPushButton | QLineEdit) else ""
