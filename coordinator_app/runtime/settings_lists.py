"""What the user keeps of the lists on this computer: views under a name, and the columns shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar, cast


@dataclass(frozen=True, slots=True)
class SavedView:
    """A list narrowed as the user wants it again, under a name of theirs.

    `office` is the lineage of the office's file, so that every copy of it has the same views;
    `page` the list's name, `chip` the filter's key, `words` what was typed to narrow it, `order` a
    column's key, with "-" before it where sorted backwards, or "". The name and the words are the
    only ones the user types: a person's name stands here only where they typed it there.
    """

    office: str
    page: str
    name: str
    chip: str
    words: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class ShownColumns:
    """The keys of the columns shown in the table of this name, in every office."""

    table: str
    keys: tuple[str, ...]


Kept = TypeVar("Kept", SavedView, ShownColumns)


def read_records(kind: type[Kept], given: object) -> tuple[Kept, ...] | None:
    """The records of a list of TOML tables; None where one has not exactly its words."""
    if not isinstance(given, list | tuple):
        return None
    found = [_record(kind, each) for each in cast("list[object]", given)]
    read = tuple(one for one in found if one is not None)
    return read if len(read) == len(found) else None


def _record(kind: type[Kept], given: object) -> Kept | None:
    if isinstance(given, kind):
        return given
    if not isinstance(given, Mapping):
        return None
    known = {str(key): _plain(value) for key, value in cast("Mapping[str, object]", given).items()}
    wanted = {each.name: each.type for each in fields(kind)}
    if known.keys() != wanted.keys():
        return None
    fit = all(_fits(str(wanted[name]), value) for name, value in known.items())
    return kind(**known) if fit else None  # pyright: ignore[reportArgumentType] - looked at above


def _plain(value: object) -> object:
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _fits(declared: str, value: object) -> bool:
    if declared == "str":
        return isinstance(value, str)
    every = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    return all(isinstance(each, str) for each in every)
