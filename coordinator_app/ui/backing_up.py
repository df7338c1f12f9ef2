"""A copy of the office on request: asked where to, made, checked, and said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.services.desk import BackedUp, Desk
from coordinator_app.ui.background import Background
from coordinator_app.ui.messages import Messages, say_code


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackingUp", text)


def ask_and_back_up(
    owner: QWidget,
    desk: Desk,
    background: Background,
    messages: Messages,
    said: Callable[[str], None],
) -> None:
    """`said` is called with the sentence when the copy is there and every page of it is checked."""
    name = f"{desk.path.stem}-{desk.today().isoformat()}{desk.path.suffix}"
    title, kinds = _tr("Back up to"), _tr("Offices (*.office *.endorse)")
    copy = partial(_copy, owner, desk, background, messages, said)
    messages.choose_save(owner, title, Path.home() / name, kinds, copy)


def _copy(
    owner: QWidget,
    desk: Desk,
    background: Background,
    messages: Messages,
    said: Callable[[str], None],
    path: Path,
) -> None:
    failed = partial(messages.failure, owner)
    background.run(owner, partial(desk.back_up, path), partial(_told, said), failed)


def _told(said: Callable[[str], None], made: BackedUp) -> None:
    said(say_code("start.backed_up", path=str(made.path), entries=made.entries))
