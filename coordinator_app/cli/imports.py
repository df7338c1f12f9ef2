"""`import`: last year's spreadsheet into the office, or what would become of it."""

from __future__ import annotations

import getpass
import json
import tempfile
import tomllib
from argparse import ArgumentParser
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from coordinator_app.cli.desks import desk_of, file_of, make_desk, now
from coordinator_app.cli.parser import OFFICE, Command, Words
from coordinator_app.cli.told import Told, line, said, table
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.imports_drafts import ImportPlan, RowFate, RowPlan
from coordinator_app.domain.views import OfficeCard
from coordinator_app.services.desk import Desk, make_office
from coordinator_app.services.office import OfficeDraft


def _words(parser: ArgumentParser) -> None:
    parser.add_argument("workbook", metavar="FILE", type=Path, help="an XLSX or CSV file")
    parser.add_argument(
        "--sheet", action="append", metavar="S", help="only this sheet (may be said again)"
    )
    parser.add_argument(
        "--mapping",
        action="append",
        default=[],
        metavar="M",
        help="HEADER=FIELD, or a TOML or JSON file of such pairs (may be said again)",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be, write nothing")
    parser.add_argument(
        "--returned", type=Path, metavar="XLSX", help="give rejected rows back in this workbook"
    )
    parser.add_argument("--association", metavar="NAME", help="the name of a new office")
    parser.add_argument("--coordinator", metavar="NAME", help="who keeps a new office")


def _import(words: Words) -> Told:
    mapping = read_mapping(words.mapping)
    made = _is_new(words)
    with _office(words) as desk:
        workbook = desk.imports.read(words.workbook)
        plan = desk.imports.plan(workbook, mapping or None, words.sheet)
        added = 0 if words.dry_run else desk.imports.write(plan)[1]
        office = desk.office.card() if made and not words.dry_run else None
    give_back(plan, words.returned)
    return Told(_plain(plan, words, added, office), _lines(plan, words, added, office))


def give_back(plan: ImportPlan, path: Path | None) -> None:
    """Write the rejected rows, if there are any, where they were asked for."""
    if path is not None and plan.counts()["rejected"]:
        # Slow to load, and only a workbook needs it.
        from coordinator_app.services.imports_returned import write_returned  # noqa: PLC0415

        write_returned(path, plan, said)


def _is_new(words: Words) -> bool:
    """Whether the office is yet to be made. A name is refused where it would name nothing."""
    new = words.file is not None and not words.file.exists()
    told = [one for one in ("association", "coordinator") if getattr(words, one)]
    if told and not new:
        raise BadInput("cli.office_there", option=f"--{told[0]}")
    return new


@contextmanager
def _office(words: Words) -> Generator[Desk]:
    """The office of `--file`; made where there is none, and taken away again if nothing came in.

    A dry run without one is judged by an empty office in a folder of its own.
    """
    if words.dry_run and (words.file is None or not words.file.exists()):
        with _empty_office(words) as desk:
            yield desk
    elif file_of(words).exists():
        with desk_of(words) as desk:
            yield desk
    else:
        with _new_office(words) as desk:
            yield desk


@contextmanager
def _empty_office(words: Words) -> Generator[Desk]:
    draft = OfficeDraft("-", "-", "-")
    with tempfile.TemporaryDirectory(prefix="coordinator-") as folder:
        desk = make_office(Path(folder) / "dry-run.office", draft, clock=now, day=words.as_of)
        try:
            yield desk
        finally:
            desk.close()


@contextmanager
def _new_office(words: Words) -> Generator[Desk]:
    path = file_of(words)
    desk = make_desk(path, office_draft(words, path), words)
    whole = False
    try:
        yield desk
        whole = True
    finally:
        desk.close()
        if not whole:
            path.unlink(missing_ok=True)


def office_draft(words: Words, path: Path) -> OfficeDraft:
    """The office as told; what was not told is named after the file and the computer's user."""
    name = words.association or " ".join(path.stem.replace("_", " ").replace("-", " ").split())
    return OfficeDraft(name or "Office", name or "Office", words.coordinator or _user())


def _user() -> str:
    """Who is at the computer, as its system calls them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without user names
        return "Coordinator"


def read_mapping(given: Sequence[str]) -> dict[str, str]:
    """Pairs HEADER=FIELD and files of them, later ones before earlier ones. Raises BadInput."""
    mapping: dict[str, str] = {}
    for one in given:
        header, sign, field = one.rpartition("=")
        mapping |= {header.strip(): field.strip()} if sign else _mapping_file(Path(one))
    return mapping


def _mapping_file(path: Path) -> dict[str, str]:
    """Headers to fields; a table of its own, named after a sheet, holds for that sheet."""
    try:
        text = path.read_text(encoding="utf-8")
        found: object = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise BadInput("cli.unreadable", file=str(path), reason=reason) from None
    except ValueError as trouble:  # of JSON, of TOML, and of text that is not UTF-8
        raise BadInput("cli.mapping_unreadable", file=path.name, reason=str(trouble)) from None
    mapping: dict[str, str] = {}
    for name, value in _pairs(found, path).items():
        if isinstance(value, dict):
            own = _pairs(cast("object", value), path).items()
            mapping |= {f"{name}!{header}": _field(field, path) for header, field in own}
        else:
            mapping[name] = _field(value, path)
    return mapping


def _pairs(found: object, path: Path) -> Mapping[str, object]:
    if not isinstance(found, dict):
        raise BadInput("cli.mapping_shape", file=path.name)
    return cast("Mapping[str, object]", found)


def _field(value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise BadInput("cli.mapping_shape", file=path.name)
    return value


def _plain(
    plan: ImportPlan, words: Words, added: int, office: OfficeCard | None
) -> dict[str, object]:
    """The four counts are disjoint and add up to the rows; `added` are the rows written now.

    `office_made` is the name of an office made for them.
    """
    return {
        "file": plan.file,
        "dry_run": words.dry_run,
        **plan.counts(),
        "added": added,
        "office_made": office.name if office else None,
        "told": [said(one) for one in plan.told],
        "columns": [
            {"sheet": sheet.sheet, "column": one.column, "header": one.header, "field": one.field}
            for sheet in plan.sheets
            for one in sheet.columns
        ],
        "rows": [
            {"sheet": row.sheet, "row": row.row, "fate": row.fate.value, "reason": reason_of(row)}
            for row in plan.rows
        ],
    }


def reason_of(row: RowPlan) -> str:
    """Why a row is returned or not data, or what is asked about it; "" for an accepted one."""
    return " ".join(said(one) for one in (*row.reasons, *row.questions))


def _lines(plan: ImportPlan, words: Words, added: int, office: OfficeCard | None) -> list[str]:
    lines = [line("cli.import_counts", file=plan.file, **plan.counts())]
    if words.dry_run:
        lines.append(line("cli.import_dry"))
    else:
        lines.append(line("cli.import_added", added=added, office=words.file))
    if words.returned is not None and plan.counts()["rejected"]:
        lines.append(line("cli.import_returned", file=words.returned))
    lines += _about_office(office, words) if office else []
    lines += [said(one) for one in plan.told]
    asked = [row for row in plan.rows if row.fate in (RowFate.QUESTION, RowFate.REJECTED)]
    rows = [(row.sheet, row.row, row.fate.value, reason_of(row)) for row in asked]
    return lines + table(("sheet", "row", "fate", "reason"), rows)


def _about_office(office: OfficeCard, words: Words) -> list[str]:
    """What was taken for granted: names nobody gave, and no passphrase."""
    lines = [line("cli.office_made", name=office.name, coordinator=office.coordinator)]
    if words.passphrase_fd is None:
        lines.append(line("cli.office_open"))
    return lines


COMMANDS = (
    Command("import", "bring in a spreadsheet of people and cases", _import, OFFICE, _words),
)
