"""The step that says where a new office's file lies and what protects it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.domain.passphrases import Strength, strength
from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.diagnosis import place_troubles
from coordinator_app.runtime.places import place_of
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.new_office_steps import OfficeStep
from coordinator_app.ui.dialogs.passphrase import SecretField
from coordinator_app.ui.messages import Messages, say_code, say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.fields import TextField
from coordinator_app.ui.widgets.labels import PlainLabel
from coordinator_app.ui.widgets.pill import Pill
from coordinator_app.ui.widgets.tick_box import TickBox
from coordinator_app.ui.widgets.why import WhyBox

ENDING = ".office"


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewOffice", text)


class PathField(TextField):
    """Where the file will be; it must not be there yet."""

    @property
    def path(self) -> Path | None:
        """The file, with its ending; None where none is named."""
        if self.empty or self.value.endswith(("/", "\\")):
            return None
        path = Path(self.value).expanduser()
        return path if path.suffix else path.with_suffix(ENDING)

    @property
    def problem(self) -> str:
        if self.empty:
            return ""
        path = self.path
        if path is None or path.is_dir():
            return say_code("start.no_file_name", path=self.value)
        return say_code("start.file_there", path=str(path)) if path.exists() else ""


class NewSecretField(SecretField):
    """A new passphrase: too weak a one is refused. `known` are words that protect nothing."""

    def __init__(self, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        self.known: tuple[str, ...] = ()

    @property
    def strength(self) -> Strength:
        return strength(self.value, self.known)

    @property
    def problem(self) -> str:
        weak = self.strength is Strength.WEAK
        return say_code("start.passphrase_short") if weak else ""


class AgainField(SecretField):
    """The same passphrase once more."""

    def __init__(self, first: SecretField, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        self._first = first

    @property
    def problem(self) -> str:
        return "" if self.value == self._first.value else say_code("start.passphrases_differ")


class FileStep(OfficeStep):
    """The file's place, with a warning where a program copies it; the passphrase, or none."""

    def __init__(
        self,
        folder: Path,
        background: Background,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        line = _tr("One file holds the whole office: people, cases, letters and the journal.")
        super().__init__(_tr("The file and its passphrase"), line, parent)
        self._folder, self._background, self._messages = folder, background, messages
        self._typed = False
        self.path = PathField(parent=self)
        self.first = NewSecretField(parent=self)
        self.again = AgainField(self.first, parent=self)
        self.without = TickBox(_tr("&Go without a passphrase"), self)
        self.shown = TickBox(_tr("Sho&w what I type"), self)
        self.pill = Pill("", Tone.PLAIN, self)
        self.warning = WhyBox("", parent=self)
        self._build()
        self._connect()

    @property
    def passphrase(self) -> str | None:
        """What protects the file; None where that was declined."""
        return None if self.without.isChecked() else self.first.value

    def suggest(self, short_name: str, known: tuple[str, ...]) -> None:
        """Name the file after the association, unless a name was typed."""
        self.first.known = known
        if not self._typed:
            kept = "".join(sign if sign.isalnum() else "-" for sign in short_name.lower())
            name = "-".join(part for part in kept.split("-") if part) or "our"
            self.path.blockSignals(True)
            self.path.set_value(str(self._folder / f"{name}{ENDING}"))
            self.path.blockSignals(False)
            self._look()
        self._judge()

    def _build(self) -> None:
        browse = Button(_tr("Choose…"), parent=self)
        browse.clicked.connect(self._choose)
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        space(row, 0, 8)
        row.addWidget(browse)
        row.addWidget(PlainLabel(_tr("Another folder or name"), beside, role="small"), 1)
        self.form.add("path", _tr("&File"), self.path, required=True)
        self.form.add("browse", "", beside)
        self.form.add_wide(self.warning)
        self.form.add(
            "passphrase",
            _tr("&Passphrase"),
            self.first,
            required=True,
            hint=_tr(
                "Four unrelated words are strong and easy to keep in mind. It cannot be found again: write it down and lock it away."
            ),
        )
        self.form.add("strength", _tr("Strength"), self.pill)
        self.form.add("again", _tr("Once &more"), self.again)
        self.form.add("shown", "", self.shown)
        self.form.add(
            "without",
            "",
            self.without,
            hint=_tr(
                "Then the file is not protected by a passphrase: whoever has it can read it. Damage is still found."
            ),
        )
        self.warning.hide()

    def _connect(self) -> None:
        self.first.changed.connect(self._judge)
        self.shown.toggled.connect(self._show_typed)
        self.without.toggled.connect(self._decline)
        self.path.textEdited.connect(self._was_typed)
        self.path.editingFinished.connect(self._look)

    def _judge(self) -> None:
        said, tone = {
            Strength.NONE: (_tr("none yet"), Tone.PLAIN),
            Strength.WEAK: (_tr("weak: easily guessed"), Tone.BAD),
            Strength.FAIR: (_tr("fair: longer is better"), Tone.WAIT),
            Strength.GOOD: (_tr("good"), Tone.GOOD),
            Strength.STRONG: (_tr("strong"), Tone.GOOD),
        }[self.first.strength]
        if self.without.isChecked():
            said, tone = _tr("not protected by a passphrase"), Tone.WAIT
        self.pill.say(said, tone)

    def _show_typed(self, on: bool) -> None:
        for field in (self.first, self.again):
            field.show_text(shown=on)

    def _decline(self, on: bool) -> None:
        for field in (self.first, self.again, self.shown):
            field.setEnabled(not on)
        for key in ("passphrase", "again"):
            self.form.show_error(key, "")
        self._judge()

    def _choose(self, _checked: bool) -> None:
        start = self.path.path or self._folder / f"our{ENDING}"
        kinds = _tr("Offices (*.office)")
        self._messages.choose_save(self, _tr("Where the office lies"), start, kinds, self._chosen)

    def _chosen(self, path: Path) -> None:
        self._typed = True
        self.path.set_value(str(path))
        self._look()

    def _was_typed(self, _text: str) -> None:
        self._typed = True

    def _look(self) -> None:
        """Look at the place in the worker: a network drive may take its time to answer."""
        path = self.path.path
        if path is not None:
            self._background.run(self, partial(_troubles, path), self._warn, self._unknown)

    def _warn(self, troubles: list[Phrase]) -> None:
        said = " ".join(say_phrase(one) for one in troubles)
        self.warning.say(_tr("This is not a good place"), said)
        self.warning.setVisible(bool(troubles))

    def _unknown(self, error: Exception) -> None:
        self._messages.failure(self, error)


def _troubles(path: Path) -> list[Phrase]:
    return place_troubles(path, place_of(path))
