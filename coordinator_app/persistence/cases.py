"""Cases and endorsements as the rules look at them: rows → facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from coordinator_app.domain.facts import (
    CaseFacts,
    EndorsementFacts,
    Evidence,
    MoveFact,
    ReferenceFact,
    RenewalFact,
    ReviewFact,
)
from coordinator_app.domain.registry_rules import sanctioned_on
from coordinator_app.persistence.columns import (
    Row,
    amount,
    day,
    flag,
    maybe_day,
    maybe_flag,
    maybe_number,
    number,
    text,
    when,
)
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import endorsement, move


def case_facts(reader: Reader, id: int) -> CaseFacts:
    """Everything the rules need of one case. Raises NotFound."""
    row = reader.get("application", id)
    owner = number(row, "person_id")
    evidence = reader.find("evidence", application_id=id)
    return CaseFacts(
        id=id,
        person=owner,
        category=text(row, "category"),
        state=text(row, "state"),
        registered=when(row, "registered"),
        accepted_on=maybe_day(row, "accepted_on"),
        submitted=when(row, "submitted"),
        submission=number(row, "submission"),
        imported=flag(row, "imported"),
        evidence=(*(_evidence(reader, one) for one in evidence), *_own_membership(reader, owner)),
        references=tuple(
            _reference(reader, one) for one in reader.find("reference", application_id=id)
        ),
        reviews=_reviews(reader.find("review", application_id=id, submission=row["submission"])),
        held=held_on(reader, owner, None),
        decision=text(row, "decision") or None,
        decided_on=maybe_day(row, "decided_on"),
        letter_sent_on=maybe_day(row, "answered_on"),
        exam_result_on=_exam_day(reader.find("exam_result", application_id=id, order="sat_on")),
    )


def _exam_day(results: list[dict[str, object]]) -> date | None:
    return day(results[-1], "sat_on") if results else None


def _reviews(rows: Iterable[Row]) -> tuple[ReviewFact, ...]:
    return tuple(
        ReviewFact(
            number(one, "id"),
            number(one, "reviewer_id"),
            day(one, "assigned_on"),
            maybe_day(one, "completed_on"),
            text(one, "recommendation") or None,
        )
        for one in rows
    )


def _own_membership(reader: Reader, owner: int) -> tuple[Evidence, ...]:
    """The membership on the person's own record counts for each of their cases."""
    until = maybe_day(reader.get("person", owner), "membership_until")
    return (Evidence(0, "membership", standing="verified", until=until),) if until else ()


def _evidence(reader: Reader, row: Row) -> Evidence:
    return Evidence(
        id=number(row, "id"),
        kind=text(row, "kind"),
        standing=text(row, "standing"),
        on=when(row, "done_on"),
        started=when(row, "started"),
        ended=when(row, "ended"),
        hours=amount(row, "hours"),
        degree=text(row, "degree") or None,
        area=text(row, "area") or None,
        domain=text(row, "domain") or None,
        families=maybe_number(row, "families"),
        paid_work=flag(row, "paid_work"),
        mode=text(row, "mode") or None,
        about_own_provision=flag(row, "about_own_provision"),
        provider_held=_provider_held(reader, row),
        provider_degree=text(row, "provider_degree") or None,
        provider_vetted=flag(row, "provider_vetted"),
        transcripts_of=maybe_number(row, "transcripts_of"),
        until=maybe_day(row, "until"),
        paid_state=text(row, "paid_state") or None,
        purpose=text(row, "purpose") or None,
    )


def _provider_held(reader: Reader, row: Row) -> tuple[str, ...] | None:
    """What the giver of RSC held on the day the hours were earned; None if nobody on file gave them.

    Logged over a span, the first day counts: standing has to have been there from the beginning.
    """
    provider = maybe_number(row, "provider_id")
    earned = when(row, "done_on") or when(row, "started")
    if provider is None or earned is None:
        return None
    return held_on(reader, provider, earned.first())


def held_on(reader: Reader, person: int, on: date | None) -> tuple[str, ...]:
    """The categories a person held on the active registry on a day (None: the newest standing)."""
    query = (
        select(endorsement.c.category, move.c.target)
        .join(move, move.c.endorsement_id == endorsement.c.id)
        .where(endorsement.c.person_id == person)
        .order_by(endorsement.c.id, move.c.day)
    )
    if on is not None:
        query = query.where(move.c.day <= on.isoformat())
    standing = {category: target for category, target in reader.connection.execute(query)}
    return tuple(sorted(category for category, target in standing.items() if target == "active"))


def _reference(reader: Reader, row: Row) -> ReferenceFact:
    rater = maybe_number(row, "rater_id")
    return ReferenceFact(
        id=number(row, "id"),
        # A rater nobody named is somebody: told apart from all others by a number of its own.
        rater=rater if rater is not None else -number(row, "id"),
        kind=text(row, "kind"),
        state=text(row, "state"),
        named_on=maybe_day(row, "named_on"),
        asked_on=maybe_day(row, "asked_on"),
        received_on=maybe_day(row, "received_on"),
        completed_on=maybe_day(row, "completed_on"),
        accepted_on=maybe_day(row, "accepted_on"),
        blanks=maybe_number(row, "blanks"),
        rater_endorsed=rater is not None
        and bool(held_on(reader, rater, maybe_day(row, "completed_on"))),
        rater_vetted=flag(row, "rater_vetted"),
        reminded_on=maybe_day(row, "reminded_on"),
    )


def endorsement_facts(reader: Reader, id: int) -> EndorsementFacts:
    """Everything the rules need of one endorsement. Raises NotFound."""
    row = reader.get("endorsement", id)
    moves = _moves(reader, id)
    renewals = reader.find("renewal", endorsement_id=id, order="cycle_ends")
    status = moves[-1].to if moves else "inactive"
    return replace(endorsement_of(row, status, renewals), moves=moves)


def endorsement_of(row: Row, status: str, renewals: Iterable[Row]) -> EndorsementFacts:
    """The facts of an endorsement's row, but for its moves."""
    return EndorsementFacts(
        id=number(row, "id"),
        person=number(row, "person_id"),
        category=text(row, "category"),
        since=when(row, "since"),
        status=status,
        renewals=tuple(_renewal(one) for one in renewals),
        imported=flag(row, "imported"),
        provides_rsc=maybe_flag(row, "provides_rsc"),
    )


def _renewal(row: Row) -> RenewalFact:
    return RenewalFact(
        day(row, "cycle_ends"),
        amount(row, "training_hours"),
        amount(row, "rsc_hours"),
        maybe_day(row, "code_of_ethics_on"),
        maybe_day(row, "attestation_on"),
        maybe_day(row, "membership_until"),
        maybe_day(row, "renewed_on"),
        amount(row, "training_rsc_hours"),
        amount(row, "training_dei_hours"),
    )


def _moves(reader: Reader, endorsement_id: int) -> tuple[MoveFact, ...]:
    return tuple(
        MoveFact(day(one, "day"), text(one, "target"), text(one, "reason"))
        for one in reader.find("move", endorsement_id=endorsement_id, order="day")
    )


def moves_of_person(reader: Reader, person: int) -> dict[int, tuple[MoveFact, ...]]:
    """Endorsement → its moves, of everything a person holds or held."""
    held = (number(row, "id") for row in reader.find("endorsement", person_id=person))
    return {id: _moves(reader, id) for id in held}


def sanctioned(reader: Reader, person: int) -> bool:
    """Whether any of the person's endorsements is inactive for a licensing board's sanction."""
    held = moves_of_person(reader, person).values()
    return any(sanctioned_on(moves, date.max) for moves in held)
