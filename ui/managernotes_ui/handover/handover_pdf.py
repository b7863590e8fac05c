"""A hand-over as a PDF: drawn in memory from the same Markdown, through the same safe HTML."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from managernotes.text.markdown_html import BUDGET_SECONDS, MarkdownRenderer
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.style.fonts import FAMILY

_POINTS = 10.5
_STYLE = """
h1 { font-size: 17pt; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; }
blockquote { color: #3F464D; }
"""
"""Black on white, whatever the window looks like."""


class _Paper(QTextDocument):
    """Loads nothing, whatever the text names (SECURITY-DESIGN, finding 1)."""

    def loadResource(self, kind: int, _name: QUrl | str, /) -> QImage | QByteArray:
        """Answer every request from memory."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(1, 1, QImage.Format.Format_ARGB32)
        return QByteArray()


def pdf_of(markdown: str) -> bytes:
    """Return the pages as a PDF, which no file has ever held; may take a second or two."""
    with MarkdownRenderer() as renderer:
        html = renderer.render(markdown, BUDGET_SECONDS)
    paper = _Paper()
    font = QFont(FAMILY)
    font.setPointSizeF(_POINTS)
    paper.setDefaultFont(font)
    paper.setDefaultStyleSheet(_STYLE)
    paper.setHtml(html)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setTitle(strings.PDF_TITLE)
    paper.print_(writer)
    return bytes(buffer.data().data())
