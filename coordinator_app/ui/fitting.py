"""How large a dialog opens."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from coordinator_app.ui import theme


def fit(dialog: QDialog, owner: QWidget, width: float, height: float) -> None:
    """As large as the design wants at this text size; never larger than the screen, or than the
    window it belongs to where that is larger still."""
    look = theme.now()
    room = owner.window().size().expandedTo(dialog.screen().availableSize())
    dialog.resize(min(look.px(width), room.width() - 40), min(look.px(height), room.height() - 60))
