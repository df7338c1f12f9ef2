"""Long work in sight, with a button to end it; the program goes on beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.background import Progress
from coordinator_app.ui.spacing import space
from coordinator_app.ui.widgets.labels import Title
from coordinator_app.ui.widgets.progress import WorkBar


class WorkDialog(QDialog):
    """`cancelled` by the button, by Esc or by closing it."""

    cancelled = Signal()

    def __init__(self, owner: QWidget, title: str, text: str) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.bar = WorkBar(self)
        self.bar.show_progress(Progress(0, 0, text))
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 12)
        column.addWidget(Title(title, self))
        column.addWidget(self.bar)
        self.bar.cancelled.connect(self.reject)
        self.rejected.connect(self.cancelled)
        self.setMinimumWidth(theme.now().px(440))
