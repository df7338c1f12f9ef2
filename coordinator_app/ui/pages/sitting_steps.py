"""The five steps of a sitting, and what stands at each."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.views_exam import SittingRow
from coordinator_app.ui import formats
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.card import Strip
from coordinator_app.ui.widgets.labels import Muted
from coordinator_app.ui.widgets.pill import Pill


class SittingSteps(QWidget):
    """Candidates, papers, pairs, scores, results: each with its count; done ones say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (
            self.tr("1 Candidates"),
            self.tr("2 Papers"),
            self.tr("3 Pairs"),
            self.tr("4 Scores"),
            self.tr("5 Results"),
        )
        self._steps = [_Step(name, self) for name in names]
        column = QVBoxLayout(self)
        space(column, 0, 0)
        column.addWidget(Strip(self._steps, self))

    def show_row(self, row: SittingRow) -> None:
        """Show how far a sitting is."""
        papers, wanted = row.papers, row.scores_wanted
        released = row.state == "released"
        told = (
            (self.tr("{count} admitted").format(count=formats.count(row.candidates)), bool(papers)),
            (self._of(row.answered, papers, self.tr("{done} of {total} answered")), _all(row.answered, papers)),
            (self._of(row.paired, papers, self.tr("{done} of {total} paired")), _all(row.paired, papers)),
            (self._of(row.scores_in, wanted, self.tr("{done} of {total} in")), _all(row.scores_in, wanted)),
            (self._results(row), released),
        )  # fmt: skip
        now = next((n for n, (_, done) in enumerate(told) if not done), len(told))
        for number, (step, (said, done)) in enumerate(zip(self._steps, told, strict=True)):
            step.say(said, done=done, now=number == now)

    @property
    def said(self) -> tuple[str, ...]:
        """What each step says."""
        return tuple(step.line.text() for step in self._steps)

    def _of(self, done: int, total: int, words: str) -> str:
        if not total:
            return self.tr("none yet")
        return words.format(done=formats.count(done), total=formats.count(total))

    def _results(self, row: SittingRow) -> str:
        if row.state == "released":
            return self.tr("released")
        if row.settled:
            return self.tr("{count} settled, not released").format(count=formats.count(row.settled))
        return self.tr("not released")


def _all(done: int, total: int) -> bool:
    return bool(total) and done >= total


class _Step(QWidget):
    """One step: its name, in the tone of where it stands, and a line."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.pill = Pill(name, Tone.PLAIN, self)
        self.line = Muted("", self)
        column = QVBoxLayout(self)
        space(column, (14, 10, 14, 10), 5)
        column.addWidget(self.pill)
        column.addWidget(self.line)

    def say(self, line: str, *, done: bool, now: bool) -> None:
        self.line.setText(line)
        tone = Tone.GOOD if done else Tone.NEWS if now else Tone.PLAIN
        words = self.tr("{step}: done") if done else self._name
        self.pill.say(words.format(step=self._name), tone)
