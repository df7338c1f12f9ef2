"""One signal for all screens: something was written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coordinator_app.domain.changes import Changes


class Feed(QObject):
    """`changed` carries `domain.changes.Changes`; every page asks itself whether it is touched."""

    changed = Signal(object)

    def tell(self, changes: Changes) -> None:
        """Announce one committed action, in the GUI thread."""
        self.changed.emit(changes)
