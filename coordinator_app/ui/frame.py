"""What the window's frame shows and does: plain facts in, callables out. Nothing here is a widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coordinator_app.domain.changes import Changes
from coordinator_app.ui.page import Page, Place


@dataclass(frozen=True, slots=True)
class Count:
    """The figure beside a page in the sidebar; an urgent one says that something is late."""

    number: int
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The line at the bottom. `backup` and `policy` are whole phrases."""

    file: str
    protected: bool
    saved: datetime | None = None
    backup: str = ""
    entries: int = 0
    verified: bool | None = None
    policy: str = ""


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """All the frame shows, fetched at once after every change.

    `counts` by the pages' keys; `undo` and `redo` are the names of the actions, or None; `office`
    its short name, "" where it stays what it was.
    """

    status: Status
    counts: Mapping[str, Count] = field(default_factory=dict[str, Count])
    undo: str | None = None
    redo: str | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One result of a search: what it is, what tells it from others, and where it is shown.

    A result without a place is a command, by its id in `command`: choosing it does it.
    """

    title: str
    detail: str
    place: Place | None = None
    command: str = ""


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """Results of one kind: People, Applications, Letters."""

    title: str
    found: Sequence[Found]


@dataclass(frozen=True, slots=True)
class FrameServices:
    """What the frame calls, each in the worker."""

    facts: Callable[[], FrameFacts]
    find: Callable[[str], Sequence[FoundGroup]]
    undo: Callable[[], Changes]
    redo: Callable[[], Changes]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page in the sidebar, made when it is first shown. `below`: under the line.

    `hidden` pages (a case) are gone to by a Place; `under` names the sidebar page lit meanwhile.
    """

    key: str
    title: str
    make: Callable[[], Page]
    below: bool = False
    hidden: bool = False
    under: str = ""
