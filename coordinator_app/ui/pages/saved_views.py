"""The views a user saved of a list: further chips, and what can be done with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coordinator_app.runtime.settings_lists import SavedView
from coordinator_app.ui.list_memory import ListMemory
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.notice import NoticeLine

_SAVED = "saved:"  # before the name, in a chip's key


class SavedViews(QObject):
    """Belongs to one list page. `taken(view)` when the user chooses one; `changed` when others are.

    Save, Rename and Remove stand behind the chips; the last two while a saved view is chosen.
    """

    taken = Signal(object)
    changed = Signal()
    wanted = Signal()

    def __init__(
        self,
        page: QWidget,
        name: str,
        chips: FilterChips,
        memory: ListMemory,
        messages: Messages,
        notice: NoticeLine,
    ) -> None:
        super().__init__(page)
        self._page, self._name, self._chips = page, name, chips
        self._memory, self._messages, self._notice = memory, messages, notice
        self._own = frozenset(chips.keys)
        self.save_button = Button(self.tr("Save this view…"), Kind.LINK, page)
        self.rename_button = Button(self.tr("Rename…"), Kind.LINK, page)
        self.remove_button = Button(self.tr("Remove"), Kind.LINK, page)
        chips.follow(self.save_button, self.rename_button, self.remove_button)
        self.save_button.clicked.connect(self.wanted)
        self.rename_button.clicked.connect(self._ask_rename)
        self.remove_button.clicked.connect(self._remove)
        chips.chosen.connect(self._chosen)
        self._show()

    @property
    def view(self) -> SavedView | None:
        """The saved view that is chosen."""
        return self.all.get(self._chips.key)

    @property
    def all(self) -> Mapping[str, SavedView]:
        """Views by their chips' keys; those of a filter that there is no more are left out."""
        every = self._memory.views(self._name)
        return {_SAVED + one.name: one for one in every if one.chip in self._own}

    @property
    def chip(self) -> str:
        """The key of the filter that holds: the chosen one, or that of the chosen view."""
        view = self.view
        return self._chips.key if view is None else view.chip

    def ask_save(self, words: str, order: str) -> None:
        """Ask for a name, and keep what is shown now under it; a view of that name is replaced."""
        view = self.view
        self._messages.ask_text(
            self._page,
            self.tr("Name of this view"),
            self.tr("Save this view"),
            partial(self._save, self.chip, words, order),
            start=words if view is None else view.name,
        )

    def _save(self, chip: str, words: str, order: str, name: str) -> None:
        name = _tidy(name)
        if name:
            self._keep(self._memory.view(self._name, name, chip, words, order))

    def _keep(self, view: SavedView, instead: str | None = None) -> None:
        self._memory.keep(view, instead)
        self._show()
        self._chips.choose(_SAVED + view.name)
        self._show_buttons()
        self.changed.emit()

    def _ask_rename(self) -> None:
        view = self.view
        if view is not None:
            self._messages.ask_text(
                self._page,
                self.tr("New name of “{name}”").format(name=view.name),
                self.tr("Rename"),
                partial(self._rename, view),
                start=view.name,
            )

    def _rename(self, view: SavedView, name: str) -> None:
        name = _tidy(name)
        if name:
            self._keep(replace(view, name=name), view.name)

    def _remove(self) -> None:
        view = self.view
        if view is None:
            return
        self._memory.forget(view)
        self._show()
        self._chips.choose(view.chip)
        self._show_buttons()
        self._chips.setFocus()
        said = self.tr("The view “{name}” is removed.").format(name=view.name)
        self._notice.say(said, Tone.NEWS, self.tr("Undo"), partial(self._put_back, view))
        self.changed.emit()

    def _put_back(self, view: SavedView) -> None:
        self._keep(view)
        self.taken.emit(view)

    def _show(self) -> None:
        self._chips.show_more([Chip(key, one.name) for key, one in self.all.items()])
        self._show_buttons()

    def _chosen(self, key: object) -> None:
        self._show_buttons()
        view = self.all.get(str(key))
        if view is not None:
            self.taken.emit(view)

    def _show_buttons(self) -> None:
        for button in (self.rename_button, self.remove_button):
            button.setVisible(self.view is not None)


def _tidy(name: str) -> str:
    return " ".join(name.split())
