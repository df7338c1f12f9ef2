"""Thousands of random actions, with undo and redo among them, leave every invariant and the chain whole.

A long run of fixed length, and short ones that hypothesis shrinks to the few actions that matter.
Refusals are welcome: each must be one of ours, and must leave no trace.
"""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator_app.services.desk import Desk
from tests.helpers.builders import Clock, an_office
from tests.helpers.coordinator import Coordinator
from tests.helpers.files import quick_folder, rows_of


@pytest.mark.timeout(400)  # twenty seconds on a computer that does nothing else
def test_two_thousand_random_actions_leave_every_invariant_and_the_chain_whole() -> None:
    clock = Clock(date(2026, 2, 20))
    with quick_folder() as folder:
        desk = an_office(folder, clock)
        try:
            one = Coordinator(desk, clock, random.Random(20260220))
            while sum(one.ways.values()) < 2000:
                one.act()
            one.is_whole()
        finally:
            desk.close()
    assert one.ways["undo"] > 100
    assert one.ways["redo"] > 50
    assert one.done.keys() >= {"Decide", "Issue letter", "Mark letter sent", "Record exam result"}
    assert one.refused.keys() & {"undo.changed_since", "undo.referred_to"}


@settings(max_examples=12)
@given(draw=st.randoms(use_true_random=False), length=st.integers(5, 60))
def test_any_short_run_leaves_every_invariant_whole(draw: random.Random, length: int) -> None:
    clock = Clock()
    with quick_folder() as folder:
        desk = an_office(folder, clock)
        try:
            one = Coordinator(desk, clock, draw)
            for _ in range(length):
                one.act()
            one.is_whole()
        finally:
            desk.close()


@settings(max_examples=8)
@given(draw=st.randoms(use_true_random=False), length=st.integers(1, 25))
def test_undoing_everything_and_redoing_it_gives_the_same_rows(
    draw: random.Random, length: int
) -> None:
    clock = Clock()
    with quick_folder() as folder:
        desk = an_office(folder, clock)
        try:
            one = Coordinator(desk, clock, draw)
            outside = (one.letter, one.undo, one.redo, one.undo_earlier)
            one.actions = tuple((w, act) for w, act in one.actions if act not in outside)
            before = everything(desk)
            for _ in range(length):
                one.act()
            after = everything(desk)
            while desk.history.names().undo and not desk.history.names().undo_left:
                desk.history.undo()
            assert everything(desk) == before
            while desk.history.names().redo:
                desk.history.redo()
            assert everything(desk) == after
            one.is_whole()
        finally:
            desk.close()


def everything(desk: Desk) -> object:
    with desk.people.store.read() as reader:
        return rows_of(reader)
