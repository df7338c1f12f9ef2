"""What is selected and where one is in a table, kept over a refresh by the rows' keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

from coordinator_app.ui.tables import TableModel

_SELECT = QItemSelectionModel.SelectionFlag


def selected_places(view: QTableView) -> list[int]:
    """The selected rows' numbers. By ranges: an index for each of 100,000 rows takes seconds."""
    chosen = view.selectionModel().selection()
    ranges = [chosen.at(number) for number in range(chosen.count())]
    return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})


class KeptPlace(QObject):
    """Belongs to one TableView; a model's reset would lose all this.

    Rows that are not there any more are left out; then `lost` is called, once.
    """

    def __init__(
        self,
        view: QTableView,
        model: TableModel,
        first: Callable[[], int],
        lost: Callable[[], None],
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._first, self._lost = view, model, first, lost
        self._keys: list[Hashable] = []
        self._current: Hashable | None = None
        self._scrolled = 0
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def _keep(self) -> None:
        keys = [self._model.key_at(place) for place in selected_places(self._view)]
        self._keys = [key for key in keys if key is not None]
        self._current = self._model.key_at(self._view.currentIndex().row())
        self._scrolled = self._view.verticalScrollBar().value()

    def _restore(self) -> None:
        self._view.updateGeometries()
        chooser = self._view.selectionModel()
        if (place := self._place_of(self._current)) is not None:
            where = self._model.index(place, self._first())
            chooser.setCurrentIndex(where, _SELECT.NoUpdate)
        places = [place for key in self._keys if (place := self._place_of(key)) is not None]
        for place in places:
            chooser.select(self._model.index(place, 0), _SELECT.Select | _SELECT.Rows)
        self._view.verticalScrollBar().setValue(self._scrolled)
        if self._keys and not places:
            self._lost()

    def _place_of(self, key: Hashable | None) -> int | None:
        return None if key is None else self._model.place_of(key)
