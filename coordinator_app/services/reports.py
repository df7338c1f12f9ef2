"""The annual figures: counted, and written as a PDF and a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coordinator_app.documents.annual_pdf import annual_pdf
from coordinator_app.documents.annual_workbook import annual_workbook
from coordinator_app.documents.fonts import load_fonts
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.figures import (
    AnnualFacts,
    YearFigures,
    in_order,
    line_of,
    share_on_time,
)
from coordinator_app.persistence import figures
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.runtime import paths
from coordinator_app.runtime.files import write_beside
from coordinator_app.services.office import office_card
from coordinator_app.services.policies import Policies

_YEARS = 10


@dataclass(frozen=True, slots=True)
class Reports:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def annual(self, year: int) -> AnnualFacts:
        """Everything the annual report says. Raises BadInput `report.year_ahead`."""
        today = self.today()
        if year > today.year:
            raise BadInput("report.year_ahead", year=year)
        as_of = min(today, date(year, 12, 31))
        with self.store.read() as reader:
            counted = self._figures(reader, year, as_of)
            policy = self.policies.on(reader, as_of)
            names = {code: one.name for code, one in policy.categories.items()} if policy else {}
            counted = in_order(counted, tuple(names))
            card = office_card(reader)
            title = policy.title if policy else ""
        return AnnualFacts(card.name, card.practice, counted, names, title)

    def _figures(self, reader: Reader, year: int, as_of: date) -> YearFigures:
        cases, before = (figures.submitted_in(reader, one) for one in (year, year - 1))
        codes = sorted({one.category for one in (*cases, *before)})
        years = range(year - _YEARS + 1, year + 1)
        sat, passed = figures.exams_in(reader, year)
        return YearFigures(
            year=year,
            as_of=as_of,
            lines=tuple(line_of(code, cases, before) for code in codes),
            whole=line_of("", cases, before),
            on_time=share_on_time(cases, as_of),
            on_time_before=share_on_time(before, as_of),
            active=tuple(
                (one, figures.active_on(reader, min(as_of, date(one, 12, 31)))) for one in years
            ),
            moved_to_inactive=figures.moves_in(reader, year, "inactive"),
            moved_to_active=figures.moves_in(reader, year, "active"),
            exams_sat=sat,
            exams_passed=passed,
        )

    def annual_pdf(self, year: int) -> bytes:
        return annual_pdf(self.annual(year), load_fonts(paths.fonts_folder()))

    def annual_workbook(self, year: int) -> bytes:
        return annual_workbook(self.annual(year))

    def write_annual(self, year: int, folder: Path) -> tuple[Path, Path]:
        """Write both to a folder: (PDF, workbook)."""
        folder.mkdir(parents=True, exist_ok=True)
        pdf, book = folder / f"annual-{year}.pdf", folder / f"annual-{year}.xlsx"
        write_beside(pdf, self.annual_pdf(year))
        write_beside(book, self.annual_workbook(year))
        return pdf, book
