"""The commands of a page: taken up while it is shown, given back when it is hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from coordinator_app.ui.actions import ActionSet


class PageCommands(QObject):
    """`does` tells what each command does on this page; `enable` turns those that need it off."""

    def __init__(self, page: QWidget, does: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(page)
        self._page, self._does = page, dict(does)
        self._enabled = dict.fromkeys(does, True)
        self._taken: ActionSet | None = None
        page.installEventFilter(self)

    def enable(self, command: str, *, enabled: bool) -> None:
        """Whether a command can be done with what is selected now."""
        self._enabled[command] = enabled
        if self._taken is not None:
            self._taken.enable(command, enabled=enabled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Show:
            self._take_up()
        elif watched is self._page and event.type() == QEvent.Type.Hide:
            self._give_back()
        return False

    def _take_up(self) -> None:
        commands = getattr(self._page.window(), "commands", None)
        if not isinstance(commands, ActionSet):
            return
        self._taken = commands
        for name, do in self._does.items():
            commands.on(name, do)
            commands.enable(name, enabled=self._enabled[name])

    def _give_back(self) -> None:
        if self._taken is not None:
            for name in self._does:
                self._taken.off(name)
        self._taken = None
