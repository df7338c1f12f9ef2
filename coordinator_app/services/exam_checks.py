"""The invariants of product.md §5 that speak of papers (2, 3 and 4), proved on the open file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.reviews import NEVER
from coordinator_app.persistence import conflicts, door
from coordinator_app.persistence.columns import day, number, text
from coordinator_app.persistence.store import Reader
from coordinator_app.services.exams import case_behind


def exam_faults(reader: Reader) -> Iterator[Phrase]:
    """Every paper has one candidate behind the door, scorers without conflict, independent scores."""
    for row in reader.find("paper", order="code"):
        id, code = number(row, "id"), text(row, "code")
        if not door.is_whole(reader, id):
            yield phrase("check.door", paper=code)
            continue
        yield from _seats(reader, id, code)
        yield from _scorers(reader, id, code)
        yield from _packets(reader, id, code)


def _seats(reader: Reader, paper: int, code: str) -> Iterator[Phrase]:
    """3: two scorers, or three when the first two were in; a result only after at least two."""
    seats = {text(row, "seat"): row for row in reader.find("scoring", paper_id=paper)}
    done = [seat for seat, row in seats.items() if row["submitted_on"] is not None]
    if "C" in seats and not {"A", "B"} <= set(done):
        yield phrase("check.third_too_early", paper=code)
    if reader.find("result", paper_id=paper) and (len(done) < 2 or len(done) < len(seats)):
        yield phrase("check.result_too_early", paper=code)


def _scorers(reader: Reader, paper: int, code: str) -> Iterator[Phrase]:
    """2: nobody scores a paper of somebody they are tied to, but by an override with a reason."""
    for row, one, known in _ties(reader, paper):
        by_override = bool(text(row, "override_reason")) and one not in NEVER
        if known and not by_override:
            yield phrase("check.scorer_conflict", paper=code, conflict=phrase(f"conflict.{one}"))


def _ties(reader: Reader, paper: int) -> Iterator[tuple[dict[str, object], str, bool]]:
    applicant = number(case_behind(reader, paper), "person_id")
    for row in reader.find("scoring", paper_id=paper):
        scorer, on = number(row, "scorer_id"), day(row, "assigned_on")
        for one in conflicts.told_conflicts(reader, applicant, scorer, on):
            known = conflicts.known_before(reader, one, "scoring", number(row, "id"))
            yield row, one.code, known


def _packets(reader: Reader, paper: int, code: str) -> Iterator[Phrase]:
    """4: nothing went out that names the examinee, but with a reason; what went out was searched."""
    packets = reader.find("packet", paper_id=paper)
    for row in packets:
        if text(row, "verdict") != "clean" and not text(row, "override_reason"):
            yield phrase("check.packet_leaks", paper=code)
    out = [row for row in reader.find("scoring", paper_id=paper) if row["released_on"] is not None]
    if out and not packets:
        yield phrase("check.packet_missing", paper=code)


def exam_overrides(reader: Reader) -> Iterator[Phrase]:
    """What was allowed with a reason, and each time the door was opened."""
    for record, column, say in _REASONS:
        for row in reader.find(record):
            if text(row, column):
                code = text(reader.get("paper", number(row, "paper_id")), "code")
                yield say(code, text(row, column))
    for row in reader.find("candidate"):
        if text(row, "override_reason"):
            title = text(reader.get("sitting", number(row, "sitting_id")), "title")
            yield phrase("check.admitted", sitting=title, reason=text(row, "override_reason"))


_REASONS: tuple[tuple[str, str, Callable[[str, str], Phrase]], ...] = (
    ("opening", "reason", lambda code, why: phrase("check.opened", paper=code, reason=why)),
    (
        "scoring",
        "override_reason",
        lambda code, why: phrase("check.scorer_override", paper=code, reason=why),
    ),
    (
        "packet",
        "override_reason",
        lambda code, why: phrase("check.packet_override", paper=code, reason=why),
    ),
    (
        "packet",
        "group_reason",
        lambda code, why: phrase("check.small_group", paper=code, reason=why),
    ),
)
