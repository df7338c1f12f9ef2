"""Who may owe a renewal on a day, so that of very many endorsements only those few are judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.calendar import PolicyOn, cycle_before, cycle_of
from coordinator_app.domain.facts import EndorsementFacts
from coordinator_app.domain.today import DueItem, endorsement_items, of_holder


@dataclass(frozen=True, slots=True)
class Asked:
    """The ends of the cycles whose renewal may be asked for on `today`; None where none is.

    `past` is the cycle that ended last, `running` the present one once renewing has opened.
    An endorsement that began before `began` is judged like any other that did.
    """

    today: date
    past: date | None
    running: date | None
    began: date


def asked_on(today: date, policy_on: PolicyOn) -> Asked:
    """What is asked on a day, of whoever was not renewed: see `cycle_to_judge`."""
    running = cycle_of(today, policy_on)
    if running is None:
        return Asked(today, None, None, today)
    last = cycle_before(running, policy_on)
    opened = running.opens is None or running.opens <= today
    return Asked(
        today,
        last.ends if last else None,
        running.ends if opened else None,
        (last or running).starts,
    )


@dataclass(frozen=True, slots=True)
class Alike:
    """Endorsements that the rules cannot tell apart: the facts of one, and who holds them all.

    `holders` are (endorsement, person).
    """

    facts: EndorsementFacts
    holders: Sequence[tuple[int, int]]


def renewal_lines(alike: Alike, today: date, policy_on: PolicyOn) -> Iterator[DueItem]:
    """What each of them lacks, judged once for all."""
    found = tuple(endorsement_items(alike.facts, today, policy_on))
    if found:
        for endorsement, person in alike.holders:
            yield from (of_holder(one, person, endorsement) for one in found)
