"""What is due and why, up to date whenever it is asked for: there is no scheduler to forget."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from coordinator_app.domain.today import DueItem
from coordinator_app.domain.views import Counts, DueRow, RoundRow
from coordinator_app.persistence import due
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.services.policies import Policies
from coordinator_app.services.today_kept import Day, Kept

_SHOWN_ROUNDS = 3
# Kinds that many people share on one day are one line of Today, opened into their list.
_GROUPED = ("reply", "renewal_hours", "code_of_ethics", "attestation", "question", "acceptance")
_GROUP_FROM = 3


@dataclass(frozen=True, slots=True)
class TodayList:
    """Everything due today and later, in groups, and how the newest rounds stand."""

    day: date
    rows: tuple[DueRow, ...]
    rounds: tuple[RoundRow, ...]


@dataclass(slots=True)
class Today:
    """Kept between calls, and brought up to date by what has changed: see today_kept.py."""

    store: Store
    policies: Policies
    today: Callable[[], date]
    _kept: Kept | None = field(default=None, repr=False)
    _alone: Lock = field(default_factory=Lock, repr=False)

    def list(self) -> TodayList:
        """Today in full."""
        with self._up_to_date() as (reader, kept):
            rows = _rows(reader, kept, self.today())
            return TodayList(self.today(), rows, self._rounds(reader))

    def items(self) -> tuple[DueItem, ...]:
        """Every due item by itself, what is most days late first."""
        with self._up_to_date() as (_reader, kept):
            return kept.items

    def counts(self) -> Counts:
        with self._up_to_date() as (_reader, kept):
            lines = sum(1 if _is_line(group, self.today()) else len(group) for group in kept.groups)
            return Counts(lines, kept.late, kept.open_cases, kept.active, kept.people)

    @contextmanager
    def _up_to_date(self) -> Generator[tuple[Reader, Kept]]:
        """One thread at a time: what two ask for at once is computed once."""
        with self._alone, self.store.read() as reader:
            policies = dict(self.policies.read(reader))
            day = Day(self.today(), policies, self.policies.finder(reader))
            kept, self._kept = self._kept, None
            if kept is None or not kept.up_to_date(reader, day):
                kept = Kept(reader, day)
            self._kept = kept
            yield reader, kept

    def _rounds(self, reader: Reader) -> tuple[RoundRow, ...]:
        """The newest rounds, and the last older one in which something is late; the oldest first."""
        today = self.today()
        present = today.isoformat()[:7]
        found = [
            RoundRow(
                name,
                applications,
                decided,
                late,
                date.fromisoformat(reply_due) if reply_due else None,
                open=name >= present,
            )
            for name, applications, decided, late, reply_due in due.rounds(reader, today)
        ]
        older = [one for one in found[_SHOWN_ROUNDS:] if one.late][:1]
        return tuple(reversed([*found[:_SHOWN_ROUNDS], *older]))


def _is_line(group: Sequence[DueItem], today: date) -> bool:
    """Whether many are one line. Late replies never are: each is somebody who waits."""
    first = group[0]
    waits = first.kind == "reply" and first.days_late(today) > 0
    return first.kind in _GROUPED and len(group) >= _GROUP_FROM and not waits


def _rows(reader: Reader, kept: Kept, today: date) -> tuple[DueRow, ...]:
    groups = [(group, _is_line(group, today)) for group in kept.groups]
    single = _Single.read(reader, [item for group, line in groups if not line for item in group])
    rows: list[DueRow] = []
    for group, line in groups:
        rows += [DueRow(group, "", "")] if line else [single.row(item) for item in group]
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Single:
    """What lines of their own say of their person, case or endorsement."""

    names: Mapping[int, str]
    cases: Mapping[int, str]
    categories: Mapping[int, str]

    @classmethod
    def read(cls, reader: Reader, items: Sequence[DueItem]) -> _Single:
        return cls(
            due.names(reader, {item.person for item in items}),
            due.case_titles(reader, {item.application for item in items if item.application}),
            due.categories(reader, {item.endorsement for item in items if item.endorsement}),
        )

    def row(self, item: DueItem) -> DueRow:
        subtitle = ""
        if item.application is not None:
            subtitle = self.cases[item.application]
        elif item.endorsement is not None:
            subtitle = self.categories[item.endorsement]
        return DueRow((item,), self.names[item.person], subtitle)
