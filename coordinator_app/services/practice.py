"""The practice office: an invented association to try everything on.

It is made by the services a coordinator uses, day by day from January 2024 on, so that all its rules
hold in it as in a real one. Equal arguments make equal offices.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.policy_merge import compose
from coordinator_app.runtime import paths
from coordinator_app.services.desk import Desk, make_office
from coordinator_app.services.office import OfficeDraft
from coordinator_app.services.policies import DEFAULT_PACK, shipped_packs
from coordinator_app.services.practice_agenda import PracticeClock, Story, play
from coordinator_app.services.practice_cases import CaseStory
from coordinator_app.services.practice_decided import case_story
from coordinator_app.services.practice_exams import sittings
from coordinator_app.services.practice_many import add_many
from coordinator_app.services.practice_office import OfficeStory
from coordinator_app.services.practice_people import Cast
from coordinator_app.services.practice_registry import HeldStory
from coordinator_app.services.practice_words import Words, read_words
from coordinator_app.services.practice_world import OPENED, World

DEFAULT_DAY = date(2026, 2, 20)
FIRST_DAY = date(2025, 6, 1)
PEOPLE = 60
Progress = Callable[[int, int], None]


def make_practice(
    path: Path,
    *,
    people: int = PEOPLE,
    seed: int = 1,
    as_of: date = DEFAULT_DAY,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Desk:
    """Make a practice office at `path` as it stands on `as_of`, and sit down at it.

    `people` are on file in the end; `progress` is told (people so far, people). The desk's clock
    stands still on `as_of`. Where it is cancelled or fails, no file is left.

    Raises BadInput `practice.too_few` (60 show every state there is), `practice.too_early`,
    `practice.cancelled`, `file.exists`.
    """
    if people < PEOPLE:
        raise BadInput("practice.too_few", people=people, least=PEOPLE)
    if as_of < FIRST_DAY:
        raise BadInput("practice.too_early", day=as_of, first=FIRST_DAY)
    words = read_words(paths.demo_folder())
    clock = PracticeClock(OPENED, ZoneInfo(words.office["time_zone"]))
    desk = make_office(
        path,
        _office(words),
        clock=clock,
        settings=words.office["settings"],
        marks=Random(f"{seed}/marks").randbytes,
    )
    try:
        _fill(desk, clock, words, (people, seed, as_of), _turn(progress, cancelled))
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk


Turn = Callable[[int, int], None]


def _turn(progress: Progress | None, cancelled: Callable[[], bool] | None) -> Turn:
    def turn(done: int, people: int) -> None:
        if cancelled is not None and cancelled():
            raise BadInput("practice.cancelled")
        if progress is not None:
            progress(done, people)

    return turn


def _fill(
    desk: Desk, clock: PracticeClock, words: Words, asked: tuple[int, int, date], turn: Turn
) -> None:
    people, seed, as_of = asked
    first = desk.policies.all()[0][1]
    later = _later_policy(words, as_of)
    world = World(
        desk, clock, words, Cast(words, Random(f"{seed}/cast")), seed, as_of, (first, later)
    )

    def tell() -> None:
        turn(min(world.cast.drawn, people), people)

    with desk.together():
        play(_stories(world, later), clock, as_of, tell)
        clock.turn_to(as_of)
    add_many(world, people - _on_file(desk), tell)
    turn(people, people)


def _on_file(desk: Desk) -> int:
    return desk.people.list(ListQuery(limit=1)).total


def _stories(world: World, later: Policy) -> list[Story]:
    """The order tells who comes first on one day: the office, who is endorsed, who applies."""
    held = (HeldStory(world, plan, world.luck(plan.key)) for plan in world.words.held)
    cases = (
        CaseStory(world, plan, world.luck(f"case {place}"))
        for place, plan in enumerate(world.words.cases)
    )
    return [
        OfficeStory(world, later, world.luck("office")).story(),
        *(one.story() for one in held),
        *(case_story(one) for one in cases),
        *sittings(world),
    ]


def _later_policy(words: Words, as_of: date) -> Policy:
    """The policy with its change, in force from the first day of the present year."""
    packs, day = shipped_packs(), date(as_of.year, 1, 1)
    change = packs[words.office["change"]]
    return compose(packs[DEFAULT_PACK], [(change, day)], words.office["settings"], day)


def _office(words: Words) -> OfficeDraft:
    told = {name: text.strip() for name, text in words.office.items() if isinstance(text, str)}
    return OfficeDraft(
        name=told["name"],
        short_name=told["short_name"],
        coordinator=told["coordinator"],
        coordinator_title=told["coordinator_title"],
        time_zone=told["time_zone"],
        address=told["address"],
        email=told["email"],
        phone=told["phone"],
        practice=True,
    )
