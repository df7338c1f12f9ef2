"""Adopting a new version of the policy: which changes, from when, and what becomes otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.policy import Pack, Policy, RuleValue
from coordinator_app.domain.policy_settings import settings_of
from coordinator_app.services.policies import shipped_packs
from coordinator_app.ui import formats, theme
from coordinator_app.ui.dialogs.handbook import add_help_key
from coordinator_app.ui.fitting import fit
from coordinator_app.ui.messages import sentence_of
from coordinator_app.ui.pages.policy_lines import Difference, Part, differences
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.beside import Beside
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, Scroll, buttons
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.fields import DateField
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Heading, Muted, Title
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.settings_table import SettingsTable
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.widgets.tick_box import TickBox

CHANGES, SETTINGS = "changes", "settings"
Proposal = tuple[Policy, Policy]


class AdoptPolicyDialog(QDialog):
    """`adopted(policy)`. What was submitted before its day stays under the earlier version."""

    adopted = Signal(object)

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner.window())
        add_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Adopt a change of the policy"))
        self._tools = tools
        self._packs = [pack for pack in shipped_packs().values() if pack.kind == "change"]
        self.proposal: Policy | None = None
        self.settings: SettingsTable | None = None
        self._said: dict[str, RuleValue | None] = {}
        self.form = Form(self)
        self.day = DateField(today=tools.desk.today(), parent=self)
        self.ticks = {pack.id: TickBox(pack.title, self) for pack in self._packs}
        self.views = FilterChips(self._chips(), self.tr("What is shown"), self)
        self.model = RowModel(_columns(), key=lambda one: one.line.key, parent=self)
        self.table = TableView(self.model, self.tr("What becomes otherwise"), self)
        self.notice = NoticeLine(self)
        self.adopt_button = Button(self.tr("Adopt"), Kind.ACCENT, self)
        self.cancel_button = Button(self.tr("Cancel"), parent=self)
        self._settings_place = QVBoxLayout()
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()
        fit(self, owner, 1120, 720)
        self.day.set_value(_next_month(tools.desk.today()))
        self._propose()

    @property
    def chosen(self) -> list[str]:
        """The ids of the changes ticked."""
        return [id for id, tick in self.ticks.items() if tick.isChecked() and tick.isEnabled()]

    def adopt(self) -> None:
        """Adopt what is proposed, after asking: it cannot be taken back."""
        if self.proposal is None or not self.form.check():
            return
        if self.settings is not None and not self.settings.check():
            self._view(SETTINGS)
            return
        self._propose(then=self._ask)

    # Making it

    def _chips(self) -> list[Chip]:
        return [
            Chip(CHANGES, self.tr("What becomes otherwise")),
            Chip(SETTINGS, self.tr("Settings to confirm")),
        ]

    def _build(self) -> None:
        card = Card(self, flush=True)
        card.add(self.table)
        inner = QWidget(self)
        inner.setLayout(self._settings_place)
        self._stack.addWidget(card)
        self._stack.addWidget(Scroll(inner, self))
        right = QWidget(self)
        below = QVBoxLayout(right)
        space(below, 0, 10)
        below.addWidget(self.views)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 12)
        column.addWidget(Title(self.tr("Adopt a change of the policy"), self))
        line = self.tr(
            "A new whole version from a day on. Cases submitted before that day stay as they are."
        )
        column.addWidget(Muted(line, self, wrap=True))
        column.addWidget(Beside(self._left(), right, self, stretch=(2, 5), narrow=760), 1)
        column.addWidget(self.notice)
        column.addLayout(buttons(self.cancel_button, self.adopt_button, spread=True))

    def _left(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        space(column, 0, 10)
        self.form.add("day", self.tr("&In force from"), self.day, required=True)
        column.addWidget(self.form)
        column.addSpacing(theme.now().px(6))
        column.addWidget(Heading(self.tr("Changes that come with the program"), part))
        for pack in self._packs:
            column.addWidget(self.ticks[pack.id])
            column.addWidget(Muted(_about(pack), part, wrap=True))
        column.addStretch(1)
        return Scroll(part, self)

    def _connect(self) -> None:
        self.views.chosen.connect(self._view)
        self.day.changed.connect(self._day_changed)
        for tick in self.ticks.values():
            tick.toggled.connect(self._ticked)
        self.adopt_button.clicked.connect(self._pressed)
        self.cancel_button.clicked.connect(self.reject)

    # Proposing

    def _day_changed(self) -> None:
        if self.day.value is not None:
            self._propose()

    def _ticked(self, _on: bool) -> None:
        self._propose()

    def _propose(self, then: Callable[[], None] | None = None) -> None:
        """Compose the version in the worker; nothing is written."""
        day = self.day.value
        if day is None:
            return
        self._remember()
        call = partial(self._tools.desk.policies.propose, self.chosen, day, dict(self._said))
        shown = partial(self._show, then)
        self._tools.background.run(self, call, shown, self._refused)

    def _remember(self) -> None:
        """Settings typed so far are kept over another choice of changes."""
        if self.settings is not None:
            self._said.update(self.settings.settings())

    def _show(self, then: Callable[[], None] | None, found: Proposal) -> None:
        old, new = found
        self.notice.hide()
        self.proposal = new
        for id, tick in self.ticks.items():
            tick.setEnabled(id not in old.changes)
            if id in old.changes:
                tick.setChecked(True)
        changed = differences(old, new)
        self.model.show(changed)
        self.table.set_empty(self.tr("Nothing becomes otherwise. Choose a change, or a setting."))
        self.views.count({CHANGES: len(changed)})
        day = formats.day(new.in_force_from)
        self.adopt_button.setText(self.tr("Adopt from {day}").format(day=day))
        self.adopt_button.setEnabled(is_otherwise(old, new))
        self._show_settings(new)
        if then is not None:
            then()

    def _show_settings(self, policy: Policy) -> None:
        """The settings of the version proposed; fields at which one types are not made anew."""
        if self.settings is not None and self._shows(self.settings, policy):
            return
        made = SettingsTable(policy, self)
        if self.settings is not None:
            self.settings.hide()
            self.settings.deleteLater()
        self.settings = made
        made.changed.connect(self._setting_changed)
        self._settings_place.addWidget(made)

    def _shows(self, table: SettingsTable, policy: Policy) -> bool:
        """Whether a table shows this version's settings, apart from what is typed in it."""
        now = {rule.key: rule.value for rule in settings_of(policy)}
        return now.keys() == table.lines.keys() and all(
            value == table.lines[key].rule.value
            for key, value in now.items()
            if key not in self._said
        )

    def _setting_changed(self) -> None:
        """A wrong value is shown when the version is to be adopted, not while it is typed."""
        table = self.settings
        if table is not None and not any(line.field.problem for line in table.lines.values()):
            self._propose()

    def _refused(self, error: Exception) -> None:
        self.proposal = None
        self.adopt_button.setEnabled(False)
        self.model.show([])
        if isinstance(error, Refusal):
            self.notice.say(sentence_of(error), Tone.BAD)
        else:
            self._tools.messages.failure(self, error)

    def _view(self, key: object) -> None:
        self.views.choose(str(key))
        self._stack.setCurrentIndex(0 if key == CHANGES else 1)

    # Adopting

    def _pressed(self, _checked: bool) -> None:
        self.adopt()

    def _ask(self) -> None:
        assert self.proposal is not None
        day = formats.day(self.proposal.in_force_from)
        text = self.tr("Adopt {title} from {day}?").format(title=self.proposal.title, day=day)
        details = self.tr("A version adopted is never changed again; a later one may follow it.")
        yes = self.tr("Adopt it")
        self._tools.messages.ask(self, text, yes, self._adopt, details=details)

    def _adopt(self) -> None:
        assert self.proposal is not None
        desk = self._tools.desk
        self.adopt_button.setEnabled(False)
        call = partial(desk.policies.adopt, self.proposal, desk.today())
        self._tools.write(self, call, self._was_adopted, self._refused)

    def _was_adopted(self, _changes: Changes) -> None:
        self.adopted.emit(self.proposal)
        self.accept()


def _second(one: Difference) -> str:
    """The categories a requirement speaks of, or the section a rule stands in."""
    return one.line.beside or (one.line.section if one.line.part is Part.RULES else "")


def is_otherwise(old: Policy, new: Policy) -> bool:
    """Whether anything but the day differs: a value, or that the association has confirmed it."""
    return replace(new, in_force_from=old.in_force_from, digest=old.digest) != old


def _next_month(day: date) -> date:
    """The first day of the next month: the earliest a committee can usually decide for."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _about(pack: Pack) -> str:
    """The titles of the paragraphs a change brings."""
    return "; ".join(paragraph.title for paragraph in pack.paragraphs.values())


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdoptPolicy", text)


def _columns() -> Sequence[Column[Difference]]:
    return [
        Column(
            key="what",
            title=_tr("Rule"),
            text=lambda one: one.line.what,
            second=_second,
            width=24,
            stretch=True,
        ),
        Column(
            key="before",
            title=_tr("Until then"),
            text=lambda one: one.before or "–",
            tip=lambda one: one.before,
            cell=Cell.MUTED,
            width=18,
            stretch=True,
        ),
        Column(
            key="after",
            title=_tr("From then"),
            text=lambda one: one.after or "–",
            tip=lambda one: one.after,
            width=18,
            stretch=True,
        ),
    ]
