"""The dialog in which one action is entered: fields, a sentence when it is refused, two buttons."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.findings import Finding
from coordinator_app.ui import theme
from coordinator_app.ui.dialogs.handbook import add_help_key
from coordinator_app.ui.messages import sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tab_order import order_tabs
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Scroll, buttons
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.labels import Muted, Title
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.obstacles import Obstacles
from coordinator_app.ui.widgets.person_choice import PersonChoice

Ask = Callable[[], Changes]


class EntryDialog(QDialog):
    """Opens without stopping the program; `written` carries the Changes once they are committed.

    Subclasses call `begin`, add rows to `form` and say in `asked()` which service is to be called. A refusal is
    a sentence below its field (`fields`: code -> key) or above the buttons; nothing typed is lost.
    Ctrl+Enter saves from anywhere.
    """

    written = Signal(object)
    fields: ClassVar[Mapping[str, str]] = {}
    overridable: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, owner: QWidget, tools: Tools, width: int = 560) -> None:
        super().__init__(owner.window())
        add_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tools = tools
        self._width, self._typed, self._filling = width, False, False
        self.form = Form(self)
        self.obstacles = Obstacles(self)
        self.notice = NoticeLine(self)
        self.save_button = Button("", Kind.ACCENT, self)
        self.cancel_button = Button(self.tr("Cancel"), parent=self)
        self.inner = QWidget(self)
        self.body = QVBoxLayout(self.inner)
        self._title, self._line = Title("", self), Muted("", self, wrap=True)
        self._build()

    def begin(self, title: str, button: str, line: str = "") -> None:
        """Say what is entered here, what the button does, and of whom or what it is."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.save_button.setText(button)

    def asked(self) -> Ask:
        """The service's method with what was entered, to be called in the worker."""
        raise NotImplementedError

    def checked(self) -> bool:
        """Whether what was entered can be asked; else it is shown what is wrong."""
        return self.form.check() and self.obstacles.check()

    def people(self) -> Sequence[PersonChoice]:
        """Fields in which somebody new may be entered, who may be on file already."""
        return ()

    def reason(self) -> str:
        """The reason of an override, where one is asked for."""
        return self.obstacles.reason

    def show_obstacles(self, missing: Sequence[Finding]) -> None:
        """Name what stands in the way, and offer the override's reason."""
        self.obstacles.show_findings(missing)

    def save(self) -> None:
        """Check, look for people who may be on file, then ask the service."""
        self.notice.hide()
        if not self.checked():
            return
        for choice in self.people():
            if not choice.settled:
                choice.look(then=self.save)
                return
        self._busy(on=True)
        self.tools.write(self, self.asked(), self._written, self._refused)

    def add(self, part: QWidget | QLayout) -> None:
        """Add something below the fields."""
        place = self.body.indexOf(self.obstacles)
        if isinstance(part, QLayout):
            self.body.insertLayout(place, part)
        else:
            self.body.insertWidget(place, part)

    def open(self) -> None:
        """As high as what is in it, at most as high as the window it belongs to."""
        order_tabs(self)
        self._fit()
        super().open()
        self._watch()

    def reject(self) -> None:
        """Close; what was typed is asked after first."""
        if not self._typed:
            super().reject()
            return
        ask = self.tr("Close without saving what you entered?")
        leave = partial(QDialog.reject, self)
        self.tools.messages.ask(self, ask, self.tr("Close without saving"), leave, danger=True)

    def _build(self) -> None:
        self._title.setWordWrap(True)
        space(self.body, 0, 14)
        self.body.addWidget(self.form)
        self.body.addWidget(self.obstacles)
        self.body.addStretch(1)
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 12)
        column.addWidget(self._title)
        column.addWidget(self._line)
        self._scroll = Scroll(self.inner, self)
        self.inner.installEventFilter(self)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.notice)
        column.addLayout(buttons(self.cancel_button, self.save_button, spread=True))
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows inside makes the dialog higher, as long as it has room."""
        if watched is self.inner and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self._grow)
        return False

    def _fit(self) -> None:
        look, most = theme.now(), self._most()
        self.resize(min(look.px(self._width), most.width()), look.px(160))
        self._grow()

    def _grow(self) -> None:
        """As high as what is in it; never lower than it is."""
        wanted = self._wanted(self.width())
        if wanted > self.height():
            self.resize(self.width(), min(wanted, self._most().height()))

    def _wanted(self, width: int) -> int:
        """The height at which nothing scrolls."""
        column, inside = self.layout(), self.inner.layout()
        if column is None or inside is None:
            return 0
        edges = column.contentsMargins()
        inside.activate()
        room = width - edges.left() - edges.right()
        whole = inside.totalHeightForWidth(room)
        if whole < 0:
            whole = inside.totalSizeHint().height()
        place = column.itemAt(column.indexOf(self._scroll))
        taken = place.sizeHint().height() if place is not None else 0
        return whole + column.totalHeightForWidth(width) - taken + 2

    def _most(self) -> QSize:
        owner = self.parentWidget()
        size = owner.size() if owner is not None else self.screen().availableSize()
        return QSize(size.width() - 40, size.height() - 24)

    def _watch(self) -> None:
        """From now on, what changes was typed by the user."""
        for field in self.findChildren(QWidget):
            changed = getattr(field, "changed", None)
            if changed is not None and hasattr(field, "problem"):
                changed.connect(self._was_typed)

    def _was_typed(self) -> None:
        self._typed = self._typed or not self._filling

    @contextmanager
    def quietly(self) -> Generator[None]:
        """What is filled in meanwhile was not typed by the user."""
        self._filling = True
        yield
        self._filling = False

    def _busy(self, *, on: bool) -> None:
        self.save_button.setEnabled(not on)

    def _written(self, changes: Changes) -> None:
        self.written.emit(changes)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._busy(on=False)
        if not isinstance(error, Refusal):
            self.tools.messages.failure(self, error)
            return
        sentence = sentence_of(error)
        if error.code in self.overridable:
            self.obstacles.show_sentence(sentence)
        elif error.code in self.fields:
            self.form.show_error(self.fields[error.code], sentence)
        else:
            self.notice.say(sentence, Tone.BAD)
