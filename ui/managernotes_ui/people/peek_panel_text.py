"""A rendered text that is as high as its words, for a column that scrolls as a whole."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from managernotes_ui.notes.open_link import ask_to_open
from managernotes_ui.notes.preview_css import LIST_INDENT, preview_css, styled
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.offline_browser import OfflineBrowser


class PeekText(OfflineBrowser):
    """Shows safe HTML in body type; a link is asked about, never followed by itself."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._html = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.changed.connect(self._dress)
        self._dress()

    def show_html(self, html: str) -> None:
        """Show HTML of `markdown_to_html`."""
        self._html = styled(html)
        self.setHtml(self._html)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need at the new width."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        height = math.ceil(self.document().size().height())
        if height != self.height():
            self.setFixedHeight(height)

    @Slot()
    def _dress(self) -> None:
        theme = self._theme
        font, line = theme.fonts.of(Type.BODY), theme.fonts.line(Type.BODY)
        set_own_font(self, font)
        document = self.document()
        document.setDefaultFont(font)
        document.setIndentWidth(theme.scale.px(LIST_INDENT))
        body = f"body, p, li, dt, dd, td, th {{ line-height: {line}px; }}"
        document.setDefaultStyleSheet(preview_css(theme) + body)
        self.setHtml(self._html)
        self._fit()

    @Slot(QUrl)
    def _on_anchor_clicked(self, address: QUrl) -> None:
        """Ask before anything leaves the app (SECURITY-DESIGN §4)."""
        ask_to_open(self._theme, address.toString(), self.window())
