"""What the user keeps of the lists of one office: saved views, and which columns are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coordinator_app.runtime.settings import Settings
from coordinator_app.runtime.settings_lists import SavedView, ShownColumns
from coordinator_app.ui.preferences import Preferences
from coordinator_app.ui.widgets.table_columns import ColumnMemory


class ListMemory:
    """Kept in the user's settings; without `preferences` as long as the office is open.

    `office` is the lineage of its file. Used in the GUI thread only.
    """

    def __init__(self, preferences: Preferences | None = None, office: str = "") -> None:
        self._preferences, self._office = preferences, office
        self._own = Settings()

    @property
    def columns(self) -> ColumnMemory:
        """For tables: their columns are the same in every office."""
        return ColumnMemory(self._columns_of, self._keep_columns)

    def view(self, page: str, name: str, chip: str, words: str, order: str) -> SavedView:
        """A view of this office. Not kept yet."""
        return SavedView(self._office, page, name, chip, words, order)

    def views(self, page: str) -> tuple[SavedView, ...]:
        """The views of this office's list, in the order in which they were saved."""
        every = self._settings.views
        return tuple(one for one in every if (one.office, one.page) == (self._office, page))

    def keep(self, view: SavedView, instead: str | None = None) -> None:
        """Keep a view: in the place of the one named `instead`, or of its own name, or as the last.

        A view is found by its name, so no other one keeps the same.
        """
        names = [one.name for one in self.views(view.page)]
        place = instead if instead in names else view.name
        kept = [
            view if self._is(one, view.page, place) else one
            for one in self._settings.views
            if self._is(one, view.page, place) or not self._is(one, view.page, view.name)
        ]
        self._show(tuple(kept) if view in kept else (*kept, view))

    def forget(self, view: SavedView) -> None:
        """Keep it no longer."""
        self._show(tuple(one for one in self._settings.views if one != view))

    @property
    def _settings(self) -> Settings:
        return self._own if self._preferences is None else self._preferences.settings

    def _is(self, one: SavedView, page: str, name: str) -> bool:
        return (one.office, one.page, one.name) == (self._office, page, name)

    def _show(self, views: tuple[SavedView, ...]) -> None:
        self._take(replace(self._settings, views=views))

    def _take(self, settings: Settings) -> None:
        if self._preferences is None:
            self._own = settings
        else:
            self._preferences.take(settings)

    def _columns_of(self, table: str) -> Sequence[str] | None:
        every = self._settings.columns
        return next((one.keys for one in every if one.table == table), None)

    def _keep_columns(self, table: str, keys: Sequence[str]) -> None:
        others = tuple(one for one in self._settings.columns if one.table != table)
        kept = (*others, ShownColumns(table, tuple(keys)))
        self._take(replace(self._settings, columns=kept))
