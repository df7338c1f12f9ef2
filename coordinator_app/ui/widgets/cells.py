"""How the cells of a table are painted, and where in them a click does something."""

from __future__ import annotations

from html import escape as html_escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from coordinator_app.ui import theme
from coordinator_app.ui.tables import Cell, Face, Role
from coordinator_app.ui.widgets.painting import (
    button_size,
    paint_box,
    paint_button,
    paint_pill,
    unbroken,
)

Index = QModelIndex | QPersistentModelIndex
TEXT_PIXELS = 13.0


def row_height(*, tall: bool) -> int:
    """The height of all rows of a table: one line, or two."""
    look = theme.now()
    return 2 * line_height() + look.px(14) if tall else line_height() + look.px(16)


def line_height() -> int:
    """From one line of a cell to the next."""
    return round(QFontMetrics(theme.now().font(TEXT_PIXELS)).height() * 1.13)


def face_of(index: Index) -> Face | None:
    found = index.data(Role.FACE)
    return found if isinstance(found, Face) else None


def hot_part(face: Face, box: QRect) -> QRect | None:
    """The part of a cell that acts when clicked: its button or its link."""
    inner = _inner(box)
    if face.cell is Cell.BUTTON and face.text:
        size = button_size(face.text)
        width = min(size.width(), box.width() - 4)
        left = inner.right() + 1 - width if face.right else inner.left()
        top = box.top() + (box.height() - size.height()) // 2
        return QRect(left, top, width, size.height())
    return inner if face.cell is Cell.LINK and face.text else None


def _inner(box: QRect) -> QRect:
    pad = theme.now().px(10)
    return box.adjusted(pad, 0, -pad, 0)


class CellDelegate(QStyledItemDelegate):
    """Paints a Face. The view tells it which row and cell the mouse or the keyboard is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self.hot_cell: tuple[int, int] | None = None
        self.keyed_cell: tuple[int, int] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width a cell would like; its height is the row's."""
        face = face_of(index)
        metrics = QFontMetrics(theme.now().font(TEXT_PIXELS))
        longest = max(face.text, face.second, key=len) if face else ""
        return QSize(
            metrics.horizontalAdvance(longest) + theme.now().px(36), row_height(tall=False)
        )

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole text of a cell that cannot show it, beside what the column tells."""
        face = face_of(index)
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if face is not None and not tip and _is_cut(face, view.visualRect(index)):
            tip = "\n".join(part for part in (face.text, face.second) if part)
        QToolTip.showText(event.globalPos(), html_escape(tip), view)
        return bool(tip)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face = face_of(index)
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(box)
        self._ground(painter, box, index, selected=selected)
        if face is not None:
            self._face(painter, box, face, index, ticked=selected)
        self._focus(painter, box, index)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, index: Index, *, selected: bool) -> None:
        look = theme.now()
        over = index.row() == self.hovered_row
        painter.fillRect(box, look.colour("selected" if selected else "hover" if over else "card"))
        line = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(line, look.colour("row_line"))

    def _focus(self, painter: QPainter, box: QRect, index: Index) -> None:
        """The row under the keyboard has a line above and below, its acting cell a ring."""
        if self.keyed_cell is None or index.row() != self.keyed_cell[0]:
            return
        for top in (box.top(), box.bottom() - 1):
            line = QRect(box.left(), top, box.width(), 2)
            painter.fillRect(line, theme.now().colour("focus"))

    def _face(
        self, painter: QPainter, box: QRect, face: Face, index: Index, *, ticked: bool
    ) -> None:
        here = (index.row(), index.column())
        if not face.known:
            _paint_blank(painter, _inner(box))
        elif face.cell is Cell.CHECK:
            paint_box(painter, QPointF(box.center()) + QPointF(0.5, 0.5), ticked=ticked)
        elif face.cell is Cell.PILL:
            if face.text:
                paint_pill(painter, _inner(box), face.text, face.tone)
        elif face.cell is Cell.BUTTON:
            part = hot_part(face, box)
            if part is not None:
                over, keyed = here == self.hot_cell, here == self.keyed_cell
                paint_button(painter, part, face.text, over=over, focused=keyed)
        else:
            _paint_words(painter, _inner(box), face, keyed=here == self.keyed_cell)


def _is_cut(face: Face, box: QRect) -> bool:
    metrics = QFontMetrics(theme.now().font(TEXT_PIXELS, 500 if face.bold else 400))
    longest = max(metrics.horizontalAdvance(part) for part in (face.text, face.second))
    return longest > _inner(box).width()


def _paint_blank(painter: QPainter, box: QRect) -> None:
    look = theme.now()
    bar = QRect(box.left(), box.center().y() - look.px(4), int(box.width() * 0.6), look.px(8))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("track"))
    painter.drawRoundedRect(bar, 4, 4)


def _paint_words(painter: QPainter, box: QRect, face: Face, *, keyed: bool) -> None:
    look = theme.now()
    font = look.font(TEXT_PIXELS, 500 if face.bold else 400, figures=face.right)
    if face.cell is Cell.MONO:
        font = look.font(12.0, mono=True)
    link = face.cell is Cell.LINK
    font.setUnderline(link and keyed)
    token = "link" if link else "muted" if face.cell is Cell.MUTED else "text"
    painter.setFont(font)
    line = line_height()
    room = 1 if face.second or box.height() < 2 * line + look.px(8) else 2
    lines = broken(face.text, painter, box.width(), room)
    count = len(lines) + bool(face.second)
    top = box.top() + (box.height() - count * line) // 2
    for number, text in enumerate(lines):
        painter.setPen(look.colour(token))
        row = QRect(box.left(), top + number * line, box.width(), line)
        _paint_text(painter, row, text, right=face.right)
        if link and text and not keyed:
            _paint_dots(painter, row, text)
    if face.second:
        painter.setFont(look.font(TEXT_PIXELS))
        painter.setPen(look.colour("muted"))
        row = QRect(box.left(), top + len(lines) * line, box.width(), line)
        _paint_text(painter, row, broken(face.second, painter, box.width(), 1)[0], right=face.right)


def _paint_text(painter: QPainter, row: QRect, text: str, *, right: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(row, flags | Qt.TextFlag.TextDontClip, text)


def _paint_dots(painter: QPainter, row: QRect, text: str) -> None:
    """The dotted line under a link."""
    metrics = painter.fontMetrics()
    pen = QPen(painter.pen().color(), 1, Qt.PenStyle.DotLine)
    y = row.top() + (row.height() + metrics.ascent()) // 2 + 1
    painter.setPen(pen)
    painter.drawLine(row.left(), y, row.left() + metrics.horizontalAdvance(text), y)


def broken(text: str, painter: QPainter, width: int, most: int) -> list[str]:
    """The text in at most so many lines of `width` pixels; the last one is elided."""
    text = unbroken(text)
    metrics = painter.fontMetrics()
    if most < 2 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    cut = first.textStart() + first.textLength()
    layout.endLayout()
    rest = metrics.elidedText(text[cut:].strip(), Qt.TextElideMode.ElideRight, width)
    head = metrics.elidedText(text[:cut].rstrip(), Qt.TextElideMode.ElideRight, width)
    return [head, rest] if rest else [head]
