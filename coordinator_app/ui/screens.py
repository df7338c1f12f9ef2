"""Every screen of the program as a picture, of a real office."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.services.desk import Clock, Desk, open_desk
from coordinator_app.ui.application import Application
from coordinator_app.ui.dialogs.import_workbook import ImportDialog
from coordinator_app.ui.dialogs.letter import LetterDialog
from coordinator_app.ui.dialogs.new_office import NewOfficeDialog
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.page import Place
from coordinator_app.ui.pictures import picture, settle
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.labels import PlainLabel

# A case in one of these states has most to show.
_RICH = ("in_review", "submitted", "in_progress", "endorsed")
# A sheet as offices keep them, for the dialog that brings it in.
_LAST_YEAR = """Endorsement tracking,,,,,,
Name,Email,Category,Submitted,Fee pd,Ref 1,Notes
"Kamaka, Noelani",noelani.kamaka@example.org,IFS,3/14/2025,$100,rec'd 2/20,
"Tanaka, Zoë",zoe.tanaka@example.org,IMHS,Apr 2025,pd,x,wants ECMH too
"Kekoa, ʻIolani",,Level II,2025-05-02,waived,asked 5/1,
"Souza, Maria",maria.souza@example.org,,6/1/2025,$100,,
"Lum, Daniel",dan.lum@example.org,IFA,soon,pd,,moved to Maui
TOTAL,,,5,,,
"""
_SETTLED = 4  # a page's result may ask for another one, and a dialog waits before it looks


class Screens:
    """Walks through an application and draws what it comes to into `out`."""

    def __init__(
        self, application: Application, out: Path, scale: float, size: tuple[int, int]
    ) -> None:
        self._application = application
        self._out, self._scale, self._size = out, scale, QSize(*size)
        self.made: list[Path] = []

    def all(self, file: Path, clock: Clock) -> list[Path]:
        """Welcome and a new office, then every page and the great dialogs of the office in `file`.

        Raises what `open_desk` refuses.
        """
        application = self._application
        desk = open_desk(file, clock=clock)
        application.start()
        self._draw("welcome", self._window())
        self._dialog("new-office", self._new_office(clock))
        application.sit_down(desk)
        self._settle()
        for key in self._office().sidebar.keys:
            self._page(key, Place(key))
        self._cards(desk)
        self._dialogs(desk)
        return self.made

    def _cards(self, desk: Desk) -> None:
        """A rich case, and the person whose it is; an endorsement to be renewed; a sitting."""
        if (case := rich_case(desk)) is not None:
            self._page("case", Place("case", case))
            self._page("person", Place("person", desk.cases.card(case).row.person_id))
        held = desk.endorsements.list(ListQuery(filters={"renewal": "owed"}, limit=1)).rows
        if held:
            self._page("endorsement", Place("endorsement", held[0].id))
        if (sitting := rich_sitting(desk)) is not None:
            self._page("sitting", Place("sitting", sitting))

    def _dialogs(self, desk: Desk) -> None:
        tools, window = self._application.tools, self._window()
        assert tools is not None
        book = self._out / "last-year.csv"
        book.write_text(_LAST_YEAR, encoding="utf-8")
        self._dialog("import", _import(window, tools, book))
        book.unlink()
        if (case := rich_case(desk)) is not None:
            kind = LetterKind.APPLICATION_ACCEPTED
            self._dialog("letter", LetterDialog(window, tools, desk.cases.card(case), kind=kind))

    def _new_office(self, clock: Clock) -> NewOfficeDialog:
        ours = self._application
        return NewOfficeDialog(self._window(), clock, self._out, ours.background, ours.messages)

    def _page(self, name: str, place: Place) -> None:
        window = self._office()
        window.go(place)
        self._draw(name, window)

    def _dialog(self, name: str, dialog: QDialog) -> None:
        """A dialog as large as it makes itself, but never larger than the window."""
        dialog.open()
        self._settle()
        dialog.resize(dialog.size().boundedTo(self._size))
        self._save(name, dialog)
        dialog.deleteLater()
        self._settle()

    def _draw(self, name: str, window: QWidget) -> None:
        window.resize(self._size)
        self._settle()
        self._save(name, window)

    def _save(self, name: str, widget: QWidget) -> None:
        if (desk := self._application.desk) is not None:
            hide_folder(widget, desk.path)
        path = self._out / f"{name}.png"
        picture(widget, self._scale).save(str(path))
        self.made.append(path)

    def _settle(self) -> None:
        settle(self._application.background, _SETTLED)

    def _office(self) -> MainWindow:
        window = self._window()
        assert isinstance(window, MainWindow)
        return window

    def _window(self) -> QWidget:
        window = self._application.window
        assert window is not None
        return window


def hide_folder(widget: QWidget, file: Path) -> None:
    """Name the file alone: its folder is nobody's business, and another in each drawing."""
    for label in widget.findChildren(PlainLabel):
        if label.text() == str(file):
            label.setText(file.name)


def rich_case(desk: Desk) -> int | None:
    """The number of a case far on its way; None in an office without any."""
    for state in _RICH:
        found = desk.applications.list(ListQuery(filters={"state": state}, limit=1)).rows
        if found:
            return found[0].id
    return None


def rich_sitting(desk: Desk) -> int | None:
    """The number of a sitting that is being scored, or else of the newest; None without any."""
    sittings = desk.exams.list()
    scoring = [one.id for one in sittings if one.state == "scoring"]
    return next(iter([*scoring, *(one.id for one in sittings)]), None)


def _import(window: QWidget, tools: Tools, book: Path) -> ImportDialog:
    dialog = ImportDialog(window, tools)
    dialog.read(book)
    return dialog
