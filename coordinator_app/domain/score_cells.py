"""A filled-in score sheet, understood cell by cell; what cannot be is named with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_sheets import RawCell, RawRow, RawWorkbook, letters
from coordinator_app.domain.papers import Form, Score, Task, read_code
from coordinator_app.domain.phrases import Phrase, phrase

_WANTED = {"paper": "Paper", "scorer": "Scorer", "task": "Task", "points": "Points"}
Forms = Mapping[tuple[str, str], Form]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """`scores` of papers that are filled in, `refused` what stands in the way, cell by cell."""

    scores: tuple[Score, ...]
    refused: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the sheet: the task's number in its form, the points or nothing. `wrong`: what
    stands there was refused already."""

    cell: str
    task: int
    points: Decimal | None
    comment: str
    wrong: bool


def read_scores(book: RawWorkbook, forms: Forms) -> SheetRead:
    """What a returned score sheet says. `forms` are the seats known, (code, seat) → its form.

    A paper without any points is not filled in yet and passed over; one with only some is refused.
    Raises BadInput `sheet.no_heading` where the file is no score sheet.
    """
    refused: list[Phrase] = []
    entries: dict[tuple[str, str], list[_Entry]] = {}
    for row, columns in _rows(book):
        found = _line(row, columns, forms, refused)
        if found is not None:
            entries.setdefault(found[0], []).append(found[1])
    scores = [_score(key, forms[key], lines, refused) for key, lines in entries.items()]
    return SheetRead(tuple(one for one in scores if one is not None), tuple(refused))


def _rows(book: RawWorkbook) -> Iterator[tuple[RawRow, Mapping[str, int]]]:
    """Every row below the headings, with the column of each heading."""
    heads = [(sheet, row, _heads(row)) for sheet in book.sheets for row in sheet.rows]
    found = next((one for one in heads if one[2].keys() >= _WANTED.keys()), None)
    if found is None:
        raise BadInput("sheet.no_heading", file=book.file, columns=tuple(_WANTED.values()))
    sheet, head, columns = found
    yield from ((row, columns) for row in sheet.rows if row.row > head.row)


def _heads(row: RawRow) -> dict[str, int]:
    return {fold(cell.value): cell.column for cell in row.cells}


def _line(
    row: RawRow, columns: Mapping[str, int], forms: Forms, refused: list[Phrase]
) -> tuple[tuple[str, str], _Entry] | None:
    cells = {cell.column: cell for cell in row.cells}
    told = {name: cells.get(columns[name]) for name in columns}
    at = {name: f"{letters(column)}{row.row}" for name, column in columns.items()}
    if not _text(told["paper"]) and not _text(told["points"]):
        return None
    try:
        key = (read_code(_text(told["paper"])), _text(told["scorer"]).upper())
    except BadInput:
        refused.append(phrase("sheet.not_a_code", cell=at["paper"]))
        return None
    if key not in forms:
        seat = key[1] or "—"
        refused.append(phrase("sheet.unknown_paper", cell=at["paper"], paper=key[0], seat=seat))
        return None
    number = _task(forms[key], _text(told["task"]))
    if number is None:
        refused.append(phrase("sheet.unknown_task", cell=at["task"]))
        return None
    before = len(refused)
    points = _points(told["points"], forms[key].tasks[number], at["points"], refused)
    comment, wrong = _text(told.get("comment")), len(refused) > before
    return key, _Entry(at["points"], number, points, comment, wrong)


def _text(cell: RawCell | None) -> str:
    return "" if cell is None else cell.value.strip()


def _task(form: Form, title: str) -> int | None:
    titles = [fold(task.title) for task in form.tasks]
    return titles.index(fold(title)) if fold(title) in titles else None


def _points(cell: RawCell | None, task: Task, at: str, refused: list[Phrase]) -> Decimal | None:
    said = _text(cell)
    if not said:
        return None
    try:
        points = Decimal(said.replace(",", "."))
    except InvalidOperation:
        refused.append(phrase("sheet.not_points", cell=at, said=said, most=task.most))
        return None
    if not points.is_finite() or not 0 <= points <= task.most:
        refused.append(phrase("sheet.not_points", cell=at, said=said, most=task.most))
        return None
    return points


def _score(
    key: tuple[str, str], form: Form, lines: list[_Entry], refused: list[Phrase]
) -> Score | None:
    given = {line.task: line for line in lines}
    if len(given) < len(lines):
        refused.append(phrase("sheet.task_twice", cell=lines[-1].cell, paper=key[0]))
        return None
    if all(line.points is None and not line.wrong for line in lines):
        return None
    for number, task in enumerate(form.tasks):
        if number not in given:
            refused.append(phrase("sheet.task_missing", paper=key[0], task=task.title))
        elif given[number].points is None and not given[number].wrong:
            refused.append(phrase("sheet.points_missing", cell=given[number].cell, most=task.most))
    points = tuple(line.points for _, line in sorted(given.items()) if line.points is not None)
    comment = "\n".join(line.comment for _, line in sorted(given.items()) if line.comment)
    return Score(*key, points, comment) if len(points) == len(form.tasks) else None
