"""The coordinator's desk: the open file with every service on it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator_app.domain.policy import RuleValue
from coordinator_app.persistence import backup, file
from coordinator_app.persistence.backup import Backup
from coordinator_app.services.applications import Applications
from coordinator_app.services.case import Cases
from coordinator_app.services.checks import Checks
from coordinator_app.services.decisions import Decisions
from coordinator_app.services.endorsements import Endorsements
from coordinator_app.services.exam_packets import Packets
from coordinator_app.services.exam_pairs import Pairs
from coordinator_app.services.exam_scores import Scores
from coordinator_app.services.exams import Exams
from coordinator_app.services.history import History
from coordinator_app.services.imports import Imports
from coordinator_app.services.letters import Letters
from coordinator_app.services.moves import RegistryMoves
from coordinator_app.services.notes import Notes
from coordinator_app.services.office import Office, OfficeDraft
from coordinator_app.services.people import People
from coordinator_app.services.policies import Policies
from coordinator_app.services.post import Post
from coordinator_app.services.references import References
from coordinator_app.services.registry import Registry
from coordinator_app.services.reports import Reports
from coordinator_app.services.reviews import Reviews
from coordinator_app.services.today import Today

Clock = Callable[[], datetime]
BackedUp = Backup


class _Zone:
    """The office's zone: known only once the file is open.

    `day` is taken for today in place of the clock's; the journal keeps the clock's moment.
    """

    def __init__(self, clock: Clock, day: date | None = None) -> None:
        self._clock = clock
        self._day = day
        self.zone: ZoneInfo | None = None

    def now(self) -> datetime:
        """The moment in the office's own zone (UTC while there is no office yet)."""
        return self._clock().astimezone(self.zone or ZoneInfo("UTC"))

    def today(self) -> date:
        return self._day or self.now().date()


@dataclass(frozen=True, slots=True)
class FileCard:
    """What the status line says of the file.

    `entries` counts the journal's, `saved` is the local moment of the last one (naive), `policy`
    the title of the policy in force, or "".
    """

    path: Path
    protected: bool
    entries: int
    saved: datetime | None
    policy: str


class Desk:
    """Every service on one open file. `clock` gives the present moment, aware."""

    def __init__(self, opened: file.OfficeFile, zone: _Zone) -> None:
        self._file = opened
        self._zone = zone
        store, today = opened.store, zone.today
        self.today = today
        self.policies = Policies(store)
        self.office = Office(store, today)
        self.people = People(store, today)
        self.applications = Applications(store, self.policies, today)
        self.references = References(store, self.policies, today)
        self.reviews = Reviews(store, self.policies, today)
        self.decisions = Decisions(store, self.policies, today)
        self.cases = Cases(store, self.policies, today)
        self.letters = Letters(store, self.policies, today)
        self.post = Post(store, self.letters, today)
        self.registry = Registry(store, self.policies, today)
        self.endorsements = Endorsements(store, self.policies, self.registry, today)
        self.moves = RegistryMoves(store, self.policies, today)
        self.notes = Notes(store, today)
        self.history = History(store)
        self.checks = Checks(store, self.policies, today)
        self.imports = Imports(store, self.policies, today)
        self.exams = Exams(store, self.policies, today)
        self.pairs = Pairs(store, self.policies, today)
        self.packets = Packets(store, today)
        self.scores = Scores(store, self.policies, today)
        self.due = Today(store, self.policies, today)
        self.reports = Reports(store, self.policies, today)

    @property
    def path(self) -> Path:
        return self._file.path

    def settle_zone(self) -> None:
        """From now on days are those of the office's own time zone."""
        self._zone.zone = ZoneInfo(self.office.card().time_zone)

    def file_card(self) -> FileCard:
        newest = next(iter(self.history.newest(1)), None)
        return FileCard(
            self.path,
            self._file.protected,
            newest.seq if newest else 0,
            datetime.fromisoformat(newest.at) if newest else None,
            self._policy_title(),
        )

    def _policy_title(self) -> str:
        with self._file.store.read() as reader:
            policy = self.policies.on(reader, self.today())
            return policy.title if policy else ""

    def back_up(self, path: Path) -> Backup:
        """A verified copy at `path`, with the same passphrase. Raises BadInput, MachineTrouble."""
        return backup.make(self._file.engine, path, key=self._file.key)

    def together(self) -> AbstractContextManager[None]:
        """Many actions in one transaction of the file: see `Store.together`."""
        return self._file.store.together()

    def close(self) -> None:
        self._file.close()


def make_office(
    path: Path,
    draft: OfficeDraft,
    *,
    clock: Clock,
    settings: Mapping[str, RuleValue | None] | None = None,
    passphrase: str | None = None,
    marks: Callable[[int], bytes] = secrets.token_bytes,
    day: date | None = None,
) -> Desk:
    """Make a new file with its office in it, and sit down at it.

    `marks`: see `file.create`. `day` is taken for today; the journal keeps the clock's moments.
    """
    zone = _Zone(clock, day)
    zone.zone = ZoneInfo(draft.time_zone)
    opened = file.create(path, now=zone.now, passphrase=passphrase, marks=marks)
    desk = Desk(opened, zone)
    try:
        desk.office.make(draft, settings)
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk


def open_desk(
    path: Path, *, clock: Clock, passphrase: str | None = None, day: date | None = None
) -> Desk:
    """Open an office's file, on `day` where that is to be taken for today.

    Raises BadInput (`file.passphrase_needed` ...) and MachineTrouble.
    """
    zone = _Zone(clock, day)
    opened = file.open_file(path, now=zone.now, passphrase=passphrase)
    desk = Desk(opened, zone)
    try:
        desk.settle_zone()
    except BaseException:
        desk.close()
        raise
    return desk
