"""Sittings and papers as rows for screens. Nothing here opens the door."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import func, select

from coordinator_app.domain.exams import Outcome, outcome
from coordinator_app.domain.papers import Form, Task
from coordinator_app.domain.people import sort_name
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.views_exam import (
    PaperRow,
    ResultRow,
    ScorerRow,
    SeatRow,
    SittingRow,
)
from coordinator_app.persistence import cases, people
from coordinator_app.persistence.columns import (
    Row,
    amount,
    day,
    maybe_day,
    maybe_flag,
    maybe_number,
    number,
    text,
)
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables_exam import candidate, paper, result, scoring

_YEAR = timedelta(days=365)


def form_text(form: Form) -> str:
    """How a form is kept."""
    tasks = [[task.title, task.most] for task in form.tasks]
    told = {"version": form.version, "tasks": tasks, "part_one": form.part_one}
    return json.dumps(told, ensure_ascii=False)


def form_of(row: Row) -> Form:
    """The form of a sitting's row."""
    told: dict[str, Any] = json.loads(text(row, "form"))
    tasks = tuple(Task(title, most) for title, most in told["tasks"])
    return Form(told["version"], tasks, told["part_one"])


def points_of(row: Row) -> tuple[Decimal, ...]:
    """The points a scorer gave, a task; none before they are in."""
    kept = text(row, "points")
    return tuple(Decimal(one) for one in cast("list[str]", json.loads(kept))) if kept else ()


def points_text(points: Sequence[Decimal]) -> str:
    return json.dumps([format(one, "f") for one in points])


def answers_of(row: Row) -> tuple[str, ...]:
    kept = text(row, "answers")
    return tuple(cast("list[str]", json.loads(kept))) if kept else ()


def sitting_row(reader: Reader, row: Row, left_out: Sequence[int] = ()) -> SittingRow:
    """A sitting with its counts; `left_out` are papers of candidates who have withdrawn."""
    id = number(row, "id")
    mine = [paper.c.sitting_id == id, paper.c.id.not_in(left_out)]
    seats = (
        select(func.count(scoring.c.id)).join(paper, paper.c.id == scoring.c.paper_id).where(*mine)
    )
    papers = select(func.count()).select_from(paper).where(*mine)
    two = seats.where(scoring.c.seat == "B")
    admitted = (
        select(func.count())
        .select_from(candidate)
        .where(candidate.c.sitting_id == id, candidate.c.state == "admitted")
    )
    settled = (
        select(func.count(result.c.id)).join(paper, paper.c.id == result.c.paper_id).where(*mine)
    )

    def count(query: Any) -> int:
        return int(reader.connection.execute(query).scalar_one())

    return SittingRow(
        id,
        day(row, "day"),
        text(row, "title"),
        text(row, "state"),
        count(admitted),
        count(papers),
        count(papers.where(paper.c.state == "answered")),
        count(two),
        count(seats.where(scoring.c.submitted_on.is_not(None))),
        count(seats),
        count(settled),
    )


def paper_row(reader: Reader, row: Row, form: Form, policy: Policy | None) -> PaperRow:
    """A paper with its seats; what one scorer gave is sealed until the other's is in."""
    id = number(row, "id")
    kept = reader.find("scoring", paper_id=id, order="seat")
    stands = paper_outcome(kept, form, policy)
    results = reader.find("result", paper_id=id)
    packets = reader.find("packet", paper_id=id)
    return PaperRow(
        id,
        text(row, "code"),
        text(row, "family"),
        text(row, "state"),
        maybe_number(row, "part_one"),
        tuple(_seat(reader, one, sealed=bool(stands.missing)) for one in kept),
        Outcome("settled", points=stands.points, apart=stands.apart) if results else stands,
        _result(results[0]) if results else None,
        text(packets[-1], "verdict") if packets else "",
    )


def paper_outcome(kept: Sequence[Row], form: Form, policy: Policy | None) -> Outcome:
    """Where a paper stands, from the rows of its seats."""
    totals: dict[str, Decimal | None] = {"A": None, "B": None}
    for one in kept:
        given = points_of(one)
        totals[text(one, "seat")] = sum(given, Decimal(0)) if given else None
    return outcome(totals, form, policy)


def _seat(reader: Reader, row: Row, *, sealed: bool) -> SeatRow:
    done = maybe_day(row, "submitted_on")
    hidden = sealed and not (text(row, "seat") in ("A", "B") and _both_in(reader, row))
    return SeatRow(
        number(row, "id"),
        text(row, "seat"),
        number(row, "scorer_id"),
        people.name_of(reader, number(row, "scorer_id")),
        day(row, "assigned_on"),
        maybe_day(row, "released_on"),
        done,
        hidden and done is not None,
        () if hidden else points_of(row),
        "" if hidden else text(row, "comment"),
        _names(reader, text(row, "why")),
        text(row, "override_reason"),
    )


def _both_in(reader: Reader, row: Row) -> bool:
    first = reader.find("scoring", paper_id=row["paper_id"])
    return all(one["submitted_on"] is not None for one in first if one["seat"] != "C")


def _names(reader: Reader, why: str) -> tuple[str, ...]:
    told: dict[str, Any] = json.loads(why)
    return tuple(people.name_of(reader, int(one)) for one in told.get("left_out", ()))


def _result(row: Row) -> ResultRow:
    return ResultRow(
        text(row, "how"),
        amount(row, "part_two"),
        maybe_flag(row, "part_one_passed"),
        maybe_flag(row, "part_two_passed"),
        bool(row["passed"]),
        text(row, "reason"),
    )


def scorers(reader: Reader, on: date) -> tuple[ScorerRow, ...]:
    """Everybody enrolled to score on a day and endorsed on it, by name."""
    found = [row for row in reader.find("scorer") if row["ended_on"] is None]
    rows = [_scorer(reader, row, on) for row in found]
    return tuple(sorted((one for one in rows if one.held), key=lambda one: one.sort_name))


def _scorer(reader: Reader, row: Row, on: date) -> ScorerRow:
    person = number(row, "person_id")
    who = reader.get("person", person)
    return ScorerRow(
        number(row, "id"),
        person,
        text(who, "name"),
        sort_name(text(who, "name"), text(who, "given"), text(who, "family")),
        cases.held_on(reader, person, on),
        maybe_number(row, "most_papers"),
        papers_since(reader, person, on - _YEAR),
    )


def papers_since(reader: Reader, person: int, first: date) -> int:
    """How many papers somebody was given to score since a day."""
    query = (
        select(func.count())
        .select_from(scoring)
        .where(scoring.c.scorer_id == person, scoring.c.assigned_on >= first.isoformat())
    )
    return int(reader.connection.execute(query).scalar_one())


def papers_in(reader: Reader, person: int, sitting_id: int) -> int:
    """How many papers of one sitting somebody scores."""
    query = (
        select(func.count())
        .select_from(scoring)
        .join(paper, paper.c.id == scoring.c.paper_id)
        .where(scoring.c.scorer_id == person, paper.c.sitting_id == sitting_id)
    )
    return int(reader.connection.execute(query).scalar_one())


def apart(reader: Reader) -> frozenset[frozenset[int]]:
    """The pairs that may not score together."""
    return frozenset(
        frozenset({number(row, "one_id"), number(row, "other_id")})
        for row in reader.find("scorer_apart")
    )


def pairs_of(reader: Reader, sitting_id: int) -> frozenset[frozenset[int]]:
    """Who scored together at a sitting."""
    found: dict[int, set[int]] = {}
    for row in reader.find("paper", sitting_id=sitting_id):
        for one in reader.find("scoring", paper_id=row["id"]):
            if one["seat"] != "C":
                found.setdefault(number(row, "id"), set()).add(number(one, "scorer_id"))
    return frozenset(frozenset(two) for two in found.values() if len(two) == 2)
