"""A page of the handbook to read: our own shipped Markdown, without HTML and without the network."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from coordinator_app.runtime.handbook import HandbookPage, page_of_link, picture_file
from coordinator_app.ui import theme

_TEXT, _LINE_HEIGHT = 14.0, 145.0
_HEADINGS = {1: 22.0, 2: 16.5, 3: 14.0}
_WIDEST = 760  # a longer line is hard to read
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class HandbookText(QTextBrowser):
    """`wanted(name)` when a link to another page is followed; no other link does anything."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handbook")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._page: HandbookPage | None = None
        self.anchorClicked.connect(self._follow)
        theme.now().changed.connect(self._draw)

    def show_page(self, page: HandbookPage) -> None:
        """Show a page from its beginning."""
        self._page = page
        self.setAccessibleName(page.title)
        self._draw()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def mark(self, words: str) -> list[QTextCursor]:
        """Tint every place where the words stand, in any case of letters, and give the places."""
        found = list(self._places(words)) if words.strip() else []
        tint = QTextCharFormat()
        tint.setBackground(QColor(theme.now().palette.wait.fill))
        tint.setForeground(QColor(theme.now().palette.wait.ink))
        self.setExtraSelections([_selection(place, tint) for place in found])
        return found

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Only the handbook's own pictures; nothing is read from elsewhere."""
        del type
        link = name.toString() if isinstance(name, QUrl) else name
        path = picture_file(link)
        return QImage(str(path)) if path is not None else None

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def _places(self, words: str) -> Iterator[QTextCursor]:
        place = self.document().find(words)
        while not place.isNull():
            yield place
            place = self.document().find(words, place)

    def _follow(self, url: QUrl) -> None:
        name = page_of_link(url.toString())
        if name is not None:
            self.wanted.emit(name)

    def _draw(self) -> None:
        if self._page is None:
            return
        document = self.document()
        document.setDefaultFont(theme.now().font(_TEXT))
        document.setMarkdown(f"# {self._page.title}\n\n{self._page.text}", _FEATURES)
        for block in _blocks(document):
            _dress(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        self._fit()

    def _fit(self) -> None:
        """Lines no longer than can be read, and pictures as wide as the lines."""
        room = self.viewport().width()
        widest = min(theme.now().px(_WIDEST), room - theme.now().px(36))
        root = self.document().rootFrame()
        shape = root.frameFormat()
        shape.setLeftMargin(theme.now().px(18))
        shape.setRightMargin(max(0, room - widest - theme.now().px(18)))
        shape.setTopMargin(theme.now().px(10))
        root.setFrameFormat(shape)
        for block in _blocks(self.document()):
            self._fit_pictures(block, widest)

    def _fit_pictures(self, block: QTextBlock, widest: int) -> None:
        """Smoothly made smaller here, because the document would only leave out dots."""
        for start, length, words in list(_fragments(block)):
            path = picture_file(words.toImageFormat().name()) if words.isImageFormat() else None
            if path is None:
                continue
            shape, image = words.toImageFormat(), QImage(str(path))
            shape.setWidth(min(widest, image.width()))
            dots = self.devicePixelRatioF()
            sized = image.scaledToWidth(
                round(shape.width() * dots), Qt.TransformationMode.SmoothTransformation
            )
            sized.setDevicePixelRatio(dots)
            kind = QTextDocument.ResourceType.ImageResource.value
            self.document().addResource(kind, QUrl(shape.name()), sized)
            _at(block, start, length).setCharFormat(shape)


def _selection(place: QTextCursor, tint: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = place  # pyright: ignore[reportAttributeAccessIssue] - missing in Qt's stubs
    selection.format = tint  # pyright: ignore[reportAttributeAccessIssue]
    return selection


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress(block: QTextBlock) -> None:
    """Sizes, distances and the lines' height: Markdown has none of its own."""
    look, cursor = theme.now(), QTextCursor(block)
    shape, level = QTextBlockFormat(), block.blockFormat().headingLevel()
    shape.setLineHeight(
        _line_height(block), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    shape.setTopMargin(look.px(16 if level > 1 else 4))
    shape.setBottomMargin(look.px(3 if block.textList() else 6))
    if _has_picture(block):
        shape.setBottomMargin(look.px(14))
    if block.blockFormat().hasProperty(QTextFormat.Property.BlockQuoteLevel.value):
        shape.setBackground(look.colour("why"))
    if cursor.currentTable():
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
    cursor.mergeBlockFormat(shape)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(_heading(level))
    else:
        _dress_words(block)


def _line_height(block: QTextBlock) -> float:
    """Per cent; a picture is a line that needs no air, and a table's cell has its padding."""
    plain = _has_picture(block) or QTextCursor(block).currentTable()
    return 100.0 if plain else _LINE_HEIGHT


def _has_picture(block: QTextBlock) -> bool:
    return any(words.isImageFormat() for _, _, words in _fragments(block))


def _heading(level: int) -> QTextCharFormat:
    words = QTextCharFormat()
    words.setFont(theme.now().font(_HEADINGS.get(level, _TEXT), 700))
    words.setForeground(theme.now().colour("strong"))
    return words


def _dress_words(block: QTextBlock) -> None:
    """Words to type in our own fixed type, and strong ones in the palette's colour."""
    for start, length, words in list(_fragments(block)):
        dressed = QTextCharFormat()
        if words.fontFixedPitch():
            dressed.setFont(theme.now().font(_TEXT - 1, mono=True))
        elif words.fontWeight() > 500 and not words.isAnchor():
            dressed.setFontWeight(600)
            dressed.setForeground(theme.now().colour("strong"))
        if words.isAnchor():
            dressed.setForeground(theme.now().colour("link"))
        _at(block, start, length).mergeCharFormat(dressed)


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """(position, length, format) of each run of equal letters."""
    walk = block.begin()
    while not walk.atEnd():
        run = walk.fragment()
        yield run.position(), run.length(), run.charFormat()
        walk += 1


def _at(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _dress_table(table: QTextTable) -> None:
    look, shape = theme.now(), table.format()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(look.colour("line"))
    shape.setCellPadding(look.px(6))
    shape.setTopMargin(look.px(4))
    shape.setBottomMargin(look.px(10))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    strong = QTextCharFormat()
    strong.setBackground(look.colour("head"))
    strong.setFontWeight(600)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        cell.setFormat(strong)
