"""What the practice office is made of, read from the files in `db/demo`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from coordinator_app.domain.partial import PartialDate


@dataclass(frozen=True, slots=True)
class SingleName:
    """A name that programs get wrong; `letter` is the name for letters, if it needs another."""

    name: str
    given: str = ""
    family: str = ""
    letter: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Island:
    name: str
    weight: int
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """Somebody endorsed before the file begins: see `db/demo/registry.toml`."""

    key: str
    categories: tuple[str, ...]
    since: str
    name: str = ""
    role: str = ""
    fate: str = ""
    renewal: str = "renewed"

    @property
    def began(self) -> PartialDate:
        return PartialDate.parse(self.since)


@dataclass(frozen=True, slots=True)
class CasePlan:
    """One application and what comes of it: see `db/demo/cases.toml`."""

    category: str
    outcome: str
    back: int | None = None
    days: int = 0
    day: int = 0
    name: str = ""
    person: str = ""
    key: str = ""
    letter: str = "sent"
    way: str = "e-mail"
    ratings: str = "plain"
    review: str = "done"
    conflict: str = ""
    reviewer: str = ""
    provider: str = ""
    fee: str = "paid"
    pause: str = ""
    # Not in the words that chance hangs on: the other cases stay as they were.
    sitting: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TodoPlan:
    """A to-do, due so many days after the present day."""

    text: str
    days: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is said in the practice office."""

    office: dict[str, Any]
    singles: tuple[SingleName, ...]
    traditions: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    islands: tuple[Island, ...]
    places: dict[str, tuple[str, ...]]
    held: tuple[HeldPlan, ...]
    cases: tuple[CasePlan, ...]
    todos: tuple[TodoPlan, ...]
    notes: tuple[str, ...]
    moves: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    said: dict[str, str]
    sheet: Path


def read_words(folder: Path) -> Words:
    """Read the files of the practice office. What they say is tested with the program."""
    names, places, words = (_toml(folder / f"{name}.toml") for name in ("names", "places", "words"))
    return Words(
        office=_toml(folder / "office.toml"),
        singles=tuple(SingleName(**_frozen(one)) for one in names["single"]),
        traditions=tuple(
            (tuple(one["given"]), tuple(one["family"])) for one in names["tradition"].values()
        ),
        islands=tuple(Island(**_frozen(one)) for one in places["island"]),
        places={name: tuple(places[name]) for name in places if name != "island"},
        held=tuple(HeldPlan(**_frozen(one)) for one in _toml(folder / "registry.toml")["held"]),
        cases=tuple(CasePlan(**_frozen(one)) for one in _toml(folder / "cases.toml")["case"]),
        todos=tuple(TodoPlan(**one) for one in words["todo"]),
        notes=tuple(one["text"] for one in words["note"]),
        moves=words["moves"],
        lists={name: tuple(words[name]) for name in _LISTS},
        said={name: text.strip() for name, text in words.items() if isinstance(text, str)},
        sheet=folder / "tracking-2023.csv",
    )


_LISTS = ("institutions", "trainings", "workplaces", "review_comments")


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    """A table whose lists are tuples, as frozen things hold them."""
    found: dict[str, Any] = {}
    for name, one in table.items():
        found[name] = tuple(cast("list[Any]", one)) if isinstance(one, list) else one
    return found


def first_of_month(day: date, back: int) -> date:
    """The first day of the month `back` months before a day's."""
    months = day.year * 12 + day.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)
