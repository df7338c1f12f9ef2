"""Dates of which only the month or the year is known, as real records keep them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.errors import BadInput

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day. Unknown parts are 0 and sort first."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise BadInput("date.not_a_date", text=self.iso)
        try:
            self.first()
            if self.day:
                date(self.year, self.month, self.day)
        except ValueError:
            raise BadInput("date.not_a_date", text=self.iso) from None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO text: `2026`, `2026-01` or `2026-01-31`. Raises BadInput("date.not_a_date")."""
        found = _ISO.fullmatch(text.strip())
        if not found:
            raise BadInput("date.not_a_date", text=text)
        return cls(*(int(part or 0) for part in found.groups()))

    @property
    def iso(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def __str__(self) -> str:
        return self.iso

    @property
    def is_whole(self) -> bool:
        return bool(self.day)

    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def whole(self) -> date | None:
        """The day, where it is known."""
        return self.first() if self.day else None
