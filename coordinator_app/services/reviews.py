"""Reviewers: whom to ask, without conflict and evenly; and what they found."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.applications import check_step
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.reviews import (
    RECOMMENDATIONS,
    Reviewer,
    check_assignment,
    covers,
    in_order,
)
from coordinator_app.persistence import reviewers
from coordinator_app.persistence.columns import day, iso, number, or_none, text
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.services.applications import add_override, check_after_submission
from coordinator_app.services.policies import Policies

_MANY = 200  # free to review: nobody looks at more to choose one


@dataclass(frozen=True, slots=True)
class Reviews:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def candidates(self, application_id: int, on: date) -> tuple[Reviewer, ...]:
        """Everybody endorsed who might review the case, the best choice first, with the reasons.

        Where a great many are free to, only the best of them.
        """
        with self.store.read() as reader:
            row = reader.get("application", application_id)
            policy, category = self._policy(reader, row), text(row, "category")
            codes = [code for code in policy.categories if covers((code,), category, policy)]
            likely = reviewers.likeliest(reader, number(row, "person_id"), on, codes, _MANY)
            found = self._candidates(reader, application_id, on, likely)
            return found if likely is None else found[:_MANY]

    def _candidates(
        self, reader: Reader, application_id: int, on: date, only: Collection[int] | None
    ) -> tuple[Reviewer, ...]:
        row = reader.get("application", application_id)
        policy, category = self._policy(reader, row), text(row, "category")
        found = reviewers.endorsed(reader, number(row, "person_id"), on, only=only)
        judged = [
            Reviewer(
                one.person,
                one.name,
                one.fold,
                one.load,
                one.last,
                one.conflicts,
                covers(one.held, category, policy),
            )
            for one in found
        ]
        return in_order(judged)

    def _policy(self, reader: Reader, row: dict[str, object]) -> Policy:
        pinned = self.policies.judging(reader, row, self.today())
        policy = pinned or self.policies.on(reader, self.today())
        if policy is None:
            raise RuleBroken("policy.none_in_force", day=self.today())
        return policy

    def assign(
        self, application_id: int, reviewer: int, on: date, *, override_reason: str = ""
    ) -> Changes:
        """Assign one reviewer; `made` is the review's number.

        Self, family and gave-the-RSC: never. Same agency, gave the reference, supervises, declared:
        only by an override with its reason, which stays on the case.
        """
        with self.store.write("Assign reviewer", reason=or_none(override_reason)) as tx:
            row = tx.get("application", application_id)
            check_step("assign_reviewer", text(row, "state"))
            check_after_submission(row, on)
            chosen = self._chosen(tx, application_id, reviewer, on)
            check_assignment(chosen, override_reason)
            if chosen.conflicts:
                add_override(
                    tx, application_id, f"conflict.{chosen.conflicts[0]}", override_reason, on
                )
            why = "override" if chosen.conflicts else "no_tie_lightest_load"
            values = {"assigned_on": iso(on), "submission": row["submission"], "why": why}
            tx.made = tx.insert(
                "review", {"application_id": application_id, "reviewer_id": reviewer} | values
            )
            tx.update("application", application_id, {"state": "in_review"})
            tx.detail = chosen.name
        return tx.changes()

    def _chosen(self, reader: Reader, application_id: int, reviewer: int, on: date) -> Reviewer:
        present = number(reader.get("application", application_id), "submission")
        mine = reader.find("review", application_id=application_id, submission=present)
        if any(number(one, "reviewer_id") == reviewer for one in mine):
            raise RuleBroken("review.assigned_already")
        found = next(iter(self._candidates(reader, application_id, on, (reviewer,))), None)
        if found is None:
            raise RuleBroken("review.not_endorsed")
        return found

    def complete(self, review_id: int, on: date, recommendation: str, comment: str) -> Changes:
        """Record what a reviewer recommends. The decision stays the coordinator's."""
        if recommendation not in RECOMMENDATIONS:
            raise BadInput("review.unknown_recommendation", recommendation=recommendation)
        with self.store.write("Record review") as tx:
            row = tx.get("review", review_id)
            if row["completed_on"] is not None:
                raise RuleBroken("review.done_already")
            if on < day(row, "assigned_on"):
                raise BadInput("review.before_assignment", day=on)
            said = {"recommendation": recommendation, "comment": or_none(comment)}
            tx.update("review", review_id, said | {"completed_on": iso(on)})
        return tx.changes()
