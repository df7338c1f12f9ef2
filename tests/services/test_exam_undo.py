"""Each action of a sitting is undone and done again exactly, on the way from plan to result."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.policy_merge import compose
from coordinator_app.services.desk import Desk
from coordinator_app.services.policies import DEFAULT_PACK, shipped_packs
from tests.helpers.builders import Clock, an_endorsed
from tests.helpers.exam_steps import EXAM_STEPS, Stage
from tests.helpers.exams import SCORERS, SITTING_DAY, approved_to_sit
from tests.helpers.files import dump

THREE = ("Leilani Kahananui", "Keoni Māhoe", "Pualani Souza")
MARKS = {
    "exam.tolerance": Decimal(10),
    "exam.part_one_pass_percent": Decimal(80),
    "exam.part_two_pass_percent": Decimal(70),
}


@pytest.fixture
def stage(desk: Desk, clock: Clock, folder: Path) -> Stage:
    """Three approved to sit, four who may score, and a policy that says when scores agree."""
    cases = tuple(approved_to_sit(desk, name) for name in THREE)
    scorers = tuple(an_endorsed(desk, name, "IMHM-C") for name in SCORERS)
    day = date(2026, 4, 1)
    desk.policies.adopt(compose(shipped_packs()[DEFAULT_PACK], (), MARKS, day), day)
    return Stage(desk, clock, folder, cases, scorers)


def test_each_action_is_put_back_and_done_again(stage: Stage) -> None:
    store, history = stage.desk.people.store, stage.desk.history
    for step in EXAM_STEPS:
        before = dump(store)
        step.act(stage)
        after = dump(store)
        assert history.names().undo == step.action
        assert after != before, step.action
        history.undo()
        assert dump(store) == before, step.action
        history.redo()
        assert dump(store) == after, step.action
        step.then(stage)
    assert stage.desk.checks.report().faults == ()


def test_results_that_are_out_are_not_taken_back(stage: Stage) -> None:
    for step in EXAM_STEPS:
        step.act(stage)
        step.then(stage)
    stage.clock.day = SITTING_DAY.replace(month=6)
    stage.desk.scores.release(1, stage.clock.day)
    with pytest.raises(RuleBroken, match=r"^undo\.left_the_house$"):
        stage.desk.history.undo()
