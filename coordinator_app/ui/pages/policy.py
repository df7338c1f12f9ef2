"""Policy: the versions adopted, and every rule with its value, its paragraph and its source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.changes import Changes, Kind
from coordinator_app.domain.policy import Policy
from coordinator_app.services.policies import AdoptedPolicy
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.adopt_policy import AdoptPolicyDialog
from coordinator_app.ui.page import Page, PageHead
from coordinator_app.ui.pages import policy_lines
from coordinator_app.ui.pages.policy_lines import Part, PolicyLine, Standing
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.choice import Choice
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.side_panel import SidePanel
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.why import WhyBox


class PolicyPage(Page):
    """The version chosen, part by part; what is not set and what is to confirm by themselves."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Policy")
        self._tools = tools
        self._adopted: Sequence[AdoptedPolicy] = ()
        self._lines: list[PolicyLine] = []
        self.versions = Choice(spoken=self.tr("Version"), parent=self)
        self.versions.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.adopt_button = Button(self.tr("Adopt a change…"), parent=self)
        self.head = PageHead(self.title, "", self.adopt_button, parent=self)
        self._facts = Muted("", self, wrap=True)
        self.chips = FilterChips(self._chips(), self.tr("Parts of the policy"), self)
        self.model = RowModel(self._columns(), key=lambda line: line.key, parent=self)
        memory = tools.lists.columns
        self.table = TableView(self.model, self.tr("Rules"), self, name="policy", memory=memory)
        self.panel = SidePanel(self)
        self._build()
        self.versions.changed.connect(self._show_version)
        self.chips.chosen.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.table.acted.connect(self._acted)
        self.adopt_button.clicked.connect(self._adopt)

    def refresh(self, changes: Changes | None) -> None:
        if self.touched_by(changes, Kind.POLICY, Kind.OFFICE):
            desk = self._tools.desk
            self._tools.fetch(self, partial(desk.policies.adopted, desk.today()), self._show)

    def focus_first(self) -> None:
        self.table.setFocus()

    @property
    def policy(self) -> Policy | None:
        """The version shown."""
        number = self.versions.value
        return next((one.policy for one in self._adopted if one.id == number), None)

    # Making it

    def _build(self) -> None:
        self.head.insert(self.versions)
        card = Card(self, flush=True)
        card.add(self.table)
        self.body.addWidget(self.head)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.chips)
        self.body.addWidget(Beside(card, self.panel, self, stretch=(2, 1), narrow=760), 1)

    def _chips(self) -> list[Chip]:
        return [
            Chip(Part.CATEGORIES.value, self.tr("Categories")),
            Chip(Part.REQUIREMENTS.value, self.tr("Requirements")),
            Chip(Part.PROVIDERS.value, self.tr("Who may give RSC")),
            Chip(Part.RULES.value, self.tr("Rules")),
            Chip(Standing.TO_CONFIRM.value, self.tr("To confirm")),
            Chip(Standing.NOT_SET.value, self.tr("Not set")),
        ]

    def _columns(self) -> list[Column[PolicyLine]]:
        return [
            Column(
                key="what",
                title=self.tr("Rule"),
                text=lambda line: line.what,
                second=lambda line: (
                    line.beside or (line.section if line.part is Part.RULES else "")
                ),
                width=26,
                stretch=True,
            ),
            Column(
                key="value",
                title=self.tr("Value"),
                text=lambda line: line.value,
                tip=lambda line: line.value,
                width=26,
                stretch=True,
            ),
            Column(
                key="standing",
                title=self.tr("Standing"),
                text=lambda line: policy_lines.standing_text(line.standing),
                tone=lambda line: policy_lines.standing_tone(line.standing),
                cell=Cell.PILL,
                width=10,
            ),
            Column(
                key="why",
                title=self.tr("Paragraph"),
                text=self._paragraph,
                cell=Cell.LINK,
                width=18,
                stretch=True,
            ),
        ]

    # Showing

    def _show(self, adopted: Sequence[AdoptedPolicy]) -> None:
        """The version in force is shown unless another was chosen."""
        first = self.versions.value is None
        self._adopted = adopted
        self.versions.show_options([(one.id, self._named(one)) for one in reversed(adopted)])
        in_force = next((one for one in adopted if one.in_force), None)
        if first and in_force is not None:
            self.versions.set_value(in_force.id)
        self._show_version()

    def _named(self, one: AdoptedPolicy) -> str:
        day = formats.day(one.policy.in_force_from)
        said = self.tr("{title}, from {day}").format(title=one.policy.title, day=day)
        return self.tr("{version} (in force)").format(version=said) if one.in_force else said

    def _show_version(self) -> None:
        policy = self.policy
        self._lines = policy_lines.lines_of(policy) if policy else []
        adopted = next((one for one in self._adopted if one.policy is policy), None)
        self._facts.setText(self._said(adopted) if adopted else "")
        self.chips.count({chip.key: len(self._of(chip.key)) for chip in self._chips()})
        self._filter(self.chips.key)

    def _said(self, one: AdoptedPolicy) -> str:
        parts = [
            self.tr("Adopted {day}").format(day=formats.day(one.adopted_on)),
            self.tr("unchangeable since"),
            one.policy.version,
        ]
        return " · ".join(parts)

    def _of(self, key: object) -> list[PolicyLine]:
        return [line for line in self._lines if key in (line.part.value, line.standing.value)]

    def _filter(self, key: object) -> None:
        lines = self._of(key)
        self.model.show(lines)
        self.table.set_empty(self.tr("Nothing of this policy is here. Choose another part above."))
        if lines and self.table.current() is None:
            self.table.select_key(lines[0].key)
        self._show_line(self.table.current())

    def _chosen(self, lines: list[PolicyLine]) -> None:
        self._show_line(lines[0] if lines else None)

    def _show_line(self, line: PolicyLine | None) -> None:
        self.panel.clear()
        policy = self.policy
        if line is None or policy is None:
            self.panel.say(self.tr("No rule is chosen"))
            return
        found = policy.paragraph(line.paragraph)
        self.panel.say(line.what, line.beside)
        self.panel.add(WhyBox(self.tr("Value"), line.value, parent=self.panel))
        source = self.tr("Source: {source}").format(source=found.source)
        self.panel.add(WhyBox(found.title, found.text, source, self.panel))
        if line.standing is Standing.TO_CONFIRM:
            text = self.tr("The association’s page does not say this; it is published elsewhere.")
            self.panel.add(Muted(text, self.panel, wrap=True))

    def _paragraph(self, line: PolicyLine) -> str:
        policy = self.policy
        return policy.paragraph(line.paragraph).title if policy else ""

    def _acted(self, line: PolicyLine, _column: str) -> None:
        self.table.select_key(line.key)
        self.panel.setFocus()

    # Adopting

    def _adopt(self, _checked: bool) -> None:
        dialog = AdoptPolicyDialog(self, self._tools)
        dialog.adopted.connect(self._was_adopted)
        dialog.show()

    def _was_adopted(self, policy: Policy) -> None:
        day = formats.day(policy.in_force_from)
        said = self.tr("{title} is adopted, in force from {day}.")
        self.notice.say(said.format(title=policy.title, day=day), Tone.GOOD)
