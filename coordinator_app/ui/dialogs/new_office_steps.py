"""The steps of a new office: the association, the coordinator, and the policy's settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.domain.policy import Policy, Rule
from coordinator_app.ui.background import Background
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Scroll
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Muted, Title
from coordinator_app.ui.widgets.office_form import AssociationFields, CoordinatorFields
from coordinator_app.ui.widgets.settings_table import SettingsTable
from coordinator_app.ui.widgets.why import WhyBox


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewOffice", text)


class OfficeStep(QWidget):
    """One step: a title, a sentence, and a form below that may scroll."""

    def __init__(self, title: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.body = QVBoxLayout(self)
        space(self.body, 0, 10)
        self.body.addWidget(Title(title, self))
        self.body.addWidget(Muted(line, self, wrap=True))
        self.below = self._scrolled()

    def check(self) -> bool:
        """Show what is wrong; whether nothing is."""
        return self.form.check()

    def is_right(self) -> bool:
        """Whether nothing is wrong, without showing anything."""
        return not self.form.errors()

    def _scrolled(self) -> QVBoxLayout:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        space(column, (2, 6, 10, 6), 12)
        column.addWidget(self.form)
        column.addStretch(1)
        self.body.addWidget(Scroll(inner, self), 1)
        return column


class AssociationStep(OfficeStep):
    """Whose office it is: what stands at the head of its letters."""

    def __init__(
        self, background: Background, messages: Messages, parent: QWidget | None = None
    ) -> None:
        line = _tr("What stands at the head of your letters. All of it can be changed later.")
        super().__init__(_tr("Your association"), line, parent)
        self.fields = AssociationFields(self.form, background, messages, self)


class CoordinatorStep(OfficeStep):
    """Who coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        line = _tr("Who answers the letters, and whose name stands beside each change.")
        super().__init__(_tr("You, the coordinator"), line, parent)
        self.fields = CoordinatorFields(self.form, self)


class PolicyStep(QWidget):
    """The settings of the policy, with the paragraph each rests on beside them."""

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self.table = SettingsTable(policy, parent=self)
        self._left = Muted("", self)
        self.confirm_button = Button(_tr("Confirm all values"), Kind.SMALL, self)
        self._why = WhyBox("", parent=self)
        self._build(policy.title)
        self.confirm_button.clicked.connect(self._confirm_all)
        self.table.looked_at.connect(self.show_rule)
        self.table.changed.connect(self._count)
        self._count()
        self.show_rule(next(iter(self.table.lines.values())).rule)

    def check(self) -> bool:
        """Show what is wrong; whether nothing is."""
        return self.table.check()

    def is_right(self) -> bool:
        return all(not line.field.problem for line in self.table.lines.values())

    def show_rule(self, rule: Rule) -> None:
        """Show what a rule rests on."""
        found = self._policy.paragraph(rule.paragraph)
        self._why.say(found.title, found.text, _tr("Source: {source}").format(source=found.source))

    def _build(self, name: str) -> None:
        body = QVBoxLayout(self)
        space(body, 0, 10)
        title = _tr("The policy: {policy}").format(policy=name)
        line = _tr(
            "The association’s page does not state these. Confirm what you know; the rest stays "
            "marked “to confirm”, and what is not set is never invented."
        )
        body.addWidget(Title(title, self))
        body.addWidget(Muted(line, self, wrap=True))
        top = QHBoxLayout()
        space(top, 0, 10)
        top.addWidget(self._left, 1)
        top.addWidget(self.confirm_button)
        body.addLayout(top)
        scroll = Scroll(self.table, self)
        body.addWidget(Beside(scroll, self._reason(), self, stretch=(5, 2), narrow=680), 1)

    def _reason(self) -> Scroll:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        space(column, 0, 8)
        column.addWidget(self._why)
        column.addStretch(1)
        return Scroll(inner, self)

    def _confirm_all(self, _checked: bool) -> None:
        self.table.confirm_all()

    def _count(self) -> None:
        whole = len(self.table.lines)
        text = _tr("{done} of {whole} said by you")
        self._left.setText(text.format(done=whole - self.table.open_count(), whole=whole))
