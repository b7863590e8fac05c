"""The pages of a hand-over: tight entries, numbered, no heading alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from managernotes_ui.common.strings import handover as strings
from managernotes_ui.style.fonts import FAMILY

_POINTS, _SMALL = 10.5, 8.5
_MARGIN = 0.9
"""Inches around the text."""
_INDENT, _LINE = 18, 130
"""How far a list stands in, and per cent of the font's own line."""
_ABOVE, _BETWEEN = 9, 3
"""Over the first line of an entry, and between the lines that belong to it."""
_HEADING = 2
"""Headings of this level and deeper stay with what they head."""
_GREY = "#5C636B"
_STYLE = """
h1 { font-size: 17pt; margin: 0 0 10px 0; } h2 { font-size: 14pt; margin: 28px 0 4px 0; }
h3 { font-size: 11.5pt; margin: 18px 0 0 0; }
p { margin: 0 0 8px 0; }
blockquote { color: #3F464D; }
"""
"""Black on white, whatever the window looks like."""


class HandoverPaper(QTextDocument):
    """HTML as pages; loads nothing, whatever the text names (SECURITY-DESIGN, finding 1)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        font = QFont(FAMILY)
        font.setPointSizeF(_POINTS)
        self.setDefaultFont(font)
        self.setDefaultStyleSheet(_STYLE)
        self.setDocumentMargin(0)
        self.setIndentWidth(_INDENT)
        self.setHtml(html)
        for block in self._blocks():
            _shape(block)

    def loadResource(self, kind: int, _name: QUrl | str, /) -> QImage | QByteArray:
        """Answer every request from memory."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(1, 1, QImage.Format.Format_ARGB32)
        return QByteArray()

    def draw_on(self, writer: QPdfWriter) -> None:
        """Draw every page, each with its number."""
        margin = round(_MARGIN * writer.resolution())
        body = QSizeF(writer.width() - 2 * margin, writer.height() - 2 * margin)
        self.documentLayout().setPaintDevice(writer)
        self.setPageSize(body)
        self.keep_together()
        painter = QPainter(writer)
        for page in range(self.pageCount()):
            if page:
                writer.newPage()
            self._draw_page(painter, page, body, margin)
        painter.end()

    def keep_together(self) -> None:
        """Begin a page before a heading, or an entry's first line, whose next line is overleaf."""
        for block in self._blocks():
            follower = _follower(block)
            if follower is None or self._page_of(block) == self._page_of(follower):
                continue
            before = _first_of_heads(block)
            if before.previous().isValid():
                shape = QTextBlockFormat()
                shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(before).mergeBlockFormat(shape)
                # Qt lays out only what it thinks a break moves, and loses text below it
                self.markContentsDirty(0, self.characterCount())

    def _page_of(self, block: QTextBlock) -> int:
        """Return the page of a block's first line, from 0."""
        top = self.documentLayout().blockBoundingRect(block).top()
        lines = block.layout()
        line = lines.lineAt(0).y() if lines.lineCount() else 0.0
        return int((top + line + 1) // self.pageSize().height())

    def _draw_page(self, painter: QPainter, page: int, body: QSizeF, margin: int) -> None:
        painter.save()
        painter.translate(margin, margin - page * body.height())
        shown = QRectF(0, page * body.height(), body.width(), body.height())
        painter.setClipRect(shown)
        self.drawContents(painter, shown)
        painter.restore()
        small = QFont(FAMILY)
        small.setPointSizeF(_SMALL)
        painter.setFont(small)
        painter.setPen(QColor(_GREY))
        foot = QRectF(margin, margin + body.height(), body.width(), margin)
        words = strings.PAGE.format(page=page + 1, pages=self.pageCount())
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.begin()
        while block.isValid():
            yield block
            block = block.next()


def _shape(block: QTextBlock) -> None:
    """Keep what belongs to an entry near its first line; the next entry stands off."""
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if _is_entry(block):
        shape.setTopMargin(_ABOVE)
    elif _is_within(block):
        shape.setTopMargin(0)
    if _is_within(block):
        shape.setBottomMargin(_BETWEEN)
    QTextCursor(block).mergeBlockFormat(shape)


def _depth(block: QTextBlock) -> int:
    whole = block.textList()
    return whole.format().indent() if whole is not None else 0


def _is_entry(block: QTextBlock) -> bool:
    """Whether a line of the document's own lists begins here."""
    return _depth(block) == 1


def _is_within(block: QTextBlock) -> bool:
    return _depth(block) > 0 or block.blockFormat().indent() > 0


def _is_head(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() >= _HEADING


def _follower(block: QTextBlock) -> QTextBlock | None:
    """Return the block whose first line must stand on the same page."""
    after = block.next()
    if _is_head(block):
        while after.isValid() and not _is_within(after) and after.next().isValid():
            after = after.next()
        return after if after.isValid() else None
    belongs = after.isValid() and _is_within(after) and not _is_entry(after)
    return after if _is_entry(block) and belongs else None


def _first_of_heads(block: QTextBlock) -> QTextBlock:
    """Return the first heading right over a block, with what is said of the person between."""
    while True:
        over = block.previous()
        if over.isValid() and _is_head(over):
            block = over
        elif over.isValid() and not _is_within(over) and _is_head(over.previous()):
            block = over.previous()
        else:
            return block
