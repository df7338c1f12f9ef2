"""What part of a list is asked for, and the page that answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What part of a list is wanted: words to search, filters by name, order, and the page.

    `limit` None is all of it (for exports). Unknown filters and orders raise BadInput. Counting a
    long list takes longer than reading a page of it: where `counted` is False, it is left out.
    """

    text: str = ""
    filters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int | None = 100
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """A page of a list, and how many rows the whole list has: at least `total` where `more`."""

    rows: tuple[R, ...]
    total: int
    more: bool = False
