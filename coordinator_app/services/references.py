"""Raters and their ratings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain import calendar
from coordinator_app.domain.applications import check_step
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.facts import RATER_KINDS
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.references import RatingDraft, check_reference_step
from coordinator_app.persistence import people
from coordinator_app.persistence.columns import iso, maybe_day, maybe_number, number, text
from coordinator_app.persistence.store import Store, Transaction
from coordinator_app.services.people import check_draft
from coordinator_app.services.policies import Policies

_GONE = ("void", "declined", "replaced")


@dataclass(frozen=True, slots=True)
class References:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def name_rater(
        self,
        application_id: int,
        rater: int | PersonDraft,
        kind: str,
        on: date,
        *,
        vetted: bool = False,
    ) -> Changes:
        """Name somebody who will rate the applicant; `made` is the reference's number.

        Three different people, none the applicant. `vetted`: not endorsed, but accepted by phone.
        """
        with self.store.write("Name rater") as tx:
            tx.made = self._name(tx, application_id, rater, kind, on, vetted=vetted)
        return tx.changes()

    def _name(
        self,
        tx: Transaction,
        id: int,
        rater: int | PersonDraft,
        kind: str,
        on: date,
        *,
        vetted: bool,
    ) -> int:
        row = tx.get("application", id)
        check_step("name_rater", text(row, "state"))
        if kind not in RATER_KINDS:
            raise BadInput("reference.unknown_kind", kind=kind)
        if isinstance(rater, PersonDraft):
            check_draft(rater)
        known = people.add(tx, rater) if isinstance(rater, PersonDraft) else rater
        tx.detail = people.name_of(tx, known)
        if known == number(row, "person_id"):
            raise RuleBroken("reference.is_applicant", name=tx.detail)
        for other in tx.find("reference", application_id=id, rater_id=known):
            if text(other, "state") not in _GONE:
                raise RuleBroken("reference.named_already", name=tx.detail)
        values = {"kind": kind, "state": "named", "named_on": iso(on), "reminders": 0}
        who = {"application_id": id, "rater_id": known, "rater_vetted": int(vetted)}
        return tx.insert("reference", who | values)

    def ask(self, id: int, on: date) -> Changes:
        return self._step("Ask rater", "ask", id, {"state": "asked", "asked_on": iso(on)})

    def remind(self, id: int, on: date) -> Changes:
        """Note a reminder sent; they are counted."""
        with self.store.write("Remind rater") as tx:
            row = self._check(tx, "remind", id)
            count = number(row, "reminders") + 1
            said = {"state": "reminded", "reminders": count, "reminded_on": iso(on)}
            tx.update("reference", id, said)
        return tx.changes()

    def decline(self, id: int) -> Changes:
        return self._step("Record declined", "decline", id, {"state": "declined"})

    def receive(self, id: int, rating: RatingDraft) -> Changes:
        """Record a rating. With as many blanks as the policy names it is void at once."""
        with self.store.write("Record rating") as tx:
            row = self._check(tx, "receive", id)
            values = {
                "state": "received",
                "completed_on": iso(rating.completed_on),
                "received_on": iso(rating.received_on),
                "blanks": rating.blanks,
                "recommends": None if rating.recommends is None else int(rating.recommends),
                "waiver": None if rating.waiver is None else int(rating.waiver),
            }
            policy = self._policy(tx, number(row, "application_id"))
            limit = policy.count("references.blanks_void") if policy else None
            if limit is not None and rating.blanks is not None and rating.blanks >= limit:
                values |= {"state": "void", "void_reason": "blanks"}
            tx.update("reference", id, values)
        return tx.changes()

    def accept(self, id: int, on: date) -> Changes:
        """Let a received rating count. One too old on the day of review is refused."""
        with self.store.write("Accept rating") as tx:
            row = self._check(tx, "accept", id)
            self._check_age(tx, row, on)
            tx.update("reference", id, {"state": "accepted", "accepted_on": iso(on)})
        return tx.changes()

    def _check_age(self, tx: Transaction, row: Mapping[str, object], on: date) -> None:
        completed = maybe_day(row, "completed_on")
        policy = self._policy(tx, number(row, "application_id"))
        if completed is None or policy is None:
            return
        until = calendar.rating_valid_until(completed, policy)
        measured = self._review_day(tx, number(row, "application_id")) or on
        if until is not None and measured > until:
            raise RuleBroken("rating.too_old", completed=completed, until=until, measured=measured)

    def _review_day(self, tx: Transaction, application_id: int) -> date | None:
        """The day the first reviewer of the present submission was assigned."""
        present = number(tx.get("application", application_id), "submission")
        reviews = tx.find("review", application_id=application_id, submission=present)
        days = (maybe_day(review, "assigned_on") for review in reviews)
        return min((found for found in days if found), default=None)

    def void(self, id: int, reason: str) -> Changes:
        """Say that a rating does not count, and why."""
        if not reason.strip():
            raise BadInput("reference.reason_missing")
        with self.store.write("Void rating", reason=reason) as tx:
            self._check(tx, "void", id)
            tx.update("reference", id, {"state": "void", "void_reason": reason.strip()})
        return tx.changes()

    def replace(
        self, id: int, rater: int | PersonDraft, kind: str, on: date, *, vetted: bool = False
    ) -> Changes:
        """Name another rater in the place of this one; `made` is the new reference's number."""
        with self.store.write("Replace rater") as tx:
            row = self._check(tx, "replace", id)
            tx.update("reference", id, {"state": "replaced"})
            tx.made = self._name(tx, number(row, "application_id"), rater, kind, on, vetted=vetted)
            tx.update("reference", id, {"replaced_by": tx.made})
        return tx.changes()

    def _step(self, action: str, step: str, id: int, values: Mapping[str, object]) -> Changes:
        with self.store.write(action) as tx:
            self._check(tx, step, id)
            tx.update("reference", id, values)
        return tx.changes()

    def _check(self, tx: Transaction, step: str, id: int) -> dict[str, object]:
        row = tx.get("reference", id)
        check_reference_step(step, text(row, "state"))
        rater = maybe_number(row, "rater_id")
        tx.detail = people.name_of(tx, rater) if rater is not None else ""
        return row

    def _policy(self, tx: Transaction, application_id: int) -> Policy | None:
        """The policy the case is pinned to, or today's before submission."""
        row = tx.get("application", application_id)
        return self.policies.judging(tx, row, self.today())
