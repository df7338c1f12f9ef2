"""Who may review whom: scope, conflicts, load."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import Policy

NEVER = ("self", "family", "gave_rsc")
BY_OVERRIDE = ("same_agency", "gave_reference", "supervises", "declared")
RECOMMENDATIONS = ("approve", "more_information", "defer", "deny")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who might review a case.

    `load` counts open reviews, `last` is the day of the newest, `conflicts` are codes of NEVER and
    BY_OVERRIDE, `in_scope` whether a category they hold actively covers the applicant's.
    """

    person: int
    name: str
    fold: str
    load: int
    last: date | None
    conflicts: tuple[str, ...]
    in_scope: bool

    @property
    def barred(self) -> bool:
        return not self.in_scope or any(one in NEVER for one in self.conflicts)

    @property
    def free(self) -> bool:
        return self.in_scope and not self.conflicts


def covers(held: Collection[str], category: str, policy: Policy) -> bool:
    """Whether holding `held` lets one review `category`, by the policy's `review.scope`.

    same: the same rank of scope; same_or_wider: promotion < prevention < intervention < macro.
    IMH and ECMH count alike. Unset: nobody is kept out for scope.
    """
    scope = policy.word("review.scope")
    if scope is None:
        return bool(held)
    asked = policy.categories[category].scope_rank
    ranks = [policy.categories[code].scope_rank for code in held if code in policy.categories]
    return any(rank == asked or (rank > asked and scope == "same_or_wider") for rank in ranks)


def in_order(reviewers: Collection[Reviewer]) -> tuple[Reviewer, ...]:
    """Free ones first; then lightest load, longest since the last, folded name."""
    return tuple(
        sorted(
            reviewers,
            key=lambda one: (
                one.barred,
                bool(one.conflicts),
                one.load,
                one.last or date.min,
                one.fold,
            ),
        )
    )


def check_assignment(reviewer: Reviewer, override_reason: str) -> None:
    """Raises RuleBroken: `review.never` for what no override helps, `review.conflict` else."""
    if reviewer.barred:
        code = next((one for one in reviewer.conflicts if one in NEVER), "out_of_scope")
        raise RuleBroken("review.never", name=reviewer.name, conflict=phrase(f"conflict.{code}"))
    if reviewer.conflicts and not override_reason.strip():
        told = phrase(f"conflict.{reviewer.conflicts[0]}")
        raise RuleBroken("review.conflict", name=reviewer.name, conflict=told)
