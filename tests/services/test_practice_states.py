"""Every state that is declared anywhere occurs in the practice office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.domain.applications import DECISIONS, PAUSES
from coordinator_app.domain.facts import (
    EVIDENCE_KINDS,
    RATER_KINDS,
    REFERENCE_STATES,
    STATES,
    TRAINING_AREAS,
)
from coordinator_app.domain.findings import Outcome
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.registry_moves import ACTIVE_REASONS, BROUGHT_OVER
from coordinator_app.domain.registry_rules import INACTIVE_REASONS
from coordinator_app.domain.reviews import BY_OVERRIDE, RECOMMENDATIONS
from coordinator_app.services.desk import open_desk
from coordinator_app.services.letters import WAYS
from coordinator_app.services.people import TIE_KINDS
from tests.helpers.files import noon, quick_folder
from tests.helpers.practice import practice_file
from tests.helpers.whole_file import values_of

Proof = tuple[str, str, tuple[object, ...]]
PROVEN: dict[str, Proof] = {
    "application.state": ("application", "state", STATES),
    "decision.kind": ("decision", "kind", DECISIONS),
    "pause.kind": ("pause", "kind", PAUSES),
    "reference.state": ("reference", "state", REFERENCE_STATES),
    "reference.kind": ("reference", "kind", RATER_KINDS),
    "evidence.kind": ("evidence", "kind", EVIDENCE_KINDS),
    "evidence.standing": ("evidence", "standing", ("present", "verified", "rejected")),
    "training area": ("evidence", "area", TRAINING_AREAS),
    "fee": ("evidence", "paid_state", ("paid", "waived")),
    "review": ("review", "completed_on IS NULL", (0, 1)),
    "recommendation": ("review", "recommendation", RECOMMENDATIONS),
    "tie": ("tie", "kind", TIE_KINDS),
    "override": ("override", "rule", tuple(f"conflict.{code}" for code in BY_OVERRIDE)),
    "letter.kind": ("letter", "kind", tuple(kind.value for kind in LetterKind)),
    "letter sent": ("letter", "sent_on IS NULL", (0, 1)),
    "letter way": ("letter", "sent_how", WAYS),
    "registry": ("move", "target", ("active", "inactive")),
    "inactive reason": ("move", "reason", INACTIVE_REASONS),
    "active reason": ("move", "reason", (*ACTIVE_REASONS, BROUGHT_OVER, "endorsed")),
    "endorsement.source": ("endorsement", "source", ("by_hand", "decision")),
    "renewed": ("renewal", "renewed_on IS NULL", (0, 1)),
    "attested": ("renewal", "attestation_on IS NULL", (0, 1)),
    "exam": ("exam_result", "passed", (0, 1)),
    "to-do": ("note", "(due IS NULL) || (done_on IS NULL)", ("00", "01", "11")),
    "question": ("question", "answered_on IS NULL", (0, 1)),
    "imported": ("application", "imported", (0, 1)),
    "import fate": ("import_row", "fate", ("accepted", "question")),
    "journal": ("journal", "kind", ("do", "undo", "redo")),
    "left the house": ("journal", "outside", (0, 1)),
}


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """The practice office's file, closed."""
    with quick_folder() as folder:
        yield practice_file(folder)


@pytest.mark.parametrize("state", PROVEN)
def test_every_declared_state_occurs(made: Path, state: str) -> None:
    table, column, declared = PROVEN[state]
    missing = set(declared) - values_of(made, table, column)
    assert not missing, f"{state}: never {missing}"


def test_endorsements_of_each_reason_are_inactive_now(made: Path) -> None:
    desk = open_desk(made, clock=noon)
    rows = desk.registry.list(ListQuery(limit=None)).rows
    assert {row.reason for row in rows if row.status == "inactive"} == set(INACTIVE_REASONS)
    held = {(row.person_id, row.status) for row in rows if row.reason == "sanctioned"}
    assert {status for _, status in held} == {"inactive"}
    desk.close()


def test_findings_have_every_outcome(made: Path) -> None:
    desk = open_desk(made, clock=noon)
    cases = desk.applications.list(ListQuery(limit=None)).rows
    outcomes = {one.outcome for row in cases for one in desk.cases.card(row.id).findings}
    assert outcomes == set(Outcome)
    desk.close()
