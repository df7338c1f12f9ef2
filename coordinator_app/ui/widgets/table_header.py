"""The header of a table: quiet titles, a triangle for the order, a menu to choose columns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from coordinator_app.ui import theme
from coordinator_app.ui.tables import TableModel
from coordinator_app.ui.widgets.painting import paint_box, triangle

TITLE_PIXELS = 12.5


class TableHeader(QHeaderView):
    """Paints itself, so that the triangle stands beside the word and nothing is cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        self.check_section = -1
        self.all_checked = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Column titles"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        look = theme.now()
        painter.save()
        painter.fillRect(rect, look.colour("head"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex == self.check_section:
            paint_box(painter, QPointF(rect.center()), ticked=self.all_checked)
        else:
            self._title(painter, rect, logicalIndex)
        painter.restore()

    def _title(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.now()
        pad = look.px(10)
        box = rect.adjusted(pad, 0, -pad, 0)
        painter.setFont(look.font(TITLE_PIXELS, 500))
        painter.setPen(look.colour("muted"))
        title = self.title_of(section)
        mark = look.px(13) if self._is_sorted(section) else 0
        metrics = painter.fontMetrics()
        text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, box.width() - mark)
        width = metrics.horizontalAdvance(text)
        left = box.right() + 1 - width - mark if self._is_right(section) else box.left()
        painter.drawText(
            QRect(left, box.top(), width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, text
        )
        if mark and self.sorted_by is not None:
            up = self.sorted_by[1] is Qt.SortOrder.AscendingOrder
            middle = QPointF(left + width + mark * 0.6, box.center().y() + 1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(triangle(middle, look.px(8), up=up), look.colour("muted"))

    def title_of(self, section: int) -> str:
        model = self.model()
        return model.columns[section].title if isinstance(model, TableModel) else ""

    def _is_sorted(self, section: int) -> bool:
        return self.sorted_by is not None and self.sorted_by[0] == section

    def _is_right(self, section: int) -> bool:
        model = self.model()
        return isinstance(model, TableModel) and model.columns[section].right
