"""`exam list`, `exam pair`, `exam packets`: sittings without a window. Papers are codes here too."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.parser import OFFICE, Command, Words, count
from coordinator_app.cli.told import DONE, FOUND, Told, line, said, table
from coordinator_app.domain.pairing import Answer
from coordinator_app.domain.views_exam import PaperRow, ScanRow, SittingRow
from coordinator_app.services.desk import Desk
from coordinator_app.services.exam_packets import Reasons

_SITTINGS = ("sitting", "day", "title", "state", "candidates", "papers", "paired", "scores")
_PAIRS = ("paper", "scorer A", "scorer B", "outcome")
_SCANNED = ("paper", "verdict", "found")


def _list(words: Words) -> Told:
    """Every sitting, the newest first."""
    with desk_of(words) as desk:
        rows = desk.exams.list()
    plain = [_plain_sitting(row) for row in rows]
    shown = [tuple(one.values())[: len(_SITTINGS)] for one in plain]
    return Told(
        {"sittings": plain}, [line("cli.sittings", count=len(rows)), *table(_SITTINGS, shown)]
    )


def _plain_sitting(row: SittingRow) -> dict[str, object]:
    return {
        "sitting": row.id,
        "day": row.day,
        "title": row.title,
        "state": row.state,
        "candidates": row.candidates,
        "papers": row.papers,
        "paired": row.paired,
        "scores": f"{row.scores_in}/{row.scores_wanted}",
        "settled": row.settled,
    }


def _sitting_words(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sitting", type=count, required=True, metavar="N", help="its number in `exam list`"
    )


def _pair_words(parser: ArgumentParser) -> None:
    _sitting_words(parser)
    parser.add_argument("--seed", type=count, metavar="S", help="draw lots by this number")
    parser.add_argument("--dry-run", action="store_true", help="show the pairs, write nothing")


def _pair(words: Words) -> Told:
    """Two scorers for each paper that has none; with --dry-run only told."""
    with desk_of(words) as desk:
        if words.dry_run:
            return _proposed(desk.pairs.propose(words.sitting, words.seed or 0))
        desk.pairs.pair(words.sitting, desk.today(), seed=words.seed)
        card = desk.exams.card(words.sitting)
    plain = [_plain_pair(paper) for paper in card.papers]
    head = line("cli.paired", count=card.row.paired, seed=card.seed)
    shown = [tuple(one.values()) for one in plain]
    return Told({"seed": card.seed, "pairs": plain}, [head, *table(_PAIRS, shown)])


def _proposed(answer: Answer) -> Told:
    reasons = [said(one) for one in answer.short]
    pairs = {code: list(two) for code, two in answer.pairs.items()}
    shown = [(code, *two) for code, two in answer.pairs.items()]
    titles = ("paper", "scorer", "scorer")
    plain = {"pairs": pairs, "short": reasons}
    return Told(plain, [*reasons, *table(titles, shown)], FOUND if reasons else DONE)


def _plain_pair(paper: PaperRow) -> dict[str, object]:
    names = {one.seat: one.scorer_name for one in paper.seats}
    return {
        "paper": paper.code,
        "A": names.get("A"),
        "B": names.get("B"),
        "outcome": paper.outcome.state,
    }


def _packet_words(parser: ArgumentParser) -> None:
    _sitting_words(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="release into this empty folder; without: only search",
    )
    parser.add_argument("--small-group", default="", metavar="REASON", help="confirm a small group")
    parser.add_argument("--leaks", default="", metavar="REASON", help="release despite findings")


def _packets(words: Words) -> Told:
    """Search every packet; with --out release what is not out yet."""
    with desk_of(words) as desk:
        if words.out is not None:
            return _release(desk, words)
        found = desk.packets.scan(words.sitting)
    bad = sum(one.verdict != "clean" for one in found)
    plain = [_plain_scan(one) for one in found]
    shown = [(one["paper"], one["verdict"], ", ".join(_kinds(row))) for one, row in zip(plain, found, strict=True)]  # fmt: skip
    head = line("cli.searched", count=len(found), bad=bad)
    return Told({"packets": plain}, [head, *table(_SCANNED, shown)], FOUND if bad else DONE)


def _release(desk: Desk, words: Words) -> Told:
    reasons = Reasons(words.leaks, words.small_group)
    desk.packets.release(words.sitting, words.out, desk.today(), reasons=reasons)
    files = sorted(one.relative_to(words.out) for one in words.out.rglob("*") if one.is_file())
    plain = {"folder": str(words.out), "files": [one.as_posix() for one in files]}
    return Told(plain, [line("cli.released", count=len(files), folder=words.out)])


def _plain_scan(row: ScanRow) -> dict[str, object]:
    found = [{"kind": one.kind, "where": one.layer, "weight": one.weight} for one in row.found]
    return {"paper": row.code, "verdict": row.verdict, "found": found}


def _kinds(row: ScanRow) -> list[str]:
    return sorted({one.kind if one.weight == "certain" else f"({one.kind})" for one in row.found})


COMMANDS = (
    Command("exam list", "the exam sittings and how far they are", _list, OFFICE),
    Command(
        "exam pair", "two scorers for each paper, without conflict", _pair, OFFICE, _pair_words
    ),
    Command(
        "exam packets", "search the packets, and release them", _packets, OFFICE, _packet_words
    ),
)
