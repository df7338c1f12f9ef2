"""What the services take, without a window: Today, letters, workbook, export."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.spreadsheets import write_registry
from coordinator_app.services.today import Today
from tests.benchmarks.offices import noon
from tests.benchmarks.timing import Figure, Span, each, p95_of, took, total
from tests.benchmarks.window import WORDS

_LETTERS = 1000
_FIND = (
    "SELECT id, name FROM person WHERE archived_on IS NULL AND id IN "
    "(SELECT person_id FROM search_term WHERE term >= ? AND term < ?) "
    "ORDER BY sort_fold, id LIMIT 200"
)


def figures(file: Path, folder: Path) -> Iterator[Figure]:
    """Every figure of an open office; `file` is written to, `folder` is for what comes out."""
    desk = open_desk(file, clock=noon)
    try:
        yield from _today(desk)
        yield _letters(desk, folder)
        yield from _sheets(desk, folder)
    finally:
        desk.close()


def bare_search(file: Path) -> float:
    """The floor of a keystroke: the names alone, by plain SQL."""
    desk = open_desk(file, clock=noon)
    try:
        with desk.people.store.read() as reader:

            def ask(word: str) -> object:
                bounds = (word, word + chr(0x10FFFF))
                return reader.connection.exec_driver_sql(_FIND, bounds).fetchall()

            first = [words.split()[0] for words in WORDS]
            return p95_of(each(lambda word=word: ask(word) for word in first)).seconds
    finally:
        desk.close()


def _today(desk: Desk) -> Iterator[Figure]:
    def anew() -> object:
        return Today(desk.people.store, desk.policies, desk.today).list()

    full = sorted(each([anew] * 3))[1]
    yield Figure("Today in full", full.seconds, full.worked, aim="≤ 1 s")
    desk.due.list()
    rows = desk.registry.list(ListQuery(filters={"status": "active"}, limit=20)).rows
    times: list[Span] = []
    for row in rows:
        desk.registry.move(row.id, "inactive", "own_request", desk.today(), "by mail")
        times.append(took(lambda: (desk.due.list(), desk.due.counts())))
    one = p95_of(times)
    yield Figure("Today after one change, p95", one.seconds, one.worked, aim="≤ 50 ms")


def _letters(desk: Desk, folder: Path) -> Figure:
    """The decision letters of the office again and again, each drawn and written anew."""
    found = desk.applications.list(ListQuery(filters={"states": "to_sit,deferred,denied"})).rows
    letters = [row for row in found if row.decision and not row.imported]
    from coordinator_app.domain.letters import letter_of  # noqa: PLC0415

    def write(place: int) -> None:
        row = letters[place % len(letters)]
        pdf = desk.letters.preview(letter_of(row.decision), row.id)
        (folder / f"{place:04}.pdf").write_bytes(pdf)

    def bare(place: int) -> None:
        canvas = Canvas(str(folder / f"bare-{place:04}.pdf"))
        for line in range(20):
            canvas.drawString(72, 700 - 14 * line, "A line of a letter without any care.")
        canvas.save()

    floor = total(each(lambda n=n: bare(n) for n in range(_LETTERS))).seconds
    made = total(each(lambda n=n: write(n) for n in range(_LETTERS)))
    name = "1,000 letters, one file each"
    return Figure(name, made.seconds, made.worked, floor, "plain PDFs")


def _sheets(desk: Desk, folder: Path) -> Iterator[Figure]:
    rows = desk.registry.list(ListQuery(limit=None)).rows
    read = took(lambda: desk.registry.list(ListQuery(limit=None)))
    yield Figure(f"reading the registry, {len(rows):,} rows", read.seconds, read.worked)
    many = tuple(islice(cycle(rows), 100_000))
    floor = took(lambda: _bare_csv(folder / "bare.csv", many)).seconds
    out = took(lambda: write_registry(folder / "registry.csv", many, practice=True))
    yield Figure("export of 100,000 rows as CSV", out.seconds, out.worked, floor, "csv.writer")
    few = many[:10_000]
    floor = took(lambda: _bare_workbook(folder / "bare.xlsx", few)).seconds
    out = took(lambda: write_registry(folder / "registry.xlsx", few, practice=True))
    name = "the registry's workbook, 10,000 rows"
    yield Figure(name, out.seconds, out.worked, floor, "openpyxl")


def _cells(row: EndorsementRow) -> tuple[str | date, ...]:
    since = row.since.iso if row.since else ""
    known = (row.name, row.category, row.credential, since, row.status, row.status_since)
    return (*known, row.reason)


def _bare_csv(path: Path, rows: tuple[EndorsementRow, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_cells(row) for row in rows)


def _bare_workbook(path: Path, rows: tuple[EndorsementRow, ...]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(_cells(row))
    book.save(path)
