"""What every page and dialog of an open office works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.services.desk import Desk
from coordinator_app.ui.background import Background, Failed
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.list_memory import ListMemory
from coordinator_app.ui.messages import Messages

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tools:
    """The open desk, the worker, the feed of changes and the one who speaks to the user.

    `lists` is what this user keeps of this office's lists.
    """

    desk: Desk
    background: Background
    feed: Feed
    messages: Messages
    lists: ListMemory = field(default_factory=ListMemory)

    def fetch(
        self,
        owner: QWidget,
        call: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Read in the worker and show in the GUI thread; a failure is told unless `failed` is given."""
        self.background.run(owner, call, then, failed or partial(self.messages.failure, owner))

    def write(
        self,
        owner: QWidget,
        call: Callable[[], Changes],
        then: Callable[[Changes], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Do one named action in the worker; every screen hears of it before `then` is called."""
        done = partial(self._announce, then)
        self.background.run(owner, call, done, failed or partial(self.messages.failure, owner))

    def _announce(self, then: Callable[[Changes], None] | None, changes: Changes) -> None:
        self.feed.tell(changes)
        if then is not None:
            then(changes)
