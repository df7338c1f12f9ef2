"""The part of Settings about the file: where it lies, what protects it, and whether it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.diagnosis import place_troubles
from coordinator_app.runtime.places import place_of
from coordinator_app.services.checks import Report
from coordinator_app.services.desk import FileCard
from coordinator_app.ui import formats
from coordinator_app.ui.backing_up import ask_and_back_up
from coordinator_app.ui.messages import say_phrase
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.labels import Heading, Muted, PlainLabel
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.why import WhyBox


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is shown of the file, and what speaks against its place."""

    card: FileCard
    size: int
    troubles: Sequence[Phrase]


class FilePart(Card):
    """`said(text, tone)` what became of a backup."""

    said = Signal(object, object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._facts = QGridLayout()
        self._warning = WhyBox("", parent=self)
        self.verify_button = Button(self.tr("Verify now"), parent=self)
        self.backup_button = Button(self.tr("Back up now…"), parent=self)
        self.result = NoticeLine(self)
        self._lists = QVBoxLayout()
        self._build()
        self.verify_button.clicked.connect(self._verify)
        self.backup_button.clicked.connect(self._back_up)

    def refresh(self) -> None:
        self._tools.fetch(self, partial(_facts, self._tools), self._show)

    def _build(self) -> None:
        space(self._facts, 0, (18, 8))
        self._facts.setColumnStretch(1, 1)
        space(self._lists, 0, 6)
        self.add(self._facts)
        self.add(self._warning)
        self.add(buttons(self.verify_button, self.backup_button))
        self.add(self.result)
        self.add(self._lists)
        self._warning.hide()

    def _show(self, found: FileFacts) -> None:
        card = found.card
        protected = self.tr("protected by its passphrase")
        open_to_all = self.tr("not protected by a passphrase")
        facts = {
            self.tr("File"): str(card.path),
            self.tr("Size"): self.tr("{kilobytes} kB").format(
                kilobytes=formats.count(max(1, found.size // 1000))
            ),
            self.tr("Passphrase"): protected if card.protected else open_to_all,
            self.tr("Journal"): self.tr("{count} entries").format(
                count=formats.count(card.entries)
            ),
            self.tr("Saved"): formats.moment(card.saved) if card.saved else self.tr("not yet"),
        }
        self._clear(self._facts)
        for row, (name, value) in enumerate(facts.items()):
            self._facts.addWidget(Muted(name, self), row, 0)
            self._facts.addWidget(PlainLabel(value, self, wrap=True), row, 1)
        self._warning.say(
            self.tr("This is not a good place"), " ".join(say_phrase(one) for one in found.troubles)
        )
        self._warning.setVisible(bool(found.troubles))

    def _verify(self, _checked: bool) -> None:
        self.verify_button.setEnabled(False)
        self.verify_button.setText(self.tr("Verifying…"))
        self._tools.fetch(self, self._tools.desk.checks.report, self._verified, self._not_verified)

    def _verified(self, report: Report) -> None:
        self._ready()
        self._clear(self._lists)
        if report.faults:
            text = self.tr("Something is not as it should be: see below.")
            self.result.say(text, Tone.BAD)
        else:
            text = self.tr(
                "Every page, every journal entry and every rule of the records is whole."
            )
            self.result.say(text, Tone.GOOD)
        self._list(self.tr("Faults"), [say_phrase(one) for one in report.faults])
        self._list(self.tr("Allowed by an override"), [say_phrase(one) for one in report.overrides])
        self._list(
            self.tr("Imported, judged apart"), [self._imported(*one) for one in report.imported]
        )

    def _imported(self, record: str, count: int) -> str:
        words = {
            "person": self.tr("People: {count}"),
            "application": self.tr("Applications: {count}"),
            "decision": self.tr("Decisions: {count}"),
            "endorsement": self.tr("Endorsements: {count}"),
            "renewal": self.tr("Renewals: {count}"),
        }
        return words.get(record, "{count}").format(count=formats.count(count))

    def _list(self, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self._lists.addWidget(Heading(title, self))
        for line in lines:
            self._lists.addWidget(PlainLabel(line, self, wrap=True))

    def _not_verified(self, error: Exception) -> None:
        self._ready()
        self._tools.messages.failure(self, error)

    def _ready(self) -> None:
        self.verify_button.setEnabled(True)
        self.verify_button.setText(self.tr("Verify now"))

    def _back_up(self, _checked: bool) -> None:
        tools = self._tools
        ask_and_back_up(self, tools.desk, tools.background, tools.messages, self._backed_up)

    def _backed_up(self, text: str) -> None:
        self.said.emit(text, Tone.GOOD)

    def _clear(self, layout: QGridLayout | QVBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _facts(tools: Tools) -> FileFacts:
    """In the worker. The size is told by the folder; the file itself is not opened."""
    card = tools.desk.file_card()
    troubles = place_troubles(card.path, place_of(card.path))
    return FileFacts(card, card.path.stat().st_size, troubles)
