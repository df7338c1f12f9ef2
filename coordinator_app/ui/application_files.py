"""What the program does with office files: opens and makes them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coordinator_app.runtime.paths import Paths, make_folder
from coordinator_app.services.desk import Clock, Desk
from coordinator_app.services.practice import make_practice
from coordinator_app.ui.background import Background, Work
from coordinator_app.ui.dialogs.new_office import NewOfficeDialog
from coordinator_app.ui.dialogs.work import WorkDialog
from coordinator_app.ui.messages import Messages, say_code
from coordinator_app.ui.opening import Opening
from coordinator_app.ui.widgets.office_form import HOME_ZONE


class OfficeFiles(QObject):
    """`opened(desk)`; `made_for(desk, workbook)` for an office made to bring a workbook into."""

    opened = Signal(object)
    made_for = Signal(object, object)

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        background: Background,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._paths, self._clock = paths, clock
        self._background, self._messages = background, messages
        self._opening = Opening(self, clock, background, messages)

    def open(self, window: QWidget, path: Path) -> None:
        """Open a file, asking for its passphrase where it has one."""
        self._opening.open(window, path, self.opened.emit)

    def new(self, window: QWidget, workbook: Path | None = None) -> None:
        """Let a new office be described; `workbook` is what will be brought into it."""
        line = ""
        if workbook is not None:
            line = self.tr("Then {file} is looked through.").format(file=workbook.name)
        dialog = NewOfficeDialog(
            window, self._clock, self._paths.offices, self._background, self._messages, line
        )
        dialog.made.connect(partial(self._made, workbook))
        dialog.show()

    def make_practice(self, window: QWidget) -> None:
        """Make the practice office, then open it."""
        title = self.tr("Practice office")
        dialog = WorkDialog(window, title, say_code("start.making_practice_begins"))
        failed = partial(self._not_made, dialog, window)
        made = partial(self._practice_made, dialog, window)
        show = dialog.bar.show_progress
        work = self._background.run_long(self, self._practice, made, failed, show)
        dialog.cancelled.connect(partial(work.cancel))
        dialog.show()

    def _made(self, workbook: Path | None, desk: Desk) -> None:
        self.made_for.emit(desk, workbook)

    def _practice(self, work: Work) -> Path:
        """In the worker. A work that is cancelled leaves no file."""
        path = self._paths.practice
        make_folder(path.parent)
        begun = path.with_name(f"{path.stem}-being-made{path.suffix}")
        begun.unlink(missing_ok=True)
        day = self._clock().astimezone(ZoneInfo(HOME_ZONE)).date()
        make_practice(begun, as_of=day, progress=partial(_step, work)).close()
        begun.rename(path)
        return path

    def _practice_made(self, dialog: WorkDialog, window: QWidget, path: Path) -> None:
        dialog.accept()
        self.open(window, path)

    def _not_made(self, dialog: WorkDialog, window: QWidget, error: Exception) -> None:
        dialog.accept()
        self._messages.failure(window, error)


def _step(work: Work, done: int, whole: int) -> None:
    work.step(done, whole, say_code("start.making_practice", done=done, whole=whole))
