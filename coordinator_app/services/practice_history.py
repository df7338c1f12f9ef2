"""Applications of earlier years, brought over with the many: most ended well, some did not."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from coordinator_app.domain.calendar import round_of
from coordinator_app.domain.partial import PartialDate
from coordinator_app.persistence.store import Transaction

# state → decision, as imported history tells them
_ENDS = {
    "endorsed": "approve",
    "deferred": "defer",
    "denied": "deny",
    "withdrawn": None,
    "closed": None,
}
_OTHERWISE = ("denied", "withdrawn", "closed", "deferred")


def add_past_case(
    tx: Transaction, luck: Random, owner: int, category: str, began: PartialDate, *, endorsed: bool
) -> None:
    """One case of before the file: registered, submitted, decided and answered, all imported."""
    state = "endorsed" if endorsed else luck.choice(_OTHERWISE)
    decided = began.last()
    registered = decided - timedelta(days=luck.randrange(60, 200))
    submitted = PartialDate.of(decided - timedelta(days=luck.randrange(20, 50)))
    decision = _ENDS[state]
    told = {"submitted": submitted.iso, "round": round_of(submitted)}
    ended = {
        "decision": decision,
        "decided_on": decided.isoformat() if decision else None,
        "answered_on": decided.isoformat() if decision else None,
    }
    case = tx.insert(
        "application",
        {
            "case_year": registered.year,
            "case_running": tx.next_number(f"case {registered.year}"),
            "person_id": owner,
            "category": category,
            "state": state,
            "registered": registered.isoformat(),
            "submission": 1,
            "imported": 1,
        }
        | told
        | ended,
    )
    answered = {"answered_on": ended["answered_on"]}
    tx.insert("submission", {"application_id": case, "number": 1} | told | answered)
    if decision:
        values = {"kind": decision, "decided_on": ended["decided_on"], "findings": "[]"}
        tx.insert("decision", {"application_id": case, "submission": 1, "imported": 1} | values)
