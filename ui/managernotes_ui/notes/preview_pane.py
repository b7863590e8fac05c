"""The right pane: what would leave the vault, and that the reading stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.open_link import ask_to_open
from managernotes_ui.notes.preview_browser import PreviewBrowser
from managernotes_ui.notes.preview_maker import Preview
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.text_label import TextLabel

_SIDE, _TOP, _GAP = 32, 20, 8


class PreviewPane(QWidget):
    """On the raised ground: one line that says what it is, and the rendered text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.browser = PreviewBrowser(theme, strings.PREVIEW_NAME, margin=_SIDE)
        self._plain = Banner(theme, BannerKind.INFO, Icon.INFO, strings.PLAIN_PREVIEW, inline=True)
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head, self._notice = QHBoxLayout(), QHBoxLayout()
        self._build()
        self.browser.link_chosen.connect(self._on_link_chosen)

    def show_preview(self, preview: Preview) -> None:
        """Show what was made, and say when it could only be shown plainly."""
        self._plain.setVisible(preview.is_plain)
        self.browser.break_anywhere(preview.endless_word)
        self.browser.show_pieces(preview.pieces)

    def set_side(self, side: int) -> None:
        """Keep the page's padding left and right."""
        self.browser.set_margin(side)
        for row in (self._head, self._notice):
            row.setContentsMargins(side, 0, side, 0)

    def _build(self) -> None:
        theme = self._theme
        head = self._head
        head.addWidget(TextLabel(theme, strings.PREVIEW, Type.META, tone=Role.MUTED))
        head.addStretch(1)
        head.addWidget(TextLabel(theme, strings.READING_LEFT_OUT, Type.META, tone=Role.MUTED))
        self._notice.addWidget(self._plain)
        self._plain.hide()
        self.set_side(_SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _TOP, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addLayout(self._notice)
        column.addWidget(self.browser, 1)

    @Slot(str)
    def _on_link_chosen(self, address: str) -> None:
        ask_to_open(self._theme, address, self.window())
