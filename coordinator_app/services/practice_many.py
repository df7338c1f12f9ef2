"""The many: people beyond the cast, so that the program can be tried at the size of the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.registry_moves import RegistryEntry
from coordinator_app.persistence import people
from coordinator_app.persistence.store import Transaction
from coordinator_app.services.practice_history import add_past_case
from coordinator_app.services.practice_registry import renewed
from coordinator_app.services.practice_world import OPENED, World

# People a transaction: large enough for speed, small enough that progress shows.
_AT_ONCE = 200
_CATEGORIES = ("IFA", "IFA", "IFS", "IFS", "IFS", "ECFA", "IMHS", "ECMHS", "IMHM-C", "IMHM-P")


def add_many(world: World, count: int, turn: Callable[[], None]) -> None:
    """Bring `count` people over in few, large actions: four of five endorsed, most of them renewed,
    and some with the case that led there."""
    luck = world.luck("many")
    for start in range(0, count, _AT_ONCE):
        turn()
        world.clock.turn_to(world.clock.day)
        size = min(_AT_ONCE, count - start)
        with world.desk.people.store.write("Bring people over", detail=str(size)) as tx:
            for _ in range(size):
                _add_one(tx, world, luck)
            tx.detail = str(size)


def _add_one(tx: Transaction, world: World, luck: Random) -> None:
    draft = world.cast.draw()
    past = luck.randrange(12) == 0
    if luck.randrange(5) == 0:
        owner = people.add(tx, draft)
        if past:
            month = PartialDate(luck.randrange(2014, OPENED.year), luck.randrange(1, 13))
            add_past_case(tx, luck, owner, luck.choice(_CATEGORIES), month, endorsed=False)
        return
    month = PartialDate(luck.randrange(2010, OPENED.year), luck.randrange(1, 13))
    entry = RegistryEntry(luck.choice(_CATEGORIES), month)
    if luck.randrange(2):
        entry = replace(entry, since=PartialDate.of(date(month.year, month.month, 28)))
    owner = people.add(tx, draft)
    made = world.desk.registry.write_entry(tx, owner, entry)
    if past:
        add_past_case(tx, luck, owner, entry.category, month, endorsed=True)
    if luck.randrange(10):
        ended = date(world.as_of.year - 1, 12, 31)
        world.desk.registry.write_renewal(tx, made, renewed(luck, ended, ended))
