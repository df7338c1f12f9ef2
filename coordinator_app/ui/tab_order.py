"""The order in which Tab goes: as the layouts are read, not as the widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QWidget


def order_tabs(root: QWidget) -> None:
    """Let Tab go through what is in `root` in the order of its layouts, hidden parts too."""
    for one, following in pairwise(_stops(root)):
        QWidget.setTabOrder(one, following)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _stops(inner)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        if (item := layout.itemAt(number)) is not None:
            yield from _in_item(item)


def _in_item(item: QLayoutItem) -> Iterator[QWidget]:
    if (widget := item.widget()) is not None:
        yield from _stops(widget)
    elif (layout := item.layout()) is not None:
        yield from _in_layout(layout)
