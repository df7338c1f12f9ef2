"""Margins and gaps that grow with the text."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QLayout

from coordinator_app.ui import theme


class _Spacing(QObject):
    """Belongs to its layout and lives as long."""

    def __init__(
        self, layout: QLayout, edges: tuple[float, ...], gaps: tuple[float, float]
    ) -> None:
        super().__init__(layout)
        self._layout, self._edges, self._gaps = layout, edges, gaps
        theme.now().changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        px = theme.now().px
        left, top, right, bottom = (px(edge) for edge in self._edges)
        self._layout.setContentsMargins(left, top, right, bottom)
        if isinstance(self._layout, QGridLayout):
            self._layout.setHorizontalSpacing(px(self._gaps[0]))
            self._layout.setVerticalSpacing(px(self._gaps[1]))
        else:
            self._layout.setSpacing(px(self._gaps[0]))


def space(
    layout: QLayout,
    edges: float | tuple[float, float, float, float] = 0,
    gap: float | tuple[float, float] = 0,
) -> None:
    """Set margins (left, top, right, bottom, or one for all) and gaps, in pixels at 100 %.

    A grid takes (horizontal, vertical) gaps. They follow the text size. Call it once a layout.
    """
    four = edges if isinstance(edges, tuple) else (edges, edges, edges, edges)
    gaps = gap if isinstance(gap, tuple) else (gap, gap)
    _Spacing(layout, four, gaps)
