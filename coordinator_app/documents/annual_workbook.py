"""The annual figures as a workbook: the tables, and their charts beside them."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from coordinator_app.documents import annual_words as words
from coordinator_app.documents.tables import Cells, Column, Sheet, sheet
from coordinator_app.documents.workbooks import without_clock, workbook_xlsx
from coordinator_app.domain.figures import AnnualFacts, CategoryFigures


def annual_workbook(facts: AnnualFacts) -> bytes:
    """Sheets *Applications*, *Active registry* and *Figures*; the first two with a chart."""
    plain = workbook_xlsx(
        [_applications(facts), _registry(facts), _figures(facts)], practice=facts.practice
    )
    book = load_workbook(BytesIO(plain))
    pages: list[Worksheet] = [book[name] for name in book.sheetnames]
    lines, years = len(facts.figures.lines), len(facts.figures.active)
    if lines:
        _chart(pages[0], "Applications submitted, by category", columns=(2, 3), rows=lines, at="J2")
    _chart(pages[1], "The Active registry over ten years", columns=(2, 2), rows=years, at="E2")
    file = BytesIO()
    book.save(file)
    return without_clock(file.getvalue())


def _applications(facts: AnnualFacts) -> Sheet:
    lines = (*facts.figures.lines, facts.figures.whole)

    def figure(place: int) -> Column[CategoryFigures]:
        titles = (*words.COLUMNS, str(facts.figures.year - 1))
        return Column(titles[place], lambda line: words.cells(line)[place], Cells.INTEGER)

    name: Column[CategoryFigures] = Column(
        "Category", lambda line: facts.name_of(line.category) if line.category else "All"
    )
    return sheet("Applications", [name, *(figure(place) for place in range(6))], lines)


def _registry(facts: AnnualFacts) -> Sheet:
    year: Column[tuple[int, int]] = Column("Year", lambda row: str(row[0]))
    count: Column[tuple[int, int]] = Column(
        "Active on its last day", lambda row: row[1], Cells.INTEGER
    )
    return sheet("Active registry", [year, count], facts.figures.active)


def _figures(facts: AnnualFacts) -> Sheet:
    rows = [(what, figure, before) for figure, what, before in words.headline(facts)]
    rows.append((words.moves(facts), "", ""))
    rows.append((words.footnote(facts), "", ""))
    titles = ("What", str(facts.figures.year), "Beside it")
    columns: list[Column[tuple[str, str, str]]] = [
        Column(title, lambda row, place=place: row[place]) for place, title in enumerate(titles)
    ]
    return sheet("Figures", columns, rows)


def _chart(page: Worksheet, title: str, *, columns: tuple[int, int], rows: int, at: str) -> None:
    chart = BarChart()
    chart.title = title
    chart.height, chart.width = 9, 18
    first, last = columns
    values = Reference(page, min_col=first, max_col=last, min_row=1, max_row=rows + 1)
    chart.add_data(values, titles_from_data=True)  # pyright: ignore[reportUnknownMemberType]
    names = Reference(page, min_col=1, min_row=2, max_row=rows + 1)
    chart.set_categories(names)  # pyright: ignore[reportUnknownMemberType] - its stub is untyped
    page.add_chart(chart, at)
