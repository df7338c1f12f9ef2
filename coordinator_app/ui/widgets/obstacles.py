"""What stands in the way, and the reason for which it is passed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.findings import Finding
from coordinator_app.ui.messages import say_code, say_phrase
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.labels import PlainLabel
from coordinator_app.ui.widgets.why import WhyBox


class Obstacles(QWidget):
    """Hidden while nothing stands in the way. Shown, its reason must be given."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = WhyBox("", parent=self)
        self._label = PlainLabel(self.tr("Reason for the &override"), self)
        self.field = NoteField(self.tr("Reason for the override"), self, lines=2)
        self._label.setBuddy(self.field)
        self._hint = PlainLabel(
            self.tr("It stays visible on the case and in the journal."), self, role="small"
        )
        self._hint.setWordWrap(True)
        self._error = PlainLabel("", self, wrap=True, role="error")
        self._error.hide()
        column = QVBoxLayout(self)
        space(column, 0, 6)
        for part in (self._what, self._label, self.field, self._hint, self._error):
            column.addWidget(part)
        self.field.changed.connect(self._quiet)
        self.hide()

    @property
    def reason(self) -> str:
        """The reason given, "" while nothing stands in the way."""
        return "" if self.isHidden() else self.field.value

    def show_findings(self, missing: Sequence[Finding]) -> None:
        """Name these requirements; none hides it."""
        self.setVisible(bool(missing))
        said = "\n".join(_line(one) for one in missing)
        self._what.say(self.tr("This stands in the way"), said)

    def show_sentence(self, sentence: str) -> None:
        """Show why the service refused, and offer the override."""
        self._what.say(self.tr("This stands in the way"), sentence)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Whether a reason is given where one is needed; else say so."""
        wanting = not self.isHidden() and not self.field.value
        label = self.tr("Reason for the override")
        self._error.setText(say_code("typed.required", field=label) if wanting else "")
        self._error.setVisible(wanting)
        self.field.mark(wrong=wanting)
        if wanting:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wanting

    def _quiet(self) -> None:
        if not self._error.isHidden() and self.field.value:
            self.check()
        self.changed.emit()


def _line(finding: Finding) -> str:
    said = say_phrase(finding.detail) if finding.detail else say_phrase(finding.have)
    return f"• {finding.title}: {said}"
