"""Opening an office's file: the passphrase is asked for only where one is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coordinator_app.domain.errors import BadInput
from coordinator_app.services.desk import Clock, Desk, open_desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.dialogs.passphrase import PassphraseDialog
from coordinator_app.ui.messages import Messages, sentence_of

Opened = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class Opening:
    """What it takes to open a file; `owner` receives what the worker gives back."""

    owner: QObject
    clock: Clock
    background: Background
    messages: Messages
    in_hand: set[Path] = field(default_factory=set[Path])

    def open(self, window: QWidget, path: Path, then: Opened) -> None:
        """Try without a passphrase; ask for it where the file has one. A refusal is told.

        `window` is shown where it must be, to ask or to tell. A file that is being opened is not
        opened twice: nothing but the one connection may touch it.
        """
        if path in self.in_hand:
            return
        self.in_hand.add(path)
        call = partial(open_desk, path, clock=self.clock)
        failed = partial(self._not_without, window, path, then)
        self.background.run(self.owner, call, partial(self._done, path, then), failed)

    def _done(self, path: Path, then: Opened, desk: Desk) -> None:
        self.in_hand.discard(path)
        then(desk)

    def _not_without(self, window: QWidget, path: Path, then: Opened, error: Exception) -> None:
        window.show()
        if not (isinstance(error, BadInput) and error.code == "file.passphrase_needed"):
            self.in_hand.discard(path)
            self.messages.failure(window, error)
            return
        dialog = PassphraseDialog(window, path.name)
        dialog.given.connect(partial(self._try, dialog, path, then))
        dialog.finished.connect(partial(self._ended, path))
        dialog.open()

    def _ended(self, path: Path, _result: int) -> None:
        self.in_hand.discard(path)

    def _try(self, dialog: PassphraseDialog, path: Path, then: Opened, passphrase: str) -> None:
        call = partial(open_desk, path, clock=self.clock, passphrase=passphrase)
        opened = partial(self._opened, dialog, then)
        self.background.run(self.owner, call, opened, partial(self._refused, dialog))

    def _opened(self, dialog: PassphraseDialog, then: Opened, desk: Desk) -> None:
        """A dialog cancelled meanwhile means that the office is not wanted."""
        if not isValid(dialog) or not dialog.isVisible():
            self.background.run(self.owner, desk.close, _nothing, _raise)
            return
        dialog.accept()
        then(desk)

    def _refused(self, dialog: PassphraseDialog, error: Exception) -> None:
        if not isValid(dialog):
            return
        if isinstance(error, BadInput) and error.code == "file.wrong_passphrase":
            dialog.refuse(sentence_of(error))
            return
        dialog.reject()
        self.messages.failure(dialog.owner, error)


def _nothing(_none: None) -> None:
    pass


def _raise(error: Exception) -> None:
    raise error
