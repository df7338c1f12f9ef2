"""The line at the bottom: the file, its protection, when it was saved, its backup and journal."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from coordinator_app.ui import formats
from coordinator_app.ui.counted import counted
from coordinator_app.ui.frame import Status
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.labels import ElidedLabel


class StatusLine(QFrame):
    """Five quiet facts; the policy in force at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAccessibleName(self.tr("State of the office file"))
        self._row = QHBoxLayout(self)
        self._parts = {
            name: ElidedLabel("", self) for name in ("file", "saved", "backup", "journal", "policy")
        }
        for name, part in self._parts.items():
            if name == "policy":
                self._row.addStretch(1)
            self._row.addWidget(part)
        space(self._row, (16, 5, 16, 5), 22)

    @property
    def texts(self) -> dict[str, str]:
        """What is said, by part: file, saved, backup, journal, policy."""
        return {name: part.text() for name, part in self._parts.items()}

    def show_status(self, status: Status) -> None:
        saved = (
            self.tr("Saved {time}").format(time=formats.clock(status.saved)) if status.saved else ""
        )
        shown = {
            "file": f"{status.file} · {self._protection(status)}",
            "saved": saved,
            "backup": status.backup,
            "journal": self._journal(status),
            "policy": status.policy,
        }
        for name, text in shown.items():
            self._parts[name].setText(text)
            self._parts[name].setVisible(bool(text))

    def _protection(self, status: Status) -> str:
        if status.protected:
            return self.tr("protected by a passphrase")
        return self.tr("not protected by a passphrase")

    def _journal(self, status: Status) -> str:
        one, many = "Journal: {count} entry", "Journal: {count} entries"
        words = counted("StatusLine", one, many, status.entries)
        said = words.format(count=formats.count(status.entries))
        if status.verified is None:
            return said
        ending = self.tr("verified") if status.verified else self.tr("NOT verified")
        return f"{said}, {ending}"
