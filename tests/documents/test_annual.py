"""The annual report read back by other readers."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pypdfium2

from coordinator_app.documents.annual_bars import top_of
from coordinator_app.documents.annual_pdf import annual_pdf
from coordinator_app.documents.annual_workbook import annual_workbook
from coordinator_app.documents.fonts import load_fonts
from coordinator_app.domain.figures import AnnualFacts, CategoryFigures, YearFigures
from coordinator_app.runtime import paths


def the_facts(*, practice: bool = False, association: str = "AIMH Hawaiʻi") -> AnnualFacts:
    line = CategoryFigures("IFA", 31, 29, 2, 0, 24, 27)
    other = CategoryFigures("XYZ", 1, 0, 0, 1, None, 0)
    whole = CategoryFigures("", 32, 29, 2, 1, 24, 27)
    figures = YearFigures(
        year=2025,
        as_of=date(2025, 12, 31),
        lines=(line, other),
        whole=whole,
        on_time=Fraction(98, 100),
        on_time_before=None,
        active=tuple((year, year - 2000) for year in range(2016, 2026)),
        moved_to_inactive=3,
        moved_to_active=1,
        exams_sat=5,
        exams_passed=4,
    )
    names = {"IFA": "Infant Family Associate"}
    return AnnualFacts(association, practice, figures, names, "AIMH HI 2024-01")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[number].get_textpage() for number in range(len(document)))
    return "\n".join(str(page.get_text_range()) for page in pages)


def test_the_page_says_what_the_figures_say() -> None:
    said = text_of(annual_pdf(the_facts(), load_fonts(paths.fonts_folder())))
    for words in ("Annual report 2025", "AIMH Hawaiʻi", "98 %", "Infant Family Associate (IFA)"):
        assert words in said
    assert "XYZ" in said
    assert "3 endorsements moved to the Inactive registry" in said
    assert "PRACTICE" not in said


def test_a_practice_office_says_so_on_the_page_and_in_the_tabs() -> None:
    facts = the_facts(practice=True)
    assert "PRACTICE" in text_of(annual_pdf(facts, load_fonts(paths.fonts_folder())))
    book = openpyxl.load_workbook(BytesIO(annual_workbook(facts)))
    assert all("PRACTICE" in name for name in book.sheetnames)


def test_the_same_figures_give_the_same_bytes() -> None:
    fonts = load_fonts(paths.fonts_folder())
    assert annual_pdf(the_facts(), fonts) == annual_pdf(the_facts(), fonts)
    assert annual_workbook(the_facts()) == annual_workbook(the_facts())


def test_the_workbook_holds_the_figures_and_two_charts() -> None:
    book = openpyxl.load_workbook(BytesIO(annual_workbook(the_facts())))
    applications, registry, _ = book.worksheets
    rows = list(applications.iter_rows(values_only=True))
    assert rows[0][:3] == ("Category", "Submitted", "Approved")
    assert rows[1][:5] == ("Infant Family Associate (IFA)", 31, 29, 2, 0)
    assert rows[-1][0:2] == ("All", 32)
    assert [row[1] for row in registry.iter_rows(min_row=2, values_only=True)] == list(
        range(16, 26)
    )
    parts = ZipFile(BytesIO(annual_workbook(the_facts()))).namelist()
    assert sum(name.startswith("xl/charts/chart") for name in parts) == 2
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_scale_ends_on_a_round_even_number() -> None:
    assert [top_of(values) for values in ([], [1], [7], [18], [312], [999])] == [
        2,
        2,
        8,
        18,
        320,
        1000,
    ]
