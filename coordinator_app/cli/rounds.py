"""`dates` and `today`: the round of a submission, and what is due."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.packs import chosen_policy
from coordinator_app.cli.parser import FILE, OFFICE, PASSPHRASE, Command, Words
from coordinator_app.cli.told import Told, line, said, table
from coordinator_app.domain import calendar
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.today import DueItem
from coordinator_app.domain.views import DueRow


def _dates_words(parser: ArgumentParser) -> None:
    parser.add_argument(
        "submitted", metavar="SUBMITTED", type=PartialDate.parse, help="a day or month, 2026-01-31"
    )
    parser.add_argument("--policy", metavar="P", help="a policy: see `coordinator policy list`")


def _dates(words: Words) -> Told:
    """Raises RuleBroken where no policy is in force that day."""
    submitted: PartialDate = words.submitted
    round_ = calendar.round_of(submitted)
    policy = chosen_policy(words, words.policy, submitted.first())
    due, exam = calendar.reply_due(submitted, policy), calendar.exam_from(submitted, policy)
    plain = {
        "submitted": submitted,
        "policy": policy.version,
        "round": round_,
        "reply_due": due,
        "exam_from": exam,
    }
    lines = [
        line("cli.dates_round", round=round_, policy=policy.title),
        line("cli.dates_reply", due=due) if due else line("cli.dates_reply_unset"),
        line("cli.dates_exam", day=exam) if exam else line("cli.dates_exam_unset"),
    ]
    return Told(plain, lines)


def _today(words: Words) -> Told:
    with desk_of(words) as desk:
        today, found = desk.today(), desk.due.list()
        items = [item for row in found.rows for item in row.items]
        names = desk.people.names(item.person for item in items)
    late = sum(item.days_late(today) > 0 for item in items)
    plain = {
        "day": today,
        "due": [_plain_item(item, names, today) for item in items],
        "rounds": [
            {
                "round": one.round,
                "applications": one.applications,
                "decided": one.decided,
                "late": one.late,
                "reply_due": one.reply_due,
            }
            for one in found.rounds
        ],
    }
    head = line("cli.today", day=today, due=len(items), late=late)
    shown = [one for row in found.rows for one in _shown(row, names, today)]
    rows = table(("due", "what", "who", "why"), shown)
    return Told(plain, [head, *rows])


def _plain_item(item: DueItem, names: Mapping[int, str], today: date) -> dict[str, object]:
    return {
        "kind": item.kind,
        "due": item.due,
        "days_late": max(item.days_late(today), 0),
        "what": item.what,
        "person": item.person,
        "name": names[item.person],
        "application": item.application,
        "endorsement": item.endorsement,
        "action": item.action,
        "why": {
            "rule": item.why.rule,
            "policy": item.why.policy,
            "paragraph": item.why.title,
            "source": item.why.source,
            "to_confirm": item.why.to_confirm,
        },
    }


def _shown(row: DueRow, names: Mapping[int, str], today: date) -> list[tuple[object, ...]]:
    """One line for what is alike, however many it holds for."""
    alike: dict[str, list[DueItem]] = {}
    for item in row.items:
        alike.setdefault(said(item.what), []).append(item)
    return [_shown_line(row, what, items, names, today) for what, items in alike.items()]


def _shown_line(
    row: DueRow, what: str, items: list[DueItem], names: Mapping[int, str], today: date
) -> tuple[object, ...]:
    first = items[0]
    late = first.days_late(today)
    due = line("cli.due_late", day=first.due, days=late) if late > 0 else first.due
    who = names[first.person]
    who = f"{who} ({row.subtitle})" if row.subtitle else who
    if len(items) > 1:
        who = line("cli.due_people", count=len(items))
    return due, what, who, first.why.title


COMMANDS = (
    Command(
        "dates",
        "the round, reply day and first exam day of a submission",
        _dates,
        (FILE, PASSPHRASE),
        _dates_words,
    ),
    Command("today", "what is due, and why", _today, OFFICE),
)
