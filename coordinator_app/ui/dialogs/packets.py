"""Packets before they go out: what was found in each, what is confirmed, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views_exam import FoundRow, ScanRow, SittingCard
from coordinator_app.services.exam_packets import Reasons
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.table_view import TableView
from coordinator_app.ui.words_exam import FOUND_KINDS, VERDICT_TONES, VERDICTS, exam_word

Small = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A packet with nothing found in it, or one thing found in a packet."""

    key: int
    packet: ScanRow
    found: FoundRow | None


class PacketsDialog(EntryDialog):
    """Searches every packet first. Exporting asks for a folder; it cannot be taken back."""

    def __init__(self, owner: QWidget, tools: Tools, card: SittingCard) -> None:
        super().__init__(owner, tools, width=820)
        self._id, self._folder = card.row.id, Path()
        self.begin(self.tr("Packets"), self.tr("&Export packets…"), card.row.title)
        self.scanned: Sequence[ScanRow] = ()
        self.verdict = Muted(self.tr("Searching every packet…"), self, wrap=True)
        self.model: RowModel[_Line] = RowModel(self._columns(), key=_key, parent=self)
        self.table = TableView(self.model, self.tr("What was found"), self)
        self.leaks, self.small = NoteField(lines=2), NoteField(lines=2)
        self._place()
        self.save_button.setEnabled(False)
        tools.fetch(self, partial(self._look, tools), self._show, self._refused)
        self.table.setFocus()

    def asked(self) -> Ask:
        desk, reasons = self.tools.desk, Reasons(self.leaks.value, self.small.value)
        release = desk.packets.release
        return partial(release, self._id, self._folder, desk.today(), reasons=reasons)

    def save(self) -> None:
        """Ask for the folder once everything is confirmed."""
        self.notice.hide()
        if self.checked():
            title = self.tr("An empty folder for the packets")
            self.tools.messages.choose_folder(self, title, self._export)

    def _export(self, folder: Path) -> None:
        self._folder = folder
        super().save()

    def _look(self, tools: Tools) -> tuple[tuple[ScanRow, ...], Small]:
        packets = tools.desk.packets
        return packets.scan(self._id), packets.small_groups(self._id)

    def _place(self) -> None:
        self.form.add_wide(self.verdict)
        box = Card(self, flush=True)
        box.add(self.table)
        self.table.hug_rows(9)
        self.form.add_wide(box)
        hint = self.tr("It is kept with the packet and shown by the check.")
        self.form.add(
            "leaks", self.tr("&Release all the same"), self.leaks, required=True, hint=hint
        )
        self.form.add("small", self.tr("&Small group"), self.small, required=True, hint=hint)
        self.form.show_row("leaks", shown=False)
        self.form.show_row("small", shown=False)

    def _columns(self) -> list[Column[_Line]]:
        return [
            Column(key="code", title=self.tr("Paper"), text=_code, cell=Cell.MONO, width=13),
            Column(
                key="verdict",
                title=self.tr("Verdict"),
                text=_verdict,
                tone=_tone,
                cell=Cell.PILL,
                width=22,
            ),
            Column(key="what", title=self.tr("Found"), text=_what, width=20),
            Column(key="around", title=self.tr("Where"), text=_around, width=28, stretch=True),
        ]

    def _show(self, found: tuple[tuple[ScanRow, ...], Small]) -> None:
        self.scanned, small = found
        self.model.show([line for packet in self.scanned for line in _lines(packet)])
        bad = [one for one in self.scanned if one.verdict != "clean"]
        self.verdict.setText(self._said(len(bad)))
        self.form.show_row("leaks", shown=bool(bad))
        self.form.show_row("small", shown=bool(small))
        if small:
            family, count = small[0]
            label = self.tr("&Small group: {family}, {count}")
            self.form.rename_row("small", label.format(family=family, count=formats.count(count)))
        self.save_button.setEnabled(bool(self.scanned))
        self._fit()

    def _said(self, bad: int) -> str:
        count = formats.count(len(self.scanned))
        if bad:
            return self.tr("{bad} of {count} packets may name the examinee.").format(
                bad=formats.count(bad), count=count
            )
        return self.tr(
            "No known identifier was found in {count} packets. That the writing itself betrays "
            "nobody, no search can prove."
        ).format(count=count)


def _lines(packet: ScanRow) -> list[_Line]:
    if not packet.found:
        return [_Line(packet.paper_id * 1000, packet, None)]
    ordered = sorted(packet.found, key=lambda one: one.weight != "certain")
    return [_Line(packet.paper_id * 1000 + n, packet, one) for n, one in enumerate(ordered)]


def _key(line: _Line) -> int:
    return line.key


def _code(line: _Line) -> str:
    return line.packet.code


def _verdict(line: _Line) -> str:
    return exam_word(VERDICTS, line.packet.verdict)


def _tone(line: _Line) -> Tone:
    return VERDICT_TONES.get(line.packet.verdict, Tone.PLAIN)


def _what(line: _Line) -> str:
    if line.found is None:
        return ""
    kind = exam_word(FOUND_KINDS, line.found.kind)
    return kind if line.found.weight == "certain" else f"({kind})"


def _around(line: _Line) -> str:
    return "" if line.found is None else line.found.around
