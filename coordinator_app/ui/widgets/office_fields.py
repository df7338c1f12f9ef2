"""Fields that describe an office: its time zone, its e-mail address, its logo."""

from __future__ import annotations

import re
import zoneinfo
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.fold import fold
from coordinator_app.services.office import clean_logo
from coordinator_app.ui import theme
from coordinator_app.ui.background import Background
from coordinator_app.ui.messages import Messages, say_code, sentence_of
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.fields import TextField
from coordinator_app.ui.widgets.labels import PlainLabel

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@cache
def zone_names() -> tuple[str, ...]:
    """Every place a time zone is named after, Hawaiʻi's first."""
    home = "Pacific/Honolulu"
    places = (name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")
    return (home, *sorted(name for name in places if name != home))


class ZoneField(TextField):
    """A time zone by its name; typing any part of it offers those that fit."""

    def __init__(self, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        completer = QCompleter(list(zone_names()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.editingFinished.connect(self._tidy)

    @property
    def problem(self) -> str:
        known = self.empty or self._known() is not None
        return "" if known else say_code("typed.no_zone", text=self.value)

    def _known(self) -> str | None:
        """The zone meant: its name, or the one place whose city this is."""
        wanted = fold(self.value)
        whole = [name for name in zone_names() if fold(name) == wanted]
        cities = [name for name in zone_names() if fold(name.rpartition("/")[2]) == wanted]
        found = whole or cities
        return found[0] if len(found) == 1 else None

    def _tidy(self) -> None:
        if (known := self._known()) is not None:
            self.set_value(known)


class EmailField(TextField):
    """An e-mail address, or none."""

    @property
    def problem(self) -> str:
        wrong = not self.empty and not _EMAIL.fullmatch(self.value)
        return say_code("typed.no_email", text=self.value) if wrong else ""


class _Picture(QWidget):
    """A picture in a square of 64, sharp at every scale; hidden without one."""

    def __init__(self, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.setVisible(not picture.isNull())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.now().px(64)
        return self._picture.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)
        painter.end()


class LogoField(QWidget):
    """A picture for the head of the letters: shown as the letters will have it.

    `value` is the cleaned PNG chosen here, or None.
    """

    changed = Signal()

    def __init__(
        self, background: Background, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._messages = background, messages
        self.value: bytes | None = None
        self._problem = ""
        self._picture = _Picture(self.tr("Logo"), self)
        self._said = PlainLabel("", self, wrap=True, role="small")
        self.choose_button = Button(self.tr("Choose a picture…"), Kind.SMALL, self)
        self.remove_button = Button(self.tr("Take it away"), Kind.SMALL, self)
        self._place()
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.setFocusProxy(self.choose_button)
        self.show_logo(None)

    @property
    def problem(self) -> str:
        return self._problem

    @property
    def empty(self) -> bool:
        return self.value is None

    def mark(self, *, wrong: bool) -> None:
        """The sentence below says enough."""

    def show_logo(self, png: bytes | None) -> None:
        """Show what is there already, without taking it as chosen here."""
        picture = QPixmap()
        if png is not None:
            picture.loadFromData(png)
        there = not picture.isNull()
        self._picture.show_picture(picture)
        self.remove_button.setVisible(self.value is not None)
        self._said.setText(
            "" if there else self.tr("PNG or JPEG. Without one the letters carry the name alone.")
        )
        self._said.setVisible(not there)

    def take(self, path: Path) -> None:
        """Read and clean a picture in the worker, then show it."""
        self._background.run(self, partial(_cleaned, path), self._taken, self._refused)

    def _place(self) -> None:
        row = QHBoxLayout(self)
        space(row, 0, 12)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        space(column, 0, 6)
        line = QHBoxLayout()
        space(line, 0, 8)
        line.addWidget(self.choose_button)
        line.addWidget(self.remove_button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._said)
        row.addLayout(column, 1)

    def _choose(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        self._messages.choose_file(self, self.tr("Choose a picture"), kinds, self.take)

    def _taken(self, png: bytes) -> None:
        self._problem, self.value = "", png
        self.show_logo(png)
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            self._messages.failure(self, error)
            return
        self._problem = sentence_of(error)
        self.changed.emit()

    def _remove(self) -> None:
        self.value, self._problem = None, ""
        self.show_logo(None)
        self.changed.emit()


def _cleaned(path: Path) -> bytes:
    return clean_logo(path)
