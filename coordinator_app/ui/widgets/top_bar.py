"""The bar at the top: whose office it is, search, undo by name, and the next application."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.labels import ElidedLabel, PlainLabel
from coordinator_app.ui.widgets.search_box import SearchBox
from coordinator_app.ui.widgets.sidebar import WIDTH

SEARCH = 190  # pixels at 100 % that the search box and the gaps are left at least


class TopBar(QFrame):
    """`undo` and `new` are pressed buttons; the undo button is there only while something can be undone."""

    undo = Signal()
    new = Signal()

    def __init__(self, office: str, search: SearchBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._names = QWidget(self)
        self._office = ElidedLabel(office, self._names)
        self.undo_button = Button("", Kind.PLAIN, self)
        self.new_button = Button(self.tr("+ New application"), Kind.ACCENT, self)
        self.new_button.setAccessibleName(self.tr("New application"))
        self.search = search
        self._undo_words = ""
        self.menus = QMenuBar(self)
        self._build()
        self.show_undo(None)
        self.undo_button.clicked.connect(self._undo)
        self.new_button.clicked.connect(self._new)
        theme.now().changed.connect(self._rescale)
        self._rescale()

    def show_office(self, office: str) -> None:
        self._office.setText(office)

    def show_undo(self, name: str | None) -> None:
        """Name what can be undone, None where nothing can."""
        self._undo_words = self.tr("Undo “{name}”").format(name=name or "")
        self.undo_button.setAccessibleName(self._undo_words)
        self.undo_button.setVisible(name is not None)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the bar is narrow the buttons say less; their names and the menus say all."""
        texts = {
            self.undo_button: (self.tr("Undo"), self._undo_words),
            self.new_button: (self.tr("+ New"), self.tr("+ New application")),
        }
        look, needed = theme.now(), self._names.width() + self.menus.sizeHint().width()
        for button, (less, whole) in texts.items():
            button.setText(less)
            button.setMinimumWidth(button.sizeHint().width())
            button.setText(whole)
            needed += 0 if button.isHidden() else button.sizeHint().width() + look.px(8)
        if needed + look.px(SEARCH) > self.width():
            for button, (less, _) in texts.items():
                button.setText(less)

    def _build(self) -> None:
        app = PlainLabel(self.tr("Endorsement Coordinator"), self._names)
        app.setObjectName("appName")
        self._office.setObjectName("officeName")
        names = QVBoxLayout(self._names)
        names.addWidget(app)
        names.addWidget(self._office)
        space(names, (16, 0, 8, 0), 0)
        self.menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        space(row, (0, 7, 16, 7), 8)
        row.addWidget(self._names)
        row.addWidget(self.search, 5)
        row.addStretch(1)
        row.addWidget(self.menus)
        row.addSpacing(4)
        row.addWidget(self.undo_button)
        row.addWidget(self.new_button)

    def _rescale(self) -> None:
        look = theme.now()
        self._names.setFixedWidth(look.px(WIDTH - 2))
        self.search.setMaximumWidth(look.px(460))
        self._fit()

    def _undo(self) -> None:
        self.undo.emit()

    def _new(self) -> None:
        self.new.emit()
