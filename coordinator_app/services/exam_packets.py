"""Packets for scorers: built from coded papers, searched for what gives somebody away, released."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from coordinator_app.documents.leaks import LeakReport, scan
from coordinator_app.documents.packets import packet_name, packet_pdf
from coordinator_app.documents.score_sheets import score_sheet
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, MachineTrouble, RuleBroken
from coordinator_app.domain.exams import SMALL_GROUP
from coordinator_app.domain.known import needles
from coordinator_app.domain.papers import CodedPaper, Form, Seat
from coordinator_app.domain.views_exam import FoundRow, ScanRow
from coordinator_app.persistence import exams, identities, people
from coordinator_app.persistence.columns import Row, flag, iso, number, or_none, text
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.runtime import paths
from coordinator_app.runtime.files import trouble_of, write_beside
from coordinator_app.services.exams import case_behind, open_sitting, present_papers

# One common time for every file that goes out: midnight of a day that says nothing.
_COMMON_TIME = 1_704_067_200
_NOT_IN_NAMES = set('<>:"/\\|?*')
SHEET_NAME = "score-sheet.xlsx"


@dataclass(frozen=True, slots=True)
class _Made:
    """A packet with what the search found in it."""

    paper: int
    coded: CodedPaper
    content: bytes
    report: LeakReport


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a finding is passed over, and that a small group was thought of; "" where not needed."""

    leaks: str = ""
    small_group: str = ""


@dataclass(frozen=True, slots=True)
class Packets:
    store: Store
    today: Callable[[], date]

    def scan(self, id: int) -> tuple[ScanRow, ...]:
        """Build every packet of a sitting and search it; nothing is written."""
        with self.store.read() as reader:
            made = self._made(reader, id, present_papers(reader, id))
            return tuple(_scanned(one) for one in made)

    def small_groups(self, id: int) -> tuple[tuple[str, int], ...]:
        """(family, papers) of every group of a sitting in which somebody may be guessed."""
        with self.store.read() as reader:
            return _small(reader, id)

    def release(
        self, id: int, folder: Path, on: date, *, reasons: Reasons | None = None
    ) -> Changes:
        """Write the packets not out yet into `folder`, which must not be there or be empty.

        A folder a scorer, in it a PDF a paper, named by the code, and the score sheet. Raises
        RuleBroken: `packet.answers_missing`, `packet.not_paired`, `packet.nothing`,
        `packet.small_group` and `packet.leaks`, which their reasons pass; BadInput
        `packet.folder_not_empty`; MachineTrouble. It has left the house: not to be undone.
        """
        given = reasons or Reasons()
        said = "; ".join(one.strip() for one in (given.leaks, given.small_group) if one.strip())
        _check_folder(folder)
        with self.store.write("Release packets", reason=or_none(said), outside=True) as tx:
            sitting = open_sitting(tx, id, "planned", "scoring")
            waiting = _waiting(tx, id)
            if not waiting:
                raise RuleBroken("packet.nothing")
            papers = [tx.get("paper", paper) for paper in waiting]
            made = self._made(tx, id, sorted(papers, key=partial(text, name="code")))
            _check_group(tx, id, given)
            _check_leaks(made, given)
            self._record(tx, made, waiting, on, given)
            tx.update("sitting", id, {"state": "scoring"})
            tx.detail = f"{text(sitting, 'title')}: {', '.join(one.coded.code for one in made)}"
            _write(folder, self._folders(tx, id, made, waiting))
        return tx.changes()

    def _made(self, reader: Reader, id: int, rows: Sequence[Row]) -> list[_Made]:
        form = exams.form_of(reader.get("sitting", id))
        practice = flag(reader.find("office")[0], "practice")
        return [self._one(reader, row, form, practice=practice) for row in rows]

    def _one(self, reader: Reader, row: Row, form: Form, *, practice: bool) -> _Made:
        coded = CodedPaper(
            text(row, "code"),
            text(row, "family"),
            form,
            exams.answers_of(row) or ("",) * len(form.tasks),
        )
        content = packet_pdf(coded, paths.fonts_folder(), practice=practice)
        id = number(row, "id")
        who = identities.identity_of(reader, number(case_behind(reader, id), "id"))
        return _Made(id, coded, content, scan(packet_name(coded), content, needles(who)))

    def _record(
        self,
        tx: Transaction,
        made: Sequence[_Made],
        waiting: dict[int, list[Row]],
        on: date,
        given: Reasons,
    ) -> None:
        for one in made:
            passed = or_none(given.leaks) if one.report.verdict != "clean" else None
            told = {"verdict": one.report.verdict, "override_reason": passed}
            tx.insert(
                "packet",
                {
                    "paper_id": one.paper,
                    "sha": hashlib.sha256(one.content).hexdigest(),
                    "findings": _kept(one.report),
                    "group_reason": or_none(given.small_group),
                    "released_on": iso(on),
                }
                | told,
            )
            for seat in waiting[one.paper]:
                tx.update("scoring", number(seat, "id"), {"released_on": iso(on)})

    def _folders(
        self, reader: Reader, id: int, made: Sequence[_Made], waiting: dict[int, list[Row]]
    ) -> dict[str, dict[str, bytes]]:
        """Scorer's folder → file's name → content."""
        practice = flag(reader.find("office")[0], "practice")
        form = exams.form_of(reader.get("sitting", id))
        seats: dict[int, list[tuple[_Made, Seat]]] = {}
        for one in made:
            for row in waiting[one.paper]:
                seat = Seat(one.coded.code, text(row, "seat"), form)
                seats.setdefault(number(row, "scorer_id"), []).append((one, seat))
        names = _folder_names({person: people.name_of(reader, person) for person in seats})
        return {
            names[person]: {packet_name(one.coded): one.content for one, _ in mine}
            | {SHEET_NAME: score_sheet([seat for _, seat in mine], practice=practice)}
            for person, mine in seats.items()
        }


def _waiting(reader: Reader, id: int) -> dict[int, list[Row]]:
    """Paper → its seats whose packets are not out. Raises RuleBroken where something is missing."""
    found: dict[int, list[Row]] = {}
    papers = present_papers(reader, id)
    blank = tuple(text(row, "code") for row in papers if row["state"] != "answered")
    if blank:
        raise RuleBroken("packet.answers_missing", papers=blank)
    for row in papers:
        seats = reader.find("scoring", paper_id=row["id"], order="seat")
        if len(seats) < 2:
            raise RuleBroken("packet.not_paired", paper=text(row, "code"))
        open_seats = [one for one in seats if one["released_on"] is None]
        if open_seats:
            found[number(row, "id")] = [*open_seats]
    return found


def _small(reader: Reader, id: int) -> tuple[tuple[str, int], ...]:
    groups = Counter(text(row, "family") for row in present_papers(reader, id))
    return tuple((family, count) for family, count in sorted(groups.items()) if count < SMALL_GROUP)


def _check_group(reader: Reader, id: int, given: Reasons) -> None:
    small = _small(reader, id)
    if small and not given.small_group.strip():
        family, count = small[0]
        raise RuleBroken("packet.small_group", family=family, count=count)


def _check_leaks(made: Sequence[_Made], given: Reasons) -> None:
    bad = tuple(one.coded.code for one in made if one.report.verdict != "clean")
    if bad and not given.leaks.strip():
        raise RuleBroken("packet.leaks", papers=bad)


def _kept(report: LeakReport) -> str:
    """What was found, without the words themselves: they would say whose paper it is."""
    told = sorted({(one.kind, one.layer, one.weight) for one in report.findings})
    return json.dumps({"findings": told, "image_pages": report.image_pages})


def _scanned(made: _Made) -> ScanRow:
    found = dict.fromkeys(
        FoundRow(one.kind, one.layer, one.weight, one.around, one.page)
        for one in made.report.findings
        if one.layer != "stream"  # what the page says is told once, as text
    )
    streams = dict.fromkeys(
        FoundRow(one.kind, one.layer, one.weight, "", None)
        for one in made.report.findings
        if one.layer == "stream" and one.kind not in {row.kind for row in found}
    )
    return ScanRow(made.paper, made.coded.code, made.report.verdict, (*found, *streams))


# --- files ------------------------------------------------------------------------------------


def _check_folder(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput("packet.folder_not_empty", folder=str(folder))


def _folder_names(names: dict[int, str]) -> dict[int, str]:
    """A folder's name for each scorer: their own name, as any system takes it."""
    taken: dict[int, str] = {}
    for person, name in sorted(names.items(), key=lambda one: one[1]):
        plain = "".join(" " if sign in _NOT_IN_NAMES else sign for sign in name)
        base = " ".join(plain.split()).strip(" .")[:60] or "Scorer"
        free = (base if n == 1 else f"{base} {n}" for n in range(1, len(names) + 2))
        taken[person] = next(one for one in free if one not in taken.values())
    return taken


def _write(folder: Path, folders: dict[str, dict[str, bytes]]) -> None:
    """All of it or nothing, every file with the same times."""
    there = folder.exists()
    try:
        for name, files in folders.items():
            (folder / name).mkdir(parents=True)
            for file, content in files.items():
                write_beside(folder / name / file, content)
        for path in _deepest_first(folder):
            os.utime(path, (_COMMON_TIME, _COMMON_TIME))
    except (OSError, MachineTrouble) as trouble:
        _take_away(folder, keep=there)
        if isinstance(trouble, OSError):
            raise trouble_of(folder, trouble) from trouble
        raise


def _deepest_first(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*"), key=lambda path: -len(path.parts))


def _take_away(folder: Path, *, keep: bool) -> None:
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        shutil.rmtree(path, ignore_errors=True)
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)
