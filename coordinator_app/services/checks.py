"""The invariants of product.md §5, proved on the open file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain import calendar
from coordinator_app.domain.letters import letter_of
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.reviews import NEVER
from coordinator_app.persistence import backup, blobs, conflicts, journal, proofs
from coordinator_app.persistence.columns import Row, day, flag, number, text
from coordinator_app.persistence.search import case_term
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.services.exam_checks import exam_faults, exam_overrides
from coordinator_app.services.policies import Policies


@dataclass(frozen=True, slots=True)
class Report:
    """`faults` break an invariant; `overrides` were allowed with a reason, or became known too late
    to be refused; `imported` counts the history that passed no gate, by record, and is judged apart."""

    faults: tuple[Phrase, ...]
    overrides: tuple[Phrase, ...]
    imported: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Checks:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def report(self, anchor: tuple[int, str] | None = None) -> Report:
        """Prove everything. `anchor`: the journal's end as remembered outside the file."""
        with self.store.read() as reader:
            faults = tuple(_pages(reader))
            if faults:  # rows on such pages cannot be read
                return Report(faults, (), ())
            faults = tuple(self._records(reader, anchor))
            allowed = (*_overrides(reader), *_learned_later(reader), *exam_overrides(reader))
            return Report(faults, allowed, tuple(_imported(reader)))

    def _records(self, reader: Reader, anchor: tuple[int, str] | None) -> Iterator[Phrase]:
        yield from _journal(reader, anchor)
        yield from _registries(reader)
        yield from _reviews(reader)
        yield from _letters(reader)
        yield from self._policies(reader)
        yield from _references(reader)
        yield from _states(reader)
        yield from exam_faults(reader)

    def _policies(self, reader: Reader) -> Iterator[Phrase]:
        """7: judged by the policy in force when submitted, with its round and reply day."""
        for row in reader.find("application", imported=0):
            if row["submitted"] is None:
                continue
            submitted = PartialDate.parse(text(row, "submitted"))
            wanted = self.policies.id_on(reader, submitted.first())
            kept = reader.find("override", application_id=row["id"], rule="policy.kept")
            if row["policy_id"] != wanted and not kept:
                yield phrase("check.other_policy", case=_case(row))
            policy = self.policies.by_id(reader, number(row, "policy_id"))
            assert policy is not None
            due = calendar.reply_due(submitted, policy)
            if row["round"] != calendar.round_of(submitted) or row["reply_due"] != (
                due.isoformat() if due else None
            ):
                yield phrase("check.other_round", case=_case(row))


def _case(row: Row) -> str:
    return case_term(number(row, "case_year"), number(row, "case_running"))


def _pages(reader: Reader) -> Iterator[Phrase]:
    for line in backup.damages(reader.connection)[:20]:
        yield phrase("check.page", detail=line)


def _journal(reader: Reader, anchor: tuple[int, str] | None) -> Iterator[Phrase]:
    """6 and 8: the chain holds, every row is what it says, nothing was deleted."""
    for fault in journal.verify(reader.connection, anchor):
        yield phrase(f"journal.{fault.code}", entry=fault.seq)
    for one in proofs.unlike_rows(reader):
        yield phrase(f"check.row.{one.how}", record=phrase(f"record.{one.record}"), number=one.row)
    for seq in proofs.deletions(reader):
        yield phrase("check.deleted", entry=seq)
    for sha in blobs.altered(reader):
        yield phrase("check.content", sha=sha[:12])
    for person in proofs.stale_terms(reader):
        yield phrase("check.search", number=person)


def _registries(reader: Reader) -> Iterator[Phrase]:
    """1: on exactly one registry since it came; a sanctioned person on no active list."""
    sanctioned: set[object] = set()
    active: list[Row] = []
    for row in reader.find("endorsement"):
        moves = reader.find("move", endorsement_id=row["id"], order="day")
        if not moves:
            yield phrase("check.no_registry", number=number(row, "id"))
        elif text(moves[-1], "reason") == "sanctioned":
            sanctioned.add(row["person_id"])
        elif text(moves[-1], "target") == "active":
            active.append(row)
    for row in active:
        if row["person_id"] in sanctioned:
            yield phrase("check.sanctioned_active", number=number(row, "id"))


def _reviews(reader: Reader) -> Iterator[Phrase]:
    """2: nobody reviews a person they have a conflict with, but by an override with a reason."""
    for row, code, known in _conflicts(reader):
        if known:
            yield phrase("check.conflict", case=_case(row), conflict=phrase(f"conflict.{code}"))


def _learned_later(reader: Reader) -> Iterator[Phrase]:
    """Conflicts written into the file only after the reviewer had been assigned."""
    for row, code, known in _conflicts(reader):
        if not known:
            yield phrase(
                "check.conflict_later", case=_case(row), conflict=phrase(f"conflict.{code}")
            )


def _conflicts(reader: Reader) -> Iterator[tuple[Row, str, bool]]:
    """Conflicts without an override: the case, the code, and whether it was known at assignment."""
    for review in reader.find("review"):
        row = reader.get("application", number(review, "application_id"))
        applicant, reviewer = number(row, "person_id"), number(review, "reviewer_id")
        told = conflicts.told_conflicts(reader, applicant, reviewer, day(review, "assigned_on"))
        for one in told:
            known = conflicts.known_before(reader, one, "review", number(review, "id"))
            allowed = reader.find("override", application_id=row["id"], rule=f"conflict.{one.code}")
            by_override = bool(allowed) or text(review, "why") == "override"
            if one.code in NEVER or not by_override:
                yield row, one.code, known


def _letters(reader: Reader) -> Iterator[Phrase]:
    """5: a decision letter says what the recorded decision says."""
    for row in reader.find("letter"):
        if row["decision_id"] is None:
            continue
        decision = reader.get("decision", number(row, "decision_id"))
        told = json.loads(text(row, "facts"))
        kind = text(decision, "kind")
        if told["decision"] != kind or text(row, "kind") != letter_of(kind).value:
            yield phrase("check.letter", letter=text(row, "number"))


def _references(reader: Reader) -> Iterator[Phrase]:
    """Raters are different people, none the applicant. Imported history may say otherwise."""
    seen: set[tuple[object, object]] = set()
    for row in reader.find("reference"):
        case = reader.get("application", number(row, "application_id"))
        pair = (row["application_id"], row["rater_id"])
        if flag(case, "imported"):
            continue
        if row["rater_id"] == case["person_id"]:
            yield phrase("check.rates_oneself", case=_case(case))
        if text(row, "state") not in ("void", "declined", "replaced"):
            if pair in seen:
                yield phrase("check.rates_twice", case=_case(case))
            seen.add(pair)


def _states(reader: Reader) -> Iterator[Phrase]:
    """A case's state agrees with its decisions and with the registry."""
    for row in reader.find("application", imported=0):
        decisions = reader.find("decision", application_id=row["id"], submission=row["submission"])
        decided = text(decisions[-1], "kind") if decisions else None
        if row["submitted"] is None:  # not submitted yet, or taken up again
            decided = None
        if row["decision"] != decided:
            yield phrase("check.decision", case=_case(row))
        endorsed = reader.find("endorsement", application_id=row["id"])
        if (text(row, "state") == "endorsed") != bool(endorsed):
            yield phrase("check.endorsed", case=_case(row))


def _overrides(reader: Reader) -> Iterator[Phrase]:
    for row in reader.find("override"):
        rule, reason = phrase(f"override.{text(row, 'rule')}"), text(row, "reason")
        if row["application_id"] is None:
            owner = text(reader.get("person", number(row, "person_id")), "name")
            yield phrase("check.override_of_person", name=owner, rule=rule, reason=reason)
        else:
            case = reader.get("application", number(row, "application_id"))
            yield phrase("check.override", case=_case(case), rule=rule, reason=reason)


def _imported(reader: Reader) -> Iterator[tuple[str, int]]:
    for record in ("person", "application", "decision", "endorsement", "renewal"):
        count = sum(flag(row, "imported") for row in reader.find(record, imported=1))
        if count:
            yield record, count
