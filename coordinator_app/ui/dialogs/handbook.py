"""The handbook in a window of its own, which stays open beside the work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from coordinator_app.runtime.handbook import PAGES, handbook_page, page_of_screen
from coordinator_app.ui import theme
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.buttons import Button
from coordinator_app.ui.widgets.card import Card
from coordinator_app.ui.widgets.fields import Field
from coordinator_app.ui.widgets.handbook_text import HandbookText
from coordinator_app.ui.widgets.labels import Muted


class HandbookWindow(QDialog):
    """Contents at the left, the page at the right, words found in the page above it.

    Alt+Left and Alt+Right go back and forth, Ctrl+F finds, F3 goes on, Esc closes.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Handbook"))
        self._been: list[str] = []
        self._at = -1
        self._places: list[QTextCursor] = []
        self._place = -1
        self.contents = QListWidget(self)
        self.text = HandbookText(self)
        self.back = Button(self.tr("Back"), parent=self)
        self.forward = Button(self.tr("Forward"), parent=self)
        self.sought = Field(self.tr("Find on this page"), self, hint=self.tr("Find on this page"))
        self.found = Muted("", self)
        self._build()
        self._connect()

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return self._been[self._at] if self._been else ""

    def go(self, name: str) -> None:
        """Show a page; the one before can be gone back to. Raises KeyError."""
        if name == self.page:
            return
        page = handbook_page(name)
        self._been = [*self._been[: self._at + 1], page.name]
        self._at = len(self._been) - 1
        self._show()

    def go_back(self) -> None:
        self._step(-1)

    def go_forward(self) -> None:
        self._step(1)

    def find_next(self) -> None:
        """Go on to the next place of the words looked for, from the last to the first."""
        self._find_step(1)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Enter goes on while words are looked for, and Esc first ends that."""
        key = arg__1.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.sought.hasFocus():
            held = arg__1.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._find_step(-1 if held else 1)
        elif key == Qt.Key.Key_Escape and self.sought.text():
            self.sought.clear()
            self.text.setFocus()
        else:
            super().keyPressEvent(arg__1)

    # Making it

    def _build(self) -> None:
        look = theme.now()
        self.contents.setObjectName("contents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.addItems([handbook_page(name).title for name in PAGES])
        card = Card(self, flush=True)
        card.add(self.contents)
        card.setMinimumWidth(look.px(200))
        card.setMaximumWidth(look.px(240))
        top = QHBoxLayout()
        space(top, 0, 8)
        for part in (self.back, self.forward):
            top.addWidget(part)
        top.addWidget(self.sought, 1)
        top.addWidget(self.found)
        right = QVBoxLayout()
        space(right, 0, 10)
        right.addLayout(top)
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        space(row, 14, 14)
        row.addWidget(card)
        row.addLayout(right, 1)
        self.resize(look.px(980), look.px(720))
        self._size_contents()

    def _rescale(self) -> None:
        """The page was drawn anew, so what is marked in it has to be marked again."""
        self._size_contents()
        self._find()

    def _size_contents(self) -> None:
        for row in range(self.contents.count()):
            self.contents.item(row).setSizeHint(QSize(0, theme.now().px(30)))

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._chosen)
        self.text.wanted.connect(self.go)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.sought.changed.connect(self._find)
        theme.now().changed.connect(self._rescale)
        for keys, do in {
            "Alt+Left": self.go_back,
            "Alt+Right": self.go_forward,
            "Ctrl+F": self._to_find,
            "F3": self.find_next,
            "Shift+F3": partial(self._find_step, -1),
        }.items():
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    # Pages

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.go(PAGES[row])

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._been):
            self._at += by
            self._show()

    def _show(self) -> None:
        page = handbook_page(self.page)
        self.text.show_page(page)
        self.setWindowTitle(self.tr("{page} – Handbook").format(page=page.title))
        self.contents.setCurrentRow(PAGES.index(page.name))
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._been))
        self._find()

    # Finding

    def _to_find(self) -> None:
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def _find(self) -> None:
        """Mark what is looked for, and go to the first of it."""
        self._places, self._place = self.text.mark(self.sought.text()), -1
        self._find_step(1)

    def _find_step(self, by: int) -> None:
        if self._places:
            self._place = (self._place + by) % len(self._places)
            self.text.setTextCursor(self._places[self._place])
        self._say_found()

    def _say_found(self) -> None:
        said = ""
        if self._places:
            said = self.tr("{place} of {count}").format(
                place=self._place + 1, count=len(self._places)
            )
        elif self.sought.text().strip():
            said = self.tr("not on this page")
        self.found.setText(said)
        self.found.setVisible(bool(said))


def show_handbook(owner: QWidget, name: str) -> HandbookWindow:
    """Show a page of the handbook beside `owner`: in its open handbook, or in a new one."""
    there = owner.findChild(HandbookWindow)
    window = there if isinstance(there, HandbookWindow) else HandbookWindow(owner)
    window.go(name)
    window.show()
    window.raise_()
    window.activateWindow()
    window.text.setFocus()
    return window


def add_help_key(dialog: QDialog) -> None:
    """F1 in this dialog shows its page: while it is open, its window takes no keys."""
    show = partial(show_handbook, dialog, page_of_screen(type(dialog).__name__))
    QShortcut(QKeySequence("F1"), dialog).activated.connect(show)
