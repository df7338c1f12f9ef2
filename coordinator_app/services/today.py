"""What is due and why, recomputed whenever it is asked for: there is no scheduler to forget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.today import DueItem, due_items, one_a_case
from coordinator_app.domain.views import Counts, DueRow, RoundRow
from coordinator_app.persistence import due, people
from coordinator_app.persistence.columns import Row, maybe_number, number, text
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.services.policies import Policies

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


@dataclass(frozen=True, slots=True)
class Today:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def list(self) -> TodayList:
        """Today in full."""
        with self.store.read() as reader:
            rows = _grouped(reader, self._items(reader), self.today())
            return TodayList(self.today(), rows, self._rounds(reader))

    def items(self) -> tuple[DueItem, ...]:
        """Every due item by itself, what is most days late first."""
        with self.store.read() as reader:
            return self._items(reader)

    def counts(self) -> Counts:
        with self.store.read() as reader:
            items = self._items(reader)
            late = sum(item.days_late(self.today()) > 0 for item in items)
            lines = len(_grouped(reader, items, self.today()))
            open_, active, everybody = due.counts(reader, self.today())
            return Counts(lines, late, open_, active, everybody)

    def _items(self, reader: Reader) -> tuple[DueItem, ...]:
        today, policy_on = self.today(), self.policies.finder(reader)
        pinned = dict(self.policies.read(reader))
        judged_by = {
            row["id"]: self._policy_of(row, pinned, policy_on) for row in reader.find("application")
        }
        found = due_items(
            due.open_cases(reader),
            due.active_endorsements(reader, today),
            due.open_todos(reader),
            due.open_questions(reader),
            today,
            lambda facts: judged_by[facts.id],
            policy_on,
        )
        return one_a_case(found)

    def _policy_of(
        self, row: Row, pinned: Mapping[int, Policy], policy_on: PolicyOn
    ) -> Policy | None:
        """The pinned policy; before submission, also of a case taken up again, today's."""
        if row["submitted"] is None:
            return policy_on(self.today())
        return pinned.get(maybe_number(row, "policy_id") or 0)

    def _rounds(self, reader: Reader) -> tuple[RoundRow, ...]:
        """The newest rounds, and older ones in which something is late; the oldest first."""
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
        shown = [one for at, one in enumerate(found) if at < _SHOWN_ROUNDS or one.late]
        return tuple(reversed(shown[:_SHOWN_ROUNDS]))


def _late(group: Sequence[DueItem], today: date) -> bool:
    """Late replies stay lines of their own: each is somebody who waits."""
    return group[0].kind == "reply" and group[0].days_late(today) > 0


def _grouped(reader: Reader, items: Sequence[DueItem], today: date) -> tuple[DueRow, ...]:
    rows: list[DueRow] = []
    for (kind, _due), same in groupby(items, key=lambda item: (item.kind, item.due)):
        group = tuple(same)
        if kind in _GROUPED and len(group) >= _GROUP_FROM and not _late(group, today):
            rows.append(DueRow(group, "", ""))
        else:
            rows += [_row(reader, item) for item in group]
    return tuple(rows)


def _row(reader: Reader, item: DueItem) -> DueRow:
    return DueRow((item,), people.name_of(reader, item.person), _subtitle(reader, item))


def _subtitle(reader: Reader, item: DueItem) -> str:
    if item.application is not None:
        row = reader.get("application", item.application)
        case = case_term(number(row, "case_year"), number(row, "case_running"))
        return f"{text(row, 'category')} · {case}"
    if item.endorsement is not None:
        return text(reader.get("endorsement", item.endorsement), "category")
    return ""
