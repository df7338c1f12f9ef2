"""Reference ratings: named, asked, reminded, received, accepted; or void, declined, replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.phrases import phrase

STEPS: dict[str, tuple[str, ...]] = {
    "ask": ("named",),
    "remind": ("asked", "reminded"),
    "receive": ("named", "asked", "reminded"),
    "accept": ("received",),
    "void": ("received", "accepted"),
    "decline": ("named", "asked", "reminded"),
    "replace": ("named", "asked", "reminded", "declined", "void"),
}


def check_reference_step(step: str, state: str) -> None:
    """Raises RuleBroken `reference.wrong_state`."""
    if state not in STEPS[step]:
        raise RuleBroken(
            "reference.wrong_state",
            step=phrase(f"step.{step}"),
            state=phrase(f"rating.state.{state}"),
        )


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """A rating as it came in: never its answers, only what decides whether it counts.

    `blanks` is how many items were answered "not enough information" (None: not counted);
    `waiver` whether the applicant gave up the right to see it (None: not said).
    """

    completed_on: date
    received_on: date
    blanks: int | None = None
    recommends: bool | None = None
    waiver: bool | None = None

    def __post_init__(self) -> None:
        if self.received_on < self.completed_on:
            raise BadInput("rating.received_before_completed", completed=self.completed_on)
        if self.blanks is not None and self.blanks < 0:
            raise BadInput("rating.blanks_negative", blanks=self.blanks)
