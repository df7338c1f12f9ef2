"""What Help does: the handbook, the report for who can help, what the program is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.runtime.diagnosis import Diagnosis, report
from coordinator_app.runtime.handbook import FIRST, page_of_screen
from coordinator_app.runtime.paths import Paths
from coordinator_app.services.computer import examine
from coordinator_app.services.desk import Desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.about import AboutDialog
from coordinator_app.ui.dialogs.handbook import show_handbook
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.messages import Messages, say_code


class HelpCommands(QObject):
    """Belongs to the application."""

    def __init__(
        self, paths: Paths, background: Background, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._paths, self._background, self._messages = paths, background, messages

    def copy_report(self, window: QWidget, desk: Desk | None, said: Callable[[str], None]) -> None:
        """Put what the doctor says on the clipboard; it names no person."""
        call = partial(examine, self._paths, desk)
        failed = partial(self._messages.failure, window)
        self._background.run(window, call, partial(_copy, said), failed)

    def handbook(self, window: QWidget) -> None:
        """Show the handbook's page of the screen that is shown."""
        page = window.here.page if isinstance(window, MainWindow) else FIRST
        show_handbook(window, page_of_screen(page))

    def about(self, window: QWidget) -> None:
        """Show versions and licenses."""
        AboutDialog(window).open()


def _copy(said: Callable[[str], None], diagnosis: Diagnosis) -> None:
    QGuiApplication.clipboard().setText(report(diagnosis))
    said(say_code("start.report_copied"))
