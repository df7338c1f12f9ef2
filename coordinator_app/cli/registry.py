"""`registry`: who is endorsed on a day, and on which registry."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.parser import OFFICE, Command, Words
from coordinator_app.cli.told import Told, line, table
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.views import EndorsementRow
from coordinator_app.services.spreadsheets import write_registry

_TITLES = ("name", "category", "credential", "since", "registry", "from", "reason")


def _words(parser: ArgumentParser) -> None:
    parser.add_argument("--status", choices=("active", "inactive"), help="only this registry")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="also write them to this .csv or .xlsx file"
    )


def _registry(words: Words) -> Told:
    """As it stood at the day of `--as-of`, or stands today."""
    filters = {"status": words.status} if words.status else {}
    with desk_of(words) as desk:
        day = desk.today()
        rows = desk.registry.list(ListQuery(filters=filters, limit=None)).rows
        practice = desk.office.card().practice
    if words.out is not None:
        write_registry(words.out, rows, practice=practice)
    plain = {"day": day, "status": words.status, "endorsements": [_plain(row) for row in rows]}
    head = line("cli.registry", count=len(rows), day=day)
    head = f"{head} {line('cli.written', file=words.out)}" if words.out else head
    return Told(plain, [head, *table(_TITLES, [_shown(row) for row in rows])])


def _plain(row: EndorsementRow) -> dict[str, object]:
    return {
        "person": row.person_id,
        "name": row.name,
        "category": row.category,
        "credential": row.credential,
        "since": row.since,
        "status": row.status,
        "status_since": row.status_since,
        "reason": row.reason,
        "imported": row.imported,
    }


def _shown(row: EndorsementRow) -> tuple[object, ...]:
    known = (row.sort_name, row.category, row.credential, row.since)
    return (*known, row.status, row.status_since, row.reason)


COMMANDS = (
    Command(
        "registry", "who is endorsed, on the active or inactive registry", _registry, OFFICE, _words
    ),
)
