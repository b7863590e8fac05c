"""A rendered text that is as high as its words, for a column that scrolls as a whole."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from managernotes_ui.notes.open_link import ask_to_open
from managernotes_ui.notes.preview_css import LIST_INDENT, preview_css, styled
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.covered_line import lines_of, paint_covered_line
from managernotes_ui.widgets.offline_browser import OfflineBrowser
from managernotes_ui.widgets.uncover import Uncover


class PeekText(OfflineBrowser):
    """Shows safe HTML in body type; a link is asked about, never followed by itself."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._html = ""
        self._uncover: Uncover | None = None
        self._bars: list[tuple[QPointF, float]] | None = None
        self._is_measuring = False
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
        self._show()

    def hold_text(self, uncover: Uncover) -> None:
        """Draw bars for the words while texts are covered; `uncover` tells when they show."""
        self._uncover = uncover
        uncover.changed.connect(self._show)
        self._theme.cover_changed.connect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need at the new width."""
        super().resizeEvent(event)
        if self._bars is None:
            self._fit()
        else:
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, or the bars that stand for them."""
        if self._bars is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        line = float(self._theme.fonts.line(Type.BODY))
        for at, width in self._bars:
            paint_covered_line(painter, at, self._theme, (width, line), Type.BODY)
        painter.end()

    @Slot()
    def _show(self) -> None:
        """Show the words; covered, measure them and let them go, so that nothing can read them."""
        if self._is_measuring:
            return
        self._is_measuring = True
        self._bars = None
        self.setHtml(self._html)
        self._fit()
        if self._uncover is not None and not self._uncover.shows():
            self._bars = lines_of(self.document())
            self.setHtml("")
        self._is_measuring = False
        self.viewport().update()

    @Slot()
    def _fit(self) -> None:
        if self._bars is not None:
            return
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
        self._show()

    @Slot(QUrl)
    def _on_anchor_clicked(self, address: QUrl) -> None:
        """Ask before anything leaves the app (SECURITY-DESIGN §4)."""
        ask_to_open(self._theme, address.toString(), self.window())
