"""A hand-over as a PDF: drawn in memory from the same Markdown, through the same safe HTML."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from managernotes.text.markdown_html import BUDGET_SECONDS, MarkdownRenderer
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.handover.handover_paper import HandoverPaper


def pdf_of(markdown: str) -> bytes:
    """Return the pages as a PDF, which no file has ever held; may take a second or two."""
    with MarkdownRenderer() as renderer:
        html = renderer.render(markdown, BUDGET_SECONDS)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setTitle(strings.PDF_TITLE)
    HandoverPaper(html).draw_on(writer)
    return bytes(buffer.data().data())
