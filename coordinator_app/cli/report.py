"""`report annual`: the year's figures as a page and a workbook."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.parser import OFFICE, Command, Words, count
from coordinator_app.cli.told import Told, line
from coordinator_app.domain.figures import percent


def _words(parser: ArgumentParser) -> None:
    parser.add_argument("--year", type=count, required=True, metavar="Y", help="which year")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")


def _annual(words: Words) -> Told:
    """Counted as of the year's last day, or of today while it is not over."""
    with desk_of(words) as desk:
        facts = desk.reports.annual(words.year)
        pdf, book = desk.reports.write_annual(words.year, words.out)
    figures = facts.figures
    plain = {
        "year": figures.year,
        "as_of": figures.as_of,
        "submitted": figures.whole.submitted,
        "approved": figures.whole.approved,
        "deferred": figures.whole.deferred,
        "denied": figures.whole.denied,
        "on_time_percent": percent(figures.on_time),
        "active": figures.active[-1][1],
        "files": [str(pdf), str(book)],
    }
    said = line(
        "cli.annual", year=str(figures.year), submitted=figures.whole.submitted, folder=words.out
    )
    return Told(plain, [said])


COMMANDS = (Command("report annual", "the year's figures", _annual, OFFICE, _words),)
