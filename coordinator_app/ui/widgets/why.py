"""The box that says why something is here: the rule, and the paragraph it comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel


class WhyBox(QFrame):
    """Title, text and policy line, with the accent at its left edge."""

    def __init__(
        self, title: str, text: str = "", policy: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self._title = Heading(title, self, wrap=True)
        self._text = PlainLabel(text, self, wrap=True)
        self._policy = Muted(policy, self, wrap=True)
        self._policy.setVisible(bool(policy))
        column = QVBoxLayout(self)
        space(column, (12, 10, 12, 10), 3)
        for part in (self._title, self._text, self._policy):
            column.addWidget(part)

    def say(self, title: str, text: str, policy: str = "") -> None:
        """Show another reason."""
        self._title.setText(title)
        self._text.setText(text)
        self._policy.setText(policy)
        self._policy.setVisible(bool(policy))
