"""Rendered Markdown in the theme's style, patched piece by piece without losing the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.notes.preview_css import LIST_INDENT, preview_css, styled
from managernotes_ui.notes.section_document import SectionDocument
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.offline_browser import OfflineBrowser
from managernotes_ui.widgets.scroll_bar import calm_scrolling

COLUMN = 640
"""The widest column of text in design pixels: 72 characters at 15 px (SPEC §2)."""

SLICE_MS = 6
"""How long one turn of the event loop may spend on a long text (a frame is 16)."""


class PreviewBrowser(OfflineBrowser):
    """Shows HTML pieces of `markdown_to_html`; a link is announced, never followed.

    `link_chosen` carries the full address. `margin` is the ground left and right of the text.
    """

    link_chosen = Signal(str)
    filled = Signal()

    def __init__(
        self, theme: Theme, name: str, *, margin: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._margin = margin
        self._sections = SectionDocument(self.document)
        self._wanted: tuple[str, ...] = ()
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._on_slice)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        calm_scrolling(theme, self)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._dress()

    @property
    def is_whole(self) -> bool:
        """Whether the text was set at once, so that no line of before is still there."""
        return self._sections.is_whole

    def show_pieces(self, pieces: Sequence[str]) -> None:
        """Show these pieces; what is already there stays as it is, and so does the place."""
        self._wanted = tuple(map(styled, pieces))
        self._patch()

    def set_margin(self, margin: int) -> None:
        """Change the ground left and right of the text."""
        self._margin = margin
        self._keep_column()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text column at its width."""
        self._keep_column()
        super().resizeEvent(event)

    def _keep_column(self) -> None:
        widest = self.width() - 2 * self._margin
        spare = max(0, widest - self._theme.scale.px(COLUMN))
        self.setViewportMargins(self._margin, 0, self._margin + spare, 0)

    def _patch(self) -> None:
        with _Place(self):
            done = self._sections.show(self._wanted, SLICE_MS)
        self._slices.start()
        if done:
            self._on_filled()

    def _on_filled(self) -> None:
        self._slices.stop()
        self.filled.emit()

    def _dress(self) -> None:
        font = self._theme.fonts.of(Type.EDITOR)
        set_own_font(self, font)
        self.document().setIndentWidth(self._theme.scale.px(LIST_INDENT))
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(preview_css(self._theme))

    @Slot()
    def _on_slice(self) -> None:
        with _Place(self):
            done = self._sections.advance(SLICE_MS)
        if done:
            self._on_filled()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._dress()
        self._sections.show((), SLICE_MS)
        self._patch()

    @Slot(QUrl)
    def _on_anchor_clicked(self, address: QUrl) -> None:
        if address.scheme():
            self.link_chosen.emit(address.toString())
        else:
            self.scrollToAnchor(address.fragment())


class _Place:
    """Keeps the line at the top of the view where it is while the text around it changes."""

    def __init__(self, browser: PreviewBrowser) -> None:
        self._browser = browser
        self._value = browser.verticalScrollBar().value()
        self._at_top = self._value == 0
        self._line = browser.cursorForPosition(QPoint(0, 0))
        self._top = 0 if self._at_top else browser.cursorRect(self._line).top()

    def __enter__(self) -> None: ...

    def __exit__(self, *_failure: object) -> None:
        bar = self._browser.verticalScrollBar()
        if self._browser.is_whole:
            self._browser.document().size()  # lays out what the place may lie in
            bar.setValue(self._value)
        elif not self._at_top:
            bar.setValue(bar.value() + self._browser.cursorRect(self._line).top() - self._top)
