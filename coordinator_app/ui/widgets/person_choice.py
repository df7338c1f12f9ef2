"""Choosing somebody on file by any spelling, or entering somebody new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.views import PersonRow
from coordinator_app.services.people import Likely
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import buttons
from coordinator_app.ui.widgets.fields import TextField
from coordinator_app.ui.widgets.labels import Heading, Muted
from coordinator_app.ui.widgets.person_fields import PersonFields
from coordinator_app.ui.widgets.same_person import SamePerson
from coordinator_app.ui.widgets.table_view import TableView

PAUSE = 180
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody on file."""

    id: int
    name: str
    detail: str = ""


class PersonChoice(QWidget):
    """A field of a form. `value` is a number, a draft of somebody new, or None.

    Somebody new is compared with the people on file while typing; `settled` tells that what was
    found for this draft has been seen.
    """

    changed = Signal()

    def __init__(self, tools: Tools, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._chosen: Chosen | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.search = TextField(spoken, self, hint=self.tr("Name, e-mail or agency"))
        self.model = RowModel(self._columns(), key=_id, parent=self)
        self.table = TableView(self.model, self.tr("People found"), self, tall=True)
        self.new_button = Button(self.tr("Enter somebody &new…"), Kind.SMALL, self)
        self.back_button = Button(self.tr("Choose somebody on &file"), Kind.SMALL, self)
        self.other_button = Button(self.tr("Choose &another"), Kind.SMALL, self)
        self.draft = PersonFields(self)
        self.same = SamePerson(self)
        self._name, self._detail = Heading("", self, wrap=True), Muted("", self, wrap=True)
        self.setAccessibleName(spoken)
        self.setFocusProxy(self.search)
        self._build()
        self._connect()
        self._show_search()

    @property
    def value(self) -> int | PersonDraft | None:
        if self._chosen is not None:
            return self._chosen.id
        return self.draft.value if self._entering and self.draft.name_now else None

    @property
    def name(self) -> str:
        """Who was chosen or entered, by name."""
        return self._chosen.name if self._chosen else self.draft.name_now

    @property
    def empty(self) -> bool:
        return self.value is None

    @property
    def problem(self) -> str:
        return self.draft.problem if self._entering else ""

    @property
    def settled(self) -> bool:
        """Whether it is plain who is meant: on file, or new and compared with those on file."""
        return not self._entering or self.same.seen == self.draft.value

    def mark(self, *, wrong: bool) -> None:
        (self.draft if self._entering else self.search).mark(wrong=wrong)

    def choose(self, chosen: Chosen) -> None:
        """Take somebody on file."""
        self._chosen = chosen
        self._name.setText(chosen.name)
        self._detail.setText(chosen.detail)
        self._show(self.other_button, self._name, self._detail)
        self.setFocusProxy(self.other_button)
        self.other_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Compare the draft with the people on file; `then` only where nobody is like it."""
        draft = self.draft.value
        call = partial(self._tools.desk.people.maybe_same, draft)
        self._tools.fetch(self, call, partial(self._compared, draft, then))

    # Making it

    def _columns(self) -> list[Column[PersonRow]]:
        name = Column[PersonRow](
            key="name",
            title=self.tr("Name"),
            text=_name,
            second=_detail,
            cell=Cell.TWO_LINE,
            stretch=True,
        )
        return [name]

    @property
    def _entering(self) -> bool:
        return self._chosen is None and not self.draft.isHidden()

    def _build(self) -> None:
        self.table.horizontalHeader().hide()
        self.table.setProperty("framed", True)
        self.table.hug_rows(SHOWN)
        column = QVBoxLayout(self)
        space(column, 0, 6)
        for part in (self._name, self._detail, self.search, self.table, self.draft, self.same):
            column.addWidget(part)
        column.addLayout(buttons(self.new_button, self.back_button, self.other_button))

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.changed.connect(self._pause.start)
        self.draft.changed.connect(self._drafting)
        self._pause.timeout.connect(self._look_up)
        self.table.opened.connect(self._choose_row)
        self.table.clicked.connect(self._clicked)
        self.same.taken.connect(self._take_same)
        self.new_button.clicked.connect(self._enter_new)
        self.back_button.clicked.connect(self._search_again)
        self.other_button.clicked.connect(self._search_again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the words to the people found, Enter takes the first of them."""
        if watched is not self.search or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key == Qt.Key.Key_Down and self.model.rows:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            return self._take_first()
        return False

    # Searching

    def _look_up(self) -> None:
        if self._entering:
            self.look()
        elif words := self.search.value:
            query = ListQuery(text=words, limit=SHOWN)
            call = partial(self._tools.desk.people.list, query)
            self._tools.fetch(self, call, partial(self._found, words))
        else:
            self._found("", Page((), 0))

    def _found(self, words: str, page: Page[PersonRow]) -> None:
        if words != self.search.value or self._entering or self._chosen:
            return
        self.model.show(page.rows)
        self.table.setVisible(bool(words))
        nobody = self.tr("Nobody on file is called so. Enter somebody new.")
        self.table.set_empty(nobody)

    def _take_first(self) -> bool:
        if self.model.rows:
            self._choose_row(self.table.current() or self.model.rows[0])
        return True

    def _clicked(self, index: QModelIndex) -> None:
        if (row := self.model.row_at(index.row())) is not None:
            self._choose_row(row)

    def _choose_row(self, row: PersonRow) -> None:
        self.choose(Chosen(row.id, row.name, _detail(row)))

    # Somebody new

    def _drafting(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _compared(
        self, draft: PersonDraft, then: Callable[[], None] | None, found: Sequence[Likely]
    ) -> None:
        if draft != self.draft.value or not self._entering:
            return
        self.same.show_found(found, draft)
        if then is None:
            return
        if found:
            self.same.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            then()

    def _take_same(self, likely: Likely) -> None:
        self.choose(Chosen(likely.id, likely.name))

    def _enter_new(self) -> None:
        self._chosen = None
        self._show(self.draft, self.back_button)
        self.draft.begin(self.search.value)
        self.setFocusProxy(self.draft)
        self.changed.emit()

    def _search_again(self) -> None:
        self._show_search()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
        self.changed.emit()

    def _show_search(self) -> None:
        self._chosen = None
        self._show(self.search, self.new_button)
        self.setFocusProxy(self.search)
        self.table.setVisible(bool(self.model.rows))

    def _show(self, *parts: QWidget) -> None:
        every = (
            self._name,
            self._detail,
            self.search,
            self.table,
            self.draft,
            self.same,
            self.new_button,
            self.back_button,
            self.other_button,
        )
        for part in every:
            part.setVisible(part in parts)
        self.same.forget()


def _id(row: PersonRow) -> int:
    return row.id


def _name(row: PersonRow) -> str:
    return row.name


def _detail(row: PersonRow) -> str:
    return " · ".join(part for part in (row.email, row.agency, row.island) if part)
