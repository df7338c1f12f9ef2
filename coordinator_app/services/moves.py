"""Moves between the registries, prepared so that it is seen who moves, then made in one action."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, Refusal, RuleBroken
from coordinator_app.domain.people import sort_name
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.registry_moves import (
    Moves,
    check_move,
    check_move_day,
    moves_together,
)
from coordinator_app.domain.registry_rules import ACTIVE, reactivation_steps
from coordinator_app.domain.views_registry import MoveLine
from coordinator_app.persistence import cases, people
from coordinator_app.persistence.columns import iso, number, text
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.policies import Policies
from coordinator_app.services.registry import add_move

_SHOWN = "…"  # stands for the evidence while a move is prepared and none is written yet


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """What is to be recorded: to which registry, why, from the start of which day, on what evidence.

    `steps` are the policy's steps back that were seen to; `override_reason` says why one that was
    not is passed over.
    """

    to: str
    reason: str
    on: date
    evidence: str = ""
    steps: tuple[str, ...] = ()
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class RegistryMoves:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def prepare(self, ids: Sequence[int], to: str, reason: str, on: date) -> tuple[MoveLine, ...]:
        """What such a move would do to each of these, and to what moves along with them.

        A line with a `problem` is not moved. Nothing is written.
        """
        found: dict[int, MoveLine] = {}
        with self.store.read() as reader:
            for id in ids:
                for line in self._lines(reader, id, to, reason, on):
                    if line.id not in found or found[line.id].along:
                        found[line.id] = line
        return tuple(found.values())

    def steps_back(self, id: int) -> tuple[str, ...] | None:
        """The policy's steps back to the Active registry; None where the association set none."""
        with self.store.read() as reader:
            owner = number(reader.get("endorsement", id), "person_id")
            policy = self.policies.on(reader, self.today())
            return _steps(policy, cases.moves_of_person(reader, owner)[id])

    def make(self, ids: Sequence[int], draft: MoveDraft) -> Changes:
        """Move all of these, and what moves along with them, or none.

        A sanction and its end concern the person (domain/registry_moves.py, also for what is
        refused). Raises RuleBroken `move.steps_missing` where a step back was not seen to and no
        reason is given; BadInput `move.nothing`.
        """
        if not ids:
            raise BadInput("move.nothing")
        with self.store.write("Move endorsement", reason=_said(draft)) as tx:
            moved: list[int] = []
            for id in ids:
                if id not in moved:
                    moved.extend(self._move(tx, id, draft))
            tx.detail = _named(tx, ids, draft)
        return tx.changes()

    def _move(self, tx: Transaction, id: int, draft: MoveDraft) -> list[int]:
        owner = number(tx.get("endorsement", id), "person_id")
        held = cases.moves_of_person(tx, owner)
        check_move(held[id], draft.to, draft.reason, draft.evidence)
        self._check_steps(tx, owner, held[id], draft)
        together = moves_together(held, id, draft.to, draft.reason)
        for one, (target, why) in together.items():
            check_move_day(held[one], draft.on, self.today())
            add_move(tx, one, draft.on, target, why, draft.evidence.strip())
        return list(together)

    def _check_steps(self, tx: Transaction, owner: int, moves: Moves, draft: MoveDraft) -> None:
        """The way back is the policy's; the evidence of a lifted sanction is asked for already."""
        if draft.to != ACTIVE:
            return
        asked = _steps(self.policies.on(tx, self.today()), moves) or ()
        missing = [one for one in asked if one not in (*draft.steps, "sanction_lifted")]
        if not missing:
            return
        if not draft.override_reason.strip():
            told = tuple(phrase(f"reactivation.{one}") for one in missing)
            raise RuleBroken("move.steps_missing", missing=told)
        passed = {"rule": "reactivation", "reason": draft.override_reason.strip()}
        tx.insert("override", {"person_id": owner, "made_on": iso(draft.on)} | passed)

    def _lines(self, reader: Reader, id: int, to: str, reason: str, on: date) -> Iterator[MoveLine]:
        owner = number(reader.get("endorsement", id), "person_id")
        held = cases.moves_of_person(reader, owner)
        problem = _problem(held[id], to, reason)
        together = {id: (to, reason)} if problem else moves_together(held, id, to, reason)
        for one, (target, why) in together.items():
            trouble = problem or _day_problem(held[one], on, self.today())
            yield _line(reader, one, held[one], (target, why), trouble, along=one != id)


def _line(
    reader: Reader,
    id: int,
    moves: Moves,
    step: tuple[str, str],
    problem: Phrase | None,
    *,
    along: bool,
) -> MoveLine:
    row = reader.get("endorsement", id)
    owner = reader.get("person", number(row, "person_id"))
    name = text(owner, "name")
    return MoveLine(
        id=id,
        person_id=number(row, "person_id"),
        name=name,
        sort_name=sort_name(name, text(owner, "given"), text(owner, "family")),
        category=text(row, "category"),
        status=moves[-1].to,
        reason=moves[-1].reason,
        since=moves[-1].on,
        to=step[0],
        to_reason=step[1],
        along=along,
        problem=problem,
    )


def _steps(policy: Policy | None, moves: Moves) -> tuple[str, ...] | None:
    return reactivation_steps(policy, moves[-1].reason) if policy else None


def _problem(moves: Moves, to: str, reason: str) -> Phrase | None:
    try:
        check_move(moves, to, reason, _SHOWN)
    except Refusal as refusal:
        return Phrase(refusal.code, refusal.facts)
    return None


def _day_problem(moves: Moves, on: date, today: date) -> Phrase | None:
    try:
        check_move_day(moves, on, today)
    except Refusal as refusal:
        return Phrase(refusal.code, refusal.facts)
    return None


def _said(draft: MoveDraft) -> str:
    """The journal's reason: why, on what evidence, and why a step was passed over."""
    parts = (draft.reason, draft.evidence.strip(), draft.override_reason.strip())
    return ": ".join(part for part in parts if part)


def _named(tx: Transaction, ids: Sequence[int], draft: MoveDraft) -> str:
    row = tx.get("endorsement", ids[0])
    first = f"{text(row, 'category')}, {people.name_of(tx, number(row, 'person_id'))}"
    more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
    return f"{first}{more} → {draft.to}"
