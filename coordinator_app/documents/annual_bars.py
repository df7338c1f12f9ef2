"""Bars of ten years, drawn in the page's own ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from coordinator_app.documents.fonts import SANS
from coordinator_app.documents.paragraphs import ACCENT, HAIRLINE, MUTED, draw_line

_LINE = HexColor(0xC9D2D0)
_LEFT = 30.0


def top_of(values: Sequence[int]) -> int:
    """A round number at or above the largest value, that halves evenly; 2 for none."""
    largest = max((*values, 1))
    step = next(one for one in _steps() if one * 20 >= largest)
    return -(-largest // (2 * step)) * 2 * step


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 …"""
    return (figure * 10**power for power in count() for figure in (1, 2, 5))


class Bars(Flowable):
    """One bar a year with the year below it; the scale says 0, the half and the top."""

    def __init__(self, years: Sequence[tuple[int, int]], width: float, height: float) -> None:
        super().__init__()
        self._years = tuple(years)
        self.width, self.height = width, height

    def draw(self) -> None:
        top, floor = top_of([active for _, active in self._years]), 16.0
        room = self.height - floor - 6
        self._scale(top, floor, room)
        step = (self.width - _LEFT) / max(len(self._years), 1)
        for number, (year, active) in enumerate(self._years):
            left = _LEFT + number * step + step * 0.2
            self.canv.setFillColor(ACCENT)
            self.canv.rect(left, floor, step * 0.6, room * active / top, stroke=0, fill=1)
            self._label(str(year), left + step * 0.3, 4)

    def _scale(self, top: int, floor: float, room: float) -> None:
        for share in (0, 1, 2):
            height = floor + room * share / 2
            self.canv.setStrokeColor(HAIRLINE if share else _LINE)
            self.canv.line(_LEFT, height, self.width, height)
            self.canv.setFillColor(MUTED)
            value = str(top * share // 2)
            draw_line(self.canv, value, _LEFT - 8, height - 3, face=SANS, size=8, right=True)

    def _label(self, text: str, middle: float, height: float) -> None:
        self.canv.setFillColor(MUTED)
        self.canv.setFont(SANS, 8)
        self.canv.drawCentredString(middle, height, text)
